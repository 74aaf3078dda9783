"""One indicator: its pickers stand in the address as everywhere, its charts follow, its tables hold the figures."""

from playwright.sync_api import expect

PATH = "/indikator/self-rated-health"


def test_pickers_stand_in_the_address_and_are_walked_back(reader):
    reader.open(PATH)
    finding = reader.page.locator("#indicator-regions-caption")
    reader.picker("Kvinnor").check()
    reader.settled().at(f"{PATH}?sex=F")
    women = finding.inner_text()
    reader.picker("Period").select_option("2020")
    reader.settled().at(f"{PATH}?sex=F&period=2020")
    assert finding.inner_text() != women
    reader.back().at(f"{PATH}?sex=F")
    assert finding.inner_text() == women
    assert reader.filters()["period"] == "newest"
    reader.forward()
    assert reader.filters()["period"] == "2020"
    reader.page.reload()
    reader.settled()
    assert reader.filters()["sex"] == "F"


def test_chosen_regions_stand_in_the_address_as_a_list(reader):
    reader.open(PATH)
    boxes = reader.page.locator("#indicator-chosen")
    reader.page.locator("details:has(#indicator-chosen) > summary").click()
    boxes.locator("input[value='14']").check()
    reader.settled()
    boxes.locator("input[value='09']").check()
    reader.settled()
    assert sorted(reader.page.url.split("regions=")[1].split(",")) == ["09", "14"]
    reader.back().at(f"{PATH}?regions=14")
    expect(boxes.locator("input:checked")).to_have_count(1)
    reader.page.reload()
    reader.settled()
    expect(boxes.locator("input[value='14']")).to_be_checked()


def test_the_publishers_series_are_links_that_keep_the_view(reader):
    reader.open("/indikator/daily-smoking?period=2022")
    links = reader.page.locator("[data-keep=series]")
    expect(links).to_have_count(2)
    reader.page.locator("[data-keep=series]:not([aria-current])").click()
    reader.settled()
    assert "period=2022" in reader.page.url
    assert "series=" in reader.page.url
    expect(reader.page.locator("[data-keep=series][aria-current]")).to_be_focused()
    reader.back().at("/indikator/daily-smoking?period=2022")


def test_a_way_within_the_page_and_back_again(reader):
    reader.open(PATH)
    requests = []
    reader.hear("request", lambda request: requests.append(request.url))
    link = reader.page.locator("#main a[href^='#indicator-section']").nth(4)
    place = reader.page.evaluate("scrollY")
    link.click()
    reader.settled()
    assert reader.page.evaluate("scrollY") > place + 300
    reader.back()
    assert abs(reader.page.evaluate("scrollY") - place) < 5
    assert not [url for url in requests if "_dash-update-component" in url]


def test_every_chart_says_what_it_shows_and_has_its_numbers_as_a_table(reader):
    reader.open(PATH)
    figures = reader.page.locator("#main figure:has(.js-plotly-plot)").filter(visible=True).all()
    assert len(figures) >= 2
    for figure in figures:
        picture = figure.locator("[role=img]").first
        assert len(picture.get_attribute("aria-label")) > 20
        figure.locator("details summary").first.click()
        expect(figure.locator("details table").first).to_be_visible()
        assert figure.locator("details table").first.locator("tbody tr").count() > 1
        assert figure.locator("details table caption").first.inner_text()

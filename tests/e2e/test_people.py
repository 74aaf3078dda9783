"""Potential in people in a browser: on the region's page, in an opened row, and on the indicator's page."""

from playwright.sync_api import expect

SECTION = "#region-people"


def test_the_regions_page_tells_it_and_follows_the_choice_of_sex(reader):
    reader.open("/region/04")
    section = reader.page.locator(SECTION)
    expect(section).to_contain_text("omkring 160 färre personer")
    expect(section).to_contain_text("Gävleborg")
    expect(section).to_contain_text("minst")
    expect(section.locator(".more.on-paper > summary")).to_contain_text("kan räknas om till människor")
    expect(section.locator("ul.people")).not_to_be_visible()
    reader.page.emulate_media(media="print")
    expect(section.locator("ul.people > li").first).to_be_visible()
    reader.page.emulate_media(media="screen")
    section.locator(".more.on-paper > summary").click()
    section.locator("details details summary").click()
    expect(section).to_contain_text("en andel av patienter")
    section.locator("a[data-row='inpatient-injuries']").click()
    opened = reader.page.locator("#row-inpatient-injuries + tr")
    expect(opened).to_contain_text("Räknat på 302\u202f566 invånare vid slutet av 2022")
    reader.picker("Kvinnor").check()
    expect(section).to_have_text("Hur många människor det gäller går bara att räkna ut för 0 mått här.")
    expect(section).not_to_contain_text("160 färre")


def test_the_indicators_page_has_every_region_or_says_what_is_missing(reader):
    reader.open("/indikator/inpatient-injuries?regions=04")
    expect(reader.page.locator("#indicator-people")).to_contain_text("Region Sörmland: Gränsen till bästa fjärdedelen")
    expect(reader.page.locator("#indicator-people-table tbody tr")).to_have_count(21)
    reader.open("/indikator/suicide")
    expect(reader.page.locator("#indicator-people")).to_contain_text("Kan inte räknas om till människor")
    expect(reader.page.locator("#indicator-people-table table")).to_have_count(0)

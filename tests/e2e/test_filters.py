"""Each filter changes the address and the rows, keeps the focus, and a reload gives the same view."""

import pytest
from playwright.sync_api import expect

from tests.tiers import some

RADIO_F = "#region-sex input[value=F]"
# What a reader does, what the address then says, and which picker then shows it.
CHANGES = {
    "sex": (lambda reader: reader.picker("Kvinnor").check(), "?sex=F"),
    "period": (lambda reader: reader.picker("Period").select_option("2022"), "?period=2022"),
    "area": (lambda reader: reader.picker("Område").select_option("access"), "?area=access"),
    "deviating": (lambda reader: reader.picker("avvikande mått").check(), "?deviating=1"),
    "target": (lambda reader: reader.picker("mått med mål eller vårdgaranti").check(), "?target=1"),
}


def view(reader):
    # What lies far below the window is not laid out, and has no inner text then.
    values = reader.page.locator("tr.row .c-value").all_text_contents()
    return reader.rows(), values, reader.filters()


@pytest.mark.parametrize("name", some(CHANGES, kept=list(CHANGES)[::2]))
def test_a_filter_changes_address_and_rows_and_a_reload_keeps_them(reader, name):
    change, query = CHANGES[name]
    reader.open("/region/14")
    before = view(reader)
    change(reader)
    reader.settled().at(f"/region/14{query}")
    after = view(reader)
    assert after != before
    assert after[0], "the filter left no row to look at"
    assert after[1] != before[1]
    reader.page.reload()
    reader.settled()
    assert view(reader) == after


def test_filters_add_up_and_a_default_leaves_the_address(reader):
    reader.open("/region/14?foo=")
    reader.open("/region/14")
    whole = view(reader)
    for change, _ in CHANGES.values():
        change(reader)
        reader.settled()
    reader.at("/region/14?sex=F&period=2022&area=access&deviating=1&target=1")
    expect(reader.page.locator("#region-rows")).to_contain_text("Inget mått passar")
    reader.picker("Alla").check()
    reader.picker("Period").select_option("newest")
    reader.picker("Område").select_option("all")
    reader.picker("avvikande mått").uncheck()
    reader.picker("mått med mål eller vårdgaranti").uncheck()
    reader.settled().at("/region/14")
    assert view(reader) == whole


@pytest.mark.parametrize(
    ("start", "keys", "query"),
    [
        ("#region-sex input", ["ArrowRight"], "?sex=F"),
        ("#region-period", ["ArrowDown"], "?period="),
        ("#region-show input[value=deviating]", ["Space"], "?deviating=1"),
    ],
    ids=["sex", "period", "deviating"],
)
def test_a_filter_set_by_keyboard_keeps_the_focus(reader, start, keys, query):
    reader.open("/region/14")
    reader.page.locator(start).first.focus()
    reader.press(*keys)
    reader.settled()
    assert query in reader.page.url
    expect(reader.page.locator(".filters :focus")).to_have_count(1)
    assert reader.page.evaluate("() => document.activeElement.value") in reader.filters().values()


def test_what_changed_is_told_to_a_screen_reader(reader):
    reader.open("/region/14")
    status = reader.page.get_by_role("status")
    expect(status).to_have_text("")
    reader.picker("mått med mål eller vårdgaranti").check()
    reader.settled()
    expect(status).to_contain_text(str(len(reader.rows())))


def test_language_changes_words_and_numbers_and_keeps_the_filters(reader):
    reader.open("/region/14?period=2022&area=quality")
    number = reader.page.locator("#row-treatable-mortality .number")
    html = reader.page.locator("html")
    rows = reader.rows()
    assert "," in number.inner_text()
    expect(html).to_have_attribute("lang", "sv")
    reader.page.get_by_role("link", name="Switch to English").click()
    reader.settled().at("/region/14?period=2022&area=quality&lang=en")
    assert "." in number.inner_text()
    assert reader.rows() == rows
    expect(html).to_have_attribute("lang", "en")
    expect(reader.page.get_by_role("link", name="Byt till svenska")).to_be_focused()
    reader.page.locator(".site-nav").get_by_role("link", name="Overview").click()
    reader.settled()
    expect(reader.page).to_have_title("Overview – Hälsodialog")
    reader.back().back()
    expect(html).to_have_attribute("lang", "sv")
    expect(reader.page).to_have_title("Västra Götalandsregionen – Hälsodialog")
    assert "," in number.inner_text()


def test_dimensions_are_links_that_keep_the_filters_but_not_an_area_of_another_dimension(reader):
    reader.open("/region/14?period=2022&area=mortality")
    reader.page.locator("nav.tabs a").nth(2).click()
    reader.settled().at("/region/14?period=2022&dimension=service-quality")
    expect(reader.page.locator("nav.tabs [aria-current]")).to_be_focused()
    expect(reader.page.locator(".scorecard-section")).to_have_count(1)


def test_a_control_changed_on_the_overview_moves_map_and_rug(reader):
    reader.open("/")
    first = reader.page.locator("#overview-rug-host thead a").all_inner_texts()
    reader.picker("Norr till söder").check()
    reader.settled().at("/?order=north-south")
    assert reader.page.locator("#overview-rug-host thead a").all_inner_texts() != first
    caption = reader.page.locator("#overview-map-host figcaption")
    before = caption.inner_text()
    reader.picker("Mått").select_option("beds")
    reader.settled().at("/?order=north-south&indicator=beds")
    assert caption.inner_text() != before

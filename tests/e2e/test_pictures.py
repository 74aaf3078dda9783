"""The rug and the map: by arrow keys, with the sentence of what is in hand; on a phone one region at a time."""

import json

from playwright.sync_api import expect

RUG, MAP = "#overview-rug-host", "#overview-map-host"
BELOW_THE_LIST = 100  # presses of Tab: what matters names its regions, each as a link


def test_the_rug_is_walked_by_arrows_and_says_each_cell(reader):
    reader.open("/")
    page = reader.page
    line = page.locator(f"{RUG} .rug-reading")
    stops = page.locator(f"{RUG} .rug a[tabindex='0']")
    expect(stops).to_have_count(1)
    reader.tab_to(f"{RUG} .rug a", BELOW_THE_LIST)
    reader.press("ArrowDown")
    first = line.inner_text()
    assert "Stockholm" in first
    reader.press("ArrowRight")
    assert "Uppsala" in line.inner_text()
    reader.press("End")
    last = line.inner_text()
    assert "Norrbotten" in last
    reader.press("Control+End")
    assert line.inner_text() != last
    reader.press("Control+Home")
    expect(stops).to_have_count(1)
    assert page.evaluate("document.activeElement.closest('.rug') !== null")


def test_a_cell_says_what_the_figures_say_and_leads_to_its_row(reader):
    reader.open("/?indicator=beds")
    cell = reader.page.locator(f"{RUG} .rug tr:has(a[href='/indikator/treatable-mortality']) td").nth(11).locator("a")
    cell.hover()
    expect(reader.page.locator(f"{RUG} .rug-reading")).to_contain_text("Västra Götalandsregionen")
    expect(reader.page.locator(f"{RUG} .rug-reading")).to_contain_text("49,9")
    cell.focus()
    reader.press("Enter").settled()
    assert "/region/14" in reader.page.url
    expect(reader.page.locator("#row-treatable-mortality .disclosure")).to_have_attribute("aria-expanded", "true")
    expect(reader.page.locator("#row-treatable-mortality")).to_be_in_viewport()
    reader.back()
    expect(cell).to_be_focused()


def test_on_a_phone_the_rug_is_one_region_at_a_time(reader_of):
    reader = reader_of(320, 640)
    reader.open("/")
    select = reader.page.locator(f"{RUG} select")
    before = reader.page.locator(f"{RUG} .rug-phone").inner_text()
    select.focus()
    select.select_option("14")
    assert reader.page.locator(f"{RUG} .rug-phone").inner_text() != before
    expect(select).to_be_focused()
    links = reader.page.locator(f"{RUG} .rug-phone a")
    hrefs = links.evaluate_all("(links) => links.map((a) => a.getAttribute('href'))")
    assert hrefs
    assert all(href.startswith("/region/14") for href in hrefs)
    reader.page.set_viewport_size({"width": 1280, "height": 900})
    expect(reader.page.locator(f"{RUG} table.rug")).to_be_visible()


def test_the_map_is_walked_by_arrows_and_leads_to_the_region(reader):
    reader.open("/")
    page = reader.page
    expect(page.locator(f"{MAP} .county-link")).to_have_count(21)
    expect(page.locator(f"{MAP} .county-link[tabindex='0']")).to_have_count(1)
    reader.tab_to(f"{MAP} .county-link", BELOW_THE_LIST)
    said = set()
    for key in ("ArrowUp", "ArrowUp", "ArrowLeft", "ArrowDown", "Home", "End"):
        reader.press(key)
        said.add(page.locator(f"{MAP} .map-reading").inner_text())
    assert len(said) >= 4
    href = page.evaluate("document.activeElement.getAttribute('href')")
    reader.press("Enter").settled().at(href)
    expect(page.locator("h1")).to_be_focused()


def test_the_map_and_its_table_show_the_same_values(reader):
    reader.open("/")
    reader.page.locator("#overview-map-table summary").click()
    cells = reader.page.locator("#overview-map-table tbody tr").evaluate_all(
        "(rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent))"
    )
    texts = reader.page.locator(f"{MAP} .county-link").evaluate_all(
        "(links) => links.map((a) => a.getAttribute('aria-label'))"
    )
    assert len(cells) == len(texts) == 21
    for name, value, position in cells:
        assert any(name in text and value in text and position in text for text in texts), json.dumps([name, value])

"""/data and /data/utgavor in a real browser: read, filter, walk by keyboard, fetch a file, on a phone and on paper."""

import io
import re
import zipfile

import pytest
from playwright.sync_api import expect

from tests.e2e.engines import AXE, violations
from tests.tiers import at_night

HOST = "#data-coverage-host"


def test_the_sources_are_told_and_their_lists_open(reader):
    reader.open("/data")
    page = reader.page
    kolada = page.locator("section.card", has=page.get_by_role("heading", name="Kolada", exact=True))
    expect(kolada).to_contain_text("Källa: Kolada.")
    kolada.locator("summary").first.click()
    expect(kolada.get_by_role("row")).to_have_count(117)
    expect(page.get_by_role("heading", level=3)).to_have_count(8)


def test_the_coverage_is_walked_by_arrows_and_says_what_is_lacking(reader):
    reader.open("/data")
    page = reader.page
    line = page.locator(f"{HOST} .rug-reading")
    reader.tab_to(f"{HOST} .rug a")
    reader.press("ArrowDown", "ArrowRight")
    expect(line).to_contain_text("Uppsala")
    expect(line).to_contain_text("har värde för perioden 2025")
    gap = page.locator(f"{HOST} td a[data-state='missing']").first
    gap.hover()
    expect(line).to_contain_text(re.compile("Region Gotland: .*, saknar värde"))
    gap.focus()
    reader.press("Enter").settled()
    assert "/region/09" in page.url


def test_one_dimension_is_chosen_kept_in_the_address_and_undone(reader):
    reader.open("/data")
    page = reader.page
    rows = page.locator(f"{HOST} tbody tr:has(td a)")
    whole = rows.count()
    reader.picker("Dimension").select_option("equal-care")
    reader.settled().at("/data?dimension=equal-care")
    assert 0 < rows.count() < whole
    expect(page.locator("#data-coverage-text")).to_contain_text(f"({rows.count()} mått, 21 regioner)")
    page.locator("summary", has_text="region för region").click()
    expect(page.locator("#data-coverage-table tbody tr")).to_have_count(21)
    reader.back().at("/data")
    assert rows.count() == whole


def test_the_whole_edition_is_fetched_by_its_button(reader):
    reader.open("/data")
    with reader.page.expect_download() as waiting:
        reader.page.get_by_role("link", name="Hela utgåvan (ZIP)").click()
    assert re.fullmatch(r"halsodialog-.*\.zip", waiting.value.suggested_filename)
    content = waiting.value.path().read_bytes()
    assert "datapackage.json" in zipfile.ZipFile(io.BytesIO(content)).namelist()
    reader.at("/data")


def test_a_table_of_files_is_fetched_from_the_drawn_table(reader):
    reader.open("/data")
    with reader.page.expect_download() as waiting:
        reader.page.locator("#data-downloads-table").get_by_role("link", name="areas.csv").click()
    assert waiting.value.suggested_filename.endswith("-areas.csv")


def test_the_tabs_lead_to_the_editions_and_back_to_the_figures(reader):
    reader.open("/data?lang=en")
    page = reader.page
    page.locator("nav.page-tabs").get_by_role("link", name="Editions").click()
    reader.settled().at("/data/utgavor?lang=en")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    expect(page.locator("nav.page-tabs a[aria-current]")).to_have_text("Editions")
    page.get_by_role("link", name=re.compile("^Read edition")).first.click()
    reader.settled().at("/?lang=en")


@pytest.mark.parametrize("width", [320, *at_night(1280)])
def test_opened_lists_and_the_region_table_fit_and_break_no_rule(reader_of, width):
    reader = reader_of(width, 800)
    reader.open("/data?dimension=equal-care")
    page = reader.page
    page.evaluate("document.querySelectorAll('.told-card details:not(:first-of-type)').forEach((d) => (d.open = true))")
    page.locator("summary", has_text="region för region").click()
    assert reader.too_wide() == []
    # The longest list is a table like the others: axe takes the square of its rows.
    page.evaluate("document.querySelectorAll('.told-card tr:nth-child(n + 6)').forEach((row) => row.remove())")
    page.evaluate(AXE)
    assert violations(reader) == []


def test_on_a_phone_the_coverage_is_one_region_at_a_time(reader_of):
    reader = reader_of(320, 640)
    reader.open("/data?dimension=population-health")
    select = reader.page.locator(f"{HOST} select")
    select.select_option("09")
    expect(reader.page.locator(f"{HOST} .rug-phone")).to_contain_text("saknar värde")
    expect(reader.page.locator(f"{HOST} .rug-phone")).to_contain_text("bara äldre värde")


def test_on_paper_the_picture_stands_without_its_picker(reader):
    reader.open("/data")
    reader.page.emulate_media(media="print")
    expect(reader.page.locator(".filters")).to_be_hidden()
    expect(reader.page.locator("nav.page-tabs")).to_be_hidden()
    expect(reader.page.locator(f"{HOST} table.rug")).to_be_visible()
    expect(reader.page.locator("h2", has_text="Källorna")).to_be_visible()

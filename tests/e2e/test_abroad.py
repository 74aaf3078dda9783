"""Other countries in a browser: what is shown is chosen by keyboard, a page a figure, the register of references."""

import pytest
from playwright.sync_api import expect

from indicators.refdata import read_toml

TABLES = ".abroad table.data"
CHOSEN = ".abroad-shown a[aria-current]"
LIFE = "/internationellt/life-expectancy-at-birth-total"


def test_what_is_shown_is_chosen_by_keyboard_and_stands_in_the_address(reader):
    reader.open("/internationellt")
    expect(reader.page.locator(CHOSEN)).to_contain_text("Alla mått")
    expect(reader.page.locator(TABLES)).to_have_count(0)
    reader.tab_to(".abroad-shown a[href*='abroad=worse']")
    reader.press("Enter").settled().at("/internationellt?abroad=worse")
    expect(reader.page.locator(CHOSEN)).to_contain_text("Sverige sämre än genomsnittet")
    expect(reader.page.locator(CHOSEN)).to_be_focused()
    sides = reader.page.locator(f"{TABLES} td[data-column='Sverige'] small").all_inner_texts()
    assert set(sides) == {"sämre än genomsnittet"}
    count = int(reader.page.locator(f"{CHOSEN} small").inner_text())
    assert len(sides) == count
    reader.back().at("/internationellt")
    expect(reader.page.locator(CHOSEN)).to_contain_text("Alla mått")


def test_the_dimension_and_what_is_shown_hold_together(reader):
    reader.open("/internationellt?abroad=better")
    reader.page.locator("nav.tabs a", has_text="Kvalitet i tjänsterna").click()
    reader.settled()
    assert "abroad=better" in reader.page.url
    assert "dimension=service-quality" in reader.page.url
    expect(reader.page.locator(TABLES)).to_have_count(1)


def test_the_whole_list_opens_by_keyboard_and_leads_to_a_figure(reader):
    reader.open("/internationellt")
    reader.tab_to("details.as-table > summary")
    reader.press("Enter")
    expect(reader.page.locator(f"{TABLES} tbody tr").first).to_be_visible()
    reader.tab_to(f"{TABLES} tbody a")
    reader.press("Enter").settled()
    expect(reader.page.locator("h1")).to_be_focused()
    expect(reader.page.locator(".abroad-year")).to_contain_text("20")


def test_the_figures_chart_and_its_table_hold_the_same_countries_and_numbers(reader):
    reader.open(LIFE)
    reader.page.locator("#abroad-countries-table").locator("xpath=ancestor::details/summary").click()
    table = dict(
        reader.page.locator("#abroad-countries-table tbody tr").evaluate_all(
            "(rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent))"
        )
    )
    drawn = reader.page.locator("#abroad-countries-graph .js-plotly-plot").evaluate(
        """(plot) => plot.data.flatMap((trace) => (trace.customdata ?? []).map((text) => String(text)))"""
    )
    told = dict(text.rsplit(": ", 1) for text in drawn if ": " in text)
    assert len(told) == 36
    assert {name: table[name] for name in told} == told
    assert len(table) == len(told) + 1


def test_the_regions_stand_beside_the_countries_only_where_they_can_be_compared(reader):
    reader.open(LIFE)
    expect(reader.page.locator("#abroad-beside-0-graph")).to_be_visible()
    reader.open("/internationellt/suicide-mortality")
    expect(reader.page.locator("#abroad-beside-0-graph")).to_have_count(0)
    expect(reader.page.locator("#main")).to_contain_text("Talen är bara vägledande")


def test_old_figures_look_old(reader):
    reader.open("/internationellt?dimension=population-health")
    old, new = reader.page.locator(f"{TABLES} tr.old"), reader.page.locator(f"{TABLES} tbody tr:not(.old)")
    expect(old.first.locator(".year-cell")).to_contain_text("år före utgåvan")
    expect(new.first.locator(".year-cell")).not_to_contain_text("före utgåvan")
    colours = [one.first.locator(".year-cell").evaluate("(e) => getComputedStyle(e).color") for one in (old, new)]
    assert len(set(colours)) == 2


@pytest.mark.parametrize("path", ["/internationellt?abroad=judged", LIFE, "/om/referensvarden"])
def test_a_phone_shows_it_all_without_scrolling_sideways(reader_of, path):
    reader = reader_of(320, 640)
    reader.open(path)
    assert reader.too_wide() == []
    for box in reader.page.locator(".abroad .table-scroll").all():
        assert box.evaluate("(e) => e.scrollWidth <= e.clientWidth + 1"), path


def test_the_register_names_judges_months_and_sources_that_can_be_told_apart(reader):
    reader.open("/om/referensvarden")
    rows = reader.page.locator("#references-targets-table tbody tr")
    assert rows.count() == len(read_toml("targets.toml")["targets"])
    expect(rows.first.locator("td[data-column='Bedömd av, när']")).to_contain_text("Hälsodialog")
    expect(rows.first.locator("td[data-column='Källa'] a")).to_have_text("test.riksstroke.org")
    expect(rows.first.locator("td[data-column='Ska granskas']")).to_contain_text("2027")
    reader.tab_to("#references-targets-table td a")
    assert reader.page.evaluate("document.activeElement.href").startswith("https://")

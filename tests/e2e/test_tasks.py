"""Twelve tasks of those who use the program, each done with keys alone and without a screen's colours."""

import pytest
from playwright.sync_api import expect

from tests.e2e.presenting import WAIT


def goes_from_the_overview_to_a_region(reader):
    reader.open("/").tab_to(".site-nav a[href='/region']").press("Enter").settled()
    reader.tab_to("#main a[href='/region/14']").press("Enter").settled().at("/region/14")
    expect(reader.page.locator("h1")).to_be_focused()


def sees_women_of_an_earlier_year(reader):
    reader.open("/region/14").tab_to("#region-sex input").press("ArrowRight").settled()
    reader.tab_to("#region-period").press("ArrowDown").settled()
    assert "sex=F&period=" in reader.page.url


def opens_a_row_and_reads_every_region(reader):
    page = reader.open("/region/14?dimension=equal-care").page
    reader.tab_to(".disclosure", 200).press("Enter")
    reader.tab_to("tr.detail summary").press("Enter")
    expect(page.locator("tr.detail:not([hidden]) table tbody tr").nth(19)).to_be_visible()


def sorts_a_comparison_by_the_distance(reader):
    reader.open("/jamfor/14?dimension=equal-care").tab_to("#compare-sort input").press("ArrowRight").settled()
    assert "sort=gap" in reader.page.url


def reads_a_picture_of_an_indicator_as_a_table(reader):
    page = reader.open("/indikator/obesity").page
    reader.tab_to("details.as-table summary").press("Enter")
    expect(page.locator("details.as-table[open] tbody tr").first).to_be_visible()


def finds_where_a_region_fails_women_or_men(reader):
    reader.open("/jamlikhet").tab_to("#equality-region").press("v").settled()
    assert "regions=" in reader.page.url
    expect(reader.page.locator("#equality-dumbbells tbody tr").first).to_be_visible()


def reads_the_spread_inside_the_regions_as_a_table(reader):
    page = reader.open("/variation").page
    reader.tab_to("#variation-strip-host summary").press("Enter")
    expect(page.locator("#variation-strip-host details[open] tbody tr").first).to_be_visible()


def sees_what_other_countries_reach(reader):
    reader.open("/internationellt").tab_to("#abroad-part-equal-care summary", 200).press("Enter").settled()
    reader.tab_to("#abroad-part-equal-care details[open] a").press("Enter").settled()
    assert "/internationellt/" in reader.page.url


def takes_the_figures_home(reader):
    reader.open("/region/09").tab_to(".take-home summary").press("Enter")
    with reader.page.expect_download() as waiting:
        reader.tab_to(".take-home a[href*='.csv']").press("Enter")
    assert waiting.value.suggested_filename.endswith(".csv")


def shows_a_presentation_and_leaves_it(reader):
    page = reader.open("/region/09").page
    reader.tab_to(".present-add").press("Enter")
    expect(page.locator(".present-said")).to_contain_text("Tillagd som bild 1")
    reader.open("/presentera").tab_to("[data-part=show]").press("Enter")
    expect(page.locator(".stage-foot")).to_be_visible(timeout=WAIT)
    reader.press("Escape")
    expect(page.locator(".stage")).to_have_count(0)
    expect(page.locator("[data-part=show]")).to_be_focused()


def reads_the_same_page_in_english(reader):
    page = reader.open("/region/14?sex=M").page
    reader.tab_to(".site-tools a").press("Enter").settled()
    assert page.evaluate("document.documentElement.lang") == "en"
    assert "sex=M" in page.url


def looks_a_word_up(reader):
    page = reader.open("/ordlista").page
    reader.tab_to("input[type=search]")
    page.keyboard.type("tratt")
    expect(page.locator(".glossary-entry:visible")).to_have_count(1)


TASKS = (
    goes_from_the_overview_to_a_region,
    sees_women_of_an_earlier_year,
    opens_a_row_and_reads_every_region,
    sorts_a_comparison_by_the_distance,
    reads_a_picture_of_an_indicator_as_a_table,
    finds_where_a_region_fails_women_or_men,
    reads_the_spread_inside_the_regions_as_a_table,
    sees_what_other_countries_reach,
    takes_the_figures_home,
    shows_a_presentation_and_leaves_it,
    reads_the_same_page_in_english,
    looks_a_word_up,
)


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.__name__)
def test_a_reader_with_keys_and_own_colours(reader, task):
    reader.page.emulate_media(forced_colors="active")
    task(reader)

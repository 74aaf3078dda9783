"""The whole walk by keyboard alone: Tab, Enter, Space and arrows. Every stop of every page: test_every_page.py."""

import pytest
from playwright.sync_api import expect

from tests.e2e import stops


def test_the_walk_by_keyboard_alone(reader):
    reader.open("/")
    page = reader.page
    reader.tab_to(".site-nav a[href='/region']").press("Enter").settled()
    expect(page.locator("h1")).to_be_focused()
    reader.tab_to("#main a[href='/region/14']").press("Enter").settled().at("/region/14")
    expect(page.locator("h1")).to_be_focused()
    reader.tab_to("#region-sex input").press("ArrowRight").settled().at("/region/14?sex=F")
    reader.tab_to("#region-period").press("ArrowDown").settled()
    chosen = page.locator("#region-period").input_value()
    assert page.url.endswith(f"/region/14?sex=F&period={chosen}")
    reader.tab_to("#region-show input[value=target]").press("Space").settled()
    assert reader.filters()["flags"] == "target"
    rows = reader.rows()
    reader.tab_to(".disclosure").press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-expanded')") == "true"
    reader.press("Shift+Tab", "Shift+Tab")
    reader.tab_to("tr.row th a").press("Enter").settled()
    assert "/indikator/" in page.url
    expect(page.locator("h1")).to_be_focused()
    reader.back()
    assert reader.rows() == rows
    assert page.evaluate("document.activeElement.matches('tr.row th a')")
    for _ in range(3):
        reader.back()
    reader.at("/region/14")
    assert reader.filters()["sex"] == "T"


def test_the_picker_of_regions_is_walked_by_arrows_without_losing_the_focus(reader):
    reader.open("/region/13")
    reader.tab_to("#region-pick")
    reader.press("ArrowDown").settled().at("/region/14")
    assert reader.focus() == "select#region-pick"
    reader.press("ArrowDown").settled().at("/region/17")
    assert reader.focus() == "select#region-pick"


# Put into a page whose stops are all as they should be: what the walk is there to find.
FAULTS = {
    "focus_not_seen": "b.style.outline = 'none'",
    "missed_by_tab": "b.inert = true",
    "out_of_order": "b.tabIndex = 1",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_wrong_with_a_stop_is_found(reader, fault):
    reader.open("/finns-inte").page.evaluate(
        "() => { const b = document.createElement('button'); b.textContent = 'x';"
        f" document.getElementById('main').append(b); {FAULTS[fault]}; }}"
    )
    assert fault in {name for name, wrong in stops.faults(reader).items() if wrong}


@pytest.mark.parametrize("width", [320, 1280])
def test_the_menu_works_by_keyboard(reader_of, width):
    reader = reader_of(width)
    reader.open("/om")
    if width == 320:
        summary = reader.page.locator(".nav-menu summary")
        reader.tab_to(".nav-menu summary").press("Enter")
        expect(reader.page.locator(".nav-menu")).to_have_attribute("open", "")
        reader.press("Tab", "Escape")
        expect(summary).to_be_focused()
        reader.press("Enter")
    reader.tab_to(".site-nav a[href='/region']").press("Enter").settled().at("/region")
    expect(reader.page.locator("h1")).to_be_focused()
    if width == 320:
        assert reader.page.locator(".nav-menu").get_attribute("open") is None

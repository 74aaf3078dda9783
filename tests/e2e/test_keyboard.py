"""The whole walk by keyboard alone: Tab, Enter, Space and arrows; the focus is always somewhere, and to be seen."""

import pytest
from playwright.sync_api import expect

# Everything that can be operated, but for what stands aside until asked for: a closed menu, the cells of a grid.
OPERABLE = """() => [...document.querySelectorAll('a[href], button, select, input, textarea, summary, [tabindex="0"]')]
  .filter((e) => !e.disabled && e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true })
    && !(e.type === 'radio' && !e.checked))"""
# The colour of the ring of focus.
RING = """() => {
  const probe = document.body.appendChild(Object.assign(document.createElement('i'), { style: 'color: var(--focus)' }));
  window.ring = getComputedStyle(probe).color;
  probe.remove();
}"""
# Notes the stop, and says what is wrong with it. The ring stands on the element itself or, where that is a picture or
# a hidden button, on what is drawn for it.
REACHED = """() => {
  const e = document.activeElement;
  window.reached.push(e);
  const drawn = [e, e.parentElement, e.nextElementSibling, ...e.children].filter(Boolean).some((one) => {
    const style = getComputedStyle(one);
    return (parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none')
      || (parseFloat(style.strokeWidth) >= 2 && style.stroke === window.ring);
  });
  const box = e.getBoundingClientRect();
  const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0;
  return drawn && inside ? '' : `${e.outerHTML.slice(0, 120)} at ${Math.round(box.top)}, drawn: ${drawn}`;
}"""

# The walk is as good over few rows, for all rows are alike.
FEW_ROWS = {"/region/14": "?deviating=1", "/region/09": "?deviating=1", "/jamfor/14": "?dimension=equal-care"}


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


def skips_to_the_content(reader):
    link = reader.page.locator("a.skip-link")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    reader.press("Enter")
    expect(reader.page.locator("#main")).to_be_focused()
    reader.press("Tab")
    assert reader.page.evaluate("document.getElementById('main').contains(document.activeElement)")


def test_every_stop_is_reached_in_order_and_seen(reader, place):
    """Tab goes through everything that can be operated, in the page's order, with the focus drawn, and out again."""
    page = reader.open(f"{place}{FEW_ROWS.get(place, '')}").page
    page.evaluate(RING)
    page.evaluate(f"() => {{ window.operable = ({OPERABLE})(); window.reached = []; }}")
    expected = page.evaluate("window.operable.length")
    assert expected > 5
    for _ in range(expected):
        reader.press("Tab")
        unseen = page.evaluate(REACHED)
        assert not unseen, f"the focus cannot be seen on {unseen}"
    missed = page.evaluate("""() => window.operable.filter((e) => !window.reached.includes(e))
        .map((e) => e.outerHTML.slice(0, 120))""")
    assert not missed
    in_order = page.evaluate("() => window.operable.every((e, i) => window.reached[i] === e)")
    assert in_order
    # The first stop of all leads past the menu.
    page.evaluate("window.operable[0].focus()")
    skips_to_the_content(reader)


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

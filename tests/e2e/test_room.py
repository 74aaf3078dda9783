"""What stands on a page keeps its place while a chart is on its way, and its column in a row."""

import pytest

from tests.tiers import at_night

DRAWING = "**/plotly*.js*"
PLACES = "() => [...document.querySelectorAll('figure.chart > [role=img]')].map((e) => Math.round(e.clientHeight))"
NOTES = "() => [...document.querySelectorAll('figure.chart .chart-notes')].map((e) => Math.round(e.offsetTop))"


def places(page):
    return page.evaluate(PLACES), page.evaluate(NOTES)


@pytest.mark.parametrize(
    ("path", "width"),
    [
        ("/variation", 1280),
        ("/indikator/daily-smoking", 320),
        *at_night(("/variation", 320), ("/indikator/daily-smoking", 1280)),
    ],
)
def test_nothing_moves_when_a_chart_comes(path, width, reader_of):
    reader, held, may_come = reader_of(width), [], []
    page = reader.page
    page.route(DRAWING, lambda route: route.continue_() if may_come else held.append(route))
    with page.expect_request(DRAWING):
        page.goto(reader.address + path)
    page.locator("figure.chart .dash-graph--pending").first.wait_for(state="attached")
    before = places(page)
    may_come.append(True)
    for route in held:
        route.continue_()
    reader.settled()
    page.locator("figure.chart .main-svg").first.wait_for()
    assert places(page) == before


OVER = """() => [...document.querySelectorAll(".scorecard .row > *")].flatMap((cell) => {
  const room = cell.getBoundingClientRect();
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const found = [];
  while (room.width && texts.nextNode()) {
    const node = texts.currentNode;
    if (!node.textContent.trim() || node.parentElement.closest(".visually-hidden")) continue;
    range.selectNodeContents(node);
    const out = [...range.getClientRects()].some((box) => box.right > room.right + 2 || box.left < room.left - 2);
    if (out) found.push(node.textContent);
  }
  return found;
})"""


@pytest.mark.parametrize("path", ["/region/25", "/region/25?lang=en"])
@pytest.mark.parametrize("widths", [(1280, 390), *at_night(((1920, 768),))], ids=str)
def test_every_text_of_a_row_keeps_to_its_column(path, widths, reader):
    """Norrbotten has the longest words: trends that turned, and registers that changed keeper."""
    reader.open(path)
    assert reader.page.locator(".scorecard .row").count() > 100
    for width in widths:
        reader.page.set_viewport_size({"width": width, "height": 900})
        assert reader.settled().page.evaluate(OVER) == [], width

"""What stands on a page keeps its place while a chart is on its way."""

import pytest

DRAWING = "**/plotly*.js*"
PLACES = "() => [...document.querySelectorAll('figure.chart > [role=img]')].map((e) => Math.round(e.clientHeight))"
NOTES = "() => [...document.querySelectorAll('figure.chart .chart-notes')].map((e) => Math.round(e.offsetTop))"


def places(page):
    return page.evaluate(PLACES), page.evaluate(NOTES)


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("path", ["/variation", "/indikator/daily-smoking"])
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

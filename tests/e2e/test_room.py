"""What stands on a page keeps its place while a chart is on its way."""

import pytest

PLACES = "() => [...document.querySelectorAll('figure.chart > [role=img]')].map((e) => Math.round(e.clientHeight))"
NOTES = "() => [...document.querySelectorAll('figure.chart .chart-notes')].map((e) => Math.round(e.offsetTop))"


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("path", ["/variation", "/indikator/daily-smoking"])
def test_nothing_moves_when_a_chart_comes(path, width, reader_of):
    reader, held = reader_of(width), []
    reader.page.route("**/plotly*.js*", lambda route: held.append(route))
    reader.page.goto(reader.address + path)
    reader.page.locator("figure.chart .dash-graph--pending").first.wait_for(state="attached")
    before = reader.page.evaluate(PLACES), reader.page.evaluate(NOTES)
    assert held
    for route in held:
        route.continue_()
    reader.settled()
    reader.page.wait_for_function("() => document.querySelector('figure.chart .main-svg')")
    after = reader.page.evaluate(PLACES), reader.page.evaluate(NOTES)
    assert before == after

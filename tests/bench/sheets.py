"""The one-page sheet against Chromium's printing and kaleido, and the bulk run: `python -m tests.bench sheets`.

Each way makes the same sheets in a process that has begun already: ours from the edition to the PDF, Chromium from the
edition to the same report printed from HTML, kaleido the sheet's pictures alone (a trend line and a dot-range a row).
"""

import shutil
import statistics
import tempfile
import time
from functools import partial
from pathlib import Path

import kaleido
from playwright.sync_api import sync_playwright

from dashboard.bulk import BulkOrder, make_files
from dashboard.exports.report import FORMS
from dashboard.query import Question
from dashboard.viewmodels.bulk import BulkChoice
from dashboard.viewmodels.report.make import report
from dashboard.viewmodels.report.records import Scope
from indicators import Library, Pictures
from tests.bench.figures import Figure

WARM, ROUNDS, PEER_ROUNDS = 2, 12, 5
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"


def measure():
    """Return the figures: a sheet in milliseconds, 84 dimension sheets and 21 decks in a bulk run."""
    picture = Pictures(Library()).current()
    codes = picture.areas.region_codes
    made = partial(report, picture, Question())
    ours = _taken([partial(_sheet, made, code) for code in codes[: WARM + ROUNDS]])
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        printed = _taken([partial(_printed, page, made, code) for code in codes[: WARM + PEER_ROUNDS]])
        browser.close()
    drawn = _drawn([made(Scope("region", code)) for code in codes[: WARM + PEER_ROUNDS]])
    sheets, decks = _bulk(codes, ("dimension",), ("pdf",)), _bulk(codes, ("region",), ("pptx",))
    print(f"84 dimension sheets {sheets / 1000:.1f} s, 21 decks {decks / 1000:.1f} s, on every core")
    return [
        Figure("one-page sheet, against Chromium printing the same report", ours, printed, 40, times_faster=10),
        Figure("one-page sheet, against kaleido drawing its pictures alone", ours, drawn, 40, times_faster=10),
        Figure(
            "84 dimension sheets at once, against as many printed by Chromium one by one", sheets, printed * 84, 4000
        ),
        Figure("21 decks at once, against as many sheets printed by Chromium", decks, printed * 21, 5000),
    ]


def _taken(acts):
    taken = []
    for act in acts:
        start = time.perf_counter()
        act()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken[WARM:])


def _sheet(made, code):
    assert b"".join(FORMS["pdf"].write(made(Scope("region", code)))).startswith(b"%PDF")


def _printed(page, made, code):
    page.set_content(b"".join(FORMS["html"].write(made(Scope("region", code)))).decode())
    assert page.pdf(format="A4", tagged=True).startswith(b"%PDF")


def _drawn(views):
    kaleido.start_sync_server(path=CHROMIUM, n=1, silence_warnings=True)
    try:
        figures = [_figure([row for row in view.rows if row.indicator in view.sheet.indicators]) for view in views]
        return _taken([partial(_kaleido, figure) for figure in figures])
    finally:
        kaleido.stop_sync_server()


def _kaleido(figure):
    assert kaleido.calc_fig_sync(figure, opts={"format": "pdf", "width": 800, "height": 1100}).startswith(b"%PDF")


def _figure(rows):
    """Two small pictures for each row, as axes of one figure."""
    data, layout, height = [], {"showlegend": False}, 1 / len(rows)
    for place, row in enumerate(rows):
        for side, points in enumerate((_trend(row), _dots(row))):
            n = 2 * place + side + 1
            name = "" if n == 1 else str(n)
            layout[f"xaxis{name}"] = {"domain": [side / 2, side / 2 + 0.45], "anchor": f"y{name}", "visible": False}
            layout[f"yaxis{name}"] = {"domain": [1 - height * (place + 0.9), 1 - height * place], "visible": False}
            data.append({**points, "type": "scatter", "xaxis": f"x{name}", "yaxis": f"y{name}"})
    return {"data": data, "layout": layout}


def _trend(row):
    known = [point for point in row.trend.points if point.x is not None]
    return {"x": [point.x for point in known], "y": [point.y for point in known], "mode": "lines"}


def _dots(row):
    return {"x": [mark.x for mark in row.regions], "y": [0] * len(row.regions), "mode": "markers"}


def _bulk(codes, kinds, forms):
    with tempfile.TemporaryDirectory() as folder:
        order = BulkOrder(Library(), Question(), BulkChoice(tuple(codes), kinds, forms), Path(folder))
        start = time.perf_counter()
        faults = [made.fault for made in make_files(order, lambda _: None) if made.fault]
        assert faults == []
        return (time.perf_counter() - start) * 1000

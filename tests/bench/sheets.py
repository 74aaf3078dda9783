"""The one-page sheet against Chromium's printing and kaleido, and the bulk run: `python -m tests.bench sheets`.

Each way makes the same sheets in a process that has begun already: ours from the edition to the PDF, of regions that
nobody has looked at yet, Chromium from the edition to the same report printed from HTML, kaleido the sheet's pictures
alone (a trend line and a dot-range a row). The bulk run is what `halsodialog sheets` does after its start: its
processes' own start is in it. CPU time is said besides, since on a busy machine the clock says little.
"""

import os
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
    tried = codes[: WARM + ROUNDS]
    ours = _told("one-page sheet", [partial(_sheet, made, code) for code in tried])
    _told("the same sheets, whose rows are at hand", [partial(_sheet, made, code) for code in tried])
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        printed = _taken([partial(_printed, page, made, code) for code in codes[: WARM + PEER_ROUNDS]])
        browser.close()
    drawn = _drawn([made(Scope("region", code)) for code in codes[: WARM + PEER_ROUNDS]])
    sheets, decks = _bulk(codes, ("dimension",), ("pdf",)), _bulk(codes, ("region",), ("pptx",))
    _memory(codes)
    return [
        Figure("one-page sheet, against Chromium printing the same report", ours, printed, 40, times_faster=10),
        Figure("one-page sheet, against kaleido drawing its pictures alone", ours, drawn, 40, times_faster=10),
        Figure(
            "84 dimension sheets at once, against as many printed by Chromium one by one", sheets, printed * 84, 4000
        ),
        Figure("21 decks at once, against as many sheets printed by Chromium", decks, printed * 21, 5000),
    ]


def _processor():
    """The processor's time so far in milliseconds, of this process and of those it has waited for."""
    spent = os.times()
    return sum(spent[:4]) * 1000


def _taken(acts):
    taken = []
    for act in acts:
        start = time.perf_counter()
        act()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken[WARM:])


def _told(name, acts):
    before, took = _processor(), _taken(acts)
    print(f"{name}: {took:.0f} ms, {(_processor() - before) / len(acts):.0f} ms of CPU time")
    return took


def _sheet(made, code):
    assert b"".join(FORMS["pdf"].write(made(Scope("region", code), whole=False))).startswith(b"%PDF")


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
    start, before = time.perf_counter(), _processor()
    n = _run(codes, kinds, forms, lambda _: None)
    took = (time.perf_counter() - start) * 1000
    spent = _processor() - before
    print(f"{n} {forms[0]} files at once: {took / 1000:.1f} s, {spent / 1000:.1f} s of CPU time on every core")
    return took


def _memory(codes):
    """Print what one process holds over a run: flat, when the last third is no more than the first."""
    held = []
    _run(codes, ("dimension",), ("pdf",), lambda _: held.append(_resident()), workers=1)
    third = len(held) // 3
    first, last = statistics.mean(held[:third]), statistics.mean(held[-third:])
    print(
        f"memory of one process over {len(held)} sheets: {first:.0f} MB in the first third, {last:.0f} MB in the last"
    )


def _resident():
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _run(codes, kinds, forms, tell, **more):
    with tempfile.TemporaryDirectory() as folder:
        order = BulkOrder(Library(), Question(), BulkChoice(tuple(codes), kinds, forms), Path(folder), **more)
        made = make_files(order, tell)
        assert [item.fault for item in made if item.fault] == []
        return len(made)

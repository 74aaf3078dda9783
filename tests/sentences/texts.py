"""Every text of an area's pages and files, with the place it stands in, from the view models that make them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import orjson

from dashboard.query import Question
from dashboard.viewmodels.compare.rows import compare_view
from dashboard.viewmodels.exported.deck import deck
from dashboard.viewmodels.report.make import report
from dashboard.viewmodels.report.records import Scope
from dashboard.viewmodels.report.sheet import sheet_view
from dashboard.viewmodels.scorecard import scorecard_view
from dashboard.viewmodels.signals.brief import brief
from dashboard.viewmodels.signals.country import country_brief
from dashboard.viewmodels.signals.lines import visit_lines
from dashboard.viewmodels.signals.machine import matters_view
from indicators import NATION

PIECE = {"text", "href", "row"}
VISIT = ("sheet", "deck", "visit", "lines")


@dataclass(frozen=True)
class Said:
    """One text: in which view and field it stands, of which measure where the view says so, and of which area."""

    where: str
    text: str
    measure: str = ""
    area: str = ""

    @property
    def is_for_visit(self):
        return self.where.startswith(VISIT)


def plain(view):
    """A view as the open interface writes it."""
    return orjson.loads(orjson.dumps(view, default=lambda one: list(one) if isinstance(one, Iterable) else str(one)))


def walk(node, where, measure=""):
    """Every text below a node; pieces of one sentence are put together again."""
    if isinstance(node, str):
        yield Said(where, node, measure)
    elif isinstance(node, list):
        if node and all(isinstance(one, dict) and one.keys() >= PIECE for one in node):
            yield Said(where, "".join(one["text"] for one in node), measure)
            return
        for one in node:
            yield from walk(one, where, measure)
    elif isinstance(node, dict):
        measure = node["indicator"] if isinstance(node.get("indicator"), str) else measure
        for name, one in node.items():
            yield from walk(one, f"{where}.{name}", measure)


def views(picture, question, area):
    """The views of an area that tell figures, by name."""
    yield "rows", scorecard_view(picture, question, area)
    if area != NATION:
        yield "compare", compare_view(picture, question, area)
    yield "signals", matters_view(picture, question, area)
    yield "brief", brief(picture, question, area)
    yield "visit", brief(picture, question, area, "visit")
    yield "lines", visit_lines(picture, question, area)
    if area == NATION:
        yield "country", country_brief(picture, question)
    made = report(picture, question, Scope("region", area))
    yield "sheet", sheet_view(made)
    yield "deck", deck(made)


def said(picture, language, area, period="", sex="T"):
    """Every text about one area, in one language, of the newest figures or not after a year."""
    question = Question(lang=language, period=period, sex=sex)
    for name, view in views(picture, question, area):
        yield from (replace(one, area=area) for one in walk(plain(view), name) if one.text.strip())

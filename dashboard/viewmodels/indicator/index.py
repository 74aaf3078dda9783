"""The list of all indicators by dimension and area, with what each measures and its newest period."""

from collections.abc import Iterator

from dashboard.i18n import words
from dashboard.query import Question, link
from dashboard.viewmodels.indicator.focus import unbroken
from dashboard.viewmodels.indicator.views import IndexView
from dashboard.viewmodels.region import dimension_tabs
from dashboard.viewmodels.subject import source_text, span_text
from dashboard.viewmodels.tables import NO_VALUE, Cell, Column, TableGroup, TableRow, TableView
from indicators import FRAMEWORK, Definition, Picture


def index_view(picture: Picture, question: Question) -> IndexView:
    """Return what stands above the list of indicators."""
    say, n = words(question.lang), len(picture.catalogue.indicators)
    return IndexView(say("indicator.index_lede", n=n), dimension_tabs(picture, question, "/indikator"))


def index_table(picture: Picture, question: Question) -> TableView:
    """Return the indicators by dimension and area, of one dimension or all."""
    say = words(question.lang)
    columns = tuple(Column(say(f"table.{key}")) for key in ("indicator", "direction", "latest", "source"))
    return TableView(say("indicator.index_caption"), columns, tuple(_groups(picture, question)))


def _groups(picture: Picture, question: Question) -> Iterator[TableGroup]:
    lang = question.lang
    for dimension in FRAMEWORK.dimensions:
        if question.dimension not in ("", dimension.code):
            continue
        yield TableGroup(dimension.name.in_(lang), (), is_section=True)
        for area in dimension.areas:
            rows = tuple(_row(picture, question, item) for item in picture.catalogue.in_area(dimension.code, area.code))
            gap = area.gap.in_(lang) if area.gap and not rows else None
            yield TableGroup(area.name.in_(lang), rows, note=gap)


def _row(picture: Picture, question: Question, item: Definition) -> TableRow:
    say, lang = words(question.lang), question.lang
    href, measures = link(f"/indikator/{item.id}", question), unbroken(item.measures.in_(lang))
    name = Cell(item.short_name.in_(lang), href=href, note=measures)
    found = picture.headline(item.id, item.only_sex or "T")
    if found is None:
        return TableRow((name, say(f"direction.{item.direction}"), NO_VALUE, source_text(item, say)))
    comparison, series = picture.scorecard().comparisons[found], picture.catalogue.by_id[found[0]]
    reporting = say("indicator.reporting_of", n=len(comparison.values), of=len(picture.areas.regions))
    latest = Cell(span_text(comparison.headline or "", series, say), note=reporting)
    return TableRow((name, say(f"direction.{item.direction}"), latest, source_text(series, say)))

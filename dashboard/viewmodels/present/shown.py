"""What one slide shows: its live view's own picture with fewer rows, its finding, its source and edition."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from dashboard.i18n import Words, words
from dashboard.query import Question
from dashboard.viewmodels.compare.views import CompareView
from dashboard.viewmodels.contract import Fact, Row, ScorecardView
from dashboard.viewmodels.contract_country import MapView, RugView
from dashboard.viewmodels.equality.views import DumbbellView
from dashboard.viewmodels.present.fewer import (
    fewer_compared,
    fewer_in_table,
    fewer_pairs,
    fewer_rows,
    fewer_rug,
    of_both_kinds,
    part_of,
    telling,
)
from dashboard.viewmodels.present.records import Kind, Shown
from dashboard.viewmodels.present.sources import publishers_line
from dashboard.viewmodels.region import scope
from dashboard.viewmodels.report.records import ReportSentence
from dashboard.viewmodels.signals.heads import told_of
from dashboard.viewmodels.tables import TableView
from dashboard.viewmodels.visit import for_visit
from indicators import Picture, with_unit

MOST_SENTENCES = 7


@dataclass(frozen=True, slots=True)
class Frame:
    """What every slide of a view has: the picture it is answered from, the question, the page's title and address.

    `code` is what the page is of, a region's where it has one. `tables` are those it hands out, by their places.
    """

    picture: Picture
    question: Question
    title: str
    href: str
    notices: tuple[str, ...] = ()
    code: str = ""
    tables: Mapping[str, TableView] = field(default_factory=dict)

    @property
    def told(self) -> tuple[str, ...]:
        """The measures that are told as what matters where the view is of a region, or of the country."""
        return told_of(self.picture, self.question, self.code)

    @property
    def say(self) -> Words:
        """The words of the view's language."""
        return words(self.question.lang)

    def show(self, kind: Kind, **parts: Any) -> Shown:
        """Return a slide with the frame's own parts."""
        areas = (self.picture.areas.by_code[code].name for code in self.question.regions)
        whose = " · ".join(part for part in (self.title, *areas, scope(self.question).rstrip(".")) if part)
        number, published = self.picture.edition.number, self.picture.edition.manifest["published"]
        texts = {"kicker": whose, "heading": self.title, "caption": "", "alt": "", "more": "", "source": ""}
        edition = self.say("present.edition", number=number, date=published)
        own = {"lang": self.question.lang, "edition": edition, "href": self.href, "notices": self.notices}
        return Shown(kind=kind, **{**texts, **own, **parts})


def message(frame: Frame, heading: str, facts: Sequence[Fact], sentences: Sequence[ReportSentence]) -> Shown:
    """Return a slide of facts and sentences."""
    source = publishers_line(frame.picture, (), frame.say)
    kept = tuple(sentences[:MOST_SENTENCES])
    more = frame.say("present.more_sentences", n=len(kept), all=len(sentences)) if len(kept) < len(sentences) else ""
    said = (" ".join(filter(None, (item.text, item.note))) for item in kept)
    alt = " ".join([*(f"{fact.label}: {fact.text}." for fact in facts), *said])
    return frame.show("message", heading=heading, alt=alt, more=more, source=source, facts=tuple(facts), sentences=kept)


def scorecard(frame: Frame, text: str, part: Sequence[str]) -> Shown | None:
    """Return a slide of a scorecard's rows, as JSON of the live view; None when it has no such part."""
    view = _read(ScorecardView, text)
    found = part_of(view, part)
    if found is None or not found[1]:
        return None
    is_inside, name = tuple(part[:1]) == ("inside",), found[0]
    rows = list(for_visit(found[1], frame.question.lang))
    kept = rows if is_inside else telling(rows, frame.told)
    heading = _row_heading(rows[0], frame.say) if len(rows) == 1 else _rows_heading(name, rows, is_inside, frame.say)
    is_fewer = len(kept) < len(rows)
    return frame.show(
        "rows",
        heading=heading,
        caption="" if heading.startswith(name) else name,
        alt=" ".join(row.summary for row in kept),
        more=frame.say("present.more_rows", n=len(kept), all=len(rows)) if is_fewer else "",
        source=_source(kept or rows[:1], frame),
        scorecard=_headed(fewer_rows(view, kept or rows[:1]), frame.say),
    )


def _row_heading(row: Row, say: Words) -> str:
    if row.value is None:
        return say("present.row_missing", name=row.name, why=row.missing or row.value_text)
    value = with_unit(row.value_text, row.unit, say.language)
    said = f"{value} ({row.period_text})"
    return say("present.row", name=row.name, value=", ".join(part for part in (said, row.nation_text) if part))


def _rows_heading(name: str, rows: Sequence[Row], is_inside: bool, say: Words) -> str:
    if is_inside:
        return say("present.inside", area=name)
    return say.count("present.rows", len(rows), name=name)


def _source(rows: Sequence[Row], frame: Frame) -> str:
    if len(rows) != 1:
        return publishers_line(frame.picture, (row.series for row in rows), frame.say)
    own = f" {rows[0].derived_text}" if rows[0].derived_text else ""
    return frame.say("present.source", source=rows[0].source) + own


def _headed(view: ScorecardView, say: Words) -> ScorecardView:
    """The dot-ranges' heading says once which way is better; in the place of a position stands where most lie."""
    labels = {**view.labels, "column_position": say("exported.column.others")}
    if any(row.direction != "none" for row in view.rows):
        labels["column_spread"] = say("report.sheet_column.spread")
    return replace(view, labels=labels)


def chart(
    frame: Frame, texts: tuple[str, str, str, str], figure: dict[str, Any], fewer: tuple[int, int] | None
) -> Shown:
    """Return a slide of a chart. `texts` are its finding, what is shown, its words and its source."""
    finding, shown, alt, source = texts
    more = frame.say("present.more_chart", n=fewer[0], all=fewer[1]) if fewer else ""
    return frame.show("chart", heading=finding, caption=shown, alt=alt, more=more, source=source, figure=figure)


def with_table(shown: Shown, table: TableView | None) -> Shown:
    """Return a chart's slide with the chart's numbers as a table beside it, for the forms that need one."""
    return replace(shown, table=table) if table else shown


def country(frame: Frame, text: str) -> Shown:
    """Return a slide of a map, as JSON of the live view."""
    view = _read(MapView, text)
    caption = view.caption if view.caption != view.title else ""
    heading = view.summary.rstrip(".") or view.title
    return frame.show("map", heading=heading, caption=caption, alt=view.summary, source=view.source_line, map=view)


def rug(frame: Frame, text: str) -> Shown:
    """Return a slide of the rug, as JSON of the live view."""
    whole: RugView = _read(RugView, text)
    view, more = fewer_rug(whole, frame.say)
    heading = frame.say("present.rug", title=frame.title, n=of_both_kinds(whole), all=len(whole.columns))
    parts = {"caption": frame.say("present.rug_means"), "alt": view.caption, "source": view.source_line}
    return frame.show("rug", heading=heading, more=more, rug=view, **parts)


def comparison(frame: Frame, text: str) -> Shown | None:
    """Return a slide of a comparison, as JSON of the live view; None when there is nobody to compare with."""
    view, more = fewer_compared(_read(CompareView, text), frame.told, frame.say)
    if view.empty or not view.groups:
        return None
    alt = " ".join(row.summary for group in view.groups for row in group.rows)
    shown = [row.indicator for group in view.groups for row in group.rows]
    source = publishers_line(frame.picture, shown, frame.say)
    parts = {"heading": frame.title, "alt": alt, "more": more, "source": source}
    return frame.show("compare", compare=view, **parts)


def pairs(frame: Frame, text: str, finding: str) -> Shown | None:
    """Return a slide of two groups' values by indicator, as JSON of the live view; None when there are none."""
    view, more = fewer_pairs(_read(DumbbellView, text), frame.say)
    if view.empty or not view.groups:
        return None
    alt = " ".join(row.summary for group in view.groups for row in group.rows)
    return frame.show("pairs", heading=finding or view.caption, alt=alt, more=more, source=view.source, pairs=view)


def table(frame: Frame, text: str) -> Shown | None:
    """Return a slide of a table, as JSON of the live view; None when it has no rows."""
    whole = _read(TableView, text)
    view, more = fewer_in_table(whole, frame.say)
    if not view.groups:
        return None
    source = " ".join(whole.notes) or publishers_line(frame.picture, (), frame.say)
    return frame.show("table", heading=view.caption, more=more, source=source, table=view)


def _read(kind: Any, text: str) -> Any:
    return _reader(kind).validate_json(text)


@cache
def _reader(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)

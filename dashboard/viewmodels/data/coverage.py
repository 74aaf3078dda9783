"""Coverage as a picture: indicators and regions with what there is, in the rug's form, and the same in numbers."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.i18n import Words, words
from dashboard.query import Question, link
from dashboard.viewmodels.contract import Tone
from dashboard.viewmodels.contract_country import RugArea, RugColumn, RugRow, RugSection, RugView, State
from dashboard.viewmodels.subject import span_text
from dashboard.viewmodels.tables import Cell, Column, TableRow, TableView, plain_table
from indicators import FRAMEWORK, Covered, Definition, Dimension, Picture, coverage_of, format_number

MARKS: dict[str, tuple[str, Tone]] = {
    "headline": ("●", "neutral"),
    "older": ("○", "neutral"),
    "missing": ("✕", "bad"),
    "suppressed": ("◇", "missing"),
    "unpublished": ("", "missing"),
}
MOST_LACKING = 3


@dataclass(frozen=True, slots=True)
class CoverageNumbers:
    """The coverage in sentences, and region by region as a table."""

    sentences: tuple[str, ...]
    table: TableView


def coverage_rug(picture: Picture, question: Question) -> RugView:
    """Return the coverage of all dimensions, or of the one the question names."""
    say, number = words(question.lang), picture.edition.number
    shown = _shown(picture, question)
    used = {item.state for item in shown}
    marks = {code: mark for code, mark in MARKS.items() if code in used}
    states = {code: State(code, *mark, say(f"data.state.{code}")) for code, mark in marks.items()}
    own = {name: say(f"data.{name}") for name in ("cell", "rug_hint")}
    return RugView(
        edition=number,
        lang=question.lang,
        caption=say("data.coverage_caption", edition=number),
        columns=tuple(_column(area.code, area.name, area.short_name, question) for area in picture.areas.regions),
        sections=tuple(_sections(picture, question, shown)),
        states=states,
        labels={**say.part("drawing"), **own},
        source_line=say("data.coverage_source", edition=number),
    )


def _column(code: str, name: str, short: str, question: Question) -> RugColumn:
    return RugColumn(code, name, short, link(f"/region/{code}", question))


def _shown(picture: Picture, question: Question) -> list[Covered]:
    by_id, wanted = picture.catalogue.by_id, question.dimension
    return [item for item in coverage_of(picture) if wanted in ("", by_id[item.indicator].dimension)]


def _sections(picture: Picture, question: Question, shown: Iterable[Covered]) -> Iterator[RugSection]:
    rows: dict[str, list[Covered]] = {}
    for item in shown:
        rows.setdefault(item.indicator, []).append(item)
    for dimension in FRAMEWORK.dimensions:
        if question.dimension in ("", dimension.code):
            areas = tuple(_areas(picture, question, dimension, rows))
            href = link(f"/dimension/{dimension.code}", question)
            yield RugSection(dimension.code, dimension.name.in_(question.lang), href, areas)


def _areas(
    picture: Picture, question: Question, dimension: Dimension, rows: dict[str, list[Covered]]
) -> Iterator[RugArea]:
    for area in dimension.areas:
        found = picture.catalogue.in_area(dimension.code, area.code)
        gap = area.gap.in_(question.lang) if area.gap and not found else None
        drawn = tuple(_row(picture, question, definition, rows[definition.id]) for definition in found)
        yield RugArea(area.code, area.name.in_(question.lang), gap, drawn)


def _row(picture: Picture, question: Question, indicator: Definition, items: list[Covered]) -> RugRow:
    say = words(question.lang)
    definition = picture.catalogue.by_id[items[0].series or indicator.id]
    headline = next((item.period for item in items if item.state == "headline"), None)
    cells = tuple((item.state, span_text(item.period or "", definition, say)) for item in items)
    name, href = indicator.short_name.in_(question.lang), link(f"/indikator/{indicator.id}", question)
    return RugRow(indicator.id, name, href, "", span_text(headline or "", definition, say), cells)


def coverage_numbers(picture: Picture, question: Question) -> CoverageNumbers:
    """Return the same in numbers."""
    say, shown = words(question.lang), _shown(picture, question)
    counts = Counter(item.state for item in shown)
    regions = len(picture.areas.regions)
    n = {name: format_number(count, 0, question.lang) for name, count in _totals(counts, regions).items()}
    told = say("data.coverage_text", **n, regions=regions)
    gaps = [
        say(f"data.coverage_{state}", n=format_number(counts[state], 0, question.lang))
        for state in MARKS
        if state != "headline" and counts[state]
    ]
    rest = " ".join([*gaps, *_lacking(picture, shown, say)])
    return CoverageNumbers(tuple(filter(None, (told, rest))), _table(picture, question, shown))


def _totals(counts: Counter[str], regions: int) -> dict[str, int]:
    cells = sum(counts.values())
    return {"have": counts["headline"], "cells": cells, "indicators": cells // regions}


def _lacking(picture: Picture, shown: list[Covered], say: Words) -> Iterator[str]:
    """Which regions lack the most."""
    lacks = Counter(item.area for item in shown if item.state != "headline")
    named = [f"{picture.areas.by_code[code].name} ({n})" for code, n in lacks.most_common(MOST_LACKING)]
    if named:
        yield say("data.coverage_most", names="; ".join(named))


def _table(picture: Picture, question: Question, shown: list[Covered]) -> TableView:
    say = words(question.lang)
    states = [state for state in MARKS if any(item.state == state for item in shown)]
    numbers = [Column(say(f"data.state.{state}"), "number") for state in states]
    columns = (Column(say("data.column.region")), *numbers, Column(say("data.column.lacks")))
    rows = tuple(_region_row(picture, question, code, states, shown) for code in picture.areas.region_codes)
    return plain_table(say("data.coverage_table", edition=picture.edition.number), columns, rows)


def _region_row(picture: Picture, question: Question, code: str, states: list[str], shown: list[Covered]) -> TableRow:
    own = [item for item in shown if item.area == code]
    counts = Counter(item.state for item in own)
    lacks = [_lack(picture, question, item) for item in own if item.state != "headline"]
    area = picture.areas.by_code[code]
    cells = tuple(format_number(counts[state], 0, question.lang) for state in states)
    return TableRow((Cell(area.name, href=link(f"/region/{code}", question)), *cells, "; ".join(lacks) or "–"))


def _lack(picture: Picture, question: Question, item: Covered) -> str:
    definition, say = picture.catalogue.by_id[item.indicator], words(question.lang)
    name = definition.short_name.in_(question.lang)
    if item.state != "older" or item.series is None:
        return f"{name} ({say(f'data.state.{item.state}')})"
    period = span_text(item.period or "", picture.catalogue.by_id[item.series], say)
    return f"{name} ({say('data.last', period=period)})"

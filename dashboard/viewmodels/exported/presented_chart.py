"""The native chart of a presentation's slide, from the table of its numbers: years become lines, regions bars."""

import re
from collections import Counter
from dataclasses import replace
from typing import Literal

from dashboard.viewmodels.exported.cells import Cell as Number
from dashboard.viewmodels.exported.cells import number_cell
from dashboard.viewmodels.exported.slides import ChartSeries, Deck, Line, Slide, SlideChart
from dashboard.viewmodels.present.deck import Deck as Presented
from dashboard.viewmodels.present.deck import DeckSlide
from dashboard.viewmodels.tables import Cell, TableRow, TableView
from indicators import FormattedNumber

YEAR = re.compile(r"\d{4}(-\d{2}|–\d{4})?")
MOST_BARS, MOST_LINES, ENOUGH = 23, 6, 3
"""How many bars and lines a room can tell apart, and how few values are no picture."""


def with_charts(outline: Deck, presented: Presented) -> Deck:
    """Return a presentation's slides with native charts in the place of the tables of their numbers."""
    opening, *slides = outline.slides
    made = (_with_chart(slide, item) for slide, item in zip(slides, presented.slides, strict=True))
    # Whoever reads the notes alone is told whose they are.
    named = replace(opening, notes=opening.notes or (presented.title,))
    return replace(outline, slides=(named, *made))


def _with_chart(slide: Slide, item: DeckSlide) -> Slide:
    chart = presented_chart(item)
    if chart is None:
        return slide
    lines = (*slide.lines, Line(item.caption or chart.title))
    return replace(slide, kind="chart", lines=lines, source=item.source or slide.source, table=None, chart=chart)


def presented_chart(item: DeckSlide) -> SlideChart | None:
    """Return a chart's slide as a native chart; None where its numbers are not of a kind that is drawn here."""
    rows = [row for group in item.table.groups for row in group.rows] if item.table else []
    if item.kind != "chart" or item.table is None or len(rows) < ENOUGH:
        return None
    places = [place for place, column in enumerate(item.table.columns) if column.kind == "number" and place > 0]
    if not places or (len(rows) > MOST_BARS and not _is_year(rows[0])):
        return None
    return _lines(item, item.table, rows, places) if all(map(_is_year, rows)) else _bars(item, item.table, rows, places)


def _is_year(row: TableRow) -> bool:
    return bool(YEAR.fullmatch(_text(row.cells[0])))


def _lines(item: DeckSlide, table: TableView, rows: list[TableRow], places: list[int]) -> SlideChart | None:
    ordered = sorted(rows, key=lambda row: _text(row.cells[0]))
    # The last column is the newest thing asked for: the area's own, where the nation stands before it.
    made = [
        ChartSeries(
            table.columns[place].text,
            tuple(_number(row, place) for row in ordered),
            own=place == places[-1],
        )
        for place in places[-MOST_LINES:]
    ]
    drawn = tuple(line for line in made if any(cell.value is not None for cell in line.cells))
    return _chart("lines", item, table, tuple(_text(row.cells[0]) for row in ordered), drawn, (None, None))


def _bars(item: DeckSlide, table: TableView, rows: list[TableRow], places: list[int]) -> SlideChart | None:
    # A value of another period than the rest stands in the table, apart from the comparison.
    newest = Counter(_text(row.cells[-1]) for row in rows).most_common(1)[0][0]
    alike = [row for row in rows if _text(row.cells[-1]) == newest]
    drawn = [(row, cell) for row in alike if (cell := _number(row, places[0])).value is not None]
    if len(drawn) < ENOUGH:
        return None
    names = tuple(_text(row.cells[0]) for row, _ in drawn)
    series = (ChartSeries(table.columns[places[0]].text, tuple(cell for _, cell in drawn), own=True),)
    # The row that the others are held against is the nation's; the slide's own area is named above it.
    nation = next((place for place, (row, _) in enumerate(drawn) if row.is_own), None)
    strong = next((place for place, name in enumerate(names) if name in item.kicker), None)
    return _chart("bars", item, table, names, series, (strong, nation))


def _chart(
    kind: Literal["lines", "bars"],
    item: DeckSlide,
    table: TableView,
    names: tuple[str, ...],
    series: tuple[ChartSeries, ...],
    marked: tuple[int | None, int | None],
) -> SlideChart | None:
    if not series:
        return None
    decimals = max(cell.decimals for line in series for cell in line.cells)
    return SlideChart(kind, table.caption, names, series, decimals, *marked, item.alt or table.caption)


def _number(row: TableRow, place: int) -> Number:
    text = _text(row.cells[place]) if place < len(row.cells) else ""
    return number_cell(text if isinstance(text, FormattedNumber) else None)


def _text(cell: str | Cell) -> str:
    return cell if isinstance(cell, str) else cell.text

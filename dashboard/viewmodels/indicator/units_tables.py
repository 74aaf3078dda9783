"""The units as tables: every unit with its numbers, and the spread of each band."""

from dashboard.viewmodels.contract_units import UnitBand, UnitMark
from dashboard.viewmodels.indicator.focus import short_name, unit_name
from dashboard.viewmodels.indicator.units_marks import Marking
from dashboard.viewmodels.subject import Subject
from dashboard.viewmodels.tables import NO_VALUE, Cell, Column, TableGroup, TableRow, TableView, plain_table
from indicators import format_number

SPREAD = ("n", "minimum", "q1", "median", "q3", "maximum")


def units_table(whole: Subject, bands: tuple[UnitBand, ...]) -> TableView:
    """Return every unit of the picture and those that are not drawn, by region and kind."""
    words = whole.words
    columns = (
        Column(words("units_shown.unit")),
        Column(f"{words('table.value')} ({unit_name(whole)})", "number"),
        Column(words("units_shown.interval"), "number"),
        Column(words("indicator.numerator"), "number"),
        Column(words("indicator.denominator"), "number"),
        Column(words("units_shown.trend")),
        Column(words("units_shown.about")),
    )
    caption = words("units_shown.table", name=short_name(whole), unit=unit_name(whole))
    groups = tuple(_group(whole, band) for band in bands)
    return TableView(caption, columns, groups, (words("units_shown.table_note"),))


def _group(whole: Subject, band: UnitBand) -> TableGroup:
    # The mark comes first: on a phone the end of a long line lies outside the table's own window.
    note = ". ".join([*([band.example_text] if band.example else []), band.own_text])
    marking = Marking(whole.definition, whole.words)
    return TableGroup(band.title, tuple(_row(marking, mark) for mark in band.units), note=f"{note}.")


def _row(marking: Marking, mark: UnitMark) -> TableRow:
    counts = [marking.counted(count) for count in (mark.numerator, mark.denominator)]
    trend = Cell(marking.words(f"trend.{mark.trend}"), note=mark.trend_text) if mark.trend else NO_VALUE
    return TableRow((mark.unit, mark.value_text, mark.interval_text, *counts, trend, mark.status_text))


def spread_table(whole: Subject, bands: tuple[UnitBand, ...]) -> TableView:
    """Return the ends and quartiles of each band."""
    words = whole.words
    columns = (Column(words("units_shown.band")), *(Column(words(f"table.{key}"), "number") for key in SPREAD))
    caption = words("units_shown.spread_table", name=short_name(whole), unit=unit_name(whole))
    rows = tuple(_spread_row(whole, band) for band in bands)
    return plain_table(caption, columns, rows)


def _spread_row(whole: Subject, band: UnitBand) -> TableRow:
    found = band.spread
    five = (found.minimum, found.q1, found.median, found.q3, found.maximum)
    texts = [NO_VALUE if value is None else whole.number(value) for value in five]
    note = band.example_text or None
    return TableRow((Cell(band.title, note=note), format_number(found.n, 0, whole.words.language), *texts))

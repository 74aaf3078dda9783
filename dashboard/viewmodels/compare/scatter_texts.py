"""What a scatter says: its finding, the line in words, and the same numbers as a table."""

from collections.abc import Sequence
from typing import Protocol

from dashboard.i18n import Words
from dashboard.viewmodels.axes import ChartAxis
from dashboard.viewmodels.compare.axes import AxisSubject
from dashboard.viewmodels.compare.views import ScatterLine
from dashboard.viewmodels.indicator.focus import unbroken
from dashboard.viewmodels.tables import Column, TableRow, TableView, plain_table
from indicators import AreasLine, Picture, difference_text, format_number


class Paired(Protocol):
    """What the texts need of a pair of indicators; see `compare_scatter.Pair`."""

    @property
    def picture(self) -> Picture:
        """The picture it is read from."""

    @property
    def code(self) -> str:
        """The reader's region."""

    @property
    def x(self) -> AxisSubject:
        """The indicator across."""

    @property
    def y(self) -> AxisSubject:
        """The indicator upwards."""

    @property
    def say(self) -> Words:
        """The reader's words."""

    @property
    def codes(self) -> tuple[str, ...]:
        """The regions that have both."""

    @property
    def middle(self) -> tuple[float, float]:
        """The medians of both."""

    def group(self, code: str) -> str:
        """Return which of the three groups a region belongs to."""


def finding(pair: Paired) -> str:
    """Return where the reader's region lies among the others, or that it has no place among them."""
    if pair.code in pair.codes:
        sides = [
            pair.say(f"compare.scatter_{_side(found.values[pair.code], middle)}")
            for found, middle in zip((pair.x, pair.y), pair.middle, strict=True)
        ]
        region = pair.picture.areas.by_code[pair.code].name
        facts = {"x_side": sides[0], "x": pair.x.name, "y_side": sides[1], "y": pair.y.name}
        return unbroken(pair.say("compare.scatter_finding", region=region, **facts))
    return pair.say("compare.scatter_absent", region=pair.picture.areas.by_code[pair.code].name)


def _side(value: float, middle: float) -> str:
    return "at" if value == middle else "above" if value > middle else "below"


def line_notes(pair: Paired, fitted: AreasLine | None, across: ChartAxis | None) -> tuple[str, ...]:
    """Return the line in words: what one step along x goes with, and how uncertain that is; nothing without a line."""
    if fitted is None or across is None or len(across.ticks) < 2:
        return ()
    step = across.ticks[1].at - across.ticks[0].at
    slopes = (fitted.slope, fitted.least, fitted.most)
    rise, least, most = (_difference(pair.y, slope * step) for slope in slopes)
    facts = {"x": pair.x.name, "step": _difference(pair.x, step).removeprefix("+"), "y": pair.y.name, "rise": rise}
    said = pair.say("compare.line", n=fitted.n, low=least, high=most, **facts)
    return (said, pair.say("compare.line_flat")) if fitted.least < 0 < fitted.most else (said,)


def _difference(found: AxisSubject, value: float) -> str:
    return difference_text(value, found.subject.definition, found.subject.words.language, signed=True)


def scatter_table(pair: Paired, line: ScatterLine | None) -> TableView:
    """Return every number of the picture: the regions' two values, and the line with its band where it is drawn."""
    say = pair.say
    names = [pair.x.title, pair.y.title]
    ends = [say(f"compare.column_{name}") for name in ("line", "lower", "upper")] if line else []
    columns = (
        Column(say("table.region")),
        *(Column(text, "number") for text in (*names, *ends)),
        Column(say("compare.column_group")),
    )
    ordered = sorted(pair.codes, key=lambda code: pair.x.values[code])
    rows = tuple(_row(pair, line, place, code) for place, code in enumerate(ordered))
    return plain_table(say("compare.scatter_table", x=pair.x.name, y=pair.y.name), columns, rows)


def _row(pair: Paired, line: ScatterLine | None, place: int, code: str) -> TableRow:
    x, y = pair.x.values[code], pair.y.values[code]
    band = (line.fitted[place], line.lower[place], line.upper[place]) if line else ()
    group = pair.say(f"compare.scatter_group_{pair.group(code)}")
    cells = (pair.x.subject.number(x), pair.y.subject.number(y), *_band_texts(pair, band))
    name = pair.picture.areas.by_code[code].name
    return TableRow((name, *cells, group), is_own=code == pair.code)


def _band_texts(pair: Paired, band: Sequence[float]) -> tuple[str, ...]:
    decimals = max(pair.y.subject.definition.decimals, 1)
    return tuple(format_number(value, decimals, pair.say.language) for value in band)

"""Försäkringskassan's open statistics: one list of cells for each table.

https://www.forsakringskassan.se/statistik-och-analys/statistikdatabas
"""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, NamedTuple

from pydantic import Field

from indicators.areas import NATION
from indicators.text import Strict
from intake.formats.fetching import Fetcher
from intake.formats.places import Place, places
from intake.formats.rows import Row, Said, row
from intake.formats.shape import Shape
from intake.formats.wanted import Wanted
from intake.http.addresses import Site
from intake.http.body import Body
from intake.http.limits import Pace
from intake.http.refusals import EmptyAnswerError
from intake.http.strict_json import read_json

NAME = "forsakringskassan"
# No limit is published: the pace is that of known polite clients.
FK = Site("fk", "https://www.forsakringskassan.se/api/sprstatistikrapportera/public/v1", Pace(5, 5.0, gap_s=0.5))
SITES = (FK,)
ALL = "ALL"
DIMENSIONS = ("ar", "lan_kod", "kommun_kod", "kon_kod", "aldersklass_kod")
# The month stands under one of two names, by table.
MONTHS = ("manad", "man")
MONTH_CODES = tuple(f"{month:02}" for month in range(1, 13))


class Ask(Strict):
    """A table, its measure, and the month whose value stands for the year."""

    dataset: Annotated[str, Field(pattern=r"^[a-z-]+$")]
    table: Annotated[str, Field(pattern=r"^[A-Za-z]+$")]
    measure: Annotated[str, Field(pattern=r"^[a-z]+$")]
    month: Annotated[str, Field(pattern=r"^(0[1-9]|1[0-2])$")]


class Part(NamedTuple):
    """What one answer is about."""

    wanted: Wanted
    ask: Ask


def fetch(client: Fetcher, wanted: Sequence[Wanted]) -> Iterator[Body]:
    """Give the answers for some series. Raises RefusedError."""
    for item in wanted:
        ask = Ask.model_validate(item.established().ask)
        every = [("kon_kod", ALL), ("aldersklass_kod", ALL)]
        yield client.get(FK.name, f"{ask.dataset}/{ask.table}.json", every).asked(Part(item, ask))


def read(body: Body) -> Iterator[Row]:
    """Give the rows of a table. Raises RefusedError."""
    shape, part = Shape(body), body.about
    seen: set[tuple[str, ...]] = set()
    for raw in shape.items(read_json(body), "table"):
        cell = shape.object(raw, "cell", ("dimensions", "observations"))
        dimensions = _dimensions(shape, cell["dimensions"])
        place = _place(shape, dimensions)
        key = (place.code, dimensions["ar"], _month(dimensions))
        if key in seen:
            shape.refuse("cell", "/".join(key), "stands twice")
        seen.add(key)
        value = _value(shape, cell["observations"], part.ask.measure)
        if _month(dimensions) == part.ask.month and place.level in part.wanted.levels:
            yield row(part.wanted, body, place, Said(shape.year(int(dimensions["ar"]), "ar"), value))
    if not seen:
        raise EmptyAnswerError(body.source, body.address, "the table came without a single cell")


def _dimensions(shape: Shape, raw: Any) -> dict[str, str]:
    held = shape.object(raw, "dimensions", DIMENSIONS, MONTHS)
    told = {name: shape.text(value, name) for name, value in held.items()}
    for name in ("kon_kod", "aldersklass_kod"):
        shape.one_of(told[name], name, (ALL,))
    if sum(name in told for name in MONTHS) != 1:
        shape.refuse("manad", sorted(told), "the month must stand under one name")
    shape.one_of(_month(told), "manad", MONTH_CODES)
    year = told["ar"]
    if len(year) != len("2025") or not (year.isascii() and year.isdigit()):
        shape.refuse("ar", year, "must be a year")
    return told


def _month(told: dict[str, str]) -> str:
    return next((told[name] for name in MONTHS if name in told), "")


def _place(shape: Shape, told: dict[str, str]) -> Place:
    """The place of a cell: the nation, a whole county, or a municipality of it."""
    county, municipality = told["lan_kod"], told["kommun_kod"]
    is_whole = municipality == f"{ALL}_{county}"
    code = municipality if not is_whole else NATION if county == ALL else county
    place = places("fk").get(code)
    # The nation is told as all counties, never by a code of its own.
    is_right = (is_whole and county != NATION) or (code[:2] == county and len(code) > len(county))
    if place is None or not is_right:
        allowed = "must be a county" if is_whole else "must be a municipality of the county"
        shape.refuse("lan_kod/kommun_kod", (county, municipality), allowed)
    return place


def _value(shape: Shape, raw: Any, measure: str) -> float | None:
    observations = shape.object(raw, "observations", (measure,))
    return shape.number(shape.object(observations[measure], measure, ("value",))["value"], measure)

"""OECD's SDMX service: CSV with labels. At most 60 downloads an hour, which the client keeps to.

https://www.oecd.org/en/data/insights/data-explainers/2024/09/api.html
"""

from collections.abc import Iterator, Sequence
from typing import Annotated, NamedTuple

from pydantic import Field

from indicators.periods import FORMS
from indicators.text import Strict
from intake.formats.fetching import Fetcher
from intake.formats.numbers import point_number
from intake.formats.places import codes, places
from intake.formats.rows import Row, Said, row
from intake.formats.shape import Shape
from intake.formats.wanted import Wanted
from intake.http.addresses import Site
from intake.http.body import CSV, Body
from intake.http.limits import Pace
from intake.http.refusals import EmptyAnswerError, StatusError
from intake.http.strict_csv import read_csv

NAME = "oecd"
# Sixty calls an hour are allowed.
SITES = (Site("oecd", "https://sdmx.oecd.org/public/rest", Pace(60, 3600.0, gap_s=1.0)),)
NEEDED = ("STRUCTURE_ID", "REF_AREA", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS")
FORM = (("dimensionAtObservation", "AllDimensions"), ("format", "csvfilewithlabels"))
NOTHING = 404
# A normal, B break, D definition differs, E estimated, F forecast, I imputed, P provisional, M and L missing.
STATUSES = {"": "final", **dict.fromkeys("ABDEFI", "final"), "P": "preliminary", **dict.fromkeys("ML", "not-reported")}


class Ask(Strict):
    """A dataflow, the key with `{places}` where the countries go, and the code of each column that is held."""

    flow: Annotated[str, Field(pattern=r"^[A-Z.]+,[A-Z_]+@[A-Z_]+,[\d.]*$")]
    key: Annotated[str, Field(pattern=r"^\{places\}[A-Za-z0-9_.+]*$")]
    held: dict[str, str]
    since: Annotated[str, Field(pattern=r"^\d{4}$")] = "2005"


class Part(NamedTuple):
    """What one answer is about."""

    wanted: Wanted
    ask: Ask


def fetch(client: Fetcher, wanted: Sequence[Wanted]) -> Iterator[Body]:
    """Give the answers for some series. Raises RefusedError."""
    for item in wanted:
        ask = Ask.model_validate(item.established().ask)
        key = ask.key.format(places="+".join(codes("oecd-country", item.levels)))
        try:
            yield client.get(NAME, f"data/{ask.flow}/{key}", [("startPeriod", ask.since), *FORM], CSV).asked(
                Part(item, ask)
            )
        except StatusError as error:
            if error.status == NOTHING:
                raise EmptyAnswerError(NAME, error.address, "no such flow, or nothing under this key") from error
            raise


def read(body: Body) -> Iterator[Row]:
    """Give the rows of a table. Raises RefusedError."""
    shape, part = Shape(body), body.about
    known = places("oecd-country")
    seen: set[tuple[str, str]] = set()
    for line in read_csv(body, (*NEEDED, *part.ask.held)):
        _check(shape, line, part.ask, seen)
        place = known.get(line["REF_AREA"])
        if place is None:
            shape.refuse("REF_AREA", line["REF_AREA"], "is a place that was not asked for")
        yield row(part.wanted, body, place, _said(shape, line))
    if not seen:
        raise EmptyAnswerError(body.source, body.address, "the table came without a single row")


def _check(shape: Shape, line: dict[str, str], ask: Ask, seen: set[tuple[str, str]]) -> None:
    """Hold each column at its code; a place and year may stand once, or the key leaves something open."""
    agency, structure, version = ask.flow.split(",")
    told = line["STRUCTURE_ID"]
    if not told.startswith(f"{agency}:{structure}(") or (version and told != f"{agency}:{structure}({version})"):
        shape.refuse("STRUCTURE_ID", told, f"must be {agency}:{structure}({version})")
    for column, code in ask.held.items():
        if line[column] != code:
            shape.refuse(column, line[column], f"must be {code}, as was asked")
    key = (line["REF_AREA"], line["TIME_PERIOD"])
    if key in seen:
        shape.refuse("TIME_PERIOD", "/".join(key), "stands twice")
    seen.add(key)


def _said(shape: Shape, line: dict[str, str]) -> Said:
    period = line["TIME_PERIOD"]
    if not FORMS["year"].fullmatch(period) or not period.isascii():
        shape.refuse("TIME_PERIOD", period, "must be a year")
    value = point_number(shape, line["OBS_VALUE"], "OBS_VALUE")
    status = STATUSES[shape.one_of(line["OBS_STATUS"], "OBS_STATUS", STATUSES)]
    if value is not None and status == "not-reported":
        shape.refuse("OBS_VALUE", value, "must be empty where the status says missing")
    return Said(shape.year(int(period), "TIME_PERIOD"), value, status)

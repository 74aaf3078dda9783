"""Folkhälsomyndigheten's Folkhälsodata: PxWeb, version 1.

https://www.folkhalsomyndigheten.se/folkhalsorapportering-statistik/om-vara-datainsamlingar/oppna-data/
"""

from collections.abc import Iterator, Sequence
from typing import Annotated, NamedTuple

from pydantic import Field

from indicators.text import Strict
from intake.formats.cube import Layout, PeriodForm, check_filled, cube_rows
from intake.formats.fetching import Fetcher
from intake.formats.jsonstat import read_cube
from intake.formats.places import codes
from intake.formats.pxweb1 import TableAsk, ask_table
from intake.formats.rows import Row
from intake.formats.wanted import Wanted
from intake.http.addresses import Site
from intake.http.body import Body
from intake.http.limits import Pace

NAME = "fohm"
# The same program as that of Statistics Sweden, which allows ten calls in ten seconds.
SITES = (Site("fohm", "https://fohm-app.folkhalsomyndigheten.se/Folkhalsodata/api/v1/sv", Pace(9, 10.0)),)
# Two dots stand for a value that is missing or hidden; the publisher does not say which.
FLAGS = {"": "final", "..": "not-reported"}


class Ask(Strict):
    """A table, the code each variable is held at, and what its times stand for."""

    path: Annotated[str, Field(pattern=r"^[\w./-]+\.px$")]
    held: dict[str, str]
    place: str = "Region"
    time: str = "År"
    period: PeriodForm = "year"


class Part(NamedTuple):
    """What one answer is about."""

    wanted: Wanted
    layout: Layout


def fetch(client: Fetcher, wanted: Sequence[Wanted]) -> Iterator[Body]:
    """Give the answers for some series. Raises RefusedError."""
    for item in wanted:
        ask = Ask.model_validate(item.established().ask)
        places = codes("scb", item.levels)
        chosen = {ask.place: places, **{name: [code] for name, code in ask.held.items()}}
        body = ask_table(client, TableAsk(NAME, ask.path, chosen, ask.time))
        check_filled(body, read_cube(body))
        layout = Layout(ask.place, ask.time, "scb", ask.held, FLAGS, period=ask.period, asked=frozenset(places))
        yield body.asked(Part(item, layout))


def read(body: Body) -> Iterator[Row]:
    """Give the rows of an answer. Raises RefusedError."""
    part: Part = body.about
    yield from cube_rows(body, read_cube(body), part.wanted, part.layout)

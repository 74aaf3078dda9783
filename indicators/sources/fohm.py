"""Folkhälsomyndigheten's Folkhälsodata: PxWeb, version 1.

https://www.folkhalsomyndigheten.se/folkhalsorapportering-statistik/om-vara-datainsamlingar/oppna-data/
"""

from collections.abc import Iterator, Sequence
from typing import Annotated, NamedTuple

from pydantic import Field

from indicators.http.body import Body
from indicators.intake.cube import Layout, PeriodForm, check_filled, cube_rows
from indicators.intake.fetching import Fetcher
from indicators.intake.jsonstat import read_cube
from indicators.intake.places import codes
from indicators.intake.pxweb1 import TableAsk, ask_table
from indicators.intake.rows import Row
from indicators.intake.wanted import Wanted
from indicators.text import Strict

NAME = "fohm"
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

"""Eurostat's Statistics API: JSON-stat 2 with sparse values.

https://wikis.ec.europa.eu/display/EUROSTATHELP/API+Statistics+-+data+query
"""

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from indicators.text import Strict
from intake.formats.cube import Layout, check_filled, cube_rows
from intake.formats.fetching import Fetcher
from intake.formats.jsonstat import read_cube
from intake.formats.places import codes
from intake.formats.rows import Row
from intake.formats.wanted import Wanted
from intake.http.addresses import Site
from intake.http.body import Body
from intake.http.limits import Pace

NAME = "eurostat"
# No limit is published: the pace is that of known polite clients.
SITES = (Site("eurostat", "https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0", Pace(5, 5.0, gap_s=0.5)),)
PLACE, TIME = "geo", "time"
# b break, d definition differs, e estimated, f forecast, i see metadata, n not significant, s Eurostat's estimate,
# u low reliability: a value with a note is a value. c is confidential, z not applicable, p provisional, r revised.
NOTES = "bdefinsu"
FLAGS = {
    "": "final",
    ":": "not-reported",
    "z": "not-reported",
    "c": "suppressed",
    **dict.fromkeys(NOTES, "final"),
    **{f"{note}p": "preliminary" for note in ("", *NOTES)},
    **{f"{note}r": "revised" for note in ("", *NOTES)},
    **{a + b: "final" for a in NOTES for b in NOTES if a != b},
}


class Ask(Strict):
    """A dataset, and the code each dimension is held at, its unit included."""

    dataset: Annotated[str, Field(pattern=r"^[a-z0-9_]+$")]
    held: dict[str, str]
    coding: Literal["eurostat-country", "nuts3"] = "eurostat-country"
    since: Annotated[str, Field(pattern=r"^\d{4}$")] = "2005"


class Part(NamedTuple):
    """What one answer is about."""

    wanted: Wanted
    layout: Layout


def fetch(client: Fetcher, wanted: Sequence[Wanted]) -> Iterator[Body]:
    """Give the answers for some series. Raises RefusedError."""
    for item in wanted:
        ask = Ask.model_validate(item.established().ask)
        places = codes(ask.coding, item.levels)
        chosen = [*ask.held.items(), *((PLACE, code) for code in places), ("sinceTimePeriod", ask.since)]
        body = client.get(NAME, f"data/{ask.dataset}", [("format", "JSON"), ("lang", "EN"), *chosen])
        check_filled(body, read_cube(body))
        layout = Layout(PLACE, TIME, ask.coding, ask.held, FLAGS, asked=frozenset(places))
        yield body.asked(Part(item, layout))


def read(body: Body) -> Iterator[Row]:
    """Give the rows of an answer. Raises RefusedError."""
    part: Part = body.about
    yield from cube_rows(body, read_cube(body), part.wanted, part.layout)

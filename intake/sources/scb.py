"""Statistics Sweden: PxWebApi 2 with JSON-stat 2, and the older interface when the newer one does not answer.

https://www.scb.se/en/services/open-data-api/
"""

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from indicators.text import Strict
from intake.formats.cube import Layout, check_filled, cube_rows
from intake.formats.fetching import Fetcher
from intake.formats.jsonstat import Cube, read_cube, read_structure
from intake.formats.places import codes
from intake.formats.pxweb1 import TableAsk, ask_table
from intake.formats.rows import Row
from intake.formats.shape import Shape
from intake.formats.wanted import Wanted
from intake.http.addresses import Site
from intake.http.body import Body
from intake.http.limits import Pace
from intake.http.refusals import IncompleteError, StatusError, TooLateError, UnreachableError

NAME = "scb"
OLDER = "scb_v1"
# Ten calls in ten seconds are allowed on the older interface and thirty on the newer; nine are asked on both.
SITES = (
    Site(NAME, "https://statistikdatabasen.scb.se/api/v2", Pace(9, 10.0)),
    Site(OLDER, "https://api.scb.se/OV0104/v1/doris/sv/ssd", Pace(9, 10.0)),
)
MOST_CELLS = 100_000
TOO_MANY, GONE = 403, 404
FLAGS = {"": "final", "..": "not-reported", ".": "not-reported", "p": "preliminary", "r": "revised"}


class Ask(Strict):
    """A table and what is wanted of it. Variables that are not named are summed by the publisher, where it can."""

    table: Annotated[str, Field(pattern=r"^TAB\d+$")]
    contents: str
    unit: str
    place: str = "Region"
    time: str = "Tid"
    coding: Literal["scb", "scb-cost"] = "scb"
    held: dict[str, str] = Field(default_factory=dict)
    older_path: str | None = None


class Part(NamedTuple):
    """What one answer is about."""

    wanted: Wanted
    layout: Layout


def fetch(client: Fetcher, wanted: Sequence[Wanted]) -> Iterator[Body]:
    """Give the answers for some series. Raises RefusedError."""
    for item in wanted:
        ask = Ask.model_validate(item.established().ask)
        try:
            yield from _newer(client, item, ask)
        except (UnreachableError, IncompleteError, TooLateError, StatusError) as error:
            if ask.older_path is None or (isinstance(error, StatusError) and error.status < GONE):
                raise
            yield _older(client, item, ask, ask.older_path)


def read(body: Body) -> Iterator[Row]:
    """Give the rows of an answer. Raises RefusedError."""
    part: Part = body.about
    yield from cube_rows(body, read_cube(body), part.wanted, part.layout)


def _newer(client: Fetcher, wanted: Wanted, ask: Ask) -> list[Body]:
    described = client.get(NAME, f"tables/{ask.table}/metadata", [("lang", "sv"), ("outputFormat", "json-stat2")])
    table = read_structure(described)
    if wanted.since and table.updated and table.updated[:10] < wanted.since.isoformat():
        return []
    chosen = _chosen(Shape(described), table, wanted, ask)
    bodies = [
        body.asked(Part(wanted, _layout(ask, chosen[ask.place])))
        for body in _split(client, ask, chosen, list(table.dimensions[ask.time].codes))
    ]
    for body in bodies:
        check_filled(body, read_cube(body))
    return bodies


def _chosen(shape: Shape, table: Cube, wanted: Wanted, ask: Ask) -> dict[str, list[str]]:
    """The codes to ask for, each of which the table has; every other variable must be one it can sum over."""
    held = {"ContentsCode": ask.contents, **ask.held}
    for name in (*held, ask.place, ask.time):
        if name not in table.dimensions:
            shape.refuse("dimension", sorted(table.dimensions), f"{name!r} is missing")
    for name, code in held.items():
        if code not in table.dimensions[name].codes:
            shape.refuse(name, table.dimensions[name].codes[:20], f"the code {code!r} is missing")
    for name, dimension in table.dimensions.items():
        if name not in (*held, ask.place, ask.time) and not dimension.is_optional:
            shape.refuse(name, "a variable", "is new and must be chosen: someone must see what it means")
    here = set(table.dimensions[ask.place].codes)
    places = [code for code in codes(ask.coding, wanted.levels) if code in here]
    return {ask.place: places, **{name: [code] for name, code in held.items()}}


def _split(client: Fetcher, ask: Ask, chosen: dict[str, list[str]], times: list[str]) -> Iterator[Body]:
    """One answer, or several for shorter stretches of time where one would hold too many cells."""
    if len(chosen[ask.place]) * len(times) <= MOST_CELLS:
        try:
            body = _table(client, ask, {**chosen, ask.time: times})
        except StatusError as error:
            if error.status != TOO_MANY or len(times) == 1:
                raise
        else:
            yield body
            return
    half = len(times) // 2
    yield from _split(client, ask, chosen, times[:half])
    yield from _split(client, ask, chosen, times[half:])


def _table(client: Fetcher, ask: Ask, chosen: dict[str, list[str]]) -> Body:
    asked = [(f"valueCodes[{name}]", ",".join(values)) for name, values in chosen.items()]
    return client.get(NAME, f"tables/{ask.table}/data", [("lang", "sv"), ("outputFormat", "json-stat2"), *asked])


def _older(client: Fetcher, wanted: Wanted, ask: Ask, path: str) -> Body:
    places = codes(ask.coding, wanted.levels)
    chosen = {ask.place: places, "ContentsCode": [ask.contents], **{name: [code] for name, code in ask.held.items()}}
    body = ask_table(client, TableAsk(OLDER, path, chosen, ask.time)).asked(Part(wanted, _layout(ask, places)))
    check_filled(body, read_cube(body))
    return body


def _layout(ask: Ask, places: Sequence[str]) -> Layout:
    held = {"ContentsCode": ask.contents, **ask.held}
    unit = ("ContentsCode", ask.unit)
    return Layout(ask.place, ask.time, ask.coding, held, FLAGS, unit=unit, asked=frozenset(places))

"""Socialstyrelsen's statistical database, version 1: pages of rows with ids.

Decimal commas come as text, the next page's address comes without encryption (so pages are asked for by number), and
`matt` and `diagnos` take one code each. https://sdb.socialstyrelsen.se/
"""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, NamedTuple

from pydantic import Field

from indicators.text import Strict
from intake.formats.fetching import Fetcher
from intake.formats.numbers import comma_number
from intake.formats.places import codes, places
from intake.formats.rows import Row, Said, row
from intake.formats.shape import Shape
from intake.formats.wanted import Wanted
from intake.http.addresses import Site
from intake.http.body import Body
from intake.http.limits import Pace
from intake.http.refusals import EmptyAnswerError, PagingError, StatusError
from intake.http.strict_json import read_json

NAME = "socialstyrelsen"
# No limit is published.
SITES = (Site("socialstyrelsen", "https://sdb.socialstyrelsen.se/api/v1/sv", Pace(5, 5.0, gap_s=0.8)),)
ROWS_A_PAGE = 5000
NOTHING = 404
SEXES = {1: "M", 2: "F", 3: "T"}
PAGE = ("data", "amne", "sida", "per_sida", "sidor", "nasta_sida", "foregaende_sida")


class Ask(Strict):
    """A subject, a measure, one diagnosis (or other code of the subject's main variable) and an age group, by id."""

    subject: Annotated[str, Field(pattern=r"^[a-z_]+$")]
    measure: Annotated[int, Field(ge=1)]
    main: Annotated[str, Field(pattern=r"^[a-z]+$")] = "diagnos"
    code: Annotated[str, Field(pattern=r"^\w+$")]
    age: Annotated[int, Field(ge=1)]


class Part(NamedTuple):
    """What one answer is about."""

    wanted: Wanted
    ask: Ask
    number: int


def fetch(client: Fetcher, wanted: Sequence[Wanted]) -> Iterator[Body]:
    """Give the pages for some series. Raises RefusedError."""
    for item in wanted:
        ask = Ask.model_validate(item.established().ask)
        number, last = 1, 1
        while number <= last:
            body = _page(client, item, ask, number)
            last = _judged(Shape(body), number, client.most_pages)["sidor"]
            yield body
            number += 1


def read(body: Body) -> Iterator[Row]:
    """Give the rows of a page. Raises RefusedError."""
    shape, part = Shape(body), body.about
    fields = ("regionId", "alderId", "konId", "mattId", "ar", "varde", f"{part.ask.main}Id")
    seen: set[tuple[int, ...]] = set()
    for raw in _judged(shape, part.number, 0)["data"]:
        line = shape.object(raw, "data", fields)
        key = tuple(shape.whole(line[name], name) for name in ("regionId", "konId", "ar"))
        if key in seen:
            shape.refuse("data", line, "stands twice")
        seen.add(key)
        found = _row(shape, line, part)
        if found.sex in part.wanted.sexes and found.level in part.wanted.levels:
            yield found


def _page(client: Fetcher, wanted: Wanted, ask: Ask, number: int) -> Body:
    regions = ",".join(codes("socialstyrelsen", ("nation", "region")))
    chosen = f"matt/{ask.measure}/{ask.main}/{ask.code}/region/{regions}/kon/1,2,3/alder/{ask.age}"
    asked = [("per_sida", str(ROWS_A_PAGE)), ("sida", str(number))]
    try:
        return client.get(NAME, f"{ask.subject}/resultat/{chosen}", asked).asked(Part(wanted, ask, number))
    except StatusError as error:
        if error.status == NOTHING:
            raise EmptyAnswerError(NAME, error.address, "no such code, or nothing under it") from error
        raise


def _judged(shape: Shape, number: int, most: int) -> dict[str, Any]:
    page = shape.object(read_json(shape.body), "page", PAGE)
    rows = shape.items(page["data"], "data")
    at, last, size = (shape.whole(page[name], name) for name in ("sida", "sidor", "per_sida"))
    is_last = page["nasta_sida"] is None
    fits = at == number and at <= last and is_last == (at == last) and size == ROWS_A_PAGE
    full = len(rows) == size if not is_last else 0 < len(rows) <= size
    if not (fits and full) or (most and last > most):
        told = f"page {at} of {last} with {len(rows)} of {size} rows, next {page['nasta_sida']!r:.100}"
        raise PagingError(NAME, shape.body.address, f"the page says {told}; page {number} was asked for")
    return page


def _row(shape: Shape, line: dict[str, Any], part: Part) -> Row:
    for name, asked in (("mattId", part.ask.measure), ("alderId", part.ask.age)):
        if shape.whole(line[name], name) != asked:
            shape.refuse(name, line[name], f"must be {asked}, as was asked")
    main = f"{part.ask.main}Id"
    if shape.text(line[main], main) != part.ask.code:
        shape.refuse(main, line[main], f"must be {part.ask.code}, as was asked")
    place, sex = places("socialstyrelsen").get(str(line["regionId"])), SEXES.get(line["konId"])
    if place is None or sex is None:
        shape.refuse("regionId/konId", (line["regionId"], line["konId"]), "is a place or sex that was not asked for")
    value = comma_number(shape, shape.text(line["varde"], "varde"), "varde")
    return row(part.wanted, shape.body, place, Said(shape.year(line["ar"], "ar"), value, sex=sex))

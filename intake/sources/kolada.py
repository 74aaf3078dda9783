"""Kolada, version 3, in its path form: the query form answers a misspelt name with nothing, and no error.

https://api.kolada.se/v3/docs
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from indicators.text import Strict
from intake.formats.fetching import Fetcher, parts
from intake.formats.places import Place, codes, places
from intake.formats.rows import Row, Said, row
from intake.formats.shape import Shape
from intake.formats.wanted import Wanted
from intake.http.addresses import Site
from intake.http.body import Body
from intake.http.limits import Pace
from intake.http.refusals import EmptyAnswerError, PagingError
from intake.http.strict_json import read_json

NAME = "kolada"
# No limit is published: the pace is that of known polite clients.
SITES = (Site("kolada", "https://api.kolada.se/v3", Pace(5, 1.0)),)
IDS_A_PART = 25
ROWS_A_PAGE = 5000
# 8 series × 25 places × 25 years are 5 000 rows: nearly every answer is one page, and cannot change while paged.
SERIES_A_PART = SERIES_A_BATCH = 8
TELLS_CHANGES = True
RESTARTS = 2
SEXES = {"T": "T", "K": "F", "M": "M"}
# Empty in every value seen. The other two are known from older clients only.
STATUSES = {"": "final", "Missing": "not-reported", "Private": "suppressed"}
ENVELOPE, LINKS = ("values", "count"), ("next_url", "previous_url")
MEMBER = frozenset({"kpi", "municipality", "period", "values"})
VALUE = frozenset({"gender", "status", "value", "isdeleted", "count"})


class Ask(Strict):
    """Nothing: the series key is Kolada's own id."""


class Part(NamedTuple):
    """What one answer is about: some series in some places."""

    wanted: tuple[Wanted, ...]
    ids: tuple[str, ...]


class Page(NamedTuple):
    """A page that has been judged: its body, its members, and where the next one is."""

    body: Body
    members: list[dict[str, Any]]
    following: Any


def fetch(client: Fetcher, wanted: Sequence[Wanted]) -> Iterator[Body]:
    """Give the pages for some series: nation and regions first, then their municipalities. Raises RefusedError."""
    for part in _parts([item.established() for item in wanted]):
        yield from (page.body for page in _whole(client, part))


def read(body: Body) -> Iterator[Row]:
    """Give the rows of a page. Raises RefusedError."""
    shape, part = Shape(body), body.about
    series = {item.key: item for item in part.wanted}
    asked, known = set(part.ids), places("kolada")
    for member in _page(body).members:
        wanted = series.get(shape.text(member["kpi"], "kpi"))
        if wanted is None:
            shape.refuse("kpi", member["kpi"], "is a series that was not asked for")
        if shape.text(member["municipality"], "municipality") not in asked:
            shape.refuse("municipality", member["municipality"], "is a place that was not asked for")
        period = shape.year(shape.whole(member["period"], "period"), "period")
        rows = _rows(shape, wanted, known[member["municipality"]], (period, member["values"]))
        yield from (found for found in rows if found.level in wanted.levels and found.sex in wanted.sexes)


def _parts(wanted: Sequence[Wanted]) -> Iterator[Part]:
    for levels in (("nation", "region"), ("municipality",)):
        chosen = [item for item in wanted if set(levels) & set(item.levels)]
        for since in sorted({item.since for item in chosen}, key=str):
            together = [item for item in chosen if item.since == since]
            for some in parts(together, SERIES_A_PART):
                for ids in parts(codes("kolada", levels), IDS_A_PART):
                    yield Part(tuple(some), tuple(ids))


def _whole(client: Fetcher, part: Part) -> list[Page]:
    """All pages of one answer, from the start again if they change while they are read."""
    pages: list[Page] = []
    for _ in range(RESTARTS + 1):
        pages = _pages(client, part)
        if len(pages) == 1 or _unchanged(client, pages):
            _check_filled(part, pages)
            return pages
    reason = f"the pages changed while they were read, {RESTARTS + 1} times over"
    raise PagingError(NAME, pages[0].body.address, reason)


def _pages(client: Fetcher, part: Part) -> list[Page]:
    series = ",".join(item.key for item in part.wanted)
    since = part.wanted[0].since
    asked = [("per_page", str(ROWS_A_PAGE)), *([("from_date", since.isoformat())] if since else [])]
    first = client.get(NAME, f"data/kpi/{series}/municipality/{','.join(part.ids)}", asked)
    pages = [_page(first.asked(part))]
    while following := _following(pages, client.most_pages):
        pages.append(_page(client.follow(NAME, following).asked(part)))
    return pages


def _following(pages: list[Page], most: int) -> str | None:
    """The address of the next page; None after the last. Raises PagingError when it does not continue this answer."""
    address, last = pages[-1].following, pages[-1].body.address
    if address is None:
        return None
    if not isinstance(address, str) or not _continues(address, pages[0].body.address):
        raise PagingError(NAME, last, f"next_url {address!r:.200} does not continue this answer")
    if any(page.body.address == address for page in pages):
        raise PagingError(NAME, last, f"next_url {address[:200]!r} was read already")
    if len(pages) >= most:
        raise PagingError(NAME, last, f"more than {most} pages")
    return address


def _continues(address: str, first: str) -> bool:
    """Whether an address asks for the same path. The client refuses another host before any packet is sent."""
    try:
        return urlsplit(address).path == urlsplit(first).path
    except ValueError:
        return False


def _unchanged(client: Fetcher, pages: list[Page]) -> bool:
    """Whether no row stands on two pages, and each page but the last still reads the same."""
    keys = [_key(member) for page in pages for member in page.members]
    same = (client.follow(NAME, page.body.address).content == page.body.content for page in pages[:-1])
    return len(set(keys)) == len(keys) and all(same)


def _check_filled(part: Part, pages: list[Page]) -> None:
    """Every series has something in some region; only what has changed since a day may be nothing."""
    if part.wanted[0].since or not set(codes("kolada", ("region",))) <= set(part.ids):
        return
    present = {member["kpi"] for page in pages for member in page.members}
    empty = [item.key for item in part.wanted if item.key not in present]
    if empty:
        raise EmptyAnswerError(NAME, pages[0].body.address, f"nothing for {', '.join(empty)}")


def _page(body: Body) -> Page:
    shape = Shape(body)
    raw = shape.object(read_json(body), "page", ENVELOPE, LINKS)
    values, count = shape.items(raw["values"], "values"), shape.whole(raw["count"], "count")
    if count != len(values):
        raise PagingError(NAME, body.address, f"count says {count}, but there are {len(values)} values")
    if "next_url" not in raw and count >= ROWS_A_PAGE:
        raise PagingError(NAME, body.address, "a full page does not say whether another follows")
    members = [shape.object(member, "values", MEMBER) for member in values]
    keys = [_key(member) for member in members]
    if len(set(keys)) != len(keys):
        twice = next(key for key in keys if keys.count(key) > 1)
        raise PagingError(NAME, body.address, f"{'/'.join(twice)} stands twice")
    return Page(body, members, raw.get("next_url"))


def _key(member: dict[str, Any]) -> tuple[str, str, str]:
    return str(member["kpi"]), str(member["municipality"]), str(member["period"])


def _rows(shape: Shape, wanted: Wanted, place: Place, told: tuple[str, Any]) -> Iterator[Row]:
    period, values = told
    seen: set[str] = set()
    for raw in shape.items(values, "values.values"):
        value = shape.object(raw, "values.values", VALUE)
        sex = SEXES[shape.one_of(value["gender"], "gender", SEXES)]
        if sex in seen:
            shape.refuse("gender", value["gender"], "stands twice for one place and year")
        seen.add(sex)
        yield row(wanted, shape.body, place, _said(shape, value, period, sex))


def _said(shape: Shape, value: dict[str, Any], period: str, sex: str) -> Said:
    shape.whole(value["count"], "count")
    number = shape.number(value["value"], "value")
    status = STATUSES[shape.one_of(value["status"], "status", STATUSES)]
    is_deleted = shape.truth(value["isdeleted"], "isdeleted")
    if number is not None and (is_deleted or status != "final"):
        shape.refuse("value", number, "must be null where the value is deleted or missing")
    return Said(period, number, status, sex)

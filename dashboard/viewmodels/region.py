"""The head of the region page: who the region is."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dashboard.i18n import Words, words
from dashboard.query import Question, link, to_query
from dashboard.viewmodels.contract import Fact
from dashboard.viewmodels.sentences import Piece, listed
from indicators import (
    FRAMEWORK,
    AssessedRow,
    Picture,
    format_number,
    value_text,
)

CONTEXT_SHOWN = (
    ("context-population", "population"),
    ("context-share-80", "share_80"),
    ("context-higher-education", "education"),
    ("context-standard-cost", "standard_cost"),
)
LIKEST = 7


@dataclass(frozen=True, slots=True)
class TabLink:
    """One link of a row of links: the text, a small count beside it, and whether it is where the reader is."""

    text: str
    count: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class RegionHead:
    """Who a region is, and the ways to its four dimensions."""

    code: str
    name: str
    facts: tuple[Fact, ...]
    peers: tuple[Piece, ...]
    tabs: tuple[TabLink, ...]


def region_head(picture: Picture, question: Question, code: str) -> RegionHead:
    """Return the head of one region's page."""
    area = picture.areas.by_code[code]
    return RegionHead(
        code=code,
        name=area.name,
        facts=tuple(who(picture, question, code)),
        peers=like(picture, question, code),
        tabs=dimension_tabs(picture, question, f"/region/{code}"),
    )


def who(picture: Picture, question: Question, code: str) -> Iterable[Fact]:
    """Yield the facts that say who a region is."""
    say = words(question.lang)
    for indicator, key in CONTEXT_SHOWN:
        row = picture.scorecard(question.as_of).row(indicator, "T", code)
        if row is not None and row.value is not None:
            number = _context_text(picture, indicator, row, say)
            yield Fact(f"{say(f'region.{key}')} {row.period}", number)


def _context_text(picture: Picture, indicator: str, row: AssessedRow, say: Words) -> str:
    definition = picture.catalogue.by_id[indicator]
    if definition.unit == "count":
        return format_number(row.value or 0, 0, say.language)
    return value_text(row.value or 0, definition, say.language)


def like(picture: Picture, question: Question, code: str) -> tuple[Piece, ...]:
    """Return the regions most like one, as a sentence's pieces; nothing for the nation."""
    areas = [picture.areas.by_code[peer] for peer in picture.areas.like(code)[:LIKEST]]
    names = [Piece(area.short_name, link(f"/region/{area.code}", question)) for area in areas]
    return listed([(name, "") for name in names], words(question.lang)) if names else ()


def dimension_tabs(picture: Picture, question: Question, path: str) -> tuple[TabLink, ...]:
    """Return the links that choose one dimension or all four; the rest of the view stays as it is."""
    say = words(question.lang)
    choices = [("", say("filters.dimension_all"), len(picture.catalogue.indicators))]
    for dimension in FRAMEWORK.dimensions:
        n = sum(item.dimension == dimension.code for item in picture.catalogue.indicators)
        choices.append((dimension.code, dimension.name.in_(question.lang), n))
    return tuple(
        TabLink(
            name,
            say.count("count.indicators", n),
            path + to_query(replace(question, dimension=code, area="")),
            question.dimension == code,
        )
        for code, name, n in choices
    )


def scope(question: Question) -> str:
    """Return whom and when the sentences concern, where that is not everyone and the newest; else nothing."""
    say = words(question.lang)
    parts = [say("region.scope_sex", sex=say(f"sex.{question.sex}").lower())] if question.sex != "T" else []
    if question.period:
        parts.append(say("region.scope_period", year=question.period))
    return " ".join(parts)

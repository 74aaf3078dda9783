"""The overview: each dimension in the nation, the strongest signals, and how much of the framework is covered."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dashboard.i18n import Words, words
from dashboard.query import Question, link
from dashboard.viewmodels.signals.country import country_brief
from dashboard.viewmodels.signals.method import is_earlier
from dashboard.viewmodels.targets import targets_sentences
from indicators import (
    FRAMEWORK,
    NATION,
    AssessedRow,
    Dimension,
    Picture,
)


@dataclass(frozen=True, slots=True)
class DimensionCard:
    """One dimension of the framework in the nation.

    `findings` are the first of what matters in the nation there, `lines` its levels and how many measures lack a value.
    """

    code: str
    name: str
    href: str
    count: str
    findings: tuple[str, ...]
    lines: tuple[str, ...]


MOST_FINDINGS = 2
"""Findings on a card: its page holds them all."""
ELSEWHERE = ("check", "rights")
"""Groups that no card leads with: changes that are held back, and rights, which the card's own line tells."""


@dataclass(frozen=True, slots=True)
class CoverageView:
    """How much of the framework the indicators cover, and the areas without any."""

    text: str
    gaps: tuple[tuple[str, str], ...]


def dimension_cards(picture: Picture, question: Question) -> tuple[DimensionCard, ...]:
    """Return the four dimensions, each with what matters most in the nation there."""
    return tuple(dimension_card(picture, question, dimension) for dimension in FRAMEWORK.dimensions)


def dimension_card(picture: Picture, question: Question, dimension: Dimension) -> DimensionCard:
    """Return one dimension with the first findings of the nation, never a count of verdicts."""
    say = words(question.lang)
    rows = [row for row in _national_rows(picture, question) if _dimension(picture, row) == dimension.code]
    n = sum(item.dimension == dimension.code for item in picture.catalogue.indicators)
    return DimensionCard(
        dimension.code,
        dimension.name.in_(question.lang),
        link(f"/dimension/{dimension.code}", question),
        say.count("count.indicators", n),
        tuple(_findings(picture, question, dimension.code)),
        (
            *_lacking(say, n - sum(row.value is not None for row in rows)),
            *(told.text for told in targets_sentences(picture, replace(question, sex="T"), NATION, dimension.code)),
        ),
    )


def _findings(picture: Picture, question: Question, dimension: str) -> Iterator[str]:
    """The first finding of each group of the dimension, in the order they are told; or that there is none."""
    if is_earlier(picture):
        return
    found = country_brief(picture, replace(question, sex="T"), dimension)
    firsts = [group.sentences[0].text for group in found.groups if group.code not in ELSEWHERE]
    none = words(question.lang)("matters.none_nation_dimension")
    yield from firsts[:MOST_FINDINGS] or [none]


def _lacking(say: Words, n: int) -> Iterator[str]:
    if n:
        yield say.count("overview.lacking", n)


def _national_rows(picture: Picture, question: Question) -> Iterator[AssessedRow]:
    scorecard = picture.scorecard(question.as_of)
    for definition in picture.catalogue.indicators:
        series = scorecard.headline_series(tuple(d.id for d in picture.catalogue.series_of(definition.id)), "T")
        row = scorecard.row(series, "T", NATION) if series else None
        if row is not None:
            yield row


def _dimension(picture: Picture, row: AssessedRow) -> str:
    return picture.catalogue.by_id[row.indicator].dimension


def coverage_view(picture: Picture, question: Question) -> CoverageView:
    """Return how much of the framework is covered, and why areas are not."""
    coverage, say = picture.catalogue.coverage, words(question.lang)
    text = say(
        "overview.coverage_text", covered=coverage.covered, areas=coverage.areas, n=len(picture.catalogue.indicators)
    )
    gaps = tuple(
        (area.name.in_(question.lang), area.gap.in_(question.lang) if area.gap else "") for _, area in coverage.gaps
    )
    return CoverageView(text, gaps)

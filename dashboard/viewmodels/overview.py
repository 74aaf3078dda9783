"""The overview: each dimension in the nation, the strongest signals, and how much of the framework is covered."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dashboard.i18n import words
from dashboard.query import Question, link
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
    """One dimension of the framework in the nation."""

    code: str
    name: str
    href: str
    count: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CoverageView:
    """How much of the framework the indicators cover, and the areas without any."""

    text: str
    gaps: tuple[tuple[str, str], ...]


def dimension_cards(picture: Picture, question: Question) -> tuple[DimensionCard, ...]:
    """Return the four dimensions with the nation's verdicts counted."""
    return tuple(dimension_card(picture, question, dimension) for dimension in FRAMEWORK.dimensions)


def dimension_card(picture: Picture, question: Question, dimension: Dimension) -> DimensionCard:
    """Return one dimension with the nation's verdicts counted."""
    say = words(question.lang)
    rows = [row for row in _national_rows(picture, question) if _dimension(picture, row) == dimension.code]
    trends = [row.trend.verdict for row in rows]
    directed = ("improving", "worsening", "unchanged", "turned")
    counts = {verdict: trends.count(verdict) for verdict in directed}
    other = len(trends) - sum(counts.values())
    n = sum(item.dimension == dimension.code for item in picture.catalogue.indicators)
    return DimensionCard(
        dimension.code,
        dimension.name.in_(question.lang),
        link(f"/dimension/{dimension.code}", question),
        say.count("count.indicators", n),
        (
            say("overview.dimension_line", **counts, not_assessed=other),
            *(told.text for told in targets_sentences(picture, replace(question, sex="T"), NATION, dimension.code)),
        ),
    )


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

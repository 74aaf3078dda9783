"""The overview: each dimension in the nation, the strongest signals, and how much of the framework is covered."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.i18n import words
from dashboard.query import Question, link
from dashboard.viewmodels.contract import Tone
from dashboard.viewmodels.sentences import Piece, Sentence
from indicators import (
    FRAMEWORK,
    NATION,
    AssessedRow,
    Dimension,
    Picture,
    Weighed,
    difference_text,
    summarise_area,
    value_text,
)

MOST = 3


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
    directed = ("improving", "worsening", "unchanged")
    counts = {verdict: trends.count(verdict) for verdict in directed}
    other = len(trends) - sum(counts.values())
    n = sum(item.dimension == dimension.code for item in picture.catalogue.indicators)
    return DimensionCard(
        dimension.code,
        dimension.name.in_(question.lang),
        link(f"/dimension/{dimension.code}", question),
        say.count("count.indicators", n),
        (say("overview.dimension_line", **counts, not_assessed=other), _targets(picture, question, dimension.code)),
    )


def _targets(picture: Picture, question: Question, dimension: str) -> str:
    say, summary = words(question.lang), summarise_area(picture, NATION, "T", question.as_of)
    met = [row for row in summary.targets_met if _dimension(picture, row) == dimension]
    counted = [row for row in summary.targets_held if _dimension(picture, row) == dimension]
    if not counted:
        return say("overview.dimension_no_targets")
    return say("overview.dimension_targets", met=len(met), n=len(counted))


def _national_rows(picture: Picture, question: Question) -> Iterator[AssessedRow]:
    scorecard = picture.scorecard(question.as_of)
    for definition in picture.catalogue.indicators:
        series = scorecard.headline_series(tuple(d.id for d in picture.catalogue.series_of(definition.id)), "T")
        row = scorecard.row(series, "T", NATION) if series else None
        if row is not None:
            yield row


def _dimension(picture: Picture, row: AssessedRow) -> str:
    return picture.catalogue.by_id[row.indicator].dimension


def signals(
    picture: Picture, question: Question, dimension: str = ""
) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...]]:
    """Return the strongest signals, worsening and promising, of the nation and the regions; of one dimension or all."""
    teller = _Teller(picture, question, dimension)
    return tuple(teller.worsening()), tuple(teller.promising())


@dataclass(frozen=True)
class _Teller:
    picture: Picture
    question: Question
    dimension: str

    def worsening(self) -> Iterator[Sentence]:
        nation = summarise_area(self.picture, NATION, "T", self.question.as_of)
        yield from self._changes(nation.worsening, "worsening", "↘", "bad")
        for item in self._kept(nation.farthest)[:2]:
            yield self._target(item.row)
        yield from self._regions("deviating", "worsening", "signal_region_worst", "▼", "bad")

    def promising(self) -> Iterator[Sentence]:
        nation = summarise_area(self.picture, NATION, "T", self.question.as_of)
        yield from self._changes(nation.improving, "improving", "↗", "good")
        yield from self._regions("leading", "improving", "signal_region_best", "▲", "good")

    def _kept(self, items: Iterable[Weighed]) -> list[Weighed]:
        return [i for i in items if not self.dimension or _dimension(self.picture, i.row) == self.dimension]

    def _changes(self, items: Iterable[Weighed], key: str, symbol: str, tone: Tone) -> Iterator[Sentence]:
        for item in self._kept(items)[:MOST]:
            definition = self.picture.catalogue.by_id[item.row.indicator]
            params = item.row.trend.reason.params
            change = difference_text(float(params["change"] or 0), definition, self.question.lang, signed=True)
            span = f"{change} {params['first']}–{params['last']}"
            yield self._sentence(f"signal_nation_{key}", symbol, tone, item.row, change=span)

    def _target(self, row: AssessedRow) -> Sentence:
        definition, lang = self.picture.catalogue.by_id[row.indicator], self.question.lang
        level = value_text(float(row.target.reason.params["level"] or 0), definition, lang)
        value = value_text(row.value or 0, definition, lang)
        return self._sentence("signal_nation_target", "✕", "bad", row, value=value, target=level)

    def _regions(self, position: str, trend: str, key: str, symbol: str, tone: Tone) -> Iterator[Sentence]:
        found: list[Weighed] = []
        for code in self.picture.areas.region_codes:
            summary = summarise_area(self.picture, code, "T", self.question.as_of)
            items: tuple[Weighed, ...] = getattr(summary, position)
            found += [item for item in self._kept(items) if item.row.trend.verdict == trend]
        seen: set[str] = set()
        for item in sorted(found, key=lambda item: -item.weight):
            # One region an indicator and one indicator a region: the reader gets the breadth, not one outlier thrice.
            if seen.isdisjoint((item.row.indicator, item.row.area)) and len(seen) < 2 * MOST:
                seen |= {item.row.indicator, item.row.area}
                yield self._region(key, symbol, tone, item.row)

    def _region(self, key: str, symbol: str, tone: Tone, row: AssessedRow) -> Sentence:
        definition, lang = self.picture.catalogue.by_id[row.indicator], self.question.lang
        nation = self.picture.scorecard(self.question.as_of).comparisons[row.indicator, row.sex].nation
        shown = words(lang)("row.unreported") if nation is None else value_text(nation, definition, lang)
        area = self.picture.areas.by_code[row.area].name
        value = value_text(row.value or 0, definition, lang)
        return self._sentence(key, symbol, tone, row, region=area, value=value, nation=shown)

    def _sentence(self, key: str, symbol: str, tone: Tone, row: AssessedRow, **facts: str) -> Sentence:
        say = words(self.question.lang)
        main = self.picture.catalogue.main_id(row.indicator)
        name = self.picture.catalogue.by_id[main].short_name.in_(self.question.lang)
        regions = () if row.area == NATION else (row.area,)
        href = link(f"/indikator/{main}", self.question, regions=regions)
        before, _, after = say(f"overview.{key}", name="\ufffc", **facts).partition("\ufffc")
        return Sentence(symbol, tone, (Piece(before), Piece(name, href), Piece(after)))


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

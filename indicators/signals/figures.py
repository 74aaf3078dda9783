"""All that the choice of signals is made from, as plain data: measures, populations, levels, and the year it is for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import median

from indicators.areas import AREAS
from indicators.catalogue import Catalogue
from indicators.definition import Definition
from indicators.periods import Period
from indicators.reference import Reference
from indicators.same_question import SameQuestions
from indicators.scorecard import Scorecard
from indicators.series import Points
from indicators.series_cuts import cuts_of
from indicators.signals import rules
from indicators.signals.measures import Measure
from indicators.themes import SignalFields, Themes

POPULATION = "context-population"
BLOCK = 3
"""Months that are put together, and how many of them must have a value."""
ENOUGH_OF_BLOCK = 2


@dataclass(frozen=True)
class Figures:
    """The measures that may become signals. `year` is the one they are told in: ages are counted from it.

    The levels are those in force in that year."""

    measures: tuple[Measure, ...]
    population: Mapping[str, float]
    reference: Reference
    year: int
    as_of: str | None


def read_figures(
    catalogue: Catalogue, reference: Reference, scorecard: Scorecard, year: int, same: SameQuestions, themes: Themes
) -> Figures:
    """Return what signals are made from: the figures of a scorecard, told in a year."""
    measures = tuple(_measures(catalogue, scorecard, same, themes))
    return Figures(measures, _population(scorecard), reference.in_year(year), year, scorecard.as_of)


def _population(scorecard: Scorecard) -> dict[str, float]:
    """Each region's residents; where the background figure is not known a region counts as the middle one."""
    known = scorecard.comparisons.get((POPULATION, "T"))
    points = known.points if known is not None else {}
    newest = {area: series[-1][1] for area, series in points.items() if series}
    return {area: newest.get(area, rules.TYPICAL_POPULATION) for area in AREAS.region_codes}


def _measures(catalogue: Catalogue, scorecard: Scorecard, same: SameQuestions, themes: Themes) -> Iterator[Measure]:
    for main in catalogue.indicators:
        speaks = scorecard.headline_series(tuple(item.id for item in catalogue.series_of(main.id)), "T")
        if speaks is None:
            continue
        definition = catalogue.by_id[speaks]
        fields = definition.signals
        if fields is None or not may_signal(definition, fields):
            continue
        headline = scorecard.headlines[speaks, "T"]
        comparison = scorecard.comparisons[speaks, "T"]
        points = {a: _sound(definition, a, p, headline) for a, p in comparison.points.items()}
        doubted = {area: comparison.values[area] for area in comparison.doubtful}
        kind = themes.source(fields.source).kind
        own = {area: _own_breaks(definition, area) for area in points}
        yield Measure(main.id, definition, fields, kind, headline, points, same.question(main.id), own, doubted)


def may_signal(definition: Definition, fields: SignalFields) -> bool:
    """Return whether an indicator's figures may become signals at all."""
    return fields.weight > 0 and definition.direction != "none" and fields.influence != "society"


def _sound(definition: Definition, area: str, points: Points, headline: str) -> Points:
    """The values that may be judged, up to the headline period; of months in blocks that end with it."""
    kept = tuple(p for p in points if p[0] <= headline and definition.is_sound(area, *p))
    return _in_blocks(kept, headline) if definition.period.kind == "month" else kept


def _own_breaks(definition: Definition, area: str) -> tuple[str, ...]:
    """The first periods after a change of the area itself. A change of keeper ends no series: it raises suspicion."""
    return tuple(cut.period for cut in cuts_of(definition, area, keeper=False) if cut.kind == "area")


def _in_blocks(points: Points, headline: str) -> Points:
    blocks: dict[int, list[float]] = {}
    last = Period.parse(headline)
    for period, value in points:
        blocks.setdefault((last.ordinal - Period.parse(period).ordinal) // BLOCK, []).append(value)
    enough = {back: values for back, values in blocks.items() if len(values) >= ENOUGH_OF_BLOCK}
    return tuple(
        (str(last.moved(-back * BLOCK)), median(values)) for back, values in sorted(enough.items(), reverse=True)
    )


def block_months(period: str) -> tuple[str, str]:
    """Return the first and the last month of the block that a month ends, as figures of months are judged in."""
    return str(Period.parse(period).moved(1 - BLOCK)), period

"""What is told of an area, as chosen when the edition was published; made anew where a rule has changed since."""

from collections import Counter
from functools import lru_cache

from indicators.areas import NATION
from indicators.editions.open_edition import Picture
from indicators.periods import Period
from indicators.signals.choice import choose
from indicators.signals.records import AreaSignals, Signal
from indicators.signals.rules import OLD
from indicators.signals.store import NEWEST, ChosenSignals

FEWEST_MEASURES = 2
"""Judged measures with recent figures that a theme needs before anything is said of it."""
KEPT = 3
"""Values that tell when a fall began: two of the old keeper's and the first of the new one's."""


def area_signals(picture: Picture, area: str, as_of: str | None = None) -> AreaSignals:
    """Return the subjects and signals of a region or the nation, of the newest figures or not after a year.

    `area` is a region's code or the nation's. An edition whose definitions know no themes has none. Raises KeyError
    for another area, FaultError when a setting is wrong.
    """
    stored = picture.signals
    found = stored.of(area, as_of) if stored is not None else None
    return found if found is not None else _made(picture, as_of)[area]


def build_chosen(picture: Picture, years: list[str]) -> ChosenSignals:
    """Return what is chosen of every area in the newest figures and not after each of some years.

    Raises FaultError when a setting is wrong.
    """
    chosen = {}
    for as_of in (None, *years):
        for area, found in _made(picture, as_of).items():
            chosen[area, as_of or NEWEST] = found
    return ChosenSignals(picture.choice_digest, chosen)


@lru_cache(maxsize=8)
def _made(picture: Picture, as_of: str | None) -> dict[str, AreaSignals]:
    return choose(picture.evidence(as_of))


@lru_cache(maxsize=512)
def themes_without_recent(picture: Picture, area: str, as_of: str | None = None) -> frozenset[str]:
    """Return the codes of the themes that have judged measures of an area, but fewer than two with recent figures."""
    judged: Counter[str] = Counter()
    recent: Counter[str] = Counter()
    for definition in picture.catalogue.indicators:
        fields = definition.signals
        if fields is None or not fields.weight:
            continue
        judged[fields.theme] += 1
        recent[fields.theme] += _is_recent(picture, definition.id, area, as_of)
    return frozenset(code for code in judged if recent[code] < FEWEST_MEASURES)


def _is_recent(picture: Picture, indicator: str, area: str, as_of: str | None) -> bool:
    headline = picture.headline(indicator, "T", as_of)
    row = picture.scorecard(as_of).row(*headline, area) if headline else None
    if row is None or row.value is None or row.period is None:
        return False
    return picture.told_in(as_of) - Period.parse(row.period).year <= OLD


def began_before_keeper(picture: Picture, signal: Signal) -> bool | None:
    """Return whether a fall that a signal tells of had begun before its collection changed keeper.

    It had where the value fell by more than what matters in the year before the change, and on in the change's own
    year. None where the collection has changed no keeper.
    """
    definition = picture.catalogue.by_id[signal.series]
    if definition.signals is None or definition.signals.keeper_change is None:
        return None
    if definition.signals.keeper_change != signal.period:
        return False
    points = picture.scorecard().comparisons[signal.series, "T"].points
    last = [point for point in points[signal.area] if point[0] <= signal.period][-KEPT:]
    if len(last) < KEPT or last[-1][0] != signal.period:
        return False
    sign = 1 if definition.direction == "lower" else -1
    year, step = last[1][0], sign * (last[1][1] - last[0][1])
    threshold = definition.relevance.threshold(dict(points[NATION]).get(year))
    goes_on = sign * (last[2][1] - last[1][1]) > 0
    return threshold is not None and step > threshold and goes_on

"""Women and men further apart in a region than in the nation, by more than chance and more than once."""

from collections.abc import Mapping
from statistics import median

from indicators.analysis.difference_records import SexDifference
from indicators.analysis.rules import BEYOND
from indicators.analysis.windows import earlier_window, errors_of, least_error, residents_of
from indicators.areas import AREAS, NATION
from indicators.assessment.records import Comparison
from indicators.definition import Definition
from indicators.scorecard import Scorecard
from indicators.series import Points
from indicators.statistics.moving_range import published_step

Pairs = dict[str, tuple[float, float]]


def analyse_sexes(definition: Definition, scorecard: Scorecard) -> dict[str, SexDifference]:
    """Return women less men in every region that has both at the headline period, by region.

    Empty without a direction (nobody is worse off), and where one sex is not published.
    """
    women, men = (scorecard.comparisons.get((definition.id, sex)) for sex in ("F", "M"))
    if definition.direction == "none" or women is None or men is None or not (women.headline and men.headline):
        return {}
    period = min(women.headline, men.headline)
    found = {area: _pairs(definition, women, men, area) for area in (NATION, *AREAS.region_codes)}
    regions = {code: pairs for code, pairs in found.items() if code != NATION and period in pairs}
    threshold = definition.relevance.threshold(_everybody(definition, scorecard, found, period))
    if threshold is None:
        return {}
    errors = _errors(definition, scorecard, regions, period)
    whole = Whole(definition, period, threshold, found)
    return {code: whole.of(code, errors.get(code)) for code in regions}


def _pairs(definition: Definition, women: Comparison, men: Comparison, area: str) -> Pairs:
    """(women, men) by period, oldest first, of values that can be right."""
    others = dict(men.points.get(area, ()))
    both = {when: (value, others[when]) for when, value in women.points.get(area, ()) if when in others}
    return {when: pair for when, pair in both.items() if all(definition.is_sound(area, when, one) for one in pair)}


def _everybody(definition: Definition, scorecard: Scorecard, found: Mapping[str, Pairs], period: str) -> float | None:
    """The nation's value that the threshold is a part of: everybody's, else the mean of women and men."""
    both = scorecard.comparisons.get((definition.id, "T"))
    whole = dict(both.points.get(NATION, ())).get(period) if both is not None else None
    pair = found[NATION].get(period)
    return whole if whole is not None else sum(pair) / 2 if pair else None


def _errors(
    definition: Definition, scorecard: Scorecard, regions: Mapping[str, Pairs], period: str
) -> dict[str, float]:
    """The error of each region's difference: from its own ranges, never under rounding's nor a whole count's."""
    sizes = residents_of(scorecard, regions)
    points: dict[str, Points] = {
        code: tuple((when, women - men) for when, (women, men) in pairs.items() if when <= period)
        for code, pairs in regions.items()
    }
    errors = errors_of(definition, points, sizes)
    step = published_step([value for pairs in regions.values() for value in pairs[period]])
    # A value rounded to u has the error u/√12; a difference of two has u/√6.
    rounded = step / 6**0.5
    return {
        code: max(error, rounded, least_error(definition, regions[code][period], sizes.get(code)))
        for code, error in errors.items()
    }


class Whole:
    """One definition's women and men at one period, with what they are held against."""

    def __init__(self, definition: Definition, period: str, threshold: float, found: Mapping[str, Pairs]) -> None:
        """Remember the nation's and every region's pairs."""
        self._definition, self._period, self._threshold, self._found = definition, period, threshold, found

    def of(self, code: str, error: float | None) -> SexDifference:
        """Return one region's difference, and whether it may be told."""
        pairs = self._found[code]
        (women, men), (nation, is_middle) = pairs[self._period], self._nation(self._period)
        earlier = earlier_window(self._definition, (when for when in pairs if when < self._period), self._period)
        before = pairs[earlier][0] - pairs[earlier][1] if earlier else None
        then = self._nation(earlier)[0] if earlier else None
        beyond = women - men - nation
        return SexDifference(
            period=self._period,
            women=women,
            men=men,
            nation=nation,
            nation_is_middle=is_middle,
            error=error,
            threshold=self._threshold,
            earlier=earlier,
            earlier_difference=before,
            earlier_nation=then,
            is_told=error is not None
            and abs(beyond) >= max(self._threshold, BEYOND * error)
            and before is not None
            and then is not None
            and (before - then) * (1 if beyond > 0 else -1) >= self._threshold,
        )

    def _nation(self, period: str) -> tuple[float, bool]:
        pair = self._found[NATION].get(period)
        if pair is not None:
            return pair[0] - pair[1], False
        regions = [pairs[period] for code, pairs in self._found.items() if code != NATION and period in pairs]
        return median(women - men for women, men in regions), True

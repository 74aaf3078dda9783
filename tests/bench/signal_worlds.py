"""Pictures of figures that never were: noise alone, one region in the middle, a year taken out. Every world is seeded.

The series of months is in none of them: its noise is that of blocks of months.
"""

from dataclasses import dataclass, replace
from math import sqrt
from random import Random

from indicators.areas import NATION
from indicators.scorecard import Scorecard
from indicators.scorecard_build import Assessor
from indicators.series import SeriesValues
from indicators.signals.measures import last_year


@dataclass(frozen=True)
class Made:
    """What stands in an edition's place: scorecards of made figures."""

    cards: dict
    year: int
    signals: bytes | None = None

    def scorecard(self, as_of=None):
        return self.cards[as_of]


def picture_of(picture, points, *, judged=True):
    """Return a picture of other points, by series: {id: {area: ((period, value), …)}}.

    Not `judged` it holds no verdicts: the method that chooses signals needs none, and they take most of the time.
    """
    comparisons, rows = {}, {}
    for definition in picture.catalogue.definitions:
        if definition.id not in points:
            continue
        series = SeriesValues("made", definition.id, {("T", a): p for a, p in points[definition.id].items()}, {})
        assessor = Assessor(definition, series, picture.reference, None)
        comparison = assessor.comparison("T")
        comparisons[definition.id, "T"] = comparison
        if judged:
            rows.update({(definition.id, "T", row.area): row for row in assessor.rows("T", comparison)})
    card = Scorecard(picture.digest, None, comparisons, {}, rows)
    return replace(picture, edition=Made({None: card}, picture.edition.year))


def real_points(picture):
    """Return every series' points of everybody, by series."""
    found = picture.assessed().comparisons
    return {definition.id: dict(found[definition.id, "T"].points) for definition in picture.catalogue.definitions}


def without_year(points, year):
    """Return the points without those of one year."""
    return {
        series: {area: tuple(p for p in own if last_year(p[0]) != year) for area, own in areas.items()}
        for series, areas in points.items()
    }


def only_noise(evidence, points, seed):
    """Return a world in which no region differs: each is the middle region, as the nation is, and its own noise."""
    found = dict(points)
    for measure in evidence.figures.measures:
        series = measure.definition.id
        found[series] = {area: _noisy(evidence, measure, area, own, seed) for area, own in points[series].items()}
    return found


def one_in_the_middle(evidence, points, area, seed):
    """Return a world in which one region is the middle one, and its own noise; all others are as they are."""
    found = dict(points)
    for measure in evidence.figures.measures:
        series = measure.definition.id
        own = points[series].get(area, ())
        found[series] = {**points[series], area: _noisy(evidence, measure, area, own, seed)}
    return found


def _noisy(evidence, measure, area, own, seed):
    """The middle region's values, each with noise of the region's size; means that share years share their noise."""
    error = evidence.error(measure, area)
    if measure.definition.period.kind == "month":
        return ()
    if area == NATION:
        return tuple((period, measure.middle.get(period, value)) for period, value in own)
    if error is None:
        return own
    random = Random(f"{seed} {measure.indicator} {area}")
    years = range(1990, 2031)
    swing = {year: random.gauss(0, error * sqrt(measure.width)) for year in years}
    made = []
    for period, value in own:
        middle = measure.middle.get(period)
        covered = [swing[last_year(period) - back] for back in range(measure.width)]
        noise = sum(covered) / measure.width
        made.append((period, value if middle is None else _as_published(measure, middle + noise)))
    return tuple(made)


def _as_published(measure, value):
    plausible = measure.definition.plausible
    low = plausible.low if plausible.low is not None else value
    high = plausible.high if plausible.high is not None else value
    inside = min(max(value, low), high)
    return round(inside / measure.rounding) * measure.rounding if measure.rounding else inside

"""Measures made by hand: a test states the values and the fields it is about."""

from indicators.areas import AREAS, NATION
from indicators.reference import Reference
from indicators.signals import rules
from indicators.signals.evidence import Evidence
from indicators.signals.figures import Figures
from indicators.signals.measures import Measure
from tests.builders import definition

REGIONS = AREAS.region_codes
AREA = "22"
OTHERS = tuple(code for code in REGIONS if code != AREA)
EVEN = {code: 80 + 0.2 * place for place, code in enumerate(OTHERS)}
"""Twenty regions from 80.0 to 83.8, so that the quarters lie about 2 apart."""
MIDDLE = 82.0


def measure(name, values, *, kind="register", years=range(2018, 2026), question=None, definition_=None, **fields):
    """A measure. `values` are {area: number each year, or {year: number}}; `fields` those of its signals."""
    told = {"theme": "cancer", "weight": 2, "influence": "region", "source": "nlr", **fields}
    item = definition_ or definition(id=name, signals=told)
    item = item.model_copy(update={"id": name, "signals": definition(signals=told).signals})
    points = {area: _points(found, years) for area, found in values.items()}
    headline = max(points[area][-1][0] for area in points if points[area])
    return Measure(name, item, item.signals, kind, headline, points, question or name, {})


def _points(found, years):
    by_year = found if isinstance(found, dict) else {str(year): found for year in years}
    return tuple(sorted(by_year.items()))


def figures(*measures, targets=(), year=2026, population=None):
    """Figures of some measures; every region is as large as the middle one unless told."""
    people = dict.fromkeys(REGIONS, rules.TYPICAL_POPULATION) | (population or {})
    return Figures(measures, people, Reference(targets=targets, comparisons=()).in_year(year), year, None)


def evidence(*measures, **told):
    """The evidence of some measures."""
    return Evidence(figures(*measures, **told))


def beside(value, nation=MIDDLE, others=None):
    """The values of one region, the nation and twenty others that never change."""
    return {NATION: nation, AREA: value, **(others or EVEN)}

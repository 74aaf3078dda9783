"""Differences inside areas: by hand, and how many of the embedded edition's may be told."""

from collections import Counter

import pytest

from indicators import differences_inside
from indicators.analysis.build import build_analysis
from indicators.analysis.difference_records import FifthsInside, LastingSpread, SexDifference
from indicators.analysis.fifths_inside import analyse_fifths_inside
from indicators.analysis.lasting import analyse_lasting
from indicators.analysis.sexes_beyond import analyse_sexes
from indicators.analysis.windows import earlier_window
from indicators.areas import AREAS, NATION
from indicators.assessment.comparison import compare
from indicators.catalogue import Catalogue
from indicators.scorecard_build import build_scorecard
from tests.builders import MemoryStore, definition, reference, series

LARGE = [code for code in AREAS.region_codes if len(AREAS.inside[code]) >= 5][:12]
BEFORE = {"mean": {"kind": "multi-year-mean", "years": 4, "note": {"sv": "fyra år", "en": "four years"}}}


@pytest.fixture(scope="module")
def made(picture):
    return build_analysis(picture.catalogue, picture.reference, picture.edition.store, picture.scorecard())


def test_told_municipalities_of_the_edition(made):
    told = [key for key, found in made.lasting.items() if found.is_told]
    assert (len(told), len(made.lasting)) == (39, 387)
    assert Counter(region for _, region in told)["01"] == 8
    assert {found.period for found in made.lasting.values()} <= {"2021", "2022"}


def test_told_fifths_of_the_edition(made):
    told = {series for series, found in made.slopes.items() if found.is_told}
    assert (len(told), len(made.slopes)) == (19, 27)
    falls, vaccination = made.slopes["fall-injuries-65"], made.slopes["mmr-vaccination"]
    assert (round(falls.crude), round(falls.inside)) == (-188, 295)
    assert (falls.turned_by[0], *(round(value) for value in falls.turned_by[1:])) == ("01", 2856, 3230)
    assert vaccination.crude > 0 > vaccination.inside
    assert not {"fall-injuries-65", "mmr-vaccination"} & told


def test_told_sexes_of_the_edition(made):
    # 34 of the 625 pairs with a direction and both sexes: staff and social insurance are among them.
    told = {key for key, found in made.sexes.items() if found.is_told}
    assert (len(told), len(made.sexes)) == (34, 625)
    noise = {("mental-wellbeing", "13"), ("mental-wellbeing", "03"), ("dental-care-forgone", "25")}
    assert noise <= set(made.sexes)
    assert not noise & told
    assert all(abs(found.beyond) >= 3 * found.error for key, found in made.sexes.items() if key in told)


def test_the_door_gives_what_may_be_told_heaviest_first(picture):
    for area in (NATION, *AREAS.region_codes):
        found = differences_inside(picture, area)
        assert {item.kind for item in found} <= ({"fifths"} if area == NATION else {"sexes", "municipalities"})
        assert all(item.facts.is_told and item.facts.period == item.period for item in found)
        weights = [picture.catalogue.by_id[item.series].signals.weight for item in found]
        assert weights == sorted(weights, reverse=True)
    assert len(differences_inside(picture, NATION)) == 19
    types = {"sexes": SexDifference, "municipalities": LastingSpread, "fifths": FifthsInside}
    assert all(isinstance(item.facts, types[item.kind]) for item in differences_inside(picture, "01"))
    named = {item.indicator for item in differences_inside(picture, "24")}
    assert "ami-incidence" in named, "the twin is told under its reader's name"


def spread_over(widths, *, earlier=1.0, period="2024", before="2023"):
    """Five municipalities in each of several regions, a width apart; the year before they lie `earlier` times so."""
    points = {NATION: {period: 100.0, before: 100.0}}
    for code, width in zip(LARGE, widths, strict=False):
        points[code] = {period: 100.0, before: 100.0}
        for place, unit in enumerate(AREAS.inside[code][:5]):
            points[unit] = {period: 100.0 + width * (place - 2), before: 100.0 + earlier * width * (place - 2)}
    return series(points)


def lasting(found, item=None):
    item = item or definition()
    return analyse_lasting(item, "T", found, compare(item, "T", found))


def test_a_lasting_spread_is_worked_by_hand():
    found = lasting(spread_over([4.0] + [2.0] * 10))
    wide, usual = found[LARGE[0]], found[LARGE[1]]
    # Covariance of −2w … 2w with itself: 10 w² / 4.
    assert (wide.lasting, wide.middle) == (pytest.approx(4 * 2.5**0.5), pytest.approx(2 * 2.5**0.5))
    assert (wide.is_told, usual.is_told) == (True, False)
    assert (wide.period, wide.earlier, wide.units, wide.regions, wide.mean) == ("2024", "2023", 5, 11, 100.0)


def test_a_spread_that_turns_round_or_is_small_is_not_told():
    turned = spread_over([4.0] + [2.0] * 10)
    swapped = {**{area: dict(points) for (_, area), points in turned.points.items()}}
    for unit in AREAS.inside[LARGE[0]][:5]:
        swapped[unit]["2023"] = 200.0 - swapped[unit]["2023"]
    assert lasting(series(swapped))[LARGE[0]].lasting == 0
    small = definition(relevance={"basis": "unit", "value": 4.0})
    assert not lasting(spread_over([4.0] + [2.0] * 10), small)[LARGE[0]].is_told, "4 × 1.58 less 2 × 1.58 is 3.2"
    assert lasting(spread_over([4.0] * 9)) == {}, "nine regions have no middle"
    assert lasting(spread_over([4.0] + [2.0] * 10), definition(direction="none")) == {}


def test_two_means_that_share_years_are_no_two_measurements():
    item = definition(period=BEFORE["mean"])
    assert lasting(spread_over([4.0] + [2.0] * 10, before="2021"), item) == {}
    assert lasting(spread_over([4.0] + [2.0] * 10, before="2020"), item) != {}
    broken = definition(breaks=[{"period": "2024", "reason": {"sv": "ny metod", "en": "new method"}}])
    assert lasting(spread_over([4.0] + [2.0] * 10), broken) == {}


def test_a_change_of_keeper_parts_two_windows_as_a_break_does():
    kept = {"theme": "cancer", "weight": 2, "influence": "region", "source": "waiting", "keeper_change": "2025"}
    for item, found in ((definition(), "2024"), (definition(signals=kept), None)):
        assert earlier_window(item, ("2023", "2024"), "2025") == found
    assert earlier_window(definition(signals=kept), ("2022", "2023"), "2024") == "2023"


def test_only_a_municipality_far_from_its_region_is_named():
    points = {NATION: {}}
    for code in LARGE[:10]:
        for place, unit in enumerate(AREAS.inside[code][:5]):
            swing = {str(year): 100.0 + 2.0 * ((year + place) % 2) for year in range(2015, 2025)}
            points[unit] = swing if place else {year: value + 12.0 for year, value in swing.items()}
        points[code] = {str(year): 100.0 for year in range(2015, 2025)}
    points[NATION] = dict(points[LARGE[0]])
    found = lasting(series(points))[LARGE[0]]
    assert [code for code, _ in found.apart] == [AREAS.inside[LARGE[0]][0]]


def women_and_men(differences, *, nation=2.0):
    """Fifteen years of women a number above men: the regions' differences by year, and the nation's."""
    years = [str(year) for year in range(2010, 2025)]
    women = {NATION: dict.fromkeys(years, 50.0 + nation)}
    men = {NATION: dict.fromkeys(years, 50.0)}
    for code in AREAS.region_codes:
        own = differences.get(code, [nation + (0.1 if int(year) % 2 else -0.1) for year in years])
        women[code] = {year: 50.0 + one for year, one in zip(years, own, strict=True)}
        men[code] = dict.fromkeys(years, 50.0)
    return series(women, women=women, men=men)


def sexes(found, **changes):
    item = definition(**changes)
    catalogue = Catalogue((item,))
    scorecard = build_scorecard(catalogue, reference(), MemoryStore(N1=found), {})
    return analyse_sexes(item, scorecard)


def test_a_difference_beyond_the_nations_is_told_when_it_was_there_before():
    steady, newest = [6.0] * 15, [2.0] * 14 + [6.0]
    swinging = [2.0 + 12.0 * (year % 2) for year in range(15)]
    found = sexes(women_and_men({"01": steady, "03": newest, "04": swinging, "05": [2.4] * 15, "06": [-2.0] * 15}))
    assert {code for code, one in found.items() if one.is_told} == {"01", "06"}
    assert (found["01"].difference, found["01"].nation, found["01"].beyond) == (6.0, 2.0, 4.0)
    assert (found["03"].earlier, found["03"].earlier_difference) == ("2023", 2.0)
    assert found["06"].beyond == -4.0


def test_a_difference_without_a_window_before_or_a_direction_is_not_told():
    steady = women_and_men({"01": [6.0] * 15})
    assert sexes(steady, direction="none") == {}
    wide = {"kind": "multi-year-mean", "years": 10, "note": {"sv": "tio år", "en": "ten years"}}
    assert sexes(steady, period=wide)["01"].earlier == "2014"
    short = {key: points[-9:] for key, points in steady.points.items()}
    found = sexes(type(steady)(steady.source, steady.source_key, short, steady.vintages), period=wide)["01"]
    assert (found.earlier, found.is_told) == (None, False)


def fifths(values, ranking, **changes):
    item = definition(**changes)
    nation = {NATION: 50.0, **dict.fromkeys(AREAS.region_codes, 50.0)}
    return analyse_fifths_inside(item, "2022", values, ranking, compare(item, "T", series(nation)), 50.0)


def ranked(slope, *, lift=lambda code: 0.0):
    """Municipalities ranked inside their regions, results rising by `slope` a step; regions lifted as said."""
    values, ranking = {}, {}
    for code in AREAS.region_codes:
        for place, unit in enumerate(AREAS.inside[code]):
            ranking[unit] = float(place) + (0.0 if code != "01" else -30.0)
            values[unit] = slope * place + lift(code)
    return values, ranking


def test_an_order_inside_every_region_is_told():
    found = fifths(*ranked(1.0))
    assert (found.agree, found.holds_without_each, found.is_told) == (1.0, True, True)
    assert found.inside > 0
    assert found.regions == sum(len(AREAS.inside[code]) >= 5 for code in AREAS.region_codes)


def test_an_order_that_is_the_capitals_alone_is_not_told_and_says_so():
    found = fifths(*ranked(1.0, lift=lambda code: 300.0 if code == "01" else 0.0))
    assert found.crude < 0 < found.inside
    assert not found.is_told
    code, first, last = found.turned_by
    assert (code, last > first) == ("01", True)


def test_an_order_that_few_regions_share_or_that_is_small_is_not_told():
    values, ranking = ranked(1.0)
    against = {unit for code in LARGE[4:] for unit in AREAS.inside[code]}
    mixed = {unit: value if unit not in against else -0.1 * value for unit, value in values.items()}
    assert fifths(mixed, ranking).agree < 0.75
    assert not fifths(mixed, ranking).is_told
    assert not fifths(values, ranking, relevance={"basis": "unit", "value": 1000.0}).is_told
    assert fifths(values, ranking, direction="none") is None

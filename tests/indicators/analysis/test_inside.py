"""Municipalities inside regions: shares by hand, what is left out, and who carries half a gap."""

import pytest

from indicators.analysis.inside import analyse_inside, by_region
from indicators.areas import AREAS
from indicators.assessment.comparison import compare
from tests.builders import EVERYBODY, definition, reference, series, target

FIVE = {code: AREAS.inside[code][:5] for code in ("03", "04")}


def municipal(low, high, *, before=None):
    """Two regions with five municipalities each, and the regions' own values; the year before as now, or as given."""
    values = {"03": 50.0, "04": 60.0}
    for code, numbers, earlier in zip(("03", "04"), (low, high), before or (low, high), strict=True):
        for unit, now, then in zip(FIVE[code], numbers, earlier, strict=True):
            values[unit] = {"2024": then, "2025": now}
    return series(values)


def analysed(found, item=None, *, held=(), population=None):
    item = item or definition()
    return analyse_inside(item, "T", found, compare(item, "T", found), reference(*held), population or {})


def test_the_share_is_worked_by_hand():
    # Variances 2 and 2 around 3 and 13; the means' variance is 25: 2 / (2 + 25).
    found = analysed(municipal((1, 2, 3, 4, 5), (11, 12, 13, 14, 15)))
    share = found.latest.share
    assert (share.within, share.between, share.regions, share.units) == (2.0, 25.0, 2, 10)
    assert share.share == pytest.approx(2 / 27)
    assert (share.basis, share.period, share.earlier) == ("between", "2025", "2024")


def test_what_does_not_last_is_no_part_of_the_share():
    # Inside nothing of −2 … 2 is left when it turns round; between, 3 and 13 stay.
    found = analysed(municipal((1, 2, 3, 4, 5), (11, 12, 13, 14, 15), before=((5, 4, 3, 2, 1), (15, 14, 13, 12, 11))))
    assert (found.latest.share.within, found.latest.share.between, found.latest.share.share) == (0.0, 25.0, 0.0)


def test_one_period_alone_makes_no_share():
    share = analysed(municipal((1, 2, 3, 4, 5), (11, 12, 13, 14, 15))).years[0].share
    assert (share.period, share.basis, share.share, share.earlier) == ("2024", "one-window", None, None)


@pytest.mark.parametrize(
    ("low", "high", "basis"),
    [
        ((1, 2, 3, 4, 5), (1, 2, 3, 4, 6), "inside"),
        ((7,) * 5, (7,) * 5, "no-variation"),
        ((-1, 1, -1, 1, 0), (0.8, 2.8, 0.8, 2.8, 1.8), "equal"),
    ],
)
def test_each_reason_has_its_word(low, high, basis):
    assert analysed(municipal(low, high)).latest.share.basis == basis


def test_too_few_municipalities_make_no_share_and_say_so():
    values = dict(zip([*FIVE["03"], FIVE["04"][0]], (1, 2, 3, 4, 5, 9), strict=True))
    found = series({"03": 50.0, **{code: {"2024": value, "2025": value} for code, value in values.items()}})
    share = analysed(found).latest.share
    assert (share.basis, share.share, share.regions, share.units) == ("few-regions", None, 1, 5)


def test_without_municipalities_there_is_nothing():
    assert analysed(series({"03": 50.0, "04": 60.0})) is None


def test_a_value_that_cannot_be_right_is_left_out():
    item = definition(plausible={"high": 100.0})
    found = municipal((1, 2, 3, 4, 500), (11, 12, 13, 14, 15))
    assert FIVE["03"][4] not in by_region(item, "T", found, "2025")["03"]
    assert analysed(found, item).latest.share.basis == "few-regions"


def test_the_years_stand_in_order_and_none_is_later_than_the_headline():
    codes = FIVE["03"]
    places = {code: {"2024": 1.0 + n, "2025": 2.0 * n, "2026": 9.0} for n, code in enumerate(codes)}
    found = series({"03": {"2024": 50.0, "2025": 50.0}, **places})
    years = analysed(found).years
    assert [year.period for year in years] == ["2024", "2025"]
    assert [year.width for year in years] == [2.0, 4.0]
    assert years[-1].between.n == 1


def test_few_units_need_a_population_and_a_denominator_of_everybody():
    found = municipal((80, 85, 90, 95, 99), (80, 85, 90, 95, 99))
    assert analysed(found).few["03"].lack == "other-denominator"
    whole = definition(unit="rate", people=EVERYBODY)
    assert analysed(found, whole).few["03"].lack == "no-population"
    assert analysed(found, definition(direction="none")).few["03"].lack == "no-direction"


def test_few_units_are_worked_by_hand():
    # Excess over 80, lower is better: 0, 5, 10, 15, 19 per 100 000 of a million each: 0, 50, 100, 150, 190 people.
    item = definition(unit="rate", direction="lower", people=EVERYBODY)
    goal = target(operator="<=", value=80.0, unit="rate")
    found = municipal((80, 85, 90, 95, 99), (80, 80, 80, 80, 80))
    population = {code: 1_000_000.0 for codes in FIVE.values() for code in codes}
    few = analysed(found, item, held=[goal], population=population).few
    assert (few["03"].yardstick, few["03"].kind) == (80.0, "target")
    assert [few["03"].codes[place] for place in few["03"].found.units] == [FIVE["03"][4], FIVE["03"][3]]
    assert few["03"].found.total == pytest.approx(490.0)
    assert few["04"].lack == "no-excess"

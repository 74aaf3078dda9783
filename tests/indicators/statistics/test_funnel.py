"""Funnels: published limits, exact tails, a slow second implementation, laws, errors."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.statistics.errors import (
    BaselineError,
    DenominatorError,
    NotFiniteError,
    NumeratorError,
    SettingError,
    TooFewPointsError,
    UnequalLengthsError,
    UnknownChoiceError,
)
from indicators.statistics.funnel import funnel, funnel_limits
from tests.oracles import slow_variation as slow
from tests.tiers import examples

small_shares = st.integers(1, 40).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
MIRRORED = {"below-99.8": "above-99.8", "below-95": "above-95", "inside": "inside"}
MIRRORED |= {other: one for one, other in MIRRORED.items()}
WORDS = ("below-99.8", "below-95", "inside", "above-95", "above-99.8")


def word(value, own):
    below = (value < own.lower_998) + (value < own.lower_95)
    return WORDS[2 - below + (value > own.upper_95) + (value > own.upper_998)]


def places(numerators, denominators, kind, baseline, *, per=100.0):
    """Where units stand around a baseline that is not their own."""
    limits = funnel_limits(baseline, denominators, kind, per=per)
    return [word(x / n * per, own) for x, n, own in zip(numerators, denominators, limits, strict=True)]


@pytest.mark.parametrize(
    ("n", "lower_95", "upper_95", "lower_998", "upper_998"),
    # Public Health England, funnel plot tool for proportions, baseline 80.642448 %; as kept with R's
    # PHEindicatormethods, tests/testthat/testdata_funnel_prop_outputs.csv.
    [
        (61, 70.727504, 90.557391, 65.009774, 96.275122),
        (154, 74.402301, 86.882595, 70.803745, 90.481151),
        (1008, 78.203374, 83.081521, 76.796814, 84.488082),
        (110000, 80.408963, 80.875933, 80.274317, 81.010578),
    ],
)
def test_published_limits_of_proportions(n, lower_95, upper_95, lower_998, upper_998):
    (found,) = funnel_limits(80.642448, [n], "proportion")
    limits = (found.lower_95, found.upper_95, found.lower_998, found.upper_998)
    assert limits == pytest.approx((lower_95, upper_95, lower_998, upper_998), abs=2e-6)
    assert found.method == "normal"


@pytest.mark.parametrize(
    ("observed", "low_95", "high_95", "low_998", "high_998"),
    # Public Health England, funnel plot tool for ratios: the expected counts at which an observed one stands on each
    # limit; as kept with R's PHEindicatormethods, tests/testthat/testdata_funnel_ratio_outputs.csv.
    [
        (1, 5.571644585, 0.025317898, 9.233410143, 0.001000547),
        (10, 18.39035799, 4.795387629, 24.13397235, 2.960519925),
        (100, 121.6268111, 81.36400699, 134.9243187, 71.92139974),
        (716, 770.4222128, 664.5083011, 802.60414, 636.1521174),
    ],
)
def test_published_exact_limits_of_rates(observed, low_95, high_95, low_998, high_998):
    def place(expected):
        return places([observed], [1000], "rate", expected, per=1000)[0]

    # The tool found them by search; by a millionth more or less expected the unit changes places.
    for expected, less, more in (
        (low_95, "inside", "below-95"),
        (high_95, "above-95", "inside"),
        (low_998, "below-95", "below-99.8"),
        (high_998, "above-99.8", "above-95"),
    ):
        step = 1e-6 * (1 + expected)
        assert (place(expected - step), place(expected + step)) == (less, more)


@examples(60)
@given(st.lists(small_shares, min_size=1, max_size=8), st.sampled_from([0.03, 0.125, 0.2, 0.5, 0.9]))
def test_small_shares_are_placed_by_exact_binomial_tails(units, baseline):
    numerators, denominators = zip(*units, strict=True)
    limits = funnel_limits(baseline * 100, denominators, "proportion")
    found = places(numerators, denominators, "proportion", baseline * 100)
    for (x, n), own, place in zip(units, limits, found, strict=True):
        exact = n * min(baseline, 1 - baseline) < 10
        assert own.method == ("exact-binomial" if exact else "normal")
        if exact:
            assert place == slow.binomial_place(x, n, baseline)


def test_a_tail_of_exactly_a_thousandth_is_not_below_it():
    # P(X <= 0) of 3 at 90 % and P(X >= 3) of 3 at 10 % are 0.001.
    assert [*places([0], [3], "proportion", 90), *places([3], [3], "proportion", 10)] == ["below-95", "above-95"]
    assert places([0], [1], "proportion", 99.9) == ["below-95"]
    (low,), (high,) = (funnel_limits(baseline, [3], "proportion") for baseline in (90, 10))
    assert (low.lower_998, high.upper_998) == (0, 100)


@examples(40)
@given(st.integers(0, 120), st.sampled_from([0.4, 3.7, 11.0, 60.5]))
def test_rates_are_placed_by_exact_poisson_tails(events, expected):
    assert places([events], [50_000], "rate", expected * 2, per=1e5) == [slow.poisson_place(events, expected)]
    assert funnel_limits(expected * 2, [50_000], "rate", per=1e5)[0].method == "exact-poisson"


def test_exact_limits_leave_the_tails_they_say():
    (found,) = funnel_limits(50, [19], "proportion")
    assert found.method == "exact-binomial"
    expected = [slow.binomial_place(x, 19, 0.5) for x in range(20)]
    assert places(range(20), [19] * 20, "proportion", 50) == expected
    # All of them together are their own baseline.
    assert [unit.place for unit in funnel(range(20), [19] * 20, "proportion").units] == expected
    tail = slow.binomial_at_most(max(x for x in range(20) if x / 19 * 100 < found.lower_95), 19, 0.5)
    assert tail < 0.025 <= slow.binomial_at_most(min(x for x in range(20) if x / 19 * 100 >= found.lower_95), 19, 0.5)


@examples(60)
@given(st.lists(st.one_of(small_shares, small_shares.map(lambda u: (u[0] * 50, u[1] * 50))), min_size=2, max_size=9))
def test_counting_those_without_mirrors_the_funnel(units):
    numerators, denominators = zip(*units, strict=True)
    if not 0 < sum(numerators) < sum(denominators):
        return
    one = funnel(numerators, denominators, "proportion")
    other = funnel([n - x for x, n in units], denominators, "proportion")
    assert other.baseline == pytest.approx(100 - one.baseline)
    for unit, turned in zip(one.units, other.units, strict=True):
        assert turned.limits.lower_95 == pytest.approx(100 - unit.limits.upper_95, abs=1e-6)
        assert turned.limits.upper_998 == pytest.approx(100 - unit.limits.lower_998, abs=1e-6)
        assert turned.place == MIRRORED[unit.place]


@examples(60)
@given(st.lists(small_shares, min_size=10, max_size=15), st.randoms(use_true_random=False))
def test_neither_order_nor_scale_changes_a_place(units, random):
    if not 0 < sum(x for x, _ in units) < sum(n for _, n in units):
        return
    order = random.sample(range(len(units)), len(units))
    for kind in ("proportion", "rate"):
        one = funnel(*zip(*units, strict=True), kind, widen=True)
        other = funnel(*zip(*(units[i] for i in order), strict=True), kind, widen=True, per=1000)
        assert [each.place for each in other.units] == [one.units[i].place for i in order]
        assert other.baseline == pytest.approx(one.baseline * 10)


@given(st.integers(1, 3000), st.floats(0.5, 99.5), st.sampled_from(["proportion", "rate"]))
def test_limits_hold_the_baseline_and_more_people_narrow_them(n, baseline, kind):
    few, more = funnel_limits(baseline, [n, n * 50], kind)
    for each in (few, more):
        assert 0 <= each.lower_998 <= each.lower_95 <= each.upper_95 <= each.upper_998
        assert each.lower_95 - 1e-9 <= baseline <= each.upper_95 + 100 / each.denominator
        assert kind == "rate" or each.upper_998 <= 100
    assert more.upper_998 - more.lower_998 < few.upper_998 - few.lower_998 or few.upper_998 - few.lower_998 == 100


def test_over_dispersion_by_hand():
    # θ = ½ of 100 each, √V = 5: z = −4 −2 −1 −1 0 0 1 1 2 4. Quantiles at 10 and 90 %: −2.2 and 2.2.
    # Drawn in: (2 · 2.2² + 2 · 2² + 4 · 1²) / 10 = 2.168.
    numerators = [50 + 5 * z for z in (-4, -2, -1, -1, 0, 0, 1, 1, 2, 4)]
    wide, plain = (funnel(numerators, [100] * 10, "proportion", widen=widen) for widen in (True, False))
    assert (wide.dispersion, wide.found_dispersion) == (pytest.approx(2.168), pytest.approx(2.168))
    assert (plain.dispersion, plain.found_dispersion) == (1, wide.found_dispersion)
    assert funnel(numerators[:9], [100] * 9, "proportion").found_dispersion is None
    assert wide.units[0].limits.lower_95 == pytest.approx(50 - 1.959964 * 5 * 2.168**0.5, abs=1e-5)
    assert [unit.place for unit in plain.units] == ["below-99.8", "below-95", *["inside"] * 6, "above-95", "above-99.8"]
    assert [unit.place for unit in wide.units] == ["below-95", *["inside"] * 8, "above-95"]


@examples(50)
@given(st.lists(st.tuples(st.integers(0, 90), st.integers(90, 900)), min_size=10, max_size=30))
def test_dispersion_agrees_with_the_slow_implementation(units):
    numerators, denominators = zip(*units, strict=True)
    if sum(numerators) == 0:
        return
    theta = sum(numerators) / sum(denominators)
    for kind, spread in (("rate", theta), ("proportion", theta * (1 - theta))):
        z = [(x - n * theta) / (n * spread) ** 0.5 for x, n in units]
        found = funnel(numerators, denominators, kind).found_dispersion
        assert found == pytest.approx(slow.winsorised_dispersion(z))


def test_units_that_vary_less_than_chance_do_not_narrow_the_funnel():
    found = funnel([50] * 10, [100] * 10, "proportion", widen=True)
    assert (found.found_dispersion, found.dispersion) == (0, 1)
    assert found.units[0].limits == funnel_limits(50, [100], "proportion")[0]


@given(st.lists(small_shares, min_size=1, max_size=12), st.sampled_from(["proportion", "rate"]))
def test_units_stand_against_the_limits_around_all_of_them(units, kind):
    numerators, denominators = zip(*units, strict=True)
    if not 0 < sum(numerators) < sum(denominators):
        return
    found = funnel(numerators, denominators, kind)
    assert found.baseline == pytest.approx(100 * sum(numerators) / sum(denominators))
    for each, own in zip(found.units, funnel_limits(found.baseline, denominators, kind), strict=True):
        assert (each.limits.method, each.place) == (own.method, word(each.value, each.limits))
        assert (each.limits.lower_998, each.limits.upper_95) == pytest.approx((own.lower_998, own.upper_95))


@pytest.mark.parametrize(
    ("call", "error", "told"),
    [
        (lambda: funnel([1], [2], "share"), UnknownChoiceError, "kind: found 'share'; allowed proportion, rate"),
        (lambda: funnel([0, 0], [2, 3], "rate"), BaselineError, "baseline: found 0; must be above 0"),
        (lambda: funnel([2], [2], "proportion"), BaselineError, "baseline: found 1; must be between nobody and all"),
        (lambda: funnel([3], [2], "proportion"), NumeratorError, "numerators: found 3 at position 0"),
        (lambda: funnel([1, 1], [2, 0], "rate"), DenominatorError, "denominators: found 0 at position 1"),
        (lambda: funnel([1], [2], "rate", per=0), SettingError, "per: found 0"),
        (lambda: funnel([1] * 9, [2] * 9, "rate", widen=True), TooFewPointsError, "found 9; at least 10"),
        (lambda: funnel([], [], "rate"), TooFewPointsError, "found 0; at least 1"),
        (lambda: funnel([1], [2, 3], "rate"), UnequalLengthsError, "lengths: found 1 and 2"),
        (lambda: funnel([1, math.nan], [2, 3], "rate"), NotFiniteError, "numerators: found nan at position 1"),
        (lambda: funnel_limits(50, [0], "rate"), DenominatorError, "denominators: found 0 at position 0"),
        (lambda: funnel_limits(50, [9], "rate", dispersion=0.9), SettingError, "dispersion: found 0.9; must be at"),
    ],
)
def test_what_has_no_funnel_is_refused_by_name(call, error, told):
    with pytest.raises(error, match=told):
        call()

"""What lasts of a spread, and errors from a series' own ranges: by hand, by a slow second implementation, by laws."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.statistics.errors import SettingError, TooFewGroupsError, TooFewPointsError, UnequalLengthsError
from indicators.statistics.lasting import lasting_deviation, lasting_variation
from indicators.statistics.moving_range import moving_range_errors, published_step
from tests.oracles import slow_lasting as slow
from tests.tiers import examples

whole = st.integers(-1000, 1000)
pairs = st.lists(st.tuples(whole, whole), min_size=2, max_size=20)
units = st.tuples(
    st.lists(st.tuples(whole, whole), min_size=10, max_size=10),
    st.lists(st.tuples(whole, whole, st.sampled_from("abcd")), max_size=12),
).map(lambda parts: [*((*pair, name) for pair, name in zip(parts[0], "aaaaabbbbb", strict=True)), *parts[1]])
histories = st.dictionaries(
    st.sampled_from("abcdefgh"),
    st.lists(st.tuples(st.integers(2000, 2016), st.integers(0, 50)), max_size=14, unique_by=lambda one: one[0]).map(
        sorted
    ),
    max_size=8,
)


def test_what_lasts_is_worked_by_hand():
    # Around 3 and 6: (−2)(−4) + (−1)(−2) + 0 + 1·2 + 2·4 = 20, by n − 1 = 4.
    assert lasting_deviation([1, 2, 3, 4, 5], [2, 4, 6, 8, 10]) == pytest.approx(math.sqrt(5))
    assert lasting_deviation([1, 2, 3], [3, 2, 1]) == 0, "what turns round does not last"
    assert lasting_deviation([1, 2, 3], [7, 7, 7]) == 0


def test_a_published_covariance():
    # NIST/SEMATECH e-Handbook, 6.5.4.1: length and width of five; their covariance is 0.0075.
    length, width = [4.0, 4.2, 3.9, 4.3, 4.1], [2.0, 2.1, 2.0, 2.1, 2.2]
    assert lasting_deviation(length, width) ** 2 == pytest.approx(0.0075)


@given(pairs)
def test_what_lasts_agrees_with_the_slow_implementation(found):
    first, second = zip(*found, strict=True)
    assert lasting_deviation(first, second) == pytest.approx(slow.deviation(first, second), abs=1e-6)


@examples(60)
@given(units)
def test_the_share_agrees_with_the_slow_implementation(found):
    first, second, regions = zip(*found, strict=True)
    share, expected = lasting_variation(first, second, regions).share, slow.share(first, second, regions)
    assert (share is None) == (expected is None)
    assert share is None or share == pytest.approx(expected, abs=1e-9)


def test_the_same_values_twice_are_the_plain_decomposition():
    low, high = [1, 2, 3, 4, 5], [11, 12, 13, 14, 15]
    found = lasting_variation([*low, *high], [*low, *high], [*"aaaaabbbbb"])
    assert (found.within, found.between, found.regions, found.units) == (2.0, 25.0, 2, 10)
    assert found.share == pytest.approx(2 / 27)


def test_chance_of_one_period_is_no_part_of_the_share():
    # The same lasting values; swings that cancel within each region are left out of both parts.
    low, high = [0.0] * 6, [10.0] * 6
    swings = [3, -3, 3, -3, 0, 0]
    still = [value + swing for value, swing in zip([*low, *high], [*swings, *swings], strict=True)]
    found = lasting_variation(still, [*low, *high], [*"aaaaaabbbbbb"])
    assert (found.within, found.share) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: lasting_deviation([1, 2], [1, 2, 3]), UnequalLengthsError, "found 2 and 3"),
        (lambda: lasting_deviation([1], [1]), TooFewPointsError, "found 1"),
        (lambda: lasting_variation(range(9), range(9), [*"aaaaabbbb"]), TooFewGroupsError, "found 1"),
        (lambda: lasting_variation([1, 2], [1, 2], ["a"]), UnequalLengthsError, "found 2 and 1"),
        (lambda: moving_range_errors({}, width=0), SettingError, "found 0"),
        (lambda: moving_range_errors({"a": [(2020, 1.0)]}, sizes={"a": 0.0}), SettingError, "above 0"),
    ],
)
def test_what_cannot_be_is_named(call, error, words):
    with pytest.raises(error, match=words):
        call()


def test_errors_are_worked_by_hand():
    # Three areas in five years. The middle one stands still; the others swing by 2 and by 4 a year.
    still = dict.fromkeys(range(2020, 2025), 10.0)
    series = {
        "a": [(year, value + (year % 2) * 2) for year, value in still.items()],
        "b": list(still.items()),
        "c": [(year, value - (year % 2) * 4) for year, value in still.items()],
    }
    found = moving_range_errors(series)
    # Own ranges × √½; without sizes the model is the middle of all twelve: 2 × √½.
    own = {"a": 2, "b": 0, "c": 4}
    for area, range_ in own.items():
        expected = math.sqrt((4 * (range_ * math.sqrt(0.5)) ** 2 + 4 * (2 * math.sqrt(0.5)) ** 2) / 8) / 0.6745
        assert found[area] == pytest.approx(expected)


def test_means_that_share_years_are_widened_and_one_step_does_not_count():
    calm = [(year, float(year % 2)) for year in range(2010, 2021)]
    series = dict.fromkeys("abc", calm) | {"d": [(year, value + 1.0) for year, value in calm]}
    stepped = {**series, "e": [(year, value * 3 + (50.0 if year > 2014 else 0.0)) for year, value in calm]}
    single, wide = moving_range_errors(stepped)["e"], moving_range_errors(stepped, width=4)["e"]
    assert wide == pytest.approx(single * 2), "four years in each and one between: four times the variance"
    assert single < 5


@examples(80)
@given(histories, st.integers(1, 5), st.lists(st.integers(2001, 2016), max_size=2), st.booleans())
def test_errors_agree_with_the_slow_implementation(series, width, breaks, sized):
    sizes = {area: 1000.0 * (place + 1) ** 2 for place, area in enumerate(sorted(series))} if sized else None
    found = moving_range_errors(series, width=width, breaks=breaks, sizes=sizes)
    assert found == pytest.approx(slow.errors(series, width, breaks, sizes))


def test_eleven_ranges_say_nothing():
    series = {"a": [(year, float(year % 3)) for year in range(2012, 2024)]}
    assert moving_range_errors({"a": series["a"][:12]}) == {}
    assert moving_range_errors({**series, "b": [(2020, 1.0), (2021, 4.0), (2022, 1.0)]}) != {}


@pytest.mark.parametrize(
    ("values", "step"), [([1.0, 2.0], 1.0), ([1.5, 2.0], 0.1), ([1.25, 2.0], 0.0), ([], 0.0), ([0.1 + 0.2], 0.1)]
)
def test_what_values_are_rounded_to(values, step):
    assert published_step(values) == step

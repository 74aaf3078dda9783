"""Other countries' figures: the facts about each, the average, and the best three."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import (
    ENOUGH_COUNTRIES,
    FRAMEWORK,
    OWN_MEAN,
    FaultError,
    against,
    average_of,
    best_of,
    open_current,
    read_catalogue,
    read_figures,
    read_reference,
)
from indicators.assessment.abroad import check_figures, own_mean
from tests.builders import countries, text

FIVE = {"Sweden": 80.0, "Norway": 84.0, "Finland": 70.0, "Denmark": 82.0, "Iceland": 60.0}


def fact(**changes):
    raw = {"code": "sample", "figure": "Sample", "dimension": "equal-care", "direction": "higher", "decimals": 1}
    return {**raw, "name": text(), "unit": text(), **changes}


def test_every_figure_of_the_edition_has_its_facts_and_no_other():
    assert set(read_figures().by_figure) == set(open_current().countries)


def test_codes_and_names_are_each_of_one_figure():
    figures = read_figures().figures
    for language in ("sv", "en"):
        names = [item.name.in_(language) for item in figures]
        assert len(set(names)) == len(names), [name for name in names if names.count(name) > 1]
    assert len(read_figures().by_code) == len(figures)


def test_figures_stand_by_dimension_in_the_frameworks_order():
    order = [item.code for item in FRAMEWORK.dimensions]
    places = [order.index(item.dimension) for item in read_figures().figures]
    assert places == sorted(places)


def test_a_comparable_figure_points_the_way_of_its_indicator():
    definitions = read_catalogue().by_id
    for judged in read_reference().comparisons:
        if judged.grade in ("same", "similar"):
            facts = read_figures().by_figure[judged.international]
            assert facts.direction == definitions[judged.indicator].direction, judged.indicator


@pytest.mark.parametrize(
    "changes",
    [{"extra": 1}, {"code": "Not A Code"}, {"dimension": "nowhere"}, {"direction": "up"}, {"decimals": -1}],
)
def test_bad_facts_are_refused_with_where_and_what(changes):
    with pytest.raises(FaultError) as caught:
        check_figures({"figures": [fact(**changes)]})
    assert "abroad.toml" in str(caught.value)
    assert next(iter(changes)) in str(caught.value)


def test_two_figures_with_one_code_or_one_name_are_refused():
    with pytest.raises(FaultError) as caught:
        check_figures({"figures": [fact(), fact()]})
    assert [fault.field for fault in caught.value.faults] == ["code", "figure"]


def test_the_printed_average_goes_before_our_own():
    found = average_of(countries(average=75.5, average_label="OECD average"))
    assert (found.value, found.is_own, found.label) == (75.5, False, "OECD average")


def test_without_a_printed_average_the_mean_is_ours_and_called_so():
    found = average_of(countries(values=FIVE, average=None, average_label=""))
    # 376 shared by five countries.
    assert (found.value, found.is_own, found.n, found.label) == (75.2, True, 5, OWN_MEAN)


def test_a_mean_that_an_edition_holds_as_ours_is_still_ours():
    assert average_of(countries(average=75.2, average_label=OWN_MEAN)).is_own


def test_too_few_countries_have_no_mean_and_no_best():
    few = dict(list(FIVE.items())[: ENOUGH_COUNTRIES - 1])
    assert own_mean(few) is None
    assert average_of(countries(values=few, average=None)) is None
    assert best_of(countries(values=few), "higher") is None


@given(st.dictionaries(st.text(min_size=1), st.floats(-1e6, 1e6), min_size=ENOUGH_COUNTRIES))
def test_the_mean_does_not_depend_on_the_order_and_lies_between_the_ends(values):
    mean = own_mean(values)
    assert mean == own_mean(dict(reversed(values.items())))
    assert min(values.values()) - 1e-9 <= mean <= max(values.values()) + 1e-9


def test_the_best_three_follow_the_direction():
    highest, lowest = best_of(countries(values=FIVE), "higher"), best_of(countries(values=FIVE), "lower")
    assert [name for name, _ in highest.countries] == ["Norway", "Denmark", "Sweden"]
    assert [name for name, _ in lowest.countries] == ["Iceland", "Finland", "Sweden"]
    assert best_of(countries(values=FIVE), "none") is None


def test_those_as_good_as_the_third_are_counted():
    values = {**FIVE, "Norway": 90.0, "Denmark": 80.0, "Iceland": 80.0}
    found = best_of(countries(values=values), "higher")
    assert ([name for name, _ in found.countries], found.ties) == (["Norway", "Denmark", "Iceland"], 1)


@pytest.mark.parametrize(
    ("direction", "sweden", "average", "side"),
    [
        ("higher", 2, 1, "better"),
        ("higher", 1, 2, "worse"),
        ("lower", 2, 1, "worse"),
        ("lower", 1, 2, "better"),
        ("none", 2, 1, "above"),
        ("none", 1, 2, "below"),
        ("lower", 1, 1, "same"),
    ],
)
def test_the_side_of_the_average(direction, sweden, average, side):
    assert against(direction, sweden, average) == side

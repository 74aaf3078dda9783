"""Small counts are hidden, and nothing that is shown gives a hidden one away."""

import random

import numpy as np
import pytest
from scipy.optimize import linprog

from intake.uploads.columns import GivenRow
from intake.uploads.disclosure import hide_small_counts

SMALLEST = 10
SHARES = frozenset(("a",))


def unit(name, numerator, denominator=1000, sex="T", **more):
    value = None if numerator is None else 100 * numerator / denominator
    made = GivenRow(name, "hospital", "a", "2024", "year", sex, value, numerator, denominator, "supplied")
    return made._replace(**more)


def hidden(*rows, smallest=SMALLEST):
    done = hide_small_counts(rows, smallest, SHARES)
    return {(row.unit, row.sex) for row in done.rows if row.status == "too-few"}, done


def test_nothing_small_nothing_hidden():
    found, done = hidden(unit("A", 10), unit("B", 20))
    assert found == set()
    assert (done.small, done.joined) == (0, 0)


def test_a_hidden_row_holds_no_number():
    _, done = hidden(unit("A", 9), unit("B", 20), unit("C", 30))
    row = done.rows[0]
    assert (row.value, row.numerator, row.denominator, row.status) == (None, None, None, "too-few")


def test_a_lone_one_is_joined_by_the_smallest_shown():
    found, done = hidden(unit("A", 9), unit("B", 40), unit("C", 20))
    assert found == {("A", "T"), ("C", "T")}
    assert (done.small, done.joined) == (1, 1)


def test_two_that_together_are_still_small_are_joined_by_a_third():
    assert hidden(unit("A", 2), unit("B", 3), unit("C", 20), unit("D", 30))[0] == {("A", "T"), ("B", "T"), ("C", "T")}


def test_a_small_denominator_hides_too():
    assert ("A", "T") in hidden(unit("A", 9, 9), unit("B", 30), unit("C", 30))[0]


def test_a_count_is_known_from_value_and_denominator_of_a_share():
    rate = unit("A", None, 200, value=4.0)
    assert ("A", "T") in hidden(rate, unit("B", 30), unit("C", 30))[0]


def test_women_and_men_do_not_give_each_other_away():
    found, _ = hidden(unit("A", 3, sex="F"), unit("A", 40, sex="M"), unit("A", 43))
    assert {("A", "F"), ("A", "M")} <= found


def test_without_their_total_women_and_men_add_up_to_nothing_known():
    assert hidden(unit("A", 3, sex="F"), unit("A", 40, sex="M"))[0] == {("A", "F")}


def test_a_month_is_not_the_year_less_the_others():
    months = [unit("A", 30, period=f"2024-{n:02d}", frequency="month") for n in range(2, 13)]
    first = unit("A", 4, period="2024-01", frequency="month")
    done = hide_small_counts((first, *months, unit("A", 334)), SMALLEST, SHARES)
    assert sum(row.status == "too-few" for row in done.rows) == 2


def test_kinds_are_told_apart():
    clinics = [unit(name, n, kind="clinic") for name, n in (("C", 50), ("D", 60))]
    found, _ = hidden(unit("A", 5), unit("B", 20), *clinics)
    assert found == {("A", "T"), ("B", "T")}


def test_what_its_owner_called_small_is_joined_as_well():
    marked = unit("A", None, None, status="too-few")
    assert hidden(marked, unit("B", 20), unit("C", 30))[0] == {("A", "T"), ("B", "T")}


def test_the_smallest_count_is_a_setting():
    assert hidden(unit("A", 9), unit("B", 20), smallest=5)[0] == set()


def table(chance):
    """Units with women, men and their total, as (counts by sex, rows)."""
    rows = []
    for n in range(chance.randint(2, 7)):
        women, men = chance.choice((2, 15, 60, 300)), chance.choice((3, 12, 80, 250))
        women, men = chance.randint(0, women), chance.randint(0, men)
        total = women + men
        rows += [unit(f"U{n}", count, 1000, sex) for sex, count in (("F", women), ("M", men), ("T", total))]
    return rows


def bounds(rows, shown):
    """What an onlooker can work out of each hidden count from the shown ones and the region's totals."""
    names = [(row.unit, row.sex) for row in rows]
    equations, sums = [], []
    for sex in "FMT":
        equations.append([float(name[1] == sex) for name in names])
        sums.append(sum(row.numerator for row in rows if row.sex == sex))
    for one in {name[0] for name in names}:
        equations.append([{"F": 1.0, "M": 1.0, "T": -1.0}[sex] * (name == one) for name, sex in names])
        sums.append(0.0)
    limits = [(row.numerator, row.numerator) if show else (0, None) for row, show in zip(rows, shown, strict=True)]
    for place, show in enumerate(shown):
        if not show:
            goal = np.zeros(len(rows))
            goal[place] = 1
            ends = [linprog(sign * goal, A_eq=equations, b_eq=sums, bounds=limits) for sign in (1, -1)]
            yield ends[0].fun, -ends[1].fun


@pytest.mark.parametrize("seed", range(40))
def test_an_onlooker_cannot_work_a_hidden_count_out(seed):
    rows = table(random.Random(seed))
    done = hide_small_counts(rows, SMALLEST, SHARES)
    shown = [row.status != "too-few" for row in done.rows]
    # Where everything of a sum is hidden there was nothing left to hide: its parts are bounded by the sum alone.
    if any(shown):
        for low, high in bounds(rows, shown):
            assert high - low >= 1, f"{low} to {high}"

"""The slope in plain Python against the one on arrays, which has its own oracles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.statistics.plain_slope import plain_slope
from indicators.statistics.slope import slope_index

groups = st.lists(st.tuples(st.integers(-100, 100), st.integers(1, 50)), min_size=5, max_size=10)


@given(groups, st.booleans())
def test_it_is_the_slope_on_arrays(found, weighted):
    values, people = [float(value) for value, _ in found], [float(n) for _, n in found]
    plain = plain_slope(values, people if weighted else None)
    arrays = slope_index(values, people, "weighted" if weighted else "linear")
    assert (plain.variant, plain.groups) == (arrays.variant, arrays.groups)
    for name in ("slope", "first_end", "last_end", "mean"):
        assert getattr(plain, name) == pytest.approx(getattr(arrays, name), abs=1e-7)


def test_four_groups_are_too_few():
    assert plain_slope([1.0, 2.0, 3.0, 4.0], None) is None

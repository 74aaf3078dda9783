"""What each run asks and what is left to the night: pytest runs the first, `python -m tests.nightly` the second.

Three tiers by marker: all without a browser (`-m "not browser"`), the browser (`-m browser`), and `nightly`. What is
left to the night has something beside it in every run that stands for its kind of fault.
"""

import pytest
from hypothesis import settings

NIGHT = "nightly"
# The profiles of properties (conftest.py): in every run a third of the examples, at night all of them.
EACH_RUN, AT_NIGHT, SHARE = "halsodialog", "night", 3


def at_night(*cases):
    """Return cases of a parametrised test that are left to the night, to stand beside those of every run."""
    return [pytest.param(*(case if isinstance(case, tuple) else (case,)), marks=pytest.mark.nightly) for case in cases]


def some(cases, kept):
    """Return all cases, of which those not kept are left to the night. What is kept must be among them."""
    cases, kept = tuple(cases), tuple(kept)
    strange = [case for case in kept if case not in cases]
    if strange:
        raise ValueError(f"kept for every run, and no case at all: {strange}")
    return [case if case in kept else at_night(case)[0] for case in cases]


def examples(n, each_run=None, **more):
    """Return hypothesis's settings of a property: the night has n examples, each run a third or as many as are said."""
    whole = settings.get_current_profile_name() != EACH_RUN
    return settings(max_examples=n if whole else each_run or -(-n // SHARE), **more)


def left_to_the_night(items, asked):
    """Part what was collected: what runs now, and what waits for the night; `asked` is the expression of markers."""
    if NIGHT in asked:
        return items, []
    waits = [item.get_closest_marker(NIGHT) is not None for item in items]
    now = [item for item, later in zip(items, waits, strict=True) if not later]
    return now, [item for item, later in zip(items, waits, strict=True) if later]

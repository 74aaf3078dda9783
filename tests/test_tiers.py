"""What each run asks and what is left to the night: nothing is lost between the two."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from tests.tiers import AT_NIGHT, EACH_RUN, at_night, examples, left_to_the_night, some

ROOT = Path(__file__).parent.parent
MADE = """
import pytest
from hypothesis import given, strategies as st
from tests.tiers import examples, some

@pytest.mark.parametrize("case", some(range(4), kept=[1]))
def test_case(case): print(f"case {case} was asked")

@pytest.mark.browser
def test_shown(): print("a page was shown")

@examples(60)
@given(st.integers())
def test_property(n): print("an example")
"""


def asked(tmp_path, *options):
    """What a file of tests of each kind says when it is run with these options, each word as often as it was said."""
    file = tmp_path / "test_made.py"
    file.write_text(MADE, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-s", "-q", "-p", "no:cacheprovider", "-p", "tests.conftest"]
    done = subprocess.run(
        [*command, f"--rootdir={ROOT}", "-c", str(ROOT / "pyproject.toml"), *options, str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return {word: done.stdout.count(word) for word in ("was asked", "was shown", "an example")}


@pytest.mark.parametrize(
    ("options", "cases", "shown", "tried"),
    [
        (("-m", "not browser"), 1, 0, 20),
        (("-m", "nightly or hypothesis", f"--hypothesis-profile={AT_NIGHT}"), 3, 0, 60),
        *at_night(
            ((), 1, 1, 20),
            (("-m", "nightly"), 3, 0, 0),
            (("-m", "hypothesis", f"--hypothesis-profile={AT_NIGHT}"), 0, 0, 60),
            (("-m", "browser"), 0, 1, 0),
            (("-m", "hypothesis", "--hypothesis-profile=explore"), 0, 0, 60),
        ),
    ],
)
def test_each_tier_runs_what_is_its_own(tmp_path, options, cases, shown, tried):
    assert asked(tmp_path, *options) == {"was asked": cases, "was shown": shown, "an example": tried}


def test_what_is_kept_for_every_run_is_a_case():
    with pytest.raises(ValueError, match=r"\[9\]"):
        some(range(4), kept=[9])
    assert [getattr(case, "values", (case,)) for case in some(("a", "b"), kept="b")] == [("a",), ("b",)]
    assert [case.values for case in at_night(1, ("a", 2))] == [(1,), ("a", 2)]


def test_every_run_has_a_third_of_the_examples_and_at_least_one():
    assert settings.get_current_profile_name() in (EACH_RUN, AT_NIGHT, "explore")
    if settings.get_current_profile_name() == EACH_RUN:
        assert [examples(n).max_examples for n in (1, 3, 100)] == [1, 1, 34]


def test_the_night_is_parted_from_every_run_only_when_it_is_not_asked_for(request):
    items = [request.node]
    assert left_to_the_night(items, "nightly and browser") == (items, [])
    assert left_to_the_night(items, "") == (items, [])

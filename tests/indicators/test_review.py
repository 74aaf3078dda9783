"""Who judged a reference value and when it is due: strict, told when overdue, and of no weight in a verdict."""

import datetime as dt

import pytest

from indicators import FaultError, check_reference, read_catalogue, read_reference
from indicators.digest import assessment_digest
from tests.builders import graded, reference, target

BY = {"sv": "Någon", "en": "Someone"}


def review(**changes):
    return {"by": BY, "judged": "2026-08", "due": "2027-08", **changes}


def test_every_committed_entry_says_who_judged_it_and_when_it_is_due():
    held = read_reference()
    assert all(item.review is not None for item in (*held.targets, *held.comparisons))


def test_an_entry_that_nobody_has_judged_is_never_overdue():
    assert reference(target(), graded()).overdue(dt.date(2099, 1, 1)) == ()


@pytest.mark.parametrize(
    ("today", "late"), [(dt.date(2027, 8, 31), 0), (dt.date(2027, 9, 1), 2), (dt.date(2026, 8, 1), 0)]
)
def test_an_entry_is_overdue_when_its_month_has_passed(today, late):
    held = reference(target(review=review()), graded(review=review()))
    assert len(held.overdue(today)) == late


@pytest.mark.parametrize(
    "changes",
    [{"due": "2026-08"}, {"due": "2026-13"}, {"judged": "august"}, {"by": {"sv": "Någon"}}, {"extra": 1}],
)
def test_a_review_that_cannot_be_is_refused(changes):
    raw = {"targets": [{**target().model_dump(mode="json"), "review": review(**changes)}], "comparisons": []}
    with pytest.raises(FaultError, match="review"):
        check_reference(raw)


def test_a_review_changes_no_verdict():
    catalogue = read_catalogue()
    plain, judged = reference(target(), graded()), reference(target(review=review()), graded(review=review()))
    assert assessment_digest(catalogue, plain) == assessment_digest(catalogue, judged)
    assert assessment_digest(catalogue, plain) != assessment_digest(catalogue, reference(target(value=50.0), graded()))

"""Differences graded by people: the file that is shipped, and what is refused."""

import pytest

from indicators.catalogue import read_catalogue
from indicators.faults import FaultError
from indicators.graded import GRADES, check_graded, read_graded
from tests.builders import text


def judged(**changes):
    grade = {"grade": "partly", "reason": text("skäl")}
    return {
        "indicator": "sample",
        "first": "sex:women",
        "second": "sex:men",
        "unwarranted": grade,
        "grave": grade,
        "author": "A",
        "date": "2026-11-22",
        **changes,
    }


def test_nobody_s_judgement_is_invented():
    found = read_graded().differences
    assert [item.example for item in found] == [True], "only one marked example is shipped"
    check_graded(read_graded().model_dump(mode="json"), set(read_catalogue().by_id))


@pytest.mark.parametrize("grade", GRADES)
def test_every_grade_can_be_given(grade):
    found = check_graded({"differences": [judged(grave={"grade": grade, "reason": text("skäl")})]})
    assert found.of("sample")[0].grave.grade == grade
    assert found.of("another") == ()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"author": " "}, "author"),
        ({"date": "igår"}, "date"),
        ({"first": "women"}, "first"),
        ({"second": "sex:women"}, "second"),
        ({"second": "education:low"}, "second"),
        ({"grave": {"grade": "very", "reason": text("skäl")}}, "grave.grade"),
        ({"unwarranted": {"grade": "yes", "reason": {"sv": "skäl", "en": ""}}}, "unwarranted.reason.en"),
        ({"more": 1}, "more"),
        ({"indicator": "unknown"}, "indicator"),
    ],
)
def test_what_is_not_whole_is_refused_by_name(change, field):
    with pytest.raises(FaultError) as refused:
        check_graded({"differences": [judged(**change)]}, {"sample"})
    assert f"differences.0.{field}" in {fault.field for fault in refused.value.faults}


def test_a_pair_is_judged_once_whichever_comes_first():
    twice = [judged(), judged(first="sex:men", second="sex:women")]
    with pytest.raises(FaultError, match="already"):
        check_graded({"differences": twice})

"""Sweden beside other countries."""

import pytest

from indicators.assessment.international import judge_international
from tests.builders import countries, definition, graded


def judge(comparison=None, table=None, headline="2025", as_of=None, **changes):
    table = table or countries()
    return judge_international(definition(**changes), comparison or graded(), table, headline, as_of)


@pytest.mark.parametrize("grade", ["same", "similar"])
def test_the_gap_to_the_average_and_the_best_three(grade):
    found = judge(graded(grade=grade))
    assert (found.grade, found.year, found.average, found.sweden) == (grade, "2024", 75.0, 80.0)
    assert found.best == (84.0 + 82.0 + 80.0) / 3
    assert found.countries == 5
    assert (found.judgement.verdict, found.judgement.reason.key) == ("better", "international.gap")
    assert found.judgement.reason.params["n"] == 5


@pytest.mark.parametrize(
    ("direction", "above", "below", "best"),
    [
        ("higher", "better", "worse", 82.0),
        ("lower", "worse", "better", 70.0),
        ("none", "above", "below", None),
    ],
)
def test_by_direction(direction, above, below, best):
    assert judge(direction=direction).judgement.verdict == above
    assert judge(table=countries(sweden=70.0), direction=direction).judgement.verdict == below
    assert judge(table=countries(sweden=75.0), direction=direction).judgement.verdict == "same"
    assert judge(direction=direction).best == best


def test_an_indicative_figure_is_text_only():
    found = judge(graded(grade="indicative"))
    assert (found.judgement.verdict, found.judgement.reason.key) == ("not-assessed", "international.indicative")
    assert not found.on_axis
    assert found.best is None, "which end of an indicative figure is best is not known"


@pytest.mark.parametrize("comparison", [graded(grade="none", international=None, one_scale=False), None])
def test_nothing_comparable(comparison):
    found = judge_international(definition(), comparison, None if comparison is None else countries(), "2025")
    key = "international.none" if comparison is None else "international.not-comparable"
    assert (found.grade, found.year, found.average, found.best, found.countries) == ("none", None, None, None, 0)
    assert (found.judgement.verdict, found.judgement.reason.key, found.on_axis) == ("not-assessed", key, False)


def test_a_figure_that_the_table_lacks():
    found = judge_international(definition(), graded(), None, "2025")
    assert found.judgement.reason.key == "international.not-comparable"


@pytest.mark.parametrize("missing", ["sweden", "average"])
def test_without_sweden_or_the_average_there_is_no_gap(missing):
    found = judge(table=countries(**{missing: None}))
    assert found.judgement.reason.key == "international.no-sweden"
    assert found.on_axis == (missing == "sweden")


def test_too_few_countries_have_no_best_three():
    found = judge(table=countries(values={"Sweden": 80.0, "Norway": 84.0}))
    assert found.best is None
    assert found.judgement.verdict == "better"


AXIS = {
    "same scale, fresh": ({}, {}, "2025", True),
    "five years old": ({}, {"year": "2020"}, "2025", True),
    "six years old": ({}, {"year": "2019"}, "2025", False),
    "newer than the regions": ({}, {"year": "2026"}, "2025", True),
    "a month against a year": ({}, {"year": "2021"}, "2026-05", True),
    "a span of years": ({}, {"year": "2018-2020"}, "2025", True),
    "an old span of years": ({}, {"year": "2010-2014"}, "2025", False),
    "no year": ({}, {"year": ""}, "2025", False),
    "another scale": ({"one_scale": False}, {}, "2025", False),
    "indicative": ({"grade": "indicative"}, {}, "2025", False),
    "no average": ({}, {"average": None}, "2025", False),
    "no headline": ({}, {}, None, False),
}


@pytest.mark.parametrize(("comparison", "table", "headline", "on_axis"), AXIS.values(), ids=AXIS)
def test_who_may_stand_on_the_regions_axis(comparison, table, headline, on_axis):
    assert judge(graded(**comparison), countries(**table), headline).on_axis == on_axis


@pytest.mark.parametrize(
    ("year", "shown"), [("2023", True), ("2024", False), ("2020-2024", False), ("2019-2023", True)]
)
def test_a_figure_after_the_year_looked_at_is_not_shown(year, shown):
    found = judge(table=countries(year=year), headline="2023", as_of="2023")
    assert (found.average is not None) == shown
    if not shown:
        assert (found.grade, found.judgement.reason.key) == ("none", "international.later")
        assert found.judgement.reason.params == {"year": year}

"""Which themes become subjects to raise: own, single, joint and shared, what belongs together, and never a fourth."""

import pytest

from indicators.areas import NATION
from indicators.signals.choice import area_choice
from indicators.signals.figures import may_signal
from indicators.signals.nation import nation_signals
from tests.builders import definition, target
from tests.indicators.signals.made import AREA, EVEN, MIDDLE, OTHERS, REGIONS, beside, evidence, measure

SURVEY = {"source": "barometer", "kind": "survey"}


def choose(*measures, **told):
    return area_choice(evidence(*measures, **told), AREA)


def subjects(*measures, **told):
    return [(s.basis, s.theme, s.joined and s.joined.theme) for s in choose(*measures, **told).subjects]


def test_a_heavy_theme_is_a_subject_with_its_counts():
    """Two of weight two, each capped at three spreads: 6 + 6; the third question is not among the worst."""
    found = choose(measure("a", beside(70.0)), measure("b", beside(71.0)), measure("c", beside(82.1)))
    (subject,) = found.subjects
    counts = (subject.basis, subject.rank, subject.worst, subject.judged, subject.clear)
    assert counts == ("own", 1, 2, 3, 2)
    assert subject.points == pytest.approx(12.0)
    assert [signal.focus_rank for signal in found.of_group("focus")] == [1, 1]


def test_one_light_measure_is_no_subject_but_an_outcome_of_weight_three_is():
    assert subjects(measure("a", beside(70.0))) == []
    assert [s.indicator for s in choose(measure("a", beside(70.0))).of_group("other")] == ["a"]
    assert subjects(measure("a", beside(70.0), weight=3)) == [("own", "cancer", None)]


def test_two_light_questions_that_make_less_than_five_points_are_no_subject():
    """Three points, capped, and 1.3."""
    heavy, light_one = measure("a", beside(70.0), weight=1), measure("b", beside(80.0), weight=1)
    assert subjects(heavy, light_one) == []
    assert subjects(heavy, measure("b", beside(70.0), weight=1)) == [("own", "cancer", None)]


def test_the_three_strongest_make_the_points():
    five = [measure(name, beside(70.0)) for name in "abcde"]
    assert choose(*five).subjects[0].points == pytest.approx(18.0)


def test_at_most_three_and_the_heaviest_first():
    themes = {"cancer": 3, "older": 2, "trust": 3, "safety": 3}
    measures = [
        measure(f"{theme}-{n}", beside(70.0), theme=theme, weight=weight, source="ndr")
        for theme, weight in themes.items()
        for n in range(1 + (theme in ("older", "trust")))
    ]
    assert [theme for _, theme, _ in subjects(*measures)] == ["trust", "older", "cancer"]


def test_what_no_region_decides_alone_stands_beside_as_shared():
    found = choose(measure("a", beside(70.0), theme="health", weight=3, influence="shared"))
    assert found.subjects == ()
    assert [(s.basis, s.theme, s.rank) for s in found.shared] == [("shared", "health", 1)]
    with_own = measure("b", beside(70.0), theme="health", weight=1)
    assert subjects(measure("a", beside(70.0), theme="health", weight=3, influence="shared"), with_own) == [
        ("own", "health", None)
    ]


def light(**fields):
    """A gap of 1.3 spreads: 3.9 points of weight three."""
    return measure("a", beside(80.0), weight=3, **fields)


def test_one_outcome_of_three_points_is_a_single_subject():
    found = choose(light())
    assert [(s.basis, s.points >= 3) for s in found.subjects] == [("single", True)]
    assert found.subjects[0].points < 4.5
    assert subjects(measure("a", beside(80.0), weight=2)) == []


def trusting(primary_points):
    trust = measure("trust", beside(70.0), theme="trust", weight=3, **SURVEY)
    wait = measure("asked", beside(70.0), theme="primary-care", weight=3, **SURVEY)
    care = measure("seen", beside(70.0), theme="primary-care", weight=primary_points, source="waiting", kind="report")
    return trust, wait, care


def test_a_theme_of_one_survey_is_told_with_the_one_that_it_supports():
    assert subjects(*trusting(3)) == [("own", "primary-care", "trust")]
    joined = [s.indicator for s in choose(*trusting(3)).signals if s.is_joined]
    assert joined == ["trust"]


def test_two_themes_of_the_same_survey_alone_are_not_told_together():
    trust, wait, _ = trusting(3)
    assert sorted(subjects(trust, wait)) == [("own", "primary-care", None), ("own", "trust", None)]


def agreed(value=90.0, **changes):
    return target(indicator="a", value=value, **changes)


def test_a_level_that_all_miss_is_joint_where_the_region_is_worse():
    near = measure("a", beside(80.9))
    assert subjects(near, targets=(agreed(),)) == [("joint", "cancer", None)]
    (signal,) = choose(near, targets=(agreed(),)).subjects[0].members
    assert (signal.kind, signal.facts["level"]) == ("joint", 90.0)
    assert subjects(measure("a", beside(81.1)), targets=(agreed(),)) == []
    assert subjects(near, targets=(agreed(82.5),)) == []
    assert subjects(near, targets=(agreed(status="superseded"),)) == []
    assert subjects(near, targets=(agreed(last_year=2026),)) == [("joint", "cancer", None)]
    assert subjects(near, targets=(agreed(last_year=2025),)) == []


def test_a_right_is_told_without_its_level():
    (subject,) = choose(measure("a", beside(80.9)), targets=(agreed(100.0, kind="statutory"),)).subjects
    assert [(s.kind, "level" in s.facts) for s in subject.members] == [("right", False)]


def test_a_region_among_the_best_of_a_theme_is_told_no_problem_there():
    lower = {code: value - 0.5 for code, value in EVEN.items()}
    near, best = measure("a", beside(81.0, others=lower)), measure("b", beside(86.0))
    assert subjects(near, targets=(agreed(),)) == [("joint", "cancer", None)]
    assert subjects(near, best, targets=(agreed(),)) == []


def short_wait(**changes):
    return measure("treatment-90d", beside(84.9), weight=3, **changes)


RIGHT = (target(indicator="treatment-90d", value=100.0, kind="statutory"),)


def test_a_short_wait_is_told_as_something_to_share():
    strengths = choose(short_wait(), targets=RIGHT).of_group("strengths")
    assert [(s.kind, s.facts.get("ahead")) for s in strengths] == [("strength", 1)]
    assert "ahead" not in choose(short_wait()).of_group("strengths")[0].facts


def test_a_wait_is_no_example_where_the_other_measure_of_it_is_worse():
    other = measure("waiting-treatment-90d", beside(81.9), question="treatment-90d")
    told = choose(short_wait(), other, targets=RIGHT).of_group("strengths")
    assert [(s.kind, s.facts.get("ahead")) for s in told] == [("strength", None)]


def test_a_wait_that_only_lately_became_short_is_told_beside_the_strengths():
    risen = {str(year): 82.0 for year in range(2016, 2025)} | {"2025": 84.9}
    wait = measure("treatment-90d", beside(risen), weight=3, kind="survey")
    assert [s.kind for s in choose(wait, targets=RIGHT).of_group("strengths")] == ["ahead"]


def falling_together(n):
    """So many regions fall by thirty in one year, and the nation by ten over two; one region has improved since."""
    before = {str(year): 80.0 for year in range(2016, 2024)}
    fallen = {code: {**before, "2024": 80.0, "2025": 50.0} for code in OTHERS[:n]}
    steady = {code: {**before, "2024": 80.0, "2025": 80.0} for code in OTHERS[n:]}
    risen = {**before, "2024": 84.0, "2025": 84.1}
    nation = {**before, "2024": 74.0, "2025": 70.0}
    return measure("m", {NATION: nation, AREA: risen, **fallen, **steady})


def test_the_nations_change_is_held_back_where_several_regions_are_to_be_checked():
    found = evidence(falling_together(4))
    kinds = [(s.kind, s.facts.get("regions")) for s in nation_signals(found).signals if s.kind != "nation-spread"]
    assert kinds == [("nation-check", 4)]
    (improved,) = area_choice(found, AREA).of_group("improving")
    assert (improved.change.held_back, improved.change.nation_before, improved.change.nation_after) == (
        True,
        None,
        None,
    )
    free = evidence(falling_together(3))
    assert "nation-check" not in {signal.kind for signal in nation_signals(free).signals}
    assert not area_choice(free, AREA).of_group("improving")[0].change.held_back


def test_the_nation_names_its_rights_in_one_line_without_a_level():
    rights = tuple(target(indicator=name, value=100.0, kind="statutory") for name in "ab")
    told = nation_signals(evidence(measure("a", beside(80.0)), measure("b", beside(80.0, nation=60.0)), targets=rights))
    (line,) = told.of_group("rights")
    assert (line.facts["of"], line.facts["low_indicator"], line.facts["low_value"]) == (2, "b", 60.0)
    assert "level" not in line.facts


def test_a_change_of_the_nation_is_told_when_most_regions_share_it():
    def moved(n):
        rising = {
            code: {**{str(y): EVEN[code] for y in range(2016, 2024)}, "2024": 90.0, "2025": 90.0} for code in OTHERS[:n]
        }
        nation = {**{str(y): MIDDLE for y in range(2016, 2024)}, "2024": 88.0, "2025": 88.0}
        return measure("m", {NATION: nation, AREA: 82.0, **EVEN, **rising}, kind="survey")

    kinds = {n: {s.kind for s in nation_signals(evidence(moved(n))).signals} for n in (16, 14)}
    assert "nation-improving" in kinds[16]
    assert "nation-improving" not in kinds[14]
    assert len(REGIONS) == 21


def test_a_measure_without_direction_or_weight_is_none():
    usual = definition(signals={"theme": "cancer", "weight": 1, "influence": "region", "source": "nlr"})
    assert may_signal(usual, usual.signals)
    for changes in ({"weight": 0}, {"influence": "society"}):
        other = usual.signals.model_copy(update=changes)
        assert not may_signal(usual, other)
    assert not may_signal(usual.model_copy(update={"direction": "none"}), usual.signals)

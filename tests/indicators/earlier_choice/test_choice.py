"""Which signals an area gets: how many, in which order, and never two about one question."""

import pytest

from indicators import LANGUAGES, NOISY, attention, check_same, country_attention, read_same
from indicators.areas import AREAS, NATION
from indicators.earlier_choice import choice
from indicators.faults import FaultError
from indicators.same_question import SameQuestions
from tests.builders import REGIONS, definition, make_picture, regions, series, yearly

AREA = "01"
OTHERS = tuple(40.0 + place for place in range(20))
SAME = {"same": [{"indicators": ["a", "b"], "reason": {"sv": "Samma.", "en": "The same."}}]}


@pytest.fixture
def same(monkeypatch):
    """The indicators a and b answer one question."""
    monkeypatch.setattr(choice, "read_same", lambda: check_same(SAME))


def pair(name, own, **changes):
    return definition(id=name, **changes), series(regions(own, *OTHERS, nation=50.0))


def ids(signals):
    return [signal.indicator for signal in signals]


def rising(name, **changes):
    """The only one that improves, while others stand still: behind all of them."""
    still = {code: yearly(*[float(41 + n)] * 10) for n, code in enumerate(REGIONS[1:])}
    return definition(id=name, **changes), series({**still, AREA: yearly(*[float(10 + n) for n in range(10)])})


# --- order and number -----------------------------------------------------------------------------------------------


def test_at_most_three_deviate_the_heaviest_first():
    found = attention(
        make_picture(*(pair(name, own) for name, own in zip("abcd", (30, 10, 20, 35), strict=True))), AREA
    )
    assert ids(found.deviating) == ["b", "c", "a"]
    assert [signal.weight for signal in found.deviating] == sorted((s.weight for s in found.deviating), reverse=True)


def test_at_most_two_are_promising_and_what_improves_stands_before_what_is_ahead():
    picture = make_picture(
        pair("a", 90.0), pair("b", 80.0), rising("c"), pair("d", 5.0), pair("e", 4.0), pair("f", 3.0)
    )
    assert ids(attention(picture, AREA).promising) == ["c", "a"]


def test_what_rests_on_samples_or_few_cases_comes_last():
    noisy = [pair("a", 1.0, caveats=["survey-sample"]), pair("b", 2.0, caveats=["small-numbers"])]
    found = attention(make_picture(*noisy, pair("c", 30.0), pair("d", 31.0)), AREA)
    assert ids(found.deviating) == ["c", "d", "a"]


def test_equal_weights_are_in_order_of_name():
    assert ids(attention(make_picture(pair("b", 10.0), pair("a", 10.0)), AREA).deviating) == ["a", "b"]


# --- one question ---------------------------------------------------------------------------------------------------


def test_no_two_are_about_one_question(same):
    found = attention(make_picture(pair("a", 20.0), pair("b", 10.0), pair("c", 30.0)), AREA)
    assert ids(found.deviating) == ["b", "c"]


def test_a_question_that_deviates_is_not_also_promising(same):
    found = attention(make_picture(pair("a", 20.0), pair("b", 90.0), pair("c", 80.0)), AREA)
    assert (ids(found.deviating), ids(found.promising)) == (["a"], ["c"])


def test_something_promising_is_named_wherever_there_is_any(same):
    found = attention(make_picture(pair("a", 20.0), pair("b", 90.0), pair("c", 30.0)), AREA)
    assert (ids(found.deviating), ids(found.promising)) == (["c"], ["b"])
    assert attention(make_picture(pair("a", 20.0)), AREA).promising == ()


def test_what_worsens_is_not_promising_though_it_is_still_among_the_best():
    still = {code: yearly(*[float(41 + n)] * 10) for n, code in enumerate(REGIONS[1:])}
    falling = definition(id="a"), series({**still, AREA: yearly(*[89.0 - n for n in range(10)])})
    found = attention(make_picture(falling), AREA)
    assert (ids(found.deviating), ids(found.promising)) == (["a"], [])


def test_a_twin_is_its_indicator():
    twin = {"twin": {"of": "main", "note": {"sv": "Annan.", "en": "Another."}}}
    older = definition(id="main"), series(regions(10.0, *OTHERS, nation=50.0), period="2022")
    newer = definition(id="other", **twin), series(regions(90.0, *OTHERS, nation=50.0), period="2024")
    found = attention(make_picture(older, newer), AREA)
    assert (ids(found.deviating), ids(found.promising)) == ([], ["main"])
    assert found.promising[0].row.indicator == "other"


def test_the_questions_in_the_reference_data_are_of_known_indicators(picture):
    known = {item.id for item in picture.catalogue.indicators}
    found = check_same(read_same().model_dump(mode="json"), known)
    assert found.question("life-expectancy-men") == found.question("life-expectancy-women") == "life-expectancy"
    cancer = {found.question(name) for name in ("cancer-incidence-women", "cancer-incidence-men", "cancer-incidence")}
    assert (len(cancer), found.question("beds")) == (1, "beds")


def test_a_wrong_question_is_refused_with_every_fault():
    twice = {"same": [*SAME["same"], {"indicators": ["b", "c"], "reason": {"sv": "S.", "en": "S."}}]}
    with pytest.raises(FaultError) as caught:
        check_same(twice, {"a", "b"})
    told = [str(fault) for fault in caught.value.faults]
    assert [("'c'" in line, "'b'" in line) for line in told] == [(False, True), (True, False)]
    for wrong in ({"indicators": ["a"]}, {"indicators": ["a", "b"]}, {**SAME["same"][0], "more": 1}):
        with pytest.raises(FaultError):
            check_same({"same": [wrong]})


# --- the embedded edition -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("as_of", [None, "2023", "2021"])
@pytest.mark.parametrize("sex", ["T", "F", "M"])
def test_every_region_gets_at_most_seven_of_questions_of_their_own(picture, sex, as_of):
    for code in AREAS.region_codes:
        found = attention(picture, code, sex, as_of)
        assert len(found.signals) <= 7
        told = (*found.signals, *filter(None, [found.fifths_of_nation]))
        questions = [read_same().question(signal.indicator) for signal in told]
        assert len(set(questions)) == len(questions)
        assert bool(found.promising) == bool(choice.moves(picture, code, sex, as_of).promises)
        assert {signal.kind for signal in found.promising} <= {"improving", "ahead"}
        assert len({signal.kind for signal in found.differences}) == len(found.differences)


def test_every_region_has_three_that_deviate_and_two_that_are_promising(picture):
    for code in AREAS.region_codes:
        found = attention(picture, code)
        assert (len(found.deviating), len(found.promising)) == (3, 2)
        assert found.differences


def test_noisy_ones_stand_last_of_their_sort(picture):
    for code in (NATION, *AREAS.region_codes):
        found = attention(picture, code)
        for signals in (found.deviating, found.promising, found.differences):
            noisy = [not NOISY.isdisjoint(picture.catalogue.by_id[s.row.indicator].caveats) for s in signals]
            assert noisy == sorted(noisy) == [signal.is_noisy for signal in signals]


def test_the_same_picture_gives_the_same_signals(picture):
    choice.attention.cache_clear()
    first = [attention(picture, code) for code in REGIONS]
    choice.attention.cache_clear()
    choice.moves.cache_clear()
    assert [attention(picture, code) for code in reversed(REGIONS)] == first[::-1]


def test_the_order_of_the_definitions_decides_nothing():
    pairs = [pair(name, own) for name, own in zip("abcdef", (10, 20, 15, 90, 85, 12), strict=True)]
    one, other = attention(make_picture(*pairs), AREA), attention(make_picture(*reversed(pairs)), AREA)
    assert (ids(one.deviating), ids(one.promising)) == (ids(other.deviating), ids(other.promising))


# --- the country ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dimension", ["", "population-health", "service-quality", "equal-care"])
def test_the_country_names_no_question_twice_and_a_region_once_a_side(picture, dimension):
    found = country_attention(picture, None, dimension)
    signals = (*found.nation.signals, *found.behind, *found.ahead)
    questions = [read_same().question(signal.indicator) for signal in signals]
    assert len(set(questions)) == len(questions) > 0
    for side in (found.behind, found.ahead):
        assert len({signal.row.area for signal in side}) == len(side) <= 3
    known = {picture.catalogue.by_id[signal.indicator].dimension for signal in signals}
    assert not dimension or known == {dimension}


def test_of_the_nation_what_worsens_is_told_before_what_is_far_off(picture):
    found = country_attention(picture).nation.deviating
    falls = [signal.kind in ("worsening", "setback") or signal.move in ("worsening", "setback") for signal in found]
    assert falls == sorted(falls, reverse=True)
    assert falls[0]


def test_the_regions_named_for_the_country_move_the_way_they_stand(picture):
    found = country_attention(picture)
    assert all(signal.move in ("worsening", "setback") for signal in found.behind)
    assert all(signal.row.position.verdict == "best-quarter" for signal in found.ahead)
    assert {signal.kind for signal in found.ahead} == {"improving"}


def test_every_question_has_its_reason_in_both_languages():
    found: SameQuestions = read_same()
    assert all(item.reason.in_(language) for item in found.same for language in LANGUAGES)

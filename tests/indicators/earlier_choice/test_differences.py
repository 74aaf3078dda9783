"""Differences inside an area: municipalities, women and men, and groups by economic standard."""

from statistics import pstdev

import pytest

from indicators.analysis.records import Fifths, Inside, WithinShare, YearInside
from indicators.earlier_choice.choice import attention, unlike
from tests.builders import REGIONS, definition, make_picture, regions, series

BLEKINGE, SKANE, NATION = "10", "12", "00"
MEMBERS = ("1060", "1080", "1081", "1082", "1083")
LADDER = tuple(float(n) for n in range(40, 61))
WIDTH = pstdev(LADDER)


def only(signals):
    (signal,) = signals
    return signal


def differ(*pairs, area=BLEKINGE, analysis=None, sex="T"):
    return unlike(make_picture(*pairs, analysis=analysis), area, sex)


# --- municipalities -------------------------------------------------------------------------------------------------


def municipalities(name, *values, **changes):
    return definition(id=name, **changes), series({**regions(*LADDER), **dict(zip(MEMBERS, values, strict=True))})


def test_municipalities_that_span_more_than_the_regions_weigh_by_how_much_more():
    signal = only(differ(municipalities("a", 0.0, 20.0, 40.0, 60.0, 80.0)))
    assert (signal.kind, signal.tone) == ("inside", "neutral")
    assert signal.facts == {"q1": 20.0, "q3": 60.0, "width": 40.0, "between": 10.0, "period": "2025"}
    assert signal.weight == pytest.approx(30.0 / WIDTH)


def test_municipalities_as_alike_as_the_regions_are_no_signal():
    assert differ(municipalities("a", 48.0, 49.0, 50.0, 51.0, 52.0)) == ()


def within(share, basis):
    found = WithinShare("2024", basis, share, 9.0, 4.0, 20, 280)
    return {("a", "T"): Inside((YearInside("2024", {}, None, found, None),), {})}


def test_in_the_nation_the_share_that_lies_inside_the_regions_is_told():
    values = definition(id="a"), series(regions(*LADDER, nation=50.0))
    signal = only(differ(values, area=NATION, analysis={"inside": within(0.69, "inside")}))
    facts = {"share": 0.69, "units": 280, "regions": 20, "period": "2024"}
    assert (signal.kind, signal.facts) == ("inside-nation", facts)
    assert signal.weight == pytest.approx(3.0 / WIDTH)
    assert differ(values, area=NATION, analysis={"inside": within(0.31, "between")}) == ()
    assert differ(values, area=BLEKINGE, analysis={"inside": within(0.69, "inside")}) == ()


# --- women and men --------------------------------------------------------------------------------------------------


def sexed(women, men, nation=(50.0, 50.0), **changes):
    """Every region alike but Blekinge; `nation` None where it is not published."""
    areas = [code for code in REGIONS if code != BLEKINGE]
    both = [
        {**dict.fromkeys(areas, 50.0), BLEKINGE: own, **({NATION: usual} if nation else {})}
        for own, usual in zip((women, men), nation or (0.0, 0.0), strict=True)
    ]
    values = series(regions(*LADDER, nation=50.0), women=both[0], men=both[1])
    return definition(id="a", **changes), values


@pytest.mark.parametrize(
    ("women", "men", "nation", "worse", "beside", "beyond"),
    [
        (44.0, 50.0, (48.0, 50.0), "women", "same", 4.0),
        (50.0, 44.0, (48.0, 50.0), "men", "reverse", 8.0),
        (44.0, 50.0, (50.5, 50.0), "women", "little", 6.5),
        (44.0, 50.0, None, "women", "alone", 6.0),
    ],
)
def test_women_and_men_weigh_by_what_goes_beyond_the_nation(women, men, nation, worse, beside, beyond):
    signal = only(differ(sexed(women, men, nation)))
    assert (signal.kind, signal.facts["worse"], signal.facts["beside"]) == ("sexes", worse, beside)
    assert (signal.facts["women"], signal.facts["men"]) == (women, men)
    assert signal.facts["nation"] == (None if nation is None else nation[0] - nation[1])
    assert signal.weight == pytest.approx(beyond / WIDTH)


def test_the_same_difference_as_everywhere_is_no_signal_of_the_region():
    assert differ(sexed(44.0, 50.0, (44.0, 50.0))) == ()
    assert differ(sexed(44.0, 50.0, (44.5, 50.0))) == (), "beyond by less than what matters"
    assert differ(sexed(44.0, 50.0, (40.0, 50.0))) == ()


def test_the_nations_own_difference_is_whole():
    signal = only(differ(sexed(50.0, 50.0, (40.0, 50.0)), area=NATION))
    assert (signal.weight, signal.facts["beside"]) == (pytest.approx(10.0 / WIDTH), "alone")


def test_lower_is_better_turns_who_is_worse_off():
    assert only(differ(sexed(60.0, 50.0, direction="lower"))).facts["worse"] == "women"


def test_of_one_sex_nothing_is_said_of_the_other():
    assert differ(sexed(40.0, 50.0), sex="F") == ()


# --- groups by economic standard ------------------------------------------------------------------------------------


def groups(first, last, *areas):
    values = (first, 50.0, 50.0, 50.0, last)
    return {("a", "T", area): Fifths("2024", "2023", False, values, (3,) * 5, (0.2,) * 5, None) for area in areas}


@pytest.mark.parametrize(
    ("first", "last", "direction", "worse"),
    [(60.0, 40.0, "higher", "last"), (40.0, 60.0, "higher", "first"), (40.0, 60.0, "lower", "last")],
)
def test_the_ends_of_a_regions_own_groups(first, last, direction, worse):
    values = definition(id="a", direction=direction), series(regions(*LADDER, nation=50.0))
    signal = only(differ(values, area=SKANE, analysis={"fifths": groups(first, last, SKANE)}))
    assert (signal.kind, signal.facts) == ("fifths", {"first": first, "last": last, "worse": worse, "period": "2024"})
    assert signal.weight == pytest.approx(20.0 / WIDTH)


def test_ends_closer_than_what_matters_or_missing_are_no_signal():
    values = definition(id="a"), series(regions(*LADDER, nation=50.0))
    for first, last in ((50.0, 50.5), (None, 40.0), (60.0, None)):
        assert differ(values, area=SKANE, analysis={"fifths": groups(first, last, SKANE)}) == ()


def test_a_region_without_groups_of_its_own_is_told_the_nations_beside_its_signals():
    picture = make_picture(
        (definition(id="a"), series(regions(*LADDER, nation=48.0))),
        analysis={"fifths": groups(60.0, 40.0, NATION, SKANE)},
    )
    small, large = attention(picture, BLEKINGE), attention(picture, SKANE)
    assert small.differences == ()
    assert (small.fifths_of_nation.kind, small.fifths_of_nation.row.area) == ("fifths", NATION)
    assert (large.differences[0].row.area, large.fifths_of_nation) == (SKANE, None)
    assert attention(picture, NATION).fifths_of_nation is None


def test_what_is_analysed_is_said_of_the_newest_figures_only(picture):
    kinds = {s.kind for code in picture.areas.region_codes for s in unlike(picture, code, "T", "2023")}
    assert kinds == {"inside", "sexes"}
    assert all(attention(picture, code, "T", "2023").fifths_of_nation is None for code in picture.areas.region_codes)


def test_a_twin_answers_where_only_it_has_municipalities():
    main = definition(id="a"), series(regions(*LADDER))
    twin = municipalities(
        "b", 0.0, 20.0, 40.0, 60.0, 80.0, twin={"of": "a", "note": {"sv": "Annan.", "en": "Another."}}
    )
    signal = only(differ(main, twin))
    assert (signal.indicator, signal.row.indicator) == ("a", "b")


def test_without_direction_nobody_is_worse_off():
    assert differ(municipalities("a", 0.0, 20.0, 40.0, 60.0, 80.0, direction="none")) == ()

"""The signals by a second hand: against the oracle's six areas, and what signals.md counts over all regions."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from tests.recompute import nation
from tests.recompute.figures import REGIONS
from tests.recompute.subjects import page_of, shortest_waits

pytestmark = pytest.mark.nightly
ORACLE = Path(__file__).parents[1] / "oracles" / "signals_expected.csv"
ORACLE_AREAS = ("22", "08", "01", "25", "09")
SHARED = {"04", "17", "19", "21", "22", "25"}
NONE_OF_THEIR_OWN = {"13", "06", "07", "03", "20"}
AHEAD = {"01": 2, "13": 2, "05": 1, "06": 1, "07": 1, "09": 1, "10": 1}
MOST_NATION = 4


def oracle(area):
    with ORACLE.open(encoding="utf-8", newline="") as stream:
        return [row for row in csv.DictReader(stream) if row["area"] == area]


def number(text, digits=3):
    return None if text == "" else round(float(text), digits)


def near(value, digits=3):
    return None if value is None else round(float(value), digits)


def expected_signals(area):
    return [
        (
            *(row[name] for name in ("group", "theme", "indicator", "series", "kind", "period")),
            *(number(row[name], 1) for name in ("value", "nation", "before")),
            *(number(row[name]) for name in ("points",)),
            *(number(row[name], 2) for name in ("z",)),
        )
        for row in oracle(area)
        if row["indicator"]
    ]


def found_signals(world, area):
    for one in page_of(world, area).signals:
        group = f"{one.group} {one.rank}" if one.group in ("focus", "shared") else one.group
        yield (
            *(group + " with" if one.is_joined else group, one.theme, one.indicator, one.series, one.kind, one.period),
            *(near(value, 1) for value in (one.value, one.nation, one.before)),
            None if one.kind == "check" else near(one.points),
            near(one.z, 2),
        )


def loose(signal):
    """Values without what rounds to either side: a level's one decimal, a distance's second."""
    *names, value, beside, before, points, z = signal
    return (*names, value, beside, points), before, z


@pytest.mark.parametrize("area", ORACLE_AREAS)
def test_a_regions_signals_are_the_oracles_in_its_order(oracle_world, area):
    expected, found = expected_signals(area), list(found_signals(oracle_world, area))
    assert [loose(one)[0] for one in found] == [loose(one)[0] for one in expected]
    for one, other in zip(found, expected, strict=True):
        for mine, wanted, rounds in zip(loose(one)[1:], loose(other)[1:], (0.101, 0.011), strict=True):
            assert mine == (None if wanted is None else pytest.approx(wanted, abs=rounds)), one


@pytest.mark.parametrize("area", ORACLE_AREAS)
def test_a_regions_subjects_are_the_oracles(oracle_world, area):
    page = page_of(oracle_world, area)
    found = [(one.theme, one.basis, one.rank, near(one.points), f"{one.worst}/{one.judged}") for one in page.subjects]
    found += [(one.theme, one.basis, one.rank, near(one.points), f"{one.worst}/{one.judged}") for one in page.shared]
    expected = [
        (row["theme"], row["basis"], int(row["rank"]), number(row["points"]), row["size"])
        for row in oracle(area)
        if row["kind"] == "theme"
    ]
    assert found == expected


def test_every_region_has_the_subjects_that_are_counted(oracle_world):
    pages = {area: page_of(oracle_world, area) for area in REGIONS}
    bases = Counter(one.basis for page in pages.values() for one in page.subjects)
    assert bases == {"own": 32, "single": 6, "joint": 11}
    assert {area for area, page in pages.items() if page.shared} == SHARED
    own = {area for area, page in pages.items() if any(one.basis == "own" for one in page.subjects)}
    assert set(REGIONS) - own >= NONE_OF_THEIR_OWN
    assert Counter(len(page.subjects) for page in pages.values()) == {3: 14, 2: 1, 1: 5, 0: 1}
    assert pages["13"].subjects == []


def test_the_nations_lines_are_the_oracles(oracle_world):
    lines = [*nation.goals(oracle_world), *nation.checks(oracle_world)]
    moves = nation.movements(oracle_world)
    for group in ("worsening", "improving"):
        lines += [one for one in moves if one.group == group][:MOST_NATION]
    lines += nation.spreads(oracle_world)[:MOST_NATION]
    found = {(one.group, one.indicator, one.series, one.kind, one.period, near(one.points)) for one in lines}
    rows = [row for row in oracle("00") if row["kind"] != "rights"]
    names = ("group", "indicator", "series", "kind", "period")
    assert found == {(*(row[name] for name in names), number(row["points"])) for row in rows}


def test_the_care_guarantee_is_the_oracles_line(oracle_world):
    count, low, high = nation.rights(oracle_world)
    row = next(row for row in oracle("00") if row["kind"] == "rights")
    assert (count, low.value, high.value) == (int(row["size"]), number(row["value"]), number(row["best_quarter"]))


def test_waits_to_learn_from_are_those_that_are_counted(oracle_world):
    assert {area: n for area in REGIONS if (n := len(shortest_waits(oracle_world, area)))} == AHEAD

"""Values of groups in an upload: read by any of their names, hidden when small, kept beside everybody's, summed."""

import pytest

from indicators.areas import AREAS
from indicators.groups import GROUPS, PEOPLE, group_text
from indicators.units.grouping import unit_groups
from indicators.units.reading import Units
from indicators.units.store import UnitStore
from intake.uploads.columns import GivenRow
from intake.uploads.disclosure import hide_small_counts
from tests.builders import definition
from tests.indicators.units.making import HIDDEN, row, write
from tests.intake.uploads.making import HEAD, ROW, text

GROUPED = (*HEAD, "Grupp")
LOW, MIDDLE, HIGH = "education:low", "education:middle", "education:high"
REGION = AREAS.region_codes[0]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("group", PEOPLE)
def test_a_group_is_known_as_the_template_writes_it(read_here, group, language):
    reading, rows = read_here("a.csv", text((*ROW, group_text(group, language)), head=GROUPED).encode())
    assert [found.group for found in rows] == [group], reading.findings


@pytest.mark.parametrize("written", ["", "Alla", "all", "totalt"])
def test_nothing_stands_for_everybody(read_here, written):
    _, rows = read_here("a.csv", text((*ROW, written), head=GROUPED).encode())
    assert [found.group for found in rows] == [""]


def test_an_unknown_group_stops_its_row_by_name(read_here):
    reading, rows = read_here("a.csv", text((*ROW, "Mellan"), head=GROUPED).encode())
    assert rows == ()
    (finding,) = [one for one in reading.findings if one.code == "group-unknown"]
    assert (finding.row, finding.found) == (2, "Mellan")


def test_everybody_and_each_group_may_stand_once(read_here):
    groups = ("", LOW, HIGH)
    reading, rows = read_here("a.csv", text(*((*ROW, group) for group in groups), head=GROUPED).encode())
    assert [found.group for found in rows] == list(groups), reading.findings


def given(group, numerator, denominator=200.0, unit="A"):
    share = 100 * numerator / denominator
    return GivenRow(unit, "hospital", "sample", "2025", "year", "T", share, numerator, denominator, "supplied", group)


def hidden(*rows):
    return {row.group for row in hide_small_counts(rows, 10).rows if row.status == "too-few"}


def test_a_small_group_is_hidden_with_one_more_where_the_total_would_give_it_away():
    assert hidden(given("", 60), given(LOW, 3), given(MIDDLE, 20), given(HIGH, 37)) == {LOW, MIDDLE}


def test_without_a_total_nothing_gives_a_small_group_away():
    assert hidden(given(LOW, 3), given(MIDDLE, 20), given(HIGH, 37)) == {LOW}


def test_another_grouping_of_the_same_total_does_not_hide_more():
    income = [given(f"income:{name}", 30) for name in ("low", "high")]
    assert hidden(given("", 60), given(LOW, 3), given(MIDDLE, 20), given(HIGH, 37), *income) == {LOW, MIDDLE}


def stored(folder, *rows):
    return UnitStore(write(folder, *rows))


def groups_of(unit="A", **changes):
    figures = {LOW: 40.0, HIGH: 80.0}
    return [
        row(region=REGION, unit=unit, group=group, value=share, numerator=share, denominator=100.0, **changes)
        for group, share in figures.items()
    ]


def test_groups_stand_beside_everybody_s_rows_and_not_among_them(tmp_path):
    store = stored(tmp_path, row(region=REGION, unit="A"), *groups_of(), *groups_of(period="2024"))
    assert [found.group for found in store.units("sample", REGION)] == [""]
    assert store.periods("sample", REGION) == ("2025",)
    assert {(found.group, found.period) for found in store.grouped("sample", REGION)} == {
        (group, period) for group in (LOW, HIGH) for period in ("2024", "2025")
    }
    assert store.groups == (HIGH, LOW)


def test_a_region_with_groups_alone_has_no_units_of_everybody(tmp_path):
    store = stored(tmp_path, *groups_of())
    assert store.regions("sample") == ()
    assert len(store.grouped("sample", REGION)) == 2


def test_groups_are_summed_over_the_units_that_show_them_all(tmp_path):
    lone = row(region=REGION, unit="C", group=LOW, numerator=1.0, denominator=1000.0, value=0.1)
    secret = row(region=REGION, unit="D", group=HIGH, **HIDDEN)
    rows = [*groups_of(), *groups_of(unit="B"), lone, row(region=REGION, unit="D", group=LOW), secret]
    found = unit_groups(Units(stored(tmp_path, *rows), {}), definition(), "education", REGION)
    (year,) = found.years
    assert {group: (f.value, f.numerator, f.denominator) for group, f in year.figures.items()} == {
        LOW: (40.0, 80.0, 200.0),
        HIGH: (80.0, 160.0, 200.0),
    }
    assert unit_groups(Units(UnitStore(), {}), definition(), "education", REGION) is None


def test_groups_too_small_to_tell_of_are_named_and_not_shown(tmp_path):
    rows = [row(region=REGION, group=group, numerator=5.0, denominator=20.0, value=25.0) for group in (LOW, HIGH)]
    (year,) = unit_groups(Units(stored(tmp_path, *rows), {}), definition(), "education", REGION).years
    assert (year.figures, year.few) == ({}, (LOW, HIGH))


def test_every_group_has_words():
    assert all(group.name.sv and group.people.en for group in GROUPS.values())

"""What differs between two editions: just that, by value, period, region and verdict."""

import pytest

from indicators import Library, ValueChange, compare_editions, current_judges, turned
from indicators.editions.changes import dump_changes, load_changes
from tests.builders import NATION, REGIONS, STOCKHOLM, figure_line, figure_lines
from tests.intake.test_edition_build import CATALOGUE, REFERENCE, build

JUDGED_BY = current_judges(CATALOGUE, REFERENCE)


def without(*places, period="2025"):
    """The lines without some areas' values for a period."""
    gone = {f",{code},region,{period}," for code in places}
    return [line for line in figure_lines() if not any(part in line for part in gone)]


def changed(value, area=STOCKHOLM, period="2025"):
    """The lines with one value changed."""
    own = figure_line(area=area, period=period)
    start = own.rsplit(",", 2)[0] + ","
    return [f"{start}{value},2026-08" if line.startswith(start) else line for line in figure_lines()]


@pytest.fixture(scope="module")
def older(tmp_path_factory):
    return build(tmp_path_factory.mktemp("older"), "2026-11")


def diff(older, folder, lines):
    return compare_editions(older, build(folder, "2026-12", lines=lines), JUDGED_BY)


def test_the_same_figures_differ_in_nothing(older, tmp_path):
    changes = diff(older, tmp_path, figure_lines())
    assert (changes.older, changes.newer) == ("2026-11", "2026-12")
    assert set(changes.counts().values()) == {0}


def test_one_changed_value_is_named_with_the_verdict_it_turned(older, tmp_path):
    # Stockholm stood at 55.5 against a target of 60, and among the lowest.
    changes = diff(older, tmp_path, changed("64.0"))
    assert changes.values == (ValueChange("sample", "kolada", "N1", STOCKHOLM, "region", "T", "2025", 55.5, 64.0),)
    own = [(item.what, item.before.target.verdict, item.after.target.verdict) for item in changes.turned
           if item.after.area == STOCKHOLM and item.what == "target"]  # fmt: skip
    assert own == [("target", "not-met", "met")]
    assert {item.what for item in changes.turned} <= {"target", "position", "trend"}
    assert all(
        getattr(item.before, item.what).verdict != getattr(item.after, item.what).verdict for item in changes.turned
    )
    assert changes.counts()["changed"] == 1


def test_a_changed_value_of_an_earlier_year_turns_nothing_that_does_not_rest_on_it(older, tmp_path):
    changes = diff(older, tmp_path, changed("20.0", period="2016"))
    assert [(item.period, item.old, item.new) for item in changes.values] == [("2016", 51.0, 20.0)]
    assert [item for item in changes.turned if item.what == "target"] == []


def test_regions_lost_and_gained_are_told_for_the_period_that_is_compared(older, tmp_path):
    fewer = build(tmp_path, "2026-12", lines=without(*REGIONS[:2]))
    lost = compare_editions(older, fewer, JUDGED_BY)
    assert [(item.area, item.period) for item in lost.lost] == [(code, "2025") for code in REGIONS[:2]]
    assert (lost.gained, lost.counts()["withdrawn"]) == ((), 2)
    gained = compare_editions(fewer, older, JUDGED_BY)
    assert [item.area for item in gained.gained] == list(REGIONS[:2])
    assert (gained.lost, gained.counts()["new"]) == ((), 2)


def test_a_new_period_is_told_once_and_no_region_is_gained_by_it(older, tmp_path):
    places = [(NATION, "nation"), *((code, "region") for code in REGIONS)]
    later = [figure_line(area=area, level=level, period="2026", value="70.0") for area, level in places]
    changes = diff(older, tmp_path, [*figure_lines(), *later])
    assert [(item.before, item.after) for item in changes.headlines if item.sex == "T"] == [("2025", "2026")]
    assert (changes.gained, changes.lost) == ((), ())
    assert changes.counts()["new"] == len(later)


def test_the_manifest_of_a_built_edition_compares_to_nothing(older):
    assert (older.manifest["previous"], older.manifest["changes"]) == (None, {})


def test_turned_verdicts_of_one_area_alone(older, tmp_path):
    newer = build(tmp_path, "2026-12", lines=changed("64.0"))
    before, after = older.scorecard(), newer.scorecard()
    every, own = list(turned(before, after)), list(turned(before, after, STOCKHOLM))
    assert own == [item for item in every if item.after.area == STOCKHOLM]
    assert own


def test_a_library_of_both_compares_by_number(older, tmp_path):
    build(tmp_path, "2026-12", lines=changed("64.0"))
    library = Library((tmp_path / "store", older.folder.parent))
    assert library.numbers() == ("2026-12", "2026-11")
    changes = compare_editions(library.open("2026-11"), library.open("2026-12"), JUDGED_BY)
    assert changes.counts()["changed"] == 1


def test_what_differs_comes_back_from_the_file_as_it_was_found(older, tmp_path):
    changes = diff(older, tmp_path, changed("64.0"))
    assert changes.turned
    assert load_changes(dump_changes(changes)) == changes
    assert dump_changes(changes) == dump_changes(changes)

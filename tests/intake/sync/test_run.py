"""A sync from beginning to end: what is read, what differs, what stays."""

import datetime as dt

import pandas as pd
import pytest

from indicators.observation import COLUMNS
from intake.http.refusals import StatusError
from tests.intake.sync.syncing import ABROAD, FIRST, KOLADA, MUNICIPAL, SECOND, SEXES, line_of, values, vintages

KEY = KOLADA[FIRST]
PLACE, AREA, YEAR = "0014", "14", 2025
TODAY = "2026-11-21"


def nudge(replicas, by, area=PLACE, year=YEAR, key=KEY, day=TODAY):
    """Let Kolada say another value; returns it."""
    kolada = replicas["kolada"].publisher
    value = by(kolada.data[(key, area)][year]["T"])
    kolada.change(key, area, year, "T", value, day)
    return value


def sorted_rows(rows):
    return rows.sort_values([*COLUMNS[:7], "source", "source_key"]).reset_index(drop=True)


def test_what_is_read_into_an_empty_folder_is_what_the_edition_holds(sync, rows):
    outcome = sync()
    assert (outcome.changed, outcome.figures_changed, outcome.refused, outcome.is_staged) == ((), (), (), True)
    candidate = sync.candidate()
    pd.testing.assert_frame_equal(sorted_rows(candidate.rows), sorted_rows(rows), check_dtype=False)
    assert candidate.international == sync.edition.countries
    assert [(item.module, item.status, item.series) for item in candidate.readings] == [
        ("eurostat", "read", 1),
        ("fohm", "read", 2),
        ("forsakringskassan", "read", 1),
        ("kolada", "read", 4),
    ]
    kolada = candidate.readings[-1]
    assert kolada.address == sync.addresses.of("kolada")
    assert kolada.read_at == "2026-11-21T03:00:00+00:00"
    assert (kolada.rows, kolada.new, kolada.changed) == (int(rows["source"].eq("kolada").sum()), 0, 0)
    assert all(len(body["sha256"]) == 64 and body["bytes"] > 0 for body in kolada.bodies)


def test_what_is_not_established_is_told_of_and_not_asked_for(sync, replicas):
    outcome = sync()
    assert [(item.source, item.series) for item in outcome.not_asked] == [
        ("socialstyrelsen", "socialstyrelsen/bup-median-vantetid-forsta-besok")
    ]
    assert "web tables only" in outcome.not_asked[0].reason
    assert line_of(outcome, "socialstyrelsen").status == "not-asked"
    assert replicas["socialstyrelsen"].requests == []


def test_a_second_sync_without_changes_stages_the_same(sync):
    sync()
    first = sync.files()
    sync.fake.seconds += 86_400
    assert sync().changed == ()
    second = sync.files()
    assert [content for name, content in first.items() if name.endswith("rows.parquet")] == [
        content for name, content in second.items() if name.endswith("rows.parquet")
    ]
    assert len(second) == len(first)


def test_one_changed_value_is_one_changed_value(sync, replicas, rows):
    value = nudge(replicas, lambda held: held - 0.5)
    outcome = sync()
    assert outcome.changed == (("kolada", KEY),)
    line = line_of(outcome, "kolada")
    assert (line.new, line.changed, line.withdrawn, line.quarantined) == (0, 1, 0, 0)
    found, held = values(sync.candidate().rows), values(rows)
    assert {key: new for key, new in found.items() if new != held[key]} == {("kolada", KEY, AREA, "2025", "T"): value}
    dates = vintages(sync.candidate().rows, KEY)
    assert dates.pop((AREA, "2025", "T")) == TODAY
    assert dates == {key: old for key, old in vintages(rows, KEY).items() if key != (AREA, "2025", "T")}


def test_a_value_that_is_changed_back_leaves_nothing_to_publish(sync, replicas, rows):
    held = replicas["kolada"].publisher.data[(KEY, PLACE)][YEAR]["T"]
    nudge(replicas, lambda value: value - 0.5)
    sync()
    nudge(replicas, lambda _: held)
    assert sync().changed == ()
    assert vintages(sync.candidate().rows, KEY) == vintages(rows, KEY)


def test_a_value_read_twice_keeps_the_day_it_was_first_read(sync, replicas):
    nudge(replicas, lambda held: held - 0.5)
    sync()
    sync.fake.seconds += 3 * 86_400
    sync()
    assert vintages(sync.candidate().rows, KEY)[(AREA, "2025", "T")] == TODAY


def test_other_last_digits_are_no_change(sync, replicas):
    nudge(replicas, lambda held: held * (1 + 1e-12))
    assert sync().changed == ()


def test_a_new_period_is_new(sync, replicas, rows):
    kolada = replicas["kolada"].publisher
    for (key, place), years in kolada.data.items():
        if key == KEY and 2025 in years:
            kolada.change(key, place, 2026, "T", years[2025]["T"] - 0.3 * (int(place) % 5) - 0.1, TODAY)
    outcome = sync(indicators=(FIRST,))
    assert (
        line_of(outcome, "kolada").new == rows[rows["source_key"].eq(KEY) & rows["period"].eq("2025")]["area"].nunique()
    )
    assert line_of(outcome, "kolada").changed == 0


def test_a_leap_is_held_back_and_the_held_value_stays(sync, replicas, rows):
    value = nudge(replicas, lambda held: held * 100)
    outcome = sync()
    assert outcome.changed == ()
    assert line_of(outcome, "kolada").quarantined == 1
    held_back = sync.candidate().quarantined
    assert len(held_back) == 1
    told = held_back.iloc[0]
    key = ("kolada", KEY, AREA, "2025", "T")
    assert (told["value"], told["held"], told["read_on"]) == (value, values(rows)[key], TODAY)
    assert values(sync.candidate().rows)[key] == values(rows)[key]
    # When the publisher has mended it, nothing is held back any longer.
    nudge(replicas, lambda found: found / 100)
    sync()
    assert len(sync.candidate().quarantined) == 0


def test_a_value_that_is_no_longer_given_is_withdrawn_in_words(sync, replicas):
    del replicas["kolada"].publisher.data[(KEY, PLACE)][2021]
    outcome = sync()
    assert outcome.changed == (("kolada", KEY),)
    assert line_of(outcome, "kolada").withdrawn == 1
    rows = sync.candidate().rows
    gone = rows[(rows["source_key"] == KEY) & (rows["area"] == AREA) & (rows["period"] == "2021")]
    assert gone[["status", "vintage"]].to_numpy().tolist() == [["not-reported", TODAY]]
    assert gone["value"].isna().all()


def test_a_period_that_vanishes_for_everybody_is_not_withdrawn(sync, replicas, rows):
    for (key, _), years in replicas["kolada"].publisher.data.items():
        if key == KEY:
            years.pop(2023, None)
    outcome = sync()
    assert line_of(outcome, "kolada").quarantined >= 21
    regions = rows[rows["level"] == "region"]
    found = sync.candidate().rows
    assert values(found[found["level"] == "region"], KEY) == values(regions, KEY)
    assert set(sync.candidate().quarantined["status"]) == {"not-reported"}


def test_only_the_guilty_series_is_refused(sync, replicas, rows):
    replicas["kolada"].tell("text-number", where=KOLADA[SECOND])
    nudge(replicas, lambda held: held - 0.5)
    outcome = sync("kolada")
    assert [(item.source, item.series, item.code) for item in outcome.refused] == [
        ("kolada", (KOLADA[SECOND],), "contract")
    ]
    assert KOLADA[SECOND] in outcome.refused[0].address
    line = line_of(outcome, "kolada")
    assert (line.status, line.series, line.refused, line.changed) == ("partly", 3, 1, 1)
    assert values(sync.candidate().rows, KOLADA[SECOND]) == values(rows, KOLADA[SECOND])


def test_a_refused_series_keeps_what_was_read_before(sync, replicas):
    value = nudge(replicas, lambda held: held - 0.5)
    sync()
    replicas["kolada"].tell("no-count", where=KEY)
    assert [item.series for item in sync().refused] == [(KEY,)]
    assert values(sync.candidate().rows)[("kolada", KEY, AREA, "2025", "T")] == value
    reading = next(item for item in sync.candidate().readings if item.module == "kolada")
    assert (reading.status, reading.series, reading.changed) == ("partly", 4, 1)
    assert [item.series for item in reading.refused] == [(KEY,)]
    replicas["kolada"].faults = []
    sync("kolada", indicators=(SECOND,))
    reading = next(item for item in sync.candidate().readings if item.module == "kolada")
    assert [item.series for item in reading.refused] == [(KEY,)], "this one was not asked for again"


def test_since_a_day_only_what_changed_is_asked_for_and_the_rest_stands(sync, replicas, rows):
    value = nudge(replicas, lambda held: held - 0.5, day="2026-11-20")
    outcome = sync("kolada", since=dt.date(2026, 11, 1))
    assert all("from_date=2026-11-01" in target for target in replicas["kolada"].requests)
    assert line_of(outcome, "kolada").rows == 1
    assert outcome.changed == (("kolada", KEY),)
    assert values(sync.candidate().rows) == {**values(rows), ("kolada", KEY, AREA, "2025", "T"): value}
    # What was read before and not published is not lost when only what changed afterwards is asked for.
    assert sync("kolada", since=dt.date(2026, 11, 21)).changed == (("kolada", KEY),)
    assert values(sync.candidate().rows)[("kolada", KEY, AREA, "2025", "T")] == value


def test_a_dry_run_tells_the_same_and_writes_nothing_but_copies_of_answers(sync, replicas):
    nudge(replicas, lambda held: held - 0.5)
    outcome = sync(is_dry=True)
    assert (outcome.changed, outcome.is_staged) == ((("kolada", KEY),), False)
    assert [path.name for path in sync.folder.root.iterdir()] == ["cache"]


@pytest.mark.parametrize("indicators", [(SEXES,), (MUNICIPAL,), (ABROAD,)])
def test_one_indicator_alone(sync, indicators):
    outcome = sync(indicators=indicators)
    assert sum(tally.series for tally in outcome.tallies) == 1


def test_a_fault_in_a_source_of_ours_costs_no_other_its_rows(sync, monkeypatch):
    def broken(*_):
        raise KeyError("values")

    monkeypatch.setattr("intake.sources.fohm.fetch", broken)
    outcome = sync()
    assert {item.source for item in outcome.refused} == {"fohm"}
    assert "the program failed (KeyError" in outcome.refused[0].reason
    assert line_of(outcome, "kolada").status == "read"


def test_every_refusal_and_every_run_is_logged(sync, replicas):
    replicas["fohm"].tell("status-404")
    sync()
    refusals, runs = ([line for line in sync.log() if line["what"] == what] for what in ("refusal", "run"))
    assert {(line["source"], line["code"]) for line in refusals} == {("fohm", StatusError.code)}
    assert all(line["address"].startswith(sync.addresses.of("fohm")) and "404" in line["reason"] for line in refusals)
    assert all(line["time"] == "2026-11-21T03:00:00+00:00" for line in (*refusals, *runs))
    assert [line["source"] for line in runs[0]["sources"]] == [
        "eurostat",
        "fohm",
        "forsakringskassan",
        "kolada",
        "socialstyrelsen",
    ]

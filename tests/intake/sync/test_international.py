"""Figures of other countries: taken where they are newer or changed, whole or not at all."""

import dataclasses
import math

import pandas as pd
import pytest

from indicators.assessment.abroad import OWN_MEAN
from indicators.observation import COLUMNS
from intake.formats.wanted import Wanted
from intake.sync.international import held_rows, update
from tests.intake.sync.syncing import ABROAD, line_of
from tests.replicas.figures import international

ITEM = Wanted(ABROAD, "eurostat", "hlth_cd_apr-prvt", ("country",), ask={"dataset": "hlth_cd_apr"})
NOTHING = pd.DataFrame(columns=list(COLUMNS))


@pytest.fixture
def held(edition):
    return edition.countries


@pytest.fixture
def same(held):
    return held_rows(held, [ITEM])


def test_the_same_figures_change_nothing(held, same):
    assert len(same) == len(held[ABROAD].values)
    assert update(held, same, NOTHING, [ITEM]).changed == {}


def test_a_changed_value_changes_the_figure_and_keeps_the_rest(held, same):
    rows = same.assign(value=same["value"].where(same["area"] != "SE", 99.5), vintage="2026-11-21")
    new = update(held, rows, NOTHING, [ITEM]).changed[ABROAD]
    assert (new.sweden, new.values["Sweden"]) == (99.5, 99.5)
    assert new.edition == "hlth_cd_apr, read 2026-11-21"
    expected = dataclasses.replace(
        held[ABROAD], values={**held[ABROAD].values, "Sweden": 99.5}, sweden=99.5, edition=new.edition
    )
    assert new == expected


def test_a_newer_year_comes_without_the_average_of_the_older_and_with_a_mean_of_ours(held, same):
    rows = pd.concat([same, same.assign(period="2024", value=same["value"] - 1)], ignore_index=True)
    new = update(held, rows, NOTHING, [ITEM]).changed[ABROAD]
    assert (new.year, new.years, new.average_label) == ("2024", ("2024", "2024"), OWN_MEAN)
    assert new.average == pytest.approx(sum(held[ABROAD].values.values()) / len(held[ABROAD].values) - 1)
    assert new.average != held[ABROAD].average
    assert new.sweden == held[ABROAD].sweden - 1


def test_a_mean_of_ours_follows_the_values_it_is_of(held, same):
    ours = {ABROAD: dataclasses.replace(held[ABROAD], average=1.0, average_label=OWN_MEAN)}
    rows = same.assign(value=same["value"] + 2)
    new = update(ours, rows, NOTHING, [ITEM]).changed[ABROAD]
    assert new.average == pytest.approx(sum(held[ABROAD].values.values()) / len(held[ABROAD].values) + 2)


def test_too_few_countries_have_no_mean(held, same):
    rows = same.head(4).assign(period="2024")
    new = update(held, rows, NOTHING, [ITEM]).changed[ABROAD]
    assert (new.year, new.average, new.average_label) == ("2024", None, "")


def test_a_few_countries_with_a_newer_year_do_not_move_the_year_that_is_compared(held, same):
    few = same.head(3).assign(period="2024")
    new = update(held, pd.concat([same, few], ignore_index=True), NOTHING, [ITEM])
    assert new.changed == {}, "their values are the same"
    changed = update(held, pd.concat([same, few.assign(value=1.5)], ignore_index=True), NOTHING, [ITEM]).changed[ABROAD]
    assert (changed.year, changed.years, changed.average) == ("2023", ("2023", "2024"), held[ABROAD].average)


def test_a_figure_with_a_value_held_back_stays_as_it_is(held, same):
    taken, back = same.iloc[1:].assign(value=1.0), same.iloc[:1]
    found = update(held, taken, back, [ITEM])
    assert found.changed == {}
    assert [item.indicator for item, _ in found.refused] == [ABROAD]
    assert "was held back, and a comparison is taken whole or not at all" in str(found.refused[0][1])


def test_a_figure_that_no_edition_has_is_refused(held, same):
    item = dataclasses.replace(ITEM, indicator="Something new")
    found = update(held, same.assign(indicator="Something new"), NOTHING, [item])
    assert found.changed == {}
    assert "no edition has this figure" in str(found.refused[0][1])


def test_missing_values_are_no_values(held, same):
    rows = pd.concat([same, same.assign(period="2024", value=math.nan, status="not-reported")], ignore_index=True)
    assert update(held, rows, NOTHING, [ITEM]).changed == {}


def test_a_sync_takes_a_changed_figure_and_lets_it_go_when_it_is_changed_back(sync, monkeypatch):
    figure = international()[ABROAD]
    with monkeypatch.context() as patch:
        patch.setitem(figure, "values", {**figure["values"], "Austria": figure["values"]["Austria"] + 2})
        outcome = sync("eurostat", indicators=(ABROAD,))
    assert outcome.figures_changed == (ABROAD,)
    assert (line_of(outcome, "eurostat").changed, line_of(outcome, "eurostat").new) == (1, 0)
    candidate = sync.candidate()
    assert candidate.international[ABROAD].values["Austria"] == figure["values"]["Austria"] + 2
    assert {**candidate.international, ABROAD: None} == {**sync.edition.countries, ABROAD: None}
    assert sync("eurostat", indicators=(ABROAD,)).figures_changed == ()
    assert sync.candidate().international == sync.edition.countries


def test_a_leap_abroad_is_held_back(sync, monkeypatch):
    figure = international()[ABROAD]
    with monkeypatch.context() as patch:
        patch.setitem(figure, "values", {name: value * 100 for name, value in figure["values"].items()})
        outcome = sync("eurostat", indicators=(ABROAD,))
    assert outcome.figures_changed == ()
    assert line_of(outcome, "eurostat").quarantined == len(figure["values"])
    assert sync.candidate().international == sync.edition.countries

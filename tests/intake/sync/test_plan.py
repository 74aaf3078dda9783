"""What is asked of each source, in which batches, and what is not asked."""

import datetime as dt

import pytest

from indicators.faults import FaultError
from intake.sync.plan import SyncChoice, make_plans, pair
from tests.intake.sync.syncing import ABROAD, CATALOGUE, FIRST

SOURCES = ["eurostat", "fohm", "forsakringskassan", "kolada", "oecd", "scb", "socialstyrelsen"]


def plans(*, has_folder=False, **choice):
    return {plan.source: plan for plan in make_plans(CATALOGUE, SyncChoice(**choice), has_folder=has_folder)}


def test_every_series_of_the_catalogue_is_asked_for_or_told_of():
    found = plans()
    assert list(found) == SOURCES
    every = [pair(item) for plan in found.values() for item in plan.wanted]
    told = [series for plan in found.values() for series in plan.not_asked]
    at_home = {(key.provider, key.key) for definition in CATALOGUE.definitions for key in definition.series}
    assert len(set(every)) == len(every)
    assert not set(every) & set(told)
    assert at_home <= {*every, *told}
    assert len(told) == 8


def test_kolada_is_asked_for_eight_series_at_a_time_of_the_same_levels():
    batches = plans()["kolada"].batches
    assert sum(map(len, batches)) == 116
    assert max(map(len, batches)) == 8
    assert all(len({item.levels for item in batch}) == 1 for batch in batches)
    assert len(batches) <= 17
    assert all(len(batch) == 1 for batch in plans()["fohm"].batches)


def test_only_what_can_be_asked_for_its_changes_is():
    day = dt.date(2026, 11, 1)
    found = plans(since=day)
    assert {item.since for item in found["kolada"].wanted} == {day}
    assert {item.since for item in found["scb"].wanted} == {None}


def test_one_source_and_one_indicator():
    assert list(plans(sources=("scb",))) == ["scb"]
    assert [item.indicator for item in plans(indicators=(FIRST,))["kolada"].wanted] == [FIRST]
    assert [item.indicator for item in plans(indicators=(ABROAD,))["eurostat"].wanted] == [ABROAD]


def test_a_folder_of_figures_answers_what_nobody_else_does():
    found = plans(has_folder=True)
    assert [len(batch) for batch in found["files"].batches] == [8]
    assert all(not plan.not_asked for plan in found.values())
    assert "socialstyrelsen" not in found


def test_a_folder_that_was_chosen_answers_everything_at_home():
    found = plans(sources=("files",), has_folder=True)
    assert list(found) == ["files"]
    at_home = {(key.provider, key.key) for definition in CATALOGUE.definitions for key in definition.series}
    assert {pair(item) for item in found["files"].wanted} == at_home
    assert len(found["files"].batches) == 1


def test_a_folder_beside_a_source_leaves_it_its_own():
    found = plans(sources=("files", "kolada"), has_folder=True)
    assert not {pair(item) for item in found["files"].wanted} & {pair(item) for item in found["kolada"].wanted}


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ({"sources": ("kolda",)}, "sync: --source: found 'kolda'; must be one of eurostat, files, fohm"),
        ({"sources": ("files",)}, "--source: found 'files'; needs a folder of figures: set HALSODIALOG_FILES to it"),
        ({"indicators": ("first-contact-90",)}, "'first-contact-90'; did you mean first-contact-90d"),
        ({"indicators": ("=1+1",)}, "must be the id of an indicator"),
    ],
)
def test_a_choice_that_is_none_is_named(choice, said):
    with pytest.raises(FaultError) as refused:
        plans(**choice)
    assert said in str(refused.value)


def test_every_fault_is_named_at_once():
    with pytest.raises(FaultError) as refused:
        plans(sources=("a", "b"), indicators=("c",))
    assert len(refused.value.faults) == 3

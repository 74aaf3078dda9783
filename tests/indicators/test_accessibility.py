"""The statement of accessibility as data: every fault of it named, nothing that speaks against itself, and its age."""

import datetime as dt

import pytest

from indicators import FaultError, read_statement
from indicators.accessibility import ASSESSMENT_LASTS, check_statement

FAULT = {
    "code": "prov",
    "situations": ["no-sight"],
    "criteria": ["1.1.1"],
    **{name: {"sv": "ett", "en": "one"} for name in ("what", "reason", "instead")},
}


@pytest.fixture
def raw():
    return read_statement().model_dump(mode="json")


def refused(raw):
    with pytest.raises(FaultError) as caught:
        check_statement(raw)
    return str(caught.value)


@pytest.mark.parametrize("point", ["service", "compliance", "assessed", "updated", "method", "complaint"])
def test_no_point_may_be_left_out(raw, point):
    del raw[point]
    assert f"accessibility.toml: {point}" in refused(raw)


@pytest.mark.parametrize("point", ["faults", "undue_burden", "out_of_scope", "unknown"])
def test_that_there_is_nothing_must_be_said_too(raw, point):
    del raw[point]
    assert f"accessibility.toml: {point}" in refused(raw)


def test_a_site_without_faults_is_in_full_compliance_and_only_then(raw):
    assert "must be fully when there are no faults" in refused({**raw, "compliance": "partly", "faults": []})
    assert "must be fully when there are no faults" in refused({**raw, "compliance": "fully", "faults": [FAULT]})
    assert check_statement({**raw, "compliance": "fully", "faults": []}).compliance == "fully"
    assert check_statement({**raw, "compliance": "not", "faults": [FAULT]}).faults[0].code == "prov"


def test_a_fault_says_for_whom_and_against_what_and_stands_once(raw):
    raw["compliance"] = "partly"
    assert "stands in the statement already" in refused({**raw, "faults": [FAULT, FAULT]})
    assert "situations" in refused({**raw, "faults": [{**FAULT, "situations": ["nobody"]}]})
    assert "criteria" in refused({**raw, "faults": [{**FAULT, "criteria": ["AA"]}]})


def test_it_is_not_updated_before_it_was_assessed(raw):
    assert "must not be before assessed" in refused({**raw, "updated": "2001-01-01"})


def test_complaints_go_to_the_agency(raw):
    assert "complaint" in refused({**raw, "complaint": "https://example.com/"})


def test_an_assessment_lasts_for_a_year(raw):
    found = check_statement({**raw, "assessed": "2026-11-22", "updated": "2026-11-22"})
    assert found.due == dt.date(2027, 11, 22)
    assert not found.is_overdue(dt.date(2027, 11, 22))
    assert found.is_overdue(dt.date(2027, 11, 23))


def test_the_edition_that_comes_with_the_program_has_a_fresh_assessment(pictures):
    """Held against the edition's own day and not today's: a checkout of this year must pass in ten years too."""
    published = dt.date.fromisoformat(pictures.current().edition.manifest["published"])
    assert published - ASSESSMENT_LASTS <= read_statement().assessed
    assert not read_statement().is_overdue(published)

"""The statement of accessibility on the screen: every point that DIGG asks for, who answers, and when it is too old."""

import datetime as dt

import pytest

from dashboard.query import Question
from dashboard.viewmodels import statement as viewmodel
from dashboard.viewmodels.statement import statement_view
from indicators import read_statement
from indicators.accessibility import check_statement

# Actor, service, how far, faults, when, updated, how tested, whom to tell, DIGG, undue burden, out of scope.
ASKED_FOR = ("actor", "service", "compliance", "faults", "assessed", "updated", "method", "notify", "complaint")
ASKED_FOR += ("burden", "scope")
TODAY = read_statement().assessed.isoformat()


@pytest.fixture(params=["sv", "en"])
def question(request):
    return Question(lang=request.param)


def points(view):
    return {part.code: part for part in view.points}


def text(part):
    return " ".join(piece.text for paragraph in part.paragraphs for piece in paragraph)


def hrefs(part):
    return [piece.href for paragraph in part.paragraphs for piece in paragraph if piece.href]


def test_every_point_is_there_and_says_something(picture, question):
    found = points(statement_view(picture, question, "Region Prov", "prov@example.se", TODAY))
    assert set(ASKED_FOR) <= set(found)
    for part in found.values():
        assert part.heading
        assert text(part) or part.items, part.code


def test_who_answers_is_told_as_set(picture, question):
    found = points(statement_view(picture, question, "Region Prov", "prov@example.se", TODAY))
    assert text(found["actor"]).startswith("Region Prov ")
    assert hrefs(found["notify"]) == ["mailto:prov@example.se"]


def test_that_nobody_answers_is_said_and_nobody_is_made_up(picture, question):
    found = points(statement_view(picture, question, "", "", TODAY))
    nobody = {"sv": "Ingen ansvarig är ännu utsedd", "en": "Nobody has yet been named"}
    nowhere = {"sv": "Ingen adress är ännu angiven", "en": "No address has been given"}
    assert nobody[question.lang] in text(found["actor"])
    assert nowhere[question.lang] in text(found["notify"])
    assert hrefs(found["notify"]) == []


def test_every_fault_stands_under_everyone_who_may_meet_it(picture, question):
    part = points(statement_view(picture, question, "", "", TODAY))["faults"]
    shown = [(line.what, line.criteria) for situation in part.situations for line in situation.faults]
    assert len(shown) == sum(len(fault.situations) for fault in read_statement().faults)
    assert {what for what, _ in shown} == {fault.what.in_(question.lang) for fault in read_statement().faults}
    assert all(situation.faults for situation in part.situations)


def test_without_faults_and_with_exceptions_it_says_so(picture, question, monkeypatch):
    raw = read_statement().model_dump(mode="json") | {"compliance": "fully", "faults": []}
    raw |= {"undue_burden": [{"sv": "Ett undantag.", "en": "An exception."}]}
    monkeypatch.setattr(viewmodel, "read_statement", lambda: check_statement(raw))
    found = points(statement_view(picture, question, "", "", TODAY))
    assert {"sv": "inte till några brister", "en": "no faults"}[question.lang] in text(found["faults"])
    assert found["burden"].items == ({"sv": "Ett undantag.", "en": "An exception."}[question.lang],)
    assert found["scope"].items == ()


def test_complaints_lead_to_the_agency(picture, question):
    found = points(statement_view(picture, question, "", "", TODAY))
    assert hrefs(found["complaint"]) == ["https://www.digg.se/tdosanmalan"]


def test_an_old_assessment_says_that_it_is_old(picture, question):
    due = read_statement().due
    assert statement_view(picture, question, "", "", due.isoformat()).late == ""
    late = statement_view(picture, question, "", "", (due + dt.timedelta(days=1)).isoformat()).late
    assert due.isoformat() in late

"""A report with the rows of its sheet alone costs less than a whole one; what is printed is the same."""

import pytest

from dashboard.exports.report import FORMS
from dashboard.query import Question
from dashboard.viewmodels.report.forms import FORMS_OF_ONE_PAGE
from dashboard.viewmodels.report.make import report
from dashboard.viewmodels.report.records import Scope
from indicators import MOST_ON_SHEET, read_sheet

BASE = "https://halsodialog.example"
ASKED = [
    (Scope("region", "14"), {}),
    (Scope("region", "09"), {"lang": "en", "sex": "F"}),
    (Scope("region", "00"), {"period": "2021"}),
    (Scope("region", "14"), {"target": True}),
    (Scope("region", "14"), {"dimension": "equal-care"}),
    (Scope("region", "14", indicators=("suicide", "beds")), {}),
    (Scope("dimension", "09", "equal-care"), {}),
]


@pytest.mark.parametrize(("scope", "asked"), ASKED)
@pytest.mark.parametrize("form", FORMS_OF_ONE_PAGE)
def test_a_sheet_is_the_same_whether_its_report_is_whole_or_not(picture, form, scope, asked):
    question = Question(**asked)
    whole, lean = (report(picture, question, scope, BASE, whole=whole) for whole in (True, False))
    assert list(FORMS[form].write(lean)) == list(FORMS[form].write(whole))


def test_only_the_sheets_rows_are_made(picture):
    lean = report(picture, Question(), Scope("region", "14"), whole=False)
    assert len(lean.rows) == len(read_sheet().ids)
    assert len(report(picture, Question(), Scope("region", "14")).rows) > MOST_ON_SHEET

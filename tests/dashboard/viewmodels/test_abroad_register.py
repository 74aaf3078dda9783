"""The register of reference values holds every one of them, and says what is overdue."""

import pytest

from dashboard.query import Question
from dashboard.viewmodels.abroad.register import register_lede, register_tables

TODAY, LATE = "2026-11-22", "2027-12-01"


@pytest.fixture(params=["sv", "en"])
def question(request):
    return Question(lang=request.param)


def rows(table):
    return [row for group in table.groups for row in group.rows]


def test_every_target_and_every_figure_stands_in_it(picture, question):
    tables = register_tables(picture, question, TODAY)
    assert len(rows(tables["targets"])) == len(picture.reference.targets)
    assert len(rows(tables["international"])) == len(picture.reference.comparisons)
    mapped = {item.international for item in picture.reference.comparisons} - {None}
    assert len(rows(tables["unjudged"])) == len(set(picture.edition.countries) - mapped)


def test_every_row_has_a_cell_for_each_column(picture, question):
    for table in register_tables(picture, question, TODAY).values():
        assert {len(row.cells) for row in rows(table)} == {len(table.columns)}


def test_a_target_tells_its_level_grade_source_judge_and_month(picture):
    row = rows(register_tables(picture, Question(), TODAY)["targets"])[0]
    indicator, level, issuer, status, grade, source, by, due = row.cells
    assert (level.text, level.note) == ("≥ 90\u00a0%", "hög nivå")
    assert (issuer.text, status, grade.text) == ("Riksstroke, 2019", "gällande", "samma definition")
    assert source.href.endswith("/malnivaer-sjukhusniva-2019/")
    assert (source.text, indicator.href) == ("test.riksstroke.org", "/indikator/stroke-direct-unit-or-icu")
    judge = "Projektet Hälsodialog; ingen granskare är utsedd"
    assert (by.text, by.note, due.text) == (judge, "november 2026", "november 2027")


def test_a_right_names_its_paragraphs_and_everyone_and_an_expired_goal_its_year(picture):
    found = {row.cells[0].href: row.cells for row in rows(register_tables(picture, Question(), TODAY)["targets"])}
    right, smoking = found["/indikator/treatment-90d"], found["/indikator/daily-smoking"]
    assert right[1].text == "alla patienter"
    assert right[2].text == "Vårdgarantin, HSL 9 kap. 1 § och HSF 6 kap. 1 § 4, 2010"
    assert right[2].note == "rättighet i lag"
    assert smoking[3] == "utgånget (2025)"


@pytest.mark.parametrize(("today", "is_late"), [(TODAY, False), (LATE, True)])
def test_what_is_overdue_is_marked_and_counted(picture, today, is_late):
    tables = register_tables(picture, Question(), today)
    marks = [(row.cells[-1].note, row.cells[-1].symbol, row.cells[-1].tone) for row in rows(tables["targets"])]
    assert set(marks) == {("Granskningen är försenad", "⚑", "bad") if is_late else (None, None, None)}
    _, told = register_lede(picture, Question(), today)
    n = len(picture.reference.targets) + len(picture.reference.comparisons)
    assert told.startswith(str(n) if is_late else "Ingen granskning är försenad")

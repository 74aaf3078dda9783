"""Coverage as a picture, as sentences and as a table: the same numbers in all of them, and in the file."""

import re
from collections import Counter

import pytest

from dashboard.query import Question
from dashboard.viewmodels.data.coverage import MARKS, coverage_numbers, coverage_rug
from indicators import FRAMEWORK, coverage_of, edition_table


@pytest.fixture(scope="module")
def rug(picture):
    return coverage_rug(picture, Question())


def cells(view):
    return [cell for section in view.sections for area in section.areas for row in area.rows for cell in row.cells]


def numbers(text):
    return [int(re.sub(r"\D", "", found)) for found in re.findall(r"\d[\d\u202f]*", text)]


def test_the_picture_holds_every_indicator_and_region(rug, picture):
    assert Counter(state for state, _ in cells(rug)) == Counter(item.state for item in coverage_of(picture))
    assert [column.code for column in rug.columns] == list(picture.areas.region_codes)


def test_only_states_that_occur_are_explained_and_each_has_its_own_symbol(rug):
    assert set(rug.states) == {state for state, _ in cells(rug)}
    symbols = [symbol for symbol, _ in MARKS.values()]
    assert len(set(symbols)) == len(symbols)


def test_the_sentences_count_what_the_picture_shows(picture, rug):
    counts = Counter(state for state, _ in cells(rug))
    told = " ".join(coverage_numbers(picture, Question()).sentences)
    total = len(cells(rug))
    assert numbers(told)[:4] == [
        counts["headline"],
        total,
        len(picture.catalogue.indicators),
        len(picture.areas.regions),
    ]
    assert f"Bara ett äldre värde: {counts['older']}." in told
    assert f"Inget värde alls: {counts['missing']}." in told


def test_the_table_adds_up_and_names_what_is_lacking(picture, rug):
    table = coverage_numbers(picture, Question()).table
    rows = table.groups[0].rows
    assert len(rows) == len(picture.areas.regions)
    sums = [sum(int(row.cells[place]) for row in rows) for place in range(1, 1 + len(rug.states))]
    assert sums == [Counter(state for state, _ in cells(rug))[state] for state in MARKS if state in rug.states]
    gotland = next(row for row in rows if row.cells[0].text == "Region Gotland")
    assert "Allvarlig psykisk påfrestning (saknar värde)" in gotland.cells[-1]
    assert len(gotland.cells[-1].split("; ")) == sum(int(n) for n in gotland.cells[2:-1])


def test_the_file_says_the_same(picture, rug):
    states = Counter(edition_table(picture, "coverage")["state"].to_pylist())
    assert states == Counter(state for state, _ in cells(rug))


@pytest.mark.parametrize("dimension", FRAMEWORK.by_code)
def test_one_dimension_alone(dimension, picture):
    view = coverage_rug(picture, Question(dimension=dimension))
    assert [section.code for section in view.sections] == [dimension]
    own = [item for item in picture.catalogue.indicators if item.dimension == dimension]
    assert len(cells(view)) == len(own) * len(picture.areas.regions)
    told = coverage_numbers(picture, Question(dimension=dimension)).sentences[0]
    assert numbers(told)[1:3] == [len(cells(view)), len(own)]


def test_an_older_value_says_its_period_and_english_its_own_words(picture):
    view = coverage_rug(picture, Question(lang="en"))
    older = [value for state, value in cells(view) if state == "older"]
    assert older
    assert all(re.search(r"\d{4}", value) for value in older)
    assert view.states["missing"].text == "has no value"
    assert "{indicator}" in view.labels["cell"]

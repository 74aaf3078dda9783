"""Revised values: said wherever the value stands, with the old one and the new."""

from dataclasses import replace

import pytest

from dashboard.query import Question
from dashboard.viewmodels.indicator.lines import lines_view
from dashboard.viewmodels.indicator.regions import regions_view
from dashboard.viewmodels.rows import make_row
from dashboard.viewmodels.subject import subject
from indicators import Revision
from tests.builders import REGIONS, STOCKHOLM, definition, make_picture, regions, series, yearly

REVISION = Revision(
    "sample", "kolada", "sample", STOCKHOLM, "region", "2025", "T", 55.04, 61.0, "2026-12-01", "2026-12"
)


def seen(*revised, question=None):
    """A picture of one series with ten years for Stockholm and one for the others, and these revisions."""
    values = {**regions(*[50.0 + place for place in range(len(REGIONS))]), STOCKHOLM: yearly(*range(52, 62))}
    return make_picture((definition(), series(values)), revised=revised), question or Question()


def row_of(picture, question):
    return make_row(subject(picture, question, "sample", STOCKHOLM))


def test_a_revised_value_is_said_with_both_values_date_and_edition():
    row = row_of(*seen(REVISION))
    assert row.revised_note == "reviderad, tidigare 55,0"
    assert row.revised == (
        "Källan har ändrat värdet: tidigare 55,0\u00a0%, nu 61,0\u00a0%. Läst 2026-12-01, från och med utgåva 2026-12."
    )
    assert row_of(*seen(REVISION, question=Question(lang="en"))).revised_note == "revised, earlier 55.0"


@pytest.mark.parametrize(
    "change", [{"area": REGIONS[3]}, {"period": "2024"}, {"sex": "F"}, {"source_key": "N2"}, {"new": 55.0}]
)
def test_what_is_not_revised_or_not_seen_is_not_marked(change):
    row = row_of(*seen(replace(REVISION, **change)))
    assert (row.revised, row.revised_note) == (None, "")


def test_the_last_revision_is_the_one_that_is_said():
    first = replace(REVISION, old=40.0, new=55.04, edition="2026-11.2")
    assert row_of(*seen(first, REVISION)).revised_note == "reviderad, tidigare 55,0"


def test_tables_and_readings_of_the_indicator_page_say_it_too():
    earlier = replace(REVISION, period="2020", old=50.0, new=56.0)
    picture, question = seen(REVISION, earlier, question=Question(regions=(STOCKHOLM,)))
    table = regions_view(picture, question, "sample")
    cells = [row.cells for group in table.table.groups for row in group.rows if row.cells[0].endswith("Stockholm")]
    assert cells[0][1].note == "reviderad, tidigare 55,0"
    assert [dot.reading for dot in table.dots if "reviderad" in dot.reading] == [
        next(dot.reading for dot in table.dots if dot.code == STOCKHOLM)
    ]
    lines = lines_view(picture, question, "sample")
    assert [point.reading for point in lines.lines[0].points if "reviderad, tidigare 50,0" in point.reading]
    marked = [
        cell for group in lines.table.groups for row in group.rows for cell in row.cells if not isinstance(cell, str)
    ]
    assert {cell.note for cell in marked} == {"reviderad, tidigare 55,0", "reviderad, tidigare 50,0"}


def test_a_value_that_was_withdrawn_is_said_where_it_stood():
    gone = replace(REVISION, period="2013", new=None)
    values = {
        **regions(*[50.0 + place for place in range(len(REGIONS))]),
        STOCKHOLM: yearly(1, 2, 3),
        REGIONS[1]: yearly(*range(13)),
    }
    picture = make_picture((definition(), series(values)), revised=(gone,))
    lines = lines_view(picture, Question(regions=(STOCKHOLM, REGIONS[1])), "sample")
    notes = [
        cell.note
        for group in lines.table.groups
        for row in group.rows
        for cell in row.cells
        if not isinstance(cell, str)
    ]
    assert notes == ["reviderad, tidigare 55,0"]

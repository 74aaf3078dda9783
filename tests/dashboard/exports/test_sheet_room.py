"""The one-page sheet has room for what is most: nothing left out that deviates, nothing over anything else."""

import io
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pikepdf
import pytest

from dashboard.exports.report import pdf as sheet
from dashboard.i18n import words
from dashboard.query import Question
from dashboard.viewmodels.report.make import report
from dashboard.viewmodels.report.records import Scope
from dashboard.viewmodels.report.sheet import sheet_view
from indicators import AREAS, LANGUAGES, NATION
from tests.dashboard.exports.pdf_checks import printed_over
from tests.dashboard.exports.pdf_content import read_pages, text_of
from tests.tiers import some

EVERYWHERE = (NATION, *AREAS.region_codes)
# The nation, the largest, and the one with the longest words: the night has all.
EACH_RUN = (NATION, "14", "25")
BASE = "https://halsodialog.example"
# Where the last column ends, in points: the page less its margin.
RIGHT = 595.276 - 8 * 72 / 25.4


@pytest.fixture(scope="module")
def made(picture):
    """Makes a region's sheet once: its report and its bytes."""

    @cache
    def make(scope, lang="sv"):
        view = report(picture, Question(lang=lang), scope, BASE)
        return view, b"".join(sheet.write(view))

    return make


def opened(content):
    return pikepdf.open(io.BytesIO(content))


@pytest.mark.parametrize("area", some(AREAS.region_codes, kept=EACH_RUN[1:]))
def test_every_deviation_has_room_on_the_sheet(made, area):
    """What is left out of the densest sheets is background: never a subject, a check, what goes well or a deviation.

    In English, which takes more room, the last deviations may be counted instead.
    """
    for lang in LANGUAGES:
        view, content = made(Scope("region", area), lang)
        said = text_of(read_pages(opened(content)))
        last = words("en")("matters.group_other")
        told = [item for item in view.matters.sentences if item.indicators and item.group != last]
        texts = [item.short or item.text for item in told] + [item.note for item in told]
        assert [text for text in texts if "".join(text.split()) not in said] == []


@pytest.mark.parametrize("area", some(EVERYWHERE, kept=EACH_RUN))
def test_nothing_is_printed_over_anything_else(made, area):
    for lang in LANGUAGES:
        for page in read_pages(opened(made(Scope("region", area), lang)[1])):
            assert printed_over(page) == []


@pytest.mark.parametrize("area", some(EVERYWHERE, kept=EACH_RUN))
def test_every_text_keeps_to_its_column(made, area):
    for lang in LANGUAGES:
        view, content = made(Scope("region", area), lang)
        (page,) = read_pages(opened(content))
        assert out_of_column(page, sheet_view(view)) == []


def test_a_text_that_leaves_its_column_is_found(made):
    view, content = made(Scope("region", "14"))
    (page,) = read_pages(opened(content))
    assert len(in_table(page, sheet_view(view))) > 200
    trend = next(run for run in page.runs if run.text.startswith("~"))
    page.runs.append(replace(trend, text="förbättrades till 2024", end=trend.x + 70))
    assert out_of_column(page, sheet_view(view)) == ["förbättrades till 2024"]


def in_table(page, shown):
    """The table's texts, with the places where its columns begin; a heading of a group stands across them."""
    names = [group.name for group in shown.groups]
    top = next(run.y for run in page.runs if run.text.strip() == shown.labels[0])
    heads = sorted((run for run in page.runs if abs(run.y - top) < 1), key=lambda run: run.x)
    starts = [heads[0].x] + [one.x for before, one in pairwise(heads) if one.x - before.end > 4]
    assert len(starts) == len(shown.labels)
    bottom = max(run.y for run in page.runs if run.text.strip() == shown.legend[0].text)
    rows = [run for run in page.runs if bottom + 5 < run.y < top - 1 and run.text.strip() not in names]
    return [(run, [x for x in starts if x > run.x + 1] or [RIGHT]) for run in rows if run.text.strip()]


def out_of_column(page, shown):
    """The texts that go on into the next column."""
    return [run.text.strip() for run, later in in_table(page, shown) if run.end > later[0] + 0.3]


def test_what_is_printed_over_another_text_is_found(made):
    (page,) = read_pages(opened(made(Scope("region", "14"))[1]))
    one = next(run for run in page.runs if len(run.text.strip()) > 9)
    page.runs.append(replace(one, text="mål", x=one.x + 5, y=one.y + 2))
    assert printed_over(page) == [(one.text.strip(), "mål")]

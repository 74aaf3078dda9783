"""The one-page sheet: readable for everyone, one page whatever stands on it, and the same words as on the screen."""

import io
from collections import Counter
from functools import cache

import pikepdf
import pytest

from dashboard.exports.report import pdf as sheet
from dashboard.query import Question
from dashboard.viewmodels.report.make import report
from dashboard.viewmodels.report.records import Scope
from dashboard.viewmodels.report.sheet import sheet_view
from indicators import AREAS, FRAMEWORK, LANGUAGES, MOST_ON_SHEET, NATION, read_sheet
from tests.dashboard.exports.pdf_checks import faults_of, walk
from tests.dashboard.exports.pdf_content import read_pages, text_of
from tests.tiers import some

EVERYWHERE = (NATION, *AREAS.region_codes)
# The nation, the smallest, the largest, and the one with the longest words: the night has all.
EACH_RUN = (NATION, "09", "14", "25")
DIMENSIONS = tuple(FRAMEWORK.by_code)
BASE = "https://halsodialog.example"
# Half a hundred indicators take two pages, and thirty with long words do.
LONG = ("service-quality", "efficient-sustainable-systems")


@pytest.fixture(scope="module")
def made(picture):
    """Makes a sheet once: its report and its bytes."""

    @cache
    def make(scope, lang="sv", sex="T", period=""):
        view = report(picture, Question(lang=lang, sex=sex, period=period), scope, BASE)
        return view, b"".join(sheet.write(view))

    return make


def opened(content):
    return pikepdf.open(io.BytesIO(content))


@pytest.mark.parametrize("area", some(EVERYWHERE, kept=EACH_RUN))
def test_a_regions_sheet_is_one_page_without_faults(made, area):
    for lang in LANGUAGES:
        assert faults_of(opened(made(Scope("region", area), lang)[1]), lang) == []


@pytest.mark.parametrize("area", some(EVERYWHERE, kept=EACH_RUN[:2]))
def test_a_dimensions_sheet_has_no_faults_on_two_pages_at_most(made, area):
    # All four of every other area and two of the rest: with those of regions, more than a hundred sheets.
    nth = EVERYWHERE.index(area)
    for place, dimension in enumerate(DIMENSIONS[2 * (nth % 2) :], nth // 2):
        lang = LANGUAGES[place % 2]
        content = made(Scope("dimension", area, dimension), lang)[1]
        assert faults_of(opened(content), lang, most_pages=2 if dimension in LONG else 1) == []


@pytest.mark.parametrize("area", ["00", "09", "14"])
def test_everything_of_the_view_stands_on_the_page(made, area):
    for lang in LANGUAGES:
        view, content = made(Scope("region", area), lang)
        said, shown = text_of(read_pages(opened(content))), sheet_view(view)
        rows = [row for group in shown.groups for row in group.rows]
        assert len(rows) == len(read_sheet().ids)
        words = [text for row in rows for text in (row.name, row.number, row.remark)]
        words += [text for row in rows if row.number for text in (row.unit, row.period)]
        words += [text for row in rows for text in (row.trend.text, row.target.text)]
        words += [text for row in rows if shown.has_others for text in (row.nation, row.most)]
        words += [view.title, view.edition, view.published, view.address, *(fact.text for fact in view.facts)]
        words += [text for matter in shown.matters for text in (matter.heading, matter.name, matter.text)]
        assert [text for text in words if "".join(text.split()) not in said] == []


def test_every_picture_has_its_row_in_words(made):
    view, content = made(Scope("region", "14"))
    found = opened(content)
    figures = [item for item in walk(found.Root.StructTreeRoot) if item.get("/S") == "/Figure"]
    alternatives = [str(item["/Alt"]) for item in figures]
    rows = [row for group in sheet_view(view).groups for row in group.rows]
    expected = [alt for row in rows for alt in (row.trend.alt, row.dots.alt)]
    assert alternatives[:-1] == expected
    assert view.address in alternatives[-1]


def test_the_longest_texts_still_make_one_page(made, picture):
    """The 28 indicators that take most room, for every region's own values."""
    for lang in LANGUAGES:
        view = report(picture, Question(lang=lang), Scope("region", "09"))
        longest = sorted(view.rows, key=lambda row: -_length(row))[:MOST_ON_SHEET]
        chosen = tuple(row.indicator for row in longest)
        for area in ("09", "14"):
            _, content = made(Scope("region", area, indicators=chosen), lang)
            assert faults_of(opened(content), lang) == []


def _length(row):
    return len(row.name + row.caution) + len(row.target.label) + 30 * (row.value is None)


def test_sexes_and_early_years_make_one_page_too(made):
    for sex, period in (("F", ""), ("M", "2021"), ("T", "2021")):
        assert faults_of(opened(made(Scope("region", "09"), "sv", sex, period)[1]), "sv") == []


def test_where_the_guess_is_wrong_the_next_try_holds(made, monkeypatch):
    view, _ = made(Scope("region", "25"))
    tried, real = [], sheet._compiled
    monkeypatch.setattr(sheet, "_compiled", lambda inputs: tried.append(inputs) or real(inputs))
    monkeypatch.setattr(sheet, "_air", lambda view: 5.0)
    content = b"".join(sheet.write(view))
    assert len(tried) > 1
    assert faults_of(opened(content), "sv") == []


def test_the_last_findings_give_way_before_anything_is_cut_off(made, monkeypatch):
    """The last of the list first; what is left out is counted by its heading, with where it stands."""
    view, _ = made(Scope("region", "14"))
    tried, real, every = [], sheet._compiled, view.matters.sentences

    def full_until_two(inputs):
        tried.append(inputs)
        return real(inputs) if len(tried) >= len(every) else b"/Type/Pages/Count 2"

    monkeypatch.setattr(sheet, "_compiled", full_until_two)
    said = text_of(read_pages(opened(b"".join(sheet.write(view)))))
    assert len(every) > 4
    assert len(tried) == len(every)
    told = ["".join((item.short if item.name else item.text).split()) in said for item in every[:2]]
    assert told == [True, True]
    left = Counter()
    for item in every[2:]:
        left[item.group] += item.n
    assert all("".join(f"{heading} ({n} till)".split()) in said for heading, n in left.items())
    assert "".join(f"Hela listan: {view.path}.".split()) in said
    assert "".join(view.matters.uncertainty.split()) in said
    assert "Fårinteplats" not in text_of(read_pages(opened(made(Scope("region", "14"))[1])))


def test_the_same_report_gives_the_same_bytes(made):
    view, content = made(Scope("region", "09"))
    sheet._compiler.cache_clear()
    assert b"".join(sheet.write(view)) == content
    assert view.published.replace("-", "") in content.decode("latin-1")


def test_without_an_own_address_no_link_is_printed(picture):
    view = report(picture, Question(), Scope("dimension", "09", "equal-care"))
    found = opened(b"".join(sheet.write(view)))
    assert not any(page.get("/Annots") for page in found.pages)
    assert faults_of(found, "sv") == []
    said = text_of(read_pages(found))
    assert [item.text for item in sheet_view(view).legend if "".join(item.text.split()) not in said] == []


def test_a_rows_name_is_its_heading_and_a_group_that_goes_on_has_its_heading_on_the_next_page_too(made):
    view, content = made(Scope("dimension", "14", "service-quality"))
    found = opened(content)
    rows = [row for group in sheet_view(view).groups for row in group.rows]
    headings = [item for item in walk(found.Root.StructTreeRoot) if item.get("/S") == "/TH"]
    assert sum(item.A[0].Scope == "/Row" for item in headings if "/A" in item) == len(rows)
    names = ["".join(group.name.split()) for group in sheet_view(view).groups]
    first, second = (text_of(read_pages(found)[page : page + 1]) for page in (0, 1))
    assert [name for name in names if name in first and name in second]


def test_the_nations_value_stands_beside_the_regions_and_the_nation_is_not_held_against_itself(made):
    for area, expected in (("14", True), (NATION, False)):
        shown = sheet_view(made(Scope("region", area))[0])
        rows = [row for group in shown.groups for row in group.rows]
        assert any(row.nation.startswith("riket") for row in rows) is expected
        assert ("Riket, de flesta" in shown.labels) is expected


def _set(path, value=None):
    def plant(pdf):
        *way, last = path
        node = pdf.Root
        for step in way:
            node = node[step]
        if value is None:
            del node[last]
        else:
            node[last] = value

    return plant


def _structure(kind, change):
    def plant(pdf):
        change(next(item for item in walk(pdf.Root.StructTreeRoot) if item.get("/S") == kind))

    return plant


def _fonts(lost):
    def plant(pdf):
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font" and lost in item:
                del item[lost]

    return plant


def _write(content):
    def plant(pdf):
        page = pdf.pages[0]
        page.contents_add(pikepdf.Stream(pdf, content(next(iter(page.Resources.Font)).encode())))

    return plant


PLANTED = {
    "not marked": _set(["/MarkInfo", "/Marked"], value=False),
    "language is en": _set(["/Lang"], "en"),
    "title is not shown": _set(["/ViewerPreferences", "/DisplayDocTitle"]),
    "no structure": _set(["/StructTreeRoot"]),
    "does not say that it is PDF/UA-1": _set(["/Metadata"]),
    "figure without text alternative": _structure("/Figure", lambda item: item.__delitem__("/Alt")),
    "header cell without scope": _structure("/TH", lambda item: item.__delitem__("/A")),
    "row without a heading": _structure("/TR", lambda item: item.K[0].__setitem__("/S", pikepdf.Name.TD)),
    "heading 1 is followed by 3": _structure("/H2", lambda item: item.__setitem__("/S", pikepdf.Name.H3)),
    "headings begin [2, 2, 2]": _structure("/H1", lambda item: item.__setitem__("/S", pikepdf.Name.P)),
    "cannot be read as text": _fonts("/ToUnicode"),
    "is not embedded": _fonts("/FontDescriptor"),
    "2 pages": lambda pdf: pdf.pages.append(pdf.pages[0]),
    "is not A4": lambda pdf: pdf.pages[0].__setattr__("mediabox", [0, 0, 612, 792]),
    "in the order of its structure": lambda pdf: pdf.pages[0].__delitem__("/Tabs"),
    "link without words": lambda pdf: pdf.pages[0].Annots[0].__delitem__("/Contents"),
    "points": _write(lambda font: b"/P BMC BT " + font + b" 7 Tf 1 0 0 1 50 50 Tm <0021> Tj ET EMC"),
    "stands outside": _write(lambda font: b"/P BMC BT " + font + b" 9 Tf 1 0 0 1 594 50 Tm <00210022> Tj ET EMC"),
    "is not tagged": _write(lambda font: b"BT " + font + b" 9 Tf 1 0 0 1 50 50 Tm <0021> Tj ET"),
    "drawn outside": _write(lambda font: b"/P BMC 0 0 m 700 10 l S EMC"),
    "drawn without a tag": _write(lambda font: b"0 0 m 10 10 l S"),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found(made, fault):
    found = opened(made(Scope("region", "09"))[1])
    PLANTED[fault](found)
    stream = io.BytesIO()
    found.save(stream)
    assert any(fault in said for said in faults_of(pikepdf.open(stream), "sv"))

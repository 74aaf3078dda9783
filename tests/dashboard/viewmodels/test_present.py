"""Presentations: read strictly, made ready for any region, and handed on with the numbers of the live views."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.query import Question
from dashboard.viewmodels.contract_country import RugView
from dashboard.viewmodels.exported.picture import row_picture
from dashboard.viewmodels.present.deck import deck
from dashboard.viewmodels.present.fewer import fewer_rug, of_both_kinds, part_of, telling, widest_inside
from dashboard.viewmodels.present.limits import LIMITS
from dashboard.viewmodels.present.reading import PresentationError, is_slide, read_presentation
from dashboard.viewmodels.present.records import FORMAT, Presentation, Shown, Slide
from dashboard.viewmodels.present.shown import Frame, scorecard
from dashboard.viewmodels.present.starts import national, region_visit
from dashboard.viewmodels.report.make import report as make_report
from dashboard.viewmodels.report.records import Scope
from dashboard.viewmodels.report.sheet import sheet_view
from dashboard.viewmodels.rug import rug_view
from dashboard.viewmodels.scorecard import scorecard_view
from indicators import differences_inside

GOOD = {
    "view": "/region/14?sex=F",
    "picture": "rows:region-rows/row/beds",
    "heading": "H",
    "question": "?",
    "notes": "",
}


def content(*slides, **more):
    return json.dumps({"format": FORMAT, "version": 1, "title": "T", "slides": list(slides), **more}).encode()


def test_a_presentation_is_read():
    found = read_presentation(content(GOOD))
    assert found == Presentation("T", (Slide(*GOOD.values()),))


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        (b"", "json"),
        (b"\xff\xfe", "json"),
        (b"[" * 100_000, "json"),
        (b"[]", "format"),
        (b'{"format": "other"}', "format"),
        (content(version=2), "version"),
        (content(version=True), "version"),
        (content(slides={}), "format"),
        (content(*[GOOD] * (LIMITS.slides + 1)), "slides"),
        (content(3), "slide"),
        (content({**GOOD, "view": "https://example.org/"}), "address"),
        (content({**GOOD, "view": "//example.org"}), "address"),
        (content({**GOOD, "view": "/region/../etc"}), "address"),
        (content({**GOOD, "view": "/region/14#x"}), "address"),
        (content({**GOOD, "picture": "rows:a/b/c/d"}), "address"),
        (content({**GOOD, "picture": "other:a"}), "address"),
        (content({**GOOD, "notes": ["a"]}), "text"),
        (content({**GOOD, "heading": "a\x00b"}), "text"),
        (content({**GOOD, "heading": "x" * (LIMITS.heading + 1)}), "long"),
        (content(title="x" * (LIMITS.title + 1)), "long"),
        (b"x" * (LIMITS.file + 1), "large"),
    ],
)
def test_what_is_no_presentation_is_refused_with_its_reason(raw, key):
    with pytest.raises(PresentationError) as caught:
        read_presentation(raw)
    assert caught.value.key == f"present.refused.{key}"


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*GOOD, "format", "slides"]), inner),
    max_leaves=8,
)


@given(st.lists(ANY, max_size=4), ANY)
def test_whatever_stands_in_a_file_is_read_or_refused_and_nothing_else(slides, title):
    try:
        found = read_presentation(content(*slides, title=title))
    except PresentationError:
        return
    assert all(is_slide(slide.view, slide.picture) for slide in found.slides)


@given(st.text(max_size=30), st.text(max_size=30))
def test_an_address_never_leads_elsewhere(view, picture):
    if is_slide(view, picture):
        assert view.startswith("/")
        assert not view.startswith("//")
        assert "\\" not in view


def test_a_visit_has_every_part_and_of_gotland_no_inside(picture):
    title, slides = region_visit(picture, Question(), "14")
    assert "Västra Götaland" in title
    kinds = [slide.picture.split("/")[0] for slide in slides]
    assert kinds[:4] == ["message:head", *["message:findings"] * 3]
    assert sum("/dimension/" in slide.picture for slide in slides) == 4
    signals = [slide for slide in slides if slide.view.startswith("/indikator/")]
    assert len(signals) > 3
    assert all(slide.heading and slide.question for slide in signals)
    assert slides[-1].picture == "compare:compare-rows-host"
    assert any("inside" in slide.picture for slide in region_visit(picture, Question(), "01")[1])
    assert not any("inside" in slide.picture for slide in region_visit(picture, Question(), "09")[1])


def test_a_ready_made_presentation_stays_with_its_edition_and_language(picture):
    for _, slides in (region_visit(picture, Question(lang="en"), "01"), national(picture, Question(lang="en"))):
        for slide in slides:
            assert f"utgava={picture.edition.number}" in slide.view
            assert "lang=en" in slide.view


def test_the_rows_that_stand_out_stay_and_no_more_than_can_be_read(views):
    rows = views["sv", "T", "14"].rows
    told = [row.indicator for row in rows if row.value is not None][-2:]
    few = telling(rows, told, 5)
    assert len(few) == 5
    assert all(row.value is not None for row in few)
    # As in the list of what matters, whichever way it goes; the others follow in their own order.
    for order in (told, told[::-1]):
        found = [row.indicator for row in telling(rows, order, 5)]
        assert found[:2] == order
        assert found[2:] == [row.indicator for row in rows if row.indicator in found[2:]]


def test_a_part_of_a_scorecard_is_found_or_is_not(views):
    view = views["sv", "T", "14"]
    for section in view.sections:
        name, rows = part_of(view, ("dimension", section.code))
        assert name == section.name
        assert len(rows) == sum(len(area.rows) for area in section.areas)
    assert part_of(view, ("row", "no-such")) is None
    assert part_of(view, ("other", "x")) is None
    assert part_of(view, ())[1] == list(view.rows)


def test_only_what_lasts_inside_is_a_slide(picture):
    found = widest_inside(scorecard_view(picture, Question(), "01").rows)
    assert {row.indicator for row in found} <= {item.indicator for item in differences_inside(picture, "01")}
    assert all("varaktigt längre isär" in row.inside.reason for row in found)
    assert len(found) == 5
    assert part_of(scorecard_view(picture, Question(), "14"), ("inside", "widest")) is None


def test_the_rug_keeps_rows_of_every_area_it_has_room_for(picture):
    whole = rug_view(picture, Question())
    few, more = fewer_rug(whole, Frame(picture, Question(), "T", "/").say)
    assert isinstance(few, RugView)
    kept = [row for section in few.sections for area in section.areas for row in area.rows]
    known = {row.indicator: row for section in whole.sections for area in section.areas for row in area.rows}
    assert all(known[row.indicator] == row for row in kept)
    assert str(len(kept)) in more
    assert 0 < of_both_kinds(whole) <= 21


def shown_row(picture, services, indicator):
    from dashboard.viewmodels.scorecard import scorecard_view

    frame = Frame(picture, Question(), "Region", "/region/14")
    return scorecard(frame, services.view_json(scorecard_view, Question(), "14"), ("row", indicator))


def test_a_slides_numbers_are_the_live_views_own(picture, services, views):
    for row in views["sv", "T", "14"].rows[::9]:
        shown = shown_row(picture, services, row.indicator)
        assert [(item.indicator, item.value, item.value_text) for item in shown.rows] == [
            (row.indicator, row.value, row.value_text)
        ]
        assert row.value is None or row.value_text in shown.heading
        assert picture.edition.number in shown.edition
        assert shown.source


def test_a_deck_has_every_slide_with_the_presenters_words_and_says_what_is_gone(picture, services):
    shown = shown_row(picture, services, "treatable-mortality")
    kept = Presentation("Möte i maj", (Slide("/a", "rows:x", "Egen", "Fråga?", "Not"), Slide("/b", "rows:y")))
    made = deck(kept, lambda slide: shown if slide.view == "/a" else None, "sv", "2026-11-21")
    first, second = made.slides
    assert (first.heading, first.question, first.notes) == ("Egen", "Fråga?", "Not")
    assert first.rows == shown.rows
    assert (first.source, first.edition) == (shown.source, shown.edition)
    assert second.missing
    assert second.heading == second.missing
    assert made.name == "presentation-mote-i-maj"
    assert deck(replace(kept, title="☃"), lambda _: None, "sv", "2026-11-21").name == "presentation"
    assert isinstance(shown, Shown)


@pytest.mark.parametrize(("lang", "sign"), [("en", "%"), ("sv", "\u00a0%")])
def test_tables_and_headings_write_the_per_cent_sign_as_the_sentences_do(picture, lang, sign):
    report = make_report(picture, Question(lang=lang), Scope("region", "14"))
    shares = [row for group in sheet_view(report).groups for row in group.rows if row.unit.endswith("%")]
    assert shares
    assert {row.unit for row in shares} == {sign}
    (row, *_) = [row for row in report.rows if row.unit == "%" and row.value is not None]
    assert row_picture(report, row).value == f"{row.value_text}{sign}"

"""The parts of what matters are the same everywhere: why, what to weigh in, what goes well, and what is not known."""

from urllib.parse import quote

import pytest

from dashboard.components.brief import brief_parts
from dashboard.components.compare import summary
from dashboard.i18n import words
from dashboard.query import Question
from dashboard.viewmodels.compare.summary import compare_summary
from dashboard.viewmodels.exported.deck import deck
from dashboard.viewmodels.present.shown import MOST_SENTENCES
from dashboard.viewmodels.report.make import report
from dashboard.viewmodels.report.records import Scope
from dashboard.viewmodels.report.sheet import sheet_view
from dashboard.viewmodels.signals.brief import brief
from indicators import AREAS, LANGUAGES, NATION, area_signals, began_before_keeper
from tests.tiers import some

REGIONS = AREAS.region_codes
# The smallest, the largest, one with most subjects and one with none of its own: the night has all.
EACH_RUN = ("09", "14", "22", "13")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("area", some(REGIONS, kept=EACH_RUN))
def test_every_surface_has_the_same_parts(area, lang, picture):
    """What brings a subject forward, what to weigh in, what goes well with its clauses, what is inside, what lacks."""
    asked, say = Question(lang=lang), words(lang).part("matters")
    view = brief(picture, asked, area)
    subjects = [one for group in (view.subjects, *view.shared) for one in group.subjects]
    parts = [part for one in subjects for part in (one, one.joined) if part is not None]
    page = text_of(brief_parts(view, say))
    compared = text_of(summary(compare_summary(picture, asked, area), say))
    told = [text for part in parts for text in (part.why, part.placed, part.weighed)]
    told += [gap.text for gap in view.gaps] + ([view.inside.heading] if view.inside else [])
    made = report(picture, asked, Scope("region", area))
    sheet = " ".join(f"{item.heading} {item.name} {item.text}" for item in sheet_view(made).matters)
    for text in filter(None, told):
        assert text in page
        assert text in compared
    for one in subjects:
        assert one.basis == "shared" or one.label in sheet
        assert one.weighed_whole in sheet
    for item in view.group("good").findings:
        assert item.sentence.visit in sheet
    for gap in view.gaps:
        assert gap.theme in sheet


def text_of(node):
    """Every text below, also what is folded."""
    if node is None or isinstance(node, str):
        return node or ""
    children = node if isinstance(node, list | tuple) else getattr(node, "children", None)
    parts = children if isinstance(children, list | tuple) else [children]
    return "".join(text_of(part) if part is not node else "" for part in parts)


def test_a_fall_that_had_begun_before_the_change_of_keeper_says_so(picture):
    """Norrbotten's psychiatry fell from 64.3 to 56.4 the year before; Sörmland's primary care has no such fall."""
    subjects = {part.theme: part for part in brief(picture, Question(), "25").subjects.subjects}
    assert "men fallet började före dess" in subjects["psychiatry"].weighed
    assert "men fallet började före dess" not in subjects["heart-stroke"].weighed
    told = {(one.area, one.series): began_before_keeper(picture, one) for one in _keeper_signals(picture)}
    assert told["25", "psychiatry-first-visit-90d"] is True
    assert told["25", "cap-start-30d"] is True
    # From 75.9 to 74.6 the year before, but the value told is that year's own.
    assert told["22", "primary-care-3-days"] is False
    # From 11.1 to 14.3: it rose.
    assert told["23", "cap-start-30d"] is False


def _keeper_signals(picture):
    for area in REGIONS:
        for signal in area_signals(picture, area).of_group("focus"):
            if (fields := picture.catalogue.by_id[signal.series].signals) and fields.keeper_change:
                yield signal


def test_a_subject_lists_every_measure_of_its_theme(picture):
    view = brief(picture, Question(), "25").subjects.subjects[0]
    listed = {item.name.row for item in view.every}
    of_theme = {one.id for one in picture.catalogue.indicators if one.signals and one.signals.theme == view.theme}
    assert listed == of_theme
    assert len(view.every) > len(view.measures)
    card = picture.scorecard()
    for item in view.every:
        row = card.row(*picture.headline(item.name.row, "T", None), "25")
        assert item.place
        assert item.value == "saknar värde" if row.value is None else item.value[0] in "0123456789−"
    visit = brief(picture, Question(), "25", "visit").subjects.subjects[0]
    assert visit.every == ()
    assert all(
        item.name.text in text_of(brief_parts(brief(picture, Question(), "25"), words("sv").part("matters")))
        for item in view.every
    )


@pytest.mark.parametrize("area", REGIONS)
def test_the_tables_of_a_deck_follow_the_list(area, picture):
    made = report(picture, Question(), Scope("region", area))
    told = dict.fromkeys(name for item in made.matters.sentences for name in item.indicators)
    for section, slide in zip(
        [one for one in made.sections if one.rows], (one for one in deck(made).slides if one.table), strict=True
    ):
        names = {row.name: row.indicator for row in section.rows}
        shown = [next(names[name] for name in names if f"{row[0]},".startswith(f"{name},")) for row in slide.table.rows]
        listed = [name for name in told if name in shown]
        assert shown[: len(listed)] == listed


@pytest.mark.parametrize("area", (*REGIONS, NATION))
def test_no_trends_word_speaks_against_a_change_beside_it(area, picture):
    """Beside a change stands no other word of a trend than the one that tells of both ways."""
    made = report(picture, Question(), Scope("region", area))
    rows, charts = {row.indicator: row for row in made.rows}, {}
    for slide in deck(made).slides:
        charts.setdefault(slide.title, slide)
    changes = [one for one in made.signals if one.is_change and one.title in charts]
    for signal in changes:
        said = [line.text for line in charts[signal.title].lines if line.text.startswith("Utveckling:")]
        trend = rows[signal.indicator].trend
        assert said == ([f"Utveckling: {trend.text}"] if trend.verdict == "turned" else [])


def test_changes_are_looked_at(picture):
    signals = report(picture, Question(), Scope("region", "25")).signals
    assert {one.is_change for one in signals} == {True, False}


@pytest.mark.parametrize("start", ["region/25", "nation"])
def test_a_presentation_has_the_whole_list_or_says_how_much(start, client):
    """A slide that holds less than the page's list says so; what deviates besides has a slide too."""
    slides = client.get(f"/presentera/start/{start}").get_json()["slides"]
    kept, cut = [], 0
    for slide in slides:
        if slide["picture"].startswith("message:findings"):
            asked = f"view={quote(slide['view'])}&picture={quote(slide['picture'])}"
            shown = client.get(f"/presentera/bild?{asked}").get_json()
            kept.append(slide["picture"])
            assert len(shown["sentences"]) <= MOST_SENTENCES
            assert bool(shown["more"]) == (len(shown["sentences"]) == MOST_SENTENCES)
            cut += bool(shown["more"])
    if start == "nation":
        assert cut
    else:
        assert "message:findings/other" in kept

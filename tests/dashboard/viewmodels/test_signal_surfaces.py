"""What matters is one list: the same measures in the same order everywhere, and no place on what is handed out."""

import json
import re
from dataclasses import replace
from urllib.parse import quote

import pytest
from dash import html

from dashboard.components.brief import brief_parts
from dashboard.components.compare import summary
from dashboard.i18n import words
from dashboard.query import Question
from dashboard.viewmodels.compare.summary import compare_summary
from dashboard.viewmodels.exported.deck import deck
from dashboard.viewmodels.report.make import report
from dashboard.viewmodels.report.records import Scope
from dashboard.viewmodels.report.sheet import sheet_view
from dashboard.viewmodels.signals.brief import brief, going_well
from dashboard.viewmodels.signals.chosen import chosen_view
from dashboard.viewmodels.signals.country import country_brief
from dashboard.viewmodels.signals.heads import heads
from dashboard.viewmodels.signals.machine import matters_view
from indicators import AREAS, LANGUAGES, NATION, area_signals
from indicators.signals.records import AreaSignals, Change, Level, Signal
from tests.tiers import some

REGIONS = AREAS.region_codes
# The smallest, the largest, one with most subjects and one with none of its own: the night has all.
EACH_RUN = ("09", "14", "22", "13")
NO_OWN = ("03", "06", "07", "13", "20")
MOST_WORDS = 30
# What a visit's material never says: a place, a quarter of the regions, or how many are better (the parties' third).
BARRED = re.compile(r"sämst|\bbäst|\bworst\b|\bbest\b|fjärdedel|\bquarter\b|\d+ av \d+ är bättre|\d+ of \d+ are better")


def walk(node):
    """Every component below, in order; what is folded to say why is left out."""
    children = node if isinstance(node, list | tuple) else getattr(node, "children", None)
    for child in children if isinstance(children, list | tuple) else [children]:
        if child is None or isinstance(child, str):
            continue
        yield child
        if "visit" not in str(getattr(child, "className", "")):
            yield from walk(child)


def shown(parts):
    """The measures that a page shows as what matters: of its subjects, then of its findings."""
    found = []
    for part in walk(parts):
        kind = getattr(part, "className", "") or ""
        props = part.to_plotly_json()["props"] if isinstance(part, html.Li) else {}
        if isinstance(part, html.Ul) and kind == "measures":
            found += [link.href for link in walk(part) if isinstance(link, html.A)]
        if isinstance(part, html.Li) and kind == "signal" and props.get("data-group") != "inside":
            found += [next(link.href for link in walk(part) if isinstance(link, html.A))]
    return [re.search(r"/indikator/([a-z0-9-]+)", href)[1] for href in found]


def by_machine(view):
    """The measures that a reader by machine is given first, as the pages tell them."""
    told = []
    for subject in (*view["focus"], *view["shared"]):
        told += subject["indicators"][:3] + (subject["with"]["indicators"][:3] if subject["with"] else [])
    for group in ("check", "improving", "strengths", "other"):
        told += [signal["indicator"] for signal in view["signals"] if signal["group"] == group]
    return told


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("area", some(REGIONS, kept=EACH_RUN))
def test_every_surface_has_the_same_measures_in_the_same_order(area, lang, picture):
    asked, say = Question(lang=lang), words(lang).part("matters")
    view = brief(picture, asked, area)
    told = list(view.told)
    assert told
    assert shown(brief_parts(view, say)) == told
    assert shown(summary(compare_summary(picture, asked, area), say)) == told
    made = report(picture, asked, Scope("region", area))
    assert [name for item in made.matters.sentences for name in item.indicators] == told
    names = [picture.catalogue.by_id[name].short_name.in_(lang) for name in told]
    on_sheet = " ".join(matter.text for matter in sheet_view(made).matters)
    on_slides = " ".join(line.text for slide in deck(made).slides if slide.kind == "text" for line in slide.lines)
    for text in (on_sheet, on_slides):
        assert in_order(names, text)
    assert by_machine(matters_view(picture, asked, area)) == told
    pictured, rest = [head.indicator for head in heads(picture, asked, area)], iter(told)
    assert all(name in rest for name in pictured)


def in_order(names, text):
    """Whether the names stand in a text in their order."""
    place = 0
    for name in names:
        place = text.find(name, place)
        if place < 0:
            return False
        place += len(name)
    return True


def test_the_order_is_looked_at(picture):
    assert in_order(["a", "b"], "a then b")
    assert not in_order(["b", "a"], "a then b")


@pytest.mark.parametrize("area", NO_OWN)
def test_a_region_without_a_subject_of_its_own_is_told_so_calmly(area, picture):
    view = brief(picture, Question(), area)
    assert {subject.basis for subject in view.subjects.subjects} <= {"single", "joint"}
    assert view.subjects.none.startswith("Inget ämne når gränsen")


def test_halland_has_no_subject_at_all(picture):
    assert brief(picture, Question(), "13").subjects.subjects == ()


def test_whose_the_weights_are_stands_wherever_they_order(picture, client):
    line = "Preliminär viktning, inte fastställd av parterna"
    made = report(picture, Question(), Scope("region", "22"))
    assert line in sheet_view(made).matters[0].text
    assert all(any(line in item.text for item in slide.lines) for slide in deck(made).slides[1:3])
    assert line in matters_view(picture, Question(), "22")["method"]["sentence"]
    assert any(line in text for text in chosen_view(picture, Question(), "22").texts)
    assert line in country_brief(picture, Question()).preliminary
    for slide in ("subjects",):
        found = client.get(f"/presentera/bild?view=/region/22&picture=message:findings/{slide}").get_json()
        assert line in found["sentences"][-1]["text"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_version_and_the_date_follow_the_table(lang, picture, monkeypatch):
    adopted = picture.themes.model_copy(update={"adopted": True, "version": "9"})
    monkeypatch.setattr("indicators.editions.open_edition.read_themes", lambda: adopted)
    found = brief(picture, Question(lang=lang), "22").preliminary
    assert "9" in found
    assert "reliminär" not in found.lower()
    assert "reliminary" not in found.lower()


def test_the_scope_is_said_where_the_reader_chose_another(picture):
    assert brief(picture, Question(), "22").scope == ()
    women = brief(picture, Question(sex="F"), "22")
    assert "kvinnor och män tillsammans" in women.scope[0]
    assert women.told == brief(picture, Question(), "22").told
    earlier = brief(picture, Question(period="2023"), "22")
    assert earlier.scope == ("Som det såg ut med tal till och med 2023.",)
    assert earlier.told != women.told


def texts_of(node):
    """Every text in plain data, but for codes and addresses."""
    if isinstance(node, str):
        return [node]
    if isinstance(node, dict):
        skipped = ("href", "address", "live", "symbol", "name_of_file", "verdict", "position", "reason", "view")
        return [text for key, value in node.items() if key not in skipped for text in texts_of(value)]
    return [text for value in node for text in texts_of(value)] if isinstance(node, list | tuple) else []


def told_by(view):
    return texts_of(json.loads(json.dumps(view, default=lambda item: {k: getattr(item, k) for k in item.__slots__})))


@pytest.mark.parametrize("lang", some(LANGUAGES, kept=["sv"]))
def test_nothing_handed_out_for_a_visit_tells_a_place(lang, picture):
    said = []
    for area in (*REGIONS, NATION):
        made = report(picture, Question(lang=lang), Scope("region", area))
        sheet = sheet_view(made)
        said += [text for part in (sheet.matters, sheet.labels, sheet.foot, sheet.subtitle) for text in told_by(part)]
        said += [text for group in sheet.groups for row in group.rows for text in (row.nation, row.most, row.remark)]
        for slide in deck(made).slides:
            said += [slide.title, *(line.text for line in slide.lines)]
            said += [cell for row in (slide.table.rows if slide.table else ()) for cell in row]
    assert len(said) > 1000
    assert sorted({text for text in said if BARRED.search(text)}) == []


@pytest.mark.parametrize("start", ["22", "13?lang=en"])
def test_no_slide_of_a_visit_tells_a_place(start, client):
    code = start.partition("?")[0]
    slides = client.get(f"/presentera/start/region/{start}").get_json()["slides"]
    said = [text for slide in slides for text in (slide["heading"], slide["question"], slide["notes"])]
    for slide in slides:
        asked = f"view={quote(slide['view'])}&picture={quote(slide['picture'])}"
        shown = client.get(f"/presentera/bild?{asked}").get_json()
        # A chart's own words, and what countries have, are not of places among the regions.
        said += texts_of(
            {key: part for key, part in shown.items() if key not in ("figure", "table", "alt", "scorecard")}
        )
        for row in (shown["scorecard"] or {"rows": ()})["rows"]:
            parts = (
                "position_text",
                "position_reason",
                "summary",
                "people",
                "people_text",
                "nation_text",
                "change_text",
            )
            said += texts_of([row[part] for part in parts])
    assert f"/region/{code}" in slides[0]["view"]
    assert len(said) > 100
    assert sorted({text for text in said if BARRED.search(text)}) == []


def test_a_place_on_a_slide_is_seen():
    assert BARRED.search("▼ svagaste fjärdedelen")
    assert BARRED.search("16 av 19 är bättre")
    assert not BARRED.search("bättre än riket år efter år")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sentences_are_short(lang, picture):
    long = []
    for area in REGIONS:
        for voice in ("page", "visit"):
            view = brief(picture, Question(lang=lang), area, voice)
            told = [item.text for group in view.groups for item in group.sentences]
            told += [item.text for part in view.subjects.subjects for item in part.sentences]
            long += [one for text in told for one in text.split(". ") if len(one.split()) > MOST_WORDS]
    assert long == []


def test_what_is_being_checked_may_not_alone_be_what_goes_well():
    change = Change("improving", Level(3.0, ("2023",)), Level(1.0, ("2025",)), None, None, held_back=True)
    one = Signal("improving", "improving", "psychiatry", "a", "a", "14", "2025", 1.0, nation=2.0, change=change)
    assert going_well(AreaSignals("14", None, (), (), (one,))) == ()
    sure = replace(one, change=replace(change, held_back=False))
    assert going_well(AreaSignals("14", None, (), (), (sure,))) == (sure,)
    strength = replace(one, group="strengths", kind="strength", change=None)
    assert going_well(AreaSignals("14", None, (), (), (one, strength))) == (one, strength)


def test_a_dimension_tells_only_its_own_indicators(picture):
    for dimension in ("population-health", "service-quality"):
        told = [name for name in country_brief(picture, Question(), dimension).told if name]
        assert told
        assert {picture.catalogue.by_id[name].dimension for name in told} == {dimension}


def test_how_they_are_chosen_is_told_with_the_regions_own_numbers(picture):
    view = chosen_view(picture, Question(), "22")
    heaviest = area_signals(picture, "22").subjects[0].members[0]
    assert picture.catalogue.by_id[heaviest.indicator].short_name.sv in view.example[0]
    assert f"{heaviest.points:.1f}".replace(".", ",") in " ".join(view.example)
    assert chosen_view(picture, Question(), "25").example != view.example


def test_an_edition_of_the_earlier_method_keeps_its_own_list(picture, client):
    told = client.get("/api/v1/signals/22?utgava=2026-11").get_json()
    if picture.edition.number == "2026-11":
        assert "focus" in told
    else:
        assert {signal["group"] for signal in told["signals"]} <= {"deviating", "promising", "differences"}
        assert told["method"]

"""A right by law is told as one everywhere: no text of a row, page, sheet, slide or file makes it a level of 100."""

import dataclasses
import re

import pytest

from dashboard.query import Question
from dashboard.viewmodels.abroad.register import register_tables
from dashboard.viewmodels.exported.deck import deck
from dashboard.viewmodels.exported.tables import result_table
from dashboard.viewmodels.indicator.definition import definition_view
from dashboard.viewmodels.indicator.head import indicator_head
from dashboard.viewmodels.overview import dimension_cards
from dashboard.viewmodels.regions import regions_index
from dashboard.viewmodels.report.make import report
from dashboard.viewmodels.report.records import Scope
from dashboard.viewmodels.report.sheet import sheet_view
from dashboard.viewmodels.rows import make_row
from dashboard.viewmodels.subject import subject
from dashboard.viewmodels.targets import targets_items
from indicators import AREAS, LANGUAGES, NATION, Judgement, Reason
from tests.tiers import some

BARRED = re.compile(
    r"mål ej uppfyllt|nivån är 100|lagens nivå|≥\s?100\b|minst 100\b(?![ ,.]?\d)|målnivån? (på )?100|målet (på )?100"
    r"|the level is 100|level (of )?100|the law’s level|target (of )?100|at least 100\b(?![ ,.]?\d)|legal level",
    re.IGNORECASE,
)
# What a reader may be told of a level, and never of a right.
OF_LEVELS = re.compile(r"uppfyll|når målnivå|når målet|\bmet\b|reaches the target|target level", re.IGNORECASE)
PLANTED = (
    "Nivån är 100,0 %.",
    "✕ Mål ej uppfyllt",
    "mål ≥ 100 · lagstadgat 2019",
    "Lagens nivå 100",
    "The level is 100%.",
    "target ≥ 100",
    "Det skiljer 11,5 procentenheter till målnivån 100,0 %.",
)


def texts(found):
    """Every text in what a view holds, however deep."""
    if isinstance(found, str):
        return [found]
    if dataclasses.is_dataclass(found):
        return texts([getattr(found, field.name) for field in dataclasses.fields(found)])
    if isinstance(found, dict):
        return texts(list(found.values()))
    if isinstance(found, (list, tuple)):
        return [text for item in found for text in texts(item)]
    return []


def barred(found):
    # A line and a chart keep no break between number and unit.
    return sorted({text for text in texts(found) if BARRED.search(text.replace("\u00a0", " ").replace("\u202f", " "))})


@pytest.mark.parametrize("text", PLANTED)
def test_the_reader_sees_each_barred_phrase(text):
    assert barred([{"deep": (text,)}]) == [text]


def test_the_reader_lets_what_is_right_pass():
    assert barred(["vårdgarantin gäller alla, 11,5 procentenheter från alla", "mål ≥ 80 · register 2019"]) == []
    assert (
        barred(
            [
                "minst 100\u202f000 färre personer",
                "högst 100 personer",
                "per 100\u00a0000 invånare",
                "at least 100,000 people",
            ]
        )
        == []
    )


@pytest.fixture(scope="module")
def everywhere(picture):
    return (NATION, *picture.areas.region_codes)


def rights_of(view):
    return [row for row in view.rows if row.target.kind == "statutory"]


def test_every_row_of_a_right_says_that_it_covers_everyone_and_how_far_it_is(views):
    judged = 0
    for (lang, _, area), view in views.items():
        for row in rights_of(view):
            target = row.target
            assert (target.operator, target.dashed) == (None, False)
            assert target.tone in ("neutral", "missing"), (area, row.indicator)
            assert "✕" not in target.symbol and not OF_LEVELS.search(f"{target.text} {target.line} {target.reason}")
            # The line stands where everyone would be: at the end of the axis.
            assert target.x == 1.0
            if target.verdict == "right":
                judged += 1
                assert target.gap == pytest.approx(100.0 - row.value)
                assert target.text == {"sv": "vårdgarantin gäller alla"}.get(lang, "the care guarantee covers everyone")
                assert target.label.endswith({"sv": " från alla"}.get(lang, " from everyone"))
    assert judged > 1000 / 4


def test_no_row_of_any_area_sex_or_language_holds_a_barred_phrase(views):
    assert {key: found for key, view in views.items() if (found := barred(view))} == {}


SCOPES = (
    *(Scope("dimension", area, "service-quality") for area in ("00", "09", "14", "22")),
    *(Scope("region", area) for area in (NATION, *AREAS.region_codes)),
)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("scope", some(SCOPES, kept=SCOPES[2:6]), ids=str)
def test_no_sheet_slide_or_table_holds_a_barred_phrase(picture, scope, lang):
    made = report(picture, Question(lang=lang), scope, "https://halsodialog.example")
    for found in (made, sheet_view(made), deck(made), result_table(made)):
        assert barred(found) == [], type(found).__name__


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_page_of_an_indicator_the_register_or_the_overview_holds_a_barred_phrase(picture, everywhere, lang):
    question = Question(lang=lang)
    assert barred(register_tables(picture, question, "2026-12-01")) == []
    assert barred([dimension_cards(picture, question), regions_index(picture, question)]) == []
    assert barred([targets_items(picture, question, area) for area in everywhere]) == []
    for level in picture.reference.targets:
        code = level.indicator
        assert barred([indicator_head(picture, question, code), definition_view(picture, question, code)]) == [], code


def test_the_open_interface_holds_no_barred_phrase(client):
    for area in ("00", "22"):
        for lang in LANGUAGES:
            for kind in ("scorecard", "signals"):
                answer = client.get(f"/api/v1/{kind}/{area}?lang={lang}")
                assert answer.status_code == 200
                assert barred(answer.get_json()) == [], (kind, area, lang)


def test_a_right_that_was_stored_as_missed_by_an_earlier_edition_is_told_as_a_right(picture):
    found = subject(picture, Question(), "primary-care-phone", "22")
    stored = Judgement("not-met", Reason("target.not-met", {"value": found.row.value, "level": 100.0, "gap": 21.7}))
    row = make_row(dataclasses.replace(found, row=dataclasses.replace(found.row, target=stored)))
    assert (row.target.verdict, row.target.symbol, row.target.tone) == ("right", "§", "neutral")
    assert row.target.line == "vårdgarantin gäller alla, 21,7\u00a0procentenheter från alla"

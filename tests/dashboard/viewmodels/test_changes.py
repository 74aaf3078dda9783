"""What differs between two editions, in words."""

import re
from dataclasses import replace
from typing import get_args

import pytest

from dashboard.components.data import changes
from dashboard.i18n import words
from dashboard.viewmodels.editions.changes import MOST, changes_summary, changes_view
from indicators import (
    AREAS,
    EMBEDDED,
    LANGUAGES,
    Cause,
    Changes,
    HeadlineChange,
    Judgement,
    Library,
    Pictures,
    Reason,
    RegionChange,
    ValueChange,
    VerdictChange,
    current_judges,
)
from indicators.editions.causes import WEIGHING
from indicators.editions.changes import CauseKind
from indicators.editions.compare import compare_editions
from tests.dashboard.stores import BEDS, GOTLAND, NEW, OLD, SKANE, later_store

NOTHING = Changes("1", "2", (), (), (), (), ())


@pytest.fixture(scope="module")
def compared(tmp_path_factory):
    library = Library((later_store(tmp_path_factory.mktemp("data")).editions, EMBEDDED))
    picture = Pictures(library).current()
    judged_by = current_judges(picture.catalogue, picture.reference)
    return compare_editions(library.open(OLD), library.open(NEW), judged_by)


def told(view):
    return {group.name: group.sentences for group in view.groups}


def value(old, new, **changes):
    raw = {"indicator": BEDS, "source": "kolada", "source_key": "U70425", "area": SKANE, "level": "region", "sex": "T"}
    return ValueChange(**{**raw, "period": "2025", "old": old, "new": new, **changes})


def test_two_editions_are_compared_in_words(compared, picture):
    view = changes_view(compared, picture, "sv")
    assert (view.older, view.newer) == (OLD, NEW)
    assert view.summary == "1 ändrat värde, 1 region har fallit bort i ett mått, 1 bedömning har vänt."
    assert told(view) == {
        "turned": (
            "Region Skåne, Överbeläggning, somatisk vård: bedömningen mot målet var ”mål saknas” och är nu ”uppfyllt” "
            "(6,5 → 7,0\u00a0per 100 platser). "
            "Orsak: värdet är ändrat",
        ),
        "lost": ("Region Gotland, Överbeläggning, somatisk vård: inget värde för 2025 längre",),
        "values": ("Region Skåne, Överbeläggning, somatisk vård, 2025: 6,5 → 7,0\u00a0per 100 platser",),
    }


def test_in_english_too(compared, picture):
    view = changes_view(compared, picture, "en")
    assert view.summary == "1 changed value, 1 region lost in an indicator, 1 verdict turned."
    assert (
        "the verdict against the target was “no target” and is now “met” (6.5 → 7.0\u00a0per" in told(view)["turned"][0]
    )


@pytest.mark.parametrize(
    ("what", "verdict", "sentence"),
    [
        ("target", "not-met", "bedömningen mot målet var ”{}” och är nu ”ej uppfyllt” ("),
        ("position", "worst-quarter", "läget var ”{}” och är nu ”svagaste fjärdedelen”"),
        ("trend", "worsening", "utvecklingen var ”{}” och är nu ”försämras” ("),
    ],
)
def test_each_verdict_turns_in_its_own_words(what, verdict, sentence, picture):
    before = picture.scorecard().rows[BEDS, "T", GOTLAND]
    after = replace(before, **{what: Judgement(verdict, Reason("missing"))})
    (group,) = changes_view(replace(NOTHING, turned=(VerdictChange(what, before, after),)), picture, "sv").groups
    start, end = sentence.split("{}")
    assert start in group.sentences[0]
    assert re.split(r" (?:till|nu) ", end)[1] in group.sentences[0]


@pytest.mark.parametrize(
    ("language", "same", "apart", "none"),
    [
        ("sv", "(3,0\u00a0per 100 platser, samma tal)", "(3,0 → 4,0\u00a0per 100 platser)", "(värde saknas)"),
        ("en", "(3.0\u00a0per 100 beds, the same figure)", "(3.0 → 4.0\u00a0per 100 beds)", "(no value)"),
    ],
)
def test_what_a_turned_verdict_was_told_of_stands_once_with_its_unit(picture, language, same, apart, none):
    def said(old, new):
        before, after = (
            replace(
                picture.scorecard().rows[BEDS, "T", GOTLAND], value=value, trend=Judgement(verdict, Reason("missing"))
            )
            for value, verdict in ((old, "improving"), (new, "worsening"))
        )
        (group,) = changes_view(
            replace(NOTHING, turned=(VerdictChange("trend", before, after),)), picture, language
        ).groups
        return group.sentences[0]

    assert same in said(3.0, 3.0001)
    assert apart in said(3.0, 4.0)
    assert none in said(None, None)


def test_new_and_withdrawn_values_and_periods(picture):
    both = replace(
        NOTHING,
        values=(value(None, 3.4), value(2.9, None, sex="F"), value(1.0, 2.0, area="0114", level="municipality")),
        headlines=(HeadlineChange(BEDS, "T", "2024", "2025"), HeadlineChange(BEDS, "F", None, "2025")),
        gained=(RegionChange(BEDS, "T", GOTLAND, "2025"),),
    )
    found = told(changes_view(both, picture, "sv"))
    new, gone, inside = found["values"]
    assert new.endswith("2025: nytt värde 3,4\u00a0per 100 platser")
    assert gone.endswith("kvinnor, 2025: värdet 2,9\u00a0per 100 platser är tillbakadraget")
    assert inside.startswith("Upplands Väsby")
    assert found["headlines"][0].endswith("jämförs för 2025 i stället för 2024")
    assert found["headlines"][1].endswith("kvinnor: jämförs nu, för 2025")
    assert found["gained"][0].endswith("värde för 2025 har tillkommit")


def test_a_long_list_is_cut_and_says_how_much_more(picture):
    view = changes_view(replace(NOTHING, values=tuple(value(1.0, 2.0 + n) for n in range(1234))), picture, "sv")
    (group,) = view.groups
    assert len(group.sentences) == MOST == 20
    assert group.more == "och 1\u202f214 till"
    assert group.title == "Värden (1\u202f234)"
    (whole,) = changes_view(replace(NOTHING, values=(value(1.0, 2.0),) * MOST), picture, "sv").groups
    assert whole.more is None


def test_what_the_program_no_longer_has_is_told_by_its_name(picture):
    gone = replace(NOTHING, values=(value(1.25, 2.5, indicator="gone", area="99"),))
    assert told(changes_view(gone, picture, "sv"))["values"] == ("99, gone, 2025: 1,25 → 2,50",)


def test_no_change_is_said_plainly(picture):
    view = changes_view(NOTHING, picture, "en")
    assert view.groups == ()
    assert view.summary == changes_summary({}, "en") == "No values, regions or verdicts differ."


def test_what_matters_most_comes_first(compared, picture):
    assert [group.name for group in changes_view(compared, picture, "sv").groups] == ["turned", "lost", "values"]


def many(picture):
    """More verdicts than a list holds, of two indicators and two causes."""
    rows = picture.scorecard().rows

    def item(code, indicator, *causes):
        before = rows[indicator, "T", code]
        return VerdictChange("trend", before, replace(before, trend=Judgement("worsening", Reason("missing"))), causes)

    doubt, field = Cause("doubt-earlier", "2024"), Cause("definition", "direction")
    beds = [item(code, BEDS, doubt) for code in AREAS.region_codes]
    return replace(NOTHING, turned=(*beds, item(SKANE, "daily-smoking", doubt), item(SKANE, BEDS, field)))


@pytest.mark.parametrize(
    ("language", "headings", "where"),
    [
        (
            "sv",
            ["Andra tidigare år än förut är märkta som tveksamma (22)", "Måttets definition är ändrad (1)"],
            "Region Skåne: utvecklingen var",
        ),
        (
            "en",
            [
                "Other earlier years than before are marked as doubtful (22)",
                "The indicator’s definition has changed (1)",
            ],
            "Region Skåne: the trend was",
        ),
    ],
)
def test_many_verdicts_are_gathered_by_cause_and_indicator_and_none_is_left_out(picture, language, headings, where):
    (group,) = changes_view(many(picture), picture, language).groups
    assert (group.sentences, group.more) == ((), None)
    assert [cause.title for cause in group.causes] == headings
    name = picture.catalogue.by_id[BEDS].short_name.in_(language)
    assert group.causes[0].parts[0].title == f"{name}, 2024 (21)"
    told = [sentence for cause in group.causes for part in cause.parts for sentence in part.sentences]
    assert len(told) == 23
    assert sum(sentence.startswith(where) for sentence in told) == 3


def test_what_was_gathered_is_on_the_page(picture):
    shown = str(changes(changes_view(many(picture), picture, "sv")))
    assert shown.count("Region Skåne: utvecklingen var") == 3
    assert shown.count("Details(") == 2
    assert shown.count(", 2024 (21): ") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cause_has_words(language):
    say = words(language)
    assert all(say(f"causes.{kind}") for kind in get_args(CauseKind))
    assert all(say(f"causes.field.{name}") for fields in WEIGHING.values() for name in fields)

"""The address of a view and the question it asks."""

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.query import (
    LONGEST_SHOWN,
    MOST_NOTICES,
    MOST_REGIONS,
    SHOWN_ABROAD,
    Notice,
    Question,
    link,
    parse,
    to_query,
)
from dashboard.viewmodels.shell import shell
from indicators import AREAS, CONTEXT, FRAMEWORK, PEOPLE, SEX, grouping_of, open_picture


def fields(picture):
    """What each field of a question may hold."""
    definitions = picture.catalogue.definitions
    regions = st.lists(st.sampled_from(picture.areas.region_codes), unique=True, max_size=MOST_REGIONS).map(tuple)
    return {
        "lang": st.sampled_from(["sv", "en"]),
        "sex": st.sampled_from(["T", "F", "M"]),
        "period": st.sampled_from(["", *picture.edition.years]),
        "dimension": st.sampled_from(["", *FRAMEWORK.by_code]),
        "area": st.sampled_from(["", *(area.code for _, area in FRAMEWORK.areas)]),
        "deviating": st.booleans(),
        "target": st.booleans(),
        "indicator": st.sampled_from(["", *(d.id for d in definitions if d.dimension != CONTEXT)]),
        "regions": regions,
        "series": st.sampled_from(["", *(d.id for d in definitions)]),
        "order": st.sampled_from(["official", "north-south"]),
        "edition": st.sampled_from(["", picture.edition.number]),
        "abroad": st.sampled_from(["", *SHOWN_ABROAD]),
        "peers": st.sampled_from(["health-care", "socio-economic", "own", "all"]),
        "sort": st.sampled_from(["framework", "gap"]),
        "x": st.sampled_from(["", *(d.id for d in definitions if d.twin is None)]),
        "y": st.sampled_from(["", *(d.id for d in definitions if d.twin is None)]),
        "line": st.booleans(),
        "kind": st.sampled_from(["municipality", "hospital", "health-centre", "clinic"]),
        "widen": st.booleans(),
        "grouping": st.sampled_from(sorted({SEX, *map(grouping_of, PEOPLE)})),
    }


PICTURE = open_picture()
QUESTIONS = st.builds(Question, **fields(PICTURE))


def read(query, picture):
    return parse(dict(parse_qsl(query.removeprefix("?"), keep_blank_values=True)), picture)


def test_every_field_is_tried():
    assert list(fields(PICTURE)) == list(Question.__slots__)


@given(QUESTIONS)
def test_the_address_of_a_question_asks_the_same_question(question):
    assert read(to_query(question), PICTURE) == (question, ())


@given(QUESTIONS, QUESTIONS)
def test_two_questions_have_two_addresses(one, other):
    assert (to_query(one) == to_query(other)) == (one == other)


def test_the_default_question_needs_no_address():
    assert to_query(Question()) == ""
    assert read("", PICTURE) == (Question(), ())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("lang", "fi"),
        ("sex", "X"),
        ("period", "1984"),
        ("dimension", "money"),
        ("area", "finances"),
        ("deviating", "yes"),
        ("target", "2"),
        ("indicator", "happiness"),
        ("indicator", "context-population"),
        ("regions", "14,99"),
        ("regions", ",".join(AREAS.region_codes[: MOST_REGIONS + 1])),
        ("series", "N12345"),
        ("order", "alphabetical"),
        ("peers", "friends"),
        ("sort", "best"),
        ("x", "daily-smoking-trend"),
        ("y", "happiness"),
        ("line", "yes"),
    ],
)
def test_an_unknown_value_falls_back_and_says_so(name, value, picture):
    question, notices = parse({name: value, "sex": "F"} if name != "sex" else {name: value}, picture)
    assert question == (Question(sex="F") if name != "sex" else Question())
    assert notices == (Notice(name, value[:LONGEST_SHOWN]),)


def test_an_unknown_name_falls_back_and_says_so(picture):
    assert parse({"colour": "red", "sex": "M"}, picture) == (Question(sex="M"), (Notice("colour", "red"),))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_notice_names_what_was_found_in_the_readers_language(language, picture):
    _, notices = parse({"sex": "X", "colour": "red"}, picture)
    told = shell(picture, Question(lang=language), notices, "/region/14", "Region").notices
    assert len(told) == 2
    assert "X" in told[0]
    assert ("kön" if language == "sv" else "sex") in told[0].lower()
    assert "colour" in told[1]


HOSTILE = st.one_of(
    st.text(),
    st.text(alphabet=st.characters(max_codepoint=31)),
    st.sampled_from(["<script>alert(1)</script>", "{0}", "{found.__class__}", "%00", "x" * 10_000, "../.."]),
)


@given(st.dictionaries(st.one_of(HOSTILE, st.sampled_from(list(Question.__slots__))), HOSTILE, max_size=12))
def test_whatever_stands_in_an_address_the_question_is_whole_and_the_notices_short(query):
    question, notices = parse(query, PICTURE)
    assert read(to_query(question), PICTURE) == (question, ())
    assert len(notices) <= MOST_NOTICES
    assert all(len(notice.name) <= LONGEST_SHOWN and len(notice.found) <= LONGEST_SHOWN for notice in notices)
    told = shell(PICTURE, question, notices, "/", "Title").notices
    assert len(told) == len(notices)


def test_a_thousand_unknown_names_give_a_handful_of_notices(picture):
    _, notices = parse({f"name{i}": "1" for i in range(1000)}, picture)
    assert len(notices) == MOST_NOTICES


def test_a_link_keeps_the_language_the_period_and_the_sex_and_nothing_else():
    asked = Question(lang="en", sex="F", period="2023", regions=("14",), deviating=True)
    assert link("/region/14", asked) == "/region/14?lang=en&sex=F&period=2023"
    assert link("/region/14", asked, sex="T", regions=("01", "12")) == "/region/14?lang=en&period=2023&regions=01,12"


def test_a_region_named_twice_counts_once(picture):
    assert parse({"regions": "14,14,01"}, picture)[0].regions == ("14", "01")

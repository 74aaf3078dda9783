"""Strict JSON: what JSON does not allow, and what two readers may read differently, is refused by name."""

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.http.body import Body
from intake.http.refusals import JsonError
from intake.http.strict_json import read_json


def body(text):
    return Body("kolada", "https://api.kolada.se/v3/x", text.encode(), dt.date(2026, 11, 21))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("NaN", "NaN is not a number in JSON"),
        ('{"a":[Infinity]}', "Infinity is not a number"),
        ("-Infinity", "-Infinity is not a number"),
        ("1e999", "the number 1e999 cannot be held"),
        ("-1E400", "cannot be held"),
        ("9" * 5000, "a number of 5000 digits"),
        ("0." + "1" * 5000, "cannot be held"),
        ('{"a":1,"a":2}', "the key 'a' stands twice"),
        ('[{"b":{"a":1,"c":2,"a":1}}]', "the key 'a' stands twice"),
        ('"\\ud800"', "half a character"),
        ('{"\\uDC00":1}', "half a character"),
        ('[["x",{"a":"\\ud83dx"}]]', "half a character"),
        ("[" * 100_000, "nested beyond reason"),
        ('{"a":' * 100_000, "nested beyond reason"),
        ("<!doctype html><p>Error", "an HTML page instead of data"),
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[1,]", "not JSON"),
        ("{} {}", "not JSON: Extra data"),
        ("01", "not JSON"),
        ("'a'", "not JSON"),
    ],
)
def test_what_is_not_strict_is_refused(text, reason):
    with pytest.raises(JsonError, match=reason) as refused:
        read_json(body(text))
    assert (refused.value.source, refused.value.address) == ("kolada", "https://api.kolada.se/v3/x")


def test_a_whole_character_in_two_escapes_is_fine():
    assert read_json(body('"\\ud83d\\ude00"')) == "😀"


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**18), 10**18)
    | st.floats(allow_nan=False, allow_infinity=False)
    # Half characters cannot be written in UTF-8.
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=5), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(values)
def test_what_is_strict_is_read_as_it_was_written(value):
    assert read_json(body(json.dumps(value))) == value
    assert read_json(body(json.dumps(value, ensure_ascii=False))) == value

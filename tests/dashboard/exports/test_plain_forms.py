"""CSV, JSON and HTML: safe to open, whole, and needing nothing else."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.exports._page import page
from dashboard.exports._tokens import coloured, tokens
from dashboard.exports.report import FORMS
from dashboard.exports.report.comma_separated import write
from indicators import format_number
from tests.dashboard.exports.made import csv_rows, json_of, report_of, written
from tests.tiers import examples

GOTLAND, VASTRA_GOTALAND = "09", "14"
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
VOID = {"meta", "br", "hr", "img", "input", "link", "circle", "line", "path", "rect"}
REACHING = {"src", "srcset", "data", "action", "poster", "xlink:href"}


@pytest.fixture(scope="module")
def gotland(picture):
    return report_of(picture, GOTLAND)


hostile = st.text(alphabet=st.sampled_from("=+-@\t\r\n;,\"'\0 a1å＝"), min_size=1, max_size=12)


@examples(300)
@given(texts=st.lists(hostile, min_size=3, max_size=3), value=st.floats(-1e9, 1e9).map(lambda x: round(x, 2)))
def test_no_cell_of_a_csv_runs_and_numbers_stay_numbers(texts, value, gotland):
    first = gotland.sections[0]
    row = replace(
        first.areas[0].rows[0],
        name=texts[0],
        source=texts[1],
        change=None,
        change_number="",
        counted_from=None,
        change_text=texts[2],
        value=value,
        value_text=format_number(value, 2, "sv"),
    )
    made = replace(gotland, sections=(replace(first, areas=(replace(first.areas[0], rows=(row,)),)),))
    content = b"".join(write(made))
    (found,) = csv_rows(content)
    assert float(found["value"]) == value
    assert [text for key, text in found.items() if key != "value" and text.startswith(STARTS)] == []
    assert all(
        found[key].replace("'", "") == text.replace("'", "")
        for key, text in zip(("indicator", "source", "change"), texts, strict=True)
    )


def test_a_change_stands_in_words_and_as_numbers_and_no_sign_spoils_it(gotland):
    rows = dict(zip((row.series for row in gotland.rows), gotland.rows, strict=True))
    found = csv_rows(written("csv", gotland))
    risen = [row for row in found if row["change_value_text"].startswith("+")]
    assert risen
    assert "'+" not in written("csv", gotland).decode()
    for row in risen:
        own = rows[row["id"]]
        assert row["change"] == f"sedan {row['previous_period']}: {own.change_number}"
        assert float(row["change_value"]) == own.change
        assert float(row["value"]) - float(row["previous_value"]) == pytest.approx(own.change)
    none = [row for row in found if row["change_value_text"] == "[z]"]
    assert none
    assert {(row["change_value"], row["previous_value"]) for row in none} == {("", "")}


def test_no_number_of_a_file_has_digits_that_only_computing_left(gotland):
    numbers = [
        value for row in csv_rows(written("csv", gotland)) for key, value in row.items() if key.endswith("value")
    ]
    assert [value for value in numbers if len(value.partition(".")[2]) > 10] == []


def test_a_negative_number_is_a_number_and_its_text_is_a_text(gotland):
    below = [row for row in csv_rows(written("csv", gotland)) if row["value"].startswith("-")]
    assert below
    assert all(row["value_text"].startswith("\N{MINUS SIGN}") for row in below)


def test_every_row_of_a_csv_names_its_source_and_edition(gotland):
    rows = csv_rows(written("csv", gotland))
    assert len(rows) == len(gotland.rows)
    assert {row["edition"] for row in rows} == {gotland.edition}
    assert [row["indicator"] for row in rows if row["source"] in ("", "[z]")] == []
    assert [row for row in rows if row["value"] == "" and row["value_text"] != "[x]"] == []


def test_json_holds_rows_regions_and_years(gotland):
    content = json_of(written("json", gotland))
    assert {"results", "regions", "years"} <= set(content)
    assert len(content["results"]["rows"]) == len(content["regions"]["rows"]) == len(gotland.rows)
    assert content["address"].startswith("https://halsodialog.example/region/09?utgava=")


class Seen(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.tags, self.reaching, self.headings, self.texts, self.unnamed = [], [], [], [], [], 0

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.tags.append(tag)
        self.reaching += [f"{tag} {name}" for name in found if name in REACHING or name.startswith("on")]
        # The key's samples stand beside their own words.
        self.unnamed += tag == "svg" and not found.get("aria-label") and found.get("aria-hidden") != "true"
        self.unnamed += tag == "th" and not found.get("scope")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, text):
        self.texts.append(text)


def seen(content):
    found = Seen()
    found.feed(content.decode())
    return found


def test_a_page_needs_nothing_else(gotland):
    content = written("html", gotland)
    found = seen(content)
    assert found.reaching == []
    assert found.open == []
    assert {"script", "link", "iframe", "img"}.isdisjoint(found.tags)
    assert b"url(" not in content
    assert b"@import" not in content
    assert b"var(--" not in content


def test_a_page_has_headings_in_order_and_every_picture_and_heading_cell_is_named(gotland):
    found = seen(written("html", gotland))
    assert found.headings[0] == 1
    assert all(later - before <= 1 for before, later in zip(found.headings, found.headings[1:], strict=False))
    assert found.unnamed == 0
    assert found.tags.count("svg") > len(gotland.rows)


def test_a_page_shows_hostile_text_as_text(gotland):
    spoiled = replace(gotland, title="<script>alert(1)</script>", subtitle='"><img src=x onerror=y>')
    found = seen(page((spoiled,)))
    assert {"script", "img"}.isdisjoint(found.tags)
    assert "<script>alert(1)</script>" in found.texts


def test_a_page_of_several_views_holds_them_all(gotland, picture):
    other = report_of(picture, VASTRA_GOTALAND)
    found = seen(page((gotland, other)))
    assert found.headings.count(1) == 2


@pytest.mark.parametrize("form", ["csv", "json", "html"])
def test_the_same_report_gives_the_same_bytes(form, gotland):
    assert b"".join(FORMS[form].write(gotland)) == b"".join(FORMS[form].write(gotland))


def test_a_colour_that_is_none_is_refused():
    assert coloured("a { color: var(--ink); }") == f"a {{ color: {tokens()['ink']}; }}"
    with pytest.raises(KeyError):
        coloured("a { color: var(--no-such); }")

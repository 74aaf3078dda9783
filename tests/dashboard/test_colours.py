"""Colours worked out from the style sheets: contrast, and how far apart they look to everybody, in all profiles."""

import re
from itertools import combinations

import pytest

from dashboard.figures import theme
from tests.dashboard.tokens import ASSETS, IMPAIRED, THEMES, colours, contrast, distance, grey, nearest, projected, seen

GROUNDS = ("paper", "wash", "raised")
TEXTS = ("ink", "soft", "brand", "link", "good", "bad", "target", "neutral", "missing")
# What is drawn and must be seen; --line, --axis and --band are ornament beside them.
MARKS = ("line-strong", "mark", "band-edge", "companion", "inside", "focus")
TONES = ("good", "bad", "target", "neutral")
# Text on a ground of its own.
ON = {
    **{tone: f"{tone}-wash" for tone in (*TONES, "missing")},
    "on-tip": "tip",
    "on-brand": "brand-ground",
    "on-brand-soft": "brand-ground",
}
TEXT, MARK, APART = 4.5, 3.0, 10.0
themes = pytest.mark.parametrize("name", THEMES)


def test_the_measures_themselves():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    # A pair from the published test data of CIEDE2000: Lab (50, 2.5, 0) and (50, 0, -2.5) are 4.3065 apart.
    assert distance("color(--lab-d65 50 2.5 0)", "color(--lab-d65 50 0 -2.5)") == pytest.approx(4.3065, abs=0.01)
    assert distance("#c00000", "#006000") > 40
    assert distance(seen("#c00000", "deutan"), seen("#5f5f00", "deutan")) < distance("#c00000", "#5f5f00")
    assert nearest({"a": "#2b7cc0", "b": "#2b7cc1", "c": "#000000"})[1:3] == ("a", "b")


@themes
def test_every_text_is_read_on_every_ground(name):
    found = colours(name)
    assert len(found) > 30
    weak = {(text, ground): contrast(found[text], found[ground]) for text in TEXTS for ground in GROUNDS}
    weak |= {(text, ground): contrast(found[text], found[ground]) for text, ground in ON.items()}
    weak |= {("on-fill", fill): contrast(found["on-fill"], found[fill]) for fill in ("good-fill", "bad-fill")}
    assert {pair: round(value, 2) for pair, value in weak.items() if value < TEXT} == {}


@themes
def test_every_mark_stands_out_from_every_ground(name):
    found = colours(name)
    weak = {(mark, ground): contrast(found[mark], found[ground]) for mark in (*MARKS, *TONES) for ground in GROUNDS}
    weak["accent", "brand-ground"] = contrast(found["accent"], found["brand-ground"])
    assert {pair: round(value, 2) for pair, value in weak.items() if value < MARK} == {}


@pytest.mark.parametrize("name", ["light", "dark"])
def test_on_a_pale_projector_the_slide_is_still_read(name):
    """Stray light halves the contrast; slides are shown on --paper (81-stage.css)."""
    stage = (ASSETS / "81-stage.css").read_text(encoding="utf-8")
    assert re.search(r"\.stage \{[^}]*background: var\(--paper\)", stage)
    found = colours(name)
    weak = {text: round(projected(found[text], found["paper"]), 2) for text in TEXTS}
    assert {text: value for text, value in weak.items() if value < MARK} == {}


@themes
def test_no_two_verdicts_look_alike_to_anybody(name):
    apart, *pair = nearest({tone: colours(name)[tone] for tone in TONES})
    assert apart >= APART, pair


def test_no_two_lines_and_no_two_marks_of_a_figure_look_alike_to_anybody():
    marks = {name: colour for name, colour in theme.TONES.items() if name in TONES}
    for named in ({dash: colour for colour, dash, _ in theme.LINES}, marks):
        apart, *pair = nearest(named)
        assert apart >= APART, pair
    assert len(IMPAIRED) == 3


def test_in_grey_every_line_and_mark_is_still_seen():
    """Greys of like lightness cannot be told apart: there the dash and the marker do it (figures/test_theme.py)."""
    paper = colours("paper")["paper"]
    for colour in (*theme.TONES.values(), *(colour for colour, _, _ in theme.LINES)):
        assert contrast(grey(colour), paper) >= MARK
    assert all(len({look[part] for look in pair}) == 2 for pair in combinations(theme.LINES, 2) for part in (1, 2))


def test_dark_stands_alike_in_both_its_rules():
    """The reader's choice and the machine's: CSS cannot say both in one rule."""
    sheet = (ASSETS / "00-tokens.css").read_text(encoding="utf-8")
    machine = sheet[sheet.index('html:not([data-theme="light"]) {') :].split("}", 1)[0]
    chosen = sheet[sheet.index('html[data-theme="dark"] {') :].split("}", 1)[0]
    assert re.findall(r"--[\w-]+: [^;]+", machine) == re.findall(r"--[\w-]+: [^;]+", chosen)

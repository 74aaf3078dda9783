"""The colours of the style sheets as they stand: the custom properties of each theme, and how colours are seen."""

import re
from functools import cache
from itertools import combinations
from pathlib import Path

from coloraide import Color

ASSETS = Path(__file__).resolve().parents[2] / "assets"
THEMES = {
    "light": ("00-tokens.css", ":root {"),
    "dark": ("00-tokens.css", 'html[data-theme="dark"] {'),
    "paper": ("90-print.css", "html[data-theme] {"),
}
# The whole of red, green or blue vision, lost: the hardest cases.
IMPAIRED = ("protan", "deutan", "tritan")
PROPERTY = re.compile(r"--([\w-]+):\s*([^;]+);")


@cache
def colours(theme):
    """The colours of a theme by name; what a theme does not name it has from the light one."""
    file, start = THEMES[theme]
    sheet = (ASSETS / file).read_text(encoding="utf-8")
    block = sheet[sheet.index(start) + len(start) :].split("}", 1)[0]
    own = {name: value.strip() for name, value in PROPERTY.findall(block) if value.strip().startswith("#")}
    return own if theme == "light" else {**colours("light"), **own}


def contrast(one, other):
    """The contrast of two colours as WCAG 2 counts it, 1 to 21."""
    return Color(one).contrast(other, method="wcag21")


def projected(one, other):
    """The contrast that is left where stray light halves it."""
    return contrast(one, other) / 2


def distance(one, other):
    """How different two colours look, CIEDE2000."""
    return Color(one).delta_e(other, method="2000")


def seen(colour, kind):
    """A colour as it is seen without one of the three kinds of cones."""
    return Color(colour).filter(kind).clip().to_string(hex=True)


def grey(colour):
    """A colour as a grey printer gives it."""
    return Color(colour).filter("grayscale").clip().to_string(hex=True)


def nearest(named):
    """The two of several colours that look most alike: distance, their names, and to whom."""
    pairs = combinations(named.items(), 2)
    ways = {"all": str, **{kind: (lambda colour, kind=kind: seen(colour, kind)) for kind in IMPAIRED}}
    return min(
        (distance(way(one), way(other)), name, second, kind)
        for (name, one), (second, other) in pairs
        for kind, way in ways.items()
    )

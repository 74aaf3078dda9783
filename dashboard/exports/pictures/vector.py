"""SVG: the picture of an indicator with its caption, source and edition in it."""

from collections.abc import Iterator
from textwrap import wrap
from xml.etree.ElementTree import Element

from dashboard.exports._drawings import TREND_HEIGHT, TREND_WIDTH, dot_range, key_mark, marks_style, trend_line
from dashboard.exports._markup import add, as_svg, el
from dashboard.exports._tokens import coloured
from dashboard.viewmodels.exported.picture import RowPicture

NAME, MIME = "svg", "image/svg+xml"
SPACE = "http://www.w3.org/2000/svg"
WIDTH, MARGIN = 960, 32
TREND_LEFT, TREND_SCALE = MARGIN, 2.5
DOTS_LEFT, DOTS_WIDTH = 360, 568
PICTURES, ENDS, LEGEND, LINE = 176, 276, 312, 20
KEY_LINE, KEY_SPACE, KEY_LETTER = 26, 52, 6.8
LETTERS = 128
"""Letters of a small line that fit in the width."""
STYLE = """
text { font-family: "Source Sans 3", "Halsodialog Symbols", "Segoe UI", Arial, sans-serif; font-size: 16px; }
text { fill: var(--ink); }
.title { fill: var(--brand); font-size: 26px; font-weight: 600; } .value { font-size: 26px; font-weight: 600; }
.paper { fill: var(--paper); }
.head { font-weight: 600; } .foot { font-size: 14px; } .rule { fill: var(--brand); }
"""


def write(picture: RowPicture) -> Iterator[bytes]:
    """Yield the picture."""
    yield as_svg(drawn(picture))


def drawn(picture: RowPicture) -> Element:
    """Return the picture as an element: title, value, trend line, dot-range, key, source."""
    foot, key = [line for text in picture.lines for line in _wrapped(text)], _key(picture)
    below = LEGEND + (key[-1][2] + 1) * KEY_LINE
    height = below + len(foot) * LINE + MARGIN // 2
    root = el("svg", el("title", f"{picture.title}, {picture.place}"), el("desc", picture.row.summary), xmlns=SPACE)
    for name, value in (("viewBox", f"0 0 {WIDTH} {height}"), ("width", WIDTH), ("height", height), ("role", "img")):
        root.set(name, str(value))
    root.set("lang", picture.lang)
    add(root, el("style", coloured(STYLE) + marks_style()), el("rect", width=WIDTH, height=height, class_="paper"))
    add(root, el("rect", width=8, height=height, class_="rule"))
    add(root, _text(picture.title, MARGIN, 46, "title"), _text(picture.place, MARGIN, 72))
    add(root, _text(picture.value, MARGIN, 112, "value"), _text(" · ".join(picture.findings), MARGIN, 140))
    add(root, *_trend(picture), *_dots(picture))
    for text, x, line in key:
        y = LEGEND + line * KEY_LINE
        add(root, key_mark(_mark(picture, text), x + 12, y - 5), _text(text, x + 30, y, "foot"))
    return add(root, *(_text(text, MARGIN, below + place * LINE, "foot") for place, text in enumerate(foot)))


def _key(picture: RowPicture) -> list[tuple[str, float, int]]:
    """The key's texts, each with its place in its line and the line it stands in."""
    placed: list[tuple[str, float, int]] = []
    x, line = float(MARGIN), 0
    for item in picture.legend:
        width = KEY_SPACE + len(item.text) * KEY_LETTER
        if x + width > WIDTH:
            x, line = float(MARGIN), line + 1
        placed.append((item.text, x, line))
        x += width
    return placed


def _mark(picture: RowPicture, text: str) -> str:
    return next(item.mark for item in picture.legend if item.text == text)


def _wrapped(text: str) -> list[str]:
    return wrap(text, LETTERS, break_on_hyphens=False)


def _text(text: str, x: float, y: float, name: str | None = None, *, anchor: str | None = None) -> Element:
    return el("text", text, x=x, y=y, class_=name, text_anchor=anchor)


def _trend(picture: RowPicture) -> Iterator[Element]:
    line = trend_line(picture.row)
    if line is None:
        return
    width, height = TREND_WIDTH * TREND_SCALE, TREND_HEIGHT * TREND_SCALE
    yield _text(picture.trend_heading, TREND_LEFT, PICTURES, "head")
    yield _placed(line, TREND_LEFT, PICTURES + 10, width, height)
    yield _text(picture.first, TREND_LEFT + 12, ENDS)
    yield _text(picture.last, TREND_LEFT + width - 12, ENDS, anchor="end")


def _dots(picture: RowPicture) -> Iterator[Element]:
    dots, axis = dot_range(picture.row, picture.area, DOTS_WIDTH), picture.row.axis
    if dots is None:
        return
    yield _text(f"{picture.dots_heading} ({axis.note})", DOTS_LEFT, PICTURES, "head")
    yield _placed(dots, DOTS_LEFT, PICTURES + 26, DOTS_WIDTH, int(dots.get("height", "0")))
    yield _text(axis.left_text, DOTS_LEFT, ENDS)
    yield _text(axis.right_text, DOTS_LEFT + DOTS_WIDTH, ENDS, anchor="end")


def _placed(picture: Element, x: float, y: float, width: float, height: float) -> Element:
    for name, value in (("x", x), ("y", y), ("width", width), ("height", height)):
        picture.set(name, str(value))
    # The whole is one picture with one description.
    for name in ("role", "aria-label"):
        picture.attrib.pop(name, None)
    return picture

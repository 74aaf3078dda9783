"""The map and the rug of a slide as SVG, for the page that Typst sets; their keys stand beside them as text."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from dashboard.exports._markup import add, as_svg, el
from dashboard.exports._tokens import tokens
from dashboard.exports._tones import edge, ground, sign
from dashboard.viewmodels.exported.drawn import Box, DrawnMap, DrawnRug, Land, Mark, Ring, Sheet

SPACE = "http://www.w3.org/2000/svg"
SIGNS, TEXTS = "Halsodialog Symbols", "Source Sans 3"
MIDDLE = 0.36
"""How far below its middle a symbol's line lies, as a share of its size."""
HEIGHT, GAP, INSET_WIDTH = 380, 24, 300
NAMES, CELL, HEAD, GUTTER = 250, 29, 134, 2
NAME_SIZE, COLUMN_SIZE, SIGN_SIZE, NOTE_SIZE = 14, 13, 14, 11


def map_svg(drawn: DrawnMap) -> str:
    """Return the country, a frame in it, and beside it the framed part enlarged, 380 points high."""
    width = HEIGHT * drawn.country.box[2] / drawn.country.box[3]
    height = INSET_WIDTH * drawn.inset.box[3] / drawn.inset.box[2]
    country = _sheet(drawn.country, (0, 0, width, HEIGHT))
    add(country, _framed(drawn.inset.box))
    left, top = width + GAP, (HEIGHT - height) / 2
    inset = _sheet(drawn.inset, (left, top, INSET_WIDTH, height))
    name = _text(drawn.inset.name, left, top - 8, NAME_SIZE)
    border = el("rect", x=left, y=top, width=INSET_WIDTH, height=height, fill="none", stroke=tokens()["line-strong"])
    return _svg(left + INSET_WIDTH + 1, HEIGHT, (country, name, inset, border))


def _svg(width: float, height: float, parts: Iterator[Element] | tuple[Element, ...]) -> str:
    return as_svg(add(el("svg", xmlns=SPACE, viewBox=f"0 0 {width:.1f} {height:.1f}"), *parts)).decode()


def _sheet(sheet: Sheet, place: Box) -> Element:
    x, y, width, height = place
    box = " ".join(f"{part:g}" for part in sheet.box)
    made = el("svg", viewBox=box, x=f"{x:.1f}", y=f"{y:.1f}", width=f"{width:.1f}", height=f"{height:.1f}")
    line = sheet.box[2] / width
    # Symbols come last: none lies under a neighbour.
    return add(made, *(_county(land, line) for land in sheet.lands), *(_sign(land, sheet.sign) for land in sheet.lands))


def _county(land: Land, line: float) -> Element:
    tone = land.mark.tone
    dashes = f"{3 * line:.2f} {2 * line:.2f}" if tone == "missing" else None
    return el(
        "path", d="".join(map(_path, land.rings)), fill=tokens()[ground(tone)], stroke=tokens()[edge(tone)],
        stroke_width=f"{line:.2f}", stroke_dasharray=dashes, stroke_linejoin="round",
    )  # fmt: skip


def _path(ring: Ring) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in ring) + "Z"


def _sign(land: Land, size: float) -> Element:
    x, y = land.centre
    return _symbol(land.mark, x, y, size)


def _symbol(mark: Mark, x: float, y: float, size: float) -> Element:
    return el(
        "text", mark.symbol, x=f"{x:.1f}", y=f"{y + size * MIDDLE:.1f}", font_size=f"{size:.1f}",
        fill=tokens()[sign(mark.tone)], font_family=f"{SIGNS}, {TEXTS}", text_anchor="middle",
    )  # fmt: skip


def _framed(box: Box) -> Element:
    x, y, width, height = box
    return el("rect", x=x, y=y, width=width, height=height, fill="none", stroke=tokens()["soft"], stroke_width=3)


def _text(text: str, x: float, y: float, size: float, **attributes: object) -> Element:
    given = {"fill": tokens()["ink"], "font_family": TEXTS, "font_size": size} | attributes
    return el("text", text, x=f"{x:.1f}", y=f"{y:.1f}", **given)


def rug_svg(drawn: DrawnRug) -> str:
    """Return the rug: names to the left, regions above, and a symbol on its ground for each."""
    width, height = NAMES + CELL * len(drawn.columns), HEAD + CELL * len(drawn.rows)
    return _svg(width, height, tuple(_grid(drawn)))


def _grid(drawn: DrawnRug) -> Iterator[Element]:
    yield _text(drawn.head, 0, HEAD - 8, COLUMN_SIZE, fill=tokens()["soft"])
    for place, name in enumerate(drawn.columns):
        x = NAMES + CELL * (place + 0.5) + COLUMN_SIZE * MIDDLE
        yield _text(name, 0, 0, COLUMN_SIZE, transform=f"translate({x:.1f} {HEAD - 6}) rotate(-90)")
    for place, row in enumerate(drawn.rows):
        top = HEAD + CELL * place
        yield _text(row.name, 0, top + 13, NAME_SIZE)
        yield _text(row.note, 0, top + 25, NOTE_SIZE, fill=tokens()["soft"])
        for column, mark in enumerate(row.marks):
            yield from _cell(mark, NAMES + CELL * column, top)


def _cell(mark: Mark, x: float, y: float) -> Iterator[Element]:
    side = CELL - GUTTER
    yield el("rect", x=x + 1, y=y + 1, width=side, height=side, rx=4, fill=tokens()[ground(mark.tone)])
    yield _symbol(mark, x + CELL / 2, y + CELL / 2, SIGN_SIZE)

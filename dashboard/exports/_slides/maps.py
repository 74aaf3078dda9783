"""The map on a slide as native shapes: a group of free forms, one a county, described in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Inches, Pt

from dashboard.exports._slides.template import CHART_TOP, LEFT
from dashboard.exports._slides.xml import attribute, fill, plain
from dashboard.exports._tones import edge, ground, sign
from dashboard.viewmodels.exported.drawn import Box, DrawnMap, Land, Mark, Sheet

HEIGHT, INSET_WIDTH, GAP = Inches(5.1), Inches(3.7), Inches(0.35)
LINE, FRAME = Pt(0.75), Pt(1.25)
POINT = 12700
GROUP = "map"
FIRST_ID = 200
UNSEEN = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>'
CAPTION, CAPTION_SIZE = Inches(0.35), 1800


@dataclass(frozen=True, slots=True)
class _Window:
    """Where a sheet lies on the slide: its corner, and how much of the slide a kilometre takes."""

    sheet: Sheet
    left: int
    top: int
    scale: float

    def at(self, x: float, y: float) -> tuple[int, int]:
        left, top, *_ = self.sheet.box
        return round(self.left + (x - left) * self.scale), round(self.top + (y - top) * self.scale)

    def frame(self, box: Box) -> tuple[int, int, int, int]:
        return *self.at(box[0], box[1]), round(box[2] * self.scale), round(box[3] * self.scale)


def add_map(slide: Any, drawn: DrawnMap) -> int:
    """Add the country and its enlarged part below the slide's title; return where they end on the right."""
    country = _Window(drawn.country, LEFT, CHART_TOP, HEIGHT / drawn.country.box[3])
    left = LEFT + round(drawn.country.box[2] * country.scale) + GAP
    scale = INSET_WIDTH / drawn.inset.box[2]
    inset = _Window(drawn.inset, left, CHART_TOP + (HEIGHT - round(drawn.inset.box[3] * scale)) // 2, scale)
    numbers = count(FIRST_ID + 1)
    frames = (country.frame(drawn.inset.box), inset.frame(drawn.inset.box))
    shapes = [*_sheet(country, numbers), *_sheet(inset, numbers), *(_frame(frame, next(numbers)) for frame in frames)]
    shapes.append(_named(drawn.inset.name, frames[1], next(numbers)))
    size = (left + INSET_WIDTH - LEFT, HEIGHT)
    slide.shapes._spTree.append(parse_xml(_group(drawn.alt, size, shapes)))
    return int(left + INSET_WIDTH)


def _group(alt: str, size: tuple[int, int], shapes: Iterable[str]) -> str:
    place = f'<a:off x="{LEFT}" y="{CHART_TOP}"/><a:ext cx="{size[0]}" cy="{size[1]}"/>'
    inner = f'<a:chOff x="{LEFT}" y="{CHART_TOP}"/><a:chExt cx="{size[0]}" cy="{size[1]}"/>'
    return (
        f'<p:grpSp {nsdecls("p", "a")}><p:nvGrpSpPr><p:cNvPr id="{FIRST_ID}" name="{GROUP}" descr={attribute(alt)}/>'
        f"<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>{place}{inner}</a:xfrm></p:grpSpPr>"
        f"{''.join(shapes)}</p:grpSp>"
    )


def _sheet(window: _Window, numbers: Iterator[int]) -> Iterator[str]:
    yield from (_county(land, window, next(numbers)) for land in window.sheet.lands)
    # Symbols come last: none lies under a neighbour.
    for land in window.sheet.lands:
        yield _sign(land.mark, window.at(*land.centre), window.sheet.sign * window.scale, next(numbers))


def _county(land: Land, window: _Window, number: int) -> str:
    placed = [[window.at(*spot) for spot in ring] for ring in land.rings]
    xs, ys = ([spot[axis] for ring in placed for spot in ring] for axis in (0, 1))
    frame = (min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    paths = "".join(_path([(x - frame[0], y - frame[1]) for x, y in ring]) for ring in placed)
    tone = land.mark.tone
    dash = '<a:prstDash val="sysDash"/>' if tone == "missing" else ""
    shape = (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l='0' t='0' r='r' b='b'/>"
        f"<a:pathLst><a:path w='{frame[2]}' h='{frame[3]}'>{paths}</a:path></a:pathLst></a:custGeom>"
        f'{fill(ground(tone))}<a:ln w="{LINE}">{fill(edge(tone))}{dash}<a:round/></a:ln>'
    )
    return _shape(number, land.name, land.text, frame, shape)


def _path(ring: list[tuple[int, int]]) -> str:
    first, *rest = (f"<a:pt x='{x}' y='{y}'/>" for x, y in ring)
    return f"<a:moveTo>{first}</a:moveTo>{''.join(f'<a:lnTo>{spot}</a:lnTo>' for spot in rest)}<a:close/>"


def _frame(frame: tuple[int, int, int, int], number: int) -> str:
    line = f'<a:noFill/><a:ln w="{FRAME}">{fill("soft")}<a:prstDash val="dash"/></a:ln>'
    return _shape(number, "frame", "", frame, f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{line}')


def _named(name: str, frame: tuple[int, int, int, int], number: int) -> str:
    """What the enlarged part is, above it."""
    above = (frame[0], frame[1] - CAPTION, frame[2], CAPTION)
    return _shape(number, name, "", above, UNSEEN, _written(name, CAPTION_SIZE, "ink", "l"))


def _sign(mark: Mark, at: tuple[int, int], size: float, number: int) -> str:
    """A symbol as text round a place."""
    side = round(size * 2)
    frame = (at[0] - side // 2, at[1] - side // 2, side, side)
    text = _written(mark.symbol, round(size / POINT * 100), sign(mark.tone), "ctr")
    return _shape(number, f"sign {number}", "", frame, UNSEEN, text)


def _written(text: str, size: int, ink: str, side: str) -> str:
    return (
        '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/>'
        f'<a:p><a:pPr algn="{side}"/><a:r><a:rPr sz="{size}">{fill(ink)}</a:rPr>'
        f"<a:t>{plain(text)}</a:t></a:r></a:p></p:txBody>"
    )


def _shape(number: int, name: str, told: str, frame: tuple[int, int, int, int], look: str, text: str = "") -> str:
    x, y, width, height = frame
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={attribute(name)} descr={attribute(told)}/>'
        f'<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/>'
        f"</a:xfrm>{look}</p:spPr>{text}</p:sp>"
    )

"""The deck's template, 16:9, made in code from the library's own: three layouts, one face, the screens' colours."""

import re
from functools import cache
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Inches, Pt

from dashboard.exports._tokens import tokens

FACE = "Arial"
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
LEFT, INSIDE = Inches(0.6), Inches(12.13)
TITLE_TOP, TITLE_HEIGHT = Inches(0.3), Inches(1.0)
TOP, BODY = Inches(1.5), Inches(5.1)
CHART_TOP = Inches(1.42)
FOOT_TOP, FOOT_HEIGHT = Inches(6.75), Inches(0.65)
TITLE_SIZE, OPENING_SIZE = Pt(28), Pt(44)
RULE, RULE_ID = Inches(0.05), 90
UNDER_TITLE = {"left": LEFT, "top": Inches(1.35), "width": INSIDE, "height": RULE // 2}
# Of the library's eleven layouts: opening, title and text, title alone.
KEPT = {0: "opening", 1: "text", 5: "figure"}
THEME = {"dk1": "ink", "lt1": "paper", "dk2": "brand", "lt2": "wash", "accent1": "brand", "accent2": "companion"}
THEME |= {"accent3": "good", "accent4": "bad", "accent5": "target", "accent6": "inside", "hlink": "link"}
THUMBNAIL = "thumbnail"


def new_deck() -> Any:
    """Return an empty presentation with our template."""
    return Presentation(BytesIO(_template()))


@cache
def _template() -> bytes:
    deck, content = Presentation(), BytesIO()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    _theme(deck.slide_master)
    layouts = list(deck.slide_layouts)
    for place, layout in enumerate(layouts):
        if place not in KEPT:
            deck.slide_layouts.remove(layout)
    _place_master(deck.slide_master)
    for place, name in KEPT.items():
        _place_layout(layouts[place], name)
    _drop_thumbnail(deck)
    deck.save(content)
    return content.getvalue()


def _theme(master: Any) -> None:
    part: Part = next(rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme"))
    xml = part.blob.decode()
    xml = re.sub(r'(<a:latin typeface=)"[^"]*"', rf'\1"{FACE}"', xml)
    for slot, token in THEME.items():
        colour = f'<a:{slot}><a:srgbClr val="{tokens()[token].lstrip("#").upper()}"/></a:{slot}>'
        xml = re.sub(rf"<a:{slot}>.*?</a:{slot}>", colour, xml, flags=re.DOTALL)
    part._blob = xml.encode()


def _place_master(master: Any) -> None:
    for shape in list(master.placeholders):
        kind = shape.placeholder_format.type
        if shape.placeholder_format.idx == 0:
            _place(shape, LEFT, TITLE_TOP, INSIDE, TITLE_HEIGHT)
        elif "BODY" in str(kind):
            _place(shape, LEFT, TOP, INSIDE, BODY)
        else:
            # Date, footer and number would be empty; every slide has its source and edition as text.
            shape._element.getparent().remove(shape._element)
    styles = master._element.find(qn("p:txStyles"))
    title = styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    title.set("algn", "l")
    title.find(qn("a:defRPr")).set("sz", str(TITLE_SIZE.centipoints))
    title.find(qn("a:defRPr")).set("b", "1")


def _place_layout(layout: Any, name: str) -> None:
    layout.name = name
    for shape in list(layout.placeholders):
        if shape.placeholder_format.idx >= 10:
            shape._element.getparent().remove(shape._element)
    title, *rest = layout.placeholders
    _rule(layout, **({"left": 0, "top": 0, "width": RULE * 4, "height": HEIGHT} if name == "opening" else UNDER_TITLE))
    if name == "opening":
        _place(title, LEFT, Inches(1.6), INSIDE, Inches(1.5))
        _place(rest[0], LEFT, Inches(3.4), INSIDE, Inches(3.4))
        return
    _place(title, LEFT, TITLE_TOP, INSIDE, TITLE_HEIGHT)
    for shape in rest:
        _place(shape, LEFT, TOP, INSIDE, BODY)


def _place(shape: Any, left: Emu, top: Emu, width: Emu, height: Emu) -> None:
    shape.left, shape.top, shape.width, shape.height = left, top, width, height
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = 0


def _rule(layout: Any, left: int, top: int, width: int, height: int) -> None:
    """A bar of colour that belongs to the layout: decoration, of which a reader of the slide is told nothing."""
    shape = parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{RULE_ID}" name="rule"/>'
        '<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )
    layout.shapes._spTree.append(shape)


def _drop_thumbnail(deck: Any) -> None:
    """The library's own picture of another deck."""
    rels = deck.part.package._rels
    for key in [key for key, rel in rels.items() if rel.reltype.endswith(THUMBNAIL)]:
        rels.pop(key)

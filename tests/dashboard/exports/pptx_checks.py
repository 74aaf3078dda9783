"""What makes a deck readable by everyone, found by machine: `faults(content)` names each thing that is wrong."""

import io
import re
import zipfile

from pptx import Presentation
from pptx.enum.dml import MSO_FILL
from pptx.oxml.ns import qn
from pptx.util import Pt

SMALLEST, IN_TABLES = Pt(18), Pt(14)
"""A chart's axes are as dense as a table."""
CONTRAST, OF_SIGNS = 7, 4.5
"""Text, and a symbol alone: a picture that is known by its shape."""
A_GROUP = 6
LANGUAGES = ("sv-SE", "en-GB")
WHITE, INK = "FFFFFF", "16202B"
A_FILE = re.compile(r"\.(png|jpe?g|svg|emf|xlsx)$|^(image|picture|table|chart|diagram) ?\d*$", re.IGNORECASE)
RUNS = (".//a:rPr", ".//a:endParaRPr", ".//a:defRPr")


def faults(content):
    deck = Presentation(io.BytesIO(content))
    found = [*_file(content), *_deck(deck)]
    for place, slide in enumerate(deck.slides, 1):
        found += [f"slide {place}: {fault}" for fault in _slide(slide, deck)]
    return found


def _file(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if "vba" in name.lower() or "thumbnail" in name:
                yield f"{name}: does not belong here"
            if name.endswith(".rels") and b'TargetMode="External"' in archive.read(name):
                yield f"{name}: a link to elsewhere"


def _deck(deck):
    facts = deck.core_properties
    if not facts.title or not facts.author or facts.language not in LANGUAGES:
        yield f"properties: {facts.title!r}, {facts.author!r}, {facts.language!r}"
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    if len(set(titles)) != len(titles) or not all(titles):
        yield f"titles are not unique: {titles}"
    if abs(deck.slide_width / deck.slide_height - 16 / 9) > 0.01:
        yield "not 16:9"


def _slide(slide, deck):
    shapes = list(slide.shapes)
    if shapes[0] != slide.shapes.title:
        yield "the title is not first"
    if not slide.has_notes_slide or not slide.notes_slide.notes_text_frame.text.strip():
        yield "no notes"
    for shape in shapes:
        yield from _shape(shape, deck)
    for element in (slide._element, slide.notes_slide._element):
        yield from _language(element)


def _shape(shape, deck):
    name = shape.name
    if (
        min(shape.left, shape.top) < 0
        or shape.left + shape.width > deck.slide_width
        or shape.top + shape.height > deck.slide_height
    ):
        yield f"{name}: outside the slide"
    if shape.has_chart or shape.has_table or shape.shape_type in (13, A_GROUP):
        told = shape._element.xpath(".//p:cNvPr")[0].get("descr") or ""
        if len(told) < 20 or A_FILE.search(told):
            yield f"{name}: described as {told!r}"
    if shape.has_chart:
        yield from _chart(shape.chart)
    elif shape.has_table:
        yield from _table(shape.table)
    elif shape.has_text_frame:
        yield from _text(shape.text_frame, SMALLEST, _ground(shape))
        if not shape.is_placeholder and not shape.text_frame.text.strip():
            yield f"{name}: empty"


def _chart(chart):
    space = chart._chartSpace
    yield from _language(space)
    for properties in space.iter(qn("a:defRPr"), qn("a:rPr")):
        if int(properties.get("sz", IN_TABLES.centipoints)) < IN_TABLES.centipoints:
            yield f"chart: {properties.get('sz')} in its texts"
    if chart.font.size is None or chart.font.size < IN_TABLES:
        yield f"chart: {chart.font.size}"
    if chart.part.chart_workbook.xlsx_part is None:
        yield "chart: not editable"


def _table(table):
    if not table.first_row:
        yield "table: no headings"
    for place, row in enumerate(table.rows):
        for cell in row.cells:
            if cell.is_merge_origin or cell.is_spanned:
                yield "table: merged cells"
            if not cell.text_frame.text.strip():
                yield f"table: a blank cell in row {place}"
            yield from _text(cell.text_frame, IN_TABLES, _ground(cell))


def _ground(place):
    fill = getattr(place, "fill", None)
    return str(fill.fore_color.rgb) if fill is not None and fill.type == MSO_FILL.SOLID else WHITE


def _text(frame, smallest, ground):
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            size = run.font.size or (Pt(28) if run.font.color.rgb is not None else None)
            if size is None or size < smallest:
                yield f"{run.text[:20]!r}: {size}"
            ink = str(run.font.color.rgb) if run.font.color and run.font.color.type else INK
            if contrast(ink, ground) < (CONTRAST if len(run.text) > 1 or run.text.isalnum() else OF_SIGNS):
                yield f"{run.text[:20]!r}: {contrast(ink, ground):.1f}:1"


def _language(element):
    for run in element.iter(qn("a:r")):
        properties = run.find(qn("a:rPr"))
        if properties is None or properties.get("lang") not in LANGUAGES:
            yield f"{''.join(run.itertext())[:20]!r}: no language"


def contrast(one, other):
    """How far two colours stand apart, after WCAG."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

"""What makes a PDF readable for everyone, checked point by point: a list of faults, empty when there are none."""

from itertools import pairwise

import pikepdf

from tests.dashboard.exports.pdf_content import read_pages

A4, SCREEN = (595.276, 841.89), (960.0, 540.0)
NAMES = {A4: "A4", SCREEN: "16:9"}
SMALLEST_TEXT = 8.0
# Rounding in the file, and the half of a stroke.
SLACK = 1.0
FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
HEADINGS = ("/H1", "/H2", "/H3", "/H4", "/H5", "/H6")


def faults_of(pdf, lang, most_pages=1, size=A4):
    """Return every fault of a file as a short text. A sheet is one table; a presentation has any number of them."""
    pages = read_pages(pdf)
    found = [*_document(pdf, lang), *_structure(pdf, has_one_table=size == A4), *_fonts(pdf), *_annotations(pdf)]
    if not 1 <= len(pdf.pages) <= most_pages:
        found.append(f"{len(pdf.pages)} pages")
    for number, (page, read) in enumerate(zip(pdf.pages, pages, strict=True), 1):
        found += [f"page {number}: {fault}" for fault in (*_page(page, size), *_content(read, size))]
    return found


def _document(pdf, lang):
    root = pdf.Root
    if not root.get("/MarkInfo", {}).get("/Marked", False):
        yield "not marked"
    if str(root.get("/Lang", "")) != lang:
        yield f"language is {root.get('/Lang')}"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "title is not shown"
    with pdf.open_metadata() as about:
        if not about.get("dc:title"):
            yield "no title"
        if str(about.get("pdfuaid:part", "")) != "1":
            yield "does not say that it is PDF/UA-1"


def walk(node):
    """Yield every structure element, in reading order."""
    if isinstance(node, pikepdf.Array):
        for item in node:
            yield from walk(item)
    elif isinstance(node, pikepdf.Dictionary) and node.get("/Type") != "/MCR" and node.get("/Type") != "/OBJR":
        yield node
        yield from walk(node.get("/K", pikepdf.Array()))


def _structure(pdf, *, has_one_table):
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is None:
        yield "no structure"
        return
    elements = [(str(item.get("/S", "")), item) for item in walk(tree)]
    for kind, item in elements:
        if kind == "/Figure" and not str(item.get("/Alt", "")).strip():
            yield "figure without text alternative"
        if kind == "/TH" and not _scope(item):
            yield "header cell without scope"
        if kind == "/TR" and str(item.K[0].S) != "/TH":
            yield "row without a heading"
    kinds = [kind for kind, _ in elements]
    if (has_one_table and kinds.count("/Table") != 1) or ("/Table" in kinds) != ("/TH" in kinds):
        yield "no table with header cells"
    yield from _heading_faults([HEADINGS.index(kind) + 1 for kind in kinds if kind in HEADINGS])


def _scope(item):
    attributes = item.get("/A", pikepdf.Array())
    listed = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
    return any("/Scope" in attribute for attribute in listed if isinstance(attribute, pikepdf.Dictionary))


def _heading_faults(levels):
    if levels[:1] != [1] or levels.count(1) != 1:
        yield f"headings begin {levels[:3]}"
    for before, level in pairwise(levels):
        if level > before + 1:
            yield f"heading {before} is followed by {level}"


def _fonts(pdf):
    for item in pdf.objects:
        if not isinstance(item, pikepdf.Dictionary) or item.get("/Type") != "/Font":
            continue
        name = str(item.get("/BaseFont"))
        if "/DescendantFonts" in item and "/ToUnicode" not in item:
            yield f"{name} cannot be read as text"
        if "/DescendantFonts" not in item and not any(key in item.get("/FontDescriptor", {}) for key in FONT_FILES):
            yield f"{name} is not embedded"


def _annotations(pdf):
    for page in pdf.pages:
        for note in page.get("/Annots", []):
            if not str(note.get("/Contents", "")).strip():
                yield "link without words"
            if not str(note.get("/A", {}).get("/URI", "http")).startswith("http"):
                yield "link to somewhere else than the program"


def _page(page, size):
    box = tuple(map(float, page.mediabox))
    if any(abs(a - b) > 0.5 for a, b in zip(box, (0, 0, *size), strict=True)):
        yield f"is not {NAMES[size]}: {box}"
    if page.get("/Tabs") != "/S":
        yield "is not walked in the order of its structure"


def _content(read, size):
    for run in read.runs:
        yield from _run(run, size)
    width, height = size
    outside = [
        mark for mark in read.marks if not (-SLACK <= mark.x <= width + SLACK and -SLACK <= mark.y <= height + SLACK)
    ]
    if outside:
        yield f"drawn outside at {outside[0].x:.0f}, {outside[0].y:.0f}"
    if not all(mark.tagged for mark in read.marks):
        yield "drawn without a tag"


def _run(run, size):
    width, height = size
    if run.text.strip() and run.size < SMALLEST_TEXT - 0.01:
        yield f"«{run.text}» is {run.size:.2f} points"
    if not (run.x >= 0 and run.end <= width and 0 <= run.y <= height):
        yield f"«{run.text}» stands outside"
    if "\ufffd" in run.text:
        yield "text without letters"
    if not run.tagged:
        yield f"«{run.text}» is not tagged"


# How far letters reach above and below their line, as shares of their size: a capital, and half of a p's tail.
ABOVE, BELOW = 0.64, 0.1
# Words that stand side by side touch within rounding.
TOUCH = 0.6


def printed_over(read):
    """Return the pairs of texts on a page whose letters cover each other."""
    runs = sorted((run for run in read.runs if run.text.strip()), key=lambda run: run.y)
    found = []
    for place, one in enumerate(runs):
        for other in runs[place + 1 :]:
            if other.y - BELOW * other.size >= one.y + ABOVE * one.size:
                break
            if min(_end(one), _end(other)) - max(one.x, other.x) > TOUCH:
                found.append((one.text.strip(), other.text.strip()))
    return found


def _end(run):
    """Where the last letter of a run ends: the space after it covers nothing."""
    return run.end - (len(run.text) - len(run.text.rstrip())) * run.size / 5

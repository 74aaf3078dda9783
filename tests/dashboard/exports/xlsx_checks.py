"""The essential points of the Analysis Function's checklist for accessible spreadsheets, found by machine.

`faults(content)` returns a sentence for each thing that is wrong with a workbook.
"""

import io
import re
import zipfile

import openpyxl

SMALLEST = 12
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
FORBIDDEN = ("vbaProject", "externalLink", "macrosheet", "embeddings", "connections")


def faults(content):
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [*_file(content), *_book(book), *(fault for sheet in book for fault in _sheet(sheet))]


def _file(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            text = archive.read(name)
            if any(word in name for word in FORBIDDEN):
                yield f"{name}: runs or reaches out"
            if re.search(rb"<f[ >/]|<f>", text) and name.startswith("xl/worksheets"):
                yield f"{name}: a formula"
            if b'TargetMode="External"' in text:
                yield f"{name}: a link to elsewhere"
            if b"<dc:language>" not in text and name == "docProps/core.xml":
                yield "no language"


def _book(book):
    if not book.properties.title or not book.properties.creator:
        yield "no title or author"
    if book.properties.language not in ("sv-SE", "en-GB"):
        yield f"language is {book.properties.language!r}"
    if len(book.sheetnames) < 3:
        yield "no cover, contents and notes"
    if book.active.title != book.sheetnames[0]:
        yield "does not open on the cover"
    tables = [name for sheet in book for name in sheet.tables]
    if len(set(tables)) != len(tables) or not all(map(NAME.fullmatch, tables)):
        yield f"names of tables: {tables}"
    held = {cell.value for cells in book[book.sheetnames[1]].iter_rows() for cell in cells}
    yield from (f"{name}: not among the contents" for name in book.sheetnames[2:] if name not in held)


def _sheet(sheet):
    place = sheet.title
    if sheet.sheet_state != "visible" or any(
        d.hidden for d in (*sheet.row_dimensions.values(), *sheet.column_dimensions.values())
    ):
        yield f"{place}: something is hidden"
    if sheet.merged_cells.ranges:
        yield f"{place}: merged cells"
    if not sheet["A1"].value:
        yield f"{place}: no title in A1"
    if sheet.sheet_view.selection[-1].sqref not in ("A1", None) and "A1" not in {
        s.sqref for s in sheet.sheet_view.selection
    }:
        yield f"{place}: does not open at A1"
    yield from _fonts(sheet)
    if place == sheet.parent.sheetnames[0]:
        return
    if len(sheet.tables) != 1:
        yield f"{place}: {len(sheet.tables)} tables"
        return
    yield from _table(sheet, next(iter(sheet.tables.values())))


def _fonts(sheet):
    for cells in sheet.iter_rows():
        for cell in cells:
            if cell.value is not None and cell.font.sz < SMALLEST:
                yield f"{sheet.title}!{cell.coordinate}: {cell.font.sz} points"
            if cell.fill.fill_type and cell.fill.fgColor.rgb not in ("00000000", "FFFFFFFF"):
                yield f"{sheet.title}!{cell.coordinate}: told by a colour"


def _table(sheet, table):
    place, cells = sheet.title, sheet[table.ref]
    heads = [cell.value for cell in cells[0]]
    if table.headerRowCount == 0 or not all(heads) or len(set(heads)) != len(heads):
        yield f"{place}: headings {heads}"
    if [column.name for column in table.tableColumns] != heads:
        yield f"{place}: the table's own headings are others"
    if sheet.max_row != cells[-1][0].row or sheet.max_column != len(heads):
        yield f"{place}: cells beside the table"
    above = " ".join(str(row[0].value) for row in sheet.iter_rows(max_row=cells[0][0].row - 1))
    for row in cells[1:]:
        for cell in row:
            yield from _cell(cell, f"{place}!{cell.coordinate}", above)


def _cell(cell, place, above):
    value = cell.value
    if value is None or (isinstance(value, str) and not value.strip()):
        yield f"{place}: blank"
    if isinstance(value, str):
        if value.lower() in ("nan", "none", "inf", "-", "..", ".", "*"):
            yield f"{place}: {value!r} is no mark"
        if re.fullmatch(r"\[\w+\]", value) and value not in above and cell.parent.title not in ("Noter", "Notes"):
            yield f"{place}: {value} is not explained above the table"
        if cell.data_type != "s" and cell.data_type != "inlineStr":
            yield f"{place}: a text that is stored as {cell.data_type}"

"""The template that a region fills in: XLSX with drop-downs, instructions and the list of indicators; and plain CSV."""

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from indicators.catalogue import Catalogue
from indicators.groups import PEOPLE, group_text
from indicators.safe_csv import csv_cell
from indicators.text import Language
from indicators.units.row import UNIT_KINDS
from indicators.vocabulary import UNITS
from intake.uploads.columns import FIELDS

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

# Rows that have the drop-downs: more than any region has units, indicators and years for at once.
PREPARED_ROWS = 2000
WIDTHS = {
    "unit": 34,
    "kind": 16,
    "indicator": 52,
    "period": 10,
    "sex": 12,
    "value": 12,
    "numerator": 12,
    "denominator": 12,
    "group": 34,
}
SHEETS = ("sheet_guide", "sheet_data", "sheet_list")
LISTED = ("list_name", "list_measure", "list_numerator", "list_denominator", "list_code")
SEXES = ("T", "F", "M")
EXAMPLE_INDICATOR = "hospital-pressure-ulcers"
EXAMPLE_FIGURES = (2025, 4.0, 16, 400)
FONT = {"font_name": "Calibri", "font_size": 12, "valign": "top"}
BYTE_ORDER_MARK = "\ufeff"


def template_csv(catalogue: Catalogue, language: Language, words: Mapping[str, str]) -> bytes:
    """Return the template as CSV: the headings and one row to write over. Swedish Excel expects «;» and the mark."""
    lines = [_headings(words), _example(catalogue, language, words)]
    text = "".join(";".join(map(csv_cell, line)) + "\r\n" for line in lines)
    return (BYTE_ORDER_MARK + text).encode()


def _headings(words: Mapping[str, str]) -> list[str]:
    return [words[field] for field in FIELDS]


def _example(catalogue: Catalogue, language: Language, words: Mapping[str, str]) -> list[Any]:
    period, value, numerator, denominator = EXAMPLE_FIGURES
    name = catalogue.by_id[EXAMPLE_INDICATOR].name.in_(language)
    return [words["example_row"], words["hospital"], name, period, words["T"], value, numerator, denominator, ""]


def template_xlsx(catalogue: Catalogue, language: Language, words: Mapping[str, str]) -> bytes:
    """Return the template as a workbook with three sheets: instructions, data, indicators."""
    import xlsxwriter

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"title": words["title"], "comments": words["comment"]})
        formats = {
            "plain": book.add_format(FONT),
            "wrap": book.add_format({**FONT, "text_wrap": True}),
            "bold": book.add_format({**FONT, "bold": True}),
            "title": book.add_format({**FONT, "bold": True, "font_size": 16}),
        }
        guide, data, list_sheet = (book.add_worksheet(words[name]) for name in SHEETS)
        _guide(guide, words, formats)
        names = _indicators(list_sheet, catalogue, language, words, formats)
        _data(data, [*_example(catalogue, language, words)], words, formats)
        groups = _groups(list_sheet, language, words, formats)
        listed = {"indicator": ("A", names), "group": ("G", groups)}
        ranges = {name: f"='{words['sheet_list']}'!${at}$2:${at}${n + 1}" for name, (at, n) in listed.items()}
        _drop_downs(data, words, ranges)
        data.activate()
    return content.getvalue()


def _guide(sheet: "Worksheet", words: Mapping[str, str], formats: Mapping[str, Any]) -> None:
    sheet.set_column(0, 0, 90)
    sheet.write_string(0, 0, words["title"], formats["title"])
    for row, line in enumerate(words["guide"].split("\n"), 2):
        sheet.write_string(row, 0, line, formats["wrap"])
    _for_readers(sheet)


def _data(sheet: "Worksheet", example: Sequence[Any], words: Mapping[str, str], formats: Mapping[str, Any]) -> None:
    columns = [{"header": heading, "header_format": formats["bold"]} for heading in _headings(words)]
    for column, field in enumerate(FIELDS):
        sheet.set_column(column, column, WIDTHS[field], formats["plain"])
    sheet.add_table(0, 0, 1, len(FIELDS) - 1, {"name": "Uppgifter", "columns": columns, "style": "Table Style Light 1"})
    sheet.write_row(1, 0, example, formats["plain"])
    sheet.freeze_panes(1, 0)
    _for_readers(sheet)


def _indicators(
    sheet: "Worksheet", catalogue: Catalogue, language: Language, words: Mapping[str, str], formats: Mapping[str, Any]
) -> int:
    """The indicators that can be reported, and what numerator and denominator are for each. Returns how many."""
    rows = [
        [text.in_(language) for text in (item.name, UNITS[item.unit].name, item.numerator, item.denominator)]
        for item in catalogue.indicators
    ]
    heads = [words[name] for name in LISTED]
    columns = [{"header": head, "header_format": formats["bold"]} for head in heads]
    for column, width in enumerate((60, 24, 60, 60, 34)):
        sheet.set_column(column, column, width, formats["wrap"])
    look = {"name": "Indikatorer", "columns": columns, "style": "Table Style Light 1"}
    sheet.add_table(0, 0, len(rows), len(heads) - 1, look)
    for place, (item, row) in enumerate(zip(catalogue.indicators, rows, strict=True), 1):
        for column, text in enumerate([*row, item.id]):
            sheet.write_string(place, column, text, formats["wrap"])
    sheet.freeze_panes(1, 1)
    _for_readers(sheet)
    return len(rows)


def _groups(sheet: "Worksheet", language: Language, words: Mapping[str, str], formats: Mapping[str, Any]) -> int:
    """The groups that values may be of, beside the indicators. Returns how many."""
    texts = [group_text(group, language) for group in PEOPLE]
    columns = [{"header": words["group"], "header_format": formats["bold"]}]
    sheet.set_column(6, 6, WIDTHS["group"] + 16, formats["wrap"])
    look = {"name": "Grupper", "columns": columns, "style": "Table Style Light 1"}
    sheet.add_table(0, 6, len(texts), 6, look)
    for place, text in enumerate(texts, 1):
        sheet.write_string(place, 6, text, formats["wrap"])
    return len(texts)


def _drop_downs(sheet: "Worksheet", words: Mapping[str, str], ranges: Mapping[str, str]) -> None:
    kinds, sexes = [words[kind] for kind in UNIT_KINDS], [words[sex] for sex in SEXES]
    choices: dict[str, Any] = {"kind": kinds, "sex": sexes, **ranges}
    for field, source in choices.items():
        column = FIELDS.index(field)
        told = {"error_title": words["choose_title"], "error_message": words["choose"]}
        sheet.data_validation(1, column, PREPARED_ROWS, column, {"validate": "list", "source": source, **told})


def _for_readers(sheet: "Worksheet") -> None:
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)

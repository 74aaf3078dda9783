"""Cells of exported tables: a text, or a number as it is shown, or a mark in brackets that says why there is none.

The marks are those of the British government's guidance on symbols in tables: a cell is never blank.
"""

from dataclasses import dataclass

from dashboard.i18n import words
from dashboard.viewmodels.contract import Row
from dashboard.viewmodels.report.records import Report
from indicators import FormattedNumber, Language, format_number

WITHHELD, NONE, NOT_APPLICABLE, DOUBTFUL, REVISED, CORRECTED = "[c]", "[x]", "[z]", "[u]", "[r]", "[e]"
MARKS = {
    WITHHELD: "withheld",
    NONE: "none",
    NOT_APPLICABLE: "not_applicable",
    DOUBTFUL: "doubtful",
    REVISED: "revised",
    CORRECTED: "corrected",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. `text` is what is read; `value` the number it was made of, unrounded, with its decimals and sign.

    `unit` follows the number within the text. A cell without a text has a `mark` instead.
    """

    text: str
    value: float | None = None
    decimals: int = 0
    unit: str = ""
    is_signed: bool = False
    mark: str = ""

    @property
    def shown(self) -> str:
        """The text, or the mark where there is none."""
        return self.text or self.mark


def text_cell(text: str | None) -> Cell:
    """Return a text; where there is none, that it does not apply."""
    return Cell(text) if text else Cell("", mark=NOT_APPLICABLE)


def cell_of(found: FormattedNumber) -> Cell:
    """Return a number as it is read, with its unit."""
    return Cell(str(found), found.value, found.decimals, found.unit, found.is_signed)


def number_cell(text: str | None, missing: str = NONE) -> Cell:
    """Return a number without its unit, which has a column of its own; where there is none, the mark that says why.

    Raises TypeError for a text that is no number.
    """
    if not text:
        return Cell("", mark=missing)
    if not isinstance(text, FormattedNumber):
        raise TypeError(f"found the text {text!r}; a number as `format_number` writes it is needed")
    return Cell(text.digits, text.value, text.decimals, is_signed=text.is_signed)


def value_cell(row: Row, report: Report) -> Cell:
    """Return a row's value."""
    return number_cell(row.value_text, missing_mark(row, report.area, report))


def region_cell(row: Row, code: str, report: Report) -> Cell:
    """Return the value of any region beside a row's."""
    found = next((mark for mark in row.regions if mark.code == code), None)
    if found is None:
        return number_cell(None, missing_mark(row, code, report))
    return number_cell(found.text if found.value is not None else None)


def missing_mark(row: Row, area: str, report: Report) -> str:
    """Return the mark of a value that is not there: withheld by its publisher, or none."""
    return WITHHELD if (row.series, area) in report.withheld else NONE


def change_cell(row: Row, report: Report) -> Cell:
    """Return the change in words, what it is counted from first: no cell begins with a sign that may run a formula."""
    if row.counted_from is None:
        return text_cell(row.change_text)
    say = words(report.lang)
    return text_cell(say("exported.change", change=row.change_number, period=row.counted_from.period))


def change_value_cell(row: Row, report: Report) -> Cell:
    """Return the change as a number; where none is counted it does not apply, and the words say why."""
    return number_cell(row.change_number, NOT_APPLICABLE)


def previous_cell(row: Row, report: Report) -> Cell:
    """Return the value that the change is counted from."""
    base = row.counted_from
    return number_cell(base.text if base else None, NOT_APPLICABLE)


def nation_cell(row: Row, report: Report) -> Cell:
    """Return the nation's value beside a row's."""
    return number_cell(nation_number(row, report.lang))


def nation_number(row: Row, lang: Language) -> FormattedNumber | None:
    """Return the nation's value beside a row's, as it is read; None where there is none."""
    return None if row.nation is None else format_number(row.nation, row.decimals, lang)


def sex_cell(row: Row, sex: str, report: Report) -> Cell:
    """Return the value of women or men; where they are not told apart it does not apply."""
    found = next((item for item in row.sexes if item.sex == sex), None)
    return (
        Cell("", mark=NOT_APPLICABLE) if found is None else number_cell(found.text if found.value is not None else None)
    )


def marks_cell(row: Row) -> Cell:
    """Return what marks a row's value has: doubtful, revised, corrected."""
    told = ((DOUBTFUL, row.doubtful), (REVISED, row.revised), (CORRECTED, row.corrected))
    marks = [mark for mark, said in told if said]
    return text_cell(" ".join(marks))


def remark_cell(row: Row) -> Cell:
    """Return what must be known of a row's value: why it is missing, doubtful or revised, and what to mind."""
    said = (row.missing, row.doubtful, row.revised_note, row.caution)
    return text_cell("; ".join(part.rstrip(".") for part in said if part))

"""Cells of exported tables: a text, or a number as it is shown, or a mark in brackets that says why there is none.

The marks are those of the British government's guidance on symbols in tables: a cell is never blank.
"""

from dataclasses import dataclass

from dashboard.i18n import words
from dashboard.viewmodels.contract import Row
from dashboard.viewmodels.exported.numbers import number_text, shown_number
from dashboard.viewmodels.report.records import Report
from indicators import plain_number

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
    """One cell. `text` is what is read; `number` the same as a number, `exact` the number before it was rounded.

    A cell without a text has a `mark` instead.
    """

    text: str
    number: float | None = None
    decimals: int = 0
    exact: float | None = None
    mark: str = ""

    @property
    def shown(self) -> str:
        """The text, or the mark where there is none."""
        return self.text or self.mark


def text_cell(text: str | None) -> Cell:
    """Return a text; where there is none, that it does not apply."""
    return Cell(text) if text else Cell("", mark=NOT_APPLICABLE)


def number_cell(value: float | None, text: str, lang: str, missing: str = NONE) -> Cell:
    """Return a number as its text shows it; where there is none, the mark that says why."""
    return Cell("", mark=missing) if value is None else shown_of(text, value, lang)


def shown_of(text: str, exact: float, lang: str) -> Cell:
    """Return the number that stands in a text, «riket 86,1» or «1,9 per 1 000», as the text rounds it."""
    number, decimals = shown_number(text, lang)
    return Cell(number_text(text), number, decimals, plain_number(exact))


def value_cell(row: Row, report: Report) -> Cell:
    """Return a row's value."""
    return number_cell(row.value, row.value_text, report.lang, missing_mark(row, report.area, report))


def region_cell(row: Row, code: str, report: Report) -> Cell:
    """Return the value of any region beside a row's."""
    found = next((mark for mark in row.regions if mark.code == code), None)
    if found is None:
        return number_cell(None, "", report.lang, missing_mark(row, code, report))
    return number_cell(found.value, found.text, report.lang)


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
    return number_cell(row.change, row.change_number, report.lang, NOT_APPLICABLE)


def previous_cell(row: Row, report: Report) -> Cell:
    """Return the value that the change is counted from."""
    base = row.counted_from
    return number_cell(base.value if base else None, base.text if base else "", report.lang, NOT_APPLICABLE)


def nation_cell(row: Row, report: Report) -> Cell:
    """Return the nation's value beside a row's."""
    return number_cell(row.nation, row.nation_text, report.lang)


def sex_cell(row: Row, sex: str, report: Report) -> Cell:
    """Return the value of women or men; where they are not told apart it does not apply."""
    found = next((item for item in row.sexes if item.sex == sex), None)
    return Cell("", mark=NOT_APPLICABLE) if found is None else number_cell(found.value, found.text, report.lang)


def marks_cell(row: Row) -> Cell:
    """Return what marks a row's value has: doubtful, revised, corrected."""
    told = ((DOUBTFUL, row.doubtful), (REVISED, row.revised), (CORRECTED, row.corrected))
    marks = [mark for mark, said in told if said]
    return text_cell(" ".join(marks))


def remark_cell(row: Row) -> Cell:
    """Return what must be known of a row's value: why it is missing, doubtful or revised, and what to mind."""
    said = (row.missing, row.doubtful, row.revised_note, row.caution)
    return text_cell("; ".join(part.rstrip(".") for part in said if part))

"""Letters, separators and decimals in all their combinations; the template and the examples as they ship."""

import io

import openpyxl
import pytest

from indicators.refdata import REFDATA
from intake.uploads.columns import FIELDS
from intake.uploads.template import template_csv, template_xlsx
from tests.intake.uploads.making import HEAD, row, text

UNIT = "Åsens vårdcentral, Öster"
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman")
WORDS = {
    **dict(zip(FIELDS, (*HEAD, "Grupp"), strict=True)),
    **{"hospital": "Sjukhus", "health-centre": "Vårdcentral", "clinic": "Mottagning", "T": "Alla", "F": "Kvinnor"},
    **{"M": "Män", "example_row": "EXEMPELRAD – skriv över", "title": "Mall", "comment": "-", "guide": "a\nb"},
    **{"sheet_guide": "Instruktion", "sheet_data": "Uppgifter", "sheet_list": "Indikatorer", "choose": "-"},
    **{f"list_{name}": name for name in ("name", "code", "measure", "numerator", "denominator")},
    "choose_title": "Välj",
}  # fmt: skip
EXAMPLES = sorted((REFDATA / "examples").iterdir())


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("number", ["12,5", "12.5"])
def test_letters_and_numbers_are_right_in_every_combination(read_here, encoding, delimiter, number):
    quoted = f'"{number}"'
    lines = [row(enhet=f'"{UNIT}"', värde=quoted), row(enhet="Åäö", värde=quoted)]
    reading, rows = read_here("a.csv", text(*lines, delimiter=delimiter).encode(encoding))
    assert reading.counts.get("stop", 0) == 0, reading.findings
    assert [(found.unit, found.value) for found in rows] == [(UNIT, 12.5), ("Åäö", 12.5)]


@pytest.mark.parametrize("encoding", ["cp850", "cp437", "iso8859_5"])
def test_letters_that_cannot_be_told_are_refused(read_here, encoding):
    content = text(row(enhet="Åäö")).encode(encoding, "replace")
    reading, rows = read_here("a.csv", content)
    assert {finding.code for finding in reading.findings} & {"encoding", "columns-missing", "garbled"}
    assert rows == ()


def test_english_headings_and_words_are_taken(read_here):
    head = ("Unit", "Unit kind", "Indicator", "Period", "Sex", "Value", "Numerator", "Denominator")
    line = ("North", "Health centre", "Pressure ulcers in inpatient care", "2024", "Women", "12.5", "25", "200")
    reading, rows = read_here("a.csv", text((*line[:2], "pressure-ulcers", *line[3:]), head=head).encode())
    assert [(found.kind, found.sex) for found in rows] == [("health-centre", "F")], reading.findings


def test_the_template_has_its_choices_and_its_row_is_not_data(read_here, catalogue):
    content = template_xlsx(catalogue, "sv", WORDS)
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["Instruktion", "Uppgifter", "Indikatorer"]
    sheet = book["Uppgifter"]
    assert [cell.value for cell in sheet[1]] == [*HEAD, "Grupp"]
    chosen = {str(found.sqref): found.formula1 for found in sheet.data_validations.dataValidation}
    assert chosen["B2:B2001"] == '"Sjukhus,Vårdcentral,Mottagning"'
    assert chosen["E2:E2001"] == '"Alla,Kvinnor,Män"'
    assert chosen["C2:C2001"] == f"='Indikatorer'!$A$2:$A${len(catalogue.indicators) + 1}".removeprefix("=")
    for name, made in (("mall.xlsx", content), ("mall.csv", template_csv(catalogue, "sv", WORDS))):
        reading, _ = read_here(name, made)
        assert sorted(finding.code for finding in reading.findings) == ["no-rows", "template-row"]


def test_a_filled_template_is_taken(read_here, catalogue):
    book = openpyxl.load_workbook(io.BytesIO(template_xlsx(catalogue, "sv", WORDS)))
    sheet = book["Uppgifter"]
    for name in ("Norra sjukhuset", "Södra sjukhuset"):
        sheet.append([name, "Sjukhus", catalogue.indicators[0].name.sv, 2024, "Alla", 82.1, None, None])
    filled = io.BytesIO()
    book.save(filled)
    reading, rows = read_here("mall.xlsx", filled.getvalue())
    assert len(rows) == 2, reading.findings


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_examples_are_whole_and_marked(read_here, path):
    reading, rows = read_here(path.name, path.read_bytes())
    assert reading.example
    assert set(reading.counts) == {"note"}
    assert rows
    assert all(found.unit.startswith("Exempel") for found in rows)


def test_there_is_an_example_of_each_kind(read_here):
    kinds = {found.kind for path in EXAMPLES for found in read_here(path.name, path.read_bytes())[1]}
    assert kinds == {"hospital", "health-centre", "clinic"}

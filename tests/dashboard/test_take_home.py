"""«Ladda ner» on every page: what each offers, that its tables are those of its own stores, and what is refused."""

import csv
import io
import json
import zipfile

import openpyxl
import pytest

from dashboard.exports.report import FORMS as REPORT_FORMS
from dashboard.exports.tables import FORMS
from dashboard.factory import page_modules
from dashboard.i18n import words
from dashboard.query import Question
from dashboard.viewmodels.exported.page_tables import page_tables
from dashboard.viewmodels.report.forms import FORM_NAMES
from dashboard.viewmodels.tables import Cell, Column, TableRow, plain_table
from dashboard.viewmodels.take_home import EVERY, TABLE_FORMS, Taken
from dashboard.web.exports import CHOICE
from indicators import LANGUAGES, format_number
from tests.dashboard.asking import page, parts

PAGES = [module.PAGE for module in page_modules()]
OFFERS = [(each, code) for each in PAGES for code in dict.fromkeys(("", each.example)) if each.offer(code)]
TABLES = [(each, code) for each, code in OFFERS if each.offer(code).forms == TABLE_FORMS]
PLACES = [f"{each.path}/{code}" if code else each.path for each, code in OFFERS]


def names(found):
    return [f"{each.name}-{code}" if code else each.name for each, code in found]


def links(node):
    return [part["props"] for part in parts(node) if part["props"].get("className") == "take-link"]


def stores(node):
    """Every table that a page keeps for its scripts, by the name of its place."""
    found = {}
    for part in parts(node):
        text = part["props"].get("data") if part["type"] == "Store" else None
        views = json.loads(text) if isinstance(text, str) and text.startswith("{") else {}
        found |= {name: view for name, view in {"index": views, **views}.items() if is_table(view)}
    return found


def is_table(view):
    """Whether it is a TableView: other drawings have captions, and columns of their own kind."""
    return isinstance(view, dict) and {"caption", "groups"} <= set(view) and isinstance(view["columns"][0], dict)


def message(response, lang="sv"):
    return response.get_json()["message"][lang]


def test_every_page_offers_something_or_says_why_not():
    silent = [each.name for each in PAGES if not each.offer(each.example) and not each.not_taken]
    assert silent == []
    assert [each.name for each in PAGES if each.offer(each.example) and each.not_taken] == []


def test_the_forms_that_are_offered_are_those_there_are():
    assert set(TABLE_FORMS) == set(FORMS)
    assert set(FORM_NAMES) == set(REPORT_FORMS)
    for form, module in FORMS.items():
        assert form == module.NAME


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("place", PLACES)
def test_a_page_shows_a_link_to_each_file_of_the_edition_on_screen(client, picture, place, lang):
    found = links(page(client, place, f"?lang={lang}"))
    *files, many = found
    assert len(files) in (len(FORM_NAMES), len(TABLE_FORMS))
    assert many["href"].startswith("/export")
    for file in files:
        assert f"utgava={picture.edition.number}" in file["href"]
        assert ("lang=en" in file["href"]) == (lang == "en")
        assert "download" in file


@pytest.mark.parametrize("place", PLACES)
def test_every_link_leads_to_a_file(client, place):
    for file in links(page(client, place))[:-1]:
        if ".pptx" in file["href"] or ".pdf" in file["href"]:
            continue  # Made slowly, and tested with their own address.
        response = client.get(file["href"])
        assert response.status_code == 200, file["href"]
        assert response.headers["Content-Disposition"].startswith("attachment")
        assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_what_the_page_does_not_follow_is_not_asked_for(client):
    for file in links(page(client, "/region/14", "?sex=F&hej=1&period=1812&order=north-south"))[:-1]:
        assert "sex=F" in file["href"]
        assert not [name for name in ("hej", "1812", "order") if name in file["href"]]
    country = links(page(client, "/dimension/equal-care", "?area=quality&indicator=beds"))[0]
    assert "area" not in country["href"]
    assert country["href"].startswith("/export/dimension/equal-care/00.pdf")


@pytest.mark.parametrize(("each", "code"), TABLES, ids=names(TABLES))
def test_the_files_hold_the_tables_of_the_page_s_own_stores(client, each, code):
    place = f"{each.path}/{code}" if code else each.path
    shown = stores(page(client, place))
    found = client.get(f"{each.offer(code).path}.json").get_json()["tables"]
    own = {name.removeprefix("own-"): table for name, table in found.items() if name != "rows"}
    filled = {name: view for name, view in shown.items() if any(group["rows"] for group in view["groups"])}
    assert filled
    assert set(own) == set(filled)
    for name, view in filled.items():
        assert own[name]["title"] == view["caption"]
        rows = [row for group in view["groups"] for row in group["rows"]]
        values = [row for row in own[name]["rows"] if any(cell is not None for cell in row.values())]
        said = {text_of(cell) for row in values for cell in row.values()}
        assert len(values) >= len(rows)
        for row in rows:
            for cell in row["cells"]:
                text = cell if isinstance(cell, str) else cell["text"]
                assert text in ("", "–") or any(text in (one or "") for one in said), (name, text)


def text_of(cell):
    return cell.get("text") if isinstance(cell, dict) else cell


def test_the_rows_of_a_comparison_are_those_the_script_draws(client):
    node = page(client, "/jamfor/14", "?dimension=equal-care")
    drawn = next(json.loads(part["props"]["data"]) for part in parts(node) if part["props"].get("id") == "compare-rows")
    rows = [row for group in drawn["groups"] for row in group["rows"]]
    found = client.get("/export/sida/jamfor/14.json?dimension=equal-care").get_json()["tables"]["rows"]
    assert len(found["rows"]) == len(rows) > 2
    for row, cells in zip(rows, found["rows"], strict=True):
        texts = list(cells.values())
        assert row["value_text"] in texts
        assert row["gap_text"] in texts or row["gap_text"] == "–"


def archive(response):
    return zipfile.ZipFile(io.BytesIO(response.data))


def test_csv_is_the_tables_alone_with_their_description_beside(client, picture):
    response = client.get("/export/sida/variation.csv?sex=F")
    number = picture.edition.number
    assert f'filename="halsodialog-variation-f-{number}-csv.zip"' in response.headers["Content-Disposition"]
    with archive(response) as files:
        told, *tables = files.namelist()
        text = files.read(told).decode()
        assert told == "LASMIG.txt"
        assert all(part in text for part in (number, "Kolada", "Kvinnor", "Källor:", *tables))
        for name in tables:
            head, *rows = csv.reader(io.StringIO(files.read(name).decode()))
            assert rows
            assert {len(row) for row in rows} == {len(head)}
            assert len(set(head)) == len(head)


def test_numbers_are_numbers_beside_their_text(client):
    with archive(client.get("/export/sida/indikator/daily-smoking.csv")) as files:
        rows = list(csv.DictReader(io.StringIO(files.read("regions.csv").decode())))
    key = next(name for name in rows[0] if name.endswith("_text")).removesuffix("_text")
    for row in rows:
        assert row[f"{key}_text"].replace(",", ".") == f"{float(row[key]):.1f}"


@pytest.mark.parametrize(("each", "code"), TABLES, ids=names(TABLES))
def test_workbooks_hold_every_table_under_its_title_without_formulas(client, each, code):
    path = each.offer(code).path
    tables = client.get(f"{path}.json").get_json()["tables"]
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{path}.xlsx").data))
    titles = [sheet["A1"].value for sheet in book.worksheets[1:]]
    assert titles == [table["title"] for table in tables.values()]
    assert all(len(sheet.tables) == 1 for sheet in book.worksheets[1:])
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]


def test_the_same_edition_gives_the_same_bytes(client):
    for form in TABLE_FORMS:
        first, again = (client.get(f"/export/sida/variation.{form}").data for _ in range(2))
        assert first == again


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("om.csv", 404, "om"),
        ("jamfor.csv", 404, "jamfor"),
        ("jamfor/99.csv", 404, "jamfor/99"),
        (".csv", 404, "tabeller"),
        ("variation", 404, "tabeller"),
        ("variation.pdf", 404, "pdf"),
        ("variation.csv?sex=X", 400, "sex"),
        ("variation.csv?hej=1", 400, "hej"),
        ("variation.csv?utgava=1999-01", 400, "1999-01"),
        ("..%2fvariation.csv", 404, ""),
    ],
)
def test_what_cannot_be_made_is_refused_in_both_languages(client, path, status, said):
    response = client.get(f"/export/sida/{path}")
    assert response.status_code == status
    if said:
        assert said in message(response)
        assert message(response, "en") != message(response)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_view_without_tables_says_so_in_every_form(picture, lang):
    view = page_tables(picture, Question(lang=lang), Taken({}, ()), "Variation", "/variation", "")
    said = words(lang)("take_home.empty")
    assert said in b"".join(FORMS["html"].write(view)).decode()
    assert json.loads(b"".join(FORMS["json"].write(view)))["tables"] == {}
    with zipfile.ZipFile(io.BytesIO(b"".join(FORMS["csv"].write(view)))) as files:
        assert said in files.read(files.namelist()[0]).decode()
    book = openpyxl.load_workbook(io.BytesIO(b"".join(FORMS["xlsx"].write(view))))
    assert said in [cell.value for cell in book.worksheets[0]["A"]]


def test_hostile_texts_stay_texts(picture):
    columns = (Column("=1+1"), Column("", "number"), Column("", "number"))
    number = format_number(-1204.5, 1, "sv")
    rows = (TableRow(("=cmd()", Cell(number, note="<b>"), "1–2")), TableRow(("<script>", "–", "@x")))
    found = Taken({"strange": plain_table("<i>", columns, rows, ("&",))}, ())
    view = page_tables(picture, Question(), found, "<u>", "/variation", "")
    table = view.tables[0].table
    assert len({column.heading for column in table.columns}) == len(table.columns)
    assert [cell.value for cell in table.rows[0]] == [None, -1204.5, None, None]
    page_text = b"".join(FORMS["html"].write(view)).decode()
    assert not [tag for tag in ("<b>", "<script", "<i>", "<u>") if tag in page_text]
    with zipfile.ZipFile(io.BytesIO(b"".join(FORMS["csv"].write(view)))) as files:
        assert "\n=" not in "\n" + files.read("strange.csv").decode()
    book = openpyxl.load_workbook(io.BytesIO(b"".join(FORMS["xlsx"].write(view))))
    assert not [cell for row in book.worksheets[1].iter_rows() for cell in row if cell.data_type == "f"]


def test_parameters_are_named_once():
    assert len(set(EVERY)) == len(EVERY)
    assert CHOICE not in EVERY

"""What each kind of file shows of an indicator, read back from the file alone: a text, or why there is none."""

import re
from html.parser import HTMLParser

from indicators import format_number
from tests.dashboard.exports.made import csv_rows, deck, json_of, workbook

SPACES = re.compile("[\\s\u00a0\u202f]+")
MARK = re.compile(r"\[[a-z]\]")


def plain(text):
    """A text with each run of spaces, thin ones too, as one space."""
    return SPACES.sub(" ", text).strip()


def close(text):
    """A text without spaces: thin ones are too narrow for a reader of PDF, and a line may end behind any hyphen."""
    return "".join(text.split())


def stands(number, text):
    """Whether a number stands in a text as it is, and not as the end of a longer one."""
    return re.search(rf"(?<![\d.,\u2212-]){re.escape(close(number))}", close(text)) is not None


def of_csv(content, *_):
    return {row["id"]: row["value_text"] for row in csv_rows(content)}


def exact_of_csv(content):
    return {row["id"]: float(row["value"]) if row["value"] else None for row in csv_rows(content)}


def of_json(content, *_):
    return {
        row["id"]: row["value"].get("text") or row["value"]["missing"] for row in json_of(content)["results"]["rows"]
    }


def of_xlsx(content, lang, _):
    found = {}
    for sheet in workbook(content):
        for table in sheet.tables.values():
            heads, *rows = sheet[table.ref]
            names = [cell.value for cell in heads]
            if len(names) > 15 and not names[-1].startswith(("Tvek", "Doubt")):
                value = next(place for place, name in enumerate(names) if name in ("Värde", "Value"))
                found |= {row[-1].value: as_shown(row[value], lang) for row in rows}
    return found


def as_shown(cell, lang):
    """A cell as a spreadsheet in the reader's language shows it."""
    if isinstance(cell.value, str):
        return cell.value
    return format_number(cell.value, len(cell.number_format.partition(".")[2]), lang)


def spaced(text):
    return " ".join(text.split())


def of_pptx(content, lang, rows):
    """Tables of a deck name no ids: they are found by the names and units that stand there, unbroken spaces or not."""
    by_name = {spaced(f"{row.name}, {row.unit}"): row.series for row in rows}
    found = {}
    for slide in deck(content).slides:
        for shape in slide.shapes:
            if shape.has_table:
                texts = [[cell.text_frame.text for cell in row.cells] for row in shape.table.rows]
                found |= {by_name[spaced(name)]: value.partition(" (")[0] for name, value, *_ in texts[1:]}
    return found


class _Rows(HTMLParser):
    def __init__(self):
        super().__init__()
        self.rows, self.name, self.taking = [], "", ""

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if tag == "th" and found.get("scope") == "row":
            self.name, self.taking = "", "name"
        elif tag == "span":
            self.taking = "value" if found.get("class") == "value" else ""

    def handle_data(self, text):
        if self.taking == "name":
            self.name += text
        elif self.taking == "value":
            self.rows.append((self.name, text))
            self.taking = ""


def of_html(content, lang, rows):
    reader = _Rows()
    reader.feed(content.decode())
    by_name = {row.name: row.series for row in rows}
    return {by_name[name]: MARK.sub("", text).strip() or text for name, text in reader.rows}


def of_pdf(text, rows, heading):
    """What stands after each name on a sheet, as far as the next line of the table could reach."""
    text, found = close(text), {}
    start = text.index(close(heading))
    for row in rows:
        at = text.find(close(row.name), start)
        if at >= 0:
            start = at + len(close(row.name))
            found[row.series] = text[start : start + 150]
    return found

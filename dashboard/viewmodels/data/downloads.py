"""What can be taken home of an edition, and in which forms."""

from dashboard.i18n import words
from dashboard.query import Question
from dashboard.viewmodels.data.dcat import DOWNLOADS
from dashboard.viewmodels.data.package import DESCRIPTION, FORMS, WHOLE, file_name
from dashboard.viewmodels.tables import Cell, Column, TableRow, TableView, plain_table
from indicators import DICTIONARY, Picture


def download_href(picture: Picture, name: str) -> str:
    """Return the address of one file of an edition."""
    return f"{DOWNLOADS}/{picture.edition.number}/{name}"


def whole_href(picture: Picture) -> str:
    """Return the address of the whole edition in one file."""
    return download_href(picture, WHOLE)


def description_href(picture: Picture) -> str:
    """Return the address of the description of every file and field."""
    return download_href(picture, DESCRIPTION)


def downloads_view(picture: Picture, question: Question) -> TableView:
    """Return every table with what it holds and a link to each of its forms."""
    say = words(question.lang)
    columns = tuple(Column(say(f"data.column.{name}")) for name in ("table", *FORMS, "holds"))
    rows = tuple(_row(picture, question, name) for name in DICTIONARY.tables)
    return plain_table(say("data.downloads_caption", edition=picture.edition.number), columns, rows)


def _row(picture: Picture, question: Question, name: str) -> TableRow:
    table, lang = DICTIONARY.tables[name], question.lang
    files = (file_name(name, form) for form in FORMS)
    links = tuple(Cell(file, href=download_href(picture, file)) for file in files)
    return TableRow((table.title.in_(lang), *links, table.description.in_(lang)))

"""What the regions have published of their own, and the files there are to begin with."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.i18n import words
from dashboard.query import Question, link
from indicators import Picture
from intake import UploadUndo, UploadVersion

UNITS = "/data/enheter"
REVIEW, CONFIRM, UNDO = f"{UNITS}/granska", f"{UNITS}/bekrafta", f"{UNITS}/angra"
FILES = f"{UNITS}/filer"
# The parameter that only this page's address has: the review that is asked for.
ASKED = "granskning"
EXAMPLES = {
    "hospital": "exempel-sjukhus.xlsx",
    "health-centre": "exempel-vardcentraler.csv",
    "clinic": "exempel-mottagningar.csv",
}


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """One region's published units. `undo` says what undoing shows instead."""

    region: str
    name: str
    number: str
    version: str
    made: str
    by: str
    values: str
    hidden: int
    is_example: bool
    undo: str


@dataclass(frozen=True, slots=True)
class PublishedView:
    """All that regions have published; `undone` tells of what was taken back last."""

    rows: tuple[PublishedRow, ...]
    undone: tuple[str, ...]


def published_view(
    versions: Sequence[UploadVersion], undone: Sequence[tuple[str, UploadUndo]], picture: Picture, question: Question
) -> PublishedView:
    """Return what regions have published, in official order."""
    say, names = words(question.lang), picture.areas.by_code
    told = [
        say("units.undone", region=names[region].name, undone=_number(item.number), date=_time(item.when), by=item.by)
        for region, item in undone
    ]
    return PublishedView(tuple(_row(version, picture, question) for version in versions), tuple(told))


def _row(version: UploadVersion, picture: Picture, question: Question) -> PublishedRow:
    say = words(question.lang)
    before = version.previous
    return PublishedRow(
        version.region,
        picture.areas.by_code[version.region].name,
        version.number,
        _number(version.number),
        _time(version.made),
        version.by,
        say.count("units.values", version.rows, units=version.units),
        version.hidden,
        version.example,
        say("units.undo_to", number=_number(before)) if before else say("units.undo_none"),
    )


def _number(text: str) -> str:
    return text.lstrip("0")


def _time(text: str) -> str:
    """A time as the reader's clock shows it, to the minute."""
    return f"{dt.datetime.fromisoformat(text).astimezone():%Y-%m-%d %H:%M}"


def file_links(question: Question) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    """Return the templates and the examples: words and addresses."""
    say = words(question.lang)
    templates = tuple((say(f"units.template_{form}"), f"{FILES}/{template_name(question, form)}") for form in FORMS)
    examples = tuple((say(f"units.example.{kind}"), f"{FILES}/{name}") for kind, name in EXAMPLES.items())
    return templates, examples


FORMS = ("xlsx", "csv")


def template_name(question: Question, form: str) -> str:
    """Return what the template is called in the reader's language."""
    return f"{'mall' if question.lang == 'sv' else 'template'}-enhetsdata.{form}"


def page_link(question: Question, token: str = "") -> str:
    """Return the address of the page, with a review when a token is given."""
    base = link(UNITS, Question(lang=question.lang))
    return f"{base}{'&' if '?' in base else '?'}{ASKED}={token}" if token else base

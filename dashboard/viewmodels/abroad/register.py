"""The register of reference values: every target and international value, who judged it, and when it is due."""

import datetime as dt
from collections.abc import Iterable
from urllib.parse import urlsplit

from dashboard.i18n import Words, words
from dashboard.query import Question, link
from dashboard.viewmodels.abroad.names import ENGLISH, edition_name
from dashboard.viewmodels.abroad.subject import Abroad, abroad, all_abroad
from dashboard.viewmodels.subject import period_text
from dashboard.viewmodels.tables import NO_VALUE, Cell, Column, TableRow, TableView, plain_table
from dashboard.viewmodels.target_row import level_text, status_text
from indicators import ComparisonAbroad, Picture, Review, TargetLevel, read_figures

REGISTER = "/om/referensvarden"
SHOWN = ("https://", "http://")
LATE_SYMBOL = "⚑"


def register_lede(picture: Picture, question: Question, today: str) -> tuple[str, str]:
    """Return how much the register holds, and how many entries were due before this month."""
    say, day, reference = words(question.lang), dt.date.fromisoformat(today), picture.reference
    n, figures = len(reference.targets), len(all_abroad(picture, question))
    held = say("abroad.register.lede", targets=n, figures=figures, judged=len(reference.comparisons))
    late = len(reference.overdue(day))
    return held, say.count("abroad.register.overdue", late) if late else say("abroad.register.overdue_none")


def register_tables(picture: Picture, question: Question, today: str) -> dict[str, TableView]:
    """Return the tables of targets, of figures judged and of the others; `today` (ISO) decides what is overdue."""
    day = dt.date.fromisoformat(today)
    return {
        "targets": _targets(picture, question, day),
        "international": _international(picture, question, day),
        "unjudged": _others(picture, question),
    }


def _columns(say: Words, *names: str) -> tuple[Column, ...]:
    return tuple(Column(say(f"abroad.register.column.{name}")) for name in names)


def _targets(picture: Picture, question: Question, today: dt.date) -> TableView:
    say = words(question.lang)
    columns = _columns(say, "indicator", "level", "issuer", "status", "grade", "source", "by", "due")
    rows = tuple(_target(picture, question, item, today) for item in picture.reference.targets)
    return plain_table(say("abroad.register.targets"), columns, rows)


def _target(picture: Picture, question: Question, item: TargetLevel, today: dt.date) -> TableRow:
    say = words(question.lang)
    step = None if item.level == "target" else say(f"target.level.{item.level}")
    # The place that a link leads to is its text: ten links of the same words could not be told apart.
    host = urlsplit(item.source).netloc.removeprefix("www.")
    source = Cell(host, href=item.source) if item.source.startswith(SHOWN) else item.source
    return TableRow(
        (
            _indicator(picture, question, item.indicator),
            Cell(level_text(item, say), note=step),
            Cell(f"{item.issuer.in_(say.language)}, {item.edition}", note=say(f"target.kind.{item.kind}")),
            status_text(item, say),
            Cell(say(f"target.match.{item.match}"), note=item.note.in_(say.language)),
            source,
            *_review(item.review, say, today),
        )
    )


def _indicator(picture: Picture, question: Question, code: str) -> Cell:
    if code not in picture.catalogue.by_id:
        return Cell(code)
    name = picture.catalogue.by_id[code].short_name.in_(question.lang)
    return Cell(name, href=link(f"/indikator/{picture.catalogue.main_id(code)}", question))


def _review(review: Review | None, say: Words, today: dt.date) -> tuple[Cell, Cell]:
    if review is None:
        return Cell(say("abroad.register.unknown")), Cell(NO_VALUE)
    by = Cell(review.by.in_(say.language), note=period_text(review.judged, say))
    due = period_text(review.due, say)
    if not review.is_overdue(today):
        return by, Cell(due)
    return by, Cell(due, note=say("abroad.register.late"), symbol=LATE_SYMBOL, tone="bad")


def _international(picture: Picture, question: Question, today: dt.date) -> TableView:
    say, comparisons = words(question.lang), picture.reference.comparisons
    columns = _columns(say, "figure", "value", "indicator", "grade", "source", "by", "due")
    rows = tuple(_judged(picture, question, item, today) for item in comparisons)
    return plain_table(say("abroad.register.international"), columns, rows)


def _others(picture: Picture, question: Question) -> TableView:
    """The figures that stand beside no indicator."""
    say, judged = words(question.lang), {item.international for item in picture.reference.comparisons}
    found = (item for item in all_abroad(picture, question) if item.facts.figure not in judged)
    columns = _columns(say, "figure", "value", "grade", "source")
    return plain_table(say("abroad.register.unjudged"), columns, tuple(_unjudged(found, say)))


def _judged(picture: Picture, question: Question, item: ComparisonAbroad, today: dt.date) -> TableRow:
    say, facts = words(question.lang), read_figures().by_figure.get(item.international or "")
    figure = abroad(picture, question, facts) if facts else None
    # «Bara vägledande.» is a sentence of its own elsewhere; in a cell it is a word.
    grade = say(f"international.grade.{item.grade}").rstrip(".")
    figures = _figure(figure) if figure else (Cell(say("abroad.register.no_figure")), Cell(NO_VALUE), Cell(NO_VALUE))
    name, value, source = figures
    own = _indicator(picture, question, item.indicator)
    reason = Cell(grade, note=item.reason.in_(say.language))
    return TableRow((name, value, own, reason, source, *_review(item.review, say, today)))


def _figure(item: Abroad) -> tuple[Cell, Cell, Cell]:
    figure, average = item.figure, item.average
    sweden = NO_VALUE if figure.sweden is None else item.number(figure.sweden)
    held = None if average is None else f"{item.average_label}: {item.number(average.value)}"
    source = Cell(item.licence, note=edition_name(figure), note_lang=ENGLISH)
    return Cell(item.name, href=item.href, note=item.unit), Cell(f"{sweden} ({item.years})", note=held), source


def _unjudged(found: Iterable[Abroad], say: Words) -> Iterable[TableRow]:
    for item in found:
        name, value, source = _figure(item)
        yield TableRow((name, value, say("abroad.register.not_judged"), source))

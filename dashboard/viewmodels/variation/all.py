"""Every indicator with municipalities: how much of what lasts of their variation lies inside regions."""

from dataclasses import replace

from dashboard.i18n import words
from dashboard.query import Question, link
from dashboard.viewmodels.inside_subject import InsideSubject, inside_indicators, inside_subject
from dashboard.viewmodels.tables import NO_VALUE, Cell, Column, TableRow, TableView, plain_table
from indicators import Picture, format_number, with_unit

PATH = "/variation"


def all_table(picture: Picture, question: Question) -> TableView:
    """Return the indicators, the largest share inside first; last those where chance cannot be taken out."""
    say = words(question.lang)
    asked = [replace(question, indicator=code) for code in inside_indicators(picture)]
    found = [(ask, made) for ask in asked if (made := inside_subject(picture, ask)) is not None]
    found.sort(key=lambda pair: -(pair[1].share.share or 0.0))
    columns = (
        Column(say("table.indicator")),
        Column(say("table.period")),
        Column(say("variation.column_share"), "number"),
        Column(say("variation.column_units"), "number"),
        Column(say("variation.column_regions"), "number"),
    )
    rows = tuple(_row(ask, made) for ask, made in found)
    return plain_table(say("variation.all_caption"), columns, rows, (say("variation.all_note"),))


def _row(question: Question, made: InsideSubject) -> TableRow:
    whole, share = made.whole, made.share
    name = whole.indicator.short_name.in_(made.words.language)
    href = link(PATH, question, indicator=whole.indicator.id, regions=question.regions)
    language = made.words.language
    number = "" if share.share is None else format_number(share.share * 100, 0, language)
    percent = with_unit(number, "%", language) if number else NO_VALUE
    sex = made.words(f"sex.{whole.row.sex}").lower() if whole.row.sex != question.sex else None
    cells = (Cell(name, href=href, note=sex), whole.period(made.period), percent)
    counts = (format_number(n, 0, language) for n in (share.units, share.regions))
    return TableRow((*cells, *counts))

"""Equality for one area and one indicator: women and men, municipalities by economic standard, groups, judgements."""

from dashboard.query import Question
from dashboard.viewmodels.equality.fifths import every_table, fifths_texts, fifths_view
from dashboard.viewmodels.equality.graded import graded_cards, graded_text
from dashboard.viewmodels.equality.groups import groups_table, groups_texts
from dashboard.viewmodels.equality.sexes import lines_text, lines_view, sexes_table, sexes_texts
from dashboard.viewmodels.equality.subject import pair_of
from dashboard.viewmodels.equality.views import EqualityTables, EqualityView
from indicators import Picture


def equality_indicators(picture: Picture, question: Question) -> tuple[str, ...]:
    """Return the indicators with women and men, or with municipalities in five groups, in the framework's order."""
    fifths = {series for series, _, _ in picture.analysis.fifths}
    series_of = picture.catalogue.series_of
    return tuple(
        item.id
        for item in picture.catalogue.indicators
        if pair_of(picture, question, item.id) or any(one.id in fifths for one in series_of(item.id))
    )


def chosen(picture: Picture, question: Question) -> str:
    """Return the indicator asked for; else the one shown first."""
    return question.indicator or first_equal(picture, question)


def first_equal(picture: Picture, question: Question) -> str:
    """Return the indicator shown when none is asked for: the first with women and men, and five groups, else any."""
    every = equality_indicators(picture, question)
    fifths = {series for series, _, _ in picture.analysis.fifths}
    whole = (code for code in every if code in fifths and pair_of(picture, question, code))
    return next(whole, next(iter(every), ""))


def equality_view(picture: Picture, question: Question) -> EqualityView:
    """Return the pictures and texts of the page."""
    indicator = chosen(picture, question)
    lines = lines_view(picture, question, indicator)
    return EqualityView(
        sexes=sexes_texts(picture, question),
        lines=lines,
        lines_text="" if lines else lines_text(picture, question, indicator),
        fifths=fifths_view(picture, question, indicator),
        fifths_texts=fifths_texts(picture, question, indicator),
        groups=groups_texts(picture, question),
        graded=graded_cards(picture, question),
        graded_text=graded_text(question),
    )


def equality_tables(picture: Picture, question: Question) -> EqualityTables:
    """Return the tables of the page."""
    indicator = chosen(picture, question)
    lines, fifths = lines_view(picture, question, indicator), fifths_view(picture, question, indicator)
    return EqualityTables(
        sexes=sexes_table(picture, question),
        lines=lines.table if lines else None,
        fifths=fifths.table if fifths else None,
        every=every_table(picture, question),
        groups=groups_table(picture, question),
    )

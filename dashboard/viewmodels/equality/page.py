"""Equality for one area and one indicator: groups, municipalities by economic standard, and judgements."""

from collections.abc import Sequence

from dashboard.i18n import words
from dashboard.query import Question
from dashboard.viewmodels.equality.dumbbells import dumbbells_view
from dashboard.viewmodels.equality.fifths import every_table, fifths_texts, fifths_view
from dashboard.viewmodels.equality.graded import graded_cards, graded_text
from dashboard.viewmodels.equality.groups import groups_table, groups_texts
from dashboard.viewmodels.equality.lines import lines_text, lines_view, shown_pair
from dashboard.viewmodels.equality.sexes import finding, sentences
from dashboard.viewmodels.equality.subject import Pair, pair_of, shown_pairs
from dashboard.viewmodels.equality.views import EqualityTables, EqualityView
from indicators import NATION, Picture


def equality_indicators(picture: Picture, question: Question) -> tuple[str, ...]:
    """Return the indicators with groups, or with municipalities in five groups, in the framework's order."""
    fifths, area = _with_fifths(picture), question.regions[0] if question.regions else NATION
    return tuple(
        item.id
        for item in picture.catalogue.indicators
        if item.id in fifths or any(pair_of(picture, question, item.id, place) for place in {NATION, area})
    )


def _with_fifths(picture: Picture) -> set[str]:
    return {picture.catalogue.main_id(series) for series, _, _ in picture.analysis.fifths}


def chosen(picture: Picture, question: Question) -> str:
    """Return the indicator asked for; else the one shown first."""
    return question.indicator or first_equal(picture, question)


def first_equal(picture: Picture, question: Question) -> str:
    """Return the indicator shown when none is asked for: the first with groups and five groups, else with groups."""
    fifths = _with_fifths(picture)
    found = [code for code in equality_indicators(picture, question) if shown_pair(picture, question, code)]
    return next(iter([code for code in found if code in fifths] or found or sorted(fifths)), "")


def equality_view(picture: Picture, question: Question, _: str = "") -> EqualityView:
    """Return the pictures and texts of the page. `_` is `picture.units_version`: a kept view is of its units."""
    indicator, (area, every) = chosen(picture, question), shown_pairs(picture, question)
    shown = shown_pair(picture, question, indicator)
    return EqualityView(
        finding=finding(picture, question, every, area),
        example=_example(picture, question, every, area),
        sexes=sentences(picture, question, every, area),
        dumbbells=dumbbells_view(picture, question, every, area, indicator),
        lines=lines_view(shown, picture) if shown else None,
        lines_text=shown.texts if shown else (lines_text(picture, question, indicator),),
        fifths=fifths_view(picture, question, indicator),
        fifths_texts=fifths_texts(picture, question, indicator),
        groups=groups_texts(picture, question),
        graded=graded_cards(picture, question),
        graded_text=graded_text(question),
    )


def equality_tables(picture: Picture, question: Question, _: str = "") -> EqualityTables:
    """Return the tables of the page. `_` as in `equality_view`."""
    indicator = chosen(picture, question)
    shown, fifths = shown_pair(picture, question, indicator), fifths_view(picture, question, indicator)
    return EqualityTables(
        lines=lines_view(shown, picture).table if shown else None,
        fifths=fifths.table if fifths else None,
        every=every_table(picture, question),
        groups=groups_table(picture, question),
    )


def _example(picture: Picture, question: Question, every: Sequence[Pair], area: str) -> str:
    """The words that mark what rests on units made up for trying out."""
    told = picture.units.told(area) if any(pair.supplied for pair in every) else None
    return words(question.lang)("equality.example_units") if told is not None and told.example else ""

"""The parts of the page of equality: judged differences, and the form for one more."""

from collections.abc import Sequence
from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from dashboard.components.controls import select
from dashboard.components.text import definition_list
from dashboard.viewmodels.choices import Choice
from dashboard.viewmodels.equality.draft import Draft
from dashboard.viewmodels.equality.views import GradeCard


def grade_cards(cards: Sequence[GradeCard]) -> html.Div:
    """Return the judgements, each with its reasons, its author and its date; an example says that it is one."""
    return html.Div([_card(card) for card in cards], className="graded")


def _card(card: GradeCard) -> html.Div:
    mark = example_mark(card.example)
    signed = html.P(card.signed, className="small")
    return html.Div([html.H3(card.heading), *mark, definition_list(card.facts), signed], className="card")


def field(component_id: str, label: str, hint: str = "", *, long: bool = False) -> html.Div:
    """Return a labelled field of text; `hint` is written below it."""
    box = dbc.Textarea(id=component_id, rows=3) if long else dbc.Input(id=component_id, type="text")
    below = [html.P(hint, id=f"{component_id}-hint", className="small")] if hint else []
    return html.Div([html.Label(label, htmlFor=component_id, className="label"), box, *below])


Coded = Sequence[tuple[str, str]]


def form(
    prefix: str, words: dict[str, str], indicators: Sequence[Choice], groups: Coded, grades: Coded
) -> html.Details:
    """Return the form for one judgement. Its fields are called `<prefix>-<name>`."""
    choices, named = ([Choice(code, text) for code, text in coded] for coded in (grades, groups))
    parts: list[Any] = [
        html.P(words["draft_lede"]),
        select(f"{prefix}-indicator", words["draft_indicator"], indicators, indicators[0].value),
        select(f"{prefix}-first", words["draft_first"], named, named[0].value),
        select(f"{prefix}-second", words["draft_second"], named, named[1].value),
    ]
    for kind in ("unwarranted", "grave"):
        grade = select(f"{prefix}-{kind}", words["draft_grade"], choices, choices[-1].value)
        reasons = [field(f"{prefix}-{kind}_{lang}", words[f"draft_reason_{lang}"], long=True) for lang in ("sv", "en")]
        parts.append(html.Fieldset([html.Legend(words[kind]), grade, *reasons]))
    parts += [
        field(f"{prefix}-author", words["draft_author"]),
        dbc.Button(words["draft_make"], id=f"{prefix}-make", color="primary"),
        html.Div([], id=f"{prefix}-made", role="status"),
    ]
    return html.Details(
        [html.Summary(words["draft_open"]), html.Div(parts, className="card equality-form")], className="as-table"
    )


def example_mark(text: str) -> list[Any]:
    """Return the mark of made-up figures; nothing for an empty text."""
    return [html.Div(html.Strong(text), className="example-mark", role="note")] if text else []


def made(found: Draft) -> list[Any]:
    """Return what came of the form: the text to add, or every fault."""
    if found.faults:
        return [html.P(found.told), html.Ul([html.Li(fault) for fault in found.faults])]
    return [html.P(found.told), html.Pre(found.text, tabIndex=0)]

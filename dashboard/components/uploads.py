"""The parts of the page on which regions hand in unit data: plain forms that a server receives, findings, changes."""

from collections.abc import Mapping, Sequence
from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from dashboard.components.tables import data_table
from dashboard.components.text import facts_line
from dashboard.viewmodels.choices import Choice
from dashboard.viewmodels.units.changes import UnitChanges
from dashboard.viewmodels.units.published import CONFIRM, REVIEW, UNDO, PublishedView
from dashboard.viewmodels.units.review import FindingGroup, FindingLine, ReviewView

FILE, REGION, WHO = "upload-file", "upload-region", "upload-who"


def _hidden(name: str, value: str) -> dbc.Input:
    return dbc.Input(type="hidden", name=name, value=value)


def steps(texts: Sequence[str]) -> html.Ol:
    """Return what is done in which order."""
    return html.Ol([html.Li(text) for text in texts], className="upload-steps")


def file_form(regions: Sequence[Choice], language: str, words: Mapping[str, str]) -> html.Form:
    """Return the form that takes a file: region, file, button."""
    options = [html.Option(words["choose_region"], value="")]
    options += [html.Option(choice.text, value=choice.value) for choice in regions]
    # The page's own address holds no picker here: a native select, sent with the form.
    select = html.Select(options, id=REGION, name="region", className="form-select", required=True)
    return html.Form(
        [
            _hidden("lang", language),
            html.Div([html.Label(words["region"], htmlFor=REGION, className="label"), select]),
            html.Div(
                [
                    html.Label(words["file"], htmlFor=FILE, className="label"),
                    dbc.Input(id=FILE, type="file", name="fil", required=True),
                ]
            ),
            html.Button(words["review"], type="submit", className="btn btn-primary"),
        ],
        action=REVIEW,
        method="post",
        encType="multipart/form-data",
        className="upload-form",
    )


def closed(heading: str, text: str) -> html.Div:
    """Return why no files are taken."""
    return html.Div([html.Strong(heading), html.P(text)], className="notice")


def marks(own: str, example: str) -> html.P:
    """Return what every view of such data is marked with; `example` is empty for real data."""
    parts: list[Any] = [html.Span(own, className="upload-mark")]
    if example:
        parts.append(html.Strong(example, className="upload-mark example"))
    return html.P(parts, className="upload-marks")


def review_head(view: ReviewView, own: str, example: str) -> html.Div:
    """Return the verdict on a file: the one thing to see first."""
    hidden = [html.P(view.hidden)] if view.hidden else []
    return html.Div(
        [
            html.H2(view.heading),
            html.P(view.told),
            facts_line(view.facts),
            marks(own, example if view.is_example else ""),
            *hidden,
        ],
        className="card upload-verdict",
        role="status",
        **{"data-state": view.state},
    )


def finding_group(group: FindingGroup) -> html.Section:
    """Return what was found of one severity as a list."""
    intro = [html.P(group.intro)] if group.intro else []
    more = [html.P(group.more, className="more-count")] if group.more else []
    heading = html.H3(group.heading)
    items = html.Ol([_finding(line) for line in group.lines], className="findings")
    return html.Section(
        [heading, *intro, items, *more], className="card finding-group", **{"data-tone": group.severity}
    )


def _finding(line: FindingLine) -> html.Li:
    found: list[Any] = [html.Q(line.found, className="found")] if line.found else []
    return html.Li([html.Strong(line.place), *found, html.Span(line.rule), html.Em(line.cure)])


def unit_changes(heading: str, changes: UnitChanges) -> html.Section:
    """Return what a file changes."""
    told = [html.P(text) for text in changes.sentences]
    table = [data_table(changes.caption, changes.head, changes.rows, numbers=(3, 4))] if changes.rows else []
    return html.Section([html.H3(heading), *told, *table], className="card")


def confirm_form(token: str, language: str, words: Mapping[str, str]) -> html.Form:
    """Return the form that publishes exactly what was shown."""
    return html.Form(
        [
            html.H3(words["confirm"]),
            _hidden("granskning", token),
            _hidden("lang", language),
            html.Div(
                [
                    html.Label(words["who"], htmlFor=WHO, className="label"),
                    dbc.Input(id=WHO, type="text", name="av", required=True, maxlength=80, autocomplete="off"),
                    html.Small(words["who_hint"], className="form-text"),
                ]
            ),
            html.Button(words["publish"], type="submit", className="btn btn-primary"),
        ],
        action=CONFIRM,
        method="post",
        className="upload-form card",
    )


def published(
    view: PublishedView, language: str, words: Mapping[str, str], heads: Mapping[str, str], *, is_open: bool
) -> html.Div:
    """Return what regions have published, each with its way back; without any, a sentence."""
    told = [html.P(text, className="small") for text in view.undone]
    if not view.rows:
        return html.Div([html.P(words["none"]), *told], className="card")
    names = ("region", "version", "made", "by", "values", "hidden", *(["undo"] if is_open else []))
    rows = [
        [
            html.Span([row.name, html.Br(), _mark(row.is_example, words)]),
            row.version,
            row.made,
            row.by,
            row.values,
            str(row.hidden),
            *([_undo_form(row.region, row.number, row.undo, row.name, language)] if is_open else []),
        ]
        for row in view.rows
    ]
    table = data_table(words["published"], [heads[name] for name in names], rows, numbers=(1, 5))
    return html.Div([table, *told], className="card upload-published")


def _mark(is_example: bool, words: Mapping[str, str]) -> html.Small:
    if is_example:
        return html.Small(words["example_mark"], className="upload-mark example")
    return html.Small(words["own_mark"], className="upload-mark")


def _undo_form(region: str, number: str, text: str, name: str, language: str) -> html.Form:
    button = html.Button(text, type="submit", className="btn btn-sm", **{"aria-label": f"{text} ({name})"})
    hidden = [_hidden("region", region), _hidden("version", number), _hidden("lang", language)]
    return html.Form([*hidden, button], action=UNDO, method="post")

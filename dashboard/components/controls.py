"""Pickers: native controls with visible labels. Each carries its parameter, by which assets/address.js knows it."""

from collections.abc import Sequence
from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from dashboard.viewmodels.choices import Choice


def select(
    component_id: str,
    label: str,
    choices: Sequence[Choice],
    value: str,
    parameter: str = "",
    default: str | None = None,
) -> html.Div:
    """Return a labelled native select. Its default, which the address leaves out, is the first choice unless given."""
    first = choices[0].value if default is None else default
    return html.Div(_select(component_id, label, choices, value), **_address(component_id, parameter, first))


def way(component_id: str, label: str, choices: Sequence[Choice], value: str, path: str) -> html.Div:
    """Return a labelled native select that leads to the page at `path` and the choice; the rest of the view is kept."""
    return html.Div(_select(component_id, label, choices, value), **{"data-way": path, "data-control": component_id})


def _select(component_id: str, label: str, choices: Sequence[Choice], value: str) -> list[Any]:
    box = dbc.Select(id=component_id, options=_options(choices), value=value)
    return [html.Label(label, htmlFor=component_id, className="label"), box]


def radios(component_id: str, label: str, choices: Sequence[Choice], value: str, parameter: str = "") -> html.Fieldset:
    """Return radio buttons in a fieldset with its legend. The first choice is the default."""
    # Without a name the buttons are no group: each is a tab stop of its own and the arrow keys do nothing.
    items = dbc.RadioItems(id=component_id, options=_options(choices), value=value, inline=True, name=component_id)
    return html.Fieldset([html.Legend(label), items], **_address(component_id, parameter, choices[0].value))


def checks(
    component_id: str,
    label: str,
    choices: Sequence[Choice],
    values: Sequence[str],
    parameter: str = "",
    as_list: bool = False,
) -> html.Fieldset:
    """Return check boxes in a fieldset with its legend: a flag each in the address, or one parameter with a list."""
    items = dbc.Checklist(id=component_id, options=_options(choices), value=list(values), inline=True)
    how = {**_address(component_id, parameter, ""), **({"data-list": "1"} if as_list else {})}
    return html.Fieldset([html.Legend(label), items], **how)


def filters(label: str, controls: list[Any]) -> html.Section:
    """Return a row of pickers as a named region."""
    return html.Section(controls, className="filters", **{"aria-label": label})


def _options(choices: Sequence[Choice]) -> list[dict[str, str]]:
    return [{"value": choice.value, "label": choice.text} for choice in choices]


def _address(component_id: str, parameter: str, default: str) -> dict[str, str]:
    if not parameter:
        return {}
    return {"data-param": parameter, "data-control": component_id, "data-default": default}

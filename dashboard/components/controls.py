"""Pickers: native controls with visible labels. Each carries the name of its value in the address."""

from collections.abc import Sequence
from typing import Any

import dash_bootstrap_components as dbc
from dash import html

from dashboard.viewmodels.choices import Choice


def select(component_id: str, label: str, choices: Sequence[Choice], value: str, parameter: str = "") -> html.Div:
    """Return a labelled native select."""
    options = [{"value": choice.value, "label": choice.text} for choice in choices]
    box = dbc.Select(id=component_id, options=options, value=value)
    return html.Div(
        [html.Label(label, htmlFor=component_id, className="label"), box], **_address(component_id, parameter)
    )


def radios(component_id: str, label: str, choices: Sequence[Choice], value: str, parameter: str = "") -> html.Fieldset:
    """Return radio buttons in a fieldset with its legend."""
    options = [{"value": choice.value, "label": choice.text} for choice in choices]
    items = dbc.RadioItems(id=component_id, options=options, value=value, inline=True)
    return html.Fieldset([html.Legend(label), items], **_address(component_id, parameter))


def checks(
    component_id: str, label: str, choices: Sequence[Choice], values: Sequence[str], parameter: str = ""
) -> html.Fieldset:
    """Return check boxes in a fieldset with its legend."""
    options = [{"value": choice.value, "label": choice.text} for choice in choices]
    items = dbc.Checklist(id=component_id, options=options, value=list(values), inline=True)
    return html.Fieldset([html.Legend(label), items], **_address(component_id, parameter))


def filters(label: str, controls: list[Any]) -> html.Section:
    """Return a row of pickers as a named region."""
    return html.Section(controls, className="filters", **{"aria-label": label})


def _address(component_id: str, parameter: str) -> dict[str, str]:
    return {"data-param": parameter, "data-control": component_id} if parameter else {}

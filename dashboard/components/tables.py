"""Plain tables: the same numbers as the picture beside them."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html

from dashboard.viewmodels.contract_country import MapView


def data_table(
    caption: str, head: Sequence[str], rows: Sequence[Sequence[Any]], numbers: Sequence[int] = ()
) -> html.Div:
    """Return a table in a scroll region of its own; columns in `numbers` are right-aligned."""
    columns = [html.Th(text, scope="col", className=_number(i, numbers)) for i, text in enumerate(head)]
    header = html.Thead(html.Tr(columns))
    body = html.Tbody([_row(row, numbers) for row in rows])
    table = html.Table([html.Caption(caption), header, body], className="data")
    return html.Div(table, className="table-scroll", tabIndex=0, role="region", **{"aria-label": caption})


def _row(row: Sequence[Any], numbers: Sequence[int]) -> html.Tr:
    first = html.Th(row[0], scope="row")
    return html.Tr([first, *[html.Td(cell, className=_number(i, numbers)) for i, cell in enumerate(row[1:], 1)]])


def _number(place: int, numbers: Sequence[int]) -> str:
    return "num" if place in numbers else ""


def as_table(label: str, table: Any) -> html.Details:
    """Return a table behind «Visa som tabell»."""
    return html.Details([html.Summary(label), table], className="as-table")


def map_table(view: MapView | None, words: Mapping[str, str]) -> Any:
    """Return the map's numbers as a table."""
    if view is None:
        return None
    rows = [[region.name, region.value_text or "–", view.states[region.state].text] for region in view.regions]
    head = [words["region"], f"{words['value']} ({view.unit})", words["position"]]
    return as_table(words["show"], data_table(view.caption, head, rows, numbers=(1,)))

"""Pictures that a script in assets/ draws: a store with the view model as JSON, and the place it is drawn in."""

from typing import Any

from dash import dcc, html


def drawing(store_id: str, host_id: str, view: str, loading: str) -> list[Any]:
    """Return the store and the host; until the script has drawn, the host says what is loading."""
    host = html.Div(html.P(loading, className="loading-state"), id=host_id)
    return [dcc.Store(id=store_id, data=view), host, dcc.Store(id=f"{host_id}-drawn")]

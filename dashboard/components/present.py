"""The places of the presenter's page, and the words by which any page's pictures are put in a presentation."""

import json
from typing import Any

from dash import dcc, html

from dashboard.viewmodels.present.limits import LIMITS
from dashboard.viewmodels.shell import Shell


def way_in(shell: Shell) -> html.Div:
    """Return what a script needs to give each picture of a page its button; nothing to see."""
    # No id: every page has one.
    labels = {key: shell.labels[f"present_{key}"] for key in ("add", "added", "full", "refused", "open", "adding")}
    found = {**labels, "edition": shell.edition, "href": shell.present_href, "most": LIMITS.slides}
    data = json.dumps(found, ensure_ascii=False)
    return html.Div(className="present-way-in", hidden=True, **{"data-present": data})


def places(store_id: str, host_id: str, view: str, loading: str) -> list[Any]:
    """Return the store of the page's words and limits, and the place in which a script draws the list."""
    host = html.Div(html.P(loading, className="loading-state"), id=host_id, className="present-host")
    # A hidden chart brings the drawing library, so that slides can be drawn when there is no network any more.
    engine = html.Div(dcc.Graph(id=f"{host_id}-engine", figure={"data": [], "layout": {}}), hidden=True)
    return [dcc.Store(id=store_id, data=view), host, dcc.Store(id=f"{host_id}-drawn"), engine]

"""«Ladda ner»: the files of the view that is on screen, and the words by which its pictures become files too."""

import json
from typing import Any

from dash import html

from dashboard.viewmodels.take_home import TakeHome


def take_home(view: TakeHome) -> list[Any]:
    """Return the disclosure with a link to each file; nothing where a page offers none."""
    if not view.links:
        return []
    # Without the attribute a link to a file would be followed as one to another page.
    files = [html.Li(html.A(link.text, href=link.href, download="", className="take-link")) for link in view.links]
    own = {"data-takes": " ".join(view.many_takes)}
    many = html.Li(html.A(view.more.text, href=view.more.href, className="take-link", **own), className="take-many")
    shown = [html.Summary(view.label), html.Ul([*files, many])]
    return [html.Details(shown, className="take-home", **{"data-takes": " ".join(view.takes)})]


def for_pictures(view: TakeHome) -> html.Div:
    """Return what a script needs to give each chart and map its files; nothing to see."""
    # No id: every page has one.
    data = json.dumps(view.pictures, ensure_ascii=False)
    return html.Div(className="take-pictures", hidden=True, **{"data-pictures": data})

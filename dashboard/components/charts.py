"""Charts: the finding as a heading, the picture with its words for those who do not see it, the source, the table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dash import Output, dcc, html

CONFIG = {"displayModeBar": False, "responsive": True, "showTips": False, "doubleClick": False}


@dataclass(frozen=True, slots=True)
class ChartIds:
    """The ids of one chart's parts, made from the chart's own."""

    name: str

    @property
    def graph(self) -> str:
        """The graph itself."""
        return f"{self.name}-graph"

    @property
    def picture(self) -> str:
        """What holds the graph, with the words for those who do not see it."""
        return f"{self.name}-picture"

    @property
    def caption(self) -> str:
        """The finding and what is shown."""
        return f"{self.name}-caption"

    @property
    def notes(self) -> str:
        """What must be known to read the chart, and its source."""
        return f"{self.name}-notes"

    @property
    def table(self) -> str:
        """The same numbers as a table."""
        return f"{self.name}-table"


@dataclass(frozen=True, slots=True)
class ChartParts:
    """What a chart shows at one time."""

    figure: dict[str, Any]
    caption: list[Any]
    alt: str
    notes: list[Any]

    def props(self) -> dict[str, Any]:
        """Return the parts by name, as a callback gives them out."""
        return {"figure": self.figure, "caption": self.caption, "alt": self.alt, "notes": self.notes}


def chart_parts(figure: dict[str, Any], titles: tuple[str, str], alt: str, notes: list[Any]) -> ChartParts:
    """Return a chart's parts; `titles` are the finding and what is shown."""
    finding, shown = titles
    return ChartParts(figure, [finding, html.Small(shown)], alt, notes)


def chart(
    ids: ChartIds, parts: ChartParts, show_table: str, extra: Sequence[Any] = (), reading: str = ""
) -> html.Figure:
    """Return a chart with its heading, its words, its notes and its table.

    With `reading`, which says how, its marks can be read one by one: see assets/walk.js.
    """
    graph = dcc.Graph(id=ids.graph, figure=parts.figure, config=CONFIG)
    walk = {"tabIndex": 0, "data-walk": f"{ids.name}-reading"} if reading else {}
    return html.Figure(
        [
            html.Figcaption(parts.caption, id=ids.caption),
            html.Div(graph, id=ids.picture, role="img", style=_room(parts.figure), **{"aria-label": parts.alt, **walk}),
            *([html.P(reading, id=f"{ids.name}-reading", className="walk-reading", role="status")] if reading else []),
            html.Div(parts.notes, id=ids.notes, className="chart-notes"),
            as_drawn_table(ids.table, show_table),
            *extra,
        ],
        className="chart",
    )


def _room(figure: dict[str, Any]) -> dict[str, str]:
    """How high the drawing will be, in a wide place and in a narrow one, so that nothing moves when it comes."""
    variants = figure.get("layout", {}).get("meta") or {}
    return {f"--room-{name}": f"{variant['height']}px" for name, variant in variants.items()}


def chart_outputs(ids: ChartIds) -> dict[str, Output]:
    """Return where a chart's parts are shown, by the names of `ChartParts.props`."""
    return {
        "figure": Output(ids.graph, "figure"),
        "caption": Output(ids.caption, "children"),
        "alt": Output(ids.picture, "aria-label"),
        "notes": Output(ids.notes, "children"),
    }


def as_drawn_table(host: str, label: str) -> html.Details:
    """Return a disclosure with the place that a script draws a table in."""
    return html.Details([html.Summary(label), html.Div(id=host)], className="as-table")


def told_parts(figure: dict[str, Any], view: Any) -> ChartParts:
    """Return a chart's parts from a view with finding, caption, alt, notes and source; empty without a view."""
    if view is None:
        return chart_parts(figure, ("", ""), "", [])
    return chart_parts(figure, (view.finding, view.caption), view.alt, lines(view.notes, view.source))


def lines(texts: Sequence[str], source: str) -> list[Any]:
    """Return notes as paragraphs, the source last."""
    return [*(html.P(text) for text in texts), html.P(source, className="source-line")]

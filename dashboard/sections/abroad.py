"""Countries in pictures: one figure with all its countries, and the regions beside them where they can be compared."""

from collections.abc import Sequence
from typing import Any

from dash import html

from dashboard.components.abroad import in_english, told
from dashboard.components.charts import ChartIds, chart, chart_parts
from dashboard.figures.regions import regions_figure
from dashboard.figures.strip import strip_figure
from dashboard.viewmodels.abroad.views import Beside
from dashboard.viewmodels.indicator.views import RegionsView, StripView


def countries_chart(ids: ChartIds, view: RegionsView, show_table: str, english: str) -> html.Figure:
    """Return the chart of all countries with its table; `english` is the part of its source that is in English."""
    return _picture(ids, regions_figure(view), view, show_table, english)


def beside(parts: Sequence[Beside], prefix: str, show_table: str, english: str) -> list[Any]:
    """Return each indicator that was judged against the figure, with the regions beside the countries if comparable."""
    found: list[Any] = []
    drawn = 0
    for item in parts:
        picture: list[Any] = []
        if item.picture is not None:
            ids = ChartIds(f"{prefix}-beside-{drawn}")
            picture = [_picture(ids, strip_figure(item.picture), item.picture, show_table, english)]
            drawn += 1
        found.append(html.Section([*told(item), *picture], className="card"))
    return found


def _picture(
    ids: ChartIds, figure: dict[str, Any], view: RegionsView | StripView, show_table: str, english: str
) -> html.Figure:
    notes = [*(html.P(text) for text in view.notes), html.P(in_english(view.source, english), className="source-line")]
    return chart(ids, chart_parts(figure, (view.finding, view.caption), view.alt, notes), show_table)

"""The parts of the statement of accessibility."""

from typing import Any

from dash import html

from dashboard.components.about import plain_list, section
from dashboard.components.text import pieces
from dashboard.viewmodels.statement import FaultLine, PointPart, SituationPart


def point(part: PointPart) -> html.Section:
    """Return one point under its heading."""
    texts = [html.P(pieces(paragraph)) for paragraph in part.paragraphs]
    items = [plain_list(part.items)] if part.items else []
    situations = [child for item in part.situations for child in _situation(item)]
    return section(part.anchor, part.heading, [*texts, *items, *situations])


def _situation(part: SituationPart) -> list[Any]:
    return [html.H3(part.name), html.Ul([_fault(fault) for fault in part.faults])]


def _fault(fault: FaultLine) -> html.Li:
    return html.Li([fault.what, " ", fault.reason, " ", fault.instead, html.Small(fault.criteria)])

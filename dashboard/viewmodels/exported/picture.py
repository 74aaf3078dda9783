"""The picture of one indicator for one area, to be pasted elsewhere: its caption, source and edition go with it."""

from dataclasses import dataclass

from dashboard.i18n import words
from dashboard.viewmodels.contract import LegendItem, Row
from dashboard.viewmodels.report.naming import slug
from dashboard.viewmodels.report.records import Report
from indicators import with_unit


@dataclass(frozen=True, slots=True)
class RowPicture:
    """A row's two pictures with every text that stands round them. `name` is the file's without its ending."""

    lang: str
    area: str
    title: str
    place: str
    value: str
    findings: tuple[str, ...]
    row: Row
    trend_heading: str
    dots_heading: str
    first: str
    last: str
    legend: tuple[LegendItem, ...]
    lines: tuple[str, ...]
    name: str


def row_picture(report: Report, row: Row) -> RowPicture:
    """Return the picture of one of a report's rows."""
    say, periods = words(report.lang), [point.period for point in row.trend.points if point.x is not None]
    source = say("exported.sources_of", source=row.source, edition=report.edition)
    live = say("exported.sources_live", address=report.address) if report.address else ""
    findings = (
        row.nation_text,
        _said(row.position_symbol, row.position_text),
        _said(row.target.symbol, row.target.line) if row.target.value is not None else "",
        row.doubtful or "",
        row.corrected or "",
    )
    return RowPicture(
        lang=report.lang,
        area=report.area,
        title=row.full_name,
        place=", ".join(part for part in (report.area_name, row.period_text) if part),
        value=row.missing or with_unit(row.value_text, row.unit, report.lang),
        findings=tuple(text for text in findings if text),
        row=row,
        trend_heading=say("exported.picture_trend"),
        dots_heading=say("exported.picture_dots"),
        first=periods[0] if periods else "",
        last=periods[-1] if periods else "",
        legend=report.legend,
        lines=tuple(line for line in (f"{source} {row.derived_text}", live) if line),
        name=f"{report.name}-{slug(row.indicator)}",
    )


def _said(symbol: str, text: str) -> str:
    return f"{symbol} {text}".strip()

"""The native charts of slides: the years of an area and the nation, and every region's value."""

from dashboard.i18n import words
from dashboard.viewmodels.contract import Point, Row
from dashboard.viewmodels.exported.cells import Cell, nation_number, number_cell
from dashboard.viewmodels.exported.slides import ChartSeries, SlideChart
from dashboard.viewmodels.report.records import Report
from indicators import NATION

ENOUGH_YEARS = 3


def signal_chart(row: Row, picture: str, report: Report) -> SlideChart | None:
    """Return the picture of a signal; the other one where this cannot be drawn, None where neither can."""
    makers = (_years, _regions) if picture == "years" else (_regions, _years)
    return next((chart for make in makers if (chart := make(row, report)) is not None), None)


def _years(row: Row, report: Report) -> SlideChart | None:
    say, lines = words(report.lang), [row.trend.points, row.trend.nation]
    by_period = [{point.period: point for point in line if point.period} for line in lines]
    periods = tuple(sorted({period for line in by_period for period in line}))
    if len(by_period[0]) < ENOUGH_YEARS:
        return None
    names = (report.area_name, say(f"area.{NATION}"))
    series = tuple(
        ChartSeries(name, tuple(_cell(line, period) for period in periods), own=line is by_period[0])
        for name, line in zip(names, by_period, strict=True)
        if line
    )
    title = say("exported.chart_years", unit=row.unit, first=periods[0], last=periods[-1])
    alt = say("exported.chart_line", name=row.name, unit=row.unit, summary=row.trend.summary)
    return SlideChart("lines", title, periods, series, _decimals(series), None, None, alt)


def _cell(line: dict[str, Point], period: str) -> Cell:
    point = line.get(period)
    return number_cell(point.text if point and point.value is not None else None)


def _regions(row: Row, report: Report) -> SlideChart | None:
    if not row.regions:
        return None
    say = words(report.lang)
    bars = [(_name(mark.code, report, mark.word), mark.code, number_cell(mark.text)) for mark in row.regions]
    nation = nation_number(row, report.lang) or (row.value_text if report.area == NATION else "")
    if nation:
        bars.append((say(f"area.{NATION}"), NATION, number_cell(nation)))
    bars.sort(key=lambda bar: (bar[2].value or 0) * (1 if row.direction == "lower" else -1))
    codes = [code for _, code, _ in bars]
    series = (ChartSeries(row.name, tuple(cell for *_, cell in bars), own=True),)
    facts = {"name": row.name, "unit": row.unit, "period": row.period_text}
    alt = say(
        "exported.chart_bars_plain" if row.direction == "none" else "exported.chart_bars", **facts, summary=row.summary
    )
    strong, nation_at = (codes.index(code) if code in codes else None for code in (report.area, NATION))
    title = say("exported.chart_regions", unit=row.unit, period=row.period_text)
    names = tuple(name for name, *_ in bars)
    return SlideChart("bars", title, names, series, _decimals(series), strong, nation_at, alt)


def _name(code: str, report: Report, word: str) -> str:
    name = report.region_names[code]
    return f"{name} ({word})" if word else name


def _decimals(series: tuple[ChartSeries, ...]) -> int:
    return max(cell.decimals for line in series for cell in line.cells)

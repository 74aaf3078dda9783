"""Native charts on slides: editable, their numbers in a workbook of their own inside the file."""

from datetime import datetime
from functools import cached_property
from io import BytesIO
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches, Pt

from dashboard.exports._packed import repacked
from dashboard.exports._slides.tables import describe
from dashboard.exports._slides.template import CHART_TOP, LEFT
from dashboard.exports._slides.text import colour
from dashboard.viewmodels.exported.slides import ChartSeries, SlideChart

WIDTH, HEIGHT = Inches(8.0), Inches(5.3)
SIZE = 14
STRONG, PALE = Pt(3.5), Pt(2.25)
GAP = 25
LOCALES = {"sv": "41D", "en": "809"}
"""The numbers by which Office knows Swedish and British English."""


def add_chart(slide: Any, chart: SlideChart, published: str, lang: str) -> None:
    """Add a chart at the left below the slide's title, with what it shows as its description."""
    shape = _shape(chart.decimals, lang)
    data = _Data(chart, published, shape)
    data.categories = chart.categories
    for series in chart.series:
        data.add_series(series.name, [cell.value for cell in series.cells])
    kind = XL_CHART_TYPE.LINE_MARKERS if chart.kind == "lines" else XL_CHART_TYPE.BAR_CLUSTERED
    frame = slide.shapes.add_chart(kind, LEFT, CHART_TOP, WIDTH, HEIGHT, data)
    describe(frame, chart.alt)
    made = frame.chart
    made.font.size, made.font.color.rgb = Pt(SIZE), colour("ink")
    made.has_title = False
    if chart.kind == "lines":
        _lines(made, chart, shape)
    else:
        _bars(made, chart, shape)


class _Data(CategoryChartData):  # type: ignore[misc]  # the library's types are not whole, so none are read
    """The numbers of a chart, with a workbook of our own making: dated by the edition, and without a formula."""

    def __init__(self, chart: SlideChart, published: str, shape: str) -> None:
        super().__init__(number_format=shape)
        self._chart, self._published, self._shape = chart, published, shape

    @cached_property
    def _workbook_writer(self) -> "_Laid":
        return _Laid(CategoryWorkbookWriter(self), _numbers(self._chart, self._published, self._shape))


class _Laid:
    """Where the numbers lie in the workbook, as the library lays them, and the workbook itself."""

    def __init__(self, writer: CategoryWorkbookWriter, content: bytes) -> None:
        self._writer, self.xlsx_blob = writer, content

    def __getattr__(self, name: str) -> Any:
        return getattr(self._writer, name)


def _shape(decimals: int, lang: str) -> str:
    """How numbers are written: in the deck's language also where the machine has another."""
    return f"[$-{LOCALES[lang]}]#,##0" + ("." + "0" * decimals if decimals else "")


def _lines(made: Any, chart: SlideChart, shape: str) -> None:
    made.has_legend = True
    made.legend.position, made.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    made.legend.font.size, made.legend.font.color.rgb = Pt(SIZE), colour("ink")
    _axis(made.value_axis, shape)
    _axis(made.category_axis, None)
    for drawn, series in zip(made.plots[0].series, chart.series, strict=True):
        token = "brand" if series.own else "companion"
        drawn.smooth = False
        drawn.format.line.color.rgb, drawn.format.line.width = colour(token), STRONG if series.own else PALE
        if not series.own:
            drawn.format.line.dash_style = MSO_LINE.DASH
        drawn.marker.style = XL_MARKER_STYLE.CIRCLE if series.own else XL_MARKER_STYLE.DIAMOND
        drawn.marker.size = 7
        drawn.marker.format.fill.solid()
        drawn.marker.format.fill.fore_color.rgb = drawn.marker.format.line.color.rgb = colour(token)
        _last_value(drawn, series, is_highest=_last(series) == max(map(_last, chart.series)))


def _last(series: ChartSeries) -> float:
    return [cell.value for cell in series.cells if cell.value is not None][-1]


def _last_value(drawn: Any, series: ChartSeries, *, is_highest: bool) -> None:
    """The newest value stands beside its point, on the side where the other line is not."""
    places = [place for place, cell in enumerate(series.cells) if cell.value is not None]
    label = drawn.points[places[-1]].data_label
    label.font.size, label.font.bold, label.font.color.rgb = Pt(SIZE), series.own, colour("ink")
    label.position = XL_LABEL_POSITION.ABOVE if is_highest else XL_LABEL_POSITION.BELOW


def _axis(axis: Any, shape: str | None) -> None:
    axis.tick_labels.font.size, axis.tick_labels.font.color.rgb = Pt(SIZE), colour("ink")
    axis.format.line.color.rgb = colour("axis")
    axis.has_major_gridlines = shape is not None
    if shape is not None:
        axis.major_gridlines.format.line.color.rgb = colour("line")
        axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = shape, False


def _bars(made: Any, chart: SlideChart, shape: str) -> None:
    made.has_legend = False
    plot = made.plots[0]
    plot.gap_width, plot.vary_by_categories = GAP, False
    _axis(made.category_axis, None)
    made.category_axis.reverse_order = True
    # Every region is named, however closely.
    every = made.category_axis._element
    every.insert_element_before(
        every.makeelement(qn("c:tickLblSkip"), {"val": "1"}), "c:tickMarkSkip", "c:noMultiLvlLbl", "c:extLst"
    )
    made.value_axis.visible = made.value_axis.has_major_gridlines = False
    # A bar is read by its length: it must begin at nothing, unless values are on both sides of it.
    numbers = [cell.value for cell in chart.series[0].cells if cell.value is not None]
    if min(numbers) >= 0:
        made.value_axis.minimum_scale = 0
    plot.series[0].format.fill.solid()
    plot.series[0].format.fill.fore_color.rgb = colour("axis")
    for place, token in ((chart.nation, "mark"), (chart.strong, "brand")):
        if place is not None:
            point = plot.series[0].points[place]
            point.format.fill.solid()
            point.format.fill.fore_color.rgb = colour(token)
    _leave_room(made)
    _values(plot, shape)


def _leave_room(made: Any) -> None:
    """Give the names of the regions a third of the width, so that none is broken or left out."""
    layout = (
        f"<c:layout {nsdecls('c')}><c:manualLayout><c:layoutTarget val='inner'/>"
        "<c:xMode val='edge'/><c:yMode val='edge'/>"
        "<c:x val='0.33'/><c:y val='0.01'/><c:w val='0.6'/><c:h val='0.98'/></c:manualLayout></c:layout>"
    )
    area = made._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    area.insert(0, parse_xml(layout))


def _values(plot: Any, shape: str) -> None:
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = shape, False
    labels.position, labels.show_value = XL_LABEL_POSITION.OUTSIDE_END, True
    labels.font.size, labels.font.color.rgb = Pt(SIZE), colour("ink")


def _numbers(chart: SlideChart, published: str, shape: str) -> bytes:
    """The chart's own workbook, laid out as the chart reads it; a gap is told of beside the numbers."""
    import xlsxwriter

    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"title": chart.title, "created": datetime.fromisoformat(published)})
        sheet, plain = book.add_worksheet("Sheet1"), book.add_format({"num_format": shape})
        sheet.set_column(0, 0, max(map(len, chart.categories)))
        for row, name in enumerate(chart.categories, 1):
            sheet.write_string(row, 0, name)
        for column, series in enumerate(chart.series, 1):
            sheet.write_string(0, column, series.name)
            for row, cell in enumerate(series.cells, 1):
                if cell.value is not None:
                    sheet.write_number(row, column, cell.value, plain)
                else:
                    sheet.write_string(row, len(chart.series) + column, f"{series.name} {cell.mark}")
    return repacked(content.getvalue())

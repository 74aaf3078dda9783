"""Monthly series as XmR charts, with run lengths and re-bases as they are written down."""

from indicators.analysis.charts import ControlCharts
from indicators.areas import AREAS, NATION
from indicators.definition import Definition, Sex
from indicators.reference import Reference
from indicators.series import SeriesValues
from indicators.statistics.errors import RebaseError
from indicators.statistics.xmr import FEWEST, xmr
from indicators.statistics.xmr_records import Rebase, XmrChart, XmrSettings


def analyse_months(
    definition: Definition, sex: Sex, series: SeriesValues, reference: Reference, settings: ControlCharts
) -> dict[str, XmrChart]:
    """Return the charts of the nation and every region with twelve months or more, by area."""
    found: dict[str, XmrChart] = {}
    for area in (NATION, *AREAS.region_codes):
        points = [p for p in series.points.get((sex, area), ()) if definition.is_sound(area, *p)]
        if len(points) >= FEWEST:
            found[area] = _chart(definition, area, points, reference, settings)
    return found


def _chart(
    definition: Definition,
    area: str,
    points: list[tuple[str, float]],
    reference: Reference,
    settings: ControlCharts,
) -> XmrChart:
    target, periods = reference.target(definition.id), [period for period, _ in points]
    written = [item for item in settings.rebases if (item.indicator, item.area) == (definition.id, area)]
    unknown = [item.start for item in written if item.start not in periods[1:]]
    if unknown:
        raise RebaseError(found=unknown[0], allowed="must start at a month of the series after its first")
    runs = settings.runs
    return xmr(
        periods,
        [value for _, value in points],
        settings=XmrSettings(runs.one_side, runs.trend, runs.outer, runs.outer_of),
        rebases=[Rebase(item.start, item.decided.isoformat(), item.cause.sv) for item in written],
        target=(target.operator, target.value) if target and target.is_binding else None,
        bounds=(definition.plausible.low, definition.plausible.high),
    )

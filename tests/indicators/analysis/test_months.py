"""Monthly series: their settings, and the decisions to start new limits."""

import pytest

from indicators.analysis import charts
from indicators.analysis.charts import ControlCharts, read_control_charts
from indicators.analysis.months import analyse_months
from indicators.faults import FaultError
from indicators.statistics.errors import RebaseError
from tests.builders import definition, reference, series, target, text

MONTHS = [f"2025-{month:02d}" for month in range(1, 13)] + [f"2026-{month:02d}" for month in range(1, 13)]
STEADY = [20.0, 22.0] * 6
RUNS = {"one_side": 7, "trend": 7, "outer": 2, "outer_of": 3}
MONTHLY = definition(direction="lower", unit="days", period={"kind": "month", "note": text()}, plausible={"low": 0.0})


def settings(*rebases, **runs):
    return ControlCharts.model_validate({"runs": {**RUNS, **runs}, "rebases": list(rebases)})


def charted(values, *, chosen=None, held=(), area="03"):
    found = series({area: dict(zip(MONTHS, values, strict=False))})
    return analyse_months(MONTHLY, "T", found, reference(*held), chosen or settings()).get(area)


def rebase(**changes):
    raw = {
        "indicator": "sample",
        "area": "03",
        "start": "2026-01",
        "decided": "2026-02-01",
        "who": "A",
        "cause": text("C"),
    }
    return {**raw, **changes}


def test_the_settings_that_are_shipped_are_whole_and_change_nothing_documented():
    found = read_control_charts()
    assert found.runs.model_dump() == RUNS
    assert found.rebases == ()


def test_a_chart_needs_twelve_months():
    assert charted(STEADY[:11]) is None
    assert charted(STEADY).signals == ()


def test_limits_go_no_further_than_a_value_can():
    assert charted([1.0, 9.0] * 6).segments[0].limits.lower == 0.0


def test_a_run_length_is_a_setting():
    values = [20.0, 22.0, 20.0, 22.0, 20.0, 22.0, 22.5, 22.4, 22.5, 19.9, 20.0, 20.2]
    rules = {signal.rule for signal in charted(values, chosen=settings(one_side=4)).signals}
    assert "one-side" in rules
    assert "one-side" not in {signal.rule for signal in charted(values).signals}


def test_a_documented_rebase_starts_new_limits_in_its_own_area_only():
    values = [*STEADY, *(value + 10 for value in STEADY)]
    chosen = settings(rebase())
    chart = charted(values, chosen=chosen)
    assert [part.limits.centre for part in chart.segments] == [21.0, 31.0]
    assert chart.segments[1].rebase.cause == "C"
    assert len(charted(values, chosen=chosen, area="04").segments) == 1


def test_a_rebase_at_a_month_that_is_not_there_is_refused():
    with pytest.raises(RebaseError):
        charted(STEADY, chosen=settings(rebase(start="2030-01")))


def test_assurance_needs_a_target_in_force_of_the_same_definition():
    goal = {"operator": "<=", "value": 40.0, "unit": "days"}
    assert charted(STEADY, held=[target(**goal)]).assurance == "always-met"
    assert charted(STEADY, held=[target(**goal, status="superseded")]).assurance is None


@pytest.mark.parametrize(
    "change", [{"runs": {**RUNS, "trend": 1}}, {"rebases": [rebase(start="2026-13")]}, {"more": 1}]
)
def test_a_wrong_setting_is_refused(monkeypatch, change):
    monkeypatch.setattr(charts, "read_toml", lambda _: {"runs": RUNS, **change})
    with pytest.raises(FaultError):
        read_control_charts()

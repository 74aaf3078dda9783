"""Which region has what: every indicator and region once, and each state for its reason."""

from collections import Counter
from dataclasses import replace

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from indicators import coverage_of
from indicators.earlier_signals.store import SIGNALS
from indicators.editions.coverage import STATES
from indicators.editions.edition import OBSERVATIONS, SCORECARD

SILENT = ("severe-psychological-distress", "09")


@pytest.fixture(scope="module")
def covered(picture):
    return {(item.indicator, item.area): item for item in coverage_of(picture)}


def test_every_indicator_and_region_stands_once(covered, picture):
    pairs = [(item.id, code) for item in picture.catalogue.indicators for code in picture.areas.region_codes]
    assert list(covered) == pairs
    assert len(coverage_of(picture)) == len(pairs)
    assert {item.state for item in covered.values()} <= set(STATES)


def test_a_state_is_what_the_row_says(covered, picture):
    """A second, plain way to the same: by the observations themselves."""
    for (indicator, area), item in covered.items():
        definition = picture.catalogue.by_id[item.series or indicator]
        key = definition.series[0]
        points = dict(picture.edition.store.series(key.provider, key.key).points.get(("T", area), ()))
        headline = picture.scorecard().comparisons[definition.id, "T"].headline
        if headline in points:
            assert (item.state, item.period) == ("headline", headline)
        elif points:
            assert (item.state, item.period) == ("older", max(points))
        else:
            assert (item.state, item.period) == ("missing", None)


def test_what_the_publisher_withholds_is_not_said_to_be_missing(picture, tmp_path):
    definition = picture.catalogue.by_id[SILENT[0]]
    key, period = definition.series[0], picture.scorecard().comparisons[definition.id, "T"].headline
    row = {"source": key.provider, "source_key": key.key, "sex": "T", "area": SILENT[1], "period": period}
    for status, state in (("suppressed", "suppressed"), ("too-few", "suppressed"), ("not-reported", "missing")):
        folder = tmp_path / status
        folder.mkdir()
        pq.write_table(pa.Table.from_pylist([{**row, "status": status}]), folder / OBSERVATIONS)
        for kept in (SCORECARD, SIGNALS):
            (folder / kept).write_bytes((picture.edition.folder / kept).read_bytes())
        other = replace(picture, edition=replace(picture.edition, folder=folder))
        found = {(item.indicator, item.area): item for item in coverage_of(other)}
        assert found[SILENT].state == state


def test_a_series_without_regions_is_not_published_for_them(picture):
    catalogue = picture.catalogue
    item = catalogue.by_id["beds"]
    national = item.model_copy(update={"series": (item.series[0].model_copy(update={"levels": ("nation",)}),)})
    others = tuple(national if one.id == "beds" else one for one in catalogue.definitions)
    other = replace(picture, catalogue=replace(catalogue, definitions=others))
    states = Counter(item.state for item in coverage_of(other) if item.indicator == "beds")
    assert states == {"unpublished": len(picture.areas.regions)}

"""The observations of an edition, found by series."""

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from indicators.series import SeriesStore
from tests.builders import series


@pytest.fixture
def store(tmp_path):
    """Two publishers' series; one region's newer value was suppressed."""
    rows = [
        ("kolada", "N1", "01", "T", "2025", 2.0, "2026-08"),
        ("kolada", "N1", "01", "T", "2024", 1.0, "2024-09"),
        ("kolada", "N1", "03", "T", "2024", 5.0, "2024-09"),
        ("kolada", "N1", "03", "T", "2025", None, "2026-08"),
        ("kolada", "N1", "04", "F", "2024", None, "2024-09"),
        ("scb", "N1", "01", "T", "2023", 9.0, "2026-08"),
    ]
    names = ("source", "source_key", "area", "sex", "period", "value", "vintage")
    table = pa.table(dict(zip(names, map(list, zip(*rows, strict=True)), strict=True)))
    pq.write_table(table, tmp_path / "observations.parquet")
    return SeriesStore(tmp_path / "observations.parquet")


def test_the_series_of_a_file(store):
    assert store.keys() == (("kolada", "N1"), ("scb", "N1"))
    assert store.series("scb", "N1").points == {("T", "01"): (("2023", 9.0),)}


def test_points_are_oldest_first_and_hold_no_gaps(store):
    found = store.series("kolada", "N1")
    assert found.points == {("T", "01"): (("2024", 1.0), ("2025", 2.0)), ("T", "03"): (("2024", 5.0),)}
    assert found.vintages == {"2024": "2024-09", "2025": "2026-08"}


def test_a_series_that_is_not_there_is_empty(store):
    assert store.series("kolada", "N9").points == {}


def test_a_file_is_read_only_when_asked_for(tmp_path):
    untouched = SeriesStore(tmp_path / "nothing.parquet")
    with pytest.raises(FileNotFoundError):
        untouched.keys()


def test_lookups():
    found = series({"01": {"2023": 1.0, "2025": 3.0}})
    assert (found.at("T", "01", "2023"), found.at("T", "01", "2024"), found.at("F", "01", "2023")) == (1.0, None, None)
    assert found.latest("T", "01") == ("2025", 3.0)
    assert found.latest("T", "01", "2024") == ("2023", 1.0)
    assert found.latest("T", "01", "2022") is None
    assert found.latest("T", "99") is None


@pytest.mark.parametrize("lengths", [(1,), (1, 1, 1), (5, 1, 7), (64, 1, 1, 300, 2)])
def test_where_each_series_lies_is_found_without_reading_every_row(lengths, tmp_path):
    rows = [
        ("kolada", f"N{n}", "01", "T", f"{1900 + step}", float(step), "2026-08")
        for n, length in enumerate(lengths)
        for step in range(length)
    ]
    names = ("source", "source_key", "area", "sex", "period", "value", "vintage")
    pq.write_table(
        pa.table(dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))), tmp_path / "rows.parquet"
    )
    store = SeriesStore(tmp_path / "rows.parquet")
    keys = store.keys()
    assert keys == tuple(("kolada", f"N{n}") for n in range(len(lengths)))
    assert [len(store.series(*key).points["T", "01"]) for key in keys] == list(lengths)

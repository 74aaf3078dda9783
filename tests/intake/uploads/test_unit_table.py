"""Units to a folder: nothing is let in that could mislead, and nothing half written is left."""

import errno
import math

import pyarrow as pa
import pytest

from indicators import UNIT_COLUMNS, FaultError
from indicators.units.form import OFFSETS, TABLE
from indicators.units.store import UnitStore
from intake.uploads import unit_table as writing
from intake.uploads.unit_table import write_units
from tests.indicators.units.making import HIDDEN, frame, row, write


def refused(tmp_path, *rows):
    with pytest.raises(FaultError) as caught:
        write_units(frame(*rows), tmp_path)
    assert list(tmp_path.iterdir()) == [], "nothing is left of what was refused"
    return str(caught.value)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"region": "02"}, "units: region: found '02'; must be one of 01, 03"),
        ({"region": ""}, "units: region: found ''"),
        ({"kind": "ward"}, "units: kind: found 'ward'; must be one of hospital, health-centre, clinic"),
        ({"sex": "K"}, "units: sex: found 'K'; must be one of T, F, M"),
        ({"period": "2025-13"}, "units: period: found '2025-13'"),
        ({"period": "25"}, "units: period: found '25'"),
        ({"frequency": "day"}, "units: frequency: found 'day'"),
        ({"status": "ok"}, "units: status: found 'ok'"),
        ({"unit": "  "}, "units: unit: found '  '"),
        ({"unit": "x" * 201}, "units: unit: found 'xxx"),
        ({"indicator": "../x"}, "units: indicator: found '../x'"),
        ({"vintage": "20 november"}, "units: vintage: found '20 november'"),
        ({"vintage": None}, "units: vintage: found nothing in 1 rows"),
        ({"value": math.inf}, "units: value: found an infinite number in 1 rows"),
        ({"status": "too-few"}, "units: value: found a number in 1 hidden rows"),
        ({**HIDDEN, "denominator": 9.0}, "units: denominator: found a number in 1 hidden rows"),
        ({**HIDDEN, "status": "suppressed", "upper": 9.0}, "units: upper: found a number in 1 hidden rows"),
    ],
)
def test_what_could_mislead_is_refused_with_what_was_found(changes, told, tmp_path):
    assert told in refused(tmp_path, row(unit="Ett annat"), row(**changes))


def test_every_fault_is_told_at_once_and_many_are_counted(tmp_path):
    told = refused(tmp_path, *(row(unit=f"U{n}", kind=f"kind {n}", sex="X") for n in range(8)))
    assert told.count("units: kind: found 'kind") == 5
    assert "units: kind: found 3 more texts" in told
    assert "units: sex: found 'X'" in told


def test_a_unit_stands_once_with_each_period_and_sex(tmp_path):
    told = refused(tmp_path, row(value=1.0), row(unit="B"), row(value=2.0), row(sex="F"))
    assert "key: found sample/14/2025/T/Exempelsjukhuset/hospital and 0 more" in told


def test_a_lacking_column_is_named(tmp_path):
    with pytest.raises(FaultError, match="no lower, status"):
        write_units(frame(row()).drop(columns=["lower", "status"]), tmp_path)


def test_a_column_of_another_kind_is_refused(tmp_path):
    table = pa.Table.from_pandas(frame(row()).assign(value="eighty"), preserve_index=False)
    with pytest.raises(FaultError, match=r"units: value: found .*; must be a number or nothing"):
        write_units(table, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_table_with_codes_in_pieces_is_the_same_as_a_frame(tmp_path):
    rows = [row(region=region, unit=f"U{n}") for region in ("14", "01") for n in range(4)]
    pieces = [pa.Table.from_pandas(frame(*part), preserve_index=False) for part in (rows[:3], rows[3:])]
    coded = [table.set_column(2, "unit", table["unit"].dictionary_encode()) for table in pieces]
    # What is in the codes' list but in no row, as after a filter, is no text of the column.
    filtered = pa.concat_tables(coded).slice(1)
    (tmp_path / "a").mkdir()
    write_units(filtered.select(list(reversed(UNIT_COLUMNS))), tmp_path / "a")
    write(tmp_path / "b", *rows[1:])
    assert UnitStore(tmp_path / "a").units("sample", "14") == UnitStore(tmp_path / "b").units("sample", "14")
    assert (tmp_path / "a" / OFFSETS).read_bytes() == (tmp_path / "b" / OFFSETS).read_bytes()


def test_no_number_is_written_as_nothing(tmp_path):
    write(tmp_path, row(value=math.nan, lower=math.nan), row(unit="B", value=0.0))
    first, second = sorted(UnitStore(tmp_path).units("sample", "14"), key=lambda item: item.unit, reverse=True)
    assert (first.value, second.value) == (None, 0.0)


def test_a_folder_that_has_units_keeps_them(tmp_path):
    write(tmp_path, row())
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(FileExistsError):
        write_units(frame(row(value=1.0)), tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("fails_at", [TABLE, OFFSETS])
def test_a_full_disk_leaves_nothing_that_could_be_taken_for_units(fails_at, monkeypatch, tmp_path):
    real = writing.put

    def full(path, fill):
        if path.name == fails_at:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(path, fill)

    monkeypatch.setattr(writing, "put", full)
    with pytest.raises(OSError, match="No space left"):
        write_units(frame(row()), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_no_rows_are_no_units(tmp_path):
    write_units(frame(row()).head(0), tmp_path)
    assert (len(UnitStore(tmp_path)), UnitStore(tmp_path).indicators) == (0, ())

"""Units found in a folder: what is asked for, nothing else, and nothing from files that do not belong together."""

import subprocess
import sys

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators import UNIT_COLUMNS, UNIT_KINDS, UnitRow, UnitsDamagedError
from indicators.units.form import OFFSETS, TABLE
from indicators.units.store import UnitStore
from tests.indicators.units.making import HIDDEN, row, write

PERIODS = ("2023", "2024", "2024-03", "2024-W07", "2025")
KEY = ("indicator", "region", "period", "sex", "unit", "kind")


def key(item):
    return tuple(getattr(item, name) for name in KEY)


@pytest.fixture(scope="module")
def rows():
    """Two indicators, three regions, some periods, sexes and units; every seventh is hidden."""
    found = [
        row(indicator=indicator, region=region, period=period, sex=sex, unit=f"Enhet å{n}", value=n + 0.5,
            kind=UNIT_KINDS[n % 3], example=region == "09")
        for indicator in ("beds", "a-b") for region in ("14", "01", "09") for period in ("2025", "2023", "2024-03")
        for sex in "MTF" for n in range(7)
    ]  # fmt: skip
    return [item._replace(**HIDDEN) if place % 7 == 3 else item for place, item in enumerate(found)]


@pytest.fixture(scope="module")
def store(rows, tmp_path_factory):
    return UnitStore(write(tmp_path_factory.mktemp("units") / "2026-11", *rows))


def naive(rows, **wanted):
    """The same, by looking through all rows."""
    found = [item for item in rows if all(getattr(item, name) == value for name, value in wanted.items())]
    return tuple(sorted(found, key=key))


def test_what_is_asked_for_is_found(store, rows):
    assert len(store) == len(rows)
    assert store.indicators == ("a-b", "beds")
    assert store.regions("beds") == ("01", "09", "14")
    for indicator in store.indicators:
        for region in ("01", "09", "14"):
            assert store.periods(indicator, region) == ("2023", "2024-03", "2025")
            newest = naive(rows, indicator=indicator, region=region, period="2025")
            assert store.units(indicator, region) == newest
            assert store.all_regions(indicator)[region] == newest
            for period in ("2023", "2024-03"):
                own = naive(rows, indicator=indicator, region=region, period=period)
                assert store.units(indicator, region, period) == own


def test_one_units_series_is_oldest_first(store, rows):
    found = store.series("beds", "14", "Enhet å5", "F")
    assert found == naive(rows, indicator="beds", region="14", unit="Enhet å5", sex="F")
    assert [item.period for item in found] == ["2023", "2024-03", "2025"]
    assert store.series("beds", "14", "Enhet å9") == ()


def test_the_newest_period_not_after_a_year(store):
    assert store.newest("beds", "14") == "2025"
    assert store.newest("beds", "14", "2024") == "2024-03"
    assert store.newest("beds", "14", "2023") == "2023"
    assert store.newest("beds", "14", "2022") is None
    assert store.newest("beds", "25") is None


def test_what_is_not_there_is_empty(store):
    assert store.units("none", "14") == store.units("beds", "25") == store.units("beds", "14", "2020") == ()
    assert store.regions("none") == store.periods("beds", "25") == ()


def test_what_is_missing_is_none_and_never_zero(store):
    hidden = [item for item in store.units("beds", "14") if item.is_hidden]
    assert hidden
    assert {(item.value, item.numerator, item.denominator, item.lower) for item in hidden} == {(None,) * 4}


def test_each_region_tells_when_it_was_confirmed_and_whether_it_is_made_up(store):
    assert {code: (told.vintage, told.example) for code, told in store.told.items()} == {
        "01": ("2026-11-20", False),
        "09": ("2026-11-20", True),
        "14": ("2026-11-20", False),
    }


def test_any_reader_of_arrow_opens_the_file(store, rows, tmp_path):
    with pa.memory_map(str(write(tmp_path / "again", *rows) / TABLE)) as source:
        table = pa.ipc.open_file(source).read_all()
    assert tuple(table.column_names) == UNIT_COLUMNS
    assert table.num_rows == len(rows)
    assert [UnitRow(**item) for item in table.to_pylist()] == sorted(rows, key=key)


def test_a_folder_without_units_and_no_folder_are_empty(tmp_path):
    for empty in (UnitStore(tmp_path), UnitStore(), UnitStore(tmp_path / "nowhere")):
        assert (len(empty), empty.indicators, empty.units("beds", "14"), dict(empty.told)) == (0, (), (), {})


def flip(path, place):
    content = bytearray(path.read_bytes())
    content[place] ^= 0xFF
    path.write_bytes(bytes(content))


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda f: (f / OFFSETS).unlink(), f"{OFFSETS}: the file is missing"),
        (lambda f: (f / TABLE).unlink(), f"{TABLE}: cannot be read"),
        (lambda f: (f / TABLE).write_bytes(b""), f"{TABLE}: ends at byte 0"),
        (lambda f: (f / TABLE).write_bytes((f / TABLE).read_bytes()[:-9]), f"{TABLE}: ends at byte"),
        (lambda f: (f / TABLE).write_bytes((f / TABLE).read_bytes() + b"x"), f"{TABLE}: not the file"),
        (lambda f: flip(f / TABLE, 0), f"{TABLE}: not the file"),
        (lambda f: (f / OFFSETS).write_text("{"), f"{OFFSETS}: (file)"),
        (lambda f: (f / OFFSETS).write_text('{"format":2}'), f"{OFFSETS}: format"),
        (lambda f: (f / OFFSETS).write_text((f / OFFSETS).read_text().replace("[0,", "[900,")), "not there"),
    ],
)
def test_files_that_do_not_belong_together_are_refused_by_name(damage, told, rows, tmp_path):
    folder = write(tmp_path / "2026-11", *rows)
    damage(folder)
    with pytest.raises(UnitsDamagedError) as caught:
        UnitStore(folder).units("beds", "14")
    assert str(caught.value).startswith("2026-11/")
    assert told in str(caught.value)


SOME = st.builds(
    row,
    indicator=st.sampled_from(["a", "b-c", "d"]),
    region=st.sampled_from(["01", "14", "25"]),
    period=st.sampled_from(PERIODS),
    sex=st.sampled_from("TFM"),
    unit=st.text("aåÖ é,;", min_size=1, max_size=4).filter(str.strip),
    kind=st.sampled_from(UNIT_KINDS),
    value=st.none() | st.floats(-1e9, 1e9),
    numerator=st.none() | st.integers(0, 10**9).map(float),
    example=st.booleans(),
)


@given(st.lists(SOME, min_size=1, max_size=60, unique_by=key))
def test_whatever_is_written_is_read_back(tmp_path_factory, found):
    store = UnitStore(write(tmp_path_factory.mktemp("some"), *found))
    read = [item for i in store.indicators for r in store.regions(i) for p in store.periods(i, r)
            for item in store.units(i, r, p)]  # fmt: skip
    assert read == sorted(found, key=key)
    for item in found:
        own = naive(found, **{name: getattr(item, name) for name in ("indicator", "region", "unit", "sex")})
        assert store.series(item.indicator, item.region, item.unit, item.sex) == own


def test_reading_loads_neither_pyarrow_nor_numpy(store, rows, tmp_path):
    folder = write(tmp_path / "light", *rows)
    code = (
        "import sys; from pathlib import Path; from indicators.units.store import UnitStore; "
        f"store = UnitStore(Path({str(folder)!r})); assert len(store.units('beds', '14')) == 21; "
        "sys.exit(' '.join({'numpy', 'pandas', 'pyarrow', 'scipy'} & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")

"""The formats: found by scanning, each writing whole and readable files, the same bytes for the same figures."""

import csv
import io
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dashboard.exports import FORMATS
from dashboard.files import EditionFiles, Shelf, keep
from dashboard.viewmodels.data.package import DESCRIPTION, WHOLE, files_of
from indicators import DICTIONARY, edition_table

ROOT = Path(__file__).parents[2]
TABLE = pa.table({"name": ["å", "=1", None], "value": [-5.0, 0.1, None]})


@pytest.fixture(scope="module")
def files(picture):
    return EditionFiles(picture)


def whole(kept):
    return b"".join(kept.pieces())


def test_every_module_of_the_folder_is_a_format():
    found = [path for path in (ROOT / "dashboard" / "exports").glob("*.py") if not path.name.startswith("_")]
    assert len(FORMATS) == len(found) >= 6
    assert all("/" in module.MIME for module in FORMATS.values())


def test_csv_is_written_whole():
    text = b"".join(FORMATS["csv"].write(TABLE)).decode()
    assert text == "name,value\r\nå,-5\r\n'=1,0.1\r\n,\r\n"


def test_csv_of_many_rows_loses_none_between_its_pieces():
    table = pa.table({"n": list(range(10_000))})
    pieces = list(FORMATS["csv"].write(table))
    assert len(pieces) > 2
    assert b"".join(pieces).decode().split() == ["n", *map(str, range(10_000))]


def test_parquet_keeps_types_and_gaps():
    found = pq.read_table(io.BytesIO(b"".join(FORMATS["parquet"].write(TABLE))))
    assert found.equals(TABLE)


def test_an_archive_of_the_same_files_is_the_same():
    files = [("a.txt", [b"1", b"2"]), ("b.txt", [b""])]
    once, again = (b"".join(FORMATS["zip"].write(files)) for _ in range(2))
    assert once == again
    assert zipfile.ZipFile(io.BytesIO(once)).read("a.txt") == b"12"


def test_the_whole_edition_holds_every_file_as_it_is_alone(files):
    archive = zipfile.ZipFile(io.BytesIO(whole(files.get(WHOLE))))
    assert archive.testzip() is None
    assert archive.namelist() == [DESCRIPTION, *files_of()]
    for name in ("areas.csv", "coverage.parquet", DESCRIPTION):
        assert archive.read(name) == whole(files.get(name))


@pytest.mark.parametrize("name", DICTIONARY.tables)
def test_the_two_forms_of_a_table_say_the_same(name, files, picture):
    table = pq.read_table(io.BytesIO(whole(files.get(f"{name}.parquet"))))
    assert table.equals(edition_table(picture, name))
    lines = csv.reader(io.StringIO(whole(files.get(f"{name}.csv")).decode(), newline=""))
    assert next(lines) == table.column_names
    n = 0
    for n, row in enumerate(lines, 1):
        if n % 997 == 1:
            own = table.slice(n - 1, 1).to_pylist()[0]
            for text, value in zip(row, own.values(), strict=True):
                assert text == "" if value is None else text.lstrip("'") == str(value) or float(text) == float(value)
    assert n == table.num_rows


def test_a_file_is_given_out_in_small_pieces_and_its_facts_are_true():
    content = bytes(range(256)) * 4096
    kept = keep("x", "csv", [content[:100], content[100:]])
    pieces = list(kept.pieces())
    assert b"".join(pieces) == content
    assert max(map(len, pieces)) <= 1 << 16
    assert kept.facts.bytes == len(content)
    assert len(kept.packed) < len(content)


def test_files_are_written_once_and_an_unknown_one_never(picture):
    shelf = Shelf()
    files = shelf.of(picture)
    assert shelf.of(picture) is files
    assert files.get("areas.csv") is files.get("areas.csv")
    with pytest.raises(KeyError):
        files.get("../areas.csv")

"""Opening editions: verified file by file, falling back to the one before, and refused when none is whole."""

import json
import shutil

import pytest

from indicators import EMBEDDED, EditionDamagedError, list_editions, open_current, open_edition
from indicators.editions.edition import CURRENT, MANIFEST, sha256
from tests.intake.test_edition_build import build


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A store with the editions 2026-10 and 2026-11, the second one current."""
    folder = tmp_path_factory.mktemp("built")
    build(folder, "2026-10")
    build(folder, "2026-11")
    return folder / "store"


@pytest.fixture
def store(built, tmp_path):
    """A copy to damage."""
    return shutil.copytree(built, tmp_path / "store")


def flip(path, place=-1):
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(bytes(content))


FILES = ("observations.parquet", "international.json", "scorecard.json.gz", "scorecard-2023.json.gz")


def test_the_current_edition_is_opened(store):
    edition = open_current(store)
    assert (edition.number, edition.fallback) == ("2026-11", None)
    assert list_editions(store) == ("2026-11", "2026-10")


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("place", [0, 40, -1])
def test_a_flipped_byte_is_caught(store, name, place):
    path = store / "2026-11" / name
    wanted = sha256(path)
    flip(path, place)
    message = f"2026-11/{name}: sha256 is {sha256(path)}, the manifest says {wanted}"
    with pytest.raises(EditionDamagedError) as caught:
        open_edition(store / "2026-11")
    assert str(caught.value) == message
    edition = open_current(store)
    assert (edition.number, edition.fallback) == ("2026-10", message)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(store, name):
    (store / "2026-11" / name).unlink()
    edition = open_current(store)
    assert (edition.number, edition.fallback) == ("2026-10", f"2026-11/{name}: the file is missing")


def test_a_missing_manifest_is_named(store):
    (store / "2026-11" / MANIFEST).unlink()
    assert list_editions(store) == ("2026-10",)
    edition = open_current(store)
    assert (edition.number, edition.fallback) == ("2026-10", "2026-11/manifest.json: the file is missing")


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"{}", b'{"files": []}', b'{"files": {"a": {}}, "assessed_years": []}', b"\xff\xfe"],
)
def test_a_manifest_that_is_none(store, content):
    (store / "2026-11" / MANIFEST).write_bytes(content)
    edition = open_current(store)
    assert edition.number == "2026-10"
    assert edition.fallback.startswith("2026-11/manifest.json: not a manifest (")


@pytest.mark.parametrize("fact", ["number", "published", "counts", "sources"])
def test_a_manifest_without_a_fact(store, fact):
    path = store / "2026-11" / MANIFEST
    manifest = json.loads(path.read_bytes())
    del manifest[fact]
    path.write_text(json.dumps(manifest), encoding="utf-8")
    assert open_current(store).fallback == f"2026-11/manifest.json: does not tell of {fact}"


@pytest.mark.parametrize("name", FILES)
def test_a_manifest_that_leaves_a_file_out(store, name):
    path = store / "2026-11" / MANIFEST
    manifest = json.loads(path.read_bytes())
    del manifest["files"][name]
    path.write_text(json.dumps(manifest), encoding="utf-8")
    assert open_current(store).fallback == f"2026-11/manifest.json: does not tell of {name}"


def test_no_whole_edition_says_every_fault(store):
    (store / "2026-11" / "observations.parquet").unlink()
    (store / "2026-10" / "international.json").unlink()
    with pytest.raises(EditionDamagedError) as caught:
        open_current(store)
    first, second = "2026-11/observations.parquet", "2026-10/international.json"
    assert str(caught.value) == f"{first}: the file is missing; {second}: the file is missing"


def test_an_edition_after_the_current_one_is_no_fallback(store):
    (store / CURRENT).write_text('{"number": "2026-10"}', encoding="utf-8")
    assert open_current(store).number == "2026-10"
    (store / "2026-10" / "observations.parquet").unlink()
    with pytest.raises(EditionDamagedError, match=r"^2026-10/observations.parquet: the file is missing$"):
        open_current(store)


def test_a_missing_pointer_gives_the_newest_and_says_so(store):
    (store / CURRENT).unlink()
    edition = open_current(store)
    assert (edition.number, edition.fallback) == ("2026-11", "store/current.json: the file is missing")


@pytest.mark.parametrize("content", [b"", b"garbage", b"[]", b"null", b"{}", b'"2026-11"', b"\xff"])
def test_a_garbage_pointer_gives_the_newest_and_says_so(store, content):
    (store / CURRENT).write_bytes(content)
    edition = open_current(store)
    assert (edition.number, edition.fallback) == ("2026-11", "store/current.json: not a pointer to an edition")


def test_a_pointer_to_what_is_not_there(store):
    (store / CURRENT).write_text('{"number": "2026-12"}', encoding="utf-8")
    edition = open_current(store)
    assert (edition.number, edition.fallback) == ("2026-11", "2026-12/manifest.json: the file is missing")


def test_an_empty_store(tmp_path):
    (tmp_path / "store").mkdir()
    for folder in (tmp_path / "store", tmp_path / "nowhere"):
        with pytest.raises(EditionDamagedError, match=rf"^{folder.name}/current.json: the file is missing$"):
            open_current(folder)
        assert list_editions(folder) == ()


def test_the_embedded_edition_is_whole():
    edition = open_current()
    assert edition.fallback is None
    assert {path.name for path in edition.folder.iterdir()} == {*edition.manifest["files"], MANIFEST}
    assert {path.name for path in EMBEDDED.iterdir()} == {CURRENT, *list_editions()}
    for name, facts in edition.manifest["files"].items():
        assert facts["bytes"] == (edition.folder / name).stat().st_size


def test_the_embedded_edition_is_counted():
    manifest = open_current().manifest
    assert manifest["counts"] == {
        "observations": 148181,
        "series": 128,
        "municipality": 101944,
        "region": 44276,
        "nation": 1961,
        "quarantined": 0,
        "revisions": 0,
    }
    assert {item["source"]: item["rows"] for item in manifest["sources"]} == {
        "kolada": 144265,
        "scb": 1276,
        "fohm": 1160,
        "scb-fohm": 896,
        "fk": 330,
        "socialstyrelsen": 254,
    }


# Read by hand in the figures' file: provider, key, area, period, sex, value.
READ_BY_HAND = [
    ("kolada", "N79190", "14", "2023", "T", 49.9),
    ("kolada", "N79190", "00", "2023", "T", 47.6),
    ("kolada", "U01402", "01", "2022", "F", 5.7),
    ("kolada", "U01402", "01", "2022", "M", 5.8),
    ("kolada", "U01402", "01", "2022", "T", 5.8),
    ("kolada", "N00925", "0980", "2022", "T", 85.17),
    ("kolada", "N60986", "1762", "2020", "T", 0.0),
    ("kolada", "N79173", "01", "2025", "T", 95.9),
    ("kolada", "N79221", "14", "2025", "T", 146.1),
    ("kolada", "U70449", "00", "2017", "T", 83.5),
    ("fohm", "rokning", "25", "2024", "T", 7.3),
    ("scb-fohm", "medellivslangd", "00", "2025", "T", 84.0),
    ("scb-fohm", "medellivslangd", "25", "2025", "T", 81.6),
    ("scb", "standardkostnad_hsv", "14", "2026", "T", 32697.0),
    ("socialstyrelsen", "bup-median-vantetid-forsta-besok", "01", "2026-06", "T", 25.0),
]


@pytest.mark.parametrize(("provider", "key", "area", "period", "sex", "value"), READ_BY_HAND)
def test_values_read_by_hand(picture, provider, key, area, period, sex, value):
    assert picture.edition.store.series(provider, key).at(sex, area, period) == value

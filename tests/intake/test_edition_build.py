"""From a folder of figures to an edition: whole and the same every time, or refused with the store as it was."""

import datetime as dt
import gzip
import json

import pyarrow.parquet as pq
import pytest

from indicators import Catalogue, FaultError, open_current, open_edition
from indicators.editions.edition import sha256
from indicators.observation import COLUMNS
from intake import Plan, build_edition
from tests.builders import (
    COUNTRIES_HEADER,
    FIGURES_HEADER,
    REGIONS,
    YEARS,
    definition,
    figure_line,
    figure_lines,
    graded,
    reference,
    target,
    write_figures,
)

CATALOGUE = Catalogue((definition(),))
REFERENCE = reference(target(value=60.0), graded())
PUBLISHED = dt.date(2026, 11, 21)


def build(folder, number="2026-11", catalogue=CATALOGUE, **figures):
    """Build an edition of a few figures in `folder`/store."""
    plan = Plan(write_figures(folder / "figures", **figures), folder / "store", number, PUBLISHED)
    return build_edition(plan, catalogue, REFERENCE)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return build(tmp_path_factory.mktemp("built"))


def snapshot(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(folder, **figures):
    """The message of a build that is refused; the store, with an edition in it, must be as it was."""
    build(folder, "2026-10")
    before = snapshot(folder / "store")
    with pytest.raises(FaultError) as caught:
        build(folder, **figures)
    assert snapshot(folder / "store") == before
    assert open_current(folder / "store").number == "2026-10"
    return str(caught.value)


def test_the_manifest_tells_what_is_in_it(built):
    manifest = json.loads((built.folder / "manifest.json").read_bytes())
    lines = len(figure_lines())
    assert manifest["number"] == "2026-11"
    assert manifest["published"] == "2026-11-21"
    assert manifest["counts"] == {
        "observations": lines,
        "series": 1,
        "region": 21 * len(YEARS),
        "nation": len(YEARS),
        "municipality": len(YEARS),
        "quarantined": 0,
        "revisions": 0,
    }
    counted = {"source": "kolada", "series": 1, "rows": lines, "vintages": ["2026-08"], "first": "2016", "last": "2025"}
    assert manifest["sources"] == [{**counted, "address": None, "read_on": None, "refused": []}]
    assert manifest["assessed_years"] == ["2024", "2023", "2022", "2021", "2020"]


def test_the_manifest_holds_the_digest_of_every_file(built):
    files = {path.name: path for path in built.folder.iterdir() if path.name != "manifest.json"}
    assert set(built.manifest["files"]) == set(files)
    for name, path in files.items():
        assert built.manifest["files"][name] == {"sha256": sha256(path), "bytes": path.stat().st_size}


def test_the_pointer_is_the_new_edition_and_nothing_is_left_behind(built):
    store = built.folder.parent
    assert json.loads((store / "current.json").read_bytes()) == {"number": "2026-11"}
    assert {path.name for path in store.iterdir()} == {"current.json", "2026-11"}
    assert open_current(store).fallback is None


def test_the_rows_have_the_projects_own_form(built):
    table = pq.read_table(built.folder / "observations.parquet")
    assert tuple(table.column_names) == COLUMNS
    row = {name: column[0] for name, column in table.to_pydict().items()}
    assert (row["indicator"], row["source"], row["source_key"], row["status"]) == ("sample", "kolada", "N1", "final")
    assert built.store.series("kolada", "N1").at("T", REGIONS[0], "2025") == 55.5
    assert built.store.keys() == (("kolada", "N1"),)


def test_the_stored_scorecard_is_of_the_figures(built):
    row = built.scorecard().row("sample", "T", "25")
    assert (row.value, row.period, row.target.verdict, row.trend.verdict) == (75.5, "2025", "met", "improving")
    assert built.scorecard("2021").row("sample", "T", "25").value == 73.5
    assert built.countries["Sample"].average == 71.5
    assert built.scorecard().international["sample"].judgement.verdict == "worse"


def test_the_same_input_gives_the_same_bytes(built, tmp_path):
    again = build(tmp_path)
    assert snapshot(again.folder) == snapshot(built.folder)


def test_the_order_of_the_lines_does_not_matter(built, tmp_path):
    assert snapshot(build(tmp_path, lines=figure_lines()[::-1]).folder) == snapshot(built.folder)


def test_progress_is_told(tmp_path):
    told = []
    plan = Plan(write_figures(tmp_path / "figures"), tmp_path / "store", "1", PUBLISHED)
    build_edition(plan, CATALOGUE, REFERENCE, told.append)
    assert told[0] == f"{len(figure_lines())} observations checked"
    assert told[-1] == "chosen: signals and subjects to raise"


def test_an_edition_is_never_changed(tmp_path):
    build(tmp_path)
    before = snapshot(tmp_path / "store")
    with pytest.raises(FaultError) as caught:
        build(tmp_path)
    assert str(caught.value) == (
        "2026-11: number: found an edition with this number; "
        "editions are never changed: choose a new number or remove the folder"
    )
    assert snapshot(tmp_path / "store") == before


def test_a_missing_file_of_observations(tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(FaultError) as caught:
        build_edition(Plan(tmp_path / "empty", tmp_path / "store", "1", PUBLISHED), CATALOGUE, REFERENCE)
    assert str(caught.value) == "observations.csv.gz: (file): found nothing; the folder empty must hold it"
    assert not (tmp_path / "store").exists()


def test_a_missing_file_of_countries(tmp_path):
    folder = write_figures(tmp_path / "figures")
    (folder / "international.csv").unlink()
    with pytest.raises(FaultError) as caught:
        build_edition(Plan(folder, tmp_path / "store", "1", PUBLISHED), CATALOGUE, REFERENCE)
    assert str(caught.value) == "international.csv: (file): found nothing; the folder figures must hold it"
    assert not (tmp_path / "store").exists()


DAMAGES = ("no gzip", "cut short", "no deflate", "flipped inside", "flipped checksum", "empty")


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_of_observations(tmp_path, damage):
    path = write_figures(tmp_path / "figures") / "observations.csv.gz"
    whole = path.read_bytes()
    middle, end = len(whole) // 2, len(whole) - 8
    path.write_bytes(
        {
            "no gzip": b"indicator,provider\n",
            "cut short": whole[:middle],
            "no deflate": whole[:10] + b"\x07" + whole[11:],
            "flipped inside": whole[:middle] + bytes([whole[middle] ^ 0x55]) + whole[middle + 1 :],
            "flipped checksum": whole[:end] + bytes([whole[end] ^ 0x55]) + whole[end + 1 :],
            "empty": b"",
        }[damage]
    )
    with pytest.raises(FaultError) as caught:
        build_edition(Plan(path.parent, tmp_path / "store", "1", PUBLISHED), CATALOGUE, REFERENCE)
    assert str(caught.value).startswith("observations.csv.gz: (file): found ")
    assert str(caught.value).endswith("; must be gzip-compressed CSV in UTF-8")
    assert not (tmp_path / "store").exists()


def test_a_missing_column(tmp_path):
    lines = [line.removesuffix(",2026-08") for line in figure_lines()]
    folder = write_figures(tmp_path / "figures", lines)
    header = FIGURES_HEADER.removesuffix(",vintage")
    (folder / "observations.csv.gz").write_bytes(gzip.compress("\n".join([header, *lines]).encode()))
    with pytest.raises(FaultError, match=r"^observations.csv.gz: columns: found no vintage; must hold provider, key, "):
        build_edition(Plan(folder, tmp_path / "store", "1", PUBLISHED), CATALOGUE, REFERENCE)


BAD_LINES = {
    "source_key: found 'N9' (N9/01/2026/T); no definition names this series": {"key": "N9"},
    "value: found nan (N1/01/2026/T); must be a finite number": {"value": "many"},
    "area: found '02' (N1/02/2026/T); must be a known code of its level": {"area": "02"},
    "sex: found 'K' (N1/01/2026/K); must be T, F or M": {"sex": "K"},
}


@pytest.mark.parametrize(("message", "change"), BAD_LINES.items(), ids=[str(change) for change in BAD_LINES.values()])
def test_a_bad_line_is_refused_and_the_store_is_as_it_was(tmp_path, message, change):
    lines = [*figure_lines(), figure_line(**{"period": "2026", **change})]
    assert refused(tmp_path, lines=lines) == f"observations.csv.gz row {len(lines) + 1}: {message}"


COUNTRY = "Sample,percent,Norway,2024,{},OECD,2026,CC BY"


@pytest.mark.parametrize("value", ["", "many", "inf", "nan"])
def test_a_bad_international_value(tmp_path, value):
    foreign = [COUNTRY.format(80), COUNTRY.format(value)]
    message = f"international.csv row 3: value: found '{value}'; must be a finite number"
    assert refused(tmp_path, foreign=foreign) == message


def test_an_international_table_that_is_none(tmp_path):
    folder = write_figures(tmp_path / "figures")
    plan = Plan(folder, tmp_path / "store", "1", PUBLISHED)
    for content, message in (
        ("", "international.csv: (file): found No columns to parse from file; must be CSV in UTF-8"),
        ("indicator,unit\n", "international.csv: columns: found no area, year, value, publisher, edition, licence; "),
    ):
        (folder / "international.csv").write_text(content, encoding="utf-8")
        with pytest.raises(FaultError) as caught:
            build_edition(plan, CATALOGUE, REFERENCE)
        assert str(caught.value).startswith(message)
    assert COUNTRIES_HEADER.startswith("indicator,unit,area")


def test_countries_are_read_with_their_newest_value(tmp_path):
    foreign = [
        "Sample,percent,Sweden,2022,70,OECD,2026,CC BY",
        "Sample,percent,Sweden,2023,71,OECD,2026,CC BY",
        "Sample,percent,Norway,2022,80,OECD,2026,CC BY",
        "Sample,percent,Finland,2022,82,OECD,2026,CC BY",
        "Sample,percent,Denmark,2021,84,OECD,2026,CC BY",
        "Sample,percent,OECD average,2022,75,OECD,2026,CC BY",
        "Sample,percent,OECD average,2023,76,OECD,2026,CC BY",
    ]
    found = build(tmp_path, foreign=foreign).countries["Sample"]
    assert found.values == {"Denmark": 84.0, "Finland": 82.0, "Norway": 80.0, "Sweden": 71.0}
    assert (found.year, found.years) == ("2022", ("2021", "2023"))
    assert (found.average, found.average_label) == (75.0, "OECD average")
    assert found.sweden == 70.0, "Sweden is held against the average of the same year"


def test_an_international_table_of_averages_only(tmp_path):
    found = build(tmp_path, foreign=["Sample,percent,OECD average,2024,75,OECD,2026,CC BY"])
    assert found.countries["Sample"].values == {}
    assert found.scorecard().international["sample"].judgement.reason.key == "international.no-sweden"


def test_a_build_does_not_touch_the_editions_before(tmp_path):
    first = build(tmp_path, "2026-10")
    before = snapshot(first.folder)
    second = build(tmp_path, "2026-11")
    assert snapshot(first.folder) == before
    assert open_current(tmp_path / "store").number == second.number
    assert open_edition(first.folder).number == "2026-10"


@pytest.mark.parametrize("number", ["", "..", "../outside", "2026/11", ".hidden", "-x", " 2026-11"])
def test_a_number_that_is_no_folders_name(tmp_path, number):
    with pytest.raises(FaultError) as caught:
        build(tmp_path, number)
    allowed = "must be letters, digits, '.', '-' and '_', beginning with a letter or digit: a folder gets this name"
    assert str(caught.value) == f"edition: number: found {number!r}; {allowed}"
    assert not (tmp_path / "store").exists()

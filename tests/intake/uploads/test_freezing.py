"""The regions' confirmed units into an edition, with what its manifest tells of them."""

import pyarrow as pa

from indicators import DataFolder, Edition
from indicators.editions.edition import open_edition
from indicators.units.form import OFFSETS, TABLE
from indicators.units.store import UnitStore
from intake import freeze_units
from intake.uploads import freezing
from tests.indicators.units.making import HIDDEN, frame, row
from tests.intake.test_edition_build import build


def given(monkeypatch, **by_region):
    """Let these be the confirmed uploads, as tables."""
    tables = {
        code.removeprefix("r"): pa.Table.from_pandas(frame(*rows), preserve_index=False)
        for code, rows in by_region.items()
    }
    monkeypatch.setattr(freezing, "confirmed_regions", lambda _: tuple(tables))
    monkeypatch.setattr(freezing, "current_units", lambda _, region: tables[region] if len(tables[region]) else None)


def test_without_uploads_nothing_is_written(tmp_path):
    target = tmp_path / "edition"
    target.mkdir()
    assert freeze_units(DataFolder(tmp_path).make(), target) == []
    assert list(target.iterdir()) == []


def test_every_regions_units_are_written_and_told_of(monkeypatch, tmp_path):
    own = [row(region="01", unit="A", period="2024"), row(region="01", unit="A"), row(region="01", unit="B", **HIDDEN)]
    made_up = [row(region="14", indicator="beds", example=True, vintage="2026-11-21", value=None, lower=None)]
    given(monkeypatch, r01=own, r14=made_up, r09=[])
    facts = freeze_units(DataFolder(tmp_path), tmp_path)
    store = UnitStore(tmp_path)
    assert (len(store), store.units("sample", "01")) == (4, tuple(own[1:]))
    assert store.units("beds", "14") == tuple(made_up)
    assert facts == [
        {"region": "01", "rows": 3, "units": 2, "indicators": ["sample"], "first": "2024", "last": "2025",
         "vintage": "2026-11-20", "example": False},
        {"region": "14", "rows": 1, "units": 1, "indicators": ["beds"], "first": "2025", "last": "2025",
         "vintage": "2026-11-21", "example": True},
    ]  # fmt: skip


def test_an_edition_reads_only_units_that_its_manifest_tells_of(monkeypatch, tmp_path):
    folder = build(tmp_path, "2026-11").folder
    assert len(open_edition(folder).units) == 0
    given(monkeypatch, r14=[row()])
    freeze_units(DataFolder(tmp_path), folder)
    assert len(open_edition(folder).units) == 0, "a file that nobody vouches for is not read"
    files = {TABLE: {}, OFFSETS: {}}
    assert len(Edition(folder, {"files": files}).units) == 1

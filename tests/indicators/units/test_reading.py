"""The units a reader sees: what was frozen, and what regions have confirmed or taken back since."""

import shutil

import pytest

from indicators.units.form import OFFSETS, TABLE
from indicators.units.reading import Units
from indicators.units.store import UnitStore
from indicators.units.uploaded import UploadedUnits
from tests.indicators.units.making import point, row, upload, write


@pytest.fixture
def frozen(tmp_path):
    """Two regions as they were on 20 November."""
    rows = [row(region=region, unit=f"Fryst {region}", vintage="2026-11-20") for region in ("01", "14")]
    return UnitStore(write(tmp_path / "2026-11", *rows))


@pytest.fixture
def uploads(tmp_path):
    return tmp_path / "uploads"


def seen(frozen, uploads, region="14"):
    """The names of the units a reader sees in a region."""
    units = Units(frozen, UploadedUnits(uploads).now())
    return [item.unit for item in units.units("sample", region)]


def test_without_uploads_the_frozen_are_seen(frozen, uploads):
    assert seen(frozen, uploads) == ["Fryst 14"]
    assert Units(frozen, {}).regions("sample") == ("01", "14")
    assert Units(frozen, {}).told("25") is None


def test_an_upload_as_new_or_newer_wins_for_its_region_and_no_other(frozen, uploads):
    for since in ("2026-11-20", "2026-12-01"):
        upload(uploads, "14", row(unit=f"Ny {since}"), number="0001", since=since)
        assert seen(frozen, uploads) == [f"Ny {since}"]
        assert seen(frozen, uploads, "01") == ["Fryst 01"]
        shutil.rmtree(uploads)


def test_an_older_upload_does_not_win(frozen, uploads):
    upload(uploads, "14", row(unit="Gammal"), since="2026-11-19")
    assert seen(frozen, uploads) == ["Fryst 14"]


def test_a_region_that_was_not_frozen_is_seen_and_every_question_has_its_answer(frozen, uploads):
    upload(uploads, "09", row(unit="Ny", period="2024"), row(unit="Ny", example=True))
    units = Units(frozen, UploadedUnits(uploads).now())
    assert units.regions("sample") == ("01", "09", "14")
    assert units.periods("sample", "09") == ("2024", "2025")
    assert units.newest("sample", "09", "2024") == "2024"
    assert [item.period for item in units.series("sample", "09", "Ny")] == ["2024", "2025"]
    assert units.told("09").example
    assert not units.told("01").example


def test_what_was_taken_back_is_gone_at_once(frozen, uploads):
    reader = UploadedUnits(uploads)
    upload(uploads, "14", row(unit="Första"), number="0001")
    upload(uploads, "14", row(unit="Andra"), number="0002")
    before = reader.version()
    assert [item.unit for item in Units(frozen, reader.now()).units("sample", "14")] == ["Andra"]
    point(uploads, "14", "0001")
    assert reader.version() != before
    assert [item.unit for item in Units(frozen, reader.now()).units("sample", "14")] == ["Första"]
    point(uploads, "14", None)
    units = Units(frozen, reader.now())
    assert units.units("sample", "14") == ()
    assert units.regions("sample") == ("01",)


@pytest.mark.parametrize("name", [TABLE, OFFSETS, "manifest.json"])
def test_a_damaged_version_is_left_out_and_the_one_before_answers(name, frozen, uploads, caplog):
    upload(uploads, "14", row(unit="Första"), number="0001")
    damaged = upload(uploads, "14", row(unit="Andra"), number="0002") / name
    damaged.write_bytes(damaged.read_bytes()[:-1] + b"?")
    assert seen(frozen, uploads) == ["Första"]
    assert "region 14, version 0002" in caplog.text


def test_when_no_version_is_whole_the_frozen_are_seen(frozen, uploads, caplog):
    (upload(uploads, "14", row(unit="Första")) / TABLE).unlink()
    assert seen(frozen, uploads) == ["Fryst 14"]
    assert "version 0001" in caplog.text


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"version": "0001"}', b'"0001"'])
def test_a_pointer_that_is_none_is_left_out(content, frozen, uploads, caplog):
    upload(uploads, "14", row(unit="Första"))
    (uploads / "14" / "current.json").write_bytes(content)
    assert seen(frozen, uploads) == ["Fryst 14"]
    assert "current.json cannot be read" in caplog.text


def test_what_is_no_regions_folder_is_never_looked_into(frozen, uploads):
    upload(uploads, "14", row(unit="Ny"))
    (uploads / "14").rename(uploads / "99")
    assert UploadedUnits(uploads).now() == {}
    assert UploadedUnits(uploads).version() == ""

"""From a preview to what is published: exactly what was shown, once, in one step, and back."""

import datetime as dt
import threading

import orjson
import pytest

from indicators.units.row import UNIT_COLUMNS
from intake import BusyError
from intake.locking import hold
from intake.uploads import confirmed_regions, current_units
from intake.uploads.limits import MOST_BYTES
from intake.uploads.publishing import UploadError, undo_upload
from intake.uploads.reviews import ANSWER, PREVIEWS, review_folder, uploaded_file
from intake.uploads.versions import PARQUET, current_upload, last_undo, pointed_at, region_folder, version_numbers
from tests.intake.uploads.making import OTHER, ROW, THIRD, csv, row, xlsx


def left(folder):
    """What lies in the folder of previews, but for their descriptions."""
    return sorted(path.name for path in (folder.uploads / PREVIEWS).rglob("*") if path.is_file())


def test_a_good_file_is_previewed_published_and_read(region):
    token = region.review("a.csv", csv(ROW, OTHER, THIRD))
    assert confirmed_regions(region.folder) == ()
    assert current_units(region.folder, "14") is None
    version = region.confirm(token)
    table = current_units(region.folder, "14")
    assert (version.number, version.rows, version.units, version.by) == ("0001", 3, 3, "Dataenheten")
    assert tuple(table.column_names) == UNIT_COLUMNS
    assert set(table["vintage"].to_pylist()) == {"2026-11-22"}
    assert set(table["status"].to_pylist()) == {"supplied"}
    assert confirmed_regions(region.folder) == ("14",)
    assert left(region.folder) == ["review.json"]


def test_the_original_is_kept_byte_for_byte_under_a_name_of_ours(region):
    content = xlsx()
    version = region.publish("../../Å konstigt namn.XLSX", content)
    place = region_folder(region.folder, "14") / version.number
    assert (place / "original.xlsx").read_bytes() == content
    assert sorted(version.files) == ["original.xlsx", "units.arrow", "units.json", PARQUET]
    assert not [path for path in region.folder.root.rglob("*") if "konstigt" in path.name]


def test_what_stops_a_file_keeps_it_from_being_kept_and_published(region):
    token = region.review("a.csv", csv(row(enhet="A 19121212-1212")))
    assert left(region.folder) == ["review.json"]
    assert b"1212" not in (review_folder(region.folder, token) / "review.json").read_bytes()
    with pytest.raises(UploadError, match="review-stopped"):
        region.confirm(token)
    assert version_numbers(region.folder, "14") == ()


def test_a_file_too_large_is_not_read_to_its_end(region):
    class Endless:
        read_so_far = 0

        def read(self, size):
            self.read_so_far += size
            return b"x" * size

    from intake.uploads.reviews import UploadedFile, review_upload

    endless = Endless()
    token = review_upload(region.folder, UploadedFile("14", "a.csv", endless), region.catalogue, region.now)
    assert [finding.code for finding in region.seen(token).reading.findings] == ["file-too-large"]
    assert endless.read_so_far <= MOST_BYTES + 1024 * 1024


def test_the_same_token_and_the_same_file_give_the_same_version(region):
    first, second = region.review("a.csv", csv()), region.review("b.csv", csv())
    numbers = [region.confirm(token).number for token in (first, first, second)]
    assert numbers == ["0001"] * 3
    assert version_numbers(region.folder, "14") == ("0001",)


def test_two_at_once_make_one_version(region):
    tokens = [region.review("a.csv", csv()) for _ in range(2)]
    found = []
    threads = [threading.Thread(target=lambda t=token: found.append(region.confirm(t).number)) for token in tokens]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["0001", "0001"]


def test_what_changed_is_told_and_undone_in_one_step(region):
    region.publish("a.csv", csv(ROW, OTHER))
    token = region.review("b.csv", csv(row(värde=13.0, täljare=26), THIRD))
    compared = region.seen(token).compared
    assert (compared.against, compared.new, compared.changed, compared.gone) == ("0001", 1, 1, 1)
    assert [(change.old, change.new) for change in compared.changes] == [(12.5, 13.0), (None, 8.0)]
    assert compared.units_gone == (OTHER[0],)
    assert region.confirm(token).number == "0002"
    from intake.uploads.publishing import Confirmer

    who = Confirmer("Dataenheten", region.now)
    assert undo_upload(region.folder, "14", "0002", who) == "0001"
    assert current_units(region.folder, "14")["value"].to_pylist()[0] == 12.5
    with pytest.raises(UploadError, match="changed-since"):
        undo_upload(region.folder, "14", "0002", who)
    assert undo_upload(region.folder, "14", "0001", who) is None
    assert confirmed_regions(region.folder) == ()
    assert last_undo(region.folder, "14").number == "0001"
    assert region.publish("c.csv", csv(THIRD, OTHER)).number == "0003"


def test_a_preview_of_another_state_is_not_published(region):
    older = region.review("a.csv", csv(ROW, OTHER))
    region.publish("b.csv", csv(ROW, THIRD))
    with pytest.raises(UploadError, match="changed-since"):
        region.confirm(older)


@pytest.mark.parametrize("name", [ANSWER, uploaded_file("a.csv")])
def test_a_preview_whose_files_changed_is_not_published(region, name):
    token = region.review("a.csv", csv())
    path = review_folder(region.folder, token) / name
    path.write_bytes(path.read_bytes() + b"\n")
    with pytest.raises(UploadError, match="review-unknown"):
        region.confirm(token)


def test_a_preview_lasts_a_day(region):
    token = region.review("a.csv", csv())
    region.now += dt.timedelta(hours=23, minutes=59)
    assert region.seen(token)
    region.now += dt.timedelta(minutes=2)
    assert region.seen(token) is None
    with pytest.raises(UploadError, match="review-unknown"):
        region.confirm(token)


@pytest.mark.parametrize("token", ["", "x", "../14", "a" * 32, "a" * 31 + "/", "é" * 32])
def test_a_token_that_stands_for_nothing_is_refused(region, token):
    assert region.seen(token) is None
    with pytest.raises(UploadError, match="review-unknown"):
        region.confirm(token)


@pytest.mark.parametrize("by", ["", "  ", "\n\t"])
def test_who_publishes_must_be_said(region, by):
    token = region.review("a.csv", csv())
    with pytest.raises(UploadError, match="who-missing"):
        region.confirm(token, by)


def test_a_region_that_is_none_is_refused(region):
    region.code = "../14"
    with pytest.raises(ValueError, match="must be one of"):
        region.review("a.csv", csv())


def test_another_writer_is_waited_for_a_moment_and_then_said(region, monkeypatch):
    monkeypatch.setattr("intake.uploads.publishing.PATIENCE_SECONDS", 0.2)
    token = region.review("a.csv", csv())
    with hold(region.folder, "synchronising"), pytest.raises(BusyError, match="synchronising"):
        region.confirm(token)
    assert region.confirm(token).number == "0001"


def test_a_full_disk_leaves_what_was_published(region, monkeypatch):
    region.publish("a.csv", csv(ROW, OTHER))
    token = region.review("b.csv", csv(ROW, THIRD))

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("intake.uploads.publishing.point_at", full)
    with pytest.raises(OSError, match="No space"):
        region.confirm(token)
    assert pointed_at(region.folder, "14") == "0001"
    assert len(current_units(region.folder, "14")) == 2


def test_a_damaged_version_is_left_out_for_the_one_before(region):
    region.publish("a.csv", csv(ROW, OTHER))
    number = region.publish("b.csv", csv(ROW, OTHER, THIRD)).number
    (region_folder(region.folder, "14") / number / PARQUET).write_bytes(b"broken")
    assert len(current_units(region.folder, "14")) == 2
    (region_folder(region.folder, "14") / number / "manifest.json").write_bytes(b"{}")
    assert current_upload(region.folder, "14").number == "0001"


def test_an_example_is_one_in_every_row(region):
    region.publish("a.csv", csv(row(enhet="Exempelsjukhuset Norr"), OTHER))
    assert set(current_units(region.folder, "14")["example"].to_pylist()) == {True}


def test_a_reading_that_hangs_or_dies_stops_the_file_and_leaves_nothing(region, monkeypatch):
    from intake.uploads import reviews

    real = reviews.read_file
    monkeypatch.setattr(reviews, "read_file", lambda request, answer: real(request, answer, 0.01))
    token = region.review("a.csv", csv())
    assert [finding.code for finding in region.seen(token).reading.findings] == ["reading-slow"]
    monkeypatch.setattr("intake.uploads.reading.CHILD", "intake.uploads.no_such_module")
    monkeypatch.setattr(reviews, "read_file", real)
    token = region.review("a.csv", csv())
    assert [finding.code for finding in region.seen(token).reading.findings] == ["reading-failed"]
    assert left(region.folder) == ["review.json"] * 2


def test_a_failure_while_reading_leaves_nothing_behind(region, monkeypatch):
    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("intake.uploads.reviews.read_file", fail)
    with pytest.raises(OSError, match="No space"):
        region.review("a.csv", csv())
    assert list((region.folder.uploads / PREVIEWS).iterdir()) == []


def test_the_pointer_is_all_that_is_replaced(region):
    region.publish("a.csv", csv())
    place = region_folder(region.folder, "14")
    assert orjson.loads((place / "current.json").read_bytes())["version"] == "0001"
    assert sorted(path.name for path in place.iterdir()) == ["0001", "current.json"]

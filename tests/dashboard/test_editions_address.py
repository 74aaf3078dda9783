"""The setting that says where editions are shown from."""

from pathlib import Path

import pytest

from dashboard.settings import SettingsError, read_settings
from indicators import EMBEDDED


def test_without_the_setting_editions_are_the_data_folders(tmp_path):
    settings = read_settings({"HALSODIALOG_DATA": str(tmp_path)})
    assert settings.editions is None
    assert settings.library.stores == (tmp_path / "editions", EMBEDDED)
    assert settings.own_library == settings.library


def test_a_folder_is_read_where_it_lies(tmp_path):
    place = tmp_path / "utgåvor här"
    settings = read_settings({"HALSODIALOG_EDITIONS": place.as_uri(), "HALSODIALOG_DATA": str(tmp_path)})
    assert settings.library.stores == (place, EMBEDDED)


def test_a_store_elsewhere_is_kept_in_a_folder_of_its_own(tmp_path):
    def store(address):
        return read_settings({"HALSODIALOG_EDITIONS": address, "HALSODIALOG_DATA": str(tmp_path)}).library.own

    one, other = store("s3://bucket/editions?region=eu-north-1"), store("s3://bucket/others")
    assert one.parent == other.parent == tmp_path / "fetched"
    assert one != other


def test_editions_are_not_made_where_those_of_elsewhere_are_shown():
    settings = read_settings({"HALSODIALOG_EDITIONS": Path(EMBEDDED).as_uri()})
    with pytest.raises(SettingsError, match="HALSODIALOG_EDITIONS: editions are shown from there"):
        _ = settings.own_library


@pytest.mark.parametrize(
    "text",
    [
        "/srv/editions",
        "editions",
        "file:editions",
        "file://server/editions",
        "https://bucket/editions",
        "s3://",
        "s3://Bucket/x",
        "s3://KEYID:hemligt@bucket/x",
        "s3://bucket/x?access_key=hemligt",
        "s3://bucket/x#hemligt",
        "file:///x?hemligt",
    ],
)
def test_what_is_no_address_of_a_store_is_refused_and_no_key_is_repeated(text):
    with pytest.raises(SettingsError, match="HALSODIALOG_EDITIONS: found") as raised:
        read_settings({"HALSODIALOG_EDITIONS": text})
    assert "hemligt" not in str(raised.value)
    assert "file:///folder or s3://bucket/folder" in str(raised.value)

"""Settings from the environment."""

from pathlib import Path

import pytest
from platformdirs import user_data_path

from dashboard.settings import DATA, HOST, PORT, Settings, SettingsError, read_port, read_settings
from indicators import EMBEDDED, DataFolder


def test_the_defaults_are_safe():
    settings = read_settings({})
    assert (settings.host, settings.port) == ("127.0.0.1", 8050)
    assert settings.folder.root == user_data_path("halsodialog", appauthor=False)
    assert settings.library.stores == (settings.folder.editions, EMBEDDED)


def test_without_a_data_folder_the_embedded_edition_is_shown_and_nothing_is_written():
    assert Settings().library.stores == (EMBEDDED,)
    with pytest.raises(SettingsError, match="HALSODIALOG_DATA: found nothing; must name a folder"):
        assert Settings().folder


def test_the_environment_decides():
    given = {"HALSODIALOG_HOST": "0.0.0.0", "HALSODIALOG_PORT": "80", "HALSODIALOG_DATA": "/data"}
    assert read_settings(given) == Settings("0.0.0.0", 80, DataFolder(Path("/data")))


def test_an_empty_setting_is_no_setting():
    assert read_settings(dict.fromkeys((HOST, PORT, DATA), "")) == read_settings({})


@pytest.mark.parametrize("text", ["0", "65536", "-1", "80.0", "http", " 80", "٨٠", "1" * 5000])
def test_what_is_no_port_is_refused_with_where_found_and_allowed(text):
    with pytest.raises(SettingsError) as refusal:
        read_settings({"HALSODIALOG_PORT": text})
    assert str(refusal.value) == f"HALSODIALOG_PORT: found '{text}'; must be a whole number from 1 to 65535"


@pytest.mark.parametrize("text", ["1", "8050", "65535"])
def test_the_ports_there_are_are_taken(text):
    assert read_port(text, "--port") == int(text)


@pytest.mark.parametrize(("text", "read"), [("", None), ("0", False), ("1", True)])
def test_uploads_over_the_web_are_allowed_forbidden_or_left_open(text, read):
    assert read_settings({"HALSODIALOG_UPLOADS": text}).uploads is read


@pytest.mark.parametrize(
    ("name", "text"),
    [("HALSODIALOG_UPLOADS", "yes"), *(("HALSODIALOG_SMALLEST_COUNT", text) for text in ("1", "0", "1001", "-5", "x"))],
)
def test_what_is_no_setting_of_uploads_is_refused(name, text):
    with pytest.raises(SettingsError, match=f"{name}: found '{text}'"):
        read_settings({name: text})

"""Settings from the environment."""

from pathlib import Path

import pytest

from dashboard.settings import EDITIONS, HOST, PORT, Settings, SettingsError, read_port, read_settings
from indicators import EMBEDDED


def test_the_defaults_are_safe():
    assert read_settings({}) == Settings("127.0.0.1", 8050, EMBEDDED)


def test_the_environment_decides():
    given = {"HALSODIALOG_HOST": "0.0.0.0", "HALSODIALOG_PORT": "80", "HALSODIALOG_EDITIONS": "/editions"}
    assert read_settings(given) == Settings("0.0.0.0", 80, Path("/editions"))


def test_an_empty_setting_is_no_setting():
    assert read_settings(dict.fromkeys((HOST, PORT, EDITIONS), "")) == Settings()


@pytest.mark.parametrize("text", ["0", "65536", "-1", "80.0", "http", " 80", "٨٠", "1" * 5000])
def test_what_is_no_port_is_refused_with_where_found_and_allowed(text):
    with pytest.raises(SettingsError) as refusal:
        read_settings({"HALSODIALOG_PORT": text})
    assert str(refusal.value) == f"HALSODIALOG_PORT: found '{text}'; must be a whole number from 1 to 65535"


@pytest.mark.parametrize("text", ["1", "8050", "65535"])
def test_the_ports_there_are_are_taken(text):
    assert read_port(text, "--port") == int(text)

"""The settings of whoever watches the program."""

import pytest

from dashboard.settings import SettingsError, read_settings
from dashboard.watching import Watching


def test_nothing_is_counted_or_logged_as_json_unless_it_is_asked_for():
    assert read_settings({}).watching == Watching(metrics=False, token="", json_log=False)


def test_what_is_asked_for_is_read():
    given = {"HALSODIALOG_METRICS": "1", "HALSODIALOG_METRICS_TOKEN": "x" * 32, "HALSODIALOG_LOG": "json"}
    assert read_settings(given).watching == Watching(metrics=True, token="x" * 32, json_log=True)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("HALSODIALOG_METRICS", "yes", "found 'yes'; must be 0 or 1"),
        ("HALSODIALOG_LOG", "xml", "found 'xml'; must be plain or json"),
        ("HALSODIALOG_METRICS_TOKEN", "secret", "found 6 characters; must be at least 32"),
        ("HALSODIALOG_METRICS_TOKEN", "å" * 40, "found 40 characters"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(name, text, said):
    with pytest.raises(SettingsError, match=said) as raised:
        read_settings({name: text})
    assert name in str(raised.value)
    assert "secret" not in str(raised.value)

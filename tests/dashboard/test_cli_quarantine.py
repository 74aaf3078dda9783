"""`halsodialog quarantine`: what was held back is listed, and let through only when somebody vouches for it."""

import json

import pytest

from dashboard.cli import main
from indicators import DataFolder, open_current
from intake import hold
from intake.sync.candidate import edition_rows
from intake.sync.staging import Staged, write_staged

PLACE = ("kolada", "N79187", "14", "2025", "T")


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    monkeypatch.setenv("HALSODIALOG_DATA", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")

    def command(*arguments):
        status = main(["quarantine", *arguments])
        told = capsys.readouterr()
        return status, told.out, told.err

    return command


@pytest.fixture
def held(tmp_path):
    """A reading that held one value back."""
    folder = DataFolder(tmp_path).make()
    rows = edition_rows(open_current())
    at = rows[rows["source_key"] == "N79187"]
    row = at[(at["area"] == "14") & (at["period"] == "2025")]
    told = {"value": 9000.0, "reason": "leap", "facts": "{}", "held": 90.0, "read_on": "2026-12-01"}
    with hold(folder, "test"):
        write_staged(folder, Staged(rows=at, quarantined=row.assign(**told)))
    return folder


def test_what_is_held_back_is_told_in_the_language_asked_for(run, held):
    out = run("list", "--lang", "sv")[1]
    assert out.splitlines() == [f"{'/'.join(PLACE)}: 9000 (leap); 90 står kvar; läst 2026-12-01", "1 hålls tillbaka"]
    assert run("list", "--lang", "en")[1].splitlines()[1] == "1 held back"


def test_nothing_held_back(run):
    assert run("list") == (0, "No values are held back.\n", "")


def test_the_list_names_value_reason_and_what_stays(run, held):
    status, out, _ = run("list")
    assert status == 0
    assert out.splitlines() == [f"{'/'.join(PLACE)}: 9000 (leap); 90 stays; read 2026-12-01", "1 held back"]


def test_a_release_is_kept_with_who_and_why(run, held):
    status, out, _ = run("release", "/".join(PLACE), "--who", "A. Nalytiker", "--why", "asked the publisher")
    assert (status, out) == (0, f"{'/'.join(PLACE)}: 9000 is let through by the next halsodialog sync.\n")
    (release,) = json.loads((held.root / "releases.json").read_bytes())
    assert (release["who"], release["why"], release["value"]) == ("A. Nalytiker", "asked the publisher", 9000.0)


def test_what_is_not_held_back_cannot_be_released(run, held):
    status, _, err = run("release", "kolada/N1/14/2025/T", "--who", "x", "--why", "y")
    assert status == 2
    assert "must be one that quarantine list names" in err
    assert not (held.root / "releases.json").exists()

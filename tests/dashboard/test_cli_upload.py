"""`halsodialog upload`: preview, publish, undo; faults on the screen and in the exit status."""

import pytest

from dashboard.cli import main
from dashboard.cli.form import system_language
from indicators import AREAS, DataFolder
from intake import current_units
from tests.intake.uploads.making import OTHER, ROW, THIRD, csv, row


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("HALSODIALOG_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")

    def running(content, *arguments):
        path = tmp_path / "a.csv"
        path.write_bytes(content)
        status = main(["upload", str(path), *arguments])
        said = capsys.readouterr()
        return status, said.out + said.err

    running.folder = DataFolder(tmp_path / "data")
    return running


def test_a_good_file_is_shown_and_published_when_agreed(run, capsys):
    status, said = run(csv(ROW, OTHER, THIRD), "--region", "14", "--yes", "--by", "Dataenheten")
    assert status == 0
    assert "The file can be published" in said
    assert said.splitlines()[-1] == "Published as version 1"
    assert len(current_units(run.folder, "14")) == 3
    assert main(["upload", "--undo", "--region", "14"]) == 0
    said = "Västra Götalandsregionen: version 1 is undone. Nothing of the region’s own is shown now.\n"
    assert capsys.readouterr().out == said
    assert current_units(run.folder, "14") is None
    assert main(["upload", "--undo", "--region", "14"]) == 2


@pytest.mark.parametrize(("answer", "published"), [("y", True), ("n", False), ("", False)])
def test_it_asks_before_publishing(run, monkeypatch, answer, published):
    monkeypatch.setattr("builtins.input", lambda _: answer)
    assert run(csv(ROW, OTHER), "--region", "14")[0] == 0
    assert (current_units(run.folder, "14") is not None) is published


@pytest.mark.parametrize("region", ["08", "14"])
def test_it_speaks_the_readers_language_and_names_the_region_once(run, monkeypatch, region):
    monkeypatch.setenv("LC_ALL", "sv_SE.UTF-8")
    _, swedish = run(csv(ROW), "--region", region, "--dry-run")
    _, english = run(csv(ROW), "--region", region, "--dry-run", "--lang", "en")
    name = AREAS.by_code[region].name
    assert f" Gäller {name}," in swedish and "Region Region" not in swedish
    assert "Filen kan publiceras: " in swedish and "The file can be published" not in swedish
    assert f" For {name}," in english
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert run(csv(ROW), "--region", region, "--dry-run")[1] == english


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "sv"),
        ({"LANG": "C.UTF-8"}, "sv"),
        ({"LANG": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "sv_SE.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "fi_FI.UTF-8"}, "en"),
        ({"LC_ALL": "", "LANG": "en_GB"}, "en"),
    ],
)
def test_the_systems_language_is_read_as_systems_say_it(environment, language):
    assert system_language(environment) == language


def test_where_nobody_can_answer_nothing_is_published(run, monkeypatch):
    def nobody(_):
        raise EOFError

    monkeypatch.setattr("builtins.input", nobody)
    status, said = run(csv(ROW, OTHER), "--region", "14")
    assert (status, said.splitlines()[-1]) == (0, "Nothing was published.")


def test_a_dry_run_publishes_nothing(run):
    assert run(csv(ROW, OTHER), "--region", "14", "--dry-run", "--yes")[0] == 0
    assert current_units(run.folder, "14") is None


def test_faults_are_said_with_their_place_and_cure(run):
    status, said = run(csv(row(kön="X")), "--region", "14", "--yes")
    assert status == 2
    assert "Row 2, column Kön:  It says: X  Sex has an unknown value.  Write All, Women or Men." in said
    assert current_units(run.folder, "14") is None


def test_changes_are_said(run):
    run(csv(ROW, OTHER), "--region", "14", "--yes")
    _, said = run(csv(row(värde=13.0, täljare=26), OTHER), "--region", "14", "--yes")
    assert "Values against version 1. New: 0. Changed: 1. Removed: 0. Unchanged: 1." in said
    assert "Norra sjukhuset" in said
    assert "12.5% → 13.0%" in said


@pytest.mark.parametrize("arguments", [["--region", "99"], ["--region", "14", "--undo"]])
def test_what_cannot_be_meant_is_refused(run, arguments):
    assert run(csv(), *arguments)[0] == 2


def test_a_file_that_is_not_there_is_named(run, capsys):
    assert main(["upload", "nothing.csv", "--region", "14"]) == 2
    assert "nothing.csv" in capsys.readouterr().err

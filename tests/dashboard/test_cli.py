"""`halsodialog …`: each command in this process, over stores made for the test."""

import datetime as dt
import json
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
import time_machine

from dashboard.cli import main
from dashboard.cli.editions import COMMANDS
from indicators import EMBEDDED, list_editions, open_current, read_statement
from indicators.editions.edition import seal
from tests.builders import write_figures


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Run one command over a data folder and return (status, stdout, stderr)."""

    def command(*arguments):
        monkeypatch.setenv("HALSODIALOG_DATA", str(tmp_path))
        monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
        status = main(arguments)
        told = capsys.readouterr()
        return status, told.out, told.err

    return command


@pytest.fixture
def store(tmp_path):
    """The data folder's store, a copy of the embedded one, to be damaged at will."""
    shutil.copytree(EMBEDDED, tmp_path / "editions")
    return tmp_path / "editions"


def helped(capsys, *arguments):
    with pytest.raises(SystemExit) as stop:
        main([*arguments, "--help"])
    assert stop.value.code == 0
    return capsys.readouterr().out


def test_help_lists_every_command(capsys):
    told = helped(capsys)
    for command in ("serve", "edition", "check", *(f"edition {name}" for name in COMMANDS)):
        assert f"\n  {command} " in told or f"\n    {command} " in told, command
    for name in ("HALSODIALOG_HOST", "HALSODIALOG_PORT", "HALSODIALOG_DATA"):
        assert name in told
    assert all(len(line) <= 100 for line in told.splitlines())


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["serve"], ["--host", "--port"]),
        (["edition"], list(COMMANDS)),
        (["edition", "build"], ["--from", "--store", "--number", "--published"]),
        (["edition", "publish"], ["--number", "--published"]),
        (["edition", "diff"], ["older", "newer", "--lang"]),
        (["edition", "use"], ["number"]),
        (["edition", "verify"], ["number"]),
        (["edition", "show"], ["number"]),
        (["check"], []),
    ],
)
def test_every_command_explains_itself(command, words, capsys):
    told = helped(capsys, *command)
    assert told.startswith(f"usage: halsodialog {' '.join(command)}")
    assert all(word in told for word in words)


@pytest.mark.parametrize("arguments", [[], ["fly"], ["edition"], ["edition", "burn"], ["edition", "build"]])
def test_what_is_no_command_is_refused(arguments, capsys):
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert "usage: halsodialog" in capsys.readouterr().err


def test_check_tells_what_is_whole(run, picture):
    status, out, err = run("check")
    assert (status, err) == (0, "")
    coverage = picture.catalogue.coverage
    assert f"{len(picture.catalogue.definitions)} definitions, {len(picture.catalogue.indicators)} indicators" in out
    assert f"{coverage.covered} of {coverage.areas} framework areas" in out


def test_check_warns_of_an_assessment_of_accessibility_that_is_too_old(run):
    due = read_statement().due
    for days, warned in ((0, False), (1, True)):
        with time_machine.travel(dt.datetime.combine(due, dt.time(12)) + dt.timedelta(days=days), tick=False):
            status, out, err = run("check")
        assert (status, err) == (0, "")
        assert ("warning: accessibility.toml" in out) == warned


def test_list_names_the_current_edition(run):
    number = open_current(EMBEDDED).number
    status, out, err = run("edition", "list")
    assert (status, err) == (0, "")
    assert f"{number} (current)" in out.splitlines()


def test_verify_and_show_tell_of_the_current_edition_and_of_a_named_one(run, picture):
    number, counts = picture.edition.number, picture.edition.manifest["counts"]
    for named in ((), (number,)):
        assert run("edition", "verify", *named) == (
            0,
            f"Edition {number}: {len(picture.edition.manifest['files'])} files are as the manifest says.\n",
            "",
        )
        status, out, _ = run("edition", "show", *named)
        assert status == 0
        assert f"observations: {counts['observations']}" in out
        assert all(source["source"] in out for source in picture.edition.manifest["sources"])


def damage(store):
    """Flip one byte of the current edition."""
    path = store / open_current(store).number / "observations.parquet"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))


def add_older(store):
    """Put a whole edition with an earlier number beside the current one."""
    current = open_current(store)
    shutil.copytree(current.folder, store / "2001-01")
    manifest = seal({**current.manifest, "number": "2001-01"})
    (store / "2001-01" / "manifest.json").write_text(json.dumps(manifest))


def test_a_damaged_edition_is_refused_with_the_file_named(run, store):
    damage(store)
    status, out, err = run("edition", "verify", open_current(EMBEDDED).number)
    assert (status, out) == (2, "")
    assert err.startswith("halsodialog: ")
    assert "observations.parquet: sha256 is" in err
    assert len(err.splitlines()) == 1


def test_the_embedded_edition_stands_in_for_a_damaged_one(run, store):
    damage(store)
    number = open_current(EMBEDDED).number
    assert f"{number} (shown: the current one is damaged)" in run("edition", "list")[1]
    assert "shown instead of the current one" in run("edition", "show")[1]
    assert run("edition", "verify")[0] == 2


def test_verify_does_not_pass_the_older_edition_for_the_damaged_one(run, store):
    add_older(store)
    damage(store)
    status, out, err = run("edition", "verify")
    assert (status, out) == (2, "")
    assert "observations.parquet: sha256 is" in err
    assert run("edition", "verify", "2001-01")[0] == 0
    # The embedded edition, of the same number, is nearer to the damaged one than the older edition.
    (store / open_current(EMBEDDED).number / "manifest.json").unlink()
    assert run("edition", "verify", "2001-01")[0] == 0


def test_without_a_store_the_embedded_edition_is_the_current_one(run, tmp_path):
    status, out, _ = run("edition", "list")
    assert (status, out.splitlines()[0]) == (0, f"{open_current(EMBEDDED).number} (current)")
    assert len(out.splitlines()) == len(list_editions(EMBEDDED))
    assert not (tmp_path / "editions").exists()


def test_an_earlier_edition_is_chosen_again(run, store):
    add_older(store)
    assert run("edition", "use", "2001-01")[:2] == (0, "Edition 2001-01 is verified and current.\n")
    assert "2001-01 (current)" in run("edition", "list")[1]
    status, _, err = run("edition", "use", "1999-12")
    assert (status, err) == (2, "halsodialog: 1999-12/manifest.json: the file is missing\n")
    assert open_current(store).number == "2001-01"


def test_an_unknown_number_is_refused(run):
    status, _, err = run("edition", "show", "1999-12")
    assert (status, err) == (2, "halsodialog: 1999-12/manifest.json: the file is missing\n")


def test_figures_that_are_not_there_are_refused_and_the_store_is_left_alone(run, tmp_path):
    status, out, err = run("edition", "build", "--from", str(tmp_path / "none"), "--number", "2027-01")
    assert (status, out) == (2, "")
    assert err.startswith("halsodialog: observations.csv.gz: ")
    assert list((tmp_path / "editions").iterdir()) == []


def test_figures_no_definition_knows_are_refused(run, tmp_path):
    folder = write_figures(tmp_path / "figures")
    status, _, err = run("edition", "build", "--from", str(folder))
    assert status == 2
    assert "N1" in err


def test_an_edition_is_never_changed(run, store, tmp_path):
    number = open_current(store).number
    status, _, err = run("edition", "build", "--from", str(tmp_path), "--number", number)
    assert status == 2
    assert "never changed" in err


def test_an_edition_is_built_verified_and_made_current(run, tmp_path, monkeypatch, picture):
    """The building itself is tested with the domain; here that the command asks for it and says what came of it."""
    asked = []

    def build(plan, catalogue, reference, say):
        asked.append((plan.figures, plan.store, plan.number, plan.published.isoformat()))
        say("3 observations checked")
        return picture.edition

    monkeypatch.setattr("intake.build_edition", build)
    arguments = ("edition", "build", "--from", str(tmp_path), "--published", "2027-02-03")
    status, out, err = run(*arguments)
    assert (status, err) == (0, "")
    assert asked == [(tmp_path, tmp_path / "editions", "2027-02", "2027-02-03")]
    assert out == f"3 observations checked\nEdition {picture.edition.number} is built, verified and current.\n"


@pytest.mark.parametrize("number", ["../outside", "a/b", "..", ".hidden", "2026 11", "å"])
def test_a_number_that_is_no_folders_name_is_refused(number, run, tmp_path):
    folder = write_figures(tmp_path / "figures")
    arguments = ("edition", "build", "--from", str(folder), f"--number={number}")
    status, _, err = run(*arguments)
    assert status == 2
    assert err.startswith(f"halsodialog: edition: number: found '{number}'; must be letters, digits")


@pytest.fixture
def served(monkeypatch):
    """What would have been served, by which server, on which host and port; nothing is."""
    found = []
    monkeypatch.setattr("dashboard.factory.create_app", lambda settings: SimpleNamespace(server="program"))

    def served(name):
        return lambda _, settings: found.append((name, settings.host, settings.port))

    for name in ("serve", "serve_here"):
        monkeypatch.setattr(f"dashboard.serving.servers.{name}", served(name))
    return found


def test_serve_listens_where_it_is_told(run, monkeypatch, served):
    assert run("serve")[:2] == (0, "Hälsodialog: http://127.0.0.1:8050\n")
    monkeypatch.setenv("HALSODIALOG_PORT", "8070")
    assert run("serve", "--host", "10.0.0.5")[1] == "Hälsodialog: http://10.0.0.5:8070\n"
    assert run("serve", "--here", "--port", "8090")[1] == "Hälsodialog: http://127.0.0.1:8090\n"
    assert served == [("serve", "127.0.0.1", 8050), ("serve", "10.0.0.5", 8070), ("serve_here", "127.0.0.1", 8090)]


def test_settings_that_would_open_a_public_program_are_refused(run, monkeypatch, served):
    status, _, err = run("serve", "--host", "0.0.0.0")
    assert (status, err.count("\n")) == (2, 1)
    assert err.startswith("halsodialog: HALSODIALOG_HOSTS: found nothing; must name the hosts")
    monkeypatch.setenv("HALSODIALOG_HOSTS", "dialog.example")
    assert run("serve", "--host", "0.0.0.0")[0] == 0
    monkeypatch.setenv("HALSODIALOG_UPLOADS", "1")
    status, _, err = run("serve")
    assert (status, err.count("\n")) == (2, 1)
    assert err.startswith("halsodialog: HALSODIALOG_UPLOADS: found '1'; must be 0 or nothing while other computers")
    assert len(served) == 1


def test_bad_settings_are_refused_in_one_line(run, monkeypatch):
    refusal = "must be a whole number from 1 to 65535\n"
    assert run("serve", "--port", "http") == (2, "", f"halsodialog: --port: found 'http'; {refusal}")
    monkeypatch.setenv("HALSODIALOG_PORT", "0")
    assert run("check") == (2, "", f"halsodialog: HALSODIALOG_PORT: found '0'; {refusal}")


def test_app_py_serves_ones_own_machine():
    source = (Path(__file__).parent.parent.parent / "app.py").read_text(encoding="utf-8")
    assert 'main(["serve", "--here", *sys.argv[1:]])' in source


def test_the_editions_are_told_of_in_the_language_asked_for(run, picture):
    number, files = picture.edition.number, len(picture.edition.manifest["files"])
    said = run("edition", "verify", "--lang", "sv")[1]
    assert said == f"Utgåva {number}: {files} filer är som förteckningen säger.\n"
    assert f"{number} (aktuell)" in run("edition", "list", "--lang", "sv")[1].splitlines()
    shown = run("edition", "show", "--lang", "sv")[1]
    assert shown.startswith(f"Utgåva {number}, publicerad ")
    assert f"  observationer: {picture.edition.manifest['counts']['observations']}\n" in shown

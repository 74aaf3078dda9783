"""Bandit over all that runs: nothing but what has been looked at, each with the reason that it may stay."""

import json
import subprocess
import sys

import pytest

from tests.supply.parts import ROOT, own

ACCEPTED = {(rule, name) for rule, told in own("accepted.toml").items() for name in told["files"]}


def found_in(*paths):
    command = [sys.executable, "-m", "bandit", "--quiet", "--recursive", *map(str, paths), "--format", "json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    told = json.loads(done.stdout)
    assert told["errors"] == []
    places = [(one["test_id"], one["filename"].removeprefix("./")) for one in told["results"]]
    texts = [f"line {one['line_number']}: {one['issue_text']}" for one in told["results"]]
    return dict(zip(places, texts, strict=True))


@pytest.fixture(scope="module")
def found():
    return found_in("app.py", "dashboard", "indicators", "intake")


# Ruff has most of the same rules in every run.
@pytest.mark.nightly
def test_nothing_is_found_but_what_has_been_looked_at(found):
    assert {place: text for place, text in found.items() if place not in ACCEPTED} == {}


@pytest.mark.nightly
def test_what_was_looked_at_is_still_there(found):
    assert ACCEPTED - set(found) == set(), "taken away since: take it out of accepted.toml"
    assert all(len(told["why"]) > 30 for told in own("accepted.toml").values())


def test_a_planted_fault_is_found(tmp_path):
    path = tmp_path / "planted.py"
    path.write_text("import subprocess\nsubprocess.run('ls', shell=True)\neval('1')\n", encoding="utf-8")
    assert {rule for rule, _ in found_in(path)} >= {"B404", "B602", "B307"}


def test_no_line_is_hidden_from_bandit():
    marks = [path for room in ("dashboard", "indicators", "intake") for path in (ROOT / room).rglob("*.py")
             if "nosec" in path.read_text(encoding="utf-8")]  # fmt: skip
    assert marks == []

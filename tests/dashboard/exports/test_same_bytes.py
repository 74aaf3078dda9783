"""The same edition and program give the same bytes of every form: in another process, a year later, elsewhere."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dashboard.exports.pictures import FORMS as PICTURES
from dashboard.exports.presentation import FORMATS as PRESENTED
from dashboard.exports.report import FORMS as REPORTS
from dashboard.exports.tables import FORMS as TABLES

ROOT = Path(__file__).parents[3]
WAIT = 600
# What differs between two machines and two years: the clock, its zone, the language, and the order of sets.
HERE = {"PYTHONHASHSEED": "1", "TZ": "Europe/Stockholm", "LC_ALL": "C.UTF-8"}
ELSEWHERE = {"PYTHONHASHSEED": "2", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
LATER = "2027-12-31T23:59:30+00:00"


def run(environment, *arguments):
    whole = {**os.environ, **environment, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}
    order = [sys.executable, "-m", "tests.dashboard.exports.digests", *arguments]
    done = subprocess.run(order, cwd=ROOT, env=whole, capture_output=True, text=True, timeout=WAIT, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def both():
    with ThreadPoolExecutor(2) as pool:
        here, elsewhere = pool.submit(run, HERE), pool.submit(run, ELSEWHERE, LATER)
        return here.result(), elsewhere.result()


def test_every_form_is_the_same_bytes_in_another_process_a_year_later(both):
    here, elsewhere = both
    assert [address for address, digest in here.items() if len(digest) != 64] == []
    assert [address for address in here if here[address] != elsewhere[address]] == []


def test_every_form_was_asked_for(both):
    ways = {address.partition("?")[0].rpartition(".")[2] for address in both[0]}
    assert {*REPORTS, *PICTURES, *TABLES, *PRESENTED} <= ways
    assert len(set(both[0].values())) == len(both[0]), "two addresses gave the same file"

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
from tests.dashboard.exports import digests
from tests.tiers import at_night

ROOT = Path(__file__).parents[3]
WAIT = 600
# What differs between two machines and two years: the clock, its zone, the language, and the order of sets.
HERE = {"PYTHONHASHSEED": "1", "TZ": "Europe/Stockholm", "LC_ALL": "C.UTF-8"}
ELSEWHERE = {"PYTHONHASHSEED": "2", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
# The one that holds most of what could differ: a sheet has a clock, fonts, compression and an order of sets.
ONE = "/export/region/09.pdf"
LATER = "2027-12-31T23:59:30+00:00"


def run(environment, *arguments):
    whole = {**os.environ, **environment, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}
    order = [sys.executable, "-m", "tests.dashboard.exports.digests", *arguments]
    done = subprocess.run(order, cwd=ROOT, env=whole, capture_output=True, text=True, timeout=WAIT, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


@pytest.mark.parametrize("address", [ONE, *at_night("")], ids=lambda address: address or "all")
def test_a_form_is_the_same_bytes_in_another_process_a_year_later(address):
    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(run, HERE, "", address), pool.submit(run, ELSEWHERE, LATER, address)]
        here, elsewhere = (one.result() for one in both)
    assert [address for address, digest in here.items() if len(digest) != 64] == []
    assert [address for address in here if here[address] != elsewhere[address]] == []
    assert len(set(here.values())) == len(here), "two addresses gave the same file"


def test_every_form_is_asked_for():
    ways = {address.partition("?")[0].rpartition(".")[2] for address in digests.addresses()}
    assert {*REPORTS, *PICTURES, *TABLES} <= ways
    assert set(PRESENTED) == set(digests.PRESENTED)
    assert ONE in digests.addresses()

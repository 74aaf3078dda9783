"""The second hand's world, read once: of the oracle's edition as it was, and of the edition that is shown."""

import gzip
import json
from dataclasses import replace

import pytest

from tests.recompute.figures import REFDATA, read_figures
from tests.recompute.findings import read_world

ORACLE_EDITION = "2026-11"
PASSED = {"daily-smoking": 2025, "daily-smoking-trend": 2025}


@pytest.fixture(scope="session")
def oracle_world():
    """The observations and levels the oracle was made from, with the goal for smoking whose year has passed."""
    published = json.loads(gzip.decompress((REFDATA / "published_with" / f"{ORACLE_EDITION}.json.gz").read_bytes()))
    levels = [
        {**level, "last_year": PASSED[level["indicator"]]} if level["indicator"] in PASSED else level
        for level in published["reference"]["targets"]
    ]
    return read_world(replace(read_figures(ORACLE_EDITION), targets=levels))


@pytest.fixture(scope="session")
def world():
    return read_world(read_figures())

"""Replicas, a small edition, and a data folder of the test's own."""

import copy

import pytest

from indicators.data_folder import DataFolder
from tests.intake.sync.syncing import KOLADA, Syncing, small_rows, write_small_edition
from tests.replicas import serve


@pytest.fixture(scope="session")
def every_replica():
    with serve() as replicas:
        yield replicas


@pytest.fixture
def replicas(every_replica):
    """The replicas, behaving, with the edition's figures before and after."""
    every_replica.behave()
    kolada = every_replica["kolada"].publisher
    data = kolada.data
    some = set(KOLADA.values())
    kolada.data = {key: copy.deepcopy(held) if key[0] in some else held for key, held in data.items()}
    kolada.changed = {}
    yield every_replica
    kolada.data, kolada.changed = data, {}
    every_replica.behave()


@pytest.fixture(scope="session")
def rows():
    return small_rows()


@pytest.fixture(scope="session")
def edition(tmp_path_factory, rows):
    return write_small_edition(tmp_path_factory.mktemp("editions") / "2026-11", rows)


@pytest.fixture
def sync(tmp_path, edition, replicas):
    return Syncing(DataFolder(tmp_path / "data"), edition, replicas.addresses)

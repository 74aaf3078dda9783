"""The replicas, and clients that ask them."""

import pytest

from indicators import read_catalogue
from intake.sources import wanted_by_source
from tests.replicas import serve
from tests.replicas.testing import FakeClock, make_client


@pytest.fixture(scope="session")
def every_replica():
    with serve() as replicas:
        yield replicas


@pytest.fixture
def replicas(every_replica):
    """The replicas, behaving."""
    every_replica.behave()
    yield every_replica
    every_replica.behave()


@pytest.fixture
def fake():
    return FakeClock()


@pytest.fixture
def client(replicas, fake):
    with make_client(replicas.addresses, fake=fake) as made:
        yield made


@pytest.fixture(scope="session")
def wanted():
    """What the catalogue wants of each source."""
    return wanted_by_source(read_catalogue())

"""The second hand's world, which says what is held back."""

import pytest

from tests.recompute.figures import read_figures
from tests.recompute.findings import read_world


@pytest.fixture(scope="session")
def world():
    return read_world(read_figures())

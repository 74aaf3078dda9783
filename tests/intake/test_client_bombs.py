"""Bombs: refused by their reason, in little memory and little time. `tests.bench.bombs` measures them."""

import pytest

from intake.http.client import Limits
from intake.http.refusals import RefusedError
from intake.http.strict_json import read_json
from tests.intake.bombs import forget_peak, make_bombs, peak_kb
from tests.replicas.testing import canned, make_client

# The promise is 100 MB; a bomb that is stopped where its ratio tells takes a few.
MOST_GROWN_KB = 20_000
# The rest are packed in the same ways.
TRIED = ("gzip of 300 MB", "gzip in gzip, one told of", "300 members of gzip", "deflate", "a million brackets")


@pytest.fixture(scope="module")
def bombs():
    return make_bombs(60_000_000)


@pytest.mark.parametrize("name", TRIED)
def test_a_bomb_is_refused_in_little_memory(bombs, name):
    forget_peak()
    before = peak_kb()
    with (
        canned(bombs[name]) as (_, addresses),
        make_client(addresses, limits=Limits(attempts=1)) as client,
        pytest.raises(RefusedError) as refused,
    ):
        read_json(client.get("kolada", "kpi"))
    assert refused.value.code in ("too-large", "encoding", "incomplete", "json")
    assert peak_kb() - before < MOST_GROWN_KB

"""Twelve Retry-After headers under every status: how long is waited, how often is asked, and when we stop."""

from email.utils import format_datetime

import pytest

from intake.http.refusals import StatusError, WaitTooLongError
from tests.replicas.messages import Reply
from tests.replicas.testing import READ_ON, FakeClock, canned, make_client

WAITS = {
    "0": 0,
    "1": 1,
    "3600": None,
    "86400": None,
    "-5": 0,
    format_datetime(READ_ON.replace(year=2020), usegmt=True): 0,
    "Fri, 31 Dec 9999 23:59:59 GMT": None,
    "soon": 0,
    "5" * 5000: 0,
    "1, 86400": 0,
    "": 0,
    "1.5": 0,
}
PASSING = (408, 425, 429, 500, 502, 503, 504)
ATTEMPTS, PER_CALL_S, PER_SOURCE_S = 5, 120, 900


def asked(status, wait, calls=1):
    """Ask a server that always answers so, some times: the naps, the requests, and what each call was refused as."""
    fake, refused = FakeClock(), []
    headers = {"Retry-After": wait} if wait else {}
    with canned(Reply(b"", status, headers=headers)) as (server, addresses):
        with make_client(addresses, fake=fake) as client:
            for _ in range(calls):
                with pytest.raises((StatusError, WaitTooLongError)) as error:
                    client.get("scb", "data")
                refused.append(type(error.value))
        return fake.sleeps, len(server.requests), refused


@pytest.mark.parametrize("wait", WAITS, ids=lambda wait: wait[:12] or "missing")
@pytest.mark.parametrize("status", PASSING)
def test_a_wait_is_kept_or_ends_the_call(status, wait):
    naps, requests, (refused,) = asked(status, wait)
    if WAITS[wait] is None:
        assert (naps, requests, refused) == ([], 1, WaitTooLongError)
    else:
        assert requests == ATTEMPTS
        assert all(nap >= WAITS[wait] for nap in naps)
    assert sum(naps) <= PER_CALL_S


@pytest.mark.parametrize("wait", WAITS, ids=lambda wait: wait[:12] or "missing")
def test_what_is_forbidden_is_asked_once_whatever_it_says(wait):
    """Statistics Sweden answers 403 to a question that is too large: it is split, and not asked again."""
    naps, requests, (refused,) = asked(403, wait)
    assert (naps, requests) == ([], 1)
    assert issubclass(refused, StatusError)


@pytest.mark.parametrize("wait", ["20", "100", "119"])
@pytest.mark.parametrize("status", [429, 503])
def test_a_source_is_waited_for_a_quarter_of_an_hour_in_all(status, wait):
    naps, requests, refused = asked(status, wait, calls=40)
    assert sum(naps) <= PER_SOURCE_S
    assert refused[-1] is WaitTooLongError
    assert requests <= len(naps) + len(refused)

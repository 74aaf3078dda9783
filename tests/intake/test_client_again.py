"""What the client asks again, how long it waits, and where it lets itself be sent."""

import pytest

from intake.http.client import Limits
from intake.http.refusals import (
    IncompleteError,
    RedirectedError,
    StatusError,
    TooLateError,
    UnreachableError,
    WaitTooLongError,
)
from tests.intake.asking_once import PAGE, asked, refused
from tests.replicas.messages import Reply
from tests.replicas.testing import FakeClock, canned, make_client


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 501])
def test_a_status_that_will_not_pass_is_refused_at_once(status):
    with canned(Reply(b"no such table", status)) as (server, addresses), make_client(addresses) as client:
        with pytest.raises(StatusError, match="no such table") as error:
            client.get("kolada", "kpi")
        assert error.value.status == status
        assert len(server.requests) == 1


@pytest.mark.parametrize("status", [201, 204, 206])
def test_a_success_that_is_no_answer_is_refused(status):
    assert f"answered {status}" in refused(StatusError, Reply(PAGE.body, status))


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504])
def test_a_status_that_may_pass_is_tried_five_times(status):
    fake = FakeClock()
    with canned(Reply(b"", status)) as (server, addresses), make_client(addresses, fake=fake) as client:
        with pytest.raises(StatusError):
            client.get("kolada", "kpi")
        assert len(server.requests) == 5
    assert len(fake.sleeps) == 4
    assert sum(fake.sleeps) <= 15


@pytest.mark.parametrize("fault", ["reset", "status-503", "cut-length", "cut-chunked", "cut-gzip"])
def test_what_fails_four_times_and_then_answers_is_taken(fault):
    body, server = asked(PAGE, (fault, {"times": 4}))
    assert body.content == PAGE.body
    assert len(server.requests) == 5


def test_connections_that_break_without_end_are_given_up():
    fake = FakeClock()
    assert refused((UnreachableError, IncompleteError), PAGE, ("reset", {}), fake=fake)
    assert sum(fake.sleeps) <= 900


@pytest.mark.parametrize("wait", ["86400", "121", "Fri, 31 Dec 9999 23:59:59 GMT", "9" * 40])
@pytest.mark.parametrize("status", [429, 503])
def test_a_long_wait_stops_the_source_and_nothing_more_is_sent(status, wait):
    fake = FakeClock()
    reply = Reply(b"", status, headers={"Retry-After": wait})
    with canned(reply) as (server, addresses), make_client(addresses, fake=fake) as client:
        for _ in range(3):
            with pytest.raises(WaitTooLongError):
                client.get("kolada", "kpi")
        assert len(server.requests) == 1
    assert fake.sleeps == []


def test_a_wait_that_was_asked_for_is_kept():
    fake = FakeClock()
    body, _ = asked(PAGE, ("status-429", {"times": 1, "retry_after": 100}), fake=fake)
    assert body.content == PAGE.body
    assert fake.sleeps == [100]


def test_waits_in_one_call_are_bounded_together():
    fake = FakeClock()
    with canned(PAGE) as (server, addresses), make_client(addresses, fake=fake) as client:
        server.tell("status-429", retry_after=50)
        with pytest.raises(WaitTooLongError, match="120 s a call"):
            client.get("kolada", "kpi")
    assert fake.sleeps == [50, 50]


def test_waits_for_a_source_are_bounded_together():
    fake = FakeClock()
    with canned(PAGE) as (server, addresses), make_client(addresses, fake=fake) as client:
        for _ in range(9):
            server.tell("status-429", times=1, retry_after=100)
            client.get("kolada", "kpi")
        server.tell("status-429", times=1, retry_after=100)
        with pytest.raises(WaitTooLongError, match="900 s for it in all"):
            client.get("kolada", "kpi")
    assert sum(fake.sleeps) == 900


@pytest.mark.parametrize(
    "where",
    [
        "https://example.org/v3/kpi",
        "//example.org/v3/kpi",
        "file:///etc/passwd",
        "/v2/kpi",
        "/v3/../v2/kpi",
        "http://169.254.169.254/",
        "",
        "kpi",
    ],
)
@pytest.mark.parametrize("status", [301, 302, 307])
def test_a_redirect_off_the_base_is_refused(status, where):
    assert "sent on to" in refused(RedirectedError, Reply(b"", status, headers={"Location": where}))


def test_a_redirect_loop_ends():
    with canned(PAGE) as (server, addresses), make_client(addresses) as client:
        server.tell("redirect-loop")
        with pytest.raises(RedirectedError, match="do not end"):
            client.get("kolada", "kpi")
        assert len(server.requests) == 4


def test_a_redirect_under_the_base_is_followed():
    with canned(PAGE) as (server, addresses), make_client(addresses) as client:
        server.tell("redirect-away", times=1, to="/v3/other?x=1")
        assert client.get("kolada", "kpi").content == PAGE.body
        assert server.requests == ["/v3/kpi", "/v3/other?x=1"]


def test_a_question_with_a_body_is_never_sent_on():
    with canned(PAGE) as (server, addresses), make_client(addresses) as client:
        server.tell("redirect-away", to="/v3/other")
        with pytest.raises(RedirectedError, match="not sent elsewhere"):
            client.post("kolada", "kpi", {"query": []})
        assert len(server.requests) == 1


def test_a_call_ends_when_no_time_is_left_to_try_again():
    fake = FakeClock()
    limits = Limits(call_s=60)
    with canned(PAGE) as (server, addresses), make_client(addresses, fake=fake, limits=limits) as client:
        server.tell("status-503", retry_after=50)
        with pytest.raises(TooLateError, match="no time is left to try again"):
            client.get("kolada", "kpi")
    assert fake.sleeps == [50]

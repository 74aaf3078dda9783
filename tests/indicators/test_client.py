"""The client against a server that misbehaves: what is whole is taken, everything else is refused by its reason."""

import gzip
import logging
import socket
import threading
import time
import zlib

import pytest

from indicators.client import Addresses, Client, Limits, Manners
from indicators.http.refusals import (
    EmptyAnswerError,
    EncodingError,
    ForeignAddressError,
    IncompleteError,
    RedirectedError,
    RefusedError,
    StatusError,
    TooLargeError,
    TooLateError,
    UnreachableError,
    WaitTooLongError,
)
from tests.replicas.messages import Reply, as_json
from tests.replicas.testing import FakeClock, canned, make_client

PAGE = as_json({"values": [1, 2, 3], "text": "åäö"})


def asked(reply, *faults, fake=None, limits=None, **more):
    """Ask a server with one answer once; the body, and the server."""
    with canned(reply) as (server, addresses), make_client(addresses, fake=fake, limits=limits, **more) as client:
        for name, settings in faults:
            server.tell(name, **settings)
        return client.get("kolada", "kpi"), server


def refused(kind, reply, *faults, **more):
    with pytest.raises(kind) as found:
        asked(reply, *faults, **more)
    error = found.value
    assert error.source == "kolada"
    assert error.address.endswith("/v3/kpi")
    return error.reason


@pytest.mark.parametrize("framing", ["length", "chunked", "close"])
@pytest.mark.parametrize("packing", ["none", "gzip"])
def test_a_whole_answer_is_taken_in_every_framing(framing, packing):
    body, _ = asked(Reply(PAGE.body, framing=framing, packing=packing))
    assert body.content == PAGE.body
    assert body.is_framed == (framing != "close" or packing == "gzip")


def test_the_byte_order_mark_is_left_out():
    assert asked(Reply(b"\xef\xbb\xbf" + PAGE.body))[0].content == PAGE.body


def test_the_day_of_reading_and_the_digest_are_kept():
    body, _ = asked(PAGE)
    assert body.read_on.isoformat() == "2026-11-21"
    assert len(body.sha256) == 64


@pytest.mark.parametrize("framing", ["length", "chunked", "close"])
@pytest.mark.parametrize("packing", ["gzip"])
def test_a_packed_body_cut_anywhere_is_incomplete(framing, packing):
    reason = refused(
        IncompleteError, Reply(PAGE.body, framing=framing, packing=packing, cut=30), limits=Limits(attempts=1)
    )
    assert reason


def test_bytes_after_a_packed_body_are_refused():
    packed = gzip.compress(PAGE.body) + b"more"
    reply = Reply(packed, packing="none", headers={"Content-Encoding": "gzip"})
    assert "bytes follow" in refused(IncompleteError, reply, limits=Limits(attempts=1))


def test_a_damaged_packing_is_refused():
    packed = bytearray(gzip.compress(PAGE.body))
    packed[-6] ^= 1
    reply = Reply(bytes(packed), packing="none", headers={"Content-Encoding": "gzip"})
    assert "damaged" in refused(IncompleteError, reply, limits=Limits(attempts=1))


@pytest.mark.parametrize("encoding", ["br", "deflate", "gzip, gzip", "zstd", "x" * 500])
def test_a_packing_that_was_not_asked_for_is_refused(encoding):
    reply = Reply(zlib.compress(PAGE.body), packing="none", headers={"Content-Encoding": encoding})
    assert "gzip or nothing" in refused(EncodingError, reply)


def test_a_bomb_is_refused_before_it_unpacks():
    assert "100 times" in refused(TooLargeError, PAGE, ("bomb", {}))


@pytest.mark.parametrize("packing", ["none", "gzip"])
def test_a_body_beyond_the_cap_is_refused(packing):
    reply = Reply(bytes(range(256)) * 40, packing=packing)
    assert "bytes" in refused(TooLargeError, reply, limits=Limits(encoded_bytes=5000, decoded_bytes=5000))


def test_what_is_not_utf8_is_refused():
    assert "not UTF-8 (byte 12)" in refused(EncodingError, PAGE, ("not-utf8", {}))


@pytest.mark.parametrize("content", [b"", b" \n", b"\xef\xbb\xbf"])
def test_an_empty_body_is_refused(content):
    assert refused(EmptyAnswerError, Reply(content)) == "an empty body"


@pytest.mark.parametrize("promised", ["x", "-1", "99999999999999999999"])
def test_a_length_that_does_not_hold_is_refused(promised):
    reply = Reply(PAGE.body, headers={"Content-Length": promised}, framing="length", cut=len(PAGE.body))
    with pytest.raises(RefusedError):
        asked(reply, limits=Limits(attempts=1, attempt_s=2))


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


def test_nobody_listening_is_unreachable():
    with canned(PAGE) as (_, addresses):
        pass
    with make_client(addresses) as client, pytest.raises(UnreachableError, match="connection failed"):
        client.get("kolada", "kpi")


def test_a_name_that_is_not_found_is_unreachable(monkeypatch):
    def fail(*arguments):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with make_client(Addresses()) as client, pytest.raises(UnreachableError, match="Name or service not known"):
        client.get("kolada", "kpi")


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


def test_a_body_that_drips_ends_at_the_deadline():
    started = time.monotonic()
    with canned(PAGE) as (server, addresses):
        server.tell("drip", drip_s=0.05)
        manners = Manners(Limits(attempts=1, attempt_s=0.5))
        with Client(addresses, manners=manners) as client, pytest.raises(TooLateError):
            client.get("kolada", "kpi")
    assert time.monotonic() - started < 5


def test_a_server_that_says_nothing_ends_at_the_deadline():
    with canned(PAGE) as (server, addresses):
        server.latency_s = 2.0
        manners = Manners(Limits(attempts=1, attempt_s=0.2))
        with Client(addresses, manners=manners) as client, pytest.raises(TooLateError, match="in time"):
            client.get("kolada", "kpi")


def test_what_has_not_changed_is_not_sent_again(tmp_path):
    with canned(PAGE) as (server, addresses):
        for _ in range(3):
            with make_client(addresses, store=tmp_path / "store") as client:
                assert client.get("kolada", "kpi").content == PAGE.body
        seen = [request.headers.get("if-none-match") for request in server.publisher.seen]
        assert seen == [None, PAGE.etag, PAGE.etag]
        server.publisher.reply = as_json({"values": []})
        with make_client(addresses, store=tmp_path / "store") as client:
            assert client.get("kolada", "kpi").content == server.publisher.reply.body


def test_the_time_of_the_last_change_is_asked_with_too(tmp_path):
    reply = Reply(PAGE.body, headers={"Last-Modified": "Sat, 21 Nov 2026 12:00:00 GMT", "ETag": ""})
    with canned(reply) as (server, addresses), make_client(addresses, store=tmp_path / "store") as client:
        client.get("kolada", "kpi")
        client.get("kolada", "kpi")
        assert server.publisher.seen[1].headers["if-modified-since"] == "Sat, 21 Nov 2026 12:00:00 GMT"


def test_not_modified_without_a_copy_is_refused(tmp_path):
    assert "no copy" in refused(IncompleteError, Reply(b"", 304), limits=Limits(attempts=1), store=tmp_path / "store")


def test_different_questions_have_different_copies(tmp_path):
    with canned(PAGE) as (server, addresses), make_client(addresses, store=tmp_path / "store") as client:
        client.post("fohm", "table", {"query": 1})
        client.post("fohm", "table", {"query": 2})
        client.get("fohm", "table")
        assert all("if-none-match" not in request.headers for request in server.publisher.seen)


def test_neither_proxies_nor_cookies_nor_names_of_users_are_taken_from_around(monkeypatch, tmp_path):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login a password b\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    reply = Reply(PAGE.body, headers={"Set-Cookie": "a=b"})
    with canned(reply) as (server, addresses), make_client(addresses) as client:
        client.get("kolada", "kpi")
        client.get("kolada", "kpi")
        for request in server.publisher.seen:
            assert not {"cookie", "authorization", "proxy-authorization"} & set(request.headers)


def test_every_refusal_is_logged_with_source_address_and_reason(caplog):
    with caplog.at_level(logging.WARNING):
        refused(StatusError, Reply(b"", 404))
    assert any("kolada: http://127.0.0.1" in r.message and "answered 404" in r.message for r in caplog.records)


def test_a_client_serves_several_threads():
    with canned(PAGE) as (_, addresses), make_client(addresses) as client:
        found = []
        threads = [threading.Thread(target=lambda: found.append(client.get("kolada", "kpi").content)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert found == [PAGE.body] * 8


def test_an_address_elsewhere_is_refused_before_it_is_sent():
    with canned(PAGE) as (server, addresses), make_client(addresses) as client:
        with pytest.raises(ForeignAddressError):
            client.follow("kolada", server.origin + "/v2/kpi")
        assert server.requests == []


def test_the_body_of_an_error_is_not_read_to_its_end():
    error = Reply(b"x" * 40_000_000, 404, packing="none")
    started = time.monotonic()
    assert "xxx" in refused(StatusError, error)
    assert time.monotonic() - started < 10

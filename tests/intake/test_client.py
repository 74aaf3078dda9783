"""The client against a server that misbehaves: what is whole is taken, all else is refused by its reason."""

import gzip
import logging
import socket
import threading
import time
import zlib
from dataclasses import replace

import pytest

from intake.http import transport
from intake.http.client import Client, Limits, Manners
from intake.http.refusals import (
    EmptyAnswerError,
    EncodingError,
    ForeignAddressError,
    IncompleteError,
    RefusedError,
    StatusError,
    TooLargeError,
    TooLateError,
    UnreachableError,
)
from intake.sources import site_addresses
from tests.intake.asking_once import PAGE, asked, refused
from tests.replicas.messages import Reply
from tests.replicas.testing import FakeClock, canned, make_client


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


def test_nobody_listening_is_unreachable():
    with canned(PAGE) as (_, addresses):
        pass
    with make_client(addresses) as client, pytest.raises(UnreachableError, match="connection failed"):
        client.get("kolada", "kpi")


def test_a_name_that_is_not_found_is_unreachable(monkeypatch):
    def fail(*arguments):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with make_client(site_addresses()) as client, pytest.raises(UnreachableError, match="Name or service not known"):
        client.get("kolada", "kpi")


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


@pytest.mark.parametrize("fault", [None, "reset"])
def test_what_comes_past_the_deadline_is_late_however_it_ends(fault):
    fake = FakeClock()

    def later():
        # Each look at the clock is a minute on: the body is late as soon as its first piece is here.
        fake.seconds += 60
        return fake.seconds

    manners = Manners(Limits(attempts=1), replace(fake.clock, now=later))
    with canned(PAGE) as (server, addresses), Client(addresses, manners=manners) as client:
        if fault:
            server.tell(fault)
        with pytest.raises(TooLateError):
            client.get("kolada", "kpi")


def test_ending_a_wait_for_a_connection_that_is_closed_already_is_no_fault():
    ended = socket.socket()
    ended.close()
    transport._shut(ended)

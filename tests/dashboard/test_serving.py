"""Serving: what gunicorn and waitress are told, who sends slowly, and what is answered to what is no request."""

import logging
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest
from gunicorn.config import Config

from dashboard.front import Front
from dashboard.serving.patience import (
    LARGEST_AWAITED,
    LARGEST_LINES,
    SECONDS_TO_READ,
    Bounded,
    NoMoreData,
    has_ended,
    look,
    missing,
)
from dashboard.serving.plain_refusal import plain_refusal
from dashboard.serving.server_log import ServerLog
from dashboard.serving.servers import gunicorn_options, serve_by_waitress
from dashboard.settings import Settings
from tests.dashboard.web.guard.crawling import REQUIRED
from tests.tiers import at_night

ROOT = Path(__file__).parent.parent.parent
HEAD = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n"
POST = b"POST /_dash-update-component HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
STARTS_WITHIN = 90
SLOW = 60


def test_gunicorn_shares_one_program_among_workers_with_threads_and_opens_no_other_way_in():
    options = gunicorn_options(Settings(host="::", port=80, front=Front(workers=3, threads=5, timeout=9)))
    told = {"bind": "[::]:80", "workers": 3, "threads": 5, "timeout": 9, "preload_app": True}
    assert {name: options[name] for name in told} == told
    assert (options["control_socket_disable"], options["forwarded_allow_ips"]) == (True, "")


def test_gunicorn_logs_where_the_program_does_and_nothing_of_each_request(caplog):
    kept = logging.getLogger("gunicorn.error").handlers[:]
    log = ServerLog(Config())
    assert logging.getLogger("gunicorn.error").handlers == kept
    with caplog.at_level(logging.WARNING):
        log.warning("a worker was replaced")
        log.access(None, None, {}, None)
    assert [record.getMessage() for record in caplog.records] == ["a worker was replaced"]


def test_waitress_is_told_the_same_limits(monkeypatch):
    told = {}
    monkeypatch.setattr("waitress.serve", lambda program, **options: told.update(options, program=program))
    serve_by_waitress("program", Settings(port=81, front=Front(threads=3)))
    assert (told["program"], told["port"], told["threads"], told["ident"]) == ("program", 81, 3, "")
    assert told["max_request_body_size"] == 12 * 1024 * 1024


@pytest.mark.parametrize(
    ("sent", "more"),
    [
        (b"", 1),
        (HEAD, 1),
        (HEAD + b"\r", 1),
        (HEAD + b"\r\n", 0),
        (POST + b"Content-Length: 5\r\n\r\n", 5),
        (POST + b"content-length:5\r\n\r\n{}", 3),
        (POST + b"Content-Length: 5\r\n\r\n{abc}", 0),
        (POST + b"Content-Length: 9999999\r\n\r\n", LARGEST_AWAITED),
        (POST + b"Content-Length: x\r\n\r\n", 0),
        (POST + b"X: Content-Length: 9\r\n\r\n", 0),
        (b"x" * LARGEST_LINES, 0),
    ],
)
def test_a_request_is_worth_a_thread_when_it_has_come(sent, more):
    assert missing(sent) == more


def test_who_sends_too_slowly_is_given_up():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.send(b"a")
        assert Bounded(ours, time.monotonic() + 5).recv(10) == b"a"
        with pytest.raises(NoMoreData):
            Bounded(ours, time.monotonic() + 0.05).recv(10)
        theirs.send(b"b")
        with pytest.raises(NoMoreData):
            Bounded(ours, time.monotonic() - 1).recv(10)


def test_half_a_request_of_somebody_who_left_is_not_waited_for():
    ours, theirs = socket.socketpair()
    with ours:
        theirs.send(HEAD)
        assert (missing(look(ours)), has_ended(ours)) == (1, False)
        theirs.shutdown(socket.SHUT_WR)
        assert (look(ours), has_ended(ours)) == (HEAD, True)
        theirs.close()
        assert has_ended(ours)


def test_what_never_became_a_request_is_answered_with_the_headers_and_words_of_the_guard():
    head, body = plain_refusal(414, "abc").split(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    assert lines[0].startswith("HTTP/1.1 414 ")
    assert {f"{name}: {value}" for name, value in REQUIRED.items()} <= set(lines)
    assert "Connection: close" in lines
    assert b'"id":"abc"' in body


# --- the server itself ----------------------------------------------------------------------------------------------


def _free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@contextmanager
def serving(folder):
    """`halsodialog serve` on a port of its own, one worker with two threads."""
    port = _free_port()
    own = {"HALSODIALOG_DATA": str(folder), "HALSODIALOG_WORKERS": "1", "HALSODIALOG_THREADS": "2"}
    command = [sys.executable, "-c", "from dashboard.cli import main; main()", "serve", "--port", str(port)]
    log = folder / "log.txt"
    with log.open("wb") as stream:
        quiet = {"stdout": subprocess.DEVNULL, "stderr": stream}
        program = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **own}, **quiet)
        try:
            _wait(port, program)
            yield port, program, log
        finally:
            program.kill()
            program.wait()


def _wait(port, program):
    end = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < end:
        assert program.poll() is None, "the server ended instead of serving"
        try:
            if asked(port) == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server did not answer")


def _wait_for(is_so):
    end = time.monotonic() + SECONDS_TO_READ / 2
    while not is_so():
        assert time.monotonic() < end, "did not come about"
        time.sleep(0.02)


def _sockets(program):
    """The sockets that the server's worker holds."""
    (worker,) = Path(f"/proc/{program.pid}/task/{program.pid}/children").read_text(encoding="ascii").split()
    found = []
    for handle in Path(f"/proc/{worker}/fd").iterdir():
        # One that was closed meanwhile is none.
        with suppress(FileNotFoundError):
            found += [handle] if str(handle.readlink()).startswith("socket:") else []
    return found


def asked(port):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=20) as answer:
        return answer.status


def sent(port, content):
    """Everything that is answered to these bytes."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(content)
        found = b""
        while True:
            try:
                more = connection.recv(65_536)
            except ConnectionResetError:
                return found
            if not more:
                return found
            found += more


NO_REQUEST = {
    b"HELLO\r\n\r\n": 400,
    b"GET / HTTP/9.9\r\n\r\n": 400,
    b"GET /" + b"a" * 9_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n": 414,
    HEAD + b"X: " + b"a" * 9_000 + b"\r\n\r\n": 431,
    HEAD + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n": 400,
    HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef": 400,
    POST + b"Content-Length: 99999999\r\nConnection: close\r\n\r\n" + b"x" * 40_000: 413,
}


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="nobody tells here what a process holds open")
@pytest.mark.parametrize("stay", [False, *at_night(True)], ids=["let go of", "kept to the end"])
def test_slow_senders_stop_nobody_and_what_is_no_request_is_refused_in_our_words(tmp_path, stay):
    """Thirty times as many half-sent requests as there are threads, kept open while others are answered.

    Where they stay to the end, the server waits for them as long as it waits for anybody.
    """
    with serving(tmp_path) as (port, program, log), ExitStack() as slow:
        before = len(_sockets(program))
        begun = (b"", HEAD, POST + b"Content-Length: 500\r\n\r\n{")
        for number in range(SLOW):
            connection = slow.enter_context(socket.create_connection(("127.0.0.1", port)))
            connection.sendall(begun[number % len(begun)])
        assert [asked(port) for _ in range(5)] == [200] * 5
        for content, status in NO_REQUEST.items():
            answer = sent(port, content).decode()
            assert answer.startswith(f"HTTP/1.1 {status} "), (content[:40], answer[:40])
            assert "X-Content-Type-Options: nosniff" in answer
            assert '"id":"' in answer
        if not stay:
            slow.close()
            # They are let go of as soon as they have left, long before their time to send would be over.
            _wait_for(lambda: len(_sockets(program)) <= before)
        program.send_signal(signal.SIGTERM)
        assert program.wait(timeout=30) == 0
        assert "127.0.0.1" not in log.read_text(), "no reader's address in the log"

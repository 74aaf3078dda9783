"""The program as it stands on a server: a worker that dies is replaced, counts are everybody's, the log is JSON."""

import http.client
import json
import os
import signal
import threading
import time
from pathlib import Path

import pytest

from tests.bench.serving import Served

WITHIN, CLIENTS = 30, 4
SHOWN = "/region/14?lang=en"


@pytest.fixture(scope="module")
def served():
    settings = {"HALSODIALOG_METRICS": "1", "HALSODIALOG_LOG": "json", "HALSODIALOG_THREADS": "4"}
    with Served(settings) as server:
        yield server


def ask(port, path="/healthz"):
    """One request on a connection of its own; the status, or the fault's name."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=WITHIN)
    try:
        connection.request("GET", path, headers={"User-Agent": "kanariefagel"})
        answer = connection.getresponse()
        return answer.status, answer.read()
    except (OSError, http.client.HTTPException) as error:
        return type(error).__name__, b""
    finally:
        connection.close()


def until(is_true):
    end = time.monotonic() + WITHIN
    while not is_true():
        assert time.monotonic() < end, f"did not come about within {WITHIN} s"
        time.sleep(0.02)


def test_a_killed_worker_is_replaced_and_only_what_it_had_in_hand_is_lost(served):
    faults, asked, done = [], [], threading.Event()

    def keep_asking():
        while not done.is_set():
            status, _ = ask(served.port, SHOWN)
            asked.append(status)
            if status != 200:
                faults.append(status)

    clients = [threading.Thread(target=keep_asking) for _ in range(CLIENTS)]
    for client in clients:
        client.start()
    for n in range(2):
        before = set(served.pids())
        os.kill(min(before), signal.SIGKILL)
        until(lambda known=before: len(served.pids()) == served.workers and set(served.pids()) != known)
        seen = len(asked)
        until(lambda seen=seen: len(asked) > seen + 2 * CLIENTS)
        assert len(faults) <= CLIENTS * (n + 1)
    done.set()
    for client in clients:
        client.join()
    assert all(ask(served.port, SHOWN)[0] == 200 for _ in range(2 * CLIENTS))


def test_the_workers_count_together(served):
    def counted():
        text = ask(served.port, "/metrics")[1].decode()
        row = 'halsodialog_requests_total{method="GET",route="/jamfor/<code>",status="200"} '
        return sum(float(line.removeprefix(row)) for line in text.splitlines() if line.startswith(row))

    before = counted()
    assert [ask(served.port, "/jamfor/14")[0] for _ in range(12)] == [200] * 12
    # An answer is counted once it has been sent: whoever has it may ask for the counts before the last one is written.
    until(lambda: counted() >= before + 12)
    assert [counted() for _ in range(6)] == [before + 12] * 6


def test_every_line_of_the_log_is_json_and_tells_nothing_of_who_asked(served):
    assert ask(served.port, "/region/14?who=kanariefagel")[0] == 200
    told = Path(served.log.name)

    def is_told(text):
        return text in told.read_text(encoding="utf-8")

    # A worker tells of a request once it has answered: killed before that, it takes the line with it.
    until(lambda: is_told("/region/<code>"))
    served.kill_one()
    until(lambda: is_told("SIGKILL"))
    until(lambda: len(served.pids()) == served.workers)
    lines = Path(served.log.name).read_text(encoding="utf-8").splitlines()
    told = [json.loads(line) for line in lines if not line.startswith("Hälsodialog: http")]
    assert {"halsodialog.requests", "gunicorn.error"} <= {line["from"] for line in told}
    assert [line for line in lines[1:] if "kanariefagel" in line or "127.0.0.1" in line] == []

"""From the start of the process to the first reply to /_dash-layout, against a bare Dash and Bootstrap app.

Both find their modules compiled, as an installed program does: the first round compiles what is not.
"""

import http.client
import os
import socket
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.figures import Figure

ROOT = Path(__file__).resolve().parents[2]
ROUNDS, MOST_SECONDS = 9, 120


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def _answers(port):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=MOST_SECONDS)
    try:
        connection.request("GET", "/_dash-layout")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def milliseconds(*command):
    """Start a program and return the milliseconds to its first layout."""
    port = free_port()
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": environment}
    started = time.perf_counter()
    with subprocess.Popen([sys.executable, *command, str(port)], cwd=ROOT, **quiet) as program:
        try:
            while not _answers(port):
                if program.poll() is not None or time.perf_counter() - started > MOST_SECONDS:
                    raise SystemExit(f"{command} did not start")
                time.sleep(0.002)
            return (time.perf_counter() - started) * 1000
        finally:
            program.kill()


def measure():
    ours, bare = [], []
    for _ in range(ROUNDS + 1):
        bare.append(milliseconds("-m", "tests.bench.peers"))
        ours.append(milliseconds("app.py", "--port"))
    # The first round only compiles, and warms the disk.
    return [Figure("start to first layout", statistics.median(ours[1:]), statistics.median(bare[1:]), times_slower=2)]

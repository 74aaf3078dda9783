"""The program as its user starts it, in a process of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
STARTS_WITHIN = 60


def _free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def _wait_until_well(address, program):
    end = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < end:
        assert program.poll() is None, f"the program ended with status {program.returncode} instead of serving"
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=1) as reply:
                if reply.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"the program did not answer {address}/healthz within {STARTS_WITHIN} s")


@contextmanager
def serving(**settings):
    """The program as its user starts it, with these settings in its environment; its address."""
    port = _free_port()
    command = [sys.executable, "app.py", "--port", str(port)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, cwd=ROOT, env=os.environ | settings, **quiet) as program:
        try:
            _wait_until_well(f"http://127.0.0.1:{port}", program)
            yield f"http://127.0.0.1:{port}"
        finally:
            program.kill()

"""The program as it is put on a server, started for a bench: its workers and what they hold."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
# The clock of a bench may stand some days ahead; nothing in the program knows of it.
SERVE = """
import os, sys
days = int(os.environ.get("HALSODIALOG_BENCH_DAYS", "0"))
if days:
    import datetime as dt
    import time_machine
    time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(days=days), tick=True).start()
from dashboard.cli import main
sys.exit(main(sys.argv[1:]))
"""
STARTS_WITHIN, ENDS_WITHIN = 120, 30


def free_port():
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@dataclass
class Served:
    """`halsodialog serve` on a port of its own; a context that ends it. `settings` are added to the environment."""

    settings: dict = field(default_factory=dict)
    workers: int = 2
    port: int = field(default_factory=free_port)

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self):
        self._own = tempfile.TemporaryDirectory()
        wanted = {"HALSODIALOG_DATA": self._own.name, "HALSODIALOG_WORKERS": str(self.workers), **self.settings}
        self.log = (Path(self._own.name) / "server.log").open("wb")
        self.process = subprocess.Popen(
            [sys.executable, "-c", SERVE, "serve", "--port", str(self.port)],
            cwd=ROOT, env={**os.environ, **wanted}, stdout=self.log, stderr=self.log,
        )  # fmt: skip
        end = time.monotonic() + STARTS_WITHIN
        while not self.is_well():
            if self.process.poll() is not None or time.monotonic() > end:
                raise SystemExit(f"the program did not start:\n{self.told()}")
            time.sleep(0.1)
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.log.close()
        self._own.cleanup()

    def told(self):
        """Return the end of what the program has logged."""
        return Path(self.log.name).read_text(encoding="utf-8")[-2000:]

    def is_well(self):
        try:
            with urllib.request.urlopen(f"{self.address}/healthz", timeout=2) as answer:
                return answer.status == 200
        except OSError:
            return False

    def pids(self):
        """Return the workers' process ids."""
        found = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text(encoding="ascii")
        return [int(pid) for pid in found.split()]

    def kill_one(self):
        """Kill the oldest worker and return its process id."""
        pid = min(self.pids())
        os.kill(pid, signal.SIGKILL)
        return pid

    def processor_seconds(self):
        """Return the processor's seconds that the workers there are have taken: no other program changes these."""
        ticks = [
            Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split() for pid in self.pids()
        ]
        return sum(int(one[11]) + int(one[12]) for one in ticks) / os.sysconf("SC_CLK_TCK")

    def held(self):
        """Return what the workers hold together: megabytes of their own, open files, threads."""
        each = [_held(pid) for pid in self.pids()]
        return {name: sum(one[name] for one in each) for name in ("megabytes", "files", "threads")}


def _held(pid):
    place = Path(f"/proc/{pid}")
    lines = (place / "smaps_rollup").read_text(encoding="ascii").splitlines()
    own = sum(int(line.split()[1]) for line in lines if line.startswith("Private_"))
    return {
        "megabytes": own / 1024,
        "files": len(list((place / "fd").iterdir())),
        "threads": len(list((place / "task").iterdir())),
    }

"""Runs benches one after another, each in a process of its own, and keeps what came of each."""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench.figures import Figure

ROOT = Path(__file__).parent.parent.parent
# With the longest of them the whole stays under ten minutes on a quiet machine of two cores.
MOST_SECONDS, MOST_LONG_SECONDS = 240, 3600


@dataclass(frozen=True)
class Outcome:
    """What came of one bench: its figures, and why it failed ("" when it did not)."""

    name: str
    seconds: float
    figures: tuple[Figure, ...] = ()
    failure: str = ""

    @property
    def is_kept(self):
        return not self.failure and all(figure.is_kept for figure in self.figures)

    def __str__(self):
        missed = [f"{figure.name}: {figure.cells()[1]}, promised {figure.promise}" for figure in self.figures
                  if not figure.is_kept]  # fmt: skip
        said = self.failure or "; ".join(missed) or ("kept" if self.figures else "no fault")
        return f"{self.name}: {self.seconds:.0f} s: {said}"


def run(name, bench, *, long=False):
    """Run one bench and return what came of it; a bench that fails, or does not end, is an outcome too."""
    print(f"— {name}", flush=True)
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "figures.json"
        arguments = [f"tests.bench.{bench.module}", *(() if long else bench.short)]
        command = arguments if bench.faults else ["tests.bench.one", bench.module, str(file)]
        failure = _failure([sys.executable, "-m", *command], MOST_LONG_SECONDS if long else MOST_SECONDS)
        found = json.loads(file.read_text(encoding="utf-8")) if file.exists() else []
    figures = tuple(Figure(**item) for item in found)
    return Outcome(name, time.perf_counter() - began, figures, failure)


def _failure(command, seconds):
    with subprocess.Popen(command, cwd=ROOT, env=os.environ, start_new_session=True) as process:
        try:
            code = process.wait(seconds)
        except subprocess.TimeoutExpired:
            # What a bench has started itself ends with it.
            os.killpg(process.pid, 9)
            return f"did not end within {seconds} s"
    return "" if code == 0 else f"ended with {code}"

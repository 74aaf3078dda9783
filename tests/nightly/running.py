"""Runs one part of a night in a process group of its own and tells what came of it."""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from defusedxml import ElementTree

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Outcome:
    """How many tests passed and failed (a bench is one), why others were skipped, and what is to be said of it."""

    name: str
    passed: int = 0
    failed: int = 0
    skipped: tuple[str, ...] = ()
    seconds: float = 0.0
    said: tuple[str, ...] = field(default=())


def run(part, left):
    """Run one part for at most `left` seconds, or tell what it lacks."""
    lacks = part.lacks()
    if lacks:
        return Outcome(part.name, skipped=tuple(f"{part.name}: lacks {package}" for package in lacks))
    if left <= 0:
        return Outcome(part.name, failed=1, said=("not reached: the hour was over",))
    began, seconds = time.monotonic(), min(part.seconds, left)
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "tests.xml"
        asked = (f"--junitxml={report}",) if part.tests else ()
        code = _end_of((sys.executable, "-m", *part.command, *asked), seconds)
        counted = _counted(part, report, code)
    said = (f"did not end within {seconds:.0f} s",) if code is None else counted.said
    failed = max(counted.failed, int(code != 0))
    return Outcome(part.name, counted.passed, failed, counted.skipped, time.monotonic() - began, said)


def _end_of(command, seconds):
    """The code a command ended with; None when its time was over and it was ended with all it had started."""
    with subprocess.Popen(command, cwd=ROOT, start_new_session=True) as process:
        try:
            return process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            return None


def _counted(part, report, code):
    if not part.tests:
        return Outcome(part.name, passed=int(code == 0), failed=int(code != 0))
    if not report.exists():
        return Outcome(part.name, failed=1, said=("the tests wrote no report",))
    cases = ElementTree.parse(report).getroot().iter("testcase")
    found = [(f"{case.get('classname')}::{case.get('name')}", {child.tag: child for child in case}) for case in cases]
    failed = [name for name, tags in found if "failure" in tags or "error" in tags]
    skipped = tuple(f"{name}: {tags['skipped'].get('message')}" for name, tags in found if "skipped" in tags)
    passed = len(found) - len(failed) - len(skipped)
    none = ("no test is marked nightly",) if not found else ()
    return Outcome(part.name, passed, len(failed) or int(not found), skipped, 0.0, (*failed, *none))

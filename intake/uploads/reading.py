"""Has a file read by a process of its own, which can fail, hang or be killed without harm to this one."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import orjson

from intake.uploads.columns import GivenRow
from intake.uploads.findings import UploadFinding
from intake.uploads.limits import MEGABYTE, MOST_ANSWER, WALL_SECONDS
from intake.uploads.request import Reading, Request, stopped

ROOT = Path(__file__).resolve().parent.parent.parent
CHILD = "intake.uploads.child"
# What the first line of an answer may be: 150 findings of some hundred bytes.
LONGEST_READING = MEGABYTE
# Nothing of this process's environment is the child's business, but what a machine needs to start it at all.
PASSED_ON = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "TMPDIR", "LANG")


def read_file(request: Request, answer: Path, seconds: float = WALL_SECONDS) -> Reading:
    """Return what a file holds; its rows are written to `answer`, a line each after the first. Raises OSError.

    A file whose reading fails, takes too long or grows too large is stopped with the finding that says so.
    """
    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    try:
        with answer.open("wb") as out:
            done = subprocess.run(  # noqa: S603 - our own module by our own interpreter; the file's name is data on stdin
                [sys.executable, "-B", "-m", CHILD],
                input=orjson.dumps(request.dump()),
                stdout=out,
                stderr=subprocess.DEVNULL,
                cwd=ROOT,
                env=environment,
                timeout=seconds,
                check=False,
            )
    except subprocess.TimeoutExpired:
        return stopped(UploadFinding("reading-slow", facts={"seconds": int(seconds)}))
    if done.returncode or answer.stat().st_size > MOST_ANSWER:
        return stopped(UploadFinding("reading-failed"))
    return _reading(answer)


def _reading(answer: Path) -> Reading:
    try:
        with answer.open("rb") as stream:
            return Reading.load(orjson.loads(stream.readline(LONGEST_READING)))
    except (orjson.JSONDecodeError, TypeError, KeyError):
        return stopped(UploadFinding("reading-failed"))


def read_rows(answer: Path) -> Iterator[GivenRow]:
    """Yield the rows of an answer. Raises OSError."""
    with answer.open("rb") as stream:
        stream.readline()
        for line in stream:
            yield GivenRow(*orjson.loads(line))

"""Ruff and the strict type checker are part of the ordinary test run."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(*arguments: str) -> tuple[int, str]:
    done = subprocess.run([sys.executable, "-m", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("ruff", ["ruff", "check", "--output-format", "concise"]), ("mypy", ["mypy"])],
)
def test_the_code_passes(name: str, arguments: list[str]):
    status, report = run(*arguments)
    assert status == 0, f"`{name}` finds faults; correct them or run it by hand:\n{report}"

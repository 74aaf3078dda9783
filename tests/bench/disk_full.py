"""A publish on a disk that fails at every point, is full, or may only be read: `python -m tests.bench.disk_full`."""

import itertools
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.dashboard.failing_disk import ERRORS, fallible, faults_of_failing, faults_of_refused, make_origin

# The edition of the tests takes about 60 kB: of these some hold nothing of it, and some all but the pointer.
FREE_KB = range(0, 120, 4)


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        origin, events = make_origin(Path(name))
        faults = _failing(origin, fallible(events)[:-1], Path(name) / "tried")
        faults += _small(origin, Path(name) / "disk")
    for line in faults[:20]:
        print(f"  {line}")
    return 1 if faults else 0


def _failing(origin: Path, places: list[int], root: Path) -> list[str]:
    began, faults = time.perf_counter(), []
    for place, fault in itertools.product(places, ERRORS):
        found = faults_of_failing(origin, root, place, fault)
        faults += [f"point {place}, {os.strerror(fault)}: {line}" for line in found]
    seconds = time.perf_counter() - began
    print(f"{len(places)} points x {len(ERRORS)} errors: {len(faults)} broken promises; {seconds:.0f} s")
    return faults


def _small(origin: Path, disk: Path) -> list[str]:
    """On a disk in memory, which only the system's administrator may make."""
    disk.mkdir()
    if not _mount("-t", "tmpfs", "-o", "size=8m", "none", str(disk)):
        print("no disk of our own may be made here: the full disk and the read-only one were not tried")
        return []
    try:
        return _filled(origin, disk) + _read_only(origin, disk)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def _mount(*arguments: str) -> bool:
    return subprocess.run(["mount", *arguments], check=False, capture_output=True).returncode == 0


def _filled(origin: Path, disk: Path) -> list[str]:
    faults, fitted = [], 0
    for free_kb in FREE_KB:
        root = shutil.copytree(origin, disk / "data")
        room = shutil.disk_usage(disk).free - free_kb * 1024
        with (disk / "filler").open("wb") as filler:
            filler.write(b"x" * room)
        found = list(faults_of_refused(root))
        if any(line.startswith("exit 0") for line in found):
            fitted, found = fitted + 1, list(faults_of_fitting(root))
        faults += [f"{free_kb} kB free: {line}" for line in found]
        (disk / "filler").unlink()
        shutil.rmtree(root)
    print(f"a full disk, {len(FREE_KB)} sizes: {fitted} had room for it, {len(faults)} broken promises")
    return faults


def faults_of_fitting(root: Path) -> list[str]:
    """What does not hold of an edition for which there was room."""
    from tests.dashboard.failing_disk import served
    from tests.intake.crashing import generation_of, partials

    return [] if generation_of(served(root)) == 1 and not partials(root) else ["exit 0, and nothing is published"]


def _read_only(origin: Path, disk: Path) -> list[str]:
    root = shutil.copytree(origin, disk / "data")
    _mount("-o", "remount,ro", str(disk))
    faults = [f"read-only: {line}" for line in faults_of_refused(root)]
    print(f"a read-only disk: {len(faults)} broken promises")
    return faults


if __name__ == "__main__":
    sys.exit(main())

"""The parts of a night: the tests marked `nightly`, and the benches of faults that have an end."""

import importlib.util
import shutil
from dataclasses import dataclass


@dataclass(frozen=True)
class Need:
    """Something a part cannot do without: a module or a program, and the package that brings it."""

    name: str
    package: str
    is_program: bool = False

    def is_here(self):
        return bool(shutil.which(self.name) if self.is_program else importlib.util.find_spec(self.name))


PYTEST = Need("pytest", 'pip install -e ".[test]" (pytest)')
HYPOTHESIS = Need("hypothesis", 'pip install -e ".[test]" (hypothesis)')
XDIST = Need("xdist", 'pip install -e ".[test]" (pytest-xdist)')
MINUTE = 60
# Tests are shared out over two cores, as in every run.
TESTS = ("pytest", "tests", "-q", "-p", "no:cacheprovider", "-n", "2", "--dist", "worksteal")
EVERY_EXAMPLE = "--hypothesis-profile=night"


@dataclass(frozen=True)
class Part:
    """One part: what is run, its longest time in seconds, and what it needs. `tests`: outcomes are counted singly."""

    name: str
    command: tuple[str, ...]
    seconds: int
    needs: tuple[Need, ...] = ()
    tests: bool = False

    def lacks(self):
        return [need.package for need in self.needs if not need.is_here()]


PARTS = (
    Part(
        "tests marked nightly",
        (*TESTS, EVERY_EXAMPLE, "-m", "nightly"),
        25 * MINUTE,
        (PYTEST, XDIST, HYPOTHESIS),
        tests=True,
    ),
    Part(
        "properties with every example",
        (*TESTS, EVERY_EXAMPLE, "-m", "hypothesis"),
        5 * MINUTE,
        (PYTEST, XDIST, HYPOTHESIS),
        tests=True,
    ),
    Part("bombs", ("tests.bench.bombs",), 5 * MINUTE, (PYTEST,)),
    Part("fuzz_sources", ("tests.bench.fuzz_sources",), 6 * MINUTE, (PYTEST,)),
    Part("fuzz_callbacks", ("tests.bench.fuzz_callbacks",), 6 * MINUTE, (PYTEST,)),
    Part("disk_full", ("tests.bench.disk_full",), 6 * MINUTE, (PYTEST,)),
    Part(
        "crash_publish",
        ("tests.bench.crash_publish", "--moments", "40", "--times", "2", "--races", "40"),
        10 * MINUTE,
        (PYTEST,),
    ),
    Part("cut_pages", ("tests.bench.cut_pages",), 6 * MINUTE, (PYTEST,)),
)

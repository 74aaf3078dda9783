"""Every bench there is, by the name it is asked for.

A bench of figures is a module with `measure()`; a bench of faults is a program that ends with 0 when it found none.
Each runs in a process of its own, so that none finds what another has warmed.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bench:
    """One bench: its module, and of a bench of faults what makes a short run of it."""

    module: str
    faults: bool = False
    short: tuple[str, ...] = ()


@dataclass(frozen=True)
class LongBench(Bench):
    """A bench that has no short form: it runs when it is named, or with --long."""


FIGURES = {
    "start": Bench("bench_start"),
    "callback": Bench("bench_callback"),
    "browser": Bench("bench_browser"),
    "units": Bench("units"),
    "sheets": Bench("sheets"),
    "clients": Bench("clients"),
    "views": Bench("views"),
    "sync": Bench("sync_kolada"),
    "publish": Bench("publish"),
}
FAULTS = {
    "bombs": Bench("bombs", faults=True),
    "fuzz_sources": Bench("fuzz_sources", faults=True, short=("--answers", "500", "--seed", "1")),
    "crash_publish": Bench(
        "crash_publish", faults=True, short=("--moments", "3", "--times", "1", "--races", "3", "--seed", "1")
    ),
    "fuzz_callbacks": LongBench("fuzz_callbacks", faults=True),
    "cut_pages": LongBench("cut_pages", faults=True),
    "disk_full": LongBench("disk_full", faults=True),
    "seeded_faults": LongBench("seeded_faults", faults=True),
    "load": LongBench("load", faults=True),
    "units_curve": LongBench("units_curve", faults=True),
    "signals": LongBench("signals", faults=True),
}
BENCHES = {**FIGURES, **FAULTS}

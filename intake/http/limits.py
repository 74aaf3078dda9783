"""The numbers that bound every exchange with a publisher."""

import datetime as dt
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What an answer may cost. Sizes in bytes, times in seconds.

    `ratio` bounds what a packed body may unpack to. Kolada's own pages unpack to 16–32 times what is sent, so 20 would
    refuse honest answers; a bomb unpacks to about 1 000 times.
    """

    encoded_bytes: int = 50 * MEGABYTE
    decoded_bytes: int = 50 * MEGABYTE
    ratio: int = 100
    ratio_after_bytes: int = MEGABYTE
    attempts: int = 5
    connect_s: float = 10.0
    attempt_s: float = 60.0
    call_s: float = 300.0
    wait_per_call_s: float = 120.0
    wait_per_source_s: float = 900.0
    first_backoff_s: float = 1.0
    redirects: int = 3
    pages: int = 200


@dataclass(frozen=True, slots=True)
class Clock:
    """Time as the client knows it, so that a test may have its own."""

    now: Callable[[], float] = time.monotonic
    wall: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC)
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True)
class Manners:
    """How the client behaves: its limits, its clock, and the chance that spreads retries."""

    limits: Limits = Limits()
    clock: Clock = Clock()
    # Spreading retries needs no secrecy.
    chance: random.Random = field(default_factory=random.Random)


@dataclass(frozen=True, slots=True)
class Pace:
    """At most `calls` in any window of `window_s` seconds, and at least `gap_s` between two."""

    calls: int
    window_s: float
    gap_s: float = 0.0

"""When a publisher may be asked next. A long window is remembered between runs, so that no run spends it twice."""

import threading
from collections import deque
from typing import Protocol

from intake.http.limits import Clock, Pace

REMEMBERED_FROM_S = 60.0
MARGIN_S = 0.001


class Memory(Protocol):
    """Where the times of calls are kept between runs."""

    def times(self, source: str) -> list[float]:
        """Return the times of earlier calls, in seconds since 1970."""

    def remember(self, source: str, times: list[float]) -> None:
        """Keep the times of the calls."""


class OverBudgetError(Exception):
    """The next call would have to wait longer than allowed. `wait_s` says how long."""

    def __init__(self, wait_s: float) -> None:
        """Take the wait in seconds."""
        self.wait_s = wait_s
        super().__init__(f"the next call may be made in {wait_s:.0f} s")


class Pacer:
    """Gives each call its time. Safe to use from several threads; each call gets a time of its own."""

    def __init__(self, source: str, pace: Pace, clock: Clock, memory: Memory | None = None) -> None:
        """Take the pace, and where to remember the calls of a long window."""
        self._source, self._pace, self._clock = source, pace, clock
        self._memory = memory if pace.window_s >= REMEMBERED_FROM_S else None
        self._starts: deque[float] = deque(maxlen=pace.calls)
        self._lock = threading.Lock()

    def wait(self, longest_s: float) -> None:
        """Sleep until the next call may be made. Raises OverBudgetError, without sleeping, when that is too long."""
        with self._lock:
            now = self._clock.now()
            start = max(now, self._earliest(now))
            if start - now > longest_s:
                raise OverBudgetError(start - now)
            self._starts.append(start)
            self._note(start - now)
        if start > now:
            self._clock.sleep(start - now)

    def _earliest(self, now: float) -> float:
        times = [now]
        if self._starts:
            times.append(self._starts[-1] + self._pace.gap_s)
        if len(self._starts) == self._pace.calls:
            times.append(self._starts[0] + self._pace.window_s + MARGIN_S)
        remembered = self._remembered()
        if len(remembered) >= self._pace.calls:
            ends = remembered[-self._pace.calls] + self._pace.window_s
            times.append(now + ends - self._clock.wall().timestamp() + MARGIN_S)
        return max(times)

    def _remembered(self) -> list[float]:
        """The calls of the window before now. A time in the future is a clock that was set back: it is left out."""
        if self._memory is None:
            return []
        now = self._clock.wall().timestamp()
        return sorted(t for t in self._memory.times(self._source) if now - self._pace.window_s < t <= now)

    def _note(self, wait_s: float) -> None:
        if self._memory is not None:
            start = self._clock.wall().timestamp() + wait_s
            self._memory.remember(self._source, [*self._remembered(), start])

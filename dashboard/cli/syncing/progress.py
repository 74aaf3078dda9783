"""How far a sync has come: bars with the time left on a terminal, a line for each answer elsewhere."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from intake import SyncListener

LONGEST_NAME = 40


@contextmanager
def progress(console: Console) -> Iterator[SyncListener]:
    """Give who is told how a sync goes, and shows it: bars that move on a terminal, else lines."""
    if not console.is_terminal:
        yield Lines(console)
        return
    columns = (
        TextColumn("{task.fields[source]:<18}", markup=False),
        BarColumn(bar_width=24),
        TextColumn("{task.completed:.0f} of {task.total:.0f} series, {task.fields[rows]} rows", markup=False),
        TimeRemainingColumn(),
        TextColumn("{task.fields[what]}", markup=False, style="dim"),
    )
    with Progress(*columns, console=console) as bars:
        yield Bars(bars)


class Lines:
    """A line for each answer: for a log, a pipe or a test."""

    def __init__(self, console: Console) -> None:
        """Take where to write."""
        self._console = console
        self._lock = threading.Lock()
        self._known: dict[str, list[int]] = {}
        self._what: dict[str, str] = {}

    def begins(self, source: str, series: int) -> None:
        """Tell how much is asked for."""
        self._known[source] = [0, series, 0]
        self._say(f"{source}: {series} series to read")

    def asks(self, source: str, indicators: Sequence[str]) -> None:
        """Remember what is asked for."""
        self._what[source] = _named(indicators)

    def has_read(self, source: str, series: int, rows: int) -> None:
        """Tell how far it has come."""
        known = self._known[source]
        known[0] += series
        known[2] += rows
        self._say(f"{source}: {known[0]} of {known[1]} series, {thousands(known[2])} rows; last {self._what[source]}")

    def ends(self, source: str) -> None:
        """Tell nothing: the last line has said it."""

    def says(self, sentence: str) -> None:
        """Tell the sentence."""
        self._say(sentence)

    def _say(self, line: str) -> None:
        with self._lock:
            self._console.print(clean(line), markup=False, highlight=False, soft_wrap=True)


class Bars:
    """A bar for each source."""

    def __init__(self, bars: Progress) -> None:
        """Take the bars."""
        self._bars = bars
        self._tasks: dict[str, TaskID] = {}
        self._rows: dict[str, int] = {}

    def begins(self, source: str, series: int) -> None:
        """Add a bar."""
        self._rows[source] = 0
        self._tasks[source] = self._bars.add_task("", total=series, source=source, rows="0", what="")

    def asks(self, source: str, indicators: Sequence[str]) -> None:
        """Show what is asked for."""
        self._bars.update(self._tasks[source], what=_named(indicators))

    def has_read(self, source: str, series: int, rows: int) -> None:
        """Move the bar."""
        self._rows[source] += rows
        self._bars.update(self._tasks[source], advance=series, rows=thousands(self._rows[source]))

    def ends(self, source: str) -> None:
        """Say no more what is asked for."""
        self._bars.update(self._tasks[source], what="")

    def says(self, sentence: str) -> None:
        """Show the sentence above the bars."""
        self._bars.console.print(clean(sentence), markup=False, highlight=False)


def thousands(n: int) -> str:
    """Return a whole number with its thousands apart."""
    return f"{n:,}".replace(",", " ")


def clean(text: str) -> str:
    """Return what a publisher may have written without what would move the cursor or turn the line around."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)


def _named(indicators: Sequence[str]) -> str:
    first = indicators[0]
    short = first if len(first) <= LONGEST_NAME else f"{first[: LONGEST_NAME - 1]}…"
    return short if len(indicators) == 1 else f"{short} and {len(indicators) - 1} more"

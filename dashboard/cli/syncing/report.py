"""What came of a sync: a table of the sources, what was refused or not asked for and why, and what to do next."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dashboard.cli.syncing.progress import clean, thousands
from indicators import SyncOutcome, SyncRefusal, SyncTally

MOST_SENTENCES, MOST_SERIES = 20, 5
HEADS = ("source", "", "series", "rows", "new", "changed", "with-\ndrawn", "held\nback", "refused", "not\nasked")


def report(outcome: SyncOutcome, console: Console, *, is_dry: bool) -> None:
    """Print what came of a sync."""
    console.print(_table(outcome.tallies), crop=False)
    for line in lines(outcome, is_dry=is_dry):
        console.print(clean(line), markup=False, highlight=False, soft_wrap=True)


def lines(outcome: SyncOutcome, *, is_dry: bool) -> Iterator[str]:
    """Yield what is said below the table, a line each."""
    yield from _some("refused (their earlier values stay):", [_refusal(item) for item in outcome.refused])
    yield from _some("not asked for:", [f"{item.series}: {item.reason}" for item in outcome.not_asked])
    yield from _next(outcome, is_dry=is_dry)


def _next(outcome: SyncOutcome, *, is_dry: bool) -> Iterator[str]:
    n = len(outcome.changed) + len(outcome.figures_changed)
    if not n:
        yield f"Nothing differs from edition {outcome.edition}: there is nothing to publish."
    else:
        yield f"{n} series differ{'s' if n == 1 else ''} from edition {outcome.edition}."
    if sum(tally.quarantined for tally in outcome.tallies):
        yield "Values were held back: what was published before stays in their place, and the reason is shown."
    if is_dry:
        yield "This was a dry run: nothing was kept but copies of the answers."
    elif n:
        yield "Next: halsodialog edition publish"


def _table(tallies: Sequence[SyncTally]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
    rows = [_cells(tally) for tally in tallies]
    for place, head in enumerate(HEADS):
        # A number that is cut is another number: the table may be wider than the terminal, its cells never narrower.
        least = max(len(text) for text in (*head.split("\n"), *(row[place] for row in rows)))
        table.add_column(head, justify="left" if place < 2 else "right", no_wrap=True, min_width=least)
    for tally, row in zip(tallies, rows, strict=True):
        table.add_row(row[0], Text(row[1], style=_style(tally)), *row[2:])
    return table


def _cells(tally: SyncTally) -> tuple[str, ...]:
    numbers = (tally.series, tally.rows, tally.new, tally.changed, tally.withdrawn, tally.quarantined)
    return (tally.source, tally.status, *map(thousands, (*numbers, tally.refused, tally.not_asked)))


def _style(tally: SyncTally) -> str:
    return "" if tally.status in ("read", "not-asked") else "bold"


def _some(head: str, sentences: Sequence[str]) -> Iterator[str]:
    if not sentences:
        return
    yield head
    yield from (f"  {sentence}" for sentence in sentences[:MOST_SENTENCES])
    if len(sentences) > MOST_SENTENCES:
        yield f"  and {len(sentences) - MOST_SENTENCES} more, all of them in log/sync.jsonl of the data folder"


def _refusal(item: SyncRefusal) -> str:
    what = _series(item.series)
    if item.is_left:
        return f"{item.source}: {what}: left in peace after that ({item.reason})"
    return f"{item.source}: {what}: {item.reason} (asked at {_short(item.address)})"


def _series(keys: Sequence[str]) -> str:
    more = len(keys) - MOST_SERIES
    return ", ".join(keys[:MOST_SERIES]) + (f" and {more} more" if more > 0 else "")


def _short(address: str) -> str:
    longest = 120
    return address if len(address) <= longest else f"{address[: longest - 1]}…"

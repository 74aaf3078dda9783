"""What came of a sync: a table of the sources, what was refused or not asked for and why, and what to do next."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dashboard.cli.syncing.progress import clean, thousands
from dashboard.i18n import Words
from intake import SyncOutcome, SyncRefusal, SyncTally

MOST_SENTENCES, MOST_SERIES = 20, 5
HEADS = ("source", "", "series", "rows", "new", "changed", "with-\ndrawn", "held\nback", "refused", "not\nasked")


def report(outcome: SyncOutcome, console: Console, say: Words, *, is_dry: bool) -> None:
    """Print what came of a sync in the reader's language; the table's heads and the reasons stay English."""
    console.print(_table(outcome.tallies), crop=False)
    for line in lines(outcome, say, is_dry=is_dry):
        console.print(clean(line), markup=False, highlight=False, soft_wrap=True)


def lines(outcome: SyncOutcome, say: Words, *, is_dry: bool) -> Iterator[str]:
    """Yield what is said below the table, a line each."""
    yield from _some("refused", [_refusal(item, say) for item in outcome.refused], say)
    yield from _some("not_asked", [f"{item.series}: {item.reason}" for item in outcome.not_asked], say)
    yield from _next(outcome, say, is_dry=is_dry)


def _next(outcome: SyncOutcome, say: Words, *, is_dry: bool) -> Iterator[str]:
    n = len(outcome.changed) + len(outcome.figures_changed)
    if not n:
        yield say("cli.sync.same", edition=outcome.edition)
    else:
        yield say.count("cli.sync.differs", n, edition=outcome.edition)
    if sum(tally.quarantined for tally in outcome.tallies):
        yield say("cli.sync.held")
    if is_dry:
        yield say("cli.sync.dry")
    elif n:
        yield say("cli.sync.next")


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


def _some(head: str, sentences: Sequence[str], say: Words) -> Iterator[str]:
    if not sentences:
        return
    yield say(f"cli.sync.{head}")
    yield from (f"  {sentence}" for sentence in sentences[:MOST_SENTENCES])
    if len(sentences) > MOST_SENTENCES:
        yield f"  {say('cli.sync.more', n=len(sentences) - MOST_SENTENCES)}"


def _refusal(item: SyncRefusal, say: Words) -> str:
    facts = {"source": item.source, "what": _series(item.series, say), "reason": item.reason}
    if item.is_left:
        return say("cli.sync.left", **facts)
    return say("cli.sync.refusal", **facts, address=_short(item.address))


def _series(keys: Sequence[str], say: Words) -> str:
    names, more = ", ".join(keys[:MOST_SERIES]), len(keys) - MOST_SERIES
    return say("cli.sync.several", names=names, n=more) if more > 0 else names


def _short(address: str) -> str:
    longest = 120
    return address if len(address) <= longest else f"{address[: longest - 1]}…"

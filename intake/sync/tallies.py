"""Counting what came of a sync, for the table and for what an edition tells of its readings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass

import pandas as pd

from indicators.assessment.records import Countries
from indicators.editions.history import SourceReading, SourceRefusal
from intake.sync.judging import Judged
from intake.sync.outcome import SyncNotAsked, SyncRefusal, SyncTally
from intake.sync.plan import Pair, SourcePlan, pair
from intake.sync.reading import Harvest
from intake.sync.settling import Differences, of_series
from intake.sync.staging import Staged


@dataclass(frozen=True, slots=True)
class Counts:
    """How some series differ from the edition's."""

    new: int = 0
    changed: int = 0
    withdrawn: int = 0
    quarantined: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Return the sum."""
        theirs = asdict(other)
        return Counts(**{name: n + theirs[name] for name, n in asdict(self).items()})


def count(rows: pd.DataFrame, differ: Differences, quarantined: pd.DataFrame, series: Iterable[Pair]) -> Counts:
    """Return how some series differ; `rows` and `differ` are of at least those."""
    series = list(series)
    own = of_series(rows, series)
    new, changed, withdrawn = (int((marks & own).sum()) for marks in (differ.new, differ.changed, differ.withdrawn))
    return Counts(new, changed, withdrawn, int(of_series(quarantined, series).sum()))


def count_figures(held: Mapping[str, Countries], changed: Iterable[Countries]) -> Counts:
    """Return how many countries' values are of a newer year or another country, and how many others differ."""
    total = Counts()
    for figure in changed:
        before = held[figure.name].values if held[figure.name].year == figure.year else {}
        known = [name for name in figure.values if name in before]
        differing = sum(figure.values[name] != before[name] for name in known)
        total += Counts(new=len(figure.values) - len(known), changed=differing)
    return total


def status_of(harvest: Harvest) -> str:
    """Return how a reading went, in a word."""
    if not harvest.refusals:
        return "read"
    if harvest.read:
        return "partly"
    return "refused" if harvest.is_reached else "unreachable"


def make_tallies(
    plans: Sequence[SourcePlan], harvests: Sequence[Harvest], judged: Judged, held: Mapping[str, Countries]
) -> tuple[SyncTally, ...]:
    """Return the line of each source."""
    harvest_of = {harvest.source: harvest for harvest in harvests}
    return tuple(
        _tally(plan, harvest_of[plan.source], judged, held)
        if plan.source in harvest_of
        else SyncTally(plan.source, "not-asked", not_asked=len(plan.not_asked))
        for plan in plans
    )


def make_refused(harvests: Iterable[Harvest]) -> tuple[SyncRefusal, ...]:
    """Return every refusal, in the order of the sources."""
    return tuple(
        SyncRefusal(
            harvest.source,
            tuple(item.key for item in refusal.wanted),
            refusal.error.address or harvest.address,
            refusal.error.reason,
            refusal.error.code,
            refusal.is_left,
        )
        for harvest in harvests
        for refusal in harvest.refusals
    )


def make_not_asked(plans: Iterable[SourcePlan]) -> tuple[SyncNotAsked, ...]:
    """Return every series that was not asked for, with what is not established."""
    return tuple(
        SyncNotAsked(plan.source, "/".join(series), reason)
        for plan in plans
        for series, reason in plan.not_asked.items()
    )


def make_readings(
    harvests: Sequence[Harvest], tallies: Sequence[SyncTally], staged: Staged, differ: Differences
) -> tuple[SourceReading, ...]:
    """Return what is known of each source's readings since the edition, where several runs may have read parts."""
    last = {item.module: item for item in staged.readings}
    tally_of = {tally.source: tally for tally in tallies}
    for harvest in harvests:
        own = [series for series, source in staged.origins.items() if source == harvest.source]
        rows = of_series(staged.rows, own)
        tally = tally_of[harvest.source]
        counts = count(staged.rows, differ, staged.quarantined, own) if rows.any() else _counts_of(tally)
        last[harvest.source] = _reading(
            harvest, last.get(harvest.source), counts, (len(own), int(rows.sum()) or tally.rows)
        )
    return tuple(last[module] for module in sorted(last))


def _tally(plan: SourcePlan, harvest: Harvest, judged: Judged, held: Mapping[str, Countries]) -> SyncTally:
    series = [pair(item) for item in harvest.read]
    names = {item.indicator for item in harvest.read}
    counts = count(judged.rows, judged.differences, judged.quarantined, series)
    counts += count_figures(held, (figure for name, figure in judged.figures.changed.items() if name in names))
    refused = sum(len(refusal.wanted) for refusal in harvest.refusals)
    return SyncTally(
        plan.source,
        status_of(harvest),
        len(harvest.read),
        harvest.rows,
        **asdict(counts),
        refused=refused,
        not_asked=len(plan.not_asked),
    )


def _counts_of(tally: SyncTally) -> Counts:
    return Counts(tally.new, tally.changed, tally.withdrawn, tally.quarantined)


def _reading(harvest: Harvest, earlier: SourceReading | None, counts: Counts, sizes: tuple[int, int]) -> SourceReading:
    """This reading, with what earlier ones told of series and addresses that this one did not ask for."""
    asked = {item.key for item in harvest.asked}
    refusals = [*_refusals_of_others(earlier, asked), *_refusals(harvest)]
    bodies = {item["address"]: item for item in (earlier.bodies if earlier else ())}
    for item in harvest.taken:
        bodies[item.address] = {"address": item.address, "sha256": item.sha256, "bytes": item.bytes}
    return SourceReading(
        module=harvest.source,
        address=harvest.address,
        read_at=harvest.began.isoformat(timespec="seconds"),
        status="partly" if refusals and sizes[0] else status_of(harvest),
        series=sizes[0],
        rows=sizes[1],
        **asdict(counts),
        refused=tuple(refusals),
        bodies=tuple(bodies.values()),
    )


def _refusals_of_others(earlier: SourceReading | None, asked: set[str]) -> Iterable[SourceRefusal]:
    for item in earlier.refused if earlier else ():
        series = tuple(key for key in item.series if key not in asked)
        if series:
            yield SourceRefusal(series, item.code, item.sentence, item.address)


def _refusals(harvest: Harvest) -> Iterable[SourceRefusal]:
    for refusal in harvest.refusals:
        keys = tuple(item.key for item in refusal.wanted)
        error = refusal.error
        yield SourceRefusal(keys, error.code, error.reason, error.address or harvest.address)

"""What a sync asks of each source, in batches, and what it does not ask and why."""

import datetime as dt
import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from indicators.catalogue import Catalogue
from indicators.faults import Fault, FaultError, shown
from intake.formats.fetching import parts
from intake.formats.places import COUNTRY
from intake.formats.wanted import Wanted
from intake.http.addresses import FILES
from intake.sources import SOURCES, habits, split_by_doubt, wanted_by_source

FOLDER = "files"
Pair = tuple[str, str]
ByName = Mapping[str, Sequence[Wanted]]


@dataclass(frozen=True, slots=True)
class SyncChoice:
    """What was chosen to be read: some sources or all, some indicators or all, and what has changed since a day."""

    sources: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    since: dt.date | None = None


@dataclass(frozen=True, slots=True)
class SourcePlan:
    """What one source is asked: its batches of series, and why others are not asked for, by publisher and key."""

    source: str
    batches: tuple[tuple[Wanted, ...], ...]
    not_asked: Mapping[Pair, str]

    @property
    def wanted(self) -> tuple[Wanted, ...]:
        """Every series that is asked for."""
        return tuple(item for batch in self.batches for item in batch)


def make_plans(catalogue: Catalogue, choice: SyncChoice, *, has_folder: bool) -> tuple[SourcePlan, ...]:
    """Return a plan for each source that has something to tell. Raises FaultError naming what cannot be chosen.

    A folder of figures answers what no publisher is known to answer; chosen by name, it answers for those that are not.
    """
    known = wanted_by_source(catalogue)
    faults = [*_source_faults(choice, has_folder=has_folder), *_indicator_faults(catalogue, known, choice)]
    if faults:
        raise FaultError(faults)
    every = {name: _of_indicators(items, choice) for name, items in known.items()}
    publishers = {name: items for name, items in every.items() if not choice.sources or name in choice.sources}
    asked = {name: split_by_doubt(items)[0] for name, items in publishers.items()}
    if FOLDER in choice.sources or (has_folder and not choice.sources):
        asked[FOLDER] = _for_folder(every, publishers)
    answered = {pair(item) for item in asked.get(FOLDER, ())}
    plans = (_plan(name, publishers.get(name, ()), items, choice, answered) for name, items in sorted(asked.items()))
    return tuple(plan for plan in plans if plan.batches or plan.not_asked)


def pair(item: Wanted) -> Pair:
    """Return what a series is known by: its publisher and key."""
    return item.provider, item.key


def _source_faults(choice: SyncChoice, *, has_folder: bool) -> Iterable[Fault]:
    for name in choice.sources:
        if name not in SOURCES:
            yield Fault("sync", "--source", shown(name), f"must be one of {', '.join(sorted(SOURCES))}")
    if FOLDER in choice.sources and not has_folder:
        yield Fault("sync", "--source", shown(FOLDER), f"needs a folder of figures: set {FILES} to it")


def _indicator_faults(catalogue: Catalogue, known: ByName, choice: SyncChoice) -> Iterable[Fault]:
    names = sorted({*catalogue.by_id, *(item.indicator for items in known.values() for item in items)})
    for name in choice.indicators:
        if name not in names:
            near = difflib.get_close_matches(name, names, n=3)
            allowed = f"did you mean {' or '.join(near)}?" if near else "must be the id of an indicator"
            yield Fault("sync", "--indicator", shown(name), allowed)


def _of_indicators(items: Sequence[Wanted], choice: SyncChoice) -> tuple[Wanted, ...]:
    return tuple(item for item in items if not choice.indicators or item.indicator in choice.indicators)


def _is_abroad(item: Wanted) -> bool:
    return COUNTRY in item.levels


def _for_folder(every: ByName, publishers: ByName) -> tuple[Wanted, ...]:
    """The series that no publisher is asked for here: a folder of figures has no other countries' figures."""
    asked = {pair(item) for items in publishers.values() for item in split_by_doubt(items)[0]}
    return tuple(item for items in every.values() for item in items if pair(item) not in asked and not _is_abroad(item))


def _plan(
    name: str, known: Sequence[Wanted], asked: Sequence[Wanted], choice: SyncChoice, answered: set[Pair]
) -> SourcePlan:
    doubts = {} if name == FOLDER else split_by_doubt(known)[1]
    doubted = (item for item in known if item.key in doubts and pair(item) not in answered)
    not_asked = {pair(item): doubts[item.key].reason for item in doubted}
    since = choice.since if habits(name).tells_changes else None
    return SourcePlan(name, tuple(_batches(name, [replace(item, since=since) for item in asked])), not_asked)


def _batches(name: str, asked: Sequence[Wanted]) -> Iterable[tuple[Wanted, ...]]:
    """Series of the same levels together, so that no answer is asked for a level that only some of them have."""
    size = habits(name).batch
    by_levels: dict[tuple[str, ...], list[Wanted]] = {}
    for item in asked:
        by_levels.setdefault(tuple(sorted(item.levels)) if size < len(asked) else (), []).append(item)
    for together in by_levels.values():
        yield from (tuple(batch) for batch in parts(together, size))

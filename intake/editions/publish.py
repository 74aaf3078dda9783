"""Publishing: what was read and checked becomes the next edition, with what changed and what was revised."""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd

from indicators.catalogue import Catalogue
from indicators.data_folder import DataFolder
from indicators.digest import assessment_digest
from indicators.durable import PARTIAL
from indicators.editions.edition import Edition, sha256
from indicators.editions.history import Quarantined, Revision, SourceReading
from indicators.editions.library import Library, list_editions
from indicators.groups import WHOLE
from indicators.observation import KEY
from indicators.units.form import OFFSETS, TABLE
from intake.editions.write import Content, Judges, Name, Progress, check_number, point_at, write_edition
from intake.locking import hold
from intake.sources import wanted_by_source
from intake.sync import Candidate, clear_staged, read_candidate
from intake.uploads.freezing import freeze_units

UNIT_FILES = (TABLE, OFFSETS)
PLACE = ("source", "source_key", "area", "period", "sex", "value")


@dataclass(frozen=True, slots=True)
class Publication:
    """What came of publishing: the edition that is current now, and whether it is new."""

    edition: Edition
    is_new: bool


@dataclass(frozen=True, slots=True)
class Order:
    """What to publish: into which data folder, beside which library, under which number and date.

    Without a number it is the month's, and where that is taken the next free one: 2026-11, 2026-11.2, 2026-11.3.
    """

    folder: DataFolder
    library: Library
    published: dt.date
    number: str = ""


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a new edition is made from: the current one, what was read since, and who judges."""

    order: Order
    current: Edition
    candidate: Candidate
    judges: Judges

    @classmethod
    def of(cls, order: Order, judges: Judges) -> "_Ground":
        current = order.library.current()
        return cls(order, current, read_candidate(order.folder, current), judges.in_year(order.published.year))


def publish(order: Order, judges: Judges, say: Progress = lambda _: None) -> Publication:
    """Publish what was read, and make it current. With nothing new nothing is published.

    Raises BusyError, FaultError (a number that is taken), EditionDamagedError (no edition to build on) or OSError, and
    leaves what was current as it was.
    """
    with hold(order.folder, "edition publish"):
        ground = _Ground.of(order, judges)
        if not _is_new(ground):
            clear_staged(order.folder)
            return Publication(ground.current, is_new=False)
        number = order.number or free_number(order.library, order.published)
        for store in order.library.stores:
            check_number(store, number)
        name = Name(order.folder.editions, number, order.published, ground.current)
        edition = write_edition(name, _content(ground, number), judges, say)
        # It is published: what cannot be cleared now says nothing new, and goes with the next run.
        with suppress(OSError):
            clear_staged(order.folder)
    return Publication(edition, is_new=True)


def use(order: Order, number: str) -> Edition:
    """Make an earlier edition the current one. Raises EditionDamagedError when it is not whole, BusyError, OSError."""
    with hold(order.folder, f"edition use {number}"):
        edition = order.library.open(number)
        point_at(order.folder.editions, number)
    return edition


def free_number(library: Library, published: dt.date) -> str:
    """Return the month's number; where it is taken, with the lowest free addition."""
    taken, month = set(library.numbers()), f"{published:%Y-%m}"
    additions = (f"{month}.{n}" for n in range(2, len(taken) + 3))
    return month if month not in taken else next(number for number in additions if number not in taken)


def revisions_between(older: pd.DataFrame, newer: pd.DataFrame, edition: str, today: dt.date) -> Iterator[Revision]:
    """Yield every value of the older rows that the newer ones hold with another value, or do not hold any longer.

    Of everybody's values: a revision names no group, and a group's must not pass under everybody's name.
    """
    both = older[older["group"] == WHOLE].merge(newer, on=KEY, how="left", suffixes=("", "_new"))
    both = both[both["value"].notna() & ~(both["value"] == both["value_new"])]
    for row in both.sort_values(KEY, kind="stable").to_dict("records"):
        new = None if pd.isna(row["value_new"]) else float(row["value_new"])
        read_on = row["vintage_new"] if isinstance(row["vintage_new"], str) else today.isoformat()
        place = (row["area"], row["level"], row["period"], row["sex"], float(row["value"]), new)
        yield Revision(row["indicator"], row["source"], row["source_key"], *place, read_on, edition)


def _is_new(ground: _Ground) -> bool:
    """Whether an edition would say anything else than the current one.

    The first edition of one's own is published even when it does not: it tells where and when its figures were read.
    """
    folder, current, candidate = ground.order.folder, ground.current, ground.candidate
    is_first = not list_editions(folder.editions) and bool(candidate.readings)
    return (
        is_first
        or not _told(candidate.held).equals(_told(candidate.rows))
        or dict(candidate.international) != current.countries
        or current.scorecard().digest != assessment_digest(ground.judges.catalogue, ground.judges.reference)
        or _kept_back(candidate.quarantined) != {_place(item) for item in current.quarantine}
        or _units_differ(folder, current)
    )


def _told(rows: pd.DataFrame) -> pd.DataFrame:
    """What rows say, in one order; the day they were read is not part of it."""
    return rows[[*KEY, "value", "status"]].sort_values(KEY, kind="stable").reset_index(drop=True)


def _units_differ(folder: DataFolder, current: Edition) -> bool:
    """Whether some region has confirmed other units than those that the current edition froze."""
    with TemporaryDirectory(prefix=PARTIAL, dir=folder.editions) as name:
        freeze_units(folder, Path(name))
        now = {path.name: sha256(path) for path in Path(name).iterdir()}
    return now != {name: facts["sha256"] for name, facts in current.manifest["files"].items() if name in UNIT_FILES}


def _kept_back(quarantined: pd.DataFrame) -> set[tuple[str, ...]]:
    rows = quarantined[[*PLACE, "reason"]].astype(str)
    return set(rows.itertuples(index=False, name=None))


def _place(item: Quarantined) -> tuple[str, ...]:
    return tuple(str(getattr(item, name)) for name in (*PLACE, "reason"))


def _content(ground: _Ground, number: str) -> Content:
    candidate, folder = ground.candidate, ground.order.folder
    new = revisions_between(candidate.held, candidate.rows, number, ground.order.published)
    return Content(
        rows=candidate.rows,
        countries=candidate.international,
        quarantined=candidate.quarantined,
        revisions=(*ground.current.revisions.all, *new),
        readings=candidate.readings,
        facts=reading_facts(candidate.readings, ground.judges.catalogue),
        add_files=lambda target: {"units": freeze_units(folder, target)},
    )


def reading_facts(readings: Iterable[SourceReading], catalogue: Catalogue) -> dict[str, dict[str, Any]]:
    """Return what the manifest says of each publisher's readings: address, day, and the series refused."""
    served = _publishers(catalogue)
    facts: dict[str, dict[str, Any]] = {}
    for reading in readings:
        for publisher, keys in served.get(reading.module, {}).items():
            told = facts.setdefault(publisher, {"address": reading.address, "refused": []})
            told["read_on"] = reading.read_at[:10]
            told["refused"] += [asdict(item) for item in reading.refused if keys & set(item.series)]
    return facts


def _publishers(catalogue: Catalogue) -> dict[str, dict[str, set[str]]]:
    """The series keys that each source serves, by publisher."""
    found: dict[str, dict[str, set[str]]] = {}
    for module, items in wanted_by_source(catalogue).items():
        for item in items:
            found.setdefault(module, {}).setdefault(item.provider, set()).add(item.key)
    return found

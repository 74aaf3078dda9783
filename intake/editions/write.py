"""Writing an edition: rows and their story, assessed, told of in a manifest, and put in place in one step."""

import datetime as dt
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import orjson
import pandas as pd

from indicators.analysis.build import build_analysis
from indicators.analysis.store import ANALYSIS, dump_analysis
from indicators.areas import AREAS
from indicators.assessment.records import Countries
from indicators.catalogue import Catalogue
from indicators.durable import discard, new_folder, write_bytes
from indicators.earlier_signals.store import SIGNALS
from indicators.editions.changes import CHANGES, dump_changes
from indicators.editions.compare import compare_editions
from indicators.editions.edition import (
    CURRENT,
    FORMAT,
    INTERNATIONAL,
    MANIFEST,
    NUMBER,
    OBSERVATIONS,
    QUARANTINE,
    READINGS,
    REVISIONS,
    SCORECARD,
    Edition,
    open_edition,
    scorecard_of,
    seal,
    sha256,
)
from indicators.editions.history import Revision, SourceReading
from indicators.editions.open_edition import Picture
from indicators.editions.published_with import PUBLISHED_WITH, PublishedWith, current_judges, dump_published_with
from indicators.editions.signals import build_chosen
from indicators.faults import Fault, FaultError, shown
from indicators.observation import COLUMNS
from indicators.periods import Period
from indicators.reference import Reference
from indicators.scorecard import dump_scorecard
from indicators.scorecard_build import build_scorecard
from indicators.series import SeriesStore
from indicators.signals.store import dump_chosen
from indicators.version import program_version
from intake.frames import QUARANTINED, empty, write_table

SORTED_BY = ["source", "source_key", "level", "area", "sex", "period", "group"]
EARLIER_YEARS = 5
Progress = Callable[[str], None]


@dataclass(frozen=True)
class Content:
    """What an edition is to hold.

    `rows` has the columns of the schema; `quarantined` those and reason, facts, held and read_on. `facts` are said of
    a publisher in the manifest: address, read_on, refused. `add_files` writes further files into the folder, and
    returns what the manifest says of them.
    """

    rows: pd.DataFrame
    countries: Mapping[str, Countries]
    quarantined: pd.DataFrame | None = None
    revisions: tuple[Revision, ...] = ()
    readings: tuple[SourceReading, ...] = ()
    facts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    add_files: Callable[[Path], Mapping[str, Any]] | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """Where an edition goes: the store, its number, its date, and the edition it follows, if any."""

    store: Path
    number: str
    published: dt.date
    previous: Edition | None = None


@dataclass(frozen=True, slots=True)
class Judges:
    """What the rows are assessed by."""

    catalogue: Catalogue
    reference: Reference

    def in_year(self, year: int) -> "Judges":
        """Return them as they stand for an edition published in a year."""
        return replace(self, reference=self.reference.in_year(year))


def check_number(store: Path, number: str) -> None:
    """Refuse a number that is none, or is taken. Raises FaultError."""
    if not NUMBER.fullmatch(number):
        allowed = "must be letters, digits, '.', '-' and '_', beginning with a letter or digit: a folder gets this name"
        raise FaultError([Fault("edition", "number", shown(number), allowed)])
    if (store / number).exists():
        allowed = "editions are never changed: choose a new number or remove the folder"
        raise FaultError([Fault(number, "number", "an edition with this number", allowed)])


def write_edition(name: Name, content: Content, judges: Judges, say: Progress = lambda _: None) -> Edition:
    """Write an edition and make it the current one.

    Raises FaultError, OSError, or EditionDamagedError when what was written cannot be read again; the store is then as
    it was.
    """
    check_number(name.store, name.number)
    judges = judges.in_year(name.published.year)
    name.store.mkdir(parents=True, exist_ok=True)
    with new_folder(name.store / name.number) as folder:
        _write_content(folder, content)
        judged_by = current_judges(judges.catalogue, judges.reference)
        (folder / PUBLISHED_WITH).write_bytes(dump_published_with(judged_by))
        years = _assess(folder, judges, name.published, say)
        told = dict(content.add_files(folder)) if content.add_files else {}
        told |= {"assessed_years": years, "changes": _write_changes(name, folder, judged_by)}
        _write_json(folder / MANIFEST, seal({**_manifest(name, content), **told, "files": _files(folder)}))
    return _made_current(name.store, name.number)


def _made_current(store: Path, number: str) -> Edition:
    """Point at a new edition, once it has been read again; else take it away, and point at what was current."""
    before = _pointer(store)
    try:
        edition = open_edition(store / number)
        point_at(store, number)
    except BaseException:
        _point_back(store, before)
        # While it is pointed at it stays: it is whole, and a reader may be reading it.
        if _pointer(store) == before:
            discard(store / number)
        raise
    return edition


def _pointer(store: Path) -> bytes | None:
    try:
        return (store / CURRENT).read_bytes()
    except FileNotFoundError:
        return None


def _point_back(store: Path, before: bytes | None) -> None:
    """Put the pointer back as far as a failing disk allows: what failed first is what is told."""
    with suppress(OSError):
        if before is None:
            (store / CURRENT).unlink(missing_ok=True)
        elif _pointer(store) != before:
            write_bytes(store / CURRENT, before)


def point_at(store: Path, number: str) -> None:
    """Make an edition the current one, in one step, so that no reader ever sees half a pointer. Raises OSError."""
    write_bytes(store / CURRENT, orjson.dumps({"number": number}))


def _write_content(folder: Path, content: Content) -> None:
    rows = content.rows.sort_values(SORTED_BY, kind="stable").reset_index(drop=True)
    write_table(rows[list(COLUMNS)], folder / OBSERVATIONS)
    quarantined = content.quarantined
    write_table(empty(QUARANTINED) if quarantined is None else quarantined, folder / QUARANTINE)
    revisions = [asdict(item) for item in content.revisions]
    write_table(pd.DataFrame(revisions, columns=list(Revision.__slots__)), folder / REVISIONS)
    _write_json(folder / INTERNATIONAL, content.countries)
    _write_json(folder / READINGS, [asdict(item) for item in content.readings])


def _write_json(path: Path, content: Any) -> None:
    path.write_bytes(orjson.dumps(content, option=orjson.OPT_INDENT_2))


def _assess(folder: Path, judges: Judges, published: dt.date, say: Progress) -> list[str]:
    edition, catalogue, reference = Edition(folder, {}), judges.catalogue, judges.reference
    newest = build_scorecard(catalogue, reference, edition.store, edition.countries)
    (folder / SCORECARD).write_bytes(dump_scorecard(newest))
    say("assessed: the newest figures")
    analysis = build_analysis(catalogue, reference, edition.store, newest)
    (folder / ANALYSIS).write_bytes(dump_analysis(analysis))
    say("analysed: variation and equality")
    years = _earlier_years(edition.store)
    for year in years:
        earlier = build_scorecard(catalogue, reference, edition.store, edition.countries, as_of=year)
        (folder / scorecard_of(year)).write_bytes(dump_scorecard(earlier))
        say(f"assessed: not after {year}")
    # What has been written so far is what the signals are chosen from, as for a reader.
    begun = replace(edition, manifest={"files": {ANALYSIS: {}}, "published": published.isoformat()})
    picture = Picture(catalogue, reference, begun, AREAS, newest.digest)
    (folder / SIGNALS).write_bytes(dump_chosen(build_chosen(picture, years)))
    say("chosen: signals and subjects to raise")
    return years


def _earlier_years(store: SeriesStore) -> list[str]:
    """The five years before the newest that most series have reached."""
    periods = [store.series(*key).vintages for key in store.keys()]  # noqa: SIM118  # a store, not a dict
    newest = sorted(Period.parse(max(known)).year for known in periods if known)
    last = newest[len(newest) * 3 // 4]
    return [str(last - back) for back in range(1, EARLIER_YEARS + 1)]


def _write_changes(name: Name, folder: Path, judged_by: PublishedWith) -> dict[str, int]:
    """Write what differs from the edition before, which takes seconds: no reader waits for it. Return its counts."""
    if name.previous is None:
        return {}
    changes = compare_editions(name.previous, Edition(folder, {"number": name.number}), judged_by)
    (folder / CHANGES).write_bytes(dump_changes(changes))
    return changes.counts()


def _files(folder: Path) -> dict[str, dict[str, Any]]:
    return {path.name: {"sha256": sha256(path), "bytes": path.stat().st_size} for path in sorted(folder.iterdir())}


def _manifest(name: Name, content: Content) -> dict[str, Any]:
    rows = content.rows
    counts = {level: int((rows["level"] == level).sum()) for level in sorted(rows["level"].unique())}
    held = 0 if content.quarantined is None else len(content.quarantined)
    return {
        "format": FORMAT,
        "number": name.number,
        "published": name.published.isoformat(),
        "program": program_version(),
        "previous": name.previous.number if name.previous else None,
        "counts": {
            "observations": len(rows),
            "series": _series(rows),
            **counts,
            "quarantined": held,
            "revisions": len(content.revisions),
        },
        "sources": [
            {**_source(str(source), part), **content.facts.get(str(source), {})}
            for source, part in rows.groupby("source")
        ],
    }


def _series(rows: pd.DataFrame) -> int:
    return len(rows[["source", "source_key"]].drop_duplicates())


def _source(source: str, part: pd.DataFrame) -> dict[str, Any]:
    return {
        "source": source,
        "series": int(part["source_key"].nunique()),
        "rows": len(part),
        "vintages": sorted(part["vintage"].unique()),
        "first": part["period"].min(),
        "last": part["period"].max(),
        "address": None,
        "read_on": None,
        "refused": [],
    }

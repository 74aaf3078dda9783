"""One sync from beginning to end: read, judge, stage, and tell. What fails changes nothing."""

import contextlib
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from indicators.catalogue import Catalogue
from indicators.data_folder import DataFolder
from indicators.editions.edition import Edition
from indicators.editions.library import Library
from intake.checking.releases import read_releases, released
from intake.http.client import Client
from intake.locking import hold
from intake.sync.candidate import edition_rows, pairs_of
from intake.sync.judging import Base, Judged, judge
from intake.sync.log import log_run
from intake.sync.outcome import SyncOutcome
from intake.sync.plan import SourcePlan, SyncChoice, make_plans, pair
from intake.sync.reading import Harvest, Silent, SyncListener, read_all
from intake.sync.settling import differences, replace_series
from intake.sync.staging import Staged, StagingError, read_staged, write_staged
from intake.sync.tallies import make_not_asked, make_readings, make_refused, make_tallies

DOING = "halsodialog sync"


class SyncError(Exception):
    """What was read could not be kept. The message says why in one sentence; everything is as it was."""


@dataclass(frozen=True, slots=True)
class SyncOrder:
    """What to read, where to keep it, and beside which editions. A dry run keeps nothing but copies of answers."""

    folder: DataFolder
    library: Library
    catalogue: Catalogue
    choice: SyncChoice = field(default_factory=SyncChoice)
    is_dry: bool = False


def synchronise(order: SyncOrder, client: Client, listener: SyncListener | None = None) -> SyncOutcome:
    """Read the publishers, check every row, and stage what came of it. What is refused is told in the outcome.

    Raises FaultError (a choice that is none), BusyError (another run writes), SyncError (a full disk, a folder that
    may not be written to) and EditionDamagedError (no whole edition to compare with); everything is then as it was.
    """
    plans = make_plans(order.catalogue, order.choice, has_folder=client.addresses.files is not None)
    try:
        with contextlib.nullcontext() if order.is_dry else hold(order.folder, DOING):
            return _run(order, plans, client, listener or Silent())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SyncError(f"the data folder cannot be used ({reason}): what was there is whole; run it again") from error


def _run(order: SyncOrder, plans: Sequence[SourcePlan], client: Client, listener: SyncListener) -> SyncOutcome:
    edition = order.library.current()
    base = _base(order, edition, listener)
    harvests = read_all(client, [plan for plan in plans if plan.batches], listener)
    now = client.manners.clock.wall()
    listener.says("checking what was read")
    judged = _judged(order, base, harvests, now.date())
    tallies = make_tallies(plans, harvests, judged, base.countries)
    staged = _staged(base, judged, harvests)
    differ = differences(staged.rows, base.rows)
    staged = replace(staged, readings=make_readings(harvests, tallies, staged, differ))
    outcome = SyncOutcome(
        edition=edition.number,
        tallies=tallies,
        refused=make_refused(harvests),
        not_asked=make_not_asked(plans),
        changed=pairs_of(staged.rows[differ.any]),
        figures_changed=tuple(sorted(staged.international)),
        is_staged=not order.is_dry and any(harvest.is_reached for harvest in harvests),
    )
    if outcome.is_staged:
        write_staged(order.folder, staged)
    if not order.is_dry:
        log_run(order.folder, outcome, now)
    return outcome


def _base(order: SyncOrder, edition: Edition, listener: SyncListener) -> Base:
    try:
        staged = read_staged(order.folder)
    except StagingError as error:
        # Nothing that cannot be verified is built on: all of it is read again, now or by the next sync.
        listener.says(str(error))
        staged = Staged()
    rows = edition_rows(edition)
    carried = replace_series(rows, staged.rows, pairs_of(staged.rows))
    return Base(rows, edition.countries, staged, carried, released(read_releases(order.folder.root)))


def _judged(order: SyncOrder, base: Base, harvests: Sequence[Harvest], today: dt.date) -> Judged:
    frames = [rows for harvest in harvests for rows in harvest.frames]
    wanted = [item for harvest in harvests for item in harvest.read]
    judged = judge(frames, wanted, base, order.catalogue, today)
    for item, error in judged.figures.refused:
        for harvest in harvests:
            harvest.refuse_afterwards(item, error)
    return judged


def _staged(base: Base, judged: Judged, harvests: Sequence[Harvest]) -> Staged:
    """What was staged, with the series that were read now in place of their earlier readings."""
    refused = {item.indicator for item, _ in judged.figures.refused}
    figures = {item.indicator for item in judged.figures_read} - refused
    kept = {name: figure for name, figure in base.staged.international.items() if name not in figures}
    every = (*judged.series, *(pair(item) for item in judged.figures_read))
    return Staged(
        rows=replace_series(base.staged.rows, judged.rows, judged.series),
        quarantined=replace_series(base.staged.quarantined, judged.quarantined, every),
        international={**kept, **judged.figures.changed},
        readings=base.staged.readings,
        origins={**base.staged.origins, **{pair(item): h.source for h in harvests for item in h.read}},
    )

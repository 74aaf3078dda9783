"""Publishes that are killed, with a reader looking on, and what is found when somebody comes after."""

import contextlib
import multiprocessing
import random
import time
from collections import Counter
from dataclasses import dataclass, field

from indicators import EditionDamagedError
from indicators.data_folder import DataFolder
from indicators.editions.library import Library
from intake import BusyError
from intake.locking import hold
from tests.intake.crashing import Stop, found, generation_of, partials, publish_staged, stage, watched

LONGEST_S = 60
ANY_MOMENT_S = 2.0


def processes():
    """A context whose processes begin with everything imported, and share nothing but what they are given."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


def write_on(root, rows, acknowledged, begun, at=None):
    """Publish generation after generation until somebody ends it; with `at`, until that point of the first one."""
    folder = DataFolder(root)
    begun.set()
    while True:
        with hold(folder, "halsodialog sync"):
            stage(folder, rows, acknowledged.value + 1)
        with watched(Stop(at)) if at is not None else contextlib.nullcontext():
            publish_staged(folder)
        acknowledged.value += 1


@dataclass
class Readings:
    """What a reader saw: how often it looked, for how long, and what it saw that no reader may see."""

    polls: int = 0
    seconds: float = 0.0
    generations: dict = field(default_factory=dict)
    faults: list = field(default_factory=list)

    def look(self, library, acknowledged):
        """Open the current edition, and hold it against what has been published."""
        least, self.polls = acknowledged.value, self.polls + 1
        try:
            edition = library.current()
            # What is in the files is looked at once: after that their digests vouch for them.
            if edition.manifest["seal"] not in self.generations:
                self.generations[edition.manifest["seal"]] = generation_of(edition)
            seen = self.generations[edition.manifest["seal"]]
        except (EditionDamagedError, AssertionError, OSError, KeyError) as error:
            self.faults.append(repr(error))
            return
        if edition.fallback or not least <= seen <= acknowledged.value + 1:
            self.faults.append(f"generation {seen} between {least} and {acknowledged.value + 1}: {edition.fallback}")


def read_on(store, acknowledged, ended, pipe):
    """Look at the current edition again and again until told to end, and send what was seen."""
    readings, library, began = Readings(), Library((store,)), time.monotonic()
    while not ended.is_set():
        readings.look(library, acknowledged)
        time.sleep(0.004)
    readings.seconds = time.monotonic() - began
    pipe.send(readings)


@contextlib.contextmanager
def reader(context, store, acknowledged):
    """A process that reads while something is written. Gives a list that holds its Readings afterwards."""
    ended, (ours, theirs), told = context.Event(), context.Pipe(duplex=False), []
    process = context.Process(target=read_on, args=(store, acknowledged, ended, theirs), daemon=True)
    process.start()
    # Only the other end is left with it: should it die, we are told.
    theirs.close()
    try:
        yield told
    finally:
        ended.set()
        told.append(ours.recv())
        process.join()


@dataclass
class Killings:
    """What came of killing: how often, what was left half made and swept up, and every broken promise."""

    kills: int = 0
    swept: int = 0
    outcomes: Counter = field(default_factory=Counter)
    faults: list = field(default_factory=list)
    readings: Readings | None = None


def kill_all(root, plans):
    """Kill a publish by each of the plans: at a point (a place, or an event's name), or after some seconds (a float).

    Returns Killings. After each kill the data folder is held, and thereby swept, before the next publish begins.
    """
    context, outcome = processes(), Killings()
    folder, rows = found(root)
    acknowledged = context.Value("q", 0, lock=False)
    with reader(context, folder.editions, acknowledged) as told:
        for plan in plans:
            _kill(context, (folder.root, rows, acknowledged), plan)
            _come_after(folder, acknowledged, plan, outcome)
    outcome.readings = told[0]
    outcome.faults += told[0].faults
    return outcome


def _kill(context, given, plan):
    begun = context.Event()
    at = None if isinstance(plan, float) else plan
    process = context.Process(target=write_on, args=(*given, begun, at), daemon=True)
    process.start()
    assert begun.wait(LONGEST_S)
    if at is None:
        time.sleep(plan)
        process.kill()
    process.join(LONGEST_S)
    assert process.exitcode == -9, f"{plan}: ended with {process.exitcode}"


def _come_after(folder, acknowledged, plan, outcome):
    """Whoever comes after finds the old generation or the new one, a free lock, and leaves nothing half made."""
    outcome.kills += 1
    left = len(partials(folder.root))
    outcome.swept += left
    with hold(folder, "the next run"):
        after = partials(folder.root)
    edition = Library((folder.editions,)).current()
    generation = generation_of(edition)
    if generation - acknowledged.value not in (0, 1) or edition.fallback or after:
        outcome.faults.append(f"{plan}: {acknowledged.value} became {generation}, {edition.fallback}, left {after}")
    outcome.outcomes["new" if generation > acknowledged.value else "old"] += 1
    acknowledged.value = generation


def moments(n, seed):
    """So many random moments of staging and publishing, in seconds."""
    chance = random.Random(seed)
    return [chance.uniform(0, ANY_MOMENT_S) for _ in range(n)]


def publish_beside(root, rows, acknowledged, ended, pipe):
    """Publish generation after generation beside somebody who wants the lock, too. Sends every fault."""
    folder, faults = DataFolder(root), []
    while not ended.is_set():
        try:
            with hold(folder, "halsodialog sync"):
                stage(folder, rows, acknowledged.value + 1)
            if publish_staged(folder).is_new:
                acknowledged.value += 1
        except BusyError:
            continue
        except (EditionDamagedError, OSError, AssertionError) as error:
            faults.append(repr(error))
    pipe.send(faults)


def race(root, n):
    """Want the lock, and sweep under it, so many times while another process publishes. Returns tally and faults."""
    context, tally, (ours, theirs) = processes(), Counter(), multiprocessing.Pipe(duplex=False)
    folder, rows = found(root)
    acknowledged, ended = context.Value("q", 0, lock=False), context.Event()
    given = (folder.root, rows, acknowledged, ended, theirs)
    process = context.Process(target=publish_beside, args=given, daemon=True)
    process.start()
    theirs.close()
    for _ in range(n):
        try:
            with hold(folder, "the janitor"):
                tally["swept"] += 1
                left = partials(folder.root)
        except BusyError:
            tally["busy"] += 1
            left = []
        tally["left"] += len(left)
        time.sleep(0.02)
    ended.set()
    faults = ours.recv()
    process.join()
    tally["published"] = acknowledged.value
    return tally, faults

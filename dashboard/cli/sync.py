"""`halsodialog sync`: read the publishers, check every value, and keep it for the next edition."""

import argparse
import datetime as dt
import logging
import os
import sys
from typing import TYPE_CHECKING, Any

from dashboard.cli.form import add_language
from dashboard.i18n import Words, words
from dashboard.settings import Settings
from indicators import read_catalogue

if TYPE_CHECKING:
    from rich.console import Console

    from intake import SyncOutcome

ORDER = 20
DONE, PARTLY, REFUSED, INTERRUPTED = 0, 1, 2, 130
WIDE = 160
EPILOG = """\
exit status, for who runs it by night:
  0  everything that was asked for was read (nothing may have changed)
  1  some of it was refused: its earlier values stay, and the rest may be published
  2  nothing could be read or kept: everything is as it was

What is read is compared with the edition that is current, checked, and kept in the data
folder until halsodialog edition publish. Refusals and runs are told of in log/sync.jsonl."""


def add(commands: Any) -> None:
    """Add the command."""
    form = argparse.RawDescriptionHelpFormatter
    text = "read the publishers, check every value, and keep it for the next edition"
    sync = commands.add_parser("sync", help=text, description=__doc__, epilog=EPILOG, formatter_class=form)
    sync.add_argument("--source", action="append", default=[], help="read this source only (may be given again)")
    sync.add_argument("--indicator", action="append", default=[], help="read this indicator only (may be given again)")
    sync.add_argument(
        "--since", type=_day, metavar="YYYY-MM-DD", help="read what changed from a day on, of publishers who can tell"
    )
    sync.add_argument("--dry-run", action="store_true", help="read and check, and keep nothing")
    add_language(sync)
    sync.set_defaults(run=_sync)


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"found {text[:40]!r}; must be a day, like 2026-11-21") from error


def _sync(chosen: argparse.Namespace, settings: Settings) -> int:
    # Reading brings pandas, pyarrow and requests, and bars bring rich; serving needs none of them.
    from rich.console import Console

    from intake import AddressError, SyncError

    # Refusals are told of here, and in the log: not once more in between.
    logging.getLogger("indicators").addHandler(logging.NullHandler())
    console = Console() if sys.stdout.isatty() else Console(no_color=True, width=WIDE)
    try:
        return _told(_synchronised(chosen, settings, console), console, words(chosen.lang), is_dry=chosen.dry_run)
    except (SyncError, AddressError) as error:
        print(f"halsodialog: {error}", file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        print("halsodialog: interrupted; nothing was changed", file=sys.stderr)
        return INTERRUPTED


def _synchronised(chosen: argparse.Namespace, settings: Settings, console: "Console") -> "SyncOutcome":
    from dashboard.cli.syncing.progress import progress
    from intake import Client, SyncChoice, SyncOrder, addresses_from, synchronise

    choice = SyncChoice(tuple(chosen.source), tuple(chosen.indicator), chosen.since)
    order = SyncOrder(settings.folder, settings.own_library, read_catalogue(), choice, is_dry=chosen.dry_run)
    addresses = addresses_from(os.environ)
    with Client(addresses, store=settings.folder.cache) as client, progress(console) as listener:
        return synchronise(order, client, listener)


def _told(outcome: "SyncOutcome", console: "Console", say: Words, *, is_dry: bool) -> int:
    from dashboard.cli.syncing.report import report

    if outcome.is_unreachable:
        names = ", ".join(tally.source for tally in outcome.tallies if tally.status == "unreachable")
        reason = f"no source could be reached ({names}); nothing was changed: check the network and run it again"
        print(f"halsodialog: {reason}", file=sys.stderr)
        return REFUSED
    report(outcome, console, say, is_dry=is_dry)
    return DONE if outcome.is_whole else PARTLY

"""`halsodialog quarantine …`: values that were read and held back: list them, and vouch for one that is right."""

import argparse
import datetime as dt
from typing import TYPE_CHECKING, Any

from dashboard.cli.form import add_language, listing
from dashboard.i18n import words
from dashboard.settings import Settings
from indicators import Fault, FaultError

if TYPE_CHECKING:
    from intake import Release

ORDER = 40
COMMANDS = {
    "list": "list the values that the last readings held back, with the reason",
    "release": "vouch for a value that was held back: the next sync lets it through",
}
PLACE = "source/series/area/period/sex"


def add(commands: Any) -> list[str]:
    """Add the commands; return a line for each."""
    parser = commands.add_parser("quarantine", help="values that were read and held back")
    group = parser.add_subparsers(required=True, metavar="COMMAND", title="commands")
    shown = group.add_parser("list", help=COMMANDS["list"])
    shown.set_defaults(run=_list)
    release = group.add_parser("release", help=COMMANDS["release"])
    release.add_argument("value", metavar=PLACE, help="as the list names it, like kolada/N79187/14/2025/T")
    release.add_argument("--who", required=True, help="who vouches for it")
    release.add_argument("--why", required=True, help="how it is known to be right")
    release.set_defaults(run=_release)
    for command in (shown, release):
        add_language(command)
    return listing("quarantine", COMMANDS)


def _list(chosen: argparse.Namespace, settings: Settings) -> int:
    held, say = _held(settings), words(chosen.lang)
    for row in held:
        kept = say("cli.nothing") if row["held"] != row["held"] else f"{row['held']:g}"
        facts = {"value": f"{row['value']:g}", "reason": row["reason"], "read_on": row["read_on"]}
        print(say("cli.held", name=_name(row), kept=kept, **facts))
    print(say("cli.held_back", n=len(held)) if held else say("cli.held_none"))
    return 0


def _release(chosen: argparse.Namespace, settings: Settings) -> int:
    from intake import append_releases, hold

    found = [row for row in _held(settings) if _name(row) == chosen.value]
    if not found:
        raise FaultError([Fault("quarantine", PLACE, repr(chosen.value), "must be one that quarantine list names")])
    with hold(settings.folder, "quarantine release"):
        append_releases(settings.folder.root, [_vouched(row, chosen) for row in found])
    print(words(chosen.lang)("cli.released", name=chosen.value, value=f"{found[0]['value']:g}"))
    return 0


def _held(settings: Settings) -> list[dict[str, Any]]:
    """What the next edition would tell was held back: of the last readings, published or not."""
    from intake import read_candidate

    candidate = read_candidate(settings.folder, settings.library.current())
    return [{str(name): value for name, value in row.items()} for row in candidate.quarantined.to_dict("records")]


def _name(row: dict[str, Any]) -> str:
    return "/".join(str(row[part]) for part in ("source", "source_key", "area", "period", "sex"))


def _vouched(row: dict[str, Any], chosen: argparse.Namespace) -> "Release":
    from intake import Release

    place = {part: str(row[part]) for part in ("source", "source_key", "area", "period", "sex")}
    value = None if row["value"] != row["value"] else float(row["value"])
    return Release(**place, value=value, who=chosen.who, when=dt.date.today(), why=chosen.why)

"""`halsodialog …`: serve the screen, build and look after editions, check the catalogue and reference."""

import argparse
import datetime as dt
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from dashboard.settings import Settings, SettingsError, read_port, read_settings
from indicators import (
    EditionDamagedError,
    FaultError,
    check_reference,
    list_editions,
    open_current,
    open_edition,
    read_catalogue,
    read_reference,
)

REFUSED = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status: 0 done, 2 refused with the reason on stderr."""
    try:
        chosen = _parser().parse_args(arguments)
        settings = read_settings()
        return int(chosen.run(chosen, settings))
    except (FaultError, EditionDamagedError, SettingsError) as error:
        print(f"halsodialog: {error}", file=sys.stderr)
        return REFUSED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="halsodialog", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND", title="commands")
    serve = commands.add_parser("serve", help="serve the screen (HALSODIALOG_HOST, HALSODIALOG_PORT)")
    serve.add_argument("--host", help="the address to listen on (default 127.0.0.1)")
    serve.add_argument("--port", help="the port to listen on (default 8050)")
    serve.set_defaults(run=_serve)
    _edition_commands(commands.add_parser("edition build|list|verify|show", aliases=["edition"], help="frozen editions"))
    check = commands.add_parser("check", help="check every definition and the reference data")
    check.set_defaults(run=_check)
    return parser


def _edition_commands(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(required=True, metavar="COMMAND", title="commands")
    build = commands.add_parser("build", help="build an edition from a folder of figures and make it the current one")
    build.add_argument("--from", dest="figures", type=Path, required=True, help="the folder of figures")
    build.add_argument("--number", help="the edition's number (default: this month, like 2026-11)")
    build.add_argument("--published", type=dt.date.fromisoformat, help="its date (default: today)")
    build.set_defaults(run=_build)
    commands.add_parser("list", help="list the editions, newest first").set_defaults(run=_list)
    for name, text, run in (("verify", "verify every file of an edition", _verify), ("show", "tell of an edition", _show)):
        command = commands.add_parser(name, help=text)
        command.add_argument("number", nargs="?", help="the edition's number (default: the current one)")
        command.set_defaults(run=run)


def _serve(chosen: argparse.Namespace, settings: Settings) -> int:
    from dashboard.factory import create_app

    host = chosen.host or settings.host
    port = read_port(chosen.port, "--port") if chosen.port else settings.port
    app = create_app(Settings(host, port, settings.editions))
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    print(f"Hälsodialog: http://{host}:{port}", flush=True)
    app.run(host=host, port=port, debug=False)
    return 0


def _build(chosen: argparse.Namespace, settings: Settings) -> int:
    # Building brings pandas, pyarrow and scipy; serving does not need them.
    from indicators import Plan, build_edition

    today = dt.date.today()
    published = chosen.published or today
    plan = Plan(chosen.figures, settings.editions, chosen.number or f"{published:%Y-%m}", published)
    edition = build_edition(plan, read_catalogue(), read_reference(), print)
    print(f"edition {edition.number} is built, verified and current")
    return 0


def _list(_: argparse.Namespace, settings: Settings) -> int:
    current = open_current(settings.editions).number
    for number in list_editions(settings.editions):
        print(f"{number}{' (current)' if number == current else ''}")
    return 0


def _verify(chosen: argparse.Namespace, settings: Settings) -> int:
    number = chosen.number or open_current(settings.editions).number
    edition = open_edition(settings.editions / number)
    print(f"edition {edition.number}: {len(edition.manifest['files'])} files are as the manifest says")
    return 0


def _show(chosen: argparse.Namespace, settings: Settings) -> int:
    edition = open_edition(settings.editions / chosen.number) if chosen.number else open_current(settings.editions)
    manifest = edition.manifest
    print(f"edition {edition.number}, published {manifest['published']}")
    for name, n in manifest["counts"].items():
        print(f"  {name}: {n}")
    for source in manifest["sources"]:
        print(f"  {source['source']}: {source['series']} series, {source['rows']} rows, {', '.join(source['vintages'])}")
    return 0


def _check(_: argparse.Namespace, __: Settings) -> int:
    catalogue = read_catalogue()
    units = {definition.id: definition.unit for definition in catalogue.definitions}
    reference = check_reference(read_reference().model_dump(mode="json"), units)
    coverage = catalogue.coverage
    print(f"{len(catalogue.definitions)} definitions, {len(catalogue.indicators)} indicators: whole")
    print(f"{coverage.covered} of {coverage.areas} framework areas covered")
    print(f"{len(reference.targets)} target levels, {len(reference.comparisons)} international comparisons: whole")
    return 0

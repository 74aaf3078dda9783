"""`halsodialog …`: serve the screen, build and look after editions, check the catalogue and reference."""

import argparse
import datetime as dt
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from dashboard.settings import EDITIONS, HOST, PORT, Settings, SettingsError, read_port, read_settings
from indicators import (
    Edition,
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
EDITION_COMMANDS = {
    "build": "build an edition from a folder of figures and make it the current one",
    "list": "list the editions, newest first",
    "verify": "verify every file of an edition",
    "show": "tell of an edition: its date, counts and sources",
}
ENVIRONMENT = {
    HOST: "the address to listen on (default 127.0.0.1)",
    PORT: "the port to listen on (default 8050)",
    EDITIONS: "the folder of editions (default: the one that comes with the program)",
}


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
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="halsodialog", description=__doc__, epilog=_epilog(), formatter_class=form)
    commands = parser.add_subparsers(required=True, metavar="COMMAND", title="commands")
    serve = commands.add_parser("serve", help="serve the screen")
    serve.add_argument("--host", help="the address to listen on (default 127.0.0.1)")
    serve.add_argument("--port", help="the port to listen on (default 8050)")
    serve.set_defaults(run=_serve)
    _edition_commands(commands.add_parser("edition", help="build, list, verify and show frozen editions"))
    check = commands.add_parser("check", help="check every definition and the reference data")
    check.set_defaults(run=_check)
    return parser


def _epilog() -> str:
    """The second level of commands, which argparse would only list by `halsodialog edition --help`."""
    editions = [f"  edition {name:<8} {text}" for name, text in EDITION_COMMANDS.items()]
    settings = [f"  {name:<20} {text}" for name, text in ENVIRONMENT.items()]
    return "\n".join(["editions:", *editions, "", "environment:", *settings])


def _edition_commands(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(required=True, metavar="COMMAND", title="commands")
    runs = {"build": _build, "list": _list, "verify": _verify, "show": _show}
    for name, text in EDITION_COMMANDS.items():
        command = commands.add_parser(name, help=text)
        command.set_defaults(run=runs[name])
        if name == "build":
            _building_options(command)
        elif name != "list":
            command.add_argument("number", nargs="?", help="the edition's number (default: the current one)")


def _building_options(build: argparse.ArgumentParser) -> None:
    build.add_argument("--from", dest="figures", type=Path, required=True, help="the folder of figures")
    build.add_argument("--number", help="the edition's number (default: this month, like 2026-11)")
    build.add_argument("--published", type=dt.date.fromisoformat, help="its date (default: today)")


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
    shown = open_current(settings.editions)
    mark = "shown: the current one is damaged" if shown.fallback else "current"
    for number in list_editions(settings.editions):
        print(f"{number} ({mark})" if number == shown.number else number)
    return 0


def _verify(chosen: argparse.Namespace, settings: Settings) -> int:
    edition = _edition(chosen, settings)
    if edition.fallback:
        raise EditionDamagedError(edition.fallback)
    print(f"edition {edition.number}: {len(edition.manifest['files'])} files are as the manifest says")
    return 0


def _show(chosen: argparse.Namespace, settings: Settings) -> int:
    edition = _edition(chosen, settings)
    manifest = edition.manifest
    print(f"edition {edition.number}, published {manifest['published']}")
    if edition.fallback:
        print(f"  shown instead of the current one: {edition.fallback}")
    for name, n in manifest["counts"].items():
        print(f"  {name}: {n}")
    for source in manifest["sources"]:
        vintages = ", ".join(source["vintages"])
        print(f"  {source['source']}: {source['series']} series, {source['rows']} rows, {vintages}")
    return 0


def _edition(chosen: argparse.Namespace, settings: Settings) -> Edition:
    """The edition with the number that was given; without one, what the program would show now."""
    return open_edition(settings.editions / chosen.number) if chosen.number else open_current(settings.editions)


def _check(_: argparse.Namespace, __: Settings) -> int:
    catalogue = read_catalogue()
    units = {definition.id: definition.unit for definition in catalogue.definitions}
    reference = check_reference(read_reference().model_dump(mode="json"), units)
    coverage = catalogue.coverage
    print(f"{len(catalogue.definitions)} definitions, {len(catalogue.indicators)} indicators: whole")
    print(f"{coverage.covered} of {coverage.areas} framework areas covered")
    print(f"{len(reference.targets)} target levels, {len(reference.comparisons)} international comparisons: whole")
    return 0

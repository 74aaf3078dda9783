"""`halsodialog …`: the screen, the publishers, the editions, and the regions' own units."""

import argparse
import importlib
import pkgutil
import sys
from collections.abc import Iterator, Sequence
from types import ModuleType

from dashboard.cli.form import OneLine
from dashboard.front import HOSTS
from dashboard.settings import DATA, HOST, PORT, UPLOADS, SettingsError, read_settings
from indicators import EditionDamagedError, FaultError
from intake import BusyError

REFUSED = 2
ENVIRONMENT = {
    HOST: "the address to listen on (default 127.0.0.1)",
    PORT: "the port to listen on (default 8050)",
    DATA: "the folder for editions, copies of answers and uploads",
    UPLOADS: "0: no uploads over the web, which are on for one's own machine alone",
    HOSTS: "the other names the program answers as, by commas (all: docs/settings.md)",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status: 0 done, 2 refused with the reason on stderr."""
    try:
        chosen = _parser().parse_args(arguments)
        return int(chosen.run(chosen, read_settings()))
    except (FaultError, EditionDamagedError, SettingsError, BusyError) as error:
        print(f"halsodialog: {error}", file=sys.stderr)
    except OSError as error:
        print(f"halsodialog: {error.filename or 'the data folder'}: {error.strerror or error}", file=sys.stderr)
    return REFUSED


def command_modules() -> Iterator[ModuleType]:
    """Yield the modules with commands, found by scanning, in the order in which they are listed."""
    names = [item.name for item in pkgutil.iter_modules(__path__)]
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    yield from sorted((module for module in modules if hasattr(module, "add")), key=lambda module: int(module.ORDER))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="halsodialog", description=__doc__, formatter_class=OneLine)
    commands = parser.add_subparsers(required=True, metavar="COMMAND", title="commands")
    inner = [line for module in command_modules() for line in module.add(commands) or ()]
    settings = [f"  {name:<20} {text}" for name, text in ENVIRONMENT.items()]
    # The second level of commands, which argparse would only list by `halsodialog edition --help`.
    parser.epilog = "\n".join(["more commands:", *inner, "", "environment:", *settings])
    return parser

"""How every command tells of itself."""

import argparse
import os
from collections.abc import Mapping

from indicators import LANGUAGES, Language

SYSTEM = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Where a system says its user's language, the first that says anything deciding (POSIX)."""
NO_LANGUAGE = ("C", "POSIX")


class OneLine(argparse.RawDescriptionHelpFormatter):
    """Help whose epilog keeps its lines."""


def add_language(command: argparse.ArgumentParser) -> None:
    """Let a command be told in a language of choice; without a choice it is told in the system's."""
    spoken = system_language(os.environ)
    text = f"the language of what is told (default the system's: {spoken})"
    command.add_argument("--lang", choices=LANGUAGES, default=spoken, help=text)


def system_language(environment: Mapping[str, str]) -> Language:
    """Return the language of the system's user: Swedish where it names none, English for any other than Swedish."""
    named = next((environment[name] for name in SYSTEM if environment.get(name)), "")
    code = named.split(".")[0].split("_")[0]
    return "sv" if code in ("", "sv", *NO_LANGUAGE) else "en"


def listing(group: str, commands: Mapping[str, str]) -> list[str]:
    """Return a group's commands, one a line, for the program's own help."""
    return [f"  {group} {name:<8} {text}" for name, text in commands.items()]

"""How every command tells of itself."""

import argparse
from collections.abc import Mapping


class OneLine(argparse.RawDescriptionHelpFormatter):
    """Help whose epilog keeps its lines."""


def listing(group: str, commands: Mapping[str, str]) -> list[str]:
    """Return a group's commands, one a line, for the program's own help."""
    return [f"  {group} {name:<8} {text}" for name, text in commands.items()]

"""The addresses that Dash serves beside the pages, and which of them the program needs."""

from collections.abc import Mapping

UPDATE = "/_dash-update-component"
SUITES = "/_dash-component-suites/"
# Asked for by no page: reloading is for who writes the program, and the icon is in the document itself.
NOT_SERVED = ("/_reload-hash", "/_favicon.ico", "/static/")
SCRIPT_KINDS = (".js", ".css")
FOR_DEVELOPERS = (".dev.", ".map")


def is_of_dash(path: str) -> bool:
    """Return whether an address is asked for by the page's own scripts alone.

    >>> is_of_dash("/_dash-layout"), is_of_dash("/region/14")
    (True, False)
    """
    return path.startswith("/_")


def is_suite_file(package: str, path: str, registered: Mapping[str, set[str]]) -> bool:
    """Return whether a script or style of a component library is one that pages fetch. `path` has no fingerprint."""
    known = package in registered and path in registered[package]
    return known and path.endswith(SCRIPT_KINDS) and not any(mark in path for mark in FOR_DEVELOPERS)

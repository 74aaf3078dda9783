"""Whether a request that changes something comes from our own page, and not from another site in the same browser."""

import ipaddress
from urllib.parse import urlsplit

from flask import Request

OWN = frozenset(("same-origin", "none"))


def is_from_here(asked: Request, *, only_here: bool) -> bool:
    """Return whether a request is our own page's, by what the browser itself says of it.

    A program without browser says nothing and is let in: it carries no one's rights. `only_here` lets in nothing that
    reached this machine under another name, as a page does whose own name was made to point here.
    """
    if only_here and not is_local(asked.host):
        return False
    site = asked.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in OWN
    origin = asked.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == asked.host


def is_local(host: str) -> bool:
    """Return whether a host, with or without a port, is a name of this machine that leads nowhere else."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
        return name == "localhost" or ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False

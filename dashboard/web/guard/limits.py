"""What no request may exceed, and what its first lines must be: address, headers, host, length, where it comes from."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from dashboard.web.guard.places import UPDATE, is_of_dash

OWN = frozenset(("same-origin", "none"))
LONGEST_ADDRESS = 8_000
LARGEST_HEADERS = 8_192
LARGEST_BODY = 12 * 1024 * 1024
LARGEST_CALLBACK = 256_000
SAFE = frozenset(("GET", "HEAD", "OPTIONS"))


class RefusedError(Exception):
    """A request is not let in: the answer's `status`, and the key of its words where the status says too little."""

    def __init__(self, status: int, reason: str = "", wait: int = 0) -> None:
        """Take what the answer says; `wait` is the seconds until it is worth asking again."""
        super().__init__(reason or str(status))
        self.status, self.reason, self.wait = status, reason, wait


def address_of(environment: Mapping[str, Any]) -> str:
    """Return the address as it was sent, with its query."""
    raw = environment.get("RAW_URI") or environment.get("REQUEST_URI")
    if raw:
        return str(raw)
    query = environment.get("QUERY_STRING", "")
    return f"{environment.get('PATH_INFO', '')}{'?' if query else ''}{query}"


def check_size(environment: Mapping[str, Any]) -> None:
    """Refuse a long address (414), large headers (431), a length that is none (400), a large body (413)."""
    if len(address_of(environment)) > LONGEST_ADDRESS:
        raise RefusedError(414)
    headers = sum(len(name) + len(str(text)) for name, text in environment.items() if name.startswith("HTTP_"))
    if headers > LARGEST_HEADERS:
        raise RefusedError(431)
    length = str(environment.get("CONTENT_LENGTH") or "0")
    if not (length.isascii() and length.isdigit()):
        raise RefusedError(400)
    if len(length) > len(str(LARGEST_BODY)) or int(length) > _largest(environment):
        raise RefusedError(413)


def _largest(environment: Mapping[str, Any]) -> int:
    return LARGEST_CALLBACK if environment.get("PATH_INFO") == UPDATE else LARGEST_BODY


def check_host(environment: Mapping[str, Any], allowed: frozenset[str]) -> None:
    """Refuse a request for another host than those the program answers as."""
    if host_name(str(environment.get("HTTP_HOST", ""))) not in allowed:
        raise RefusedError(400, "host")


def host_name(host: str) -> str:
    """Return the name in a Host header, without port and in small letters; empty when it is none."""
    try:
        parts = urlsplit(f"//{host}")
        is_plain = parts.netloc == host and not parts.username and (parts.port is None or parts.port > 0)
    except ValueError:
        return ""
    return (parts.hostname or "").rstrip(".") if is_plain else ""


def check_origin(environment: Mapping[str, Any]) -> None:
    """Refuse what changes or costs something when a browser says that another site's page asks for it.

    A program without browser says nothing and is let in: it carries no one's rights.
    """
    is_safe = environment["REQUEST_METHOD"] in SAFE and not is_of_dash(str(environment.get("PATH_INFO", "")))
    site, origin = environment.get("HTTP_SEC_FETCH_SITE"), environment.get("HTTP_ORIGIN")
    if is_safe or (site is None and origin is None):
        return
    is_own = site in OWN if site is not None else urlsplit(str(origin)).netloc == environment.get("HTTP_HOST")
    if not is_own:
        raise RefusedError(403, "cross_site")

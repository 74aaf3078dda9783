"""Which addresses lie under a base address. Nothing else is ever asked."""

import re
from urllib.parse import unquote, urlsplit

LONGEST = 8000
DEFAULT_PORTS = {"http": 80, "https": 443}
# What a target may hold: the characters of RFC 3986, with `|` and `[]` as PxWeb's and Kolada's addresses use them.
PLAIN = re.compile(r"[A-Za-z0-9\-._~:/?\[\]!$&'()*+,;=%|@]*")


def fault_of(base: str, url: str) -> str | None:
    """Return why an address may not be asked under a base address; None when it may."""
    if len(url) > LONGEST:
        return f"the address has {len(url)} characters; at most {LONGEST} are asked"
    if not PLAIN.fullmatch(url):
        return "the address holds characters that no address has"
    try:
        if _origin(url) != _origin(base):
            return f"the address leads away from {base}"
        return _path_fault(base, url)
    except ValueError:
        return "the address cannot be understood"


def _origin(url: str) -> tuple[str, str, str, int | None]:
    """Scheme, user, host and port. Any user makes an origin another one, since a base address has none."""
    parts = urlsplit(url)
    user = "" if "@" not in parts.netloc else parts.netloc.rpartition("@")[0] + "@"
    port = DEFAULT_PORTS.get(parts.scheme) if parts.port is None else parts.port
    return parts.scheme, user, parts.hostname or "", port


def _path_fault(base: str, url: str) -> str | None:
    path, root = urlsplit(url).path, urlsplit(base).path.rstrip("/")
    # Decoded twice, since a server may decode once more than it should.
    for seen in (path, unquote(path), unquote(unquote(path))):
        if any(part in (".", "..") for part in re.split(r"[/\\]", seen)):
            return "the address climbs out of its folder"
    return None if path == root or path.startswith(root + "/") else f"the address leads away from {base}"

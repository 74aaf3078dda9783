"""The address the program is found at, for links in what leaves it."""

from urllib.parse import urlsplit

from dashboard.settings import Settings

LOOPBACK = ("127.0.0.1", "::1", "localhost")


def own_address(settings: Settings, host: str) -> str:
    """Return the public address; without one, this machine's as it was asked for; empty for any other host."""
    # No stranger's host name gets into a file.
    return settings.address or _loopback(host)


def _loopback(host: str) -> str:
    try:
        parts = urlsplit(f"//{host}")
        name, port = parts.hostname, parts.port
    except ValueError:
        return ""
    if name not in LOOPBACK:
        return ""
    shown = f"[{name}]" if ":" in name else name
    return f"http://{shown}:{port}" if port else f"http://{shown}"

"""Whether a host is a name of this machine alone."""

import ipaddress
from urllib.parse import urlsplit


def is_local(host: str) -> bool:
    """Return whether a host, with or without a port, is a name of this machine that leads nowhere else."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
        return name == "localhost" or ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False

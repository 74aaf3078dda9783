"""The settings of what stands between the program and other computers: names, proxies, rates, contact, workers."""

import ipaddress
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.setting_error import SettingsError

HOSTS, PROXIES, RATES = "HALSODIALOG_HOSTS", "HALSODIALOG_PROXIES", "HALSODIALOG_RATES"
SECURITY = "HALSODIALOG_SECURITY_CONTACT"
WORKERS, THREADS, TIMEOUT = "HALSODIALOG_WORKERS", "HALSODIALOG_THREADS", "HALSODIALOG_TIMEOUT"
FRONT_SETTINGS = (HOSTS, PROXIES, RATES, SECURITY, WORKERS, THREADS, TIMEOUT)
MOST_RATE, MOST_WORKERS, MOST_THREADS, MOST_SECONDS = 1000, 64, 256, 3600
LABEL = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
HOST_NAME = re.compile(rf"{LABEL}(\.{LABEL})*")
CONTACT_WAY = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+|https://[!-~]+", re.ASCII)

# To listen everywhere is no name.
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - compared with, never listened on
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


@dataclass(frozen=True, slots=True)
class Front:
    """Which names the program answers as, whose word on clients' addresses it takes, and how it is served.

    `rates` is how many times the built-in rates one client may ask, 0 for no limit. `security` is an e-mail or https
    address where faults in the program's safety are reported. `timeout` is the seconds after which a worker that does
    not stir is replaced.
    """

    hosts: tuple[str, ...] = ()
    proxies: tuple[Network, ...] = ()
    rates: int = 1
    security: str = ""
    workers: int = 2
    threads: int = 8
    timeout: int = 60


PLAIN_FRONT = Front()


def read_front(environment: Mapping[str, str] = os.environ) -> Front:
    """Return the settings of an environment. Raises SettingsError."""
    security = environment.get(SECURITY, "").strip()
    if security and not CONTACT_WAY.fullmatch(security):
        raise SettingsError(f"{SECURITY}: found '{security[:80]}'; must be an e-mail or https address")
    return Front(
        hosts=tuple(map(_host, _listed(environment, HOSTS))),
        proxies=tuple(map(_network, _listed(environment, PROXIES))),
        rates=_whole(environment, RATES, PLAIN_FRONT.rates, (0, MOST_RATE)),
        security=security,
        workers=_whole(environment, WORKERS, PLAIN_FRONT.workers, (1, MOST_WORKERS)),
        threads=_whole(environment, THREADS, PLAIN_FRONT.threads, (1, MOST_THREADS)),
        timeout=_whole(environment, TIMEOUT, PLAIN_FRONT.timeout, (5, MOST_SECONDS)),
    )


def _listed(environment: Mapping[str, str], name: str) -> list[str]:
    return [text.strip() for text in environment.get(name, "").split(",") if text.strip()]


def _host(text: str) -> str:
    name = text.lower()
    try:
        return str(ipaddress.ip_address(name.strip("[]")))
    except ValueError:
        if HOST_NAME.fullmatch(name):
            return name
    raise SettingsError(f"{HOSTS}: found '{text[:80]}'; must be host names or addresses without port, by commas")


def _network(text: str) -> Network:
    try:
        return ipaddress.ip_network(text)
    except ValueError:
        allowed = "must be addresses or networks, as 10.0.0.5 or 10.0.0.0/24, by commas"
        raise SettingsError(f"{PROXIES}: found '{text[:80]}'; {allowed}") from None


def _whole(environment: Mapping[str, str], name: str, usual: int, allowed: tuple[int, int]) -> int:
    text, (least, most) = environment.get(name, ""), allowed
    if not text:
        return usual
    is_short = text.isascii() and text.isdigit() and len(text) <= len(str(most))
    if is_short and least <= int(text) <= most:
        return int(text)
    raise SettingsError(f"{name}: found '{text[:40]}'; must be a whole number from {least} to {most}")


def is_loopback(host: str) -> bool:
    """Return whether who listens there is reached from this machine alone.

    >>> is_loopback("[::1]"), is_loopback("0.0.0.0")
    (True, False)
    """
    try:
        return host == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False

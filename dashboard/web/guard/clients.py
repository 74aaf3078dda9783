"""Who asks, and how often one may: the client's address, proxies looked through, and a window of time for each kind."""

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

from dashboard.front import Network

UNKNOWN = "unknown"
# A line of a household or an office has a whole network of this size, and may use any address in it.
IPV6_LINE = 64
MOST_CLIENTS = 20_000


def client_of(environment: Mapping[str, Any], proxies: Sequence[Network]) -> str:
    """Return the address of who asks. What a proxy says is believed only of the proxies of the settings.

    An IPv6 address stands for its whole /64 network.
    """
    named = [part.strip() for part in str(environment.get("HTTP_X_FORWARDED_FOR", "")).split(",")]
    address = str(environment.get("REMOTE_ADDR", ""))
    while named and _is_of(address, proxies):
        address = named.pop()
    return _line(address)


def _is_of(address: str, networks: Sequence[Network]) -> bool:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(found in network for network in networks)


def _line(address: str) -> str:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return UNKNOWN
    if isinstance(found, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((int(found), IPV6_LINE), strict=False))
    return str(found)


@dataclass(frozen=True, slots=True)
class Rate:
    """How many requests of a kind one client may make in so many seconds."""

    most: int
    seconds: int


class Window:
    """Counts each client's requests in the running window of time; forgets windows that are over.

    The weighted mean of this window and the one before stands for the last `seconds`, so that nobody gets twice as
    much across a border. Holds at most MOST_CLIENTS clients, whose oldest are forgotten first.
    """

    def __init__(self, rate: Rate, clock: Callable[[], float] = time.monotonic) -> None:
        """Start with no client."""
        self.rate, self._clock = rate, clock
        self._counts: OrderedDict[str, tuple[int, int, int]] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        """Return how many clients are remembered."""
        return len(self._counts)

    def wait(self, client: str) -> int:
        """Count one request and return 0, or return the seconds to wait when the client has asked too often."""
        now, length = self._clock(), self.rate.seconds
        window, gone = int(now // length), now % length / length
        with self._lock:
            start, count, before = self._counts.pop(client, (window, 0, 0))
            if start != window:
                start, count, before = window, 0, count if start == window - 1 else 0
            is_over = count + before * (1 - gone) >= self.rate.most
            self._counts[client] = (start, count if is_over else count + 1, before)
            if len(self._counts) > MOST_CLIENTS:
                self._counts.popitem(last=False)
        return 1 + round(length * (1 - gone)) if is_over else 0


class Rates:
    """The windows of every kind of request. `times` is how many times the built-in rates one may ask; 0: no end."""

    def __init__(self, rates: Mapping[str, Rate], times: int) -> None:
        """Make the windows. `rates` are by the beginning of an address; the first that fits counts."""
        shown = {start: Rate(rate.most * times, rate.seconds) for start, rate in rates.items() if times}
        self.windows = {start: Window(rate) for start, rate in shown.items()}

    def wait(self, path: str, client: str) -> int:
        """Return the seconds a client must wait before what lies at a path; 0 when it is served now."""
        for start, window in self.windows.items():
            if path.startswith(start):
                return window.wait(client)
        return 0


# What costs most to make first. A bulk export that is told to wait waits, and goes on.
RATES = {
    "/_dash-update-component": Rate(500, 10),
    "/export/": Rate(300, 60),
    "/presentera/bild": Rate(300, 60),
    "/presentera/start/": Rate(30, 60),
    "/data/ladda-ner/": Rate(60, 60),
    "/data/enheter/": Rate(30, 60),
    "/api/": Rate(300, 60),
    "/dcat": Rate(30, 60),
}

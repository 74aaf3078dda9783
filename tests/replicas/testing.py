"""For tests: a clock that does not wait, and a client that asks at any pace."""

import contextlib
import datetime as dt
import random
import threading

from intake.http.client import Client
from intake.http.limits import Clock, Limits, Manners, Pace
from intake.sources import SITES, site_addresses
from tests.replicas.serving import Server

PACES = {name: site.pace for name, site in SITES.items()}
FREE = dict.fromkeys(SITES, Pace(1_000_000, 1.0))
READ_ON = dt.datetime(2026, 11, 21, 3, 0, tzinfo=dt.UTC)


class FakeClock:
    """Time that passes only when somebody sleeps. `sleeps` are the naps in order."""

    def __init__(self, wall=READ_ON):
        self.seconds, self.begin, self.sleeps = 1000.0, wall, []

    def sleep(self, seconds):
        self.sleeps.append(seconds)
        self.seconds += seconds

    @property
    def clock(self):
        return Clock(lambda: self.seconds, lambda: self.begin + dt.timedelta(seconds=self.seconds - 1000.0), self.sleep)


def make_client(addresses, *, fake=None, limits=None, paces=FREE, **more):
    """A client with a clock of its own, chance that is the same in every run, and no pace."""
    manners = Manners(limits or Limits(), (fake or FakeClock()).clock, random.Random(1))
    return Client(addresses, manners=manners, paces=paces, **more)


class Canned:
    """A publisher with one answer. `reply` may be changed at any time."""

    def __init__(self, reply):
        self.reply, self.seen = reply, []

    def answer(self, request):
        self.seen.append(request)
        return self.reply


@contextlib.contextmanager
def canned(reply, base="/v3"):
    """A server with one answer, and addresses that lead every publisher's questions to it."""
    server = Server(Canned(reply), base)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield server, site_addresses(**dict.fromkeys(SITES, server.base))
    finally:
        server.shutdown()
        server.server_close()

"""Editions that are made elsewhere: looked for once a minute while the program is asked, and fetched in the background.

The fetching is another process: a web worker neither loads pyarrow nor waits. Workers that look at the same time do no
harm: one fetches, the others leave it to that one.
"""

import logging
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from flask import Flask

import indicators
from dashboard.web.watching.seen import Application, Environment

EVERY, LONGEST = 60.0, 1800.0
ROOT = Path(indicators.__file__).resolve().parent.parent
log = logging.getLogger(__name__)


@dataclass
class Follower:
    """Fetches the editions of an address to a folder, at most once a minute and one fetch at a time."""

    address: str
    store: Path
    _due: float = 0.0
    _lock: Lock = field(default_factory=Lock)

    def fetch(self) -> None:
        """Fetch now, and wait for it. What goes wrong is logged, and told in the folder; nothing is raised."""
        self._due = time.monotonic() + EVERY
        command = [sys.executable, "-m", "intake.editions.mirroring", self.address, str(self.store)]
        try:
            done = subprocess.run(  # noqa: S603 - our own module, by the interpreter that runs us
                command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=LONGEST
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            log.warning("editions could not be fetched: %s", type(error).__name__)
            return
        if done.returncode:
            log.warning("editions could not be fetched: %s", done.stderr.strip()[-500:])

    def look(self) -> None:
        """Begin to fetch in the background when it is time; return at once."""
        if time.monotonic() < self._due or not self._lock.acquire(blocking=False):
            return
        Thread(target=self._fetch_and_let_go, daemon=True, name="editions").start()

    def _fetch_and_let_go(self) -> None:
        try:
            self.fetch()
        finally:
            self._lock.release()


@dataclass(frozen=True)
class _Following:
    inner: Application
    follower: Follower

    def __call__(self, environment: Environment, start_response: Any) -> Iterable[bytes]:
        self.follower.look()
        return self.inner(environment, start_response)


def follow(server: Flask, follower: Follower | None) -> None:
    """Look for new editions when the program is asked something; without a follower nothing is looked for."""
    if follower is not None:
        server.wsgi_app = _Following(server.wsgi_app, follower)  # type: ignore[assignment]  # Flask's way to wrap it

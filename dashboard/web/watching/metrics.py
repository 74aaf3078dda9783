"""Counts and times in the form that Prometheus reads, of all workers together, at GET /metrics.

Each worker keeps its counts in files of one private folder, which the process that all workers come from makes before
they start; whichever worker is asked adds them up. What a worker that has died had counted stays counted.
"""

import atexit
import datetime as dt
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from dashboard.web.watching.seen import Seen
from indicators import EditionDamagedError, Pictures, unready

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry
    from prometheus_client.metrics_core import Metric

SHARED = "PROMETHEUS_MULTIPROC_DIR"
TOO_MANY = 429
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8, 1.5, 3, 10, 30)
DAY = dt.timedelta(days=1)


def share_counts() -> str:
    """Make the folder that the counts of this process and of those it forks lie in, and return it.

    To be called once, before anything is counted; a folder that the environment names is used as it is. The folder is
    removed when this process ends.
    """
    if SHARED not in os.environ:
        folder, owner = tempfile.mkdtemp(prefix="halsodialog-metrics-"), os.getpid()
        os.environ[SHARED] = folder
        atexit.register(lambda: shutil.rmtree(folder, ignore_errors=True) if os.getpid() == owner else None)
    return os.environ[SHARED]


class Metrics:
    """What is counted of answered requests, and what is told of the open edition."""

    def __init__(self, pictures: Pictures, now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC)) -> None:
        """Start at nothing. `now` is the time that the edition's age is told by."""
        # Counting costs a twentieth of the start: it is imported where it has been asked for.
        from prometheus_client import CollectorRegistry, Counter, Histogram

        own = CollectorRegistry()
        self._own, self._pictures, self._now = own, pictures, now
        self._requests = Counter(
            "halsodialog_requests", "Answered requests.", ("route", "method", "status"), registry=own
        )
        self._seconds = Histogram(
            "halsodialog_request_seconds", "Time to answer.", ("route",), registry=own, buckets=SECONDS
        )
        self._callbacks = Histogram(
            "halsodialog_callback_seconds", "Time of a callback, by its first output.", ("callback",), registry=own,
            buckets=SECONDS,
        )  # fmt: skip
        self._exports = Histogram(
            "halsodialog_export_seconds", "Time to make a file, by its form.", ("form",), registry=own, buckets=SECONDS
        )
        self._too_many = Counter(
            "halsodialog_rate_limited", "Requests refused because one client sent too many.", ("route",), registry=own
        )

    def tell(self, seen: Seen) -> None:
        """Count one answered request."""
        self._requests.labels(seen.route, seen.method, str(seen.status)).inc()
        self._seconds.labels(seen.route).observe(seen.seconds)
        if seen.callback:
            self._callbacks.labels(seen.callback).observe(seen.seconds)
        if seen.form:
            self._exports.labels(seen.form).observe(seen.seconds)
        if seen.status == TOO_MANY:
            self._too_many.labels(seen.route).inc()

    def text(self) -> bytes:
        """Return everything in Prometheus's text form, of all workers where they share a folder."""
        from prometheus_client import CollectorRegistry, generate_latest
        from prometheus_client.multiprocess import MultiProcessCollector

        now_known = CollectorRegistry()
        now_known.register(_Editions(self._pictures, self._now()))
        return generate_latest(self._counted(CollectorRegistry, MultiProcessCollector)) + generate_latest(now_known)

    def _counted(self, new: "type[CollectorRegistry]", together: Callable[..., object]) -> "CollectorRegistry":
        if SHARED not in os.environ:
            return self._own
        registry = new()
        together(registry, path=os.environ[SHARED])
        return registry


class _Editions:
    """What is true when it is asked: which edition, how old, whether it stands in for another, whether we are ready."""

    def __init__(self, pictures: Pictures, now: dt.datetime) -> None:
        self._pictures, self._now = pictures, now

    def collect(self) -> "Iterator[Metric]":
        from prometheus_client.core import GaugeMetricFamily as Gauge

        info = Gauge("halsodialog_edition_info", "The current edition.", labels=("number",))
        age = Gauge("halsodialog_edition_age_seconds", "Time since the current edition was published.")
        fallback = Gauge("halsodialog_edition_fallback", "1 while an older edition stands in for a damaged one.")
        ready = Gauge("halsodialog_ready", "1 while /readyz says yes.")
        store = Gauge("halsodialog_editions_store_fault", "1 while editions cannot be fetched from their store.")
        faults, fetched = unready(self._pictures), self._pictures.library.fetched()
        if fetched is not None:
            store.add_metric((), float(bool(fetched.fault)))
        ready.add_metric((), float(not faults))
        try:
            edition = self._pictures.current().edition
        except EditionDamagedError:
            yield ready
            return
        published = dt.datetime.fromisoformat(edition.manifest["published"]).replace(tzinfo=dt.UTC)
        info.add_metric((edition.number,), 1)
        age.add_metric((), (self._now - published).total_seconds())
        fallback.add_metric((), float(edition.fallback is not None))
        yield from (info, age, fallback, ready, store)

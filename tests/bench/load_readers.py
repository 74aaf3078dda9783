"""Two hundred people who read, and what the workers hold after a long while of it."""

import asyncio
import statistics
import time
from dataclasses import dataclass

from tests.bench.readers import Kept, crowd
from tests.bench.serving import Served

CALLBACK, CALLBACK_SLOWEST, FIRST_VIEW = 0.3, 0.8, 1.5
SAMPLED_EVERY, WARM, GROWTH = 10.0, 0.4, 0.05


@dataclass(frozen=True)
class Promise:
    """What was promised of a part, what was found, and whether it is kept."""

    part: str
    what: str
    found: str
    promised: str
    is_kept: bool

    def __str__(self):
        verdict = "kept" if self.is_kept else "MISSED"
        return f"{self.part}: {self.what}: {self.found} (promised: {self.promised}): {verdict}"


def no_failures(part, kept):
    kinds = sorted({f"{kind} {fault}" for _, _, kind, fault, _ in kept.failures})
    found = f"{len(kept.failures)} of {kept.count()} requests" + (f": {', '.join(kinds)[:200]}" if kinds else "")
    return Promise(part, "failed", found, "none", not kept.failures)


def within(part, kept, kind, most, share=0.95):
    found = kept.slowest(kind, share)
    what = f"{kind}, {share:.0%} of {len(kept.seconds.get(kind, ()))} within"
    return Promise(part, what, f"{found * 1000:.0f} ms", f"≤ {most * 1000:.0f} ms", found <= most)


def told(part, kept):
    """Print every kind's median and 95th percentile."""
    for kind, seconds in sorted(kept.seconds.items()):
        median = statistics.median(seconds) * 1000
        print(f"{part}: {kind}: {len(seconds)}, median {median:.0f} ms, 95 % {kept.slowest(kind) * 1000:.0f} ms")


async def readers(n, seconds):
    """So many readers for so long on two workers: no error, and nobody waits."""
    kept = Kept()
    with Served() as server:
        began = time.monotonic()
        await crowd(server.address, n, seconds, kept)
        took = server.processor_seconds()
        print(f"readers: {n} for {seconds} s: {kept.count() / (time.monotonic() - began):.0f} requests a second")
        print(f"readers: the workers took {took:.0f} s of a processor, {took / kept.count() * 1000:.1f} ms a request")
    told("readers", kept)
    return [
        no_failures("readers", kept),
        within("readers", kept, "callback", CALLBACK),
        within("readers", kept, "callback", CALLBACK_SLOWEST, 0.99),
        within("readers", kept, "page", CALLBACK),
        within("readers", kept, "first view", FIRST_VIEW),
    ]


async def soak(n, seconds):
    """A long while: what the workers hold in memory, open files and threads is flat after the first part of it."""
    kept, samples = Kept(), []
    with Served() as server:
        began = time.monotonic()
        reading = asyncio.create_task(crowd(server.address, n, seconds, kept))
        while not reading.done():
            await asyncio.wait((reading,), timeout=SAMPLED_EVERY)
            samples.append((time.monotonic() - began, server.held()))
        await reading
    _course(samples)
    settled = [held for at, held in samples if at > WARM * seconds]
    return [no_failures("soak", kept), *(_flat(name, [held[name] for held in settled]) for name in settled[0])]


def _course(samples):
    """Print a sample in ten, so that what grows is seen growing."""
    for at, held in samples[::10]:
        print(f"soak: after {at:.0f} s: " + ", ".join(f"{name} {value:.0f}" for name, value in held.items()))


def _flat(name, values):
    """The medians of the first and the last quarter: a slope shows between them, a sample that stands out does not."""
    quarter = max(1, len(values) // 4)
    first, last = statistics.median(values[:quarter]), statistics.median(values[-quarter:])
    growth = (last - first) / first
    found = f"{first:.0f} → {last:.0f} ({growth:+.1%}, {len(values)} samples)"
    return Promise("soak", f"{name} of both workers", found, f"≤ {GROWTH:+.0%}", growth <= GROWTH)

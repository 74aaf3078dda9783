"""The same readers while something is wrong: a worker killed, slow clients, an edition swapped, no source."""

import asyncio
import contextlib
import json
import tempfile
import time
from pathlib import Path

import aiohttp

from tests.bench.load_readers import CALLBACK, Promise, no_failures, told, within
from tests.bench.readers import Kept, crowd
from tests.bench.serving import Served
from tests.dashboard.stores import NEW, OLD, later_store

KILLED_EVERY, RECOVERS_WITHIN, AFTER_KILL = 10.0, 2.0, 5.0
SLOW_CLIENTS, A_BYTE_EVERY, SLOWER = 500, 2.0, 1.2
SWAPPED_EVERY = 5.0
# A file tells the address it was taken from: the same whatever the port.
ALIKE = {"HALSODIALOG_ADDRESS": "http://127.0.0.1"}


async def kill(n, seconds):
    """A worker is killed every ten seconds: only what it had under way fails, and another takes its place."""
    kept, kills, slowest = Kept(), [], 0.0
    with Served() as server:
        reading = asyncio.create_task(crowd(server.address, n, seconds, kept))
        while not (await asyncio.wait((reading,), timeout=KILLED_EVERY))[0]:
            kills.append((time.monotonic(), kept.under_way, server.kill_one()))
            slowest = max(slowest, await _recovered(server, kills[-1]))
        await reading
    under_way, failed = sum(n for _, n, _ in kills), len(kept.failures)
    stray = [
        item
        for item in kept.failures
        if not any(item[0] <= at <= item[1] or 0 <= item[0] - at < 0.5 for at, _, _ in kills)
    ]
    told("kill", kept)
    return [
        Promise("kill", f"failed at {len(kills)} kills", str(failed), f"≤ {under_way} under way", failed <= under_way),
        Promise("kill", "failed that were not under way", str(len(stray)), "none", not stray),
        Promise("kill", "recovered within", f"{slowest:.1f} s", f"≤ {RECOVERS_WITHIN} s", slowest <= RECOVERS_WITHIN),
    ]


async def _recovered(server, killed):
    """Wait until there are as many workers as before, none of them the killed one; return the seconds it took."""
    at, _, pid = killed
    while time.monotonic() - at < AFTER_KILL:
        found = await asyncio.to_thread(server.pids)
        if len(found) == server.workers and pid not in found:
            break
        await asyncio.sleep(0.02)
    return time.monotonic() - at


async def slow(n, seconds):
    """Five hundred clients send a byte every two seconds; the others wait no longer for it."""
    alone, beside = Kept(), Kept()
    with Served() as server:
        await crowd(server.address, n, seconds, alone)
        async with _slow_clients(server.port) as held:
            await crowd(server.address, n, seconds, beside)
            print(f"slow: {held()} of {SLOW_CLIENTS} slow connections stand at the end")
    before, after = alone.slowest("callback"), beside.slowest("callback")
    return [
        no_failures("slow", beside),
        within("slow", beside, "callback", CALLBACK),
        Promise(
            "slow", f"callback, 95 % within, with {SLOW_CLIENTS} slow clients",
            f"{before * 1000:.0f} → {after * 1000:.0f} ms", f"≤ {SLOWER} ×", after <= SLOWER * before,
        ),
    ]  # fmt: skip


@contextlib.asynccontextmanager
async def _slow_clients(port):
    """Keep so many connections that send a header a byte at a time; whichever is closed is opened again."""
    is_open = {}

    async def one(place):
        while True:
            with contextlib.suppress(OSError):
                _, writer = await asyncio.open_connection("127.0.0.1", port)
                is_open[place] = True
                with contextlib.closing(writer):
                    for byte in b"GET / HTTP/1.1\r\nX-Slow: " + b"a" * 10_000:
                        writer.write(bytes((byte,)))
                        await writer.drain()
                        await asyncio.sleep(A_BYTE_EVERY)
            is_open[place] = False
            await asyncio.sleep(A_BYTE_EVERY)

    tasks = [asyncio.create_task(one(place)) for place in range(SLOW_CLIENTS)]
    await asyncio.sleep(A_BYTE_EVERY)
    try:
        yield lambda: sum(is_open.values())
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def swap(n, seconds):
    """Another edition becomes current every five seconds: each answer is of one edition, and nobody is refused."""
    kept, mixed = Kept(), []
    with tempfile.TemporaryDirectory() as name:
        data = later_store(Path(name), kept=False)
        known = {number: await _known(data, number) for number in (OLD, NEW)}
        with Served(_of(data)) as server:
            tasks = [asyncio.create_task(crowd(server.address, n, seconds, kept))]
            tasks.append(asyncio.create_task(_compare(server.address, known, mixed, tasks[0])))
            turns = 0
            while not tasks[0].done():
                turns += 1
                _point(data, (OLD, NEW)[turns % 2])
                await asyncio.sleep(SWAPPED_EVERY)
            compared = (await asyncio.gather(*tasks))[1]
    told("swap", kept)
    return [
        no_failures("swap", kept),
        Promise("swap", f"mixed answers of {compared}, {turns} swaps", str(len(mixed)), "none", not mixed),
    ]


COMPARED = ("/api/v1/scorecard/12", "/api/v1/signals/12", "/export/region/12.json", "/api/v1/scorecard/14")


def _of(data):
    return {"HALSODIALOG_DATA": str(data.root), **ALIKE}


async def _known(data, number):
    """What is answered in peace while an edition is current."""
    _point(data, number)
    with Served(_of(data), workers=1) as server:
        async with aiohttp.ClientSession(server.address) as session:
            return {path: await _got(session, path) for path in COMPARED}


async def _got(session, path):
    async with session.get(path) as answer:
        assert answer.status == 200, f"{path}: {answer.status}"
        return await answer.read()


async def _compare(address, known, mixed, reading):
    compared = 0
    async with aiohttp.ClientSession(address) as session:
        while not reading.done():
            for path in COMPARED:
                body = await _got(session, path)
                compared += 1
                if body not in (known[OLD][path], known[NEW][path]):
                    mixed.append(path)
            await asyncio.sleep(0.1)
    return compared


def _point(data, number):
    aside = data.editions / "next.json"
    aside.write_text(json.dumps({"number": number}))
    aside.replace(data.editions / "current.json")


async def week(n, seconds):
    """No publisher answers, and a week goes by: the same pages, no failure, and the age is told."""
    dead = {
        f"HALSODIALOG_{name}_URL": "http://127.0.0.1:9"
        for name in ("KOLADA", "SCB", "SCB_V1", "FOHM", "SOCIALSTYRELSEN", "FK", "EUROSTAT", "OECD")
    }
    kept, found = Kept(), {}
    for days in (0, 7):
        with Served({**dead, **ALIKE, "HALSODIALOG_BENCH_DAYS": str(days)}) as server:
            await crowd(server.address, n, seconds, kept)
            async with aiohttp.ClientSession(server.address) as session:
                found[days] = {path: await _got(session, path) for path in (*COMPARED, "/readyz")}
    ages = [json.loads(found[days].pop("/readyz"))["days"] for days in (0, 7)]
    alike = sum(found[0][path] == found[7][path] for path in COMPARED)
    return [
        no_failures("week", kept),
        Promise("week", "answers alike", f"{alike} of {len(COMPARED)}", "all", alike == len(COMPARED)),
        Promise("week", "days told", f"{ages[0]} → {ages[1]}", "7 more", ages[1] - ages[0] == 7),
    ]

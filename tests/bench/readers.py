"""People who read: each opens a page as a browser does, looks, changes what is asked, goes on, or takes a file.

Only what the program sends decides what a reader asks: the document's own files, the callbacks that Dash tells of, and
the choices that the page's controls offer.
"""

import asyncio
import random
import re
import time
from dataclasses import dataclass, field

import aiohttp

from tests.dashboard.asking import ROUTER, body, parts

LINKS = re.compile(r'(?:src|href)="(/[^"]+)"')
SHOWN_BY = "_pages_content"
REGIONS = ("01", "03", "05", "12", "14", "20", "24", "25")
INDICATORS = ("daily-smoking", "beds", "life-expectancy", "cancer-survival", "overcrowding-somatic")
# How often each kind of page is looked at, and of which there are several.
WAYS = (
    (6, "/region/{region}"), (3, "/indikator/{indicator}"), (2, "/"), (1, "/dimension/service-quality"),
    (1, "/jamfor/{region}"), (1, "/variation"), (1, "/jamlikhet"), (0.5, "/data"),
)  # fmt: skip
FORMS = ("csv", "csv", "json", "pdf", "xlsx", "pptx")
EXPORTS = 0.03
LOOKS, LOOKS_LEAST, CHANGES = 6.0, 1.5, (1, 4)
AT_ONCE = 6
# As much less than the server keeps a connection as this program may lag behind it: a browser asks again on one that
# was closed meanwhile, this one does not.
KEPT_ALIVE = 5


@dataclass
class Kept:
    """What all readers met: seconds by kind of request, and every failure with the moment it began and ended."""

    seconds: dict = field(default_factory=dict)
    failures: list = field(default_factory=list)
    under_way: int = 0
    bodies: list = field(default_factory=list)

    def slowest(self, kind, share=0.95):
        """Return the seconds that a share of the requests of a kind stayed under."""
        found = sorted(self.seconds.get(kind, ()))
        return found[min(len(found) - 1, int(share * len(found)))] if found else float("nan")

    def count(self):
        return sum(map(len, self.seconds.values()))


class Reader:
    """One person with a browser of her own, whose choices follow a seed."""

    def __init__(self, session, kept, seed):
        self._session, self._kept, self._chance = session, kept, random.Random(seed)
        self._callbacks, self._page = [], {}

    async def read(self, until):
        """Open a page, and go on reading until a moment."""
        await self._first_view(self._somewhere())
        while time.monotonic() < until:
            for _ in range(self._chance.randint(*CHANGES)):
                await self._think()
                if time.monotonic() >= until:
                    return
                await self._change()
            if self._chance.random() < EXPORTS:
                form = self._chance.choice(FORMS)
                await self._ask("export", "GET", f"/export/region/{self._chance.choice(REGIONS)}.{form}")
            await self._think()
            await self._open(self._somewhere())

    def _somewhere(self):
        weights, ways = zip(*WAYS, strict=True)
        way = self._chance.choices(ways, weights)[0]
        return way.format(region=self._chance.choice(REGIONS), indicator=self._chance.choice(INDICATORS))

    async def _think(self):
        await asyncio.sleep(LOOKS_LEAST + self._chance.expovariate(1 / (LOOKS - LOOKS_LEAST)))

    async def _first_view(self, path):
        """A browser that has never been here: the document, its files six at a time, then what Dash asks for."""
        began, gate = time.monotonic(), asyncio.Semaphore(AT_ONCE)
        document = await self._ask("document", "GET", path)
        if document is None:
            return

        async def fetch(link):
            async with gate:
                await self._ask("file", "GET", link)

        await asyncio.gather(*map(fetch, LINKS.findall(document.decode())))
        _, told = await asyncio.gather(*(self._ask("dash", "GET", f"/_dash-{x}") for x in ("layout", "dependencies")))
        if told is not None:
            self._callbacks = [one for one in _json(told) if not one.get("clientside_function")]
            if await self._open(path):
                self._kept.seconds.setdefault("first view", []).append(time.monotonic() - began)

    async def _open(self, path):
        """Go to a page, as a link within the program does."""
        inputs = [("_pages_location", "pathname", path), ("_pages_location", "search", "")]
        answer = await self._call("page", ROUTER, inputs, [])
        if answer is None:
            return False
        content = answer["response"][SHOWN_BY]["children"]
        self._page = {part["props"]["id"]: part["props"] for part in parts(content) if "id" in part["props"]}
        return True

    async def _change(self):
        """Change one control of the page, and ask what it leads to."""
        known = [one for one in self._callbacks if self._can(one)]
        offered = [(one, each["id"]) for one in known for each in one["inputs"] if self._choices(each["id"])]
        if not offered:
            return
        callback, changed = self._chance.choice(offered)
        self._page[changed]["value"] = self._chance.choice(self._choices(changed))
        values = [
            [(each["id"], each["property"], self._page[each["id"]].get(each["property"])) for each in callback[part]]
            for part in ("inputs", "state")
        ]
        await self._call("callback", callback["output"], *values, changed=changed)

    def _can(self, callback):
        return callback["inputs"] and all(
            each["id"] in self._page for part in ("inputs", "state") for each in callback[part]
        )

    def _choices(self, name):
        """What may be chosen in a control of one choice besides what is."""
        own = self._page[name]
        if isinstance(own.get("value"), list):
            return []
        offered = [
            one["value"] for one in own.get("options") or () if isinstance(one, dict) and not one.get("disabled")
        ]
        return [value for value in offered if value != own.get("value")]

    async def _call(self, kind, output, inputs, state, changed=None):
        posted = body(output, inputs, state, f"{changed}.value" if changed else None)
        answer = await self._ask(kind, "POST", "/_dash-update-component", json=posted)
        return None if not answer else _json(answer)

    async def _ask(self, kind, method, path, **more):
        """Ask and keep how long it took; None when it failed."""
        began, self._kept.under_way = time.monotonic(), self._kept.under_way + 1
        try:
            async with self._session.request(method, path, **more) as answer:
                body, fault = await answer.read(), "" if answer.status in (200, 204) else str(answer.status)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            body, fault = None, f"{type(error).__name__} {error}".strip()
        finally:
            self._kept.under_way -= 1
        ended = time.monotonic()
        if fault:
            self._kept.failures.append((began, ended, kind, fault, path))
            return None
        self._kept.seconds.setdefault(kind, []).append(ended - began)
        return body


def _json(body):
    import orjson

    return orjson.loads(body)


async def crowd(address, n, seconds, kept, arrive=120.0):
    """Let so many people read for so many seconds; they arrive one after another within `arrive` seconds."""
    until = time.monotonic() + seconds
    timeout = aiohttp.ClientTimeout(total=60)

    async def one(seed):
        await asyncio.sleep(seed / n * min(arrive, seconds / 4))
        connector = aiohttp.TCPConnector(limit=AT_ONCE, keepalive_timeout=KEPT_ALIVE)
        async with aiohttp.ClientSession(address, connector=connector, timeout=timeout) as session:
            await Reader(session, kept, seed).read(until)

    await asyncio.gather(*map(one, range(n)))

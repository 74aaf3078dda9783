"""The one HTTP client that every source uses: asks under the publishers' base addresses and nowhere else.

An answer is a `Body`: whole, within its limits, in UTF-8. All else is a refusal with source, address and reason.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote, urlencode

from intake.http.addresses import Addresses
from intake.http.body import CSV, JSON, Body
from intake.http.exchange import Exchange, make_exchange
from intake.http.limits import Clock, Limits, Manners, Pace
from intake.http.local import read_local
from intake.http.refusals import EmptyAnswerError, EncodingError, IncompleteError, RefusedError, StatusError
from intake.http.store import Copy, Store, digest
from intake.http.transport import Ask, Reply

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
NOT_MODIFIED = 304

__all__ = [
    "CSV",
    "JSON",
    "Addresses",
    "Body",
    "Client",
    "Clock",
    "Limits",
    "Manners",
    "Pace",
    "RefusedError",
    "StatusError",
]


class Client:
    """Asks the publishers. Safe to use from several threads; close it, or use it in a `with`."""

    def __init__(
        self,
        addresses: Addresses,
        *,
        store: Path | None = None,
        manners: Manners | None = None,
        paces: Mapping[str, Pace] | None = None,
    ) -> None:
        """Take the sites with their addresses, and a private folder for copies of answers.

        `paces` stand in the place of the sites' own. Raises OSError when the folder cannot be made.
        """
        self.addresses = addresses
        self.manners = manners or Manners()
        self._store = Store(store) if store else None
        self._exchanges: dict[str, Exchange] = {
            name: make_exchange(name, addresses.of(name), (paces or {}).get(name, site.pace), self.manners, self._store)
            for name, site in addresses.sites.items()
        }

    def __enter__(self) -> Self:
        """Use the client."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Close connections and store."""
        for exchange in self._exchanges.values():
            exchange.close()
        if self._store:
            self._store.close()

    @property
    def most_pages(self) -> int:
        """How many pages one answer may have."""
        return self.manners.limits.pages

    def get(self, source: str, path: str, asked: Sequence[tuple[str, str]] = (), accept: str = JSON) -> Body:
        """Ask for a path under a source's base address. Raises RefusedError by its reason."""
        return self._ask(Ask(source, self.address(source, path, asked), headers={"Accept": accept}))

    def follow(self, source: str, address: str) -> Body:
        """Ask for an address that the publisher gave. Raises ForeignAddressError before any packet is sent."""
        return self._ask(Ask(source, address, headers={"Accept": JSON}))

    def post(self, source: str, path: str, question: Any) -> Body:
        """Ask with a question in JSON. Raises RefusedError by its reason."""
        payload = json.dumps(question, ensure_ascii=False, allow_nan=False).encode()
        headers = {"Accept": JSON, "Content-Type": JSON}
        return self._ask(Ask(source, self.address(source, path), "POST", payload, headers))

    def file(self, name: str) -> Body:
        """Return a file of the folder of figures, unpacked. Raises RefusedError by its reason."""
        return read_local(self.addresses.files, name, self.manners)

    def address(self, source: str, path: str, asked: Sequence[tuple[str, str]] = ()) -> str:
        """Return the address of a path under a source's base address."""
        query = urlencode(asked, quote_via=quote, safe="*,()") if asked else ""
        return f"{self.addresses.of(source)}/{quote(path, safe='/,.+@:_-')}{'?' if query else ''}{query}"

    def _ask(self, ask: Ask) -> Body:
        key = hashlib.sha256(b"\n".join((ask.method.encode(), ask.address.encode(), ask.payload))).hexdigest()
        known = self._store.get(key) if self._store else None
        conditions = known.conditions if known else {}
        reply = self._exchanges[ask.source].send(replace(ask, headers={**ask.headers, **conditions}))
        if reply.status == NOT_MODIFIED:
            if known is None or not conditions:
                raise IncompleteError(ask.source, ask.address, "answered 304, but no copy of ours was named")
            return self._body(ask, known.text.encode(), known.is_framed)
        content = _text_of(ask, reply.content)
        self._keep(key, reply, content)
        return self._body(ask, content, reply.is_framed)

    def _body(self, ask: Ask, content: bytes, is_framed: bool) -> Body:
        return Body(ask.source, ask.address, content, self.manners.clock.wall().date(), is_framed)

    def _keep(self, key: str, reply: Reply, content: bytes) -> None:
        names = {"etag": reply.headers.get("ETag", ""), "modified": reply.headers.get("Last-Modified", "")}
        if self._store and any(names.values()):
            text = content.decode("utf-8")
            self._store.put(key, Copy(text, digest(text), is_framed=reply.is_framed, **names))


def _text_of(ask: Ask, content: bytes) -> bytes:
    """The content without a byte order mark, when it is text in UTF-8."""
    content = content.removeprefix(BYTE_ORDER_MARK)
    if not content.strip():
        raise EmptyAnswerError(ask.source, ask.address, "an empty body")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise EncodingError(ask.source, ask.address, f"not UTF-8 (byte {error.start})") from error
    return content

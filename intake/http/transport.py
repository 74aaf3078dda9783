"""One attempt at one request: no redirect, no proxy, no cookie, bounded in time and size, and whole or refused."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookiejar import DefaultCookiePolicy
from typing import Any

import requests
import urllib3
from requests.adapters import HTTPAdapter

from intake.http.limits import Clock, Limits
from intake.http.refusals import EncodingError, IncompleteError, TooLargeError, TooLateError, UnreachableError
from intake.http.unpacking import BrokenPackingError, OversizeError, Unpacker

PIECE = 1 << 16
SHOWN_BODY = 2000
CONDITIONAL = {200, 304}
AGENT = "Halsodialog/0.1 (open statistics, read once a day)"


@dataclass(frozen=True, slots=True)
class Ask:
    """One request: to whom, how, where, with what."""

    source: str
    address: str
    method: str = "GET"
    payload: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reply:
    """What one attempt gave. `content` is unpacked; of a status that is not 200 it is the beginning only."""

    status: int
    headers: Mapping[str, str]
    content: bytes = b""
    is_framed: bool = True


class Transport:
    """The connections to one publisher. Safe to use from several threads."""

    def __init__(self, limits: Limits, clock: Clock) -> None:
        """Open nothing yet."""
        self._limits, self._clock = limits, clock
        self._session = requests.Session()
        # Neither proxies, .netrc nor certificates from the environment: what is trusted is written here.
        self._session.trust_env = False
        self._session.headers.update({"User-Agent": AGENT, "Accept-Encoding": "gzip"})
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        for scheme in ("https://", "http://"):
            self._session.mount(scheme, _WatchedAdapter(max_retries=0, pool_maxsize=4))

    def close(self) -> None:
        """Close every connection."""
        self._session.close()

    def attempt(self, ask: Ask) -> Reply:
        """Send a request once. Raises UnreachableError, TooLateError, TooLargeError, IncompleteError, EncodingError."""
        deadline = self._clock.now() + self._limits.attempt_s
        try:
            with self._send(ask) as response:
                return self._reply(ask, response, deadline)
        except (requests.Timeout, urllib3.exceptions.TimeoutError) as error:
            raise TooLateError(ask.source, ask.address, f"no whole answer in time ({_short(error)})") from error
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            if self._clock.now() >= deadline:
                raise TooLateError(ask.source, ask.address, f"no whole answer in time ({_short(error)})") from error
            kind = IncompleteError if _is_cut(error) else UnreachableError
            raise kind(ask.source, ask.address, f"the connection failed ({_short(error)})") from error

    def _send(self, ask: Ask) -> requests.Response:
        return self._session.request(
            ask.method,
            ask.address,
            data=ask.payload or None,
            headers=dict(ask.headers),
            stream=True,
            allow_redirects=False,
            verify=True,
            timeout=(self._limits.connect_s, self._limits.attempt_s),
        )

    def _reply(self, ask: Ask, response: requests.Response, deadline: float) -> Reply:
        headers = response.headers
        if response.status_code not in CONDITIONAL:
            beginning = response.raw.read1(SHOWN_BODY, decode_content=False)
            return Reply(response.status_code, headers, beginning)
        encoding = headers.get("Content-Encoding", "identity").strip().lower()
        if encoding not in ("gzip", "identity"):
            raise EncodingError(ask.source, ask.address, f"packed as {encoding[:80]!r}; gzip or nothing was asked for")
        is_chunked = "chunked" in headers.get("Transfer-Encoding", "").lower()
        is_framed = is_chunked or "Content-Length" in headers or encoding == "gzip"
        content = b"" if response.status_code == 304 else self._content(ask, response, encoding, deadline)
        return Reply(response.status_code, headers, content, is_framed)

    def _content(self, ask: Ask, response: requests.Response, encoding: str, deadline: float) -> bytes:
        unpacker = Unpacker(encoding, self._limits)
        try:
            while piece := response.raw.read1(PIECE, decode_content=False):
                unpacker.take(piece)
                if self._clock.now() >= deadline:
                    reason = f"no whole answer within {self._limits.attempt_s:.0f} s"
                    raise TooLateError(ask.source, ask.address, reason)
            content = unpacker.whole()
        except OversizeError as error:
            raise TooLargeError(ask.source, ask.address, str(error)) from error
        except BrokenPackingError as error:
            raise IncompleteError(ask.source, ask.address, str(error)) from error
        _measure(ask, response.headers.get("Content-Length"), unpacker.encoded)
        return content


def _measure(ask: Ask, promised: str | None, came: int) -> None:
    """Hold what came against what was promised, whatever the library has already done."""
    if promised is None:
        return
    if not (promised.isascii() and promised.isdigit()) or int(promised[:12]) != came:
        reason = f"{promised[:40]!r} bytes were promised, {came} came"
        raise IncompleteError(ask.source, ask.address, reason)


def _is_cut(error: Exception) -> bool:
    return isinstance(error, (urllib3.exceptions.ProtocolError, requests.exceptions.ChunkedEncodingError))


def _short(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:300]


class _Watch:
    """Ends a wait for headers that come a byte at a time: each byte would begin the socket's time-out anew."""

    sock: Any
    timeout: Any

    def getresponse(self) -> Any:
        """Wait for the headers, for as long as one read may take and no longer."""
        timer = threading.Timer(float(self.timeout or 60), _shut, (self.sock,))
        timer.daemon = True
        timer.start()
        try:
            return super().getresponse()  # type: ignore[misc]  # the class it is mixed with has it
        finally:
            timer.cancel()


def _shut(sock: Any) -> None:
    try:
        sock.shutdown(2)
    except OSError:
        return


class _WatchedHTTP(_Watch, urllib3.connection.HTTPConnection):
    pass


class _WatchedHTTPS(_Watch, urllib3.connection.HTTPSConnection):
    pass


class _PlainPool(urllib3.HTTPConnectionPool):
    ConnectionCls = _WatchedHTTP


class _SecurePool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _WatchedHTTPS


class _WatchedAdapter(HTTPAdapter):
    """The ordinary adapter, on connections that are watched."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Make the pools of watched connections."""
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": _PlainPool, "https": _SecurePool}

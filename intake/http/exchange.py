"""Everything one publisher is asked: paced, tried again where that may help, and left in peace when it says so."""

import logging
import threading

from intake.http.limits import Manners, Pace
from intake.http.pacing import Memory, OverBudgetError, Pacer
from intake.http.refusals import (
    ForeignAddressError,
    RedirectedError,
    RefusedError,
    StatusError,
    TooLateError,
    WaitTooLongError,
)
from intake.http.retries import backoff, is_passing, retry_after
from intake.http.transport import Ask, Reply, Transport
from intake.http.within import fault_of

logger = logging.getLogger(__name__)

TAKEN = (200, 304)
SENT_ON = frozenset({301, 302, 303, 307, 308})
SHOWN_TEXT = 200


class Exchange:
    """One publisher: its base address, its pace, and how much of our patience it has used."""

    def __init__(self, base: str, pacer: Pacer, manners: Manners) -> None:
        """Take the base address under which everything is asked."""
        self._base, self._pacer, self.manners = base, pacer, manners
        self._transport = Transport(manners.limits, manners.clock)
        self._lock = threading.Lock()
        self._waited_s = 0.0
        self._stopped = ""

    def close(self) -> None:
        """Close the connections."""
        self._transport.close()

    def send(self, ask: Ask) -> Reply:
        """Return the answer, 200 or 304. Raises RefusedError by its reason; every refusal is logged."""
        try:
            return self._followed(ask)
        except RefusedError as error:
            logger.warning("refused: %s", error)
            raise

    def _followed(self, ask: Ask) -> Reply:
        """Follow the few redirects that stay under the base address."""
        for _ in range(self.manners.limits.redirects + 1):
            fault = fault_of(self._base, ask.address)
            if fault:
                raise ForeignAddressError(ask.source, ask.address, f"{fault}: no packet was sent")
            reply = _Call(self, ask).run()
            if reply.status in TAKEN:
                return reply
            ask = self._next(ask, reply)
        raise RedirectedError(ask.source, ask.address, "the redirects do not end")

    def _next(self, ask: Ask, reply: Reply) -> Ask:
        where = reply.headers.get("Location", "")
        address = f"{self._origin}{where}" if where.startswith("/") and not where.startswith("//") else where
        fault = fault_of(self._base, address)
        if fault or ask.method != "GET":
            reason = f"sent on to {where[:SHOWN_TEXT]!r}: {fault or 'a question with a body is not sent elsewhere'}"
            raise RedirectedError(ask.source, ask.address, reason)
        return Ask(ask.source, address, headers=ask.headers)

    @property
    def _origin(self) -> str:
        scheme, _, rest = self._base.partition("://")
        return f"{scheme}://{rest.partition('/')[0]}"

    def attempt(self, ask: Ask) -> Reply:
        """Wait for the publisher's pace and send once. Raises RefusedError."""
        if self._stopped:
            raise WaitTooLongError(ask.source, ask.address, self._stopped)
        try:
            self._pacer.wait(self.manners.limits.wait_per_call_s)
        except OverBudgetError as error:
            reason = f"the calls the publisher allows are used; the next may be made in {error.wait_s:.0f} s"
            raise WaitTooLongError(ask.source, ask.address, reason) from error
        reply = self._transport.attempt(ask)
        if reply.status in TAKEN or reply.status in SENT_ON:
            return reply
        raise _status_error(ask, reply, self.manners)

    def patience(self, ask: Ask, wait_s: float, waited_in_call_s: float) -> None:
        """Use some of the patience with a source. Raises WaitTooLongError, and asks no more, when it is used up."""
        limits = self.manners.limits
        with self._lock:
            if waited_in_call_s + wait_s > limits.wait_per_call_s:
                self._stopped = f"asked us to wait {wait_s:.0f} s; we wait {limits.wait_per_call_s:.0f} s a call"
            elif self._waited_s + wait_s > limits.wait_per_source_s:
                self._stopped = f"we have waited {limits.wait_per_source_s:.0f} s for it in all"
            else:
                self._waited_s += wait_s
                return
        raise WaitTooLongError(ask.source, ask.address, self._stopped)


class RetryableStatusError(StatusError):
    """A status that may pass, with the wait the publisher asks for."""

    wait_s: float | None = None


def _status_error(ask: Ask, reply: Reply, manners: Manners) -> RefusedError:
    text = reply.content[:SHOWN_TEXT].decode("utf-8", "replace")
    said = f", saying {text!r}" if text and "Content-Encoding" not in reply.headers else ""
    error = RetryableStatusError(ask.source, ask.address, f"answered {reply.status}{said}", reply.status)
    error.wait_s = retry_after(reply.headers.get("Retry-After"), manners.clock.wall())
    return error


class _Call:
    """One call: a few attempts, with a deadline for all of them."""

    def __init__(self, exchange: Exchange, ask: Ask) -> None:
        self._exchange, self._ask = exchange, ask
        self._manners = exchange.manners
        self._waited_s = 0.0
        self._deadline = self._manners.clock.now() + self._manners.limits.call_s

    def run(self) -> Reply:
        """Return the first answer that is one. Raises RefusedError."""
        for attempt in range(1, self._manners.limits.attempts):
            try:
                return self._exchange.attempt(self._ask)
            except RefusedError as error:
                if not is_passing(error):
                    raise
                self._wait(attempt, error)
        return self._exchange.attempt(self._ask)

    def _wait(self, attempt: int, error: RefusedError) -> None:
        asked = error.wait_s if isinstance(error, RetryableStatusError) else None
        wait_s = max(backoff(attempt, self._manners.limits.first_backoff_s, self._manners.chance), asked or 0.0)
        self._exchange.patience(self._ask, wait_s, self._waited_s)
        if self._manners.clock.now() + wait_s > self._deadline:
            raise TooLateError(error.source, error.address, f"{error.reason}; no time is left to try again") from error
        self._waited_s += wait_s
        self._manners.clock.sleep(wait_s)


def make_exchange(source: str, base: str, pace: Pace, manners: Manners, memory: Memory | None) -> Exchange:
    """Put the exchange with one publisher together."""
    return Exchange(base, Pacer(source, pace, manners.clock, memory), manners)

"""The door: every request passes it before Flask sees it, and every answer on its way out, whoever made the answer."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from werkzeug.wrappers import Response

from dashboard.front import Network
from dashboard.web.guard.answers import answer
from dashboard.web.guard.clients import Rates, client_of
from dashboard.web.guard.headers import Answered, Header, completed
from dashboard.web.guard.limits import RefusedError, address_of, check_host, check_origin, check_size
from dashboard.web.guard.places import NOT_SERVED
from dashboard.web.watching.seen import Application, Environment, request_id

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Door:
    """A WSGI program in front of another. `policy` is asked for at each answer: scripts may be added until the first.

    `hosts` are the names the program answers as, `rates` how often one client may ask; `https` says that the public
    reaches it by https alone.
    """

    inner: Application
    policy: Callable[[], str]
    hosts: frozenset[str]
    proxies: tuple[Network, ...]
    rates: Rates
    https: bool

    def __call__(self, environment: Environment, start_response: Any) -> Iterable[bytes]:
        """Answer a request."""
        number = request_id(environment)

        def start(line: str, headers: list[Header], *more: Any) -> Any:
            facts = Answered(self.policy(), number, address_of(environment), int(line[:3]), self.https)
            return start_response(line, completed(headers, facts), *more)

        try:
            self._let_in(environment)
        except RefusedError as refused:
            log.info("refused %s: %s", number, refused)
            return self._refusal(refused, environment, number)(environment, start)
        try:
            return self.inner(environment, start)
        except Exception:
            # The last boundary: whatever Flask itself could not answer is logged, and the client is told so.
            log.exception("failed %s", number)
            return answer(500, environment, number)(environment, start)

    def _let_in(self, environment: Environment) -> None:
        check_size(environment)
        check_host(environment, self.hosts)
        path = str(environment.get("PATH_INFO", ""))
        # Flask would lead two slashes to one, by the host that the request names; no page has them.
        if path.startswith(NOT_SERVED) or "//" in path or not path.startswith("/"):
            raise RefusedError(404)
        check_origin(environment)
        wait = self.rates.wait(path, client_of(environment, self.proxies))
        if wait:
            raise RefusedError(429, wait=wait)

    def _refusal(self, refused: RefusedError, environment: Environment, number: str) -> Response:
        response = answer(refused.status, environment, number, refused.reason)
        if refused.wait:
            response.headers["Retry-After"] = str(refused.wait)
        return response

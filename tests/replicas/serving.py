"""The replicas on loopback: one server for each publisher, its faults, its delay, and what it was asked."""

import contextlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Protocol

from intake.http.addresses import Addresses
from intake.sources import site_addresses
from tests.replicas import others, pxweb1, pxweb2
from tests.replicas.faults import Fault
from tests.replicas.kolada import BASE as KOLADA_BASE
from tests.replicas.kolada import Kolada
from tests.replicas.messages import Reply, Request, as_json
from tests.replicas.wire import send

HOST = "127.0.0.1"
CONTROL = "/faults"
CHANGES = "/changes"


class Publisher(Protocol):
    """What answers for a publisher."""

    def answer(self, request: Request) -> Reply:
        """Return the reply to a request."""


PUBLISHERS: dict[str, tuple[Callable[[], Publisher], str]] = {
    "kolada": (Kolada, KOLADA_BASE),
    "scb": (pxweb2.PxWeb2, pxweb2.BASE),
    "scb_v1": (pxweb1.scb_older, pxweb1.SCB_BASE),
    "fohm": (pxweb1.fohm, pxweb1.FOHM_BASE),
    "socialstyrelsen": (others.Socialstyrelsen, others.SOS_BASE),
    "fk": (others.ForsakringsKassan, others.FK_BASE),
    "eurostat": (others.Eurostat, others.EUROSTAT_BASE),
    "oecd": (others.Oecd, others.OECD_BASE),
}


class Server(ThreadingHTTPServer):
    """One publisher's server. `requests` are the targets it was asked for."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, publisher: Publisher, base: str, port: int = 0) -> None:
        super().__init__((HOST, port), _Handler)
        self.publisher, self.path = publisher, base
        self.faults: list[Fault] = []
        self.latency_s = 0.0
        self.requests: list[str] = []

    @property
    def origin(self) -> str:
        return f"http://{HOST}:{self.server_address[1]}"

    @property
    def base(self) -> str:
        return f"{self.origin}{self.path}"

    def tell(self, name: str, times: int | None = None, where: str = "", **settings: Any) -> None:
        """Tell the replica to misbehave."""
        self.faults.append(Fault(name, times, where, settings))

    def behave(self) -> None:
        """Make it answer rightly again, and forget what it was asked."""
        self.faults, self.latency_s, self.requests = [], 0.0, []

    def reply(self, request: Request) -> Reply:
        reply = self.publisher.answer(request)
        for fault in self.faults:
            reply = fault.spoil(reply, request)
        return reply

    def control(self, request: Request) -> Reply:
        """Faults by HTTP: PUT a list of them, DELETE them all, GET what there are."""
        if request.method == "PUT":
            self.faults = [Fault(**item) for item in request.json()]
        if request.method == "DELETE":
            self.behave()
        told = [{"name": f.name, "times": f.times, "where": f.where, "settings": f.settings} for f in self.faults]
        return as_json(told)

    def change(self, request: Request) -> Reply:
        """Values by HTTP, where a replica can change them: POST a list of {kpi, place, year, gender, value, day}."""
        change = getattr(self.publisher, "change", None)
        if request.method != "POST" or change is None:
            return as_json({"detail": "only POST, and only to Kolada"}, 405)
        changes = request.json()
        for item in changes:
            change(**item)
        return as_json({"changed": len(changes)})

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def _serve(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = Request(self.command, self.path, headers, self.rfile.read(length), self.server.origin)
        if self.path in (CONTROL, CHANGES):
            reply = self.server.control(request) if self.path == CONTROL else self.server.change(request)
        else:
            self.server.requests.append(self.path)
            time.sleep(self.server.latency_s)
            reply = self.server.reply(request)
        self.close_connection = not send(self.connection, request, reply)

    do_GET = do_POST = do_PUT = do_DELETE = _serve  # noqa: N815  # the names http.server calls

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


class Replicas:
    """Every publisher's server, by name."""

    def __init__(self, port: int = 0) -> None:
        makers = enumerate(PUBLISHERS.items())
        self.servers = {
            name: Server(make(), base, port + place if port else 0) for place, (name, (make, base)) in makers
        }
        for server in self.servers.values():
            threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()

    def __getitem__(self, name: str) -> Server:
        return self.servers[name]

    @property
    def addresses(self) -> Addresses:
        return site_addresses(**{name: server.base for name, server in self.servers.items()})

    def behave(self) -> None:
        for server in self.servers.values():
            server.behave()

    def close(self) -> None:
        for server in self.servers.values():
            server.shutdown()
            server.server_close()


@contextlib.contextmanager
def serve(port: int = 0) -> Iterator[Replicas]:
    """Serve every replica for as long as the block runs; port 0 takes free ports."""
    replicas = Replicas(port)
    try:
        yield replicas
    finally:
        replicas.close()


def read_faults(text: str) -> dict[str, Any]:
    """Return a fault of the command line: a name, or a name and its settings in JSON after a colon."""
    name, _, rest = text.partition(":")
    return {"name": name, "settings": json.loads(rest) if rest else {}}

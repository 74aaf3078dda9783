"""gunicorn's worker with threads, which gives a thread to whole requests alone and says no in our own words."""

import logging
import secrets
import selectors
import socket
import time
from functools import partial
from typing import Any

from gunicorn.http.errors import LimitRequestHeaders, LimitRequestLine, ParseException
from gunicorn.workers.gthread import TConn, ThreadWorker

from dashboard.serving.patience import (
    SECONDS_TO_READ,
    SECONDS_TO_SEND,
    Bounded,
    has_ended,
    look,
    missing,
    wait_for_more,
)
from dashboard.serving.plain_refusal import plain_refusal

log = logging.getLogger(__name__)
STATUSES = {LimitRequestLine: 414, LimitRequestHeaders: 431}


class PatientWorker(ThreadWorker):  # type: ignore[misc]  # gunicorn carries no types
    """Serves as gthread does; a connection waits in the loop until its request has come."""

    def accept(self, listener: socket.socket) -> None:
        """Take a connection and wait for what it sends."""
        try:
            client, address = listener.accept()
        except (BlockingIOError, ConnectionAbortedError):
            return
        self.nr_conns += 1
        connection = TConn(self.cfg, client, address, listener.getsockname())
        connection.timeout = time.monotonic() + SECONDS_TO_READ
        self.pending_conns.append(connection)
        self._await(connection)

    def on_client_socket_readable(self, conn: TConn, client: socket.socket) -> None:
        """Wait for the next request of a connection that was kept."""
        self.poller.unregister(client)
        self.keepalived_conns.remove(conn)
        conn.timeout = time.monotonic() + SECONDS_TO_READ
        self.pending_conns.append(conn)
        self._await(conn)

    def on_pending_socket_readable(self, conn: TConn, client: socket.socket) -> None:
        """Hand a connection whose request has come to a thread; wait for the others, or let go of those that left."""
        sent = look(client)
        more = missing(sent) if sent is not None else 0
        if more and has_ended(client):
            # Half a request of somebody who has left lies there to be read, and would be heard of at every turn.
            sent, more = None, 0
        if sent is None or not more:
            self.poller.unregister(client)
            self.pending_conns.remove(conn)
            wait_for_more(client, 0, 1)
        if sent is None:
            self.nr_conns -= 1
            conn.close()
        elif more:
            wait_for_more(client, len(sent), more)
        else:
            conn.data_ready = True
            self.enqueue_req(conn)

    def _await(self, connection: TConn) -> None:
        heard = partial(self.on_pending_socket_readable, connection)
        self.poller.register(connection.sock, selectors.EVENT_READ, heard)

    def handle(self, conn: TConn) -> Any:
        """Read and answer a request; who sends or takes it too slowly is let go of."""
        begin = conn.init

        def init() -> None:
            begin()
            conn.sock.settimeout(SECONDS_TO_SEND)
            conn.parser.unreader.sock = Bounded(conn.sock, time.monotonic() + SECONDS_TO_READ)

        conn.init = init
        try:
            return super().handle(conn)
        finally:
            conn.init = begin

    def handle_error(self, req: Any, client: socket.socket, addr: Any, exc: Exception) -> None:
        """Answer what is no request, or failed beyond Flask, as the guard answers, and log it without who asked."""
        number = secrets.token_hex(8)
        if isinstance(exc, ParseException):
            status = STATUSES.get(type(exc), 400)
            log.info("refused %s: %s", number, status)
        else:
            status = 500
            log.error("failed %s", number, exc_info=exc)
        try:
            client.settimeout(SECONDS_TO_SEND)
            client.sendall(plain_refusal(status, number))
        except OSError:
            log.debug("the client of %s had gone", number)

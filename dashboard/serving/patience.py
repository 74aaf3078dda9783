"""A request is handed to a thread when it is there, so that who sends slowly keeps nobody else waiting.

gunicorn's threads read a request from its first byte: as many slow senders as there are threads would stop a worker.
Here the first lines, and a body of ordinary size, are waited for by the worker's one waiting loop, which holds
thousands of connections; and what a thread still has to read or send has an end.
"""

import re
import select
import socket
import time
from dataclasses import dataclass

from gunicorn.http.errors import NoMoreData

# As much as is waited for without a thread: all callbacks that pages send, and every address and header let in.
LARGEST_AWAITED = 32_768
LARGEST_LINES = 32_768
SECONDS_TO_SEND, SECONDS_TO_READ = 15.0, 30.0
END = b"\r\n\r\n"
# Linux tells that the other end sends no more; elsewhere that it has gone.
ENDED = getattr(select, "POLLRDHUP", 0) | select.POLLHUP | select.POLLERR
LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,9})[ \t]*\r\n", re.IGNORECASE)


def missing(sent: bytes) -> int:
    """Return how many bytes at least must come before a request that begins so is worth a thread; 0 when it is now.

    >>> missing(b"GET / HTTP/1.1\\r\\n"), missing(b"GET / HTTP/1.1\\r\\n\\r\\n")
    (1, 0)
    """
    end = sent.find(END)
    if end < 0:
        return 0 if len(sent) >= LARGEST_LINES else 1
    length = LENGTH.search(sent[: end + 2])
    wanted = min(int(length[1]), LARGEST_AWAITED) if length else 0
    return max(0, end + len(END) + wanted - len(sent))


def look(connection: socket.socket) -> bytes | None:
    """Return what has come without taking it; None when the other end has gone."""
    try:
        sent = connection.recv(LARGEST_LINES + LARGEST_AWAITED, socket.MSG_PEEK | socket.MSG_DONTWAIT)
    except BlockingIOError:
        return b""
    except OSError:
        return None
    return sent or None


def has_ended(connection: socket.socket) -> bool:
    """Return whether nothing more can come: the other end has gone, or said that it sends no more."""
    told = select.poll()
    told.register(connection, ENDED)
    return bool(told.poll(0))


def wait_for_more(connection: socket.socket, sent: int, more: int) -> None:
    """Let the loop hear of a connection first when so many more bytes have come."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVLOWAT, sent + more)


@dataclass
class Bounded:
    """A socket to read from until a moment; after that the request is given up, however slowly it still comes."""

    inner: socket.socket
    until: float

    def recv(self, most: int) -> bytes:
        """Return what has come, waiting for it as long as there is time. Raises NoMoreData when there is none."""
        left = self.until - time.monotonic()
        if left <= 0:
            raise NoMoreData()
        self.inner.settimeout(left)
        try:
            return self.inner.recv(most)
        except TimeoutError as error:
            raise NoMoreData() from error
        finally:
            self.inner.settimeout(SECONDS_TO_SEND)

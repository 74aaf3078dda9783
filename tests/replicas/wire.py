"""A reply on the wire: three framings, packed or not, and cut where it is told to be."""

import gzip
import socket
import struct
import time
from typing import Any

from tests.replicas.messages import Reply, Request

CHUNKS = 3


def send(connection: Any, request: Request, reply: Reply) -> bool:
    """Send a reply; return whether the connection may be used again."""
    if request.headers.get("if-none-match") == reply.etag and reply.status == 200:
        reply = Reply(status=304, headers={"ETag": reply.etag})
    headers, payload = _prepared(request, reply)
    head = f"HTTP/1.1 {reply.status} Replica\r\n" + "".join(f"{name}: {value}\r\n" for name, value in headers) + "\r\n"
    if reply.reset:
        _write(connection, head.encode("latin-1"), reply.drip_s)
        # Lingering for no time makes closing a reset.
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        return False
    # In one piece: two would wait for each other's acknowledgement.
    _write(connection, head.encode("latin-1") + (payload if reply.cut is None else payload[: reply.cut]), reply.drip_s)
    return reply.framing != "close" and reply.cut is None


def wire_length(reply: Reply) -> int:
    """Return how many bytes the body of a reply has on the wire, for a client that takes gzip."""
    return len(_prepared(Request("GET", "/", {"accept-encoding": "gzip"}), reply)[1])


def _prepared(request: Request, reply: Reply) -> tuple[list[tuple[str, str]], bytes]:
    headers = {"Content-Type": reply.kind, **({"ETag": reply.etag} if reply.status == 200 else {})}
    payload = reply.body
    takes_gzip = "gzip" in request.headers.get("accept-encoding", "")
    if reply.packing == "gzip" or (reply.packing == "auto" and takes_gzip and len(payload) > 1000):
        payload = gzip.compress(payload, 6, mtime=0)
        headers["Content-Encoding"] = "gzip"
    if reply.framing == "length":
        headers["Content-Length"] = str(len(payload))
    elif reply.framing == "chunked":
        headers["Transfer-Encoding"] = "chunked"
        payload = _chunked(payload)
    else:
        headers["Connection"] = "close"
    return list({**headers, **reply.headers}.items()), payload


def _chunked(payload: bytes) -> bytes:
    size = max(1, -(-len(payload) // CHUNKS))
    pieces = [payload[start : start + size] for start in range(0, len(payload), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def _write(connection: Any, data: bytes, drip_s: float) -> None:
    if not drip_s:
        connection.sendall(data)
        return
    for place in range(len(data)):
        connection.sendall(data[place : place + 1])
        time.sleep(drip_s)

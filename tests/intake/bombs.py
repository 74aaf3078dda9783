"""Twelve answers that are small on the wire and large in memory, and what is used of it."""

import gzip
import io
import zlib
from pathlib import Path

from tests.replicas.messages import CSV, JSON, Reply

MANY = 300_000_000
PIECE = 1_000_000
PEAK, STATUS = Path("/proc/self/clear_refs"), Path("/proc/self/status")


def _packed(beginning: bytes, filling: bytes, size: int) -> bytes:
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=9, mtime=0) as stream:
        stream.write(beginning)
        for _ in range(size // PIECE):
            stream.write(filling * (PIECE // len(filling)))
    return packed.getvalue()


def make_bombs(size: int = MANY) -> dict[str, Reply]:
    """Return the bombs by name, of so many bytes where they are packed."""
    spaces, twice = _packed(b'{"values":[', b" ", size), gzip.compress(_packed(b"", b"\0", size))
    deflated = zlib.compress(b" " * 50_000_000, 9)
    several = gzip.compress(b" " * 900_000) * 300

    def packed(body: bytes, framing: str = "length", kind: str = JSON, encoding: str = "gzip") -> Reply:
        return Reply(body, kind=kind, framing=framing, packing="none", headers={"Content-Encoding": encoding})

    return {
        "gzip of 300 MB": packed(spaces),
        "gzip of 300 MB in chunks": packed(spaces, "chunked"),
        "gzip of 300 MB without a length": packed(spaces, "close"),
        "gzip in gzip": packed(twice, encoding="gzip, gzip"),
        "gzip in gzip, one told of": packed(twice),
        "300 members of gzip": packed(several),
        "deflate": packed(deflated, encoding="deflate"),
        "told to be br": packed(spaces, encoding="br"),
        "a table of one endless line": packed(_packed(b"a,b\n", b"1,", size), kind=CSV),
        "a million brackets": Reply(b"[" * 1_000_000, packing="none"),
        "a million objects": Reply(b'{"a":' * 200_000, packing="none"),
        "an endless number": Reply(b'{"values":[' + b"9" * 40_000_000, packing="none"),
    }


def forget_peak() -> None:
    """Let the process's peak of memory begin anew, where the system allows."""
    if PEAK.exists():
        PEAK.write_text("5", encoding="ascii")


def peak_kb() -> int:
    """Return the most memory the process has held since then, in kB; 0 where the system does not tell."""
    lines = STATUS.read_text(encoding="ascii").splitlines() if PEAK.exists() else []
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), 0)

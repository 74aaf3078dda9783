"""A body as it arrives: counted, unpacked, and stopped where it grows beyond reason."""

import zlib
from collections.abc import Iterator

from intake.http.limits import Limits

STEP = 1 << 18
GZIP_WINDOW = 31


class OversizeError(Exception):
    """The body passes a limit of size. Says which."""


class BrokenPackingError(Exception):
    """The packing cannot be undone, or its end is missing."""


class Unpacker:
    """Takes a body piece by piece. Raises OversizeError and BrokenPackingError as soon as they can be known."""

    def __init__(self, encoding: str, limits: Limits) -> None:
        """Prepare for a Content-Encoding: gzip, or none."""
        self._gzip = zlib.decompressobj(GZIP_WINDOW) if encoding == "gzip" else None
        self._limits = limits
        self._pieces: list[bytes] = []
        self.encoded = self.decoded = 0

    def take(self, piece: bytes) -> None:
        """Take the next piece as it was sent."""
        self.encoded += len(piece)
        if self.encoded > self._limits.encoded_bytes:
            raise OversizeError(f"more than {self._limits.encoded_bytes} bytes were sent")
        for part in [piece] if self._gzip is None else self._unpacked(self._gzip, piece):
            self._keep(part)

    def whole(self) -> bytes:
        """Return the body. Raises BrokenPackingError when the packing has not ended."""
        if self._gzip is not None and not self._gzip.eof:
            raise BrokenPackingError("the packed body ends before its end")
        content = b"".join(self._pieces)
        # A large body is held once, not twice, while it is read.
        self._pieces.clear()
        return content

    def _unpacked(self, gzip: "zlib._Decompress", piece: bytes) -> Iterator[bytes]:
        is_more = True
        while is_more:
            try:
                part = gzip.decompress(piece, STEP)
            except zlib.error as error:
                raise BrokenPackingError(f"the packed body is damaged ({error})") from error
            yield part
            if gzip.unused_data:
                raise BrokenPackingError("bytes follow the end of the packed body")
            piece = gzip.unconsumed_tail
            # A full step may leave more to come of what was taken in already.
            is_more = bool(piece) or len(part) == STEP

    def _keep(self, part: bytes) -> None:
        self.decoded += len(part)
        limits = self._limits
        if self.decoded > limits.decoded_bytes:
            raise OversizeError(f"the body unpacks to more than {limits.decoded_bytes} bytes")
        if self.decoded > limits.ratio_after_bytes and self.decoded > limits.ratio * self.encoded:
            raise OversizeError(f"the body unpacks to more than {limits.ratio} times what was sent")
        self._pieces.append(part)

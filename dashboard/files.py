"""The files that an edition can be taken home as: each written once, kept packed, and given out in pieces."""

import hashlib
import zlib
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from threading import Lock

from dashboard.exports import FORMATS
from dashboard.viewmodels.data.package import (
    DESCRIPTION,
    WHOLE,
    FileFacts,
    files_of,
    package_view,
)
from indicators import Picture

# The files of one edition are some three megabytes packed.
EDITIONS_KEPT = 2
PIECE = 1 << 16


@dataclass(frozen=True, slots=True)
class Kept:
    """One file: its packed content, and the size and sha256 of what is unpacked."""

    name: str
    form: str
    packed: bytes
    facts: FileFacts

    @property
    def mime(self) -> str:
        """The media type it is sent with."""
        return FORMATS[self.form].MIME

    def pieces(self) -> Iterator[bytes]:
        """Yield the content, unpacked a piece at a time: a file of twelve megabytes is never whole in memory."""
        unpacking = zlib.decompressobj()
        left = self.packed
        while left:
            yield unpacking.decompress(left, PIECE)
            left = unpacking.unconsumed_tail
        yield unpacking.flush()


def keep(name: str, form: str, pieces: Iterable[bytes]) -> Kept:
    """Pack a file that is given in pieces."""
    packing, digest, size, packed = zlib.compressobj(), hashlib.sha256(), 0, []
    for piece in pieces:
        digest.update(piece)
        size += len(piece)
        packed.append(packing.compress(piece))
    packed.append(packing.flush())
    return Kept(name, form, b"".join(packed), FileFacts(size, digest.hexdigest()))


class EditionFiles:
    """The files of one edition, each written when it is first asked for. Safe to use from several threads."""

    def __init__(self, picture: Picture) -> None:
        """Remember the edition; nothing is written yet."""
        self._picture = picture
        self._kept: dict[str, Kept] = {}
        self._lock = Lock()

    def get(self, name: str) -> Kept:
        """Return a file by its name. Raises KeyError for a name that is none."""
        with self._lock:
            return self._get(name)

    def _get(self, name: str) -> Kept:
        if name not in self._kept:
            self._kept[name] = self._made(name)
        return self._kept[name]

    def _made(self, name: str) -> Kept:
        if name == WHOLE:
            members = (DESCRIPTION, *files_of())
            return keep(name, "zip", FORMATS["zip"].write((member, self._get(member).pieces()) for member in members))
        if name == DESCRIPTION:
            written = {member: self._get(member).facts for member in files_of()}
            return keep(name, "json", FORMATS["json"].write(package_view(self._picture, written)))
        table, form = files_of()[name]
        # Making files needs pyarrow and numpy, which showing pages does not: who takes one home waits for them.
        from indicators import edition_table

        return keep(name, form, FORMATS[form].write(edition_table(self._picture, table)))


class Shelf:
    """The files of the editions that were asked for last."""

    def __init__(self) -> None:
        """Begin empty."""
        self._editions: OrderedDict[int, tuple[Picture, EditionFiles]] = OrderedDict()
        self._lock = Lock()

    def of(self, picture: Picture) -> EditionFiles:
        """Return the files of an edition as this very picture reads it."""
        with self._lock:
            # The picture is held with its files: nothing else can then get its identity.
            found = self._editions.pop(id(picture), None) or (picture, EditionFiles(picture))
            self._editions[id(picture)] = found
            while len(self._editions) > EDITIONS_KEPT:
                self._editions.popitem(last=False)
            return found[1]

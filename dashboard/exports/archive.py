"""ZIP: several files in one. The same files give the same bytes."""

import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO

NAME, MIME = "zip", "application/zip"
# ZIP knows no time before this; the files' own dates are those of the edition, and stand in its description.
WHEN = (1980, 1, 1, 0, 0, 0)
READABLE = 0o644 << 16


def write(files: Iterable[tuple[str, Iterable[bytes]]]) -> Iterator[bytes]:
    """Yield named files, each given in pieces, as one archive."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, pieces in files:
            entry = zipfile.ZipInfo(name, WHEN)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, READABLE
            with archive.open(entry, "w") as member:
                for piece in pieces:
                    member.write(piece)
    yield stream.getvalue()

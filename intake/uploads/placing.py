"""One file put in place in one step, written by a library that wants a path."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from indicators.durable import PARTIAL, sync_file


def put(path: Path, write: Callable[[Path], object]) -> None:
    """Let `write` fill a file aside, wait until it is on the disk, and give it its name. Raises OSError.

    For files too large to be held as bytes; `durable.write_bytes` is for the others. The folder is not synced.
    """
    with tempfile.TemporaryDirectory(prefix=PARTIAL, dir=path.parent) as aside:
        partial = Path(aside) / path.name
        write(partial)
        sync_file(partial)
        partial.replace(path)

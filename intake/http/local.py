"""A file of a folder, held to the same limits as an answer from a publisher."""

from pathlib import Path

from intake.http.body import Body
from intake.http.limits import Manners
from intake.http.refusals import EncodingError, IncompleteError, RefusedError, TooLargeError, UnreachableError
from intake.http.unpacking import BrokenPackingError, OversizeError, Unpacker

FILES = "files"
PIECE = 1 << 16


def read_local(folder: Path | None, name: str, manners: Manners) -> Body:
    """Return a file of the folder, unpacked where its name ends in .gz. Raises RefusedError by its reason."""
    if folder is None:
        raise UnreachableError(FILES, name, "no folder of figures is set")
    path = folder / name
    try:
        content = _content(path, manners)
        content.decode("utf-8")
    except OversizeError as error:
        raise TooLargeError(FILES, name, str(error)) from error
    except BrokenPackingError as error:
        raise IncompleteError(FILES, name, str(error)) from error
    except UnicodeDecodeError as error:
        raise EncodingError(FILES, name, f"not UTF-8 (byte {error.start})") from error
    except OSError as error:
        raise _unreadable(name, error) from error
    return Body(FILES, name, content, manners.clock.wall().date())


def _content(path: Path, manners: Manners) -> bytes:
    unpacker = Unpacker("gzip" if path.suffix == ".gz" else "identity", manners.limits)
    with path.open("rb") as stream:
        while piece := stream.read(PIECE):
            unpacker.take(piece)
    return unpacker.whole()


def _unreadable(name: str, error: OSError) -> RefusedError:
    return UnreachableError(FILES, name, f"the file cannot be read ({error.strerror or type(error).__name__})")

"""The reading process shuts itself in before it opens a file from outside: little memory, little time, no way out."""

import sys
from typing import Any

from intake.uploads.limits import ADDRESS_SPACE, CPU_SECONDS, MOST_ANSWER, OPEN_FILES

REFUSED = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "os.startfile")
ALTERS = (
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.chmod",
    "shutil.",
)
WRITING = frozenset("wax+")


class ForbiddenError(RuntimeError):
    """The reading process tried what it may not do."""


def shut_in() -> None:
    """Take away this process's means: memory, time, files, network, writing and other programs. It cannot be undone."""
    _limit()
    sys.addaudithook(_refuse)


def _limit() -> None:
    if sys.platform == "win32":
        return
    import resource

    limits = {
        resource.RLIMIT_AS: ADDRESS_SPACE,
        resource.RLIMIT_CPU: CPU_SECONDS,
        resource.RLIMIT_NOFILE: OPEN_FILES,
        resource.RLIMIT_CORE: 0,
        # What it answers goes to a file that the asker opened.
        resource.RLIMIT_FSIZE: MOST_ANSWER,
    }
    for name, most in limits.items():
        resource.setrlimit(name, (most, most))


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith(REFUSED) or event.startswith(ALTERS):
        raise ForbiddenError(event)
    if event == "open" and isinstance(arguments[1], str) and WRITING & set(arguments[1]):
        raise ForbiddenError("open for writing")

"""Where regions hand in their own unit data: the folder, whether the web may, and the smallest count shown."""

import ipaddress
from dataclasses import dataclass

from indicators import SMALLEST_COUNT, DataFolder


@dataclass(frozen=True, slots=True)
class Desk:
    """What uploading needs. Without a folder nothing is taken and nothing has been published.

    `closed` is why no files are taken over the web ("" when they are): there is no sign-in yet, so that only a program
    that this machine alone can reach takes files, unless its owner has said otherwise.
    """

    folder: DataFolder | None = None
    closed: str = "no_folder"
    smallest: int = SMALLEST_COUNT
    only_here: bool = True


NO_DESK = Desk()


def open_desk(folder: DataFolder | None, host: str, smallest: int, *, allowed: bool | None) -> Desk:
    """Return the desk of a program that listens at an address."""
    is_here = _is_loopback(host)
    if folder is None:
        closed = "no_folder"
    elif allowed is False:
        closed = "by_setting"
    else:
        closed = "" if is_here or allowed else "open_server"
    return Desk(folder, closed, smallest, only_here=is_here and not allowed)


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False

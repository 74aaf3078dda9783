"""Where regions hand in their own unit data: the folder, whether the web may, and the smallest count shown."""

from dataclasses import dataclass

from indicators import SMALLEST_COUNT, DataFolder


@dataclass(frozen=True, slots=True)
class Desk:
    """What uploading needs. Without a folder nothing is taken and nothing has been published.

    `closed` is why no files are taken over the web ("" when they are): there is no sign-in yet, so that only a program
    that this machine alone can reach takes files. Others are read-only, whatever the settings say.
    """

    folder: DataFolder | None = None
    closed: str = "no_folder"
    smallest: int = SMALLEST_COUNT


NO_DESK = Desk()


def open_desk(folder: DataFolder | None, smallest: int, *, is_public: bool, allowed: bool | None) -> Desk:
    """Return the desk of a program. `is_public`: other computers reach it; `allowed`: what its owner says."""
    if folder is None:
        return Desk(folder, "no_folder", smallest)
    if is_public:
        return Desk(folder, "open_server", smallest)
    return Desk(folder, "by_setting" if allowed is False else "", smallest)

"""Settings from the environment, with safe defaults."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.editions_address import EDITIONS, EditionsAddress, read_editions
from dashboard.front import PLAIN_FRONT, Front, is_loopback, read_front
from dashboard.setting_error import SettingsError
from dashboard.watching import UNWATCHED, Watching, read_watching
from indicators import DATA, EMBEDDED, SMALLEST_COUNT, DataFolder, Library, folder_from

HOST, PORT = "HALSODIALOG_HOST", "HALSODIALOG_PORT"
ADDRESS, PUBLISHER, CONTACT = "HALSODIALOG_ADDRESS", "HALSODIALOG_PUBLISHER", "HALSODIALOG_CONTACT"
UPLOADS, SMALLEST = "HALSODIALOG_UPLOADS", "HALSODIALOG_SMALLEST_COUNT"
HIGHEST_PORT = 65535
MOST_SMALLEST = 1000


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the program listens, and the folder for what it makes; without one it shows the embedded edition.

    `address` is where the public finds it, `publisher` who runs it and `contact` an e-mail: the national data portal is
    told them. `uploads` says whether the web takes files, which it never does when other computers reach the program;
    counts below `smallest` are hidden in what regions upload.
    """

    host: str = "127.0.0.1"
    port: int = 8050
    data: DataFolder | None = None
    address: str = ""
    publisher: str = "Hälsodialog"
    contact: str = ""
    uploads: bool | None = None
    smallest: int = SMALLEST_COUNT
    watching: Watching = UNWATCHED
    editions: EditionsAddress | None = None
    front: Front = PLAIN_FRONT

    @property
    def is_public(self) -> bool:
        """Whether other computers reach the program: it listens to them, or a setting says that a proxy does."""
        is_told = self.address.startswith("https:") or self.front.hosts or self.front.proxies
        return bool(is_told or not is_loopback(self.host))

    @property
    def library(self) -> Library:
        """The editions there are: those of the address or the own ones, then the one that comes with the program."""
        if self.editions is not None:
            return Library((self.editions.store(self.folder), EMBEDDED))
        return Library((self.data.editions, EMBEDDED)) if self.data else Library()

    @property
    def own_library(self) -> Library:
        """The library that editions are made in. Raises SettingsError where those shown are made elsewhere."""
        if self.editions is not None:
            raise SettingsError(f"{EDITIONS}: editions are shown from there; make them where that is not set")
        return self.library

    @property
    def answers(self) -> tuple[str, str]:
        """Who answers for the product here, and where to write; empty where nobody has been named."""
        return ("" if self.publisher == Settings().publisher else self.publisher), self.contact

    @property
    def folder(self) -> DataFolder:
        """The folder to write to. Raises SettingsError when there is none."""
        if self.data is None:
            raise SettingsError(f"{DATA}: found nothing; must name a folder")
        return self.data


def read_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings of an environment. Raises SettingsError."""
    defaults = Settings()
    return Settings(
        host=environment.get(HOST) or defaults.host,
        port=read_port(environment.get(PORT) or str(defaults.port), PORT),
        data=folder_from(environment),
        address=read_address(environment.get(ADDRESS, "")),
        publisher=environment.get(PUBLISHER, "").strip() or defaults.publisher,
        contact=read_contact(environment.get(CONTACT, "")),
        uploads=read_uploads(environment.get(UPLOADS, "")),
        smallest=read_smallest(environment.get(SMALLEST, "")),
        watching=read_watching(environment),
        editions=read_editions(environment),
        front=read_front(environment),
    )


def read_address(text: str) -> str:
    """Return a public address without a slash at its end; empty when none is given. Raises SettingsError."""
    allowed = "must be https://host without query or fragment (http for this machine only)"
    if text and not re.fullmatch(r"https://[^\s/?#@]+(/[^\s?#]*)?|http://(127\.0\.0\.1|localhost)(:\d+)?/?", text):
        raise SettingsError(f"{ADDRESS}: found '{text}'; {allowed}")
    return text.rstrip("/")


def read_contact(text: str) -> str:
    """Return an e-mail address; empty when none is given. Raises SettingsError."""
    if text and not re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", text, re.ASCII):
        raise SettingsError(f"{CONTACT}: found '{text}'; must be an e-mail address")
    return text


def read_uploads(text: str) -> bool | None:
    """Return whether the web takes files; None leaves it to where the program listens. Raises SettingsError."""
    if text not in ("", "0", "1"):
        raise SettingsError(f"{UPLOADS}: found '{text}'; must be 0 or 1")
    return text == "1" if text else None


def read_smallest(text: str) -> int:
    """Return the smallest count that is shown in uploads. Raises SettingsError."""
    if not text:
        return SMALLEST_COUNT
    if text.isascii() and text.isdigit() and len(text) <= len(str(MOST_SMALLEST)) and 1 < int(text) <= MOST_SMALLEST:
        return int(text)
    raise SettingsError(f"{SMALLEST}: found '{text}'; must be a whole number from 2 to {MOST_SMALLEST}")


def read_port(text: str, where: str) -> int:
    """Return a port number. Raises SettingsError naming where it was given."""
    short = text.isascii() and text.isdigit() and len(text) <= len(str(HIGHEST_PORT))
    if short and 0 < int(text) <= HIGHEST_PORT:
        return int(text)
    raise SettingsError(f"{where}: found '{text}'; must be a whole number from 1 to {HIGHEST_PORT}")


__all__ = [
    "ADDRESS",
    "CONTACT",
    "DATA",
    "HOST",
    "PORT",
    "PUBLISHER",
    "SMALLEST",
    "UPLOADS",
    "Settings",
    "SettingsError",
    "read_address",
    "read_contact",
    "read_port",
    "read_settings",
]

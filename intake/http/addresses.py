"""The publishers' base addresses: the official ones, or those of a replica, and nothing outside them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from urllib.parse import urlsplit

LOOPBACK = ("127.0.0.1", "::1", "localhost")
ALLOWED = "must be https://host/path without user, query or fragment (http for this machine only)"


class AddressError(Exception):
    """A base address cannot be used. Says which setting, what was found and what is allowed."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where each publisher answers. A request goes under one of these or nowhere; `files` is a folder of figures."""

    kolada: str = "https://api.kolada.se/v3"
    scb: str = "https://statistikdatabasen.scb.se/api/v2"
    scb_v1: str = "https://api.scb.se/OV0104/v1/doris/sv/ssd"
    fohm: str = "https://fohm-app.folkhalsomyndigheten.se/Folkhalsodata/api/v1/sv"
    socialstyrelsen: str = "https://sdb.socialstyrelsen.se/api/v1/sv"
    fk: str = "https://www.forsakringskassan.se/api/sprstatistikrapportera/public/v1"
    eurostat: str = "https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0"
    oecd: str = "https://sdmx.oecd.org/public/rest"
    files: Path | None = None

    def __post_init__(self) -> None:
        """Refuse a base address that could lead elsewhere. Raises AddressError."""
        for name in NAMES:
            fault = _fault(getattr(self, name))
            if fault:
                raise AddressError(f"{SETTINGS[name]}: found {getattr(self, name)!r}; {fault}")

    def of(self, name: str) -> str:
        """Return a base address, without a slash at its end. Raises KeyError for a name no address has."""
        if name not in NAMES:
            raise KeyError(name)
        return str(getattr(self, name)).rstrip("/")


NAMES = tuple(field.name for field in fields(Addresses) if field.name != "files")
SETTINGS = {name: f"HALSODIALOG_{name.upper()}_URL" for name in NAMES}
FILES = "HALSODIALOG_FILES"


def addresses_from(environment: Mapping[str, str]) -> Addresses:
    """Return the addresses of an environment: `HALSODIALOG_KOLADA_URL` and so on. Raises AddressError."""
    chosen = {name: environment[key] for name, key in SETTINGS.items() if environment.get(key)}
    folder = environment.get(FILES)
    return Addresses(**chosen, files=Path(folder) if folder else None)


def _fault(base: str) -> str | None:
    try:
        parts = urlsplit(base)
        port_is_right = parts.port is None or parts.port > 0
    except ValueError:
        return ALLOWED
    plain = base.isascii() and base.isprintable() and not set(" \\%?#@") & set(base) and "/.." not in base
    secure = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
    return None if plain and secure and parts.hostname and port_is_right else ALLOWED

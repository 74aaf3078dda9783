"""The publishers' sites: each with its official base address or that of a replica, and nothing outside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from intake.http.limits import Pace

LOOPBACK = ("127.0.0.1", "::1", "localhost")
ALLOWED = "must be https://host/path without user, query or fragment (http for this machine only)"
FILES = "HALSODIALOG_FILES"


class AddressError(Exception):
    """A base address cannot be used. Says which setting, what was found and what is allowed."""


@dataclass(frozen=True, slots=True)
class Site:
    """A publisher's service: its name in settings and questions, its official base address, the pace it is asked at."""

    name: str
    base: str
    pace: Pace

    @property
    def setting(self) -> str:
        """The variable of the environment that holds another base address."""
        return f"HALSODIALOG_{self.name.upper()}_URL"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where each site answers: at its official base address, or at the one `chosen` for it by name.

    A request goes under one of these or nowhere. `files` is a folder of figures.
    """

    sites: Mapping[str, Site]
    chosen: Mapping[str, str] = field(default_factory=dict)
    files: Path | None = None

    def __post_init__(self) -> None:
        """Refuse a base address that could lead elsewhere. Raises AddressError, and KeyError for an unknown site."""
        for name in {*self.sites, *self.chosen}:
            site = self.sites[name]
            base = self.chosen.get(name) or site.base
            fault = _fault(base)
            if fault:
                raise AddressError(f"{site.setting}: found {base!r}; {fault}")

    def of(self, name: str) -> str:
        """Return a base address, without a slash at its end. Raises KeyError for a name no site has."""
        return (self.chosen.get(name) or self.sites[name].base).rstrip("/")


def chosen_addresses(sites: Mapping[str, Site], environment: Mapping[str, str]) -> Addresses:
    """Return the sites' addresses in an environment: `HALSODIALOG_KOLADA_URL` and so on. Raises AddressError."""
    chosen = {name: environment[site.setting] for name, site in sites.items() if environment.get(site.setting)}
    folder = environment.get(FILES)
    return Addresses(sites, chosen, Path(folder) if folder else None)


def _fault(base: str) -> str | None:
    try:
        parts = urlsplit(base)
        port_is_right = parts.port is None or parts.port > 0
    except ValueError:
        return ALLOWED
    plain = base.isascii() and base.isprintable() and not set(" \\%?#@") & set(base) and "/.." not in base
    secure = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
    return None if plain and secure and parts.hostname and port_is_right else ALLOWED

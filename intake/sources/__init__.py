"""One module for each source, found by scanning: NAME, SITES, Ask, fetch(client, wanted) and read(body).

SITES are the publisher's services, each with its base address and its pace; the first is the one where figures are.
`fetch` asks and gives bodies; `read` makes rows of a body and needs nothing else. No source knows another, or a screen.
A module may also say SERIES_A_BATCH (how many series are best asked for together; 1) and TELLS_CHANGES (whether it can
be asked for what changed since a day; False).
"""

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Protocol, cast

from pydantic import BaseModel, ValidationError

from indicators.catalogue import Catalogue
from indicators.faults import Fault, FaultError, from_pydantic
from intake.formats.fetching import Fetcher
from intake.formats.queries import FILE, Queries, read_queries
from intake.formats.rows import Row
from intake.formats.wanted import Wanted
from intake.http.addresses import Addresses, Site, chosen_addresses
from intake.http.body import Body
from intake.http.refusals import RefusedError, UnverifiedError

logger = logging.getLogger(__name__)


class Source(Protocol):
    """What a module of this folder has."""

    NAME: str
    SITES: tuple[Site, ...]
    Ask: type[BaseModel]

    @staticmethod
    def fetch(client: Fetcher, wanted: Sequence[Wanted]) -> Iterator[Body]:
        """Ask for some series, and give the bodies. Raises RefusedError."""

    @staticmethod
    def read(body: Body) -> Iterator[Row]:
        """Give the rows of a body. Raises RefusedError."""


def _scan() -> dict[str, Source]:
    names = (item.name for item in iter_modules(__path__))
    modules = (cast(Source, import_module(f"{__name__}.{name}")) for name in sorted(names))
    return {module.NAME: module for module in modules}


SOURCES: dict[str, Source] = _scan()
SITES: dict[str, Site] = {site.name: site for source in SOURCES.values() for site in source.SITES}


def site_addresses(files: Path | None = None, **chosen: str) -> Addresses:
    """Return every source's official addresses, with others chosen by the name of the site. Raises AddressError."""
    return Addresses(SITES, chosen, files)


def addresses_from(environment: Mapping[str, str]) -> Addresses:
    """Return every source's addresses in an environment: `HALSODIALOG_KOLADA_URL` and so on. Raises AddressError."""
    return chosen_addresses(SITES, environment)


@dataclass(frozen=True, slots=True)
class Habits:
    """How a source is best asked: series in a batch, and whether it tells what changed."""

    batch: int
    tells_changes: bool


def habits(name: str) -> Habits:
    """Return how a source is best asked. Raises KeyError for a name no source has."""
    module = SOURCES[name]
    batch, tells = getattr(module, "SERIES_A_BATCH", 1), getattr(module, "TELLS_CHANGES", False)
    return Habits(batch, tells)


@dataclass(frozen=True, slots=True)
class Taken:
    """Where some rows came from: for the manifest and for who wants to check."""

    source: str
    address: str
    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one source: all that was asked for, or nothing and the reason."""

    source: str
    wanted: tuple[Wanted, ...]
    rows: tuple[Row, ...] = ()
    taken: tuple[Taken, ...] = ()
    refused: RefusedError | None = None


def wanted_by_source(catalogue: Catalogue, queries: Queries | None = None) -> dict[str, tuple[Wanted, ...]]:
    """Return what is wanted of each source. Raises FaultError with every fault in the queries."""
    found = (queries or read_queries()).wanted(catalogue)
    faults = [fault for source, items in found.items() for item in items for fault in _faults(source, item)]
    if faults:
        raise FaultError(faults)
    return found


def split_by_doubt(wanted: Sequence[Wanted]) -> tuple[tuple[Wanted, ...], Mapping[str, UnverifiedError]]:
    """Return what may be asked for, and why the rest may not, by series key."""
    refused: dict[str, UnverifiedError] = {}
    for item in wanted:
        try:
            item.established()
        except UnverifiedError as error:
            refused[item.key] = error
    return tuple(item for item in wanted if item.key not in refused), refused


def read_source(name: str, client: Fetcher, wanted: Sequence[Wanted]) -> Reading:
    """Read some series from a source: every row, or none and why. A refusal is logged, and is not raised."""
    source = SOURCES[name]
    rows: list[Row] = []
    taken: list[Taken] = []
    try:
        for body in source.fetch(client, wanted):
            rows.extend(source.read(body))
            taken.append(Taken(body.source, body.address, body.sha256, len(body.content)))
    except RefusedError as error:
        logger.warning("refused: %s", error)
        return Reading(name, tuple(wanted), refused=error)
    return Reading(name, tuple(wanted), tuple(rows), tuple(taken))


def _faults(source: str, item: Wanted) -> list[Fault]:
    where = f"{FILE} {item.provider}/{item.key}"
    if source not in SOURCES:
        return [Fault(where, "source", repr(source), f"must be one of {', '.join(sorted(SOURCES))}")]
    if item.doubt:
        return []
    try:
        SOURCES[source].Ask.model_validate(dict(item.ask))
    except ValidationError as error:
        return from_pydantic(where, error)
    return []

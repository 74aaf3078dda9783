"""Where each publisher's series are asked for, and which of them nobody asks for yet, with the reason."""

from dataclasses import dataclass

from indicators.catalogue import Catalogue
from indicators.text import Text
from intake.formats.queries import read_queries
from intake.sources import SOURCES


@dataclass(frozen=True, slots=True)
class NotAsked:
    """One series that is not asked for, because how to ask is not established. `indicator` is its definition's id."""

    indicator: str
    key: str
    reason: Text


@dataclass(frozen=True, slots=True)
class Origin:
    """A publisher as it is read: the module that asks, the official base address, and what is not asked for."""

    publisher: str
    module: str
    address: str
    not_asked: tuple[NotAsked, ...]


def read_origins(catalogue: Catalogue) -> dict[str, Origin]:
    """Return the origin of each publisher's series, by publisher. Raises FaultError for faults in the queries."""
    queries = read_queries()
    found: dict[str, Origin] = {}
    for module, items in queries.wanted(catalogue).items():
        for publisher in dict.fromkeys(item.provider for item in items):
            doubted = [item for item in items if item.provider == publisher and item.doubt]
            reasons = {item.key: queries.by_key[publisher, item.key].doubt_text for item in doubted}
            not_asked = tuple(NotAsked(item.indicator, item.key, reasons[item.key]) for item in doubted)
            found[publisher] = Origin(publisher, module, SOURCES[module].SITES[0].base, not_asked)
    return found

"""Cards as a script draws them: each tells of one thing, with its facts, links and lists."""

from dataclasses import dataclass, replace

from dashboard.viewmodels.contract import Fact, Tone
from dashboard.viewmodels.tables import TableView


@dataclass(frozen=True, slots=True)
class CardLink:
    """Where a card leads."""

    text: str
    href: str
    is_button: bool = False


@dataclass(frozen=True, slots=True)
class CardPart:
    """One list behind a disclosure."""

    name: str
    summary: str
    table: TableView

    def of(self, owner: str) -> "CardPart":
        """Return the same list with its owner in the table's caption: tables of one page have names of their own."""
        return replace(self, table=replace(self.table, caption=f"{owner}: {self.table.caption}"))


@dataclass(frozen=True, slots=True)
class Card:
    """One card. `status` says in a word how it stands, with a symbol and tone; `is_fault` marks a text that warns."""

    name: str
    title: str
    status: str = ""
    symbol: str = ""
    tone: Tone = "neutral"
    text: str = ""
    is_fault: bool = False
    facts: tuple[Fact, ...] = ()
    links: tuple[CardLink, ...] = ()
    parts: tuple[CardPart, ...] = ()


@dataclass(frozen=True, slots=True)
class CardsView:
    """Some cards in order."""

    lang: str
    cards: tuple[Card, ...]

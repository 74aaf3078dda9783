"""Each publisher: what is taken from it, when and where it was read, its terms, and what is known to be weak."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from dashboard.i18n import Words, words
from dashboard.query import Question
from dashboard.viewmodels.cards import Card, CardLink, CardPart, CardsView
from dashboard.viewmodels.contract import Fact, Tone
from dashboard.viewmodels.data.abroad import abroad_cards
from dashboard.viewmodels.data.source_tables import faults_part, not_asked_part, refused_part, series_part
from dashboard.viewmodels.subject import period_text, vintages_text
from indicators import PUBLISHERS, Definition, Picture, SourceReading, format_number
from intake import Origin, read_origins

DAY = len("2026-11-21")
STATUS: dict[str, tuple[str, Tone]] = {
    "read": ("✓", "good"),
    "partly": ("≈", "neutral"),
    "refused": ("✕", "bad"),
    "unreachable": ("✕", "bad"),
    "not-asked": ("–", "missing"),
    "none": ("–", "missing"),
}


def sources_view(picture: Picture, question: Question) -> CardsView:
    """Return the publishers of an edition, the one with the most values first; those of other countries last."""
    found = read_origins(picture.catalogue)
    items = sorted(picture.edition.manifest["sources"], key=lambda item: -int(item["rows"]))
    cards = tuple(_Teller(picture, question, item, found.get(item["source"])).card() for item in items)
    return CardsView(question.lang, (*cards, *abroad_cards(picture, question)))


@dataclass(frozen=True)
class _Teller:
    """One publisher's entry of the manifest, with what else is known of it."""

    picture: Picture
    question: Question
    item: dict[str, Any]
    origin: Origin | None

    @property
    def say(self) -> Words:
        return words(self.question.lang)

    @property
    def code(self) -> str:
        return str(self.item["source"])

    @property
    def definitions(self) -> tuple[Definition, ...]:
        return tuple(d for d in self.picture.catalogue.definitions if d.series[0].provider == self.code)

    @property
    def reading(self) -> SourceReading | None:
        module = self.origin.module if self.origin else self.code
        return next((item for item in self.picture.edition.readings if item.module == module), None)

    def card(self) -> Card:
        publisher = PUBLISHERS[self.code]
        status = self.reading.status if self.reading else "none"
        symbol, tone = STATUS[status]
        return Card(
            name=self.code,
            title=publisher.name.in_(self.question.lang),
            status=self.say(f"data.status.{status}"),
            symbol=symbol,
            tone=tone,
            facts=tuple(Fact(self.say(f"data.fact.{name}"), text) for name, text in self._facts() if text),
            links=(CardLink(urlsplit(publisher.home).netloc, publisher.home),),
            parts=self._parts(),
        )

    def _facts(self) -> Iterator[tuple[str, str]]:
        publisher, lang = PUBLISHERS[self.code], self.question.lang
        yield "takes", self._takes()
        yield "read", str(self.item.get("read_on") or "") or self.say("data.unknown_reading")
        yield "reading", self._reading()
        yield "vintages", vintages_text(self.item["vintages"], self.say)
        yield "expected", publisher.expected.in_(lang) if publisher.expected else self.say("data.unknown")
        yield "terms", publisher.terms.in_(lang)
        yield "attribution", f"{publisher.attribution.in_(lang)}."
        yield "derived", f"{publisher.derived.in_(lang)}."
        yield "address", self.item.get("address") or (self.origin.address if self.origin else "")

    def _takes(self) -> str:
        first, last = (period_text(self.item[end], self.say) for end in ("first", "last"))
        values = format_number(self.item["rows"], 0, self.question.lang)
        return self.say.count("data.takes", int(self.item["series"]), values=values, first=first, last=last)

    def _reading(self) -> str:
        reading, lang = self.reading, self.question.lang
        if reading is None:
            return ""
        names = ("series", "rows", "new", "changed", "withdrawn", "quarantined")
        counts = {name: format_number(getattr(reading, name), 0, lang) for name in names}
        return self.say("data.reading", day=reading.read_at[:DAY], **counts)

    def _parts(self) -> tuple[CardPart, ...]:
        reading = self.reading
        parts = (
            series_part(self.definitions, self.picture, self.question),
            faults_part(self.definitions, self.picture, self.question),
            refused_part(reading.refused if reading else (), self.question),
            not_asked_part(self.origin.not_asked if self.origin else (), self.picture, self.question),
        )
        owner = PUBLISHERS[self.code].name.in_(self.question.lang)
        return tuple(part.of(owner) for part in parts if part)

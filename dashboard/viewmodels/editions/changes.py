"""What differs between two editions, in words: for the screen and for `halsodialog edition diff` alike."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from dashboard.i18n import Words, words
from dashboard.query import Question
from dashboard.viewmodels.editions.causes import ChangesCause, by_cause, why
from dashboard.viewmodels.subject import area_name, span_text
from dashboard.viewmodels.tables import NO_VALUE
from dashboard.viewmodels.verdicts import verdict
from indicators import (
    AssessedRow,
    Changes,
    HeadlineChange,
    Language,
    Picture,
    RegionChange,
    ValueChange,
    VerdictChange,
    format_number,
    value_text,
)

MOST = 20
PLAIN_DECIMALS = 2
Item = TypeVar("Item")
# What of all this a reader wants to know first.
ORDER = ("turned", "lost", "gained", "headlines", "values")


@dataclass(frozen=True, slots=True)
class ChangesGroup:
    """Changes of one kind: a heading with their number, the first twenty as sentences, and how many more there are.

    Verdicts that are more than that are all there instead, gathered by cause and indicator in `causes`.
    """

    name: str
    title: str
    sentences: tuple[str, ...]
    more: str | None
    causes: tuple[ChangesCause, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The differences between two editions: one sentence of all, then kind by kind, what matters most first."""

    older: str
    newer: str
    summary: str
    groups: tuple[ChangesGroup, ...]


def changes_view(changes: Changes, picture: Picture, language: Language) -> ChangesView:
    """Return the changes in words. `picture` gives the names and units; any edition's will do."""
    teller = _Teller(picture, words(language))
    groups = tuple(
        teller.gathered(changes.turned)
        if name == "turned" and len(changes.turned) > MOST
        else teller.group(name, getattr(changes, name))
        for name in ORDER
        if getattr(changes, name)
    )
    summary = changes_summary(changes.counts(), language)
    return ChangesView(changes.older, changes.newer, summary, groups)


def kept_changes(picture: Picture, question: Question) -> ChangesView | None:
    """Return what changed from the edition before in words; None when it was not kept, or there is none before."""
    changes = picture.edition.changes
    return None if changes is None else changes_view(changes, picture, question.lang)


def changes_summary(counts: dict[str, int], language: Language) -> str:
    """Return how much changed, in one sentence, from the counts that a manifest holds too."""
    say = words(language)
    kinds = ("new", "changed", "withdrawn", "gained", "lost", "turned")
    told = [_counted(kind, counts[kind], say) for kind in kinds if counts.get(kind)]
    if not told:
        return say("changes.none")
    return say("changes.summary", told=", ".join(told))


def _counted(kind: str, n: int, say: Words) -> str:
    form = "one" if n == 1 else "other"
    return say(f"changes.n_{kind}.{form}", n=format_number(n, 0, say.language))


@dataclass(frozen=True)
class _Teller:
    picture: Picture
    say: Words

    def gathered(self, items: tuple[VerdictChange, ...]) -> ChangesGroup:
        n = format_number(len(items), 0, self.say.language)
        found = by_cause(items, self.say, self._name, lambda item: self._turned(item, self._place(item.after)))
        return ChangesGroup("turned", self.say("changes.turned", n=n), (), None, found)

    def group(self, name: str, items: tuple[object, ...]) -> ChangesGroup:
        tell: Callable[[object], str] = getattr(self, name)
        more = len(items) - MOST
        n = format_number(len(items), 0, self.say.language)
        return ChangesGroup(
            name,
            self.say(f"changes.{name}", n=n),
            tuple(_first(map(tell, items))),
            self.say("changes.more", n=format_number(more, 0, self.say.language)) if more > 0 else None,
        )

    def turned(self, item: VerdictChange) -> str:
        cause = why(item, self.say)
        told = self._turned(item, self._where(item.after))
        return self.say("causes.because", told=told, cause=cause) if cause else told

    def _turned(self, item: VerdictChange, where: str) -> str:
        before, after = (self._verdict(item.what, row) for row in (item.before, item.after))
        values = self._values(item.after.indicator, item.before.value, item.after.value)
        is_right = item.what == "target" and item.after.target.verdict == "right"
        key = "changes.turned_right" if is_right else f"changes.turned_{item.what}"
        return self.say(key, where=where, before=before, after=after, values=values)

    def lost(self, item: RegionChange) -> str:
        return self.say("changes.lost_item", where=self._where(item), period=self._period(item.indicator, item.period))

    def gained(self, item: RegionChange) -> str:
        return self.say(
            "changes.gained_item", where=self._where(item), period=self._period(item.indicator, item.period)
        )

    def headlines(self, item: HeadlineChange) -> str:
        before, after = (self._period(item.indicator, period or "") for period in (item.before, item.after))
        name = f"{self._name(item.indicator)}{self._sex(item.sex)}"
        if not after:
            return self.say("changes.headline_gone", name=name)
        key = "changes.headline_item" if before else "changes.headline_first"
        return self.say(key, name=name, before=before, after=after)

    def values(self, item: ValueChange) -> str:
        old, new = (self._value(item.indicator, value) for value in (item.old, item.new))
        if None not in (item.old, item.new):
            old = self._number(item.indicator, item.old)
        key = "new" if item.old is None else "withdrawn" if item.new is None else "changed"
        period = self._period(item.indicator, item.period)
        return self.say(f"changes.value_{key}", where=self._where(item), period=period, old=old, new=new)

    def _where(self, item: AssessedRow | RegionChange | ValueChange) -> str:
        """«Region Skåne, Överbeläggningar», with the sex where it is not both."""
        return f"{self._area(item.area)}, {self._name(item.indicator)}{self._sex(item.sex)}"

    def _place(self, item: AssessedRow) -> str:
        return f"{self._area(item.area)}{self._sex(item.sex)}"

    def _area(self, code: str) -> str:
        return area_name(self.picture, code, self.say) if code in self.picture.areas.by_code else code

    def _sex(self, sex: str) -> str:
        return "" if sex == "T" else f", {self.say(f'sex.{sex}').lower()}"

    def _name(self, indicator: str) -> str:
        # An edition may tell of an indicator that the program no longer has.
        definition = self.picture.catalogue.by_id.get(indicator)
        return definition.short_name.in_(self.say.language) if definition else indicator

    def _period(self, indicator: str, period: str) -> str:
        definition = self.picture.catalogue.by_id.get(indicator)
        return span_text(period, definition, self.say) if definition and period else period

    def _verdict(self, what: str, row: AssessedRow) -> str:
        definition = self.picture.catalogue.by_id.get(row.indicator)
        judgement = getattr(row, what)
        return verdict(what, judgement, definition, self.say).text if definition else str(judgement.verdict)

    def _value(self, indicator: str, value: float | None) -> str:
        definition = self.picture.catalogue.by_id.get(indicator)
        if value is None or definition is None:
            return self._number(indicator, value)
        return value_text(value, definition, self.say.language)

    def _values(self, indicator: str, before: float | None, after: float | None) -> str:
        """«81,6 → 82,3 %», or «82,3 %, samma tal» where a reader sees no difference."""
        old, new = self._number(indicator, before), self._number(indicator, after)
        if after is None and before is None:
            return self.say("changes.same_missing")
        if old == new:
            return self.say("changes.same_value", value=self._value(indicator, after))
        return self.say("changes.both_values", old=old, new=self._value(indicator, after))

    def _number(self, indicator: str, value: float | None) -> str:
        definition = self.picture.catalogue.by_id.get(indicator)
        decimals = definition.decimals if definition else PLAIN_DECIMALS
        return NO_VALUE if value is None else format_number(value, decimals, self.say.language)


def _first(items: Iterable[Item]) -> Iterator[Item]:
    """The first items; those after them are never put into words."""
    for _, item in zip(range(MOST), items, strict=False):
        yield item

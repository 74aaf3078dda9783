"""What an area is held against, told by group: the care guarantee, cancer care, heart and stroke; never one count."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.i18n import Words, words
from dashboard.query import Question
from dashboard.viewmodels.sentences import Piece, Sentence
from indicators import RIGHTS, AssessedRow, Picture, TargetGroup, read_themes, summarise_area

SYMBOLS = {"rights": "§", "levels": "◆", "none": "–"}


@dataclass(frozen=True, slots=True)
class TargetsItem:
    """One group for a reader by machine: its code and name, the indicators held, reached and reached nowhere, in words.

    The code is `rights` for the care guarantee, else a theme's. Of a right, reached is that the value is everyone.
    """

    group: str
    name: str
    held: tuple[str, ...]
    reached: tuple[str, ...]
    reached_by_no_region: tuple[str, ...]
    not_judged: tuple[str, ...]
    text: str


def targets_sentences(picture: Picture, question: Question, area: str, dimension: str = "") -> tuple[Sentence, ...]:
    """Return a sentence for each group of targets in force, of one dimension or all; one that says so without any."""
    say, items = words(question.lang), targets_items(picture, question, area, dimension)
    if not items:
        return (Sentence(SYMBOLS["none"], "missing", (Piece(say("targets.none")),)),)
    symbols = [SYMBOLS["rights" if item.group == RIGHTS else "levels"] for item in items]
    return tuple(Sentence(mark, "neutral", (Piece(item.text),)) for mark, item in zip(symbols, items, strict=True))


def targets_items(picture: Picture, question: Question, area: str, dimension: str = "") -> tuple[TargetsItem, ...]:
    """Return each group of targets in force that an area is held against, of one dimension or all."""
    groups = summarise_area(picture, area, question.sex, question.as_of).groups
    told = (_Group(picture, words(question.lang), group, dimension) for group in groups)
    return tuple(item.item() for item in told if item.held or item.unjudged)


class _Group:
    """One group and what is said of it, in one language."""

    def __init__(self, picture: Picture, say: Words, group: TargetGroup, dimension: str) -> None:
        self._picture, self._say, self._code, self._dimension = picture, say, group.code, dimension
        self.held, self._met, self._unreached, self.unjudged = (
            self._of_dimension(rows) for rows in (group.held, group.met, group.unreached, group.unjudged)
        )

    def _of_dimension(self, rows: Sequence[AssessedRow]) -> tuple[str, ...]:
        """The series of the rows that belong to the dimension asked for."""
        by_id = self._picture.catalogue.by_id
        return tuple(row.indicator for row in rows if self._dimension in ("", by_id[row.indicator].dimension))

    def item(self) -> TargetsItem:
        """Return the group with all that is said of it."""
        main = [self._picture.catalogue.main_id(code) for code in self.held]
        reached, nowhere, unknown = (
            tuple(map(self._picture.catalogue.main_id, codes)) for codes in (self._met, self._unreached, self.unjudged)
        )
        parts = " ".join(self._sentences())
        return TargetsItem(self._code, self._name(), tuple(main), reached, nowhere, unknown, parts)

    def _name(self) -> str:
        known = {theme.code: theme.name.in_(self._say.language) for theme in read_themes().themes}
        return known.get(self._code) or self._say(f"targets.{'rights' if self._code == RIGHTS else 'others'}")

    def _sentences(self) -> Iterator[str]:
        n = len(self.held)
        if self._code == RIGHTS and n:
            yield from self._rights(n)
        elif n == 1:
            key = "met" if self._met else "unreached" if self._unreached else "missed"
            yield self._say(f"targets.one_{key}", name=self._name(), measure=self._names(self.held))
        elif n:
            yield from self._levels(n)
        if self.unjudged:
            yield self._unjudged(len(self.unjudged))

    def _unjudged(self, n: int) -> str:
        if self.held:
            return self._say.count("targets.unjudged_more", n)
        return self._say.count("targets.unjudged_alone", n, name=self._name())

    def _rights(self, n: int) -> Iterator[str]:
        if len(self._unreached) == n:
            yield self._say.count("targets.rights_nowhere", n)
            return
        yield self._say.count("targets.rights_reached", n, met=len(self._met))
        if self._unreached:
            yield self._say.count("targets.rights_unreached", len(self._unreached))

    def _levels(self, n: int) -> Iterator[str]:
        yield self._say("targets.levels", name=self._name(), met=len(self._met), n=n)
        missed = [code for code in self.held if code not in (*self._met, *self._unreached)]
        if missed:
            yield self._say("targets.levels_missed", names=self._names(missed))
        nowhere = [code for code in self._unreached if code not in self._met]
        if nowhere:
            yield self._say("targets.levels_unreached", names=self._names(nowhere))

    def _names(self, codes: Sequence[str]) -> str:
        """The indicators' short names, each in quotation marks: some hold a colon or a comma of their own."""
        by_id, main_id = self._picture.catalogue.by_id, self._picture.catalogue.main_id
        names = [by_id[main_id(code)].short_name.in_(self._say.language) for code in codes]
        return ", ".join(self._say("targets.quoted", name=name) for name in names)

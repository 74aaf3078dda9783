"""One potential in words: the yardstick by its name and value, how many it would be, and else what is missing."""

import math
from dataclasses import dataclass

from dashboard.i18n import Words
from dashboard.viewmodels.contract import Reach
from dashboard.viewmodels.sentences import Piece, listed
from dashboard.viewmodels.subject import Subject
from indicators import CAVEATS, LACKS, Definition, InPeople, Reached, format_number, in_people

AGE = "age-structure"


@dataclass(frozen=True, slots=True)
class PeopleTold:
    """What a row says in people: each yardstick by itself; `text` is what they rest on, or what is missing."""

    lack: str | None
    text: str
    reached: tuple[Reach, ...]


def people_told(subject: Subject) -> PeopleTold:
    """Return one row's potential in words, beside the regions that resemble it in health care."""
    row = subject.row
    found = in_people(subject.picture, subject.definition.id, row.sex, row.area, as_of=subject.question.as_of)
    if found.lack is not None or found.residents is None:
        return PeopleTold(found.lack, lack_text(found.lack or "unstated", subject.definition, subject.words), ())
    return PeopleTold(None, basis_text(found, subject), tuple(reach_told(item, subject) for item in found.reached))


def reach_told(item: Reached, subject: Subject, peers: str = "health-care") -> Reach:
    """Return one yardstick and what reaching it would mean; `peers` says which regions the best peer is one of."""
    name, value = yardstick_name(item, subject, peers), subject.text(item.yardstick.value)
    said = change_text(item, subject.definition, subject.words)
    found = item.people
    return Reach(
        yardstick=item.yardstick.kind,
        areas=item.yardstick.areas,
        name=name,
        value=item.yardstick.value,
        value_text=value,
        people=None if found is None else found.people,
        lower=None if found is None else found.lower,
        upper=None if found is None else found.upper,
        people_text=said,
        text=subject.words("people.sentence", yardstick=name, value=value, change=said),
    )


def yardstick_name(item: Reached, subject: Subject, peers: str = "health-care") -> str:
    """Return what a yardstick is called, the best peers by name."""
    words, by_code = subject.words, subject.picture.areas.by_code
    if item.yardstick.kind == "best-peer":
        named = [(Piece(by_code[code].short_name), "") for code in item.yardstick.areas]
        return words(f"people.best-peer.{peers}", names="".join(piece.text for piece in listed(named, words)))
    if item.yardstick.kind == "best-three":
        return words("people.best-three", year=subject.international.year)
    return words(f"people.{item.yardstick.kind}")


def change_text(item: Reached, definition: Definition, words: Words) -> str:
    """Return how many fewer or more it would be; that it is as good already, without a number."""
    found = item.people
    if found is None:
        return words("people.small" if item.is_small else "people.reached")
    way = "more" if definition.direction == "higher" else "fewer"
    counts = counted(definition, found.people, words)
    if found.people == 0:
        return words("people.none", counts=counts)
    text = words(
        f"people.least_{way}" if definition.people.is_least else f"people.{way}",
        n=_whole(found.people, words),
        counts=counts,
    )
    if found.lower is None or found.upper is None:
        return text
    limits = {"lower": _whole(found.lower, words), "upper": _whole(found.upper, words)}
    return f"{text} {words('people.limits', **limits)}"


def counted(definition: Definition, n: float, words: Words) -> str:
    """Return what is counted, in the form that stands after a number. Raises ValueError where nobody counts."""
    counts = definition.people.counts
    if counts is None:
        raise ValueError(f"{definition.id}: the definition does not say what is counted")
    return (counts.one if n == 1 else counts.many).in_(words.language)


def basis_text(found: InPeople, subject: Subject) -> str:
    """Return which residents the numbers rest on, and that age is not taken into account where it is not."""
    if found.residents is None:
        return ""
    words, (year, n) = subject.words, found.residents
    age = [CAVEATS[AGE].in_(words.language)] if AGE in subject.definition.caveats else []
    if subject.definition.people.is_least:
        return words("people.basis_least", n=_whole(math.floor(n), words), year=year)
    return " ".join([words("people.basis", n=_whole(n, words), year=year), *age])


def lack_text(lack: str, definition: Definition, words: Words) -> str:
    """Return what is missing, with the definition's own reason where the code's words are its."""
    why = definition.people.why if lack == definition.people.missing else None
    own = [why.in_(words.language)] if why is not None else []
    return " ".join([words("people.unknown"), LACKS[lack].in_(words.language), *own])


def _whole(number: float, words: Words) -> str:
    return format_number(number, 0, words.language)

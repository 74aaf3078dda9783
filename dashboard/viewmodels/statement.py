"""The statement of accessibility, point by point as the law asks for it."""

import datetime as dt
from dataclasses import dataclass

from dashboard.i18n import Words, words
from dashboard.query import Question
from dashboard.viewmodels.sentences import Piece
from indicators import SITUATIONS, Picture, Shortcoming, Statement, read_statement

STATEMENT = "/tillganglighet"


@dataclass(frozen=True, slots=True)
class FaultLine:
    """One known fault: what, why, what to do meanwhile, and which criteria it fails."""

    what: str
    reason: str
    instead: str
    criteria: str


@dataclass(frozen=True, slots=True)
class SituationPart:
    """The faults that somebody in one situation meets."""

    name: str
    faults: tuple[FaultLine, ...]


@dataclass(frozen=True, slots=True)
class PointPart:
    """One point of the statement: its code, heading, paragraphs, and a list under them."""

    code: str
    heading: str
    paragraphs: tuple[tuple[Piece, ...], ...]
    items: tuple[str, ...] = ()
    situations: tuple[SituationPart, ...] = ()

    @property
    def anchor(self) -> str:
        """What the list of contents leads to."""
        return f"statement-{self.code}"


@dataclass(frozen=True, slots=True)
class StatementView:
    """The whole statement; `late` says that a new assessment is due, empty when it is not."""

    lede: str
    late: str
    points: tuple[PointPart, ...]


def statement_view(_: Picture, question: Question, publisher: str, contact: str, today: str) -> StatementView:
    """Return the statement in one language: who answers ("" when nobody is named), where to write, today's date."""
    say, found = words(question.lang), read_statement()
    late = say("statement.late", due=found.due) if found.is_overdue(dt.date.fromisoformat(today)) else ""
    known = (*_who(found, say, publisher), *_how_far(found, say), *_how_known(found, say))
    points = (*known, *_what_to_do(found, say, contact), *_excepted(found, say))
    return StatementView(say("statement.lede", service=_name(found, say)), late, points)


def _point(code: str, say: Words, *texts: str, items: tuple[str, ...] = ()) -> PointPart:
    return PointPart(code, say(f"statement.point.{code}"), tuple((Piece(text),) for text in texts), items)


def _name(found: Statement, say: Words) -> str:
    return found.service.in_(say.language).split(",")[0]


def _who(found: Statement, say: Words, publisher: str) -> tuple[PointPart, ...]:
    named = say("statement.actor", actor=publisher) if publisher else say("statement.no_actor")
    service = (found.service.in_(say.language) + ".", found.covers.in_(say.language))
    return _point("actor", say, named), _point("service", say, *service)


def _how_far(found: Statement, say: Words) -> tuple[PointPart, ...]:
    faults = tuple(part for part in (_situation(name, found, say) for name in SITUATIONS) if part.faults)
    text = say.count("statement.faults", len(found.faults)) if found.faults else say("statement.no_faults")
    point = PointPart("faults", say("statement.point.faults"), ((Piece(text),),), situations=faults)
    return _point("compliance", say, say(f"statement.compliance.{found.compliance}"), say("statement.standard")), point


def _situation(name: str, found: Statement, say: Words) -> SituationPart:
    lines = tuple(_line(fault, say) for fault in found.faults if name in fault.situations)
    return SituationPart(say(f"statement.situation.{name}"), lines)


def _line(fault: Shortcoming, say: Words) -> FaultLine:
    what, reason, instead = (text.in_(say.language) for text in (fault.what, fault.reason, fault.instead))
    return FaultLine(what, reason, instead, say("statement.criteria", criteria=", ".join(fault.criteria)))


def _how_known(found: Statement, say: Words) -> tuple[PointPart, ...]:
    method = tuple(text.in_(say.language) for text in found.method)
    unknown = tuple(text.in_(say.language) for text in found.unknown)
    return (
        _point("assessed", say, say("statement.assessed", day=found.assessed, due=found.due)),
        _point("updated", say, say("statement.updated", day=found.updated)),
        _point("method", say, items=method),
        _point("unknown", say, say("statement.unknown"), items=unknown),
    )


def _what_to_do(found: Statement, say: Words, contact: str) -> tuple[PointPart, ...]:
    letter = (Piece(say("statement.write")), Piece(contact, f"mailto:{contact}"), Piece("."))
    told = letter if contact else (Piece(say("statement.no_contact")),)
    notify = PointPart("notify", say("statement.point.notify"), ((Piece(say("statement.notify")),), told))
    way = (Piece(say("statement.complaint")), Piece(say("statement.complaint_link"), found.complaint), Piece("."))
    return notify, PointPart("complaint", say("statement.point.complaint"), (way,))


def _excepted(found: Statement, say: Words) -> tuple[PointPart, ...]:
    parts = {"burden": found.undue_burden, "scope": found.out_of_scope}
    return tuple(
        _point(code, say, say(f"statement.{code}.{'some' if texts else 'none'}"), items=_all(texts, say))
        for code, texts in parts.items()
    )


def _all(texts: tuple[object, ...], say: Words) -> tuple[str, ...]:
    return tuple(getattr(text, say.language) for text in texts)

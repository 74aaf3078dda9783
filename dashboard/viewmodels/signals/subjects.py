"""A subject to raise as it is shown: its name, two or three measures, why it was chosen, and what to weigh in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.i18n import Words, words
from dashboard.query import Question
from dashboard.viewmodels.sentences import Piece, Sentence
from dashboard.viewmodels.signals.items import item
from dashboard.viewmodels.signals.reservations import weighed
from dashboard.viewmodels.signals.sentences import sentence
from dashboard.viewmodels.signals.theme import ThemeMeasure, theme_measures
from dashboard.viewmodels.signals.told import Told, Voice
from indicators import Picture, Signal, Subject

MOST_TOLD = 3
"""Measures of a subject that stand beside its name; the rest is folded."""
MUNICIPAL = ("hospital-flow", "older")
"""Shared themes that rest on care of the municipalities."""
ONE_ORGANISATION = ("09",)
"""Gotland, where the region and the municipality are one organisation."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure beside a subject's name: value, nation and year; `text` is all of it in a line.

    `year` is the period's own name, `period` how it is read. `newer` tells of a later value that is to be checked,
    where the one before it is judged; empty where there is none.
    """

    indicator: str
    series: str
    year: str
    name: Piece
    value: str
    nation: str
    period: str
    text: str
    newer: str = ""


@dataclass(frozen=True, slots=True)
class SubjectView:
    """A subject. `measures` are its two or three heaviest; `sentences` tell every one of its signals.

    `label` says in few words what brings it forward, `why` in a sentence. `placed` says in how many questions the area
    is in the weakest quarter, and `every` is each measure of the theme, also those that do not deviate: for the page,
    never for a visit. `weighed` is what may explain a part, `weighed_whole` the same of it and of `joined`, the theme
    told with it. `said` is the whole in one sentence, `rest` the same without
    its name.
    """

    theme: str
    name: str
    basis: str
    label: str
    why: str
    placed: str
    measures: tuple[Measure, ...]
    sentences: tuple[Sentence, ...]
    weighed: str
    weighed_whole: str
    said: str
    rest: str
    every: tuple[ThemeMeasure, ...]
    joined: "SubjectView | None" = None

    @property
    def told(self) -> tuple[str, ...]:
        """The indicators that are told beside the name, its own and then those of the theme told with it."""
        return tuple(measure.indicator for measure in (*self.measures, *(self.joined.measures if self.joined else ())))


def theme_name(picture: Picture, theme: str, say: Words) -> str:
    """Return a theme's name. Raises KeyError for one that is not known."""
    return picture.themes.theme(theme).name.in_(say.language)


def subject_view(picture: Picture, question: Question, subject: Subject, voice: Voice = "page") -> SubjectView:
    """Return a subject of one region as it is shown in one voice."""
    say = words(question.lang)
    told = [Told(picture, question, signal, voice, here=voice == "page") for signal in subject.members]
    joined = subject_view(picture, question, subject.joined, voice) if subject.joined else None
    view = SubjectView(
        theme=subject.theme,
        name=theme_name(picture, subject.theme, say),
        basis=subject.basis,
        label=say(f"matters.label_{subject.basis}"),
        why=_why(subject, say),
        placed=_placed(subject, say) if voice == "page" and subject.basis != "joint" else "",
        measures=tuple(map(_measure, told[:MOST_TOLD])),
        sentences=tuple(map(sentence, told)),
        weighed="",
        weighed_whole="",
        said="",
        rest="",
        every=theme_measures(picture, question, subject.theme, area_of(subject.members)) if voice == "page" else (),
        joined=joined,
    )
    rest = _rest(view, subject, told, say)
    # On a page it stands by itself under the measures; on material for a visit it follows what is said.
    known = rest if voice == "visit" else ""
    members = subject.joined.members if subject.joined else ()
    whole = [*told, *(Told(picture, question, signal, voice) for signal in members)]
    return replace(
        view,
        said=f"{view.name}. {rest}",
        rest=rest,
        weighed=weighed(told, known, say),
        weighed_whole=weighed(whole, known, say),
    )


def _measure(told: Told) -> Measure:
    signal = told.signal
    names = (signal.indicator, signal.series, signal.period)
    newer = told.tell("newer", **told.newer) if told.newer else ""
    return Measure(*names, told.piece(), told.value, told.beside(), told.period, item(told), newer)


def _rest(view: SubjectView, subject: Subject, told: Sequence[Told], say: Words) -> str:
    """What is said of a subject after its name; a right and an agreed level keep their own sentence."""
    if subject.basis == "joint" and told:
        said = sentence(replace(told[0], here=False)).text
    else:
        said = f"{'; '.join(measure.text for measure in view.measures)}."
    if view.joined:
        items = "; ".join(measure.text for measure in view.joined.measures)
        said = say("matters.subject_joined", said=said, theme=view.joined.name, items=items)
    is_one = "one-organisation" in subject.objections
    return f"{said} {say('matters.shared_municipal_one')}." if is_one else said


def _why(subject: Subject, say: Words) -> str:
    is_one = subject.basis == "shared" and area_of(subject.members) in ONE_ORGANISATION
    return say("matters.basis_shared_one") if is_one else say(f"matters.basis_{subject.basis}")


def area_of(members: Sequence[Signal]) -> str:
    """Return whose signals these are, empty where there are none."""
    return members[0].area if members else ""


def shared_heading(subject: Subject, say: Words) -> str:
    """Return under which heading a shared subject stands."""
    if subject.theme not in MUNICIPAL:
        return say("matters.shared")
    is_one = area_of(subject.members) in ONE_ORGANISATION
    return say("matters.shared_municipal_one" if is_one else "matters.shared_municipal")


def _placed(subject: Subject, say: Words) -> str:
    """In how many questions the area is in the weakest quarter, and in how many of them beyond chance."""
    if not subject.worst:
        return ""
    only = subject.worst == subject.judged == 1
    text = say("matters.placed_only") if only else say("matters.placed", worst=subject.worst, n=subject.judged)
    return f"{text} {_clear(subject, say)}" if subject.clear else text


def _clear(subject: Subject, say: Words) -> str:
    if subject.worst == subject.clear == 1:
        return say("matters.clear_one")
    if subject.worst > subject.clear:
        return say("matters.clear_some", clear=_number(subject.clear, say))
    every = say("matters.both") if subject.clear == 2 else say("matters.every", n=_number(subject.clear, say))
    return say("matters.clear_all", all=every)


def _number(n: int, say: Words) -> str:
    """A number in words, as in running text; large ones in figures."""
    numbers = say("matters.numbers").split()
    return numbers[n] if n < len(numbers) else str(n)

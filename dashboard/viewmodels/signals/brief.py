"""What matters in one area as every surface shows it: the one list that pages, sheets and decks are made of."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from dashboard.i18n import Words, words
from dashboard.query import Question
from dashboard.viewmodels.signals.gaps import Gap, gap_lines
from dashboard.viewmodels.signals.groups import FindingGroup, finding
from dashboard.viewmodels.signals.inside import inside_group
from dashboard.viewmodels.signals.subjects import SubjectView, shared_heading, subject_view
from dashboard.viewmodels.signals.told import Told, Voice
from dashboard.viewmodels.subject import period_text
from indicators import AreaSignals, Group, Picture, Signal, area_signals

OWN, SINGLE = "own", "single"
DEVIATING: tuple[Group, ...] = ("focus", "shared", "other")


@dataclass(frozen=True, slots=True)
class SubjectGroup:
    """Subjects under their heading.

    `none` is said where the area's own figures bring none forward; what may be raised all the same stands after it.
    """

    heading: str
    subjects: tuple[SubjectView, ...]
    none: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """What matters in a region, told in one voice.

    `scope` says whom and when it concerns, where that is not what the reader chose or not the newest. `preliminary`
    stands wherever weights or an order made of them are shown. `inside` are differences inside the region. `gaps` are
    themes that no recent figures tell of. `uncertainty` is said once, at the foot.
    """

    area: str
    scope: tuple[str, ...]
    preliminary: str
    subjects: SubjectGroup
    shared: tuple[SubjectGroup, ...]
    groups: tuple[FindingGroup, ...]
    inside: FindingGroup | None
    gaps: tuple[Gap, ...]
    uncertainty: str

    @property
    def told(self) -> tuple[str, ...]:
        """Every indicator that is told, in order: of the subjects, what is shared, and each group."""
        of_subjects = [view.told for group in (self.subjects, *self.shared) for view in group.subjects]
        of_groups = [tuple(item.indicator for item in group.findings) for group in self.groups]
        return tuple(indicator for found in (*of_subjects, *of_groups) for indicator in found)

    def group(self, code: str) -> FindingGroup:
        """Return the group of a code. Raises KeyError for one that is not shown."""
        return {group.code: group for group in self.groups}[code]


def brief(picture: Picture, question: Question, area: str, voice: Voice = "page") -> Brief:
    """Return what matters in a region: the newest figures, or those not after the question's year."""
    return brief_of(picture, question, area_signals(picture, area, question.as_of), voice)


def brief_of(picture: Picture, question: Question, found: AreaSignals, voice: Voice = "page") -> Brief:
    """Return what was found in a region as it is shown in one voice."""
    say = words(question.lang)
    deviating = [signal for group in DEVIATING for signal in found.of_group(group)]
    return Brief(
        area=found.area,
        scope=tuple(scope_lines(question, say)),
        preliminary=preliminary(picture, say),
        subjects=_proposed(picture, question, found, voice),
        shared=tuple(_shared(picture, question, found, voice)),
        groups=tuple(_groups(picture, question, found, voice)),
        inside=inside_group(picture, question, found.area),
        gaps=gap_lines(picture, question, found.area, {signal.theme for signal in deviating}),
        uncertainty=say("matters.uncertainty"),
    )


def scope_lines(question: Question, say: Words) -> Iterator[str]:
    """Yield whom and when what matters concerns, where the reader chose a sex or an earlier year."""
    if question.sex != "T":
        yield say("matters.everybody")
    if question.period:
        yield say("matters.as_of", year=question.period)


def preliminary(picture: Picture, say: Words) -> str:
    """Return whose the weights and themes are: preliminary until the parties have adopted them; version and date."""
    themes = picture.themes
    key = "adopted_version" if themes.adopted else "preliminary_version"
    return say(f"matters.{key}", version=themes.version, date=period_text(themes.date, say))


def _proposed(picture: Picture, question: Question, found: AreaSignals, voice: Voice) -> SubjectGroup:
    say = words(question.lang)
    views = tuple(subject_view(picture, question, subject, voice) for subject in found.subjects)
    return SubjectGroup(say("matters.subjects"), views, _without_own({view.basis for view in views}, say))


def _without_own(bases: Set[str], say: Words) -> str:
    """What is said where no subject is the region's own; one heavy measure that deviates is not nothing."""
    if OWN in bases:
        return ""
    if SINGLE in bases:
        return say("matters.subjects_single")
    none = say("matters.subjects_none")
    return f"{none} {say('matters.subjects_still')}" if bases else none


def _shared(picture: Picture, question: Question, found: AreaSignals, voice: Voice) -> Iterator[SubjectGroup]:
    by_heading: dict[str, list[SubjectView]] = {}
    for subject in found.shared:
        heading = shared_heading(subject, words(question.lang))
        by_heading.setdefault(heading, []).append(subject_view(picture, question, subject, voice))
    yield from (SubjectGroup(heading, tuple(views)) for heading, views in by_heading.items())


def _groups(picture: Picture, question: Question, found: AreaSignals, voice: Voice) -> Iterator[FindingGroup]:
    say = words(question.lang)
    lists = (
        ("check", found.of_group("check"), ""),
        ("good", going_well(found), say("matters.group_good_none")),
        ("other", found.of_group("other"), ""),
    )
    for code, signals, none in lists:
        if signals or none:
            told = (Told(picture, question, signal, voice, here=voice == "page") for signal in signals)
            findings = tuple(finding(one) for one in told)
            yield FindingGroup(code, say(f"matters.group_{code}"), findings, none)


def going_well(found: AreaSignals) -> Sequence[Signal]:
    """Return what goes well: improvements, then strengths.

    Where the nation's own development is being checked, an improvement may not stand alone as what goes well.
    """
    improving, strengths = found.of_group("improving"), found.of_group("strengths")
    is_sure = any(signal.change is not None and not signal.change.held_back for signal in improving)
    return (*improving, *strengths) if strengths or is_sure else ()

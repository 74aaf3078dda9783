"""The subjects to raise with one region: at most three, and none where there is none; what is shared beside them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from indicators.signals import rules
from indicators.signals.common import joint_of
from indicators.signals.evidence import Evidence
from indicators.signals.records import Basis, Group, Signal, Subject
from indicators.signals.themes import ThemeFindings


@dataclass(frozen=True)
class Chosen:
    """The subjects of one region and the themes told beside them as shared."""

    subjects: tuple[Subject, ...]
    shared: tuple[Subject, ...]


def choose_subjects(evidence: Evidence, area: str, themes: dict[str, ThemeFindings]) -> Chosen:
    """Return the region's subjects in order: its own, single outcomes or rights, then what all regions share."""
    shared = [theme for theme in themes.values() if _is_shared(theme)]
    own = _paired([theme for theme in themes.values() if theme.is_heavy and theme.is_regions_own])
    told = {theme.theme for pair in own for theme in pair} | {theme.theme for theme in shared}
    rest = [theme for theme in themes.values() if theme.theme not in told]
    singles = [theme for theme in rest if _is_single(theme)]
    joint = [theme for theme in rest if theme not in singles]
    found = [
        *(_subject("own", theme, theme.signals, joined) for theme, *joined in own),
        *(_subject("single", theme, theme.signals) for theme in singles),
        *joint_of(evidence, area, joint),
    ]
    subjects = [_placed(subject, rank, "focus") for rank, subject in enumerate(found[: rules.MOST_SUBJECTS], 1)]
    beside = [_placed(_subject("shared", t, t.signals), rank, "shared") for rank, t in enumerate(shared, 1)]
    return Chosen(tuple(subjects), tuple(beside))


def _is_shared(theme: ThemeFindings) -> bool:
    return bool(theme.signals) and not theme.is_regions_own and (theme.is_heavy or theme.single is not None)


def _is_single(theme: ThemeFindings) -> bool:
    single = theme.single
    is_worse = single is not None and _is_worse(theme, single)
    return is_worse and theme.is_regions_own and not theme.is_among_best


def _is_worse(theme: ThemeFindings, signal: Signal) -> bool:
    sign = theme.evidence.measures[signal.indicator].sign
    return signal.nation is not None and sign * (signal.value - signal.nation) > 0


def _paired(themes: list[ThemeFindings]) -> list[tuple[ThemeFindings, ...]]:
    """The themes in order; one that rests on a survey stands with one that the survey and other figures support."""
    joined: dict[str, ThemeFindings] = {}
    for theme in themes:
        partner = next((other for other in themes if other.supports(theme) and other.theme not in joined), None)
        if partner is not None and theme.theme not in {t.theme for t in joined.values()}:
            joined[partner.theme] = theme
    taken = {theme.theme for theme in joined.values()}
    pairs = [(t, joined[t.theme]) if t.theme in joined else (t,) for t in themes if t.theme not in taken]
    return sorted(pairs, key=lambda pair: -max(theme.points for theme in pair))


def _subject(
    basis: Basis, theme: ThemeFindings, members: tuple[Signal, ...], joined: Iterable[ThemeFindings] = ()
) -> Subject:
    beside = next((_subject(basis, other, other.signals) for other in joined), None)
    return Subject(
        theme=theme.theme,
        rank=0,
        basis=basis,
        points=theme.points,
        worst=theme.worst,
        judged=theme.judged,
        clear=theme.clear,
        members=members,
        objections=tuple(dict.fromkeys(code for signal in members for code in signal.objections)),
        joined=beside,
    )


def _placed(subject: Subject, rank: int, group: Group) -> Subject:
    members = tuple(replace(signal, group=group, focus_rank=rank) for signal in subject.members)
    joined = _placed(subject.joined, rank, group) if subject.joined else None
    if joined is not None:
        joined = replace(joined, members=tuple(replace(signal, is_joined=True) for signal in joined.members))
    return replace(subject, rank=rank, members=members, joined=joined)


def members_of(subjects: Iterable[Subject]) -> Iterator[Signal]:
    """Yield every signal of some subjects, those of what is told with them after their own."""
    for subject in subjects:
        yield from subject.members
        yield from subject.joined.members if subject.joined else ()

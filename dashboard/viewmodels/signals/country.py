"""What matters in the country as every surface shows it: the nation's signals, and the regions' subjects."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dashboard.i18n import Words, words
from dashboard.query import Question, link
from dashboard.viewmodels.contract import Tone
from dashboard.viewmodels.sentences import Piece, Sentence, with_names
from dashboard.viewmodels.signals.brief import preliminary, scope_lines
from dashboard.viewmodels.signals.groups import Finding, FindingGroup, finding
from dashboard.viewmodels.signals.inside import inside_group
from dashboard.viewmodels.signals.subjects import theme_name
from dashboard.viewmodels.signals.told import Told, Voice
from indicators import NATION, AreaSignals, Group, Picture, Signal, Subject, area_signals

GROUPS: tuple[Group, ...] = ("rights", "goals", "worsening", "improving", "check", "spread")
"""The nation's groups in the order they are shown."""
PROPOSED = ("own", "single")
"""Subjects that a region's own figures bring forward; a joint one is the whole country's."""
NEUTRAL: Tone = "neutral"


@dataclass(frozen=True, slots=True)
class CountryBrief:
    """What matters in the country, or in one dimension of it. `regions` tell which regions each theme concerns,
    `inside` of differences that run through the country."""

    scope: tuple[str, ...]
    preliminary: str
    groups: tuple[FindingGroup, ...]
    regions: FindingGroup
    inside: FindingGroup | None
    lede: str
    none: str
    uncertainty: str

    @property
    def told(self) -> tuple[str, ...]:
        """Every indicator that is told of the nation, in order."""
        return tuple(item.indicator for group in self.groups for item in group.findings)


def country_brief(picture: Picture, question: Question, dimension: str = "", voice: Voice = "page") -> CountryBrief:
    """Return what matters in the country; of a dimension only what its own indicators say."""
    say = words(question.lang)
    found = area_signals(picture, NATION, question.as_of)
    groups = tuple(_groups(picture, question, found, dimension, voice))
    return CountryBrief(
        scope=tuple(scope_lines(question, say)),
        preliminary=preliminary(picture, say),
        groups=groups,
        regions=FindingGroup(
            "regions", say("matters.nation_subjects"), tuple(_regions(picture, question, dimension, say))
        ),
        inside=inside_group(picture, question, NATION) if not dimension else None,
        lede=say(f"matters.nation_subjects_lede{'_dimension' if dimension else ''}"),
        none="" if groups else say(f"matters.none_nation{'_dimension' if dimension else ''}"),
        uncertainty=say("matters.uncertainty_nation"),
    )


def _groups(
    picture: Picture, question: Question, found: AreaSignals, dimension: str, voice: Voice
) -> Iterator[FindingGroup]:
    say = words(question.lang)
    for code in GROUPS:
        within = [one for one in _ordered(found, code) if is_within(picture, _about(one), dimension)]
        told = [Told(picture, question, beside_nation(found, one), voice) for one in within]
        if told:
            yield FindingGroup(code, say(f"matters.nation_{code}"), tuple(map(finding, told)))


def _ordered(found: AreaSignals, group: Group) -> Sequence[Signal]:
    """A group's signals in their order; a spread in a measure that is being checked leads no list."""
    return sorted(found.of_group(group), key=lambda one: group == "spread" and one.indicator in held_back(found))


def held_back(found: AreaSignals) -> frozenset[str]:
    """Return the indicators whose change in the nation is not told: several regions' steps in them are suspect."""
    return frozenset(checked.indicator for checked in found.of_group("check"))


def _about(signal: Signal) -> str:
    """The indicator that a signal of the nation is about; the line of the guarantee is about its lowest measure."""
    return signal.indicator or str(signal.facts["low_indicator"])


def beside_nation(found: AreaSignals, signal: Signal) -> Signal:
    """Return a spread with the nation’s value beside it, unless several regions’ steps in the measure are suspect."""
    if signal.kind != "nation-spread" or signal.indicator in held_back(found):
        return signal
    return replace(signal, nation=signal.value)


def is_within(picture: Picture, indicator: str, dimension: str) -> bool:
    """Return whether an indicator is of a dimension; every one is where none is asked for."""
    return dimension in ("", picture.catalogue.by_id[indicator].dimension)


def _regions(picture: Picture, question: Question, dimension: str, say: Words) -> Iterator[Finding]:
    """For each theme, in the list's order, the regions that it is a subject to raise in."""
    by_theme = _by_theme(picture, question, dimension)
    for theme in picture.themes.themes:
        codes = by_theme.get(theme.code, [])
        if codes:
            names = [
                (Piece(picture.areas.by_code[code].short_name, link(f"/region/{code}", question)), "") for code in codes
            ]
            told = with_names(say, "matters.in_regions", names, theme=theme_name(picture, theme.code, say))
            yield Finding("subject", theme.code, Sentence("•", NEUTRAL, told))


def _by_theme(picture: Picture, question: Question, dimension: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for code in picture.areas.region_codes:
        for subject in _subjects(area_signals(picture, code, question.as_of)):
            if any(is_within(picture, signal.indicator, dimension) for signal in subject.members):
                found.setdefault(subject.theme, []).append(code)
    return found


def _subjects(found: AreaSignals) -> Sequence[Subject]:
    own = [subject for subject in found.subjects if subject.basis in PROPOSED]
    return [part for subject in own for part in (subject, subject.joined) if part is not None]

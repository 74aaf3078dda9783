"""The signals of one region gathered by theme: how many questions are worse, how heavy it is, and what it rests on."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from indicators.signals import rules
from indicators.signals.evidence import Evidence, Standing
from indicators.signals.findings import Findings
from indicators.signals.records import Signal


@dataclass(frozen=True)
class ThemeFindings:
    """What one region's figures say of one theme. `signals` are its deviations, heaviest first."""

    evidence: Evidence
    theme: str
    signals: tuple[Signal, ...]
    standings: tuple[Standing, ...]

    @cached_property
    def _questions(self) -> dict[str, list[Standing]]:
        found: dict[str, list[Standing]] = defaultdict(list)
        for standing in self.standings:
            found[standing.measure.question].append(standing)
        return found

    @property
    def judged(self) -> int:
        """How many questions have a figure that can be judged."""
        return len(self._questions)

    @property
    def worst(self) -> int:
        """In how many questions the region is in the worst quarter, or deviates in another measure's way."""
        return sum(any(standing.in_worst for standing in group) for group in self._questions.values())

    @property
    def clear(self) -> int:
        """In how many of them the distance is larger than chance and rounding explain."""
        return sum(signal.kind == "gap" for signal in self.signals)

    @property
    def points(self) -> float:
        """The points of the strongest signals."""
        return total(self.signals[: rules.STRONGEST])

    @property
    def is_among_best(self) -> bool:
        """Whether the region is in the best quarter in half of the questions, and in the worst in none."""
        best = sum(any(standing.in_best for standing in group) for group in self._questions.values())
        return self.judged > 0 and self.worst == 0 and best * 2 >= self.judged

    @property
    def is_regions_own(self) -> bool:
        """Whether any signal is within what the region decides."""
        return any(self.evidence.measures[s.indicator].fields.influence == "region" for s in self.signals)

    @property
    def is_heavy(self) -> bool:
        """Whether it is heavy enough for a subject: by points, and by two questions or one outcome or right."""
        alone = any(self._is_heaviest(s) and (s.points or 0) >= rules.ALONE for s in self.signals)
        return self.points >= rules.LEAST and (len(self.signals) > 1 or alone)

    @property
    def single(self) -> Signal | None:
        """The strongest outcome or right that may carry a subject though the theme is light; None without one."""
        found = (s for s in self.signals if self._is_heaviest(s) and (s.points or 0) >= rules.SINGLE)
        return next(found, None)

    def _is_heaviest(self, signal: Signal) -> bool:
        return self.evidence.measures[signal.indicator].fields.weight == rules.HEAVIEST

    def share_of(self, source: str) -> float:
        """Return the share of all points that one source's signals have."""
        own = [s for s in self.signals if self.evidence.measures[s.indicator].fields.source == source]
        return total(own) / total(self.signals) if self.signals else 0.0

    @property
    def survey(self) -> str | None:
        """The one survey that most of the theme rests on; None without one."""
        measures = self.evidence.measures
        surveys = {m.fields.source for s in self.signals if (m := measures[s.indicator]).source_kind == "survey"}
        return next((source for source in sorted(surveys) if self.share_of(source) >= rules.ON_ONE_SURVEY), None)

    def supports(self, other: "ThemeFindings") -> bool:
        """Return whether another theme's survey and other figures alike stand behind this one."""
        if other.survey is None or other.theme == self.theme:
            return False
        return rules.SUPPORTED <= self.share_of(other.survey) <= 1 - rules.SUPPORTED


def total(signals: Iterable[Signal]) -> float:
    """Return the points of some signals together."""
    return sum(signal.points or 0.0 for signal in signals)


def by_theme(evidence: Evidence, findings: Findings) -> dict[str, ThemeFindings]:
    """Return what a region's figures say by theme, heaviest first; themes without any judged figure are left out."""
    signals: dict[str, list[Signal]] = defaultdict(list)
    standings: dict[str, list[Standing]] = defaultdict(list)
    for standing in findings.standings.values():
        standings[standing.measure.fields.theme].append(standing)
    for signal in findings.deviating:
        signals[signal.theme].append(signal)
    themes = [ThemeFindings(evidence, theme, tuple(signals[theme]), tuple(own)) for theme, own in standings.items()]
    return {found.theme: found for found in sorted(themes, key=lambda found: -found.points)}

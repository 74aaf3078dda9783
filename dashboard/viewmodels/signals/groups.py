"""Findings under their headings, as every surface is given them."""

from dataclasses import dataclass, replace

from dashboard.viewmodels.sentences import Sentence
from dashboard.viewmodels.signals.items import item
from dashboard.viewmodels.signals.reservations import weighed
from dashboard.viewmodels.signals.sentences import sentence
from dashboard.viewmodels.signals.told import Told

LISTED = ("gap", "worsening", "fell", "target", "check", "nation-check")
"""Kinds that a list of measures holds; what goes well keeps its sentence, for its clauses are what is said."""

DEVIATING = "other"
"""The group whose findings say what is worth weighing in, as a subject does for its own."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding as it is shown, and what it is about; `short` is the same in a list of measures, without a mark."""

    kind: str
    indicator: str
    sentence: Sentence
    short: str = ""


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """Findings of one sort under their heading. `none` is said where there are none."""

    code: str
    heading: str
    findings: tuple[Finding, ...]
    none: str = ""

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The findings as sentences."""
        return tuple(finding.sentence for finding in self.findings)


def finding(told: Told) -> Finding:
    """Return a signal as a finding, with what is said of it on a slide."""
    visit = sentence(replace(told, voice="visit", here=False)).text
    shown = replace(sentence(told), visit=visit)
    if told.signal.group == DEVIATING:
        shown = replace(shown, note=weighed([told], shown.text, told.words))
    short = item(told) if told.signal.kind in LISTED else ""
    return Finding(told.signal.kind, told.signal.indicator, shown, short)

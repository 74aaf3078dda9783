"""The signals of every area: what each region's figures hold, given its places and put in order."""

from collections.abc import Iterator
from dataclasses import replace

from indicators.areas import AREAS, NATION
from indicators.signals import rules
from indicators.signals.checked import suspected_in
from indicators.signals.common import ahead_of
from indicators.signals.evidence import Evidence
from indicators.signals.findings import Findings, findings_of, plain_signal
from indicators.signals.nation import nation_signals
from indicators.signals.records import AreaSignals, Signal
from indicators.signals.subjects import choose_subjects, members_of
from indicators.signals.themes import ThemeFindings, by_theme


def choose(evidence: Evidence) -> dict[str, AreaSignals]:
    """Return what is chosen for the nation and for every region."""
    return {NATION: nation_signals(evidence), **{code: area_choice(evidence, code) for code in AREAS.region_codes}}


def area_choice(evidence: Evidence, area: str) -> AreaSignals:
    """Return what is chosen for one region."""
    findings = findings_of(evidence, area)
    themes = by_theme(evidence, findings)
    chosen = choose_subjects(evidence, area, themes)
    members = tuple(members_of((*chosen.subjects, *chosen.shared)))
    # By the measure: a subject shared by all tells one measure, and hides no own deviation in its theme.
    told = {signal.indicator for signal in members}
    other = [s for s in findings.deviating if s.indicator not in told and (s.points or 0.0) >= rules.LEAST_TOLD]
    signals = (
        *members,
        *findings.checks[: rules.MOST_TOLD["check"]],
        *_improving(findings),
        *_strengths(evidence, findings, themes),
        *other[: rules.MOST_TOLD["other"]],
    )
    suspected = suspected_in(evidence, area)
    return AreaSignals(area, evidence.figures.as_of, chosen.subjects, chosen.shared, signals, suspected)


def _improving(findings: Findings) -> tuple[Signal, ...]:
    told = [signal for signal in findings.improving if (signal.points or 0.0) >= rules.LEAST_TOLD]
    return tuple(told[: rules.MOST_TOLD["improving"]])


def _strengths(evidence: Evidence, findings: Findings, themes: dict[str, ThemeFindings]) -> Iterator[Signal]:
    """The strongest of each theme; a short wait is told by its strength, or by itself beside the three."""
    ahead = {standing.measure.indicator: standing for standing in ahead_of(evidence, findings, themes)}
    first: dict[str, Signal] = {}
    for signal in findings.strengths:
        if (signal.points or 0.0) >= rules.LEAST_TOLD:
            first.setdefault(signal.theme, signal)
    strongest = list(first.values())[: rules.MOST_TOLD["strengths"]]
    told = {signal.theme for signal in strongest}
    for signal in strongest:
        standing = ahead.pop(signal.indicator, None)
        yield signal if standing is None else replace(signal, facts={**signal.facts, "ahead": 1})
    for standing in ahead.values():
        if standing.measure.fields.theme not in told:
            told.add(standing.measure.fields.theme)
            yield plain_signal(evidence, standing, "strengths", "ahead")

"""Every signal of six areas in the figures of 2026-11, against a second implementation of the same rules.

The oracle is tests/oracles/signals_expected.csv: made from the method's text alone, in pandas, and kept apart from this
program. Its sentences belong to the pages; here its numbers are met, and nothing it does not tell is told.
"""

import csv
from pathlib import Path

import pytest

from indicators.areas import AREAS
from indicators.catalogue import read_catalogue
from indicators.digest import assessment_digest
from indicators.editions.edition import EMBEDDED, open_edition
from indicators.editions.open_edition import Picture
from indicators.editions.signals import area_signals
from indicators.reference import read_reference

ORACLE = Path(__file__).parents[2] / "oracles" / "signals_expected.csv"
EXPECTED = list(csv.DictReader(ORACLE.read_text(encoding="utf-8").splitlines()))
ASKED = ("00", "01", "08", "09", "22", "25")
NUMBERS = {"value": 4, "nation": 4, "best_quarter": 4, "before": 2, "points": 3, "z": 2, "size": 3}
"""The decimals that the oracle prints at most."""

ADDED = {
    "00": {("goals", "heart-stroke", "stroke-direct-unit-or-icu", "goal")},
    "25": {("check", "diabetes", "diabetes-blood-pressure", "check")},
}
"""Lines that a rule newer than the oracle adds.

00: the levels of Riksstroke are those set again for 2019, and in force. 25: a doubtful value whose step would have been
told is told as to be checked, as a large fall that nobody hears of is worse than one that is marked.
"""
MOVED = {"00": {("goals", "cancer", "cancer-pathway-lead-time", "goal"): {"rank": ("1", 2)}}}
"""Lines that such an added one pushes down."""


@pytest.fixture(scope="module")
def chosen():
    """What the program of now chooses of the observations of 2026-11, whichever edition is the current one."""
    catalogue, reference = read_catalogue(), read_reference()
    digest = assessment_digest(catalogue, reference)
    picture = Picture(catalogue, reference, open_edition(EMBEDDED / "2026-11"), AREAS, digest)
    return {area: area_signals(picture, area) for area in ASKED}


def told(found):
    """One area's subjects and signals as the oracle's lines, by group, theme, indicator and kind."""
    rows = {}
    for group, subjects in (("focus", found.subjects), ("shared", found.shared)):
        for subject in subjects:
            row = _subject_row(subject)
            rows[group, subject.theme, "", "theme" if subject.basis != "joint" else "joint"] = row
    ranks = {}
    for signal in found.signals:
        group = _group(signal)
        ranks[group] = ranks.get(group, 0) + 1
        rows[group, signal.theme, signal.indicator, signal.kind] = {"rank": ranks[group], **_signal_row(signal)}
    return rows


def _group(signal):
    if signal.focus_rank is None:
        return signal.group
    return f"{signal.group} {signal.focus_rank}{' with' if signal.is_joined else ''}"


def _subject_row(subject):
    return {
        "rank": subject.rank,
        "points": subject.points,
        "size": f"{subject.worst}/{subject.judged}",
        "basis": subject.basis,
        "objections": " ".join(subject.objections),
    }


def _signal_row(signal):
    facts = signal.facts
    common = {
        "series": signal.series,
        "period": signal.period[:4],
        "value": signal.value,
        "before": signal.change.before.value if signal.change else signal.previous[1] if signal.previous else None,
        "points": signal.points,
        "objections": " ".join(signal.objections),
    }
    if signal.area != "00":
        z = signal.factors.z if signal.factors else None
        size = facts.get("size") if signal.kind != "check" else None
        return {**common, "nation": signal.nation, "best_quarter": signal.best_quarter, "z": z, "size": size}
    if signal.kind == "rights":
        return {**common, "best_quarter": facts["high_value"], "size": facts["of"]}
    if signal.kind == "nation-spread":
        return {**common, "value": signal.nation, "size": facts["ratio"]}
    if signal.kind == "nation-check":
        return {**common, "size": facts["regions"]}
    return {**common, "size": f"{facts['regions']}/{facts['of']}" if "of" in facts else None}


def _differing(expected, row):
    """The columns in which a line differs from the oracle's."""
    found = {"rank": "", "series": "", "period": "", "basis": "", "objections": "", **row}
    differing = {}
    for column in ("rank", "series", "period", "basis", "objections", *NUMBERS):
        wanted, own = expected[column], found.get(column)
        if not _agrees(column, wanted, own):
            differing[column] = (wanted, own)
    return differing


def _agrees(column, wanted, own):
    if isinstance(own, str) or own is None:
        return wanted == (own or "")
    decimals = min(len(wanted.partition(".")[2]), NUMBERS.get(column, 0))
    return bool(wanted) and abs(float(wanted) - own) <= 0.5 * 10**-decimals + 1e-6


@pytest.mark.parametrize("area", ASKED)
def test_every_line_of_the_oracle_is_met_and_none_is_added(chosen, area):
    expected = {(r["group"], r["theme"], r["indicator"], r["kind"]): r for r in EXPECTED if r["area"] == area}
    expected = {("rights", "", "", "rights") if key[0] == "rights" else key: row for key, row in expected.items()}
    found = told(chosen[area])
    assert set(found) - set(expected) == ADDED.get(area, set()), "told, and not in the oracle"
    assert set(expected) - set(found) == set(), "in the oracle, and not told"
    differing = {key: different for key in expected if (different := _differing(expected[key], found[key]))}
    assert differing == MOVED.get(area, {})


def test_the_oracle_has_something_to_say():
    assert len(EXPECTED) == 100
    assert {row["area"] for row in EXPECTED} == set(ASKED)

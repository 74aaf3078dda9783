"""`python -m tests.bench.signals [--short]`: what signals are worth, against the earlier method on the same figures.

Does a deviation stand a year later; what is told where nothing is to tell; does the choice stand when a year is taken
away. Every made world is seeded, so that the same figures give the same table. Ends with 1 when a promise is broken.
"""

import argparse
import sys
from dataclasses import dataclass

from indicators import open_picture
from indicators.areas import AREAS
from indicators.signals import rules
from tests.bench.signal_methods import chosen, chosen_earlier
from tests.bench.signal_standing import stand
from tests.bench.signal_worlds import one_in_the_middle, only_noise, picture_of, real_points, without_year

CUTS = ("2021", "2022", "2023", "2024")
WORLDS, PEER_WORLDS, MIDDLES = 10, 2, 21
SHORT = 1
OTHER_RULES = {
    "2.5 and 1.5 standard errors": {"K_GAP": 2.5, "K_HELD": 1.5},
    "3.5 and 2.5 standard errors": {"K_GAP": 3.5, "K_HELD": 2.5},
    "3 standard errors always": {"K_HELD": 3.0},
    "at most two spreads": {"CAP": 2.0},
    "at most four spreads": {"CAP": 4.0},
    "peers count nothing": {"PEER_SAME": 1.0},
    "regions alike at one standard error": {"NOISY_SPREAD": 1.0},
    "two signals make a theme's points": {"STRONGEST": 2},
    "four signals make a theme's points": {"STRONGEST": 4},
    "four points make a subject": {"LEAST": 4.0},
}
REGIONS = len(AREAS.region_codes)


@dataclass(frozen=True)
class Line:
    """One figure of both methods. `unit` is %, or none of counts; the promise is of ours."""

    name: str
    ours: float | None
    earlier: float | None
    unit: str = "%"
    least: float | None = None
    most: float | None = None

    @property
    def is_kept(self):
        return (self.least is None or self.ours >= self.least) and (self.most is None or self.ours <= self.most)

    def __str__(self):
        promise = f"≥ {self.least:g}" if self.least is not None else f"≤ {self.most:g}" if self.most is not None else ""
        verdict = ("kept" if self.is_kept else "MISSED") if promise else ""
        cells = (self.name, self._said(self.ours), self._said(self.earlier), promise, verdict)
        return "| " + " | ".join(cells) + " |"

    def _said(self, value):
        return "–" if value is None else f"{value:.0f} %" if self.unit else f"{value:.2f}"


def percent(part, whole):
    """Return a share in per cent; None of nothing."""
    return 100 * part / whole if whole else None


def standing_lines(picture, cuts):
    """What holds at the next value, of all cuts together."""
    ours = [(chosen(picture, cut), cut) for cut in cuts]
    earlier = [(chosen_earlier(picture, cut), cut) for cut in cuts]
    evidence = picture.evidence()
    kinds = {
        "deviations that stand at the next value": ("worse", "holds", 88),
        "deviations still in the worst quarter": ("worse", "worst", 75),
        "the three foremost of each region that stand": ("foremost", "holds", 88),
        "improvements that are kept": ("better", "holds", 80),
        "strengths that stand": ("strengths", "holds", 90),
        "members of own subjects that stand": ("in_subjects", "holds", 88),
    }
    lines = [_told_line("deviations a region", ours, earlier, "worse")]
    for name, (group, question, least) in kinds.items():
        shares = [_share(evidence, method, group, question) for method in (ours, earlier)]
        lines.append(Line(name, *shares, least=least))
    return lines


def _told_line(name, ours, earlier, group):
    counts = [sum(len(getattr(c, group)) for c, _ in method) / REGIONS / len(method) for method in (ours, earlier)]
    return Line(name, *counts, unit="")


def _share(evidence, choices, group, question):
    outcomes = [stand(evidence, told) for choice, _ in choices for told in getattr(choice, group)]
    known = [getattr(outcome, question) for outcome in outcomes if outcome is not None]
    return percent(sum(known), len(known))


def alarm_lines(picture, worlds, peer_worlds, middles):
    """What is told where nothing is to tell, per region."""
    evidence, points = picture.evidence(), real_points(picture)
    made = [chosen(picture_of(picture, only_noise(evidence, points, n), judged=False)) for n in range(worlds)]
    peer = [chosen_earlier(picture_of(picture, only_noise(evidence, points, n))) for n in range(peer_worlds)]
    areas = AREAS.region_codes[:middles]
    middle = [_own(chosen(_middle(picture, evidence, points, area)), area) for area in areas]
    subjects = sum(len({area for area, _ in choice.subjects}) for choice in made)
    told, raised = (sum(each) / len(middle) for each in zip(*middle, strict=True))
    return [
        Line("noise alone: deviations a region", _mean(made, "worse"), _mean(peer, "worse"), "", most=1.0),
        Line("noise alone: improvements a region", _mean(made, "better"), _mean(peer, "better"), "", most=0.5),
        Line("noise alone: strengths a region", _mean(made, "strengths"), _mean(peer, "strengths"), "", most=0.2),
        Line("noise alone: regions with an own subject", percent(subjects, REGIONS * len(made)), None, most=15),
        Line("one region in the middle: its deviations", told, None, "", most=2.5),
        Line("one region in the middle: has an own subject", 100 * raised, None, most=15),
    ]


def _middle(picture, evidence, points, area):
    return picture_of(picture, one_in_the_middle(evidence, points, area, 0), judged=False)


def _own(choice, area):
    return sum(told.area == area for told in choice.worse), any(code == area for code, _ in choice.subjects)


def _mean(choices, group):
    return sum(len(getattr(choice, group)) for choice in choices) / REGIONS / len(choices)


def stability_lines(picture, years):
    """What stays when one year is taken out of every series."""
    points = real_points(picture)
    ours, earlier = chosen(picture), chosen_earlier(picture)
    lines = []
    for year in years:
        less = picture_of(picture, without_year(points, int(year)))
        now, then = chosen(less), chosen_earlier(less)
        lines.append(Line(f"without {year}: own subjects that stay", _same_subjects(ours, now), None))
        for name, group in (("deviations", "worse"), ("the three foremost", "foremost")):
            own = _stays(getattr(ours, group), getattr(now, group))
            peers = _stays(getattr(earlier, group), getattr(then, group))
            lines.append(Line(f"without {year}: {name} that stay", own, peers))
    return lines


def _same_subjects(before, after):
    return percent(len(before.subjects & after.subjects), len(before.subjects))


def sensitivity_lines(picture):
    """How many own subjects stay when a constant is another."""
    usual, lines = chosen(picture), []
    for name, changes in OTHER_RULES.items():
        kept = {key: getattr(rules, key) for key in changes}
        for key, value in changes.items():
            setattr(rules, key, value)
        try:
            lines.append(Line(f"{name}: own subjects that stay", _same_subjects(usual, chosen(picture)), None))
        finally:
            for key, value in kept.items():
                setattr(rules, key, value)
    return lines


def _stays(before, after):
    named = {(told.area, told.indicator) for told in after}
    return percent(sum((told.area, told.indicator) in named for told in before), len(before))


def lines_of(picture, *, short=False):
    """Return every line of the table; `short` asks the last cut alone."""
    if short:
        return standing_lines(picture, CUTS[-SHORT:])
    return [
        *standing_lines(picture, CUTS),
        *alarm_lines(picture, WORLDS, PEER_WORLDS, MIDDLES),
        *stability_lines(picture, CUTS),
        *sensitivity_lines(picture),
    ]


def main(arguments):
    """Measure, print the table, and return the code to end with."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.signals")
    parser.add_argument("--short", action="store_true", help="one cut alone")
    lines = lines_of(open_picture(), short=parser.parse_args(arguments).short)
    print("| figure | this method | earlier method | promised | |\n| --- | --- | --- | --- | --- |")
    print("\n".join(map(str, lines)))
    return int(not all(line.is_kept for line in lines))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

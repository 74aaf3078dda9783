"""What differs inside an area: its municipalities, women and men, and municipalities by economic standard."""

from collections.abc import Iterator
from statistics import median

from indicators.analysis.records import Fifths
from indicators.areas import NATION
from indicators.assessment.judgement import Param
from indicators.assessment.rules import ENOUGH_UNITS
from indicators.earlier_choice.subject import Subject
from indicators.earlier_signals.records import EarlierSignal
from indicators.scorecard import AssessedRow
from indicators.statistics.spread import quantile

WORSE = {"women-better": "men", "men-better": "women"}


def differences(subject: Subject) -> Iterator[EarlierSignal]:
    """Yield an indicator's differences inside its area. Without a direction nobody is worse off, and there are none.

    What the analysis of an edition says is said of the newest figures only.
    """
    if subject.definition.direction == "none":
        return
    newest = subject.picture.assessed() is subject.scorecard
    found = [_sexes(subject), _inside(subject)]
    if newest:
        found += [_inside_nation(subject), fifths(subject)]
    yield from (signal for signal in found if signal is not None)


def _inside(subject: Subject) -> EarlierSignal | None:
    """Municipalities whose middle half spans more than that of the regions."""
    inside = subject.row.inside
    if inside.spread is None or inside.spread.n < ENOUGH_UNITS or inside.period is None:
        return None
    points, is_sound = subject.comparison.points, subject.definition.is_sound
    at = {code: dict(points[code]).get(inside.period) for code in subject.picture.areas.region_codes}
    regions = sorted(v for code, v in at.items() if v is not None and is_sound(code, inside.period, v))
    if not regions:
        return None
    between = quantile(regions, 0.75) - quantile(regions, 0.25)
    width = inside.spread.q3 - inside.spread.q1
    if width <= between:
        return None
    facts: dict[str, Param] = {"q1": inside.spread.q1, "q3": inside.spread.q3, "width": width, "between": between}
    return subject.signal("inside", width - between, "neutral", {**facts, "period": inside.period})


def _inside_nation(subject: Subject) -> EarlierSignal | None:
    """In the nation: municipalities that differ more inside the regions than the regions differ from each other."""
    found = subject.picture.analysis.inside.get((subject.definition.id, subject.row.sex))
    if subject.row.area != NATION or found is None or found.latest.share.basis != "inside":
        return None
    share = found.latest.share
    facts: dict[str, Param] = {
        "share": share.share,
        "units": share.units,
        "regions": share.regions,
        "period": share.period,
    }
    return subject.signal("inside-nation", (share.within or 0.0) ** 0.5, "neutral", facts)


def _sexes(subject: Subject) -> EarlierSignal | None:
    """Women and men further apart than in the nation; in the nation itself, however far apart."""
    worse, both = WORSE.get(subject.row.sexes.verdict), _women_and_men(subject.row)
    if subject.row.sex != "T" or worse is None or both is None:
        return None
    women, men = both
    facts: dict[str, Param] = {"women": women, "men": men, "worse": worse, "nation": None, "beside": "alone"}
    if subject.row.area == NATION:
        return subject.signal("sexes", abs(women - men), "neutral", facts)
    usual, of_nation = _usual(subject)
    # What is the same everywhere is the nation's signal. Seen from the region's own side: beyond it, or the other way.
    beyond = (women - men - usual) * (1 if women > men else -1)
    if not subject.matters(beyond):
        return None
    if of_nation:
        same = (usual > 0) == (women > men)
        beside = "little" if not subject.matters(abs(usual)) else "same" if same else "reverse"
        facts = {**facts, "nation": usual, "beside": beside}
    return subject.signal("sexes", beyond, "neutral", facts)


def _usual(subject: Subject) -> tuple[float, bool]:
    """Women less men in the nation, and that it is the nation's; where it is not published, the middle region's."""
    rows = subject.scorecard, subject.definition.id
    nation = _women_and_men(rows[0].row(rows[1], "T", NATION))
    if nation is not None:
        return nation[0] - nation[1], True
    found = [_women_and_men(rows[0].row(rows[1], "T", code)) for code in subject.picture.areas.region_codes]
    return median(women - men for women, men in filter(None, found)), False


def _women_and_men(row: AssessedRow | None) -> tuple[float, float] | None:
    """Both values, where they have been compared."""
    params = row.sexes.reason.params if row else {}
    women, men = params.get("women"), params.get("men")
    return None if women is None or men is None else (float(women), float(men))


def fifths(subject: Subject) -> EarlierSignal | None:
    """Return the difference between the ends of an area's own five groups by economic standard, if it has them."""
    found = subject.picture.analysis.fifths.get((subject.definition.id, subject.row.sex, subject.row.area))
    ends = _ends(found) if found else None
    if found is None or ends is None:
        return None
    first, last = ends
    gap = last - first
    if not subject.matters(abs(gap)):
        return None
    worse = "last" if (gap < 0) == (subject.definition.direction == "higher") else "first"
    facts: dict[str, Param] = {"first": first, "last": last, "worse": worse, "period": found.period}
    return subject.signal("fifths", abs(gap), "neutral", facts)


def _ends(found: Fifths) -> tuple[float, float] | None:
    first, last = found.values[0], found.values[-1]
    return None if first is None or last is None else (first, last)

"""What an opened row tells: what the indicator is, who reports it, and women and men."""

from dashboard.viewmodels.contract import Fact, SexValue
from dashboard.viewmodels.subject import Subject
from indicators import CAVEATS, ENOUGH_REGIONS, NOISY, Cut, Doubt, drawn_cuts


def facts(subject: Subject) -> tuple[Fact, ...]:
    """Return the labelled facts of an opened row."""
    definition, words = subject.definition, subject.words
    language = words.language
    items = [
        ("measures", definition.measures.in_(language)),
        ("matters", definition.matters.in_(language)),
        ("direction", definition.direction_reason.in_(language)),
        ("period", definition.period.note.in_(language)),
        ("reporting", reporting(subject)),
        ("caveats", " ".join(CAVEATS[code].in_(language) for code in definition.caveats)),
        ("cuts", " ".join(cut.reason.in_(language) for cut in _cuts(subject))),
        ("doubts", " ".join(doubt.reason.in_(language) for doubt in definition.doubts if _concerns(doubt, subject))),
    ]
    return tuple(Fact(words(f"fact.{key}"), text) for key, text in items if text)


def _cuts(subject: Subject) -> list[Cut]:
    """The cuts in the area's own series, and a change of keeper even where the headline is from before it."""
    points = subject.comparison.points.get(subject.row.area, ())
    return [
        cut
        for cut in drawn_cuts(subject.definition, subject.row.area)
        if cut.kind == "keeper" or (points and points[0][0] < cut.period)
    ]


def _concerns(doubt: Doubt, subject: Subject) -> bool:
    return not doubt.areas or subject.row.area in doubt.areas


def caution(subject: Subject) -> str:
    """Return in a few words why a verdict should be read with care: samples, few cases, records reviewed."""
    found = [code for code in subject.definition.caveats if code in NOISY]
    return "; ".join(subject.words(f"caution.{code}") for code in found)


def reporting(subject: Subject) -> str:
    """Return how many regions report the headline period, and any newer period with fewer."""
    comparison, words = subject.comparison, subject.words
    if comparison.headline is None:
        return words("row.never")
    count = len(comparison.values)
    text = words("reporting.headline", n=count, period=subject.period(comparison.headline))
    if count < ENOUGH_REGIONS:
        text += " " + words("reporting.few")
    if comparison.newer:
        period, n = comparison.newer
        text += " " + words("reporting.newer", n=n, period=subject.period(period))
        own = dict(comparison.points.get(subject.row.area, ())).get(period)
        if own is not None:
            text += " " + words("reporting.own", value=subject.text(own))
    return text


def sex_values(subject: Subject) -> tuple[SexValue, ...]:
    """Return the values of women and men at the headline period; empty when the series has neither."""
    row, scorecard = subject.row, subject.picture.scorecard(subject.question.as_of)
    found = []
    for sex in ("F", "M"):
        comparison = scorecard.comparisons.get((subject.definition.id, sex))
        if comparison is None:
            continue
        value = dict(comparison.points.get(row.area, ())).get(row.period or "")
        text = subject.words("row.unreported") if value is None else subject.text(value)
        found.append(SexValue(sex, subject.words(f"sex.{sex}"), value, text))
    return tuple(found)

"""One indicator for one area as a Row: the value, every verdict, and the places of the two small pictures."""

from typing import Any

from dashboard.i18n import Words
from dashboard.viewmodels.abroad.names import average_name
from dashboard.viewmodels.change import told_change
from dashboard.viewmodels.contract import (
    Axis,
    Inside,
    International,
    Point,
    RegionMark,
    Row,
    Target,
    Trend,
    Verdict,
)
from dashboard.viewmodels.editions.corrected import base_note, corrected_text
from dashboard.viewmodels.editions.revised import revised_note, revised_text
from dashboard.viewmodels.geometry import Scale, scale, trend_frame, trend_points
from dashboard.viewmodels.identity import identity
from dashboard.viewmodels.people.told import people_told
from dashboard.viewmodels.subject import Subject, period_text
from dashboard.viewmodels.target_row import row_target
from dashboard.viewmodels.twins import inside_elsewhere, sexes_elsewhere
from dashboard.viewmodels.verdicts import verdict
from indicators import NATION, LastingSpread, Points, difference_text, drawn_cuts, format_number, say


def make_row(subject: Subject) -> Row:
    """Return the row of one subject."""
    definition, row, words = subject.definition, subject.row, subject.words
    axis = _scale(subject)
    position = verdict("position", row.position, definition, words)
    target = row_target(subject, lambda level: _place(axis, level))
    trend = _trend(subject)
    nation = subject.comparison.nation
    people = people_told(subject)
    return Row(
        **identity(subject),
        period=row.period or "",
        period_text=subject.period(row.period or ""),
        value=row.value,
        value_text="" if row.value is None else subject.number(row.value),
        missing=_missing(subject),
        doubtful=_doubtful(subject),
        doubtful_word="" if row.value is None else subject.unsound_word(row.area, row.period or "", row.value),
        corrected=corrected_text(subject),
        revised=revised_text(subject, subject.row.area, subject.row.period or ""),
        revised_note=", ".join(filter(None, (revised_note(subject, row.area, row.period or ""), base_note(subject)))),
        **told_change(subject),
        target=target,
        **_position(position),
        trend=trend,
        nation=nation,
        nation_text="" if nation is None else words("row.nation", value=subject.number(nation)),
        nation_x=_place(axis, nation),
        x=_place(axis, row.value),
        regions=_regions(subject, axis),
        middle_half=subject.comparison.middle_half,
        inside=_inside(subject, axis),
        international=_international(subject, axis),
        axis=_axis(subject, axis),
        sex_gap=_sexes(subject),
        people=people.reached,
        people_text=people.text,
        people_lack=people.lack,
        summary=_summary(subject, position.text, target),
    )


def _position(position: Verdict) -> dict[str, Any]:
    return {
        "position": position.verdict,
        "position_text": position.text,
        "position_symbol": position.symbol,
        "position_tone": position.tone,
        "position_reason": position.reason,
    }


def _scale(subject: Subject) -> Scale | None:
    """The axis holds every mark that is drawn on it; a doubtful value may stretch it only where all are doubtful."""
    target = subject.picture.reference.target(subject.definition.id)
    gap, sound = subject.international, subject.comparison.yardsticks
    marks = [
        *(sound or subject.comparison.values).values(),
        subject.comparison.nation,
        subject.row.value if subject.is_sound else None,
        target.value if target else None,
        gap.average if gap.on_axis and subject.row.sex == "T" else None,
        *subject.row.inside.values.values(),
    ]
    return scale(marks, subject.definition.direction)


def _place(axis: Scale | None, value: float | None) -> float | None:
    return None if axis is None or value is None else axis.x(value)


def _axis(subject: Subject, axis: Scale | None) -> Axis:
    words, spread = subject.words, subject.comparison.spread
    note = words(f"axis.{subject.definition.direction}")
    if axis is None:
        return Axis("", "", None, None, mirrored=False, note=note)
    if spread is None:
        return Axis(subject.number(axis.left), subject.number(axis.right), None, None, axis.mirrored, note)
    low, high = sorted((axis.x(spread.q1), axis.x(spread.q3)))
    ends = (spread.maximum, spread.minimum) if axis.mirrored else (spread.minimum, spread.maximum)
    left, right = (subject.number(value) for value in ends)
    places = tuple(axis.x(value) for value in ends)
    return Axis(left, right, low, high, axis.mirrored, note, *places)


def _regions(subject: Subject, axis: Scale | None) -> tuple[RegionMark, ...]:
    if axis is None:
        return ()
    period = subject.comparison.headline or ""
    return tuple(
        RegionMark(code, value, subject.number(value), axis.x(value), bool(word), word)
        for code, value in subject.comparison.values.items()
        for word in [subject.unsound_word(code, period, value)]
    )


def _missing(subject: Subject) -> str | None:
    row, words = subject.row, subject.words
    if row.value is not None:
        return None
    if row.last is None:
        return words("row.never")
    period, value = row.last
    return words("row.last", value=subject.text(value), period=subject.period(period))


def _doubtful(subject: Subject) -> str | None:
    row = subject.row
    return None if row.value is None else subject.unsound_reason(row.area, row.period or "", row.value) or None


def _trend(subject: Subject) -> Trend:
    row, words = subject.row, subject.words
    shown = verdict("trend", row.trend, subject.definition, words)
    own = _shown(subject, row.area)
    nation = () if row.area == NATION else _shown(subject, NATION)
    frame = trend_frame(own, nation)
    parts, brief = (shown.verdict, shown.text, shown.symbol, shown.tone, shown.reason), shown.brief or shown.text
    if frame is None:
        return Trend(*parts, points=(), nation=(), breaks=(), summary="", brief=brief)
    lines = [trend_points(line, frame, subject.text) for line in (own, nation)]
    cuts = tuple(x for item in drawn_cuts(subject.definition, row.area) if 0 < (x := frame.x(item.period)) <= 1)
    summary = _trend_summary(lines[0], shown.text, words)
    return Trend(*parts, points=lines[0], nation=lines[1], breaks=cuts, summary=summary, brief=brief)


def _shown(subject: Subject, area: str) -> Points:
    """The line ends where the value beside it stands, and leaves a gap where a value is doubtful or being checked."""
    headline, points = subject.row.period or "", subject.comparison.points.get(area, ())
    return tuple(point for point in points if point[0] <= headline and subject.is_sound_at(area, *point))


def _trend_summary(drawn: tuple[Point, ...], word: str, words: Words) -> str:
    """The text alternative of the trend picture: from its first point to its last."""
    if not drawn:
        return word
    first, last = drawn[0], drawn[-1]
    return words(
        "trend.summary",
        first=period_text(first.period, words),
        start=first.text,
        last=period_text(last.period, words),
        end=last.text,
        word=word,
    )


def _sexes(subject: Subject) -> str:
    if subject.row.sex != "T":
        return ""
    return sexes_elsewhere(subject) or say(subject.row.sexes.reason, subject.definition, subject.words.language)


def _inside(subject: Subject, axis: Scale | None) -> Inside:
    inside, words = subject.row.inside, subject.words
    reason = inside_elsewhere(subject) or say(inside.judgement.reason, subject.definition, words.language)
    spread, codes = inside.spread, list(inside.values)
    if spread is None or axis is None:
        return Inside(0, None, None, None, None, None, None, "", reason, (), None, None)
    lasting = _lasting(subject)
    low, high = _ends(subject, codes[0], codes[-1], lasting)
    text = words("inside.text", n=spread.n, period=subject.period(inside.period or ""), low=low, high=high)
    if lasting is not None and lasting.is_told:
        reason = f"{_lasting_text(subject, lasting)} {reason}"
    few = inside.judgement.verdict == "not-assessed"
    five = (spread.minimum, spread.q1, spread.median, spread.q3, spread.maximum)
    xs = tuple(axis.x(value) for value in (inside.values.values() if few else five))
    is_lasting = lasting is not None and lasting.is_told
    return Inside(spread.n, *five, inside.period, text, reason, xs, codes[0], codes[-1], is_lasting)


def _lasting(subject: Subject) -> LastingSpread | None:
    """What lasts of the spread, which is known of the newest figures of everybody."""
    if subject.question.as_of or subject.row.sex != "T":
        return None
    found = subject.picture.analysis.lasting.get((subject.definition.id, subject.row.area))
    return found if found is not None and found.period == subject.row.inside.period else None


def _ends(subject: Subject, low: str, high: str, lasting: LastingSpread | None) -> tuple[str, str]:
    """The ends of the spread with their unit once; named where they are further from the mean than chance explains."""
    names = {code: f" ({subject.picture.areas.by_code[code].name})" for code, _ in lasting.apart} if lasting else {}
    values = subject.row.inside.values
    first = subject.text(values[low]) if low in names else subject.number(values[low])
    return first + names.get(low, ""), subject.text(values[high]) + names.get(high, "")


def _lasting_text(subject: Subject, lasting: LastingSpread) -> str:
    own, middle = (
        difference_text(value, subject.definition, subject.words.language)
        for value in (lasting.lasting, lasting.middle)
    )
    years = {"earlier": subject.period(lasting.earlier), "period": subject.period(lasting.period)}
    return subject.words("inside.lasting", own=own, middle=middle, **years)


def _international(subject: Subject, axis: Scale | None) -> International:
    gap, words = subject.international, subject.words
    judged = subject.picture.reference.comparison(subject.definition.id)
    reason = judged.reason.in_(words.language) if judged else ""
    sentence = say(gap.judgement.reason, subject.definition, words.language)
    if gap.average is None or subject.row.sex != "T":
        return International(None, "", None, gap.grade, sentence, reason, None)
    countries = subject.picture.edition.countries[judged.international or ""] if judged else None
    label = words(f"international.{average_name(countries)}" if countries else "international.oecd")
    best = "" if gap.best is None else words("international.best", value=_one_decimal(subject, gap.best))
    grade = "" if gap.grade == "indicative" else words(f"international.grade.{gap.grade}")
    text = " ".join(part for part in (sentence, best, grade) if part)
    x = _place(axis, gap.average) if gap.on_axis else None
    return International(gap.average, f"{label} {gap.year}", gap.year, gap.grade, text, reason, x)


def _one_decimal(subject: Subject, value: float) -> str:
    return format_number(value, max(1, subject.definition.decimals), subject.words.language)


def _summary(subject: Subject, position: str, target: Target) -> str:
    row, words, comparison = subject.row, subject.words, subject.comparison
    name = subject.indicator.short_name.in_(words.language)
    if row.value is None:
        return f"{name}: {_missing(subject)}"
    parts = [f"{name}: {subject.text(row.value)} ({subject.period(row.period or '')})"]
    if row.area != NATION:
        parts.append(position)
    if row.area != NATION and comparison.nation is not None:
        parts.append(words("row.nation", value=subject.text(comparison.nation)))
    sound = comparison.yardsticks.values()
    if sound and subject.definition.direction != "none":
        best = max(sound) if subject.definition.direction == "higher" else min(sound)
        parts.append(words("row.best", value=subject.text(best)))
    if target.value is not None:
        parts.append(target.line if target.kind == "statutory" else f"{words('row.target')} {target.line}")
    return "; ".join(parts)

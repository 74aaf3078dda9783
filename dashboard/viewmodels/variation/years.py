"""How the spread inside regions has developed: the distance between members' quartiles, period by period."""

from dashboard.query import Question
from dashboard.viewmodels.axes import period_axis, value_axis
from dashboard.viewmodels.geometry import time_of
from dashboard.viewmodels.indicator.focus import SEPARATORS, short_name
from dashboard.viewmodels.indicator.views import Line, LinePoint, LinesView
from dashboard.viewmodels.subject import period_text
from dashboard.viewmodels.tables import NO_VALUE, Column, TableRow, TableView, plain_table
from dashboard.viewmodels.variation.members import ENOUGH, Members, kind_facts, source
from dashboard.viewmodels.variation.region import shown_region
from dashboard.viewmodels.variation.units import UnitsInside, history
from indicators import (
    Language,
    Period,
    comparable_from,
    difference_text,
    format_number,
    is_apart,
    is_told_over_time,
    with_unit,
)

Widths = list[tuple[str, float]]


def years_view(found: Members, question: Question) -> LinesView | None:
    """Return the chosen region's width and the middle region's, by period; None with fewer than two periods.

    Of units only the region's own: the others' periods need not be the same.
    """
    code = shown_region(found, question)
    middle, own = _middle(found), _own(found, code)
    told = middle or own
    if len(told) < 2:
        return None
    whole, words = found.whole, found.words
    name, finding = whole.picture.areas.by_code[code].short_name, _finding(found, told, code)
    lines = [_line(found, "", words("variation.middle_region"), middle, is_middle=True)] if middle else []
    lines += [_line(found, code, name, own, is_middle=False)] if own else []
    every = _every([period for period, _ in told])
    return LinesView(
        finding=finding,
        caption=_caption(found),
        periods=period_axis(
            [time_of(period) for period in every],
            [Period.parse(period).short_label(words.language) for period in every],
        ),
        axis=value_axis([0.0, *(w for _, w in middle), *(w for _, w in own)], 1, words.language),
        lines=tuple(lines),
        cuts=(),
        target=None,
        separators=SEPARATORS[words.language],
        alt=words("variation.years_alt", finding=finding),
        notes=(_note(found),),
        source=source(found),
        table=_table(found, middle, own, name),
    )


def years_text(found: Members) -> str:
    """Return what is said where no two periods have members enough."""
    return found.words("variation.years_one", the=kind_facts(found)["the"], enough=ENOUGH)


def _middle(found: Members) -> Widths:
    """The middle region's width each year, of municipalities."""
    if isinstance(found, UnitsInside):
        return []
    return [(period, width) for period, _, width, _ in found.years if width is not None]


def _own(found: Members, code: str) -> Widths:
    if isinstance(found, UnitsInside):
        return [(period, spread.q3 - spread.q1) for period, spread in history(found, code)]
    return [(period, r[code].q3 - r[code].q1) for period, r, _, _ in found.years if code in r]


def _every(periods: list[str]) -> list[str]:
    """Every year from the first to the last; other periods as they are."""
    first, last = Period.parse(periods[0]), Period.parse(periods[-1])
    if {first.frequency, last.frequency} != {"year"}:
        return periods
    return [str(first.moved(steps)) for steps in range(last.ordinal - first.ordinal + 1)]


def _caption(found: Members) -> str:
    facts = {"name": short_name(found.whole), "unit": _unit(found), "whose": kind_facts(found)["whose"]}
    return found.words("variation.years_caption", **facts)


def _note(found: Members) -> str:
    key = "years_note_units" if isinstance(found, UnitsInside) else "years_note"
    return found.words(f"variation.{key}", whose=kind_facts(found)["whose"], enough=ENOUGH)


def _unit(found: Members) -> str:
    text = difference_text(2.0, found.whole.definition, found.words.language)
    return text.split("\u00a0", 1)[-1]


def _line(found: Members, code: str, name: str, widths: Widths, *, is_middle: bool) -> Line:
    text = {period: difference_text(w, found.whole.definition, found.words.language) for period, w in widths}
    points = tuple(LinePoint(time_of(p), w, f"{name}, {p}: {text[p]}", doubtful=False) for p, w in widths)
    last = format_number(widths[-1][1], 1, found.words.language)
    return Line(code, f"{name} {last}", is_middle, points)


def _comparable(found: Members, told: Widths) -> Widths:
    """The last width, after those whose years it does not share and that lie on its side of every cut."""
    definition, last = found.whole.definition, told[-1]
    start = comparable_from(definition, found.whole.row.area, last[0])
    apart = [one for one in told[:-1] if one[0] >= start and is_apart(definition, one[0], last[0])]
    return [*apart, last] if is_told_over_time(definition) else [last]


def _finding(found: Members, told: Widths, code: str) -> str:
    """The first and the last width, in words that claim no more than that."""
    told = _comparable(found, told)
    first, last = told[0], told[-1]
    texts = [difference_text(width, found.whole.definition, found.words.language) for _, width in (first, last)]
    threshold = found.whole.definition.relevance.threshold(found.nation)
    change = last[1] - first[1]
    large = threshold is not None and abs(change) >= threshold
    verdict = "alone" if first == last else "same" if not large else "wider" if change > 0 else "narrower"
    periods = [period_text(period, found.words) for period, _ in (first, last)]
    inside = found.words("variation.in_regions")
    if isinstance(found, UnitsInside):
        inside = found.words("variation.in_region", region=found.whole.picture.areas.by_code[code].name)
    facts = {"first": periods[0], "last": periods[1], "before": texts[0], "after": texts[1], "inside": inside}
    return found.words(f"variation.years_{verdict}", **facts)


def _table(found: Members, middle: Widths, own: Widths, name: str) -> TableView:
    words, mine = found.words, dict(own)
    if not middle:
        alone = (Column(words("table.period")), Column(name, "number"))
        told = tuple(TableRow((period_text(p, words), _number(w, words.language))) for p, w in own)
        return plain_table(_caption(found), alone, told, (_note(found),))
    heads = [words("variation.middle_region"), name, words("variation.column_share")]
    columns = (Column(words("table.period")), *(Column(head, "number") for head in heads))
    shares = {} if isinstance(found, UnitsInside) else {period: share.share for period, _, _, share in found.years}
    rows = [_row(words.language, p, w, mine.get(p), shares.get(p)) for p, w in middle]
    return plain_table(_caption(found), columns, tuple(rows), (_note(found),))


def _row(language: Language, period: str, middle: float, own: float | None, share: float | None) -> TableRow:
    mine = NO_VALUE if own is None else _number(own, language)
    percent = NO_VALUE if share is None else with_unit(_number(share * 100, language, 0), "%", language)
    return TableRow((period, _number(middle, language), mine, percent))


def _number(value: float, language: Language, decimals: int = 1) -> str:
    return format_number(value, decimals, "sv" if language == "sv" else "en")

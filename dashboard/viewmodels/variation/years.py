"""How the spread inside regions has developed: the distance between municipalities' quartiles, year by year."""

from dashboard.query import Question
from dashboard.viewmodels.axes import period_axis, value_axis
from dashboard.viewmodels.geometry import time_of
from dashboard.viewmodels.indicator.focus import SEPARATORS, short_name
from dashboard.viewmodels.indicator.views import Line, LinePoint, LinesView
from dashboard.viewmodels.inside_subject import InsideSubject
from dashboard.viewmodels.tables import NO_VALUE, Column, TableRow, TableView, plain_table
from dashboard.viewmodels.variation.region import shown_region
from indicators import difference_text, format_number

Widths = list[tuple[str, float]]


def years_view(found: InsideSubject, question: Question) -> LinesView | None:
    """Return the chosen region's width and the middle region's, year by year; None with fewer than two years."""
    middle = [(period, width) for period, _, width, _ in found.years if width is not None]
    if len(middle) < 2:
        return None
    whole, words, code = found.whole, found.words, shown_region(found, question)
    own = [(period, r[code].q3 - r[code].q1) for period, r, _, _ in found.years if code in r]
    periods = [period for period, _ in middle]
    every = [str(year) for year in range(int(periods[0]), int(periods[-1]) + 1)]
    name = whole.picture.areas.by_code[code].short_name
    lines = [_line(found, "", words("variation.middle_region"), middle, is_middle=True)]
    lines += [_line(found, code, name, own, is_middle=False)] if own else []
    finding = _finding(found, middle)
    return LinesView(
        finding=finding,
        caption=words("variation.years_caption", name=short_name(whole), unit=_unit(found)),
        periods=period_axis([time_of(period) for period in every], every),
        axis=value_axis([0.0, *(w for _, w in middle), *(w for _, w in own)], 1, words.language),
        lines=tuple(lines),
        cuts=(),
        target=None,
        separators=SEPARATORS[words.language],
        alt=words("variation.years_alt", finding=finding),
        notes=(words("variation.years_note"),),
        source=words("variation.source", source=whole.source, edition=whole.picture.edition.number),
        table=_table(found, middle, own, name),
    )


def years_text(found: InsideSubject) -> str:
    """Return what is said where only one year has municipalities; else nothing."""
    known = [period for period, _, width, _ in found.years if width is not None]
    return "" if len(known) > 1 else found.words("variation.years_one", period=found.whole.period(found.period))


def _unit(found: InsideSubject) -> str:
    text = difference_text(2.0, found.whole.definition, found.words.language)
    return text.split("\u00a0", 1)[-1]


def _line(found: InsideSubject, code: str, name: str, widths: Widths, *, is_middle: bool) -> Line:
    text = {period: difference_text(w, found.whole.definition, found.words.language) for period, w in widths}
    points = tuple(LinePoint(time_of(p), w, f"{name}, {p}: {text[p]}", doubtful=False) for p, w in widths)
    last = format_number(widths[-1][1], 1, found.words.language)
    return Line(code, f"{name} {last}", is_middle, points)


def _finding(found: InsideSubject, middle: Widths) -> str:
    """The first and the last year's width, in words that claim no more than that."""
    first, last = middle[0], middle[-1]
    texts = [difference_text(width, found.whole.definition, found.words.language) for _, width in (first, last)]
    threshold = found.whole.definition.relevance.threshold(found.nation)
    change = last[1] - first[1]
    large = threshold is not None and abs(change) >= threshold
    verdict = "same" if not large else "wider" if change > 0 else "narrower"
    facts = {"first": first[0], "last": last[0], "before": texts[0], "after": texts[1]}
    return found.words(f"variation.years_{verdict}", **facts)


def _table(found: InsideSubject, middle: Widths, own: Widths, name: str) -> TableView:
    words, mine = found.words, dict(own)
    columns = (
        Column(words("table.period")),
        Column(words("variation.middle_region"), "number"),
        Column(name, "number"),
        Column(words("variation.column_share"), "number"),
    )
    shares = {period: share.share for period, _, _, share in found.years}
    rows = tuple(_row(words.language, p, w, mine.get(p), shares.get(p)) for p, w in middle)
    caption = words("variation.years_caption", name=short_name(found.whole), unit=_unit(found))
    return plain_table(caption, columns, rows, (words("variation.years_note"),))


def _row(language: str, period: str, middle: float, own: float | None, share: float | None) -> TableRow:
    mine = NO_VALUE if own is None else _number(own, language)
    percent = NO_VALUE if share is None else f"{_number(share * 100, language, 0)}\u00a0%"
    return TableRow((period, _number(middle, language), mine, percent))


def _number(value: float, language: str, decimals: int = 1) -> str:
    return format_number(value, decimals, "sv" if language == "sv" else "en")

"""Women beside men: every indicator that publishes both, the widest gap first, and one indicator over the years."""

from dashboard.i18n import words
from dashboard.query import Question, link
from dashboard.viewmodels.axes import period_axis, value_axis
from dashboard.viewmodels.equality.subject import Pair, area_of, name_of, pair_of, pairs
from dashboard.viewmodels.geometry import time_of
from dashboard.viewmodels.indicator.focus import SEPARATORS
from dashboard.viewmodels.indicator.views import Line, LinePoint, LinesView
from dashboard.viewmodels.tables import NO_VALUE, Cell, Column, TableRow, TableView, plain_table
from indicators import NATION, Picture, SexGap, format_number

PATH = "/jamlikhet"
Found = list[tuple[Pair, SexGap]]


def sexes_texts(picture: Picture, question: Question) -> tuple[str, ...]:
    """Return for how many indicators women and men are worse off, which gap is widest, and what is missing."""
    say, every = words(question.lang), pairs(picture, question)
    found = _found(every, area_of(question))
    name = name_of(picture, question)
    if not found:
        return (say("equality.sexes_none", area=name),)
    count = {worse: sum(gap.worse == worse for _, gap in found) for worse in ("women", "men", "neither")}
    pair, gap = found[0]
    widest = say("equality.sexes_widest", name=pair.name, women=pair.text(gap.women), men=pair.text(gap.men))
    other = len(found) - sum(count.values())
    told = say("equality.sexes_count", area=name, n=len(found), other=other, **count)
    absent = len(every) - len(found)
    return (told, widest, *([say.count("equality.sexes_absent", absent)] if absent else []))


def _found(every: tuple[Pair, ...], area: str) -> Found:
    """The gaps there are, the ratio furthest from 1 first."""
    known = [(pair, gap) for pair in every if (gap := pair.gap(area)) is not None]
    return sorted(known, key=lambda item: -item[1].distance)


def sexes_table(picture: Picture, question: Question) -> TableView:
    """Return the indicators with women, men, both on a small scale, difference, ratio and who is worse off."""
    say = words(question.lang)
    keys = (("indicator", "text"), ("period", "text"), ("women", "number"), ("men", "number"))
    columns = (
        *(Column(say(f"table.{key}"), "number" if kind == "number" else "text") for key, kind in keys),
        Column(say("table.pair"), "pair"),
        Column(say("table.difference"), "number"),
        Column(say("equality.ratio"), "number"),
        Column(say("equality.worse")),
    )
    rows = tuple(_row(pair, gap, question) for pair, gap in _found(pairs(picture, question), area_of(question)))
    caption = say("equality.sexes_caption", area=name_of(picture, question))
    notes = (say("equality.sexes_note"), say("equality.source_many", edition=picture.edition.number))
    return plain_table(caption, columns, rows, notes)


def _row(pair: Pair, gap: SexGap, question: Question) -> TableRow:
    say = pair.words
    ratio = NO_VALUE if gap.gap.ratio is None else format_number(gap.gap.ratio, 2, say.language)
    href = link(PATH, question, indicator=pair.indicator.id, regions=question.regions, dimension=question.dimension)
    unit = pair.unit
    return TableRow(
        (
            Cell(pair.name, href=href, note=unit),
            pair.span(gap.period),
            pair.number(gap.women),
            pair.number(gap.men),
            Cell("", pair=_places(pair, gap)),
            pair.difference(gap.gap.difference, signed=True),
            ratio,
            Cell(worse_text(pair, gap)),
        )
    )


def worse_text(pair: Pair, gap: SexGap) -> str:
    """Return who is worse off, in words; without a direction who has the higher value."""
    return pair.words(f"equality.worse_{gap.worse}")


def _places(pair: Pair, gap: SexGap) -> tuple[float, float]:
    """Both values from 0 to 1 on the scale of all regions' women and men at the period."""
    values = [gap.women, gap.men]
    for found in (pair.women, pair.men):
        values += [v for code, points in found.points.items() for p, v in points if p == gap.period]
    low, high = min(values), max(values)
    width = (high - low) or 1.0
    return round((gap.women - low) / width, 4), round((gap.men - low) / width, 4)


def lines_view(picture: Picture, question: Question, indicator: str) -> LinesView | None:
    """Return women and men over the years in the area asked for; None when it has no period with both."""
    pair = pair_of(picture, question, indicator)
    gaps = pair.gaps(area_of(question)) if pair else ()
    if pair is None or not gaps:
        return None
    say, name, periods = pair.words, name_of(picture, question), [gap.period for gap in gaps]
    finding = _finding(pair, gaps, name)
    years = [str(year) for year in range(int(periods[0][:4]), int(periods[-1][:4]) + 1)]
    lines = (_line(pair, gaps, "women"), _line(pair, gaps, "men"))
    values = [value for gap in gaps for value in (gap.women, gap.men)]
    return LinesView(
        finding=finding,
        caption=f"{name}: {pair.name}, {pair.unit} ({say(f'direction.{pair.definition.direction}')})",
        periods=period_axis([time_of(year) for year in years], years),
        axis=value_axis(values, pair.definition.decimals, say.language),
        lines=lines,
        cuts=(),
        target=None,
        separators=SEPARATORS[say.language],
        alt=say("equality.lines_alt", finding=finding),
        notes=(say("equality.no_interval"), *_period_note(pair)),
        source=say("source.difference", source=pair.source, edition=picture.edition.number),
        table=_lines_table(pair, gaps, name),
    )


def lines_text(picture: Picture, question: Question, indicator: str) -> str:
    """Return why there are no lines of women and men."""
    say = words(question.lang)
    name = picture.catalogue.by_id[indicator].short_name.in_(question.lang)
    if picture.catalogue.by_id[indicator].only_sex:
        return say("equality.one_sex", name=name)
    pair = pair_of(picture, question, indicator)
    if pair is not None and pair.gap(NATION) is not None:
        return say("equality.lines_nation", name=name, area=name_of(picture, question))
    return say("equality.lines_none", name=name)


def _period_note(pair: Pair) -> tuple[str, ...]:
    period = pair.definition.period
    return (period.note.in_(pair.words.language),) if period.overlaps else ()


def _line(pair: Pair, gaps: tuple[SexGap, ...], sex: str) -> Line:
    name = pair.words(f"table.{sex}")
    values = [(gap.period, gap.women if sex == "women" else gap.men) for gap in gaps]
    points = tuple(
        LinePoint(time_of(period), value, f"{name}, {pair.span(period)}: {pair.text(value)}", doubtful=False)
        for period, value in values
    )
    return Line(sex, f"{name} {pair.number(values[-1][1])}", is_nation=False, points=points)


def _finding(pair: Pair, gaps: tuple[SexGap, ...], name: str) -> str:
    """Who is worse off at the last period, and the gap then beside the first."""
    say, first, last = pair.words, gaps[0], gaps[-1]
    facts = {"area": name, "name": pair.name, "gap": pair.difference(abs(last.gap.difference))}
    head = say(f"equality.finding_{last.worse}", period=pair.span(last.period), **facts)
    if first.period == last.period:
        return head
    before = pair.difference(abs(first.gap.difference))
    return f"{head} {say('equality.finding_before', period=pair.span(first.period), gap=before)}"


def _lines_table(pair: Pair, gaps: tuple[SexGap, ...], name: str) -> TableView:
    say = pair.words
    numbers = [Column(say(f"table.{key}"), "number") for key in ("women", "men", "difference")]
    columns = (Column(say("table.period")), *numbers, Column(say("equality.worse")))
    rows = tuple(
        TableRow(
            (
                pair.span(gap.period),
                pair.number(gap.women),
                pair.number(gap.men),
                pair.difference(gap.gap.difference, signed=True),
                worse_text(pair, gap),
            )
        )
        for gap in gaps
    )
    return plain_table(f"{name}: {pair.name}, {pair.unit}", columns, rows)

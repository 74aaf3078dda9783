"""One indicator's spread inside regions beside the spread between them, at the newest figures."""

from dashboard.i18n import words as words_of
from dashboard.query import Question
from dashboard.viewmodels.axes import value_axis
from dashboard.viewmodels.indicator.focus import SEPARATORS, axis_end, short_name, unbroken, unit_name
from dashboard.viewmodels.indicator.views import Level, StripPoint, StripRow, StripView
from dashboard.viewmodels.inside_subject import InsideSubject, inside_subject
from dashboard.viewmodels.rows import make_row
from dashboard.viewmodels.tables import NO_VALUE, Column, TableGroup, TableRow, TableView, plain_table
from dashboard.viewmodels.variation.all import all_table
from dashboard.viewmodels.variation.months import months_view
from dashboard.viewmodels.variation.region import one_region, shown_region
from dashboard.viewmodels.variation.views import VariationTables, VariationView
from dashboard.viewmodels.variation.years import years_text, years_view
from indicators import InsideSpread, Picture, Spread, format_number

PATH = "/variation"
ENOUGH = 5


def variation_view(picture: Picture, question: Question) -> VariationView:
    """Return the view of the indicator asked for, or of the first one with municipalities."""
    found = inside_subject(picture, question)
    if found is None:
        return VariationView(_empty(question), (), None, None, (), (), None, "")
    return VariationView(
        empty="",
        share=tuple(_share(found)),
        strip=_strip(found),
        region=one_region(found, question),
        few=tuple(_few(found, question)),
        funnel=(found.words("variation.funnel_none"),),
        years=years_view(found, question),
        years_text=years_text(found),
    )


def variation_tables(picture: Picture, question: Question) -> VariationTables:
    """Return the tables of the same view."""
    found, months = inside_subject(picture, question), months_view(picture, question)
    shown = months.table if months else None
    if found is None:
        return VariationTables(None, None, None, None, all_table(picture, question), shown)
    region, years = one_region(found, question), years_view(found, question)
    return VariationTables(
        strip=_table(found),
        spread=_spread_table(found),
        region=region.view.table if region else None,
        years=years.table if years else None,
        all=all_table(picture, question),
        months=shown,
    )


def _empty(question: Question) -> str:
    return words_of(question.lang)("variation.empty")


def _share(found: InsideSubject) -> list[str]:
    """The within share in a sentence, and what it is of."""
    words, share = found.words, found.share
    percent = "" if share.share is None else format_number(share.share * 100, 0, words.language)
    said = words(f"variation.share_{share.basis}", percent=percent)
    of = words("variation.share_of", units=share.units, regions=share.regions, enough=ENOUGH)
    return [said, of, words("variation.share_noise")]


def _few(found: InsideSubject, question: Question) -> list[str]:
    """Few units, half the gap; or what is missing for it."""
    words, code = found.words, shown_region(found, question)
    few = found.few(code)
    name = found.whole.picture.areas.by_code[code].name
    if few is None:
        return [words("variation.few_no_region", region=name)]
    if few.lack or few.found is None:
        return [words(f"variation.few_{(few.lack or 'no-excess')}", region=name)]
    areas = found.whole.picture.areas.by_code
    named = ", ".join(areas[few.codes[place]].name for place in few.found.units)
    percent = format_number(few.found.carried * 100, 0, words.language)
    yardstick = words(f"variation.yardstick_{(few.kind or '')}", value=found.whole.text(few.yardstick or 0))
    facts = {"region": name, "n": len(few.found.units), "of": few.found.of, "names": named, "percent": percent}
    return [words("variation.few", yardstick=yardstick, **facts)]


def _strip(found: InsideSubject) -> StripView:
    """The regions on the first row, and below it each region's municipalities: all on one scale."""
    whole, words, marks = found.whole, found.words, levels(found)
    rows = (_between(found), *(_row(found, code, inside) for code, inside in found.spreads.items()))
    values = [point.value for row in rows for point in (*row.points, *([row.region] if row.region else []))]
    mirrored = whole.definition.direction == "lower"
    axis = value_axis(
        [*values, *(mark.value for mark in marks)], whole.definition.decimals, words.language, mirrored=mirrored
    )
    finding = _finding(found)
    return StripView(
        finding=finding,
        caption=caption(found),
        axis=axis,
        axis_end=axis_end(whole),
        rows=rows,
        levels=marks,
        separators=SEPARATORS[words.language],
        alt=words("variation.strip_alt", finding=finding),
        notes=(words("variation.strip_note"),),
        source=words("variation.source", source=whole.source, edition=whole.picture.edition.number),
        empty=(),
        spread=None,
        table=None,
    )


def caption(found: InsideSubject) -> str:
    """Return what a picture of this indicator shows: name, unit, period, sex and how the axis runs."""
    whole, words = found.whole, found.words
    sex = "" if whole.row.sex == "T" else f", {words(f'sex.{whole.row.sex}').lower()}"
    shown = f"{short_name(whole)}{sex}, {unit_name(whole)}, {whole.period(found.period)}"
    return f"{shown} ({words(f'axis.{whole.definition.direction}')})"


def levels(found: InsideSubject) -> tuple[Level, ...]:
    """Return the nation at the municipalities' period, and the target."""
    whole, row = found.whole, make_row(found.whole)
    marks: list[Level] = []
    if found.nation is not None:
        marks.append(Level("nation", found.nation, f"{found.words('figure.nation')} {whole.number(found.nation)}"))
    if row.target.value is not None:
        marks.append(Level("target", row.target.value, row.target.label, row.target.dashed))
    return tuple(marks)


def _between(found: InsideSubject) -> StripRow:
    areas, whole = found.whole.picture.areas.by_code, found.whole
    points = tuple(StripPoint(v, f"{areas[c].name}: {whole.text(v)}") for c, v in found.regions.items())
    return StripRow("", found.words("variation.between_row"), points, None)


def _row(found: InsideSubject, code: str, inside: InsideSpread) -> StripRow:
    areas, whole = found.whole.picture.areas.by_code, found.whole
    points = tuple(StripPoint(v, f"{areas[c].name}: {whole.text(v)}") for c, v in inside.values.items())
    own = found.regions.get(code)
    region = None if own is None else StripPoint(own, f"{areas[code].name}: {whole.text(own)}")
    return StripRow(code, areas[code].short_name, points, region)


def _finding(found: InsideSubject) -> str:
    """What lies inside, and the region whose municipalities lie furthest apart."""
    words, whole = found.words, found.whole
    wide = {code: _width(inside.spread) for code, inside in found.spreads.items() if _enough(inside)}
    share = found.share.share
    head = (
        "" if share is None else words("variation.finding_share", percent=format_number(share * 100, 0, words.language))
    )
    if not wide:
        return head or words("variation.finding_few")
    code = max(wide, key=lambda region: wide[region])
    spread, areas = found.spreads[code].spread, whole.picture.areas.by_code
    ends = ("", "") if spread is None else (whole.text(spread.q1), whole.text(spread.q3))
    facts = {"region": areas[code].short_name, "low": ends[0], "high": ends[1]}
    return unbroken(f"{head} {words('variation.finding_widest', **facts)}".strip())


def _enough(inside: InsideSpread) -> bool:
    return inside.spread is not None and inside.spread.n >= ENOUGH


def _width(spread: Spread | None) -> float:
    return 0.0 if spread is None else spread.q3 - spread.q1


def _spread_table(found: InsideSubject) -> TableView:
    """Each region's municipalities in numbers: quartiles only where there are five or more."""
    words, whole = found.words, found.whole
    numbers = ("n", "minimum", "q1", "median", "q3", "maximum")
    columns = (Column(words("table.region")), *(Column(words(f"table.{key}"), "number") for key in numbers))
    head = words(
        "variation.spread_table", name=short_name(whole), unit=unit_name(whole), period=whole.period(found.period)
    )
    areas = whole.picture.areas.by_code
    rows = [_spread_row(found, words("variation.between_row"), found.between)]
    rows += [_spread_row(found, areas[code].name, inside.spread) for code, inside in found.spreads.items()]
    return plain_table(head, columns, tuple(rows), (words("variation.few_note", enough=ENOUGH),))


def _spread_row(found: InsideSubject, name: str, spread: Spread | None) -> TableRow:
    if spread is None:
        return TableRow((name, "0", *[NO_VALUE] * 5))
    number, few = found.whole.number, spread.n < ENOUGH
    middle = [NO_VALUE if few else number(value) for value in (spread.q1, spread.median, spread.q3)]
    return TableRow((name, str(spread.n), number(spread.minimum), *middle, number(spread.maximum)))


def _table(found: InsideSubject) -> TableView:
    """Every municipality, region by region, after the regions themselves: the same numbers as the picture."""
    words, whole = found.words, found.whole
    areas = whole.picture.areas.by_code
    columns = (Column(words("variation.area")), Column(f"{words('table.value')} ({unit_name(whole)})", "number"))
    caption_text = words("variation.all_table", name=short_name(whole), period=whole.period(found.period))
    groups = [TableGroup(words("variation.between_row"), _rows(found, found.regions))]
    groups += [TableGroup(areas[c].name, _rows(found, inside.values)) for c, inside in found.spreads.items()]
    return TableView(caption_text, columns, tuple(groups))


def _rows(found: InsideSubject, values: dict[str, float]) -> tuple[TableRow, ...]:
    areas, number = found.whole.picture.areas.by_code, found.whole.number
    return tuple(TableRow((areas[code].name, number(value))) for code, value in values.items())

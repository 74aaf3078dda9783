"""The members of every region on one scale, with the regions on top; and how much of the spread lies inside."""

from dashboard.viewmodels.axes import value_axis
from dashboard.viewmodels.indicator.focus import SEPARATORS, area_names, axis_end, short_name, unit_name
from dashboard.viewmodels.indicator.views import StripPoint, StripRow, StripView
from dashboard.viewmodels.tables import NO_VALUE, Column, TableGroup, TableRow, TableView, plain_table
from dashboard.viewmodels.variation.judged import count_text
from dashboard.viewmodels.variation.lasting import lasting_said, share_notes
from dashboard.viewmodels.variation.members import ENOUGH, Members, caption, kind_facts, levels, source
from dashboard.viewmodels.variation.units import UnitsInside
from indicators import Spread


def strip_view(found: Members) -> StripView:
    """Return the picture: the regions on the first row, and below it each region's members."""
    whole, words, marks = found.whole, found.words, levels(found)
    rows = (*_between(found), *(_row(found, code) for code in found.spreads))
    values = [point.value for row in rows for point in (*row.points, *([row.region] if row.region else []))]
    values += [mark.value for mark in marks]
    mirrored, finding = whole.definition.direction == "lower", lasting_said(found)
    return StripView(
        finding=finding,
        caption=caption(found),
        axis=value_axis(values, whole.definition.decimals, words.language, mirrored=mirrored),
        axis_end=axis_end(whole),
        rows=rows,
        levels=marks,
        separators=SEPARATORS[words.language],
        alt=words("variation.strip_alt", finding=finding, kinds=kind_facts(found)["kinds"]),
        notes=(*_notes(found), _legend(found)),
        source=source(found),
        empty=(),
        spread=None,
        table=None,
    )


def _notes(found: Members) -> list[str]:
    notes = share_notes(found)
    if isinstance(found, UnitsInside) and found.older:
        regions = area_names(found.whole, found.older)
        notes.append(found.words("variation.older", period=found.period_text, regions=regions))
    return notes


def _legend(found: Members) -> str:
    key = "strip_note" if found.regions else "strip_note_alone"
    return found.words(f"variation.{key}", one=kind_facts(found)["one"])


def _between(found: Members) -> tuple[StripRow, ...]:
    """The regions' own values, where the publisher has any of this period."""
    if not found.regions:
        return ()
    areas, whole = found.whole.picture.areas.by_code, found.whole
    points = tuple(StripPoint(v, f"{areas[c].name}: {whole.text(v)}") for c, v in found.regions.items())
    return (StripRow("", found.words("variation.between_row"), points, None),)


def _row(found: Members, code: str) -> StripRow:
    areas, whole = found.whole.picture.areas.by_code, found.whole
    values = found.spreads[code].values
    points = tuple(StripPoint(v, f"{found.member(c)}: {whole.text(v)}") for c, v in values.items())
    own = found.regions.get(code)
    region = None if own is None else StripPoint(own, f"{areas[code].name}: {whole.text(own)}")
    return StripRow(code, areas[code].short_name, points, region)


def spread_table(found: Members) -> TableView:
    """Return each region's members in numbers: quartiles only where there are five or more."""
    words, whole, kinds = found.words, found.whole, kind_facts(found)["kinds"]
    numbers = ("n", "minimum", "q1", "median", "q3", "maximum")
    columns = (Column(words("table.region")), *(Column(words(f"table.{key}"), "number") for key in numbers))
    facts = {"name": short_name(whole), "unit": unit_name(whole), "period": found.period_text}
    areas = whole.picture.areas.by_code
    rows = [_spread_row(found, words("variation.between_row"), found.between)] if found.regions else []
    rows += [_spread_row(found, areas[code].name, inside.spread) for code, inside in found.spreads.items()]
    note = words("variation.few_note", enough=ENOUGH, kinds=kinds)
    return plain_table(words("variation.spread_table", **facts), columns, tuple(rows), (note,))


def _spread_row(found: Members, name: str, spread: Spread | None) -> TableRow:
    if spread is None:
        return TableRow((name, count_text(0, found.words.language), *[NO_VALUE] * 5))
    number, few = found.whole.number, spread.n < ENOUGH
    middle = [NO_VALUE if few else number(value) for value in (spread.q1, spread.median, spread.q3)]
    n = count_text(spread.n, found.words.language)
    return TableRow((name, n, number(spread.minimum), *middle, number(spread.maximum)))


def strip_table(found: Members) -> TableView:
    """Return every member, region by region, after the regions themselves: the same numbers as the picture."""
    words, whole = found.words, found.whole
    areas = whole.picture.areas.by_code
    columns = (
        Column(words("variation.area", one=kind_facts(found)["one"])),
        Column(f"{words('table.value')} ({unit_name(whole)})", "number"),
    )
    facts = {"name": short_name(whole), "period": found.period_text, "kinds": kind_facts(found)["kinds"]}
    own = {areas[code].name: value for code, value in found.regions.items()}
    groups = [TableGroup(words("variation.between_row"), _rows(found, own))] if own else []
    for code, inside in found.spreads.items():
        groups.append(
            TableGroup(areas[code].name, _rows(found, {found.member(c): v for c, v in inside.values.items()}))
        )
    return TableView(words("variation.all_table", **facts), columns, tuple(groups))


def _rows(found: Members, values: dict[str, float]) -> tuple[TableRow, ...]:
    return tuple(TableRow((name, found.whole.number(value))) for name, value in values.items())

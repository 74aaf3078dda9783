"""The regions beside the countries, where an indicator and a figure are judged comparable."""

from collections.abc import Iterator
from dataclasses import replace

from dashboard.query import link
from dashboard.viewmodels.abroad.subject import SWEDEN, Abroad
from dashboard.viewmodels.abroad.views import Beside
from dashboard.viewmodels.axes import value_axis
from dashboard.viewmodels.indicator.focus import SEPARATORS, focus
from dashboard.viewmodels.indicator.views import Level, StripPoint, StripRow, StripView
from dashboard.viewmodels.sentences import Piece
from dashboard.viewmodels.subject import Subject, area_name
from dashboard.viewmodels.tables import Column, TableGroup, TableRow, TableView
from indicators import NATION, ComparisonAbroad, Period

DRAWN = ("same", "similar")


def beside(item: Abroad) -> Iterator[Beside]:
    """Yield each indicator that somebody has judged against the figure, with its grade and the reason."""
    catalogue = item.picture.catalogue
    for judged in item.picture.reference.comparisons:
        if judged.international == item.facts.figure and judged.indicator in catalogue.by_id:
            yield _beside(item, judged)


def _beside(item: Abroad, judged: ComparisonAbroad) -> Beside:
    say, catalogue = item.words, item.picture.catalogue
    name = catalogue.by_id[judged.indicator].short_name.in_(say.language)
    picture, why = _picture(item, judged)
    main = catalogue.main_id(judged.indicator)
    series = judged.indicator if judged.indicator != main else ""
    return Beside(
        heading=say("abroad.beside", name=name),
        grade=say(f"international.grade.{judged.grade}"),
        texts=tuple(text for text in (judged.reason.in_(say.language), why) if text),
        link=Piece(say("abroad.to_indicator", name=name), link(f"/indikator/{main}", item.question, series=series)),
        picture=picture,
    )


def _picture(item: Abroad, judged: ComparisonAbroad) -> tuple[StripView | None, str]:
    """The picture, or why there is none."""
    say = item.words
    if judged.grade not in DRAWN:
        return None, say("abroad.not_drawn.indicative")
    if not judged.one_scale:
        return None, say("abroad.not_drawn.scale")
    # The countries' figures are of women and men together, whatever the reader has chosen elsewhere.
    question = replace(item.question, sex="T", series=judged.indicator)
    whole = focus(item.picture, question, judged.indicator)
    if whole is None or not whole.comparison.values or not item.is_comparison:
        return None, say("abroad.not_drawn.values")
    return _strip(item, whole), ""


def _strip(item: Abroad, whole: Subject) -> StripView:
    say, rows, average = item.words, (_countries(item), _regions(item, whole)), item.average
    marks = () if average is None else (_level(item, average.value),)
    values = [point.value for row in rows for point in (*row.points, *([row.region] if row.region else []))]
    finding = _finding(item, whole)
    decimals = max(item.facts.decimals, whole.definition.decimals)
    mirrored = whole.definition.direction == "lower"
    return StripView(
        finding=finding,
        caption=f"{item.name}, {item.unit} ({say(f'axis.{whole.definition.direction}')})",
        axis=value_axis([*values, *(mark.value for mark in marks)], decimals, say.language, mirrored=mirrored),
        axis_end=say("figure.higher" if whole.definition.direction == "none" else "drawing.better"),
        rows=rows,
        levels=marks,
        separators=SEPARATORS[say.language],
        alt=say("abroad.beside_alt", finding=finding),
        notes=(say("abroad.beside_note"), *_old(item, whole)),
        source=_source(item, whole),
        empty=(),
        spread=None,
        table=_table(item, whole),
    )


def _level(item: Abroad, value: float) -> Level:
    return Level("international", value, f"{item.average_label}: {item.number(value)}")


def _countries(item: Abroad) -> StripRow:
    points = {name: _point(item.country(name), value, item) for name, value in item.figure.values.items()}
    own = points.pop(SWEDEN, None)
    return StripRow("countries", item.words("abroad.row.countries", years=item.years), tuple(points.values()), own)


def _point(name: str, value: float, item: Abroad) -> StripPoint:
    return StripPoint(value, f"{name}: {item.number(value)}")


def _regions(item: Abroad, whole: Subject) -> StripRow:
    areas = item.picture.areas.by_code
    points = tuple(
        StripPoint(value, f"{areas[code].name}: {whole.text(value)}")
        for code, value in whole.comparison.yardsticks.items()
    )
    nation, name = whole.comparison.nation, area_name(item.picture, NATION, item.words)
    own = None if nation is None else StripPoint(nation, f"{name}: {whole.text(nation)}")
    return StripRow("regions", item.words("abroad.row.regions", period=_period(whole)), points, own)


def _period(whole: Subject) -> str:
    return whole.period(whole.comparison.headline or "")


def _finding(item: Abroad, whole: Subject) -> str:
    """The ends of both rows: what the reader sees, without a verdict on figures that are seldom of the same year."""
    abroad, regions = list(item.figure.values.values()), list(whole.comparison.yardsticks.values())
    return item.words(
        "abroad.beside_finding",
        low=whole.number(min(regions)),
        high=whole.number(max(regions)),
        period=_period(whole),
        least=item.number(min(abroad)),
        most=item.number(max(abroad)),
        years=item.years,
    )


def _old(item: Abroad, whole: Subject) -> tuple[str, ...]:
    """How much older the countries' figures are than the regions'."""
    year, headline = item.figure.last_year, whole.comparison.headline
    older = Period.parse(headline).year - year if year is not None and headline else 0
    return (item.words.count("abroad.older", older),) if older > 0 else ()


def _source(item: Abroad, whole: Subject) -> str:
    figure, number = item.figure, item.picture.edition.number
    abroad = f"{figure.publisher}, {figure.edition}"
    return item.words("abroad.beside_source", abroad=abroad, own=whole.source, number=number)


def _table(item: Abroad, whole: Subject) -> TableView:
    say, areas = item.words, item.picture.areas.by_code
    columns = (Column(say("abroad.column.area")), Column(f"{say('table.value')} ({item.unit})", "number"))
    countries = tuple(TableRow((item.country(n), item.number(v)), n == SWEDEN) for n, v in item.figure.values.items())
    regions = tuple(TableRow((areas[c].name, whole.number(v))) for c, v in whole.comparison.yardsticks.items())
    nation = whole.comparison.nation
    own = () if nation is None else (TableRow((area_name(item.picture, NATION, say), whole.number(nation)), True),)
    groups = (
        TableGroup(say("abroad.row.countries", years=item.years), countries),
        TableGroup(say("abroad.row.regions", period=_period(whole)), (*own, *regions)),
    )
    return TableView(say("abroad.beside_table", name=item.name), columns, groups)

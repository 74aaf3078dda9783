"""The regions' own units of one indicator: for each region that tells of them, beside what is published."""

from dataclasses import replace

from dashboard.i18n import Words
from dashboard.query import Question, link
from dashboard.viewmodels.axes import ChartAxis, value_axis
from dashboard.viewmodels.contract_units import UnitBand, UnitMark, UnitsTables, UnitsView
from dashboard.viewmodels.indicator.focus import SEPARATORS, axis_end, focus, short_name, unbroken, unit_name
from dashboard.viewmodels.indicator.units_bands import Bands, asked_rows, make_bands
from dashboard.viewmodels.indicator.units_tables import spread_table, units_table
from dashboard.viewmodels.indicator.views import Level
from dashboard.viewmodels.rows import make_row
from dashboard.viewmodels.sentences import Piece, listed
from dashboard.viewmodels.subject import Subject, source_text
from indicators import NATION, Picture, format_number

OWN_UNITS = "/data/enheter"
MOST_TOLD = 3
# With fewer than these a share is told with its counts.
FEW = 30


def units_view(
    picture: Picture, question: Question, code: str, region: str = "", version: str = ""
) -> UnitsView | None:
    """Return the units of one region, else of the regions chosen in the address, else of all that have some.

    None when no period is early enough. `version` is `picture.units_version`, so that a view that is kept is of the
    uploads that were there when it was made.
    """
    whole = focus(picture, question, code)
    if whole is None:
        return None
    has = picture.units.regions(whole.definition.id)
    chosen = [one for one in question.regions if one in has]
    regions = [one for one in has if one == region] if region else chosen or has
    rows, sexes = asked_rows(whole, question, regions)
    if not rows:
        return _nothing(whole, _empty(whole, sexes))
    return _shown(whole, make_bands(whole, rows))


def units_tables(picture: Picture, question: Question, code: str, region: str = "", version: str = "") -> UnitsTables:
    """Return the tables of the same view."""
    view = units_view(picture, question, code, region, version)
    return UnitsTables(view.table, view.spread) if view else UnitsTables(None, None)


def _nothing(whole: Subject, empty: tuple[Piece, ...]) -> UnitsView:
    return UnitsView(
        edition=whole.picture.edition.number,
        indicator=whole.indicator.id,
        series=whole.definition.id,
        name=short_name(whole),
        unit=unit_name(whole),
        lang=whole.words.language,
        sex=whole.row.sex,
        finding="",
        caption="",
        example="",
        example_where="",
        axis=None,
        axis_end="",
        bands=(),
        levels=(),
        lanes=0,
        is_named=False,
        separators=SEPARATORS[whole.words.language],
        alt="",
        notes=(),
        source="",
        empty=empty,
        table=None,
        spread=None,
    )


def _shown(whole: Subject, found: Bands) -> UnitsView:
    words, marks, finding = whole.words, _levels(whole, found), _finding(whole, found)
    made_up = _examples(found)
    return replace(
        _nothing(whole, ()),
        finding=finding,
        caption=_caption(whole, found),
        example=words("units_shown.example") if made_up else "",
        example_where=words("units_shown.example_where", regions=_names(whole, made_up)) if made_up else "",
        axis=_axis(whole, found, marks),
        axis_end=axis_end(whole),
        bands=found.bands,
        levels=marks,
        lanes=found.lanes,
        is_named=found.is_named,
        alt=words.count("units_shown.alt", sum(band.spread.n for band in found.bands), finding=finding),
        notes=tuple(_notes(whole, found)),
        source=words("units_shown.source", source=whole.source, edition=whole.picture.edition.number),
        table=units_table(whole, found.bands),
        spread=spread_table(whole, found.bands),
    )


def _examples(found: Bands) -> list[str]:
    return list(dict.fromkeys(band.region for band in found.bands if band.example))


def _names(whole: Subject, regions: list[str]) -> str:
    named = [(Piece(whole.picture.areas.by_code[code].name), "") for code in regions]
    return "".join(piece.text for piece in listed(named, whole.words))


def _caption(whole: Subject, found: Bands) -> str:
    words = whole.words
    periods = ", ".join(dict.fromkeys(band.period_text for band in found.bands))
    mark = f" · {words('units_shown.example')}" if _examples(found) else ""
    axis = words(f"axis.{whole.definition.direction}")
    return f"{words('units_shown.own_short')}: {short_name(whole)}, {unit_name(whole)}, {periods} ({axis}){mark}"


def _axis(whole: Subject, found: Bands, marks: tuple[Level, ...]) -> ChartAxis | None:
    drawn = [mark for band in found.bands for mark in band.units if mark.at is not None]
    values = [value for mark in drawn for value in (mark.value, mark.lower, mark.upper)]
    if not drawn:
        return None
    values += [band.region_value.value for band in found.drawn if band.region_value]
    values += [mark.value for mark in marks]
    mirrored = whole.definition.direction == "lower"
    return value_axis(values, whole.definition.decimals, whole.words.language, mirrored=mirrored)


def _levels(whole: Subject, found: Bands) -> tuple[Level, ...]:
    """The nation at the units' own period, else at the headline's with its name; and the target."""
    row, marks = make_row(whole), list(_nation(whole, {band.period for band in found.bands}))
    if row.target.value is not None:
        marks.append(Level("target", row.target.value, row.target.mark, row.target.dashed))
    return tuple(marks)


def _nation(whole: Subject, periods: set[str]) -> tuple[Level, ...]:
    points, headline = dict(whole.comparison.points[NATION]), whole.comparison.headline or ""
    own = next(iter(periods)) if len(periods) == 1 else ""
    shown = own if own in points else headline
    if shown not in points:
        return ()
    text = f"{whole.words('figure.nation')} {whole.number(points[shown])}"
    return (Level("nation", points[shown], text if shown == own else f"{text} ({whole.period(shown)})"),)


def _finding(whole: Subject, found: Bands) -> str:
    """The band whose units lie furthest apart."""
    words = whole.words
    if not found.drawn:
        return words("units_shown.finding_hidden")
    band = max(found.drawn, key=lambda one: (one.spread.maximum or 0.0) - (one.spread.minimum or 0.0))
    mark = f"{words('units_shown.example_short').capitalize()}. " if band.example else ""
    return unbroken(mark + _range(whole, band))


def _range(whole: Subject, band: UnitBand) -> str:
    known = sorted((mark for mark in band.units if mark.at is not None), key=lambda mark: mark.value or 0.0)
    low, high = known[0], known[-1]
    name = whole.picture.areas.by_code[band.region].short_name
    if len(known) == 1:
        return whole.words("units_shown.finding_one", region=name, unit=low.unit, value=_text(whole, low))
    return whole.words(
        "units_shown.finding",
        region=name,
        kinds=whole.words(f"units_shown.the.{band.kind}"),
        low=_text(whole, low),
        low_name=_named(whole, low),
        high=_text(whole, high),
        high_name=_named(whole, high),
    )


def _named(whole: Subject, mark: UnitMark) -> str:
    """A unit's name; with its counts where they are so few that chance speaks loudest."""
    counts = (mark.numerator, mark.denominator) if mark.interval_basis else (None, None)
    if counts[0] is None or counts[1] is None or counts[1] >= FEW:
        return mark.unit
    numerator, denominator = (format_number(count, 0, whole.words.language) for count in counts if count is not None)
    return whole.words("units_shown.counted", unit=mark.unit, numerator=numerator, denominator=denominator)


def _text(whole: Subject, mark: UnitMark) -> str:
    return whole.text(mark.value or 0.0)


def _notes(whole: Subject, found: Bands) -> list[str]:
    words = whole.words
    own = {(whole.picture.areas.by_code[band.region].name, band.vintage) for band in found.bands}
    told = ", ".join(f"{name} ({vintage})" for name, vintage in sorted(own))
    notes = [words("units_shown.never", regions=told)]
    few = found.drawn if len(found.drawn) <= MOST_TOLD else ()
    notes += dict.fromkeys(band.region_value.reading for band in few if band.region_value)
    hidden = sum(band.hidden for band in found.bands)
    notes += [_legend(whole, found)] if found.drawn else []
    notes += [words.count("units_shown.hidden", hidden)] if hidden else []
    return notes


def _legend(whole: Subject, found: Bands) -> str:
    """What the marks stand for, of those that are drawn."""
    marks = [mark for band in found.drawn for mark in band.units]
    drawn = {
        "dot": True,
        "line": any(mark.lower is not None for mark in marks),
        "region": any(band.region_value for band in found.drawn),
        "middle": any(band.spread.q1 is not None for band in found.drawn),
    }
    return " ".join(whole.words(f"units_shown.legend.{name}") for name, is_drawn in drawn.items() if is_drawn)


def _empty(whole: Subject, sexes: tuple[str, ...]) -> tuple[Piece, ...]:
    words = whole.words
    if sexes:
        shown = [words(f"sex.{sex}").lower() for sex in sexes]
        asked = words(f"sex.{whole.row.sex}").lower()
        return (Piece(words("units_shown.other_sex", asked=asked, shown=", ".join(shown))),)
    other = _other_series(whole)
    if other is not None:
        return (Piece(words("units_shown.elsewhere") + " "), other, Piece("."))
    before, _, after = words("units_shown.none", page="\ufffc").partition("\ufffc")
    return Piece(before), Piece(words("units_shown.page"), _own_page(whole.question, words)), Piece(after)


def _own_page(question: Question, words: Words) -> str:
    return link(OWN_UNITS, Question(lang=words.language, edition=question.edition))


def _other_series(whole: Subject) -> Piece | None:
    """The indicator's other series, when some region has units of that one."""
    for item in whole.picture.catalogue.series_of(whole.indicator.id):
        if item.id != whole.definition.id and whole.picture.units.regions(item.id):
            href = link(f"/indikator/{whole.indicator.id}", whole.question, series=item.id, sex=whole.row.sex)
            return Piece(whole.words("indicator.series_from", source=source_text(item, whole.words)), href)
    return None

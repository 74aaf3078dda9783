"""One figure of other countries: all of them in a chart and a table, and the regions beside them where comparable."""

from dashboard.query import Question, link
from dashboard.viewmodels.abroad.beside import beside
from dashboard.viewmodels.abroad.subject import ABROAD, SWEDEN, Abroad, abroad
from dashboard.viewmodels.abroad.views import FigureView
from dashboard.viewmodels.axes import value_axis
from dashboard.viewmodels.contract import Fact, Tone
from dashboard.viewmodels.indicator.focus import SEPARATORS
from dashboard.viewmodels.indicator.views import Dot, Level, RegionsView, StripView
from dashboard.viewmodels.sentences import Piece
from dashboard.viewmodels.tables import Column, TableRow, TableView, plain_table
from indicators import FRAMEWORK, Picture, read_figures


def figure_view(picture: Picture, question: Question, code: str) -> FigureView | None:
    """Return the page of one figure; None when the edition does not hold it."""
    item = abroad(picture, question, read_figures().by_code[code])
    if item is None:
        return None
    say, found = item.words, tuple(beside(item))
    return FigureView(
        name=item.name,
        places=_places(item),
        year=item.years,
        year_label=say("abroad.year_label"),
        age=item.age_text,
        english=item.figure.edition,
        finding=item.finding,
        facts=_facts(item),
        notes=_notes(item),
        countries=_countries(item) if item.is_comparison else None,
        empty=say.count("abroad.alone", len(item.figure.values)),
        beside=found,
        unmapped="" if found else say("abroad.unmapped"),
    )


def _places(item: Abroad) -> tuple[Piece, ...]:
    say, dimension = item.words, FRAMEWORK.by_code[item.facts.dimension]
    there = link(ABROAD, item.question, dimension=dimension.code)
    start = Piece(say("title.abroad"), link(ABROAD, item.question))
    return (start, Piece(" › "), Piece(dimension.name.in_(say.language), there))


def _facts(item: Abroad) -> tuple[Fact, ...]:
    figure, average = item.figure, item.average
    told = {
        "sweden": "" if figure.sweden is None else item.number(figure.sweden),
        "average": "" if average is None else f"{item.number(average.value)} ({item.average_label})",
        "best": item.best_text,
        "unit": item.unit,
        "countries": str(len(figure.values)),
        "publisher": figure.publisher,
        "edition": figure.edition,
        "licence": item.licence,
    }
    return tuple(Fact(item.words(f"abroad.fact.{name}"), text) for name, text in told.items() if text)


def _notes(item: Abroad) -> tuple[str, ...]:
    say, newest = item.words, item.figure.values.get(SWEDEN)
    notes = [say("abroad.note_newest")] if len(set(item.figure.years)) > 1 else []
    if newest is not None and newest != item.figure.sweden:
        notes.append(say("abroad.note_sweden", year=item.figure.year, value=item.number(newest)))
    if item.facts.direction == "none":
        notes.append(say("abroad.note_direction"))
    if item.average is not None and item.average.is_own:
        notes.append(say("abroad.note_own_mean", n=item.average.n))
    return tuple(notes)


def level(item: Abroad) -> tuple[Level, ...]:
    """Return the average as a yardstick that may be drawn."""
    if item.average is None:
        return ()
    text = f"{item.average_label}: {item.number(item.average.value)}"
    return (Level("international", item.average.value, text),)


def _order(item: Abroad) -> list[str]:
    """The countries, the better first; without direction the higher."""
    sign = 1 if item.facts.direction == "lower" else -1
    return sorted(item.figure.values, key=lambda name: (sign * item.figure.values[name], item.country(name)))


def _countries(item: Abroad) -> RegionsView:
    say, marks = item.words, level(item)
    values = [*item.figure.values.values(), *(mark.value for mark in marks)]
    is_mirrored = item.facts.direction == "lower"
    return RegionsView(
        finding=item.finding,
        caption=f"{item.name}, {item.unit}, {item.years} ({say(f'axis.{item.facts.direction}')})",
        axis=value_axis(values, item.facts.decimals, say.language, mirrored=is_mirrored),
        axis_end=say("figure.higher" if item.facts.direction == "none" else "drawing.better"),
        dots=tuple(_dot(item, name) for name in _order(item)),
        levels=marks,
        separators=SEPARATORS[say.language],
        alt=say("abroad.alt", n=len(item.figure.values), finding=item.finding),
        notes=_notes(item),
        missing_heading="",
        missing=(),
        source=_source(item),
        table=_table(item),
    )


def _dot(item: Abroad, name: str) -> Dot:
    text, shown = item.number(item.figure.values[name]), item.country(name)
    is_own = name == SWEDEN
    label = f"<b>{shown}</b>" if is_own else shown
    tone: Tone = "neutral" if is_own else "missing"
    return Dot(name, label, item.figure.values[name], text, tone, doubtful=False, reading=f"{shown}: {text}")


def _source(item: Abroad) -> str:
    figure, number = item.figure, item.picture.edition.number
    return item.words("source.world", edition=figure.edition, licence=item.licence, number=number)


def _table(item: Abroad) -> TableView:
    say = item.words
    columns = (Column(say("table.country")), Column(f"{say('table.value')} ({item.unit})", "number"))
    rows = [TableRow((item.country(n), item.number(item.figure.values[n])), n == SWEDEN) for n in _order(item)]
    average = [] if item.average is None else [TableRow((item.average_label, item.number(item.average.value)))]
    caption = f"{item.name}, {item.years}"
    return plain_table(caption, columns, (*average, *rows))


def figure_tables(picture: Picture, question: Question, code: str) -> dict[str, TableView | None]:
    """Return the tables of one figure's page, each by the name of its place."""
    view = figure_view(picture, question, code)
    if view is None:
        return {}
    pictures: list[StripView] = [part.picture for part in view.beside if part.picture is not None]
    own = {"countries": view.countries.table if view.countries else None}
    return {**own, **{f"beside-{place}": shown.table for place, shown in enumerate(pictures)}}

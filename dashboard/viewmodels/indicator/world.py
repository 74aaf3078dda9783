"""Sweden among countries: the gap, how comparable the figures are, and the countries where they may be listed."""

from dashboard.query import Question
from dashboard.viewmodels.abroad.names import average_name
from dashboard.viewmodels.indicator.focus import best_first, focus
from dashboard.viewmodels.indicator.views import WorldView
from dashboard.viewmodels.rows import make_row
from dashboard.viewmodels.subject import Subject
from dashboard.viewmodels.tables import Column, TableRow, TableView, plain_table
from indicators import Countries, Picture, format_number

SWEDEN = "Sweden"


def world_view(picture: Picture, question: Question, code: str) -> WorldView | None:
    """Return the international comparison; None when no period is early enough."""
    whole = focus(picture, question, code)
    if whole is None:
        return None
    international, countries = make_row(whole).international, _countries(whole)
    both = whole.words("indicator.world_both") if countries and whole.row.sex != "T" else ""
    return WorldView(
        texts=tuple(text for text in (international.text, international.reason, both) if text),
        source=_source(whole, countries) if countries else "",
        table=_table(whole, countries) if countries else None,
    )


def _countries(whole: Subject) -> Countries | None:
    judged = whole.picture.reference.comparison(whole.definition.id)
    if judged is None or judged.grade == "none":
        return None
    found = whole.picture.edition.countries.get(judged.international or "")
    return found if found and found.values else None


def _source(whole: Subject, countries: Countries) -> str:
    return whole.words(
        "source.world", edition=countries.edition, licence=countries.licence, number=whole.picture.edition.number
    )


def _table(whole: Subject, countries: Countries) -> TableView:
    words = whole.words
    years = "–".join(dict.fromkeys(countries.years))
    unit = words.table.get(f"world_unit.{countries.unit}", countries.unit)
    columns = (Column(words("table.country")), Column(f"{words('table.value')} ({unit})", "number"))
    rows = tuple(_row(whole, countries, name) for name in best_first(whole, countries.values))
    return plain_table(words("indicator.world_table", years=years), columns, (*_average(whole, countries), *rows))


def _average(whole: Subject, countries: Countries) -> tuple[TableRow, ...]:
    if countries.average is None:
        return ()
    label = whole.words(f"international.{average_name(countries)}")
    return (TableRow((f"{label} {countries.year}", _number(whole, countries.average))),)


def _row(whole: Subject, countries: Countries, name: str) -> TableRow:
    shown = whole.words.table.get(f"country.{name}", name)
    return TableRow((shown, _number(whole, countries.values[name])), is_own=name == SWEDEN)


def _number(whole: Subject, value: float) -> str:
    """Other countries' figures have one decimal whatever our own have."""
    return format_number(value, 1, whole.words.language)

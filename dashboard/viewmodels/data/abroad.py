"""The publishers of other countries' figures that stand beside an indicator: what is taken, and on what terms."""

from collections.abc import Iterator, Sequence

from dashboard.i18n import words
from dashboard.query import Question, link
from dashboard.viewmodels.cards import Card, CardPart
from dashboard.viewmodels.contract import Fact
from dashboard.viewmodels.tables import Cell, Column, TableRow, plain_table
from indicators import Countries, Picture

DAY = len("2026-11-21")
Used = tuple[str, Countries]


def abroad_cards(picture: Picture, question: Question) -> Iterator[Card]:
    """Yield a card for each publisher whose figures are comparable with some indicator."""
    found: dict[str, list[Used]] = {}
    for item in picture.reference.comparisons:
        figure = picture.edition.countries.get(item.international or "")
        if figure is not None and item.grade != "none" and item.indicator in picture.catalogue.by_id:
            found.setdefault(figure.publisher, []).append((item.indicator, figure))
    for publisher, used in sorted(found.items()):
        yield _card(picture, question, publisher, used)


def _card(picture: Picture, question: Question, publisher: str, used: Sequence[Used]) -> Card:
    say = words(question.lang)
    years = sorted(year for _, figure in used for year in figure.years if year)
    countries = {country for _, figure in used for country in figure.values}
    told = {
        "takes": say.count("data.takes_abroad", len(used), countries=len(countries), first=years[0], last=years[-1]),
        "read": _read(picture, publisher) or say("data.unknown_reading"),
        "expected": say("data.unknown"),
        "terms": "; ".join(dict.fromkeys(figure.licence for _, figure in used)) + ".",
        "attribution": say("data.attribution_abroad", publisher=publisher),
    }
    facts = tuple(Fact(say(f"data.fact.{name}"), text) for name, text in told.items())
    # The name is part of an element's id, in which no space may stand.
    name = f"abroad-{publisher.lower().replace(' ', '-')}"
    return Card(name, publisher, facts=facts, parts=(_figures(picture, question, used).of(publisher),))


def _read(picture: Picture, publisher: str) -> str:
    """The day the publisher was last read; its module has its name."""
    found = (item for item in picture.edition.readings if item.module == publisher.lower())
    return next((item.read_at[:DAY] for item in found if item.status in ("read", "partly")), "")


def _figures(picture: Picture, question: Question, used: Sequence[Used]) -> CardPart:
    say = words(question.lang)
    names = ("indicator", "figure", "table_abroad", "years")
    rows = tuple(_row(picture, question, indicator, figure) for indicator, figure in used)
    summary = say("data.part.figures", n=len(rows))
    columns = tuple(Column(say(f"data.column.{name}")) for name in names)
    return CardPart("figures", summary, plain_table(summary, columns, rows))


def _row(picture: Picture, question: Question, indicator: str, figure: Countries) -> TableRow:
    main = picture.catalogue.main_id(indicator)
    name = picture.catalogue.by_id[indicator].short_name.in_(question.lang)
    years = "–".join(dict.fromkeys(figure.years))
    return TableRow((Cell(name, href=link(f"/indikator/{main}", question)), figure.name, figure.edition, years))

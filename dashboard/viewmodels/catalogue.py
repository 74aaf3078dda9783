"""The catalogue as the open interface and the list of indicators give it."""

from dataclasses import dataclass

from dashboard.i18n import words
from dashboard.query import Question, link
from dashboard.viewmodels.subject import source_text
from indicators import CAVEATS, UNITS, Definition, Picture


@dataclass(frozen=True, slots=True)
class SeriesEntry:
    """One publisher's series."""

    provider: str
    key: str
    levels: tuple[str, ...]
    sexes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One definition in one language. `twin_of` names the indicator whose question it answers too, else None.

    `weight` is what it weighs when what matters is chosen, 0 to 3, `weight_note` why it departs from its kind's and
    `over_time_reason` why it is not told over time; None where nothing is said.
    """

    indicator: str
    dimension: str
    area: str
    name: str
    short_name: str
    measures: str
    matters: str
    numerator: str
    denominator: str
    unit: str
    unit_code: str
    decimals: int
    direction: str
    direction_text: str
    direction_reason: str
    kind: str
    kind_text: str
    criteria: dict[str, str]
    caveats: tuple[str, ...]
    weight: int | None
    weight_note: str | None
    over_time_reason: str | None
    period: str
    series: tuple[SeriesEntry, ...]
    source: str
    twin_of: str | None
    href: str


@dataclass(frozen=True, slots=True)
class CatalogueView:
    """Every definition of the open edition."""

    edition: str
    lang: str
    indicators: tuple[Entry, ...]


def catalogue_view(picture: Picture, question: Question) -> CatalogueView:
    """Return every definition in one language, background and twins included."""
    entries = tuple(_entry(picture, question, definition) for definition in picture.catalogue.definitions)
    return CatalogueView(picture.edition.number, question.lang, entries)


def _entry(picture: Picture, question: Question, definition: Definition) -> Entry:
    say, lang, signals = words(question.lang), question.lang, definition.signals
    criteria = {name: getattr(definition.criteria, name).in_(lang) for name in type(definition.criteria).model_fields}
    return Entry(
        indicator=definition.id,
        dimension=definition.dimension,
        area=definition.area,
        name=definition.name.in_(lang),
        short_name=definition.short_name.in_(lang),
        measures=definition.measures.in_(lang),
        matters=definition.matters.in_(lang),
        numerator=definition.numerator.in_(lang),
        denominator=definition.denominator.in_(lang),
        unit=UNITS[definition.unit].name.in_(lang),
        unit_code=definition.unit,
        decimals=definition.decimals,
        direction=definition.direction,
        direction_text=say(f"direction.{definition.direction}"),
        direction_reason=definition.direction_reason.in_(lang),
        kind=definition.kind,
        kind_text=say(f"indicator.kind_{definition.kind}"),
        criteria=criteria,
        caveats=tuple(CAVEATS[code].in_(lang) for code in definition.caveats),
        weight=signals.weight if signals else None,
        weight_note=signals.note.in_(lang) if signals and signals.note else None,
        over_time_reason=signals.over_time_reason.in_(lang) if signals and signals.over_time_reason else None,
        period=definition.period.note.in_(lang),
        series=tuple(SeriesEntry(key.provider, key.key, key.levels, key.sexes) for key in definition.series),
        source=source_text(definition, say),
        twin_of=definition.twin.of if definition.twin else None,
        href=link(f"/indikator/{picture.catalogue.main_id(definition.id)}", question),
    )

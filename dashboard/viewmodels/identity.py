"""What a row is about: the indicator, its series, and where they are told of."""

from typing import TypedDict

from dashboard.query import link
from dashboard.viewmodels.contract import Fact, SexValue
from dashboard.viewmodels.facts import caution, facts, sex_values
from dashboard.viewmodels.subject import Subject
from dashboard.viewmodels.twins import twin_href, twin_text
from indicators import NATION, UNITS


class Identity(TypedDict):
    """The fields of a Row that are told about the indicator, not judged or drawn."""

    indicator: str
    series: str
    dimension: str
    area: str
    name: str
    full_name: str
    href: str
    unit: str
    unit_code: str
    decimals: int
    kind: str
    direction: str
    source: str
    source_key: str
    caution: str
    sexes: tuple[SexValue, ...]
    facts: tuple[Fact, ...]
    twin: str
    twin_href: str
    derived: bool
    derived_text: str


def identity(subject: Subject) -> Identity:
    """Return what the row of one subject is about."""
    definition, language = subject.definition, subject.words.language
    return Identity(
        indicator=subject.indicator.id,
        series=definition.id,
        dimension=definition.dimension,
        area=definition.area,
        name=subject.indicator.short_name.in_(language),
        full_name=definition.name.in_(language),
        href=_href(subject),
        unit=UNITS[definition.unit].suffix.in_(language),
        unit_code=definition.unit,
        decimals=definition.decimals,
        kind=definition.kind,
        direction=definition.direction,
        source=subject.source,
        source_key=definition.series[0].key,
        caution=caution(subject),
        sexes=sex_values(subject),
        facts=facts(subject),
        twin=twin_text(subject),
        twin_href=twin_href(subject),
        derived=False,
        derived_text=subject.words("source.derived", source=subject.source),
    )


def _href(subject: Subject) -> str:
    regions = () if subject.row.area == NATION else (subject.row.area,)
    return link(f"/indikator/{subject.indicator.id}", subject.question, regions=regions)

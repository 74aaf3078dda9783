"""What the regions are looked into by: municipalities, or units of one kind; and the words for them."""

from dashboard.query import MUNICIPALITY, Question
from dashboard.viewmodels.choices import Choice
from dashboard.viewmodels.indicator.focus import short_name, unit_name
from dashboard.viewmodels.indicator.views import Level
from dashboard.viewmodels.inside_subject import (
    InsideSubject,
    first_inside,
    inside_choices,
    inside_indicators,
    inside_subject,
)
from dashboard.viewmodels.rows import make_row
from dashboard.viewmodels.variation.units import UnitsInside, indicators_with_units, units_inside
from indicators import UNIT_KINDS, Picture

ENOUGH = 5
KINDS = (MUNICIPALITY, *UNIT_KINDS)
Members = InsideSubject | UnitsInside


def members(picture: Picture, question: Question) -> Members | None:
    """Return the members of regions that the question is about; None when there are none of that kind so early."""
    if question.kind == MUNICIPALITY:
        return inside_subject(picture, question)
    return units_inside(picture, question, shown_indicator(picture, question), question.kind)


def shown_indicator(picture: Picture, question: Question) -> str:
    """Return the indicator asked for, else the one that is shown first."""
    return question.indicator or first_inside(picture)


def indicator_choices_inside(picture: Picture, question: Question) -> tuple[Choice, ...]:
    """Return the indicators that have municipalities, units or months, in the framework's order."""
    series_of = picture.catalogue.series_of
    monthly = {series for series, _, _ in picture.analysis.months}
    known = {*inside_indicators(picture), *indicators_with_units(picture)}
    known |= {item.id for item in picture.catalogue.indicators if any(s.id in monthly for s in series_of(item.id))}
    chosen = {question.indicator} - {""}
    shown = tuple(item.id for item in picture.catalogue.indicators if item.id in known | chosen)
    return inside_choices(picture, question, shown)


def kind_facts(found: Members) -> dict[str, str]:
    """Return the words for the members, by the names that sentences have for them."""
    words, kind = found.words, found.kind
    return {
        "kinds": words(f"variation.kinds.{kind}"),
        "whose": words(f"variation.whose.{kind}"),
        "the": words(f"variation.the.{kind}"),
        "one": words(f"variation.one.{kind}"),
    }


def counted(found: Members, n: int) -> str:
    """Return a number of members, like «1 kommun» or «12 sjukhus»."""
    return found.words(f"variation.counted.{found.kind}.{'one' if n == 1 else 'other'}", n=n)


def caption(found: Members, name: str = "") -> str:
    """Return what a picture shows: whose, the indicator, unit, period, sex and how the axis runs."""
    whole, words = found.whole, found.words
    sex = "" if whole.row.sex == "T" else f", {words(f'sex.{whole.row.sex}').lower()}"
    mark = f" · {words('units_shown.example')}" if found.example else ""
    shown = f"{short_name(whole)}{sex}, {unit_name(whole)}, {found.period_text}"
    return f"{name}{shown} ({words(f'axis.{whole.definition.direction}')}){mark}"


def levels(found: Members) -> tuple[Level, ...]:
    """Return the nation at the members' period, and the target."""
    whole, row = found.whole, make_row(found.whole)
    marks: list[Level] = []
    if found.nation is not None:
        marks.append(Level("nation", found.nation, f"{found.words('figure.nation')} {whole.number(found.nation)}"))
    if row.target.value is not None:
        marks.append(Level("target", row.target.value, row.target.mark, row.target.dashed))
    return tuple(marks)


def source(found: Members) -> str:
    """Return the source line of a picture: for units the regions themselves, beside the publisher."""
    key = "source" if found.kind == MUNICIPALITY else "source_units"
    return found.words(f"variation.{key}", source=found.whole.source, edition=found.whole.picture.edition.number)

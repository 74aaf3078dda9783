"""What units with counts say of regions: the within share without chance, and half a gap. Plain Python for pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indicators.analysis.records import FewUnitsFound, WithinShare
from indicators.analysis.shared import within_share, yardstick_of
from indicators.assessment.records import Comparison
from indicators.assessment.rules import ENOUGH_UNITS
from indicators.definition import Definition
from indicators.reference import Reference
from indicators.statistics.errors import TooFewGroupsError
from indicators.statistics.outcomes import CountModel, Spread, Variation
from indicators.statistics.spread import summarise
from indicators.statistics.variation import adjusted_variation, few_units, variation
from indicators.units.summing import UnitCounts

Values = Mapping[str, Mapping[str, float]]
Counts = Mapping[str, Mapping[str, UnitCounts]]


@dataclass(frozen=True, slots=True)
class SharedOut:
    """The within share with chance taken out; `raw` is the share with chance left in, None where that was not done."""

    share: WithinShare
    raw: float | None


def spread_of(values: Sequence[float]) -> Spread | None:
    """Return the ends and quartiles of values, also of few; None without any."""
    return summarise(values) if values else None


def share_of(period: str, values: Values, counts: Counts) -> SharedOut:
    """Return the within share of units by region, with chance taken out; none unless every one of them has counts."""
    try:
        plain = _plain(values)
    except TooFewGroupsError:
        large = [own for own in values.values() if len(own) >= ENOUGH_UNITS]
        few = WithinShare(period, "few-regions", None, None, None, len(large), sum(map(len, large)))
        return SharedOut(few, None)
    adjusted = _adjusted(values, counts)
    if adjusted is None:
        units = sum(region.units for region in plain.regions)
        return SharedOut(WithinShare(period, "not-counted", None, None, None, len(plain.regions), units), None)
    return SharedOut(within_share(period, adjusted), plain.share)


def _plain(values: Values) -> Variation:
    pairs = [(value, region) for region, own in values.items() for value in own.values()]
    return variation([value for value, _ in pairs], [region for _, region in pairs])


def _adjusted(values: Values, counts: Counts) -> Variation | None:
    if any(len(counts[region]) < len(own) for region, own in values.items()):
        return None
    pairs = [(own, region) for region, units in counts.items() for own in units.values()]
    model: CountModel = "binomial" if pairs[0][0].kind == "proportion" else "poisson"
    if model == "binomial" and any(own.denominator <= 1 for own, _ in pairs):
        return None
    numbers = ([own.numerator for own, _ in pairs], [own.denominator for own, _ in pairs])
    return adjusted_variation(*numbers, [region for _, region in pairs], model, per=pairs[0][0].per)


def few_of(
    definition: Definition,
    comparison: Comparison,
    reference: Reference,
    values: Mapping[str, float],
    counts: Mapping[str, UnitCounts],
) -> FewUnitsFound:
    """Return the few of a region's units that carry half of its gap to the target, else to the best quarter."""
    if definition.direction == "none":
        return FewUnitsFound("no-direction")
    codes = tuple(code for code in values if code in counts)
    if not codes:
        return FewUnitsFound("other-denominator")
    if len(codes) < ENOUGH_UNITS:
        return FewUnitsFound("few-units")
    yardstick, kind = yardstick_of(definition, comparison, reference)
    if yardstick is None:
        return FewUnitsFound("no-yardstick")
    found = few_units(
        [values[code] for code in codes],
        [counts[code].denominator for code in codes],
        yardstick,
        higher=definition.direction == "higher",
        per=counts[codes[0]].per,
    )
    return FewUnitsFound(None if found.units else "no-excess", yardstick, kind, codes, found)

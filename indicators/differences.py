"""The differences inside an area that may be told: women and men, municipalities, and by economic standard."""

from collections.abc import Iterator

from indicators.analysis.difference_records import Difference, FifthsInside, LastingSpread, SexDifference
from indicators.areas import NATION
from indicators.definition import Definition, Sex
from indicators.editions.open_edition import Picture

Told = SexDifference | LastingSpread | FifthsInside


def differences_inside(picture: Picture, area: str) -> tuple[Difference, ...]:
    """Return the told differences inside an area, the heaviest indicators first, else in the catalogue's order.

    Of a region they are of women and men and of its municipalities; of the nation of municipalities by economic
    standard. They are background, with their year: all figures of municipalities, and of women and men, are years old.
    Empty where nothing may be told. Raises FaultError when a setting of the analysis is wrong.
    """
    found = [_difference(picture, *item) for item in _told(picture, area)]
    order = {definition.id: place for place, definition in enumerate(picture.catalogue.definitions)}

    def weight(item: Difference) -> tuple[int, int]:
        fields = picture.catalogue.by_id[item.series].signals
        return -(fields.weight if fields else 0), order[item.series]

    return tuple(sorted(found, key=weight))


def _told(picture: Picture, area: str) -> Iterator[tuple[str, Sex, str, Told]]:
    analysis = picture.analysis
    if area == NATION:
        for series, fifths in analysis.slopes.items():
            if fifths.is_told:
                yield series, "T", area, fifths
        return
    for (series, code), sexes in analysis.sexes.items():
        if code == area and sexes.is_told:
            yield series, "T", area, sexes
    for (series, code), spread in analysis.lasting.items():
        if code == area and spread.is_told:
            yield series, "T", area, spread


def _difference(picture: Picture, series: str, sex: Sex, area: str, facts: Told) -> Difference:
    definition: Definition = picture.catalogue.by_id[series]
    indicator = definition.twin.of if definition.twin else definition.id
    match facts:
        case SexDifference():
            return Difference("sexes", indicator, series, sex, area, facts.period, facts)
        case LastingSpread():
            return Difference("municipalities", indicator, series, sex, area, facts.period, facts)
        case FifthsInside():
            return Difference("fifths", indicator, series, sex, area, facts.period, facts)

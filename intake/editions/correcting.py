"""Making a correction: what it names must be there, and the wrong figures are those that the edition holds."""

from collections.abc import Iterator
from dataclasses import dataclass

import orjson

from indicators.areas import AREAS, NATION
from indicators.catalogue import Catalogue
from indicators.corrections import OWN_FILE, CorrectedFigure, Correction, Corrections, read_corrections
from indicators.data_folder import DataFolder
from indicators.definition import Definition, Sex
from indicators.durable import write_bytes
from indicators.editions.edition import Edition
from indicators.faults import Fault, FaultError, shown
from intake.locking import hold

Place = tuple[str, str, str]
Held = dict[Place, float]
MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class Wrong:
    """Which figures are said to be wrong. No `areas` are the nation and all regions.

    `value` is what is said to stand there and `right` what should, each of a single figure; None where that is not said
    or not known.
    """

    indicator: str
    areas: tuple[str, ...]
    periods: tuple[str, ...]
    sexes: tuple[Sex, ...] = ("T",)
    value: float | None = None
    right: float | None = None


def wrong_figures(wrong: Wrong, edition: Edition, catalogue: Catalogue) -> tuple[CorrectedFigure, ...]:
    """Return the figures as the edition holds them. Raises FaultError with everything that is not there."""
    definition = catalogue.by_id.get(wrong.indicator)
    if definition is None:
        allowed = "must be the id of a definition; GET /api/v1/indicators lists them"
        raise FaultError([Fault(edition.number, "indicator", shown(wrong.indicator), allowed)])
    held = _held(definition, edition)
    areas = wrong.areas or tuple(code for code in (NATION, *AREAS.region_codes) if _any_of(held, code, wrong))
    places: list[Place] = [(area, period, sex) for area in areas for period in wrong.periods for sex in wrong.sexes]
    faults = [*_absent(edition, held, places if wrong.areas else []), *_not_single(edition, wrong, places)]
    if not places:
        faults.append(Fault(edition.number, "period", shown(", ".join(wrong.periods)), _periods(held)))
    if faults:
        raise FaultError(faults)
    figures = [_figure(place, held[place], wrong.right) for place in places if place in held]
    if wrong.value is not None and figures[0].wrong != wrong.value:
        raise FaultError(
            [Fault(edition.number, "wrong", f"{wrong.value:g}", f"the edition holds {figures[0].wrong:g}")]
        )
    return tuple(figures)


def add_correction(folder: DataFolder, correction: Correction) -> Correction:
    """Add a correction to those made on this installation, and return it under a name that no other has.

    Raises BusyError, FaultError when those that are there cannot be read, or OSError; what
    was there is then as it was.
    """
    with hold(folder, "edition correct"):
        every = read_corrections(folder.editions)
        program = {item.id for item in read_corrections().corrections}
        taken = {item.id for item in every.corrections}
        named = correction.model_copy(update={"id": _free(correction.id, taken)})
        own = [named, *(item for item in every.corrections if item.id not in program)]
        content = Corrections(corrections=tuple(own)).model_dump(mode="json")
        write_bytes(folder.editions / OWN_FILE, orjson.dumps(content, option=orjson.OPT_INDENT_2))
        return named


def correction_name(wrong: Wrong) -> str:
    """Return what a correction is called by what it concerns."""
    return "-".join((wrong.indicator, *wrong.areas[:1], *wrong.periods[:1]))


def _free(name: str, taken: set[str]) -> str:
    additions = (f"{name}-{n}" for n in range(2, len(taken) + 3))
    return name if name not in taken else next(other for other in additions if other not in taken)


def _figure(place: Place, held: float, right: float | None) -> CorrectedFigure:
    area, period, sex = place
    return CorrectedFigure.model_validate({"area": area, "period": period, "sex": sex, "wrong": held, "right": right})


def _held(definition: Definition, edition: Edition) -> Held:
    return {
        (area, period, sex): value
        for key in definition.series
        for (sex, area), points in edition.store.series(key.provider, key.key).points.items()
        for period, value in points
    }


def _any_of(held: Held, area: str, wrong: Wrong) -> bool:
    return any((area, period, sex) in held for period in wrong.periods for sex in wrong.sexes)


def _absent(edition: Edition, held: Held, places: list[Place]) -> Iterator[Fault]:
    for area, period, sex in places:
        if area not in AREAS.by_code:
            yield Fault(edition.number, "area", shown(area), "must be 00, or the code of a region or a municipality")
        elif (area, period, sex) not in held:
            own = {when: value for (code, when, whose), value in held.items() if (code, whose) == (area, sex)}
            known = ", ".join(sorted(own, reverse=True)[:MOST_NAMED]) or "none"
            yield Fault(edition.number, f"{area} {sex}", shown(period), f"the edition has a value for {known}")


def _not_single(edition: Edition, wrong: Wrong, places: list[Place]) -> Iterator[Fault]:
    for name, value in (("wrong", wrong.value), ("right", wrong.right)):
        if value is not None and len(places) > 1:
            yield Fault(edition.number, name, f"{value:g}", f"is said of one figure, and {len(places)} are named")


def _periods(held: Held) -> str:
    known = sorted({period for _, period, _ in held}, reverse=True)
    return f"the edition has values for {', '.join(known[:MOST_NAMED])}"

"""What should be checked before a meeting: large steps that may stem from the recording, and doubtful values' falls."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from indicators.signals import rules
from indicators.signals.evidence import Evidence, Standing
from indicators.signals.measures import reaches
from indicators.signals.records import CheckReason, Companion, Factors, Signal
from indicators.signals.suspicion import Step

Reasons = tuple[CheckReason, ...]


def checks_in(evidence: Evidence, area: str, standings: Mapping[str, Standing]) -> tuple[Signal, ...]:
    """Return the newest values of a region that are told as to be checked, falls first and the heaviest first.

    Every fall is, and rises so large that no praise may follow. Doubtful values of one register are told together.
    """
    newest, suspects = evidence.newest_steps.values(), evidence.suspects
    found = [*((step, suspects[step.place]) for step in newest if step.place in suspects), *evidence.doubted]
    told = [one for one in found if one[0].area == area and _is_told(evidence, one[0])]
    ordered = sorted(told, key=lambda one: _heaviest_first(one[0]))
    return tuple(_together(_check(step, reasons, standings) for step, reasons in ordered))


def _heaviest_first(step: Step) -> tuple[bool, float, float, str]:
    """Falls first: a rise that may be of the recording warns of praise, a fall is what the meeting is about."""
    return not step.falls, -step.measure.fields.weight, -abs(step.z), step.measure.indicator


def _is_told(evidence: Evidence, step: Step) -> bool:
    is_large = step.falls or reaches(abs(step.k), rules.RISE_TOLD)
    return is_large and evidence.age(step.period) <= rules.OLD


def _check(step: Step, reasons: Reasons, standings: Mapping[str, Standing]) -> tuple[str, Signal]:
    """The check and the register it is from."""
    measure, period = step.measure, step.period
    standing = standings.get(measure.indicator)
    signal = Signal(
        group="check",
        kind="check",
        theme=measure.fields.theme,
        indicator=measure.indicator,
        series=measure.definition.id,
        area=step.area,
        period=period,
        value=step.value,
        nation=measure.nation(period),
        nation_is_middle=not measure.publishes_nation(period),
        previous=step.before,
        reasons=reasons,
        was_worst=standing is not None and standing.in_worst,
        factors=Factors(measure.fields.weight, 0.0, 0.0, 0.0, step.z),
    )
    return measure.fields.source, signal


def _together(found: Iterable[tuple[str, Signal]]) -> Iterator[Signal]:
    """The heaviest doubtful value of a register and step tells the others, so that they take one place."""
    kept: dict[tuple[str, ...], Signal] = {}
    for source, signal in found:
        is_doubted = "doubted" in signal.reasons and signal.previous is not None
        key = (source, signal.period, *(signal.previous or ("",))[:1]) if is_doubted else (signal.indicator,)
        if key not in kept:
            kept[key] = signal
        elif signal.previous is not None:
            one = Companion(signal.indicator, signal.series, signal.previous[1], signal.value)
            kept[key] = replace(kept[key], companions=(*kept[key].companions, one))
    yield from kept.values()

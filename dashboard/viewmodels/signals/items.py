"""A signal in a list of measures: name, value, nation and year, and no more than makes it one."""

from dashboard.viewmodels.signals.sentences import MOST_REASONS
from dashboard.viewmodels.signals.told import Told


def item(told: Told) -> str:
    """Return a measure in a list: «Samtal besvarade samma dag 78,3 % (riket 88,5, 2025)»; a change says so."""
    signal = told.signal
    match signal.kind:
        case "worsening" if signal.change:
            before = signal.change.before
            return told.tell("item_worse", **_facts(told), before=told.text(before.value), first=told.years(before))
        case "fell" if signal.previous:
            return told.tell("item_fell", **_facts(told), **_previous(told))
        case "check" if signal.previous:
            reasons = told.listed([told.tell(f"reason_{reason}") for reason in signal.reasons[:MOST_REASONS]])
            return told.tell("item_check", **_facts(told), **_previous(told), reasons=reasons)
        case "nation-check":
            n = int(told.fact("regions"))
            return told.tell("item_nation_check", name=told.name, n=n, year=told.period)
        case _:
            return told.tell("item", **_facts(told))


def _facts(told: Told) -> dict[str, str]:
    beside = told.beside(with_unit=False)
    return {"name": told.name, "value": told.value, "period": told.period, "beside": beside}


def _previous(told: Told) -> dict[str, str]:
    period, value = told.signal.previous or ("", 0.0)
    return {"before": told.text(value), "first": told.span(period)}

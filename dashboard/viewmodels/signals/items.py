"""A signal in a list of measures: name, value, nation and year, and no more than makes it one."""

from dashboard.viewmodels.signals.reservations import REASONS, corrected, new_keeper
from dashboard.viewmodels.signals.sentences import companions_said
from dashboard.viewmodels.signals.told import Told
from indicators import SignalChange


def item(told: Told) -> str:
    """Return a measure in a list: «Samtal besvarade samma dag 78,3 % (riket 88,5, 2025)»; a change says so."""
    newer, said = told.newer, _item(told)
    whole = told.tell("item_newer", item=said, **newer) if newer else said
    mark = told.tell("item_corrected") if corrected(told) else ""
    return ", ".join(part for part in (whole, mark) if part)


def _item(told: Told) -> str:
    signal = told.signal
    match signal.kind:
        case "worsening" if signal.change:
            return _with_keeper(told, told.tell("item_worse", **_facts(told), **_ends(told, signal.change)))
        case "fell" if signal.previous:
            way = told.way(signal.previous[1], signal.value)
            return _with_keeper(told, told.tell("item_fell", **_facts(told), **_previous(told), way=way))
        case "check" if signal.previous:
            reasons = told.listed([told.tell(f"reason_{reason}") for reason in signal.reasons[:REASONS]])
            text = told.tell("item_check", **_facts(told), **_previous(told), reasons=reasons)
            text = _with_keeper(told, text)
            return ". ".join(part for part in (text, companions_said(told).removesuffix(".")) if part)
        case "nation-check":
            n = int(told.fact("regions"))
            return told.tell("item_nation_check", name=told.name, n=n, year=told.period)
        case _:
            return told.tell("item", **_facts(told))


def _with_keeper(told: Told, text: str) -> str:
    return ", ".join(part for part in (text, new_keeper(told)) if part)


def _facts(told: Told) -> dict[str, str]:
    beside = told.beside(with_unit=False)
    return {"name": told.name, "value": told.value, "period": told.period, "beside": beside}


def _ends(told: Told, change: SignalChange) -> dict[str, str]:
    """Which way a value went, from what to what and when; the unit stands once."""
    before, after = change.before, change.after
    return {
        "way": told.way(before.value, after.value),
        "before": told.number(before.value),
        "first": told.years(before),
        "after": told.text(after.value),
        "last": told.years(after),
    }


def _previous(told: Told) -> dict[str, str]:
    period, value = told.signal.previous or ("", 0.0)
    return {"before": told.text(value), "first": told.span(period)}

"""The nation's signals as sentences: the guarantee in one line, agreed levels, changes, checks and spreads."""

from dataclasses import replace

from dashboard.viewmodels.signals.told import Told


def told_of_nation(told: Told) -> str:
    """Return what a signal of the nation says; the guarantee's line is whole, the others follow the measure's name."""
    match told.signal.kind:
        case "rights":
            ends = {end: _measure(told, end) for end in ("low", "high")}
            return told.tell("rights", of=int(told.fact("of")), **ends)
        case "goal":
            return _goal(told)
        case "nation-improving" | "nation-worsening":
            return _moved(told)
        case "nation-check":
            n, year = int(told.fact("regions")), told.signal.period
            return told.words.count("matters.nation_doubt", n, year=year)
        case _:
            return _range(told)


def _measure(told: Told, end: str) -> str:
    """One of the guarantee's measures with its value, by its own definition."""
    facts = told.signal.facts
    name, period = str(facts[f"{end}_indicator"]), str(facts[f"{end}_period"])
    own = replace(told.signal, indicator=name, series=name, period=period, value=told.fact(f"{end}_value"))
    one = replace(told, signal=own)
    return told.tell("rights_item", name=one.name, value=one.value, period=one.period)


def _goal(told: Told) -> str:
    reach, regions = int(told.fact("reach")), int(told.fact("regions"))
    value = {"value": told.value, "period": told.period, "level": told.level, "regions": regions}
    if told.voice == "visit":
        return told.tell("goal_visit", value=told.value, period=told.period, level=told.level)
    return told.tell("goal", reach=reach, **value) if reach else told.tell("goal_none", **value)


def _moved(told: Told) -> str:
    change = told.signal.change
    if change is None:
        raise ValueError(f"{told.signal.indicator}: a change of the nation without its levels")
    ends = {"before": told.text(change.before.value), "first": told.years(change.before)}
    ends |= {"after": told.text(change.after.value), "last": told.years(change.after)}
    if told.voice == "visit":
        return told.tell("nation_moved_visit", **ends)
    key = "nation_better" if told.signal.kind == "nation-improving" else "nation_worse"
    return told.tell(key, **ends, n=int(told.fact("regions")), of=int(told.fact("of")))


def _range(told: Told) -> str:
    facts = {
        "low": told.number(told.fact("low")),
        "high": told.text(told.fact("high")),
        "n": int(told.fact("n")),
        "period": told.period,
    }
    if told.signal.nation is None:
        return told.tell("nation_range_alone", **facts)
    return told.tell("nation_range", **facts, beside=told.beside())

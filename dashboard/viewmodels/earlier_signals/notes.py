"""What stands under a signal: the yardstick, and how sure the figure is."""

from collections.abc import Iterator

from dashboard.viewmodels.earlier_signals.told import Told
from dashboard.viewmodels.editions.corrected import corrections_of, sentences
from indicators import NATION, Correction, Points


def note(told: Told) -> str:
    """Return what a signal is held against, how sure it is, and that its figure is corrected when it is."""
    found = {item.id: sentences(item, told.words) for item in _corrections(told)}
    return " ".join(filter(None, (_note(told), *found.values())))


def _corrections(told: Told) -> Iterator[Correction]:
    """Of a change those of every year that it is told over; of all else that of the figure itself."""
    row, facts = told.signal.row, told.signal.facts
    points: Points = ((row.period or "", row.value),) if row.value is not None else ()
    if told.signal.kind in ("worsening", "improving"):
        known = told.picture.scorecard(told.question.as_of).comparisons[row.indicator, row.sex].points
        first, last = str(facts["first"]), str(facts["last"])
        points += tuple(point for point in known.get(row.area, ()) if first <= point[0] <= last)
    for period, value in points:
        found = corrections_of(told.picture, row, row.area, period, value)
        if found is not None:
            yield found


def _note(told: Told) -> str:
    sure = told.tell(f"sure_{told.signal.sure}")
    if told.signal.kind in ("worsening", "improving"):
        facts = told.signal.facts
        return told.tell("note_change", first=facts["first"], last=facts["last"], sure=sure)
    return told.tell(f"note_{_key(told)}", sure=sure, **_facts(told))


def _key(told: Told) -> str:
    """Which note a kind of signal has, where it has several."""
    signal, is_nation = told.signal, told.signal.row.area == NATION
    if signal.kind in ("target", "behind") and told.is_right:
        return "target_right" if signal.kind == "target" else "behind_right"
    match signal.kind:
        case "behind" if signal.facts["target"] is not None:
            return "behind_unreached"
        case "sexes" if is_nation:
            return "sexes_nation"
        case "sexes" if signal.facts["nation"] is None:
            return "sexes_regions"
        case "fifths" if is_nation and told.place not in ("", NATION):
            return "fifths_nation"
        case _:
            return signal.kind


def _facts(told: Told) -> dict[str, object]:
    facts = told.signal.facts
    match told.signal.kind:
        case "target" | "behind" if told.is_right:
            return {}
        case "target":
            return {"issuer": _issuer(told)}
        case "behind" if facts["target"] is not None:
            return {"target": told.value("target")}
        case "inside":
            return {"between": told.gap("between")}
        case "inside-nation":
            return {"units": facts["units"], "regions": facts["regions"]}
        case _:
            return {"whose": told.whose}


def _issuer(told: Told) -> str:
    target = told.picture.reference.target(told.definition.id)
    if target is None:
        return ""
    return told.words("target.issuer", issuer=target.issuer.in_(told.question.lang), year=target.edition)

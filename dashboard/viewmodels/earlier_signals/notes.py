"""What stands under a signal: the yardstick, and how sure the figure is."""

from dashboard.viewmodels.earlier_signals.told import Told
from dashboard.viewmodels.editions.corrected import corrections_of, sentences
from indicators import NATION


def note(told: Told) -> str:
    """Return what a signal is held against, how sure it is, and that its figure is corrected when it is."""
    row = told.signal.row
    found = corrections_of(told.picture, row, row.area, row.period or "", row.value)
    return " ".join(filter(None, (_note(told), sentences(found, told.words) if found else "")))


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

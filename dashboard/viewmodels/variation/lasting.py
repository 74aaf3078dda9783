"""What may be said of how far members lie apart: what lasts, with chance taken out; never by one period's spread."""

from dashboard.viewmodels.inside_subject import InsideSubject
from dashboard.viewmodels.sentences import Piece, listed
from dashboard.viewmodels.variation.members import ENOUGH, Members, counted, kind_facts
from dashboard.viewmodels.variation.units import UnitsInside
from indicators import LastingSpread, difference_text, format_number


def lasting_said(found: Members) -> str:
    """Return in which regions the members lie further apart than in the others, year after year; or that none do.

    Of units only how far the values span: no region hands in two periods of the same units for all regions.
    """
    if isinstance(found, UnitsInside):
        return _span(found)
    spreads = found.lasting
    if not spreads:
        return found.words(f"variation.lasting_{_why_not(found)}")
    told = sorted((code for code, one in spreads.items() if one.is_told), key=lambda code: -spreads[code].lasting)
    one = next(iter(spreads.values()))
    facts = {"earlier": found.whole.period(one.earlier), "period": found.period_text}
    if not told:
        return found.words("variation.lasting_nowhere", **facts)
    if len(told) == 1:
        return lasting_in(found, told[0])
    areas = found.whole.picture.areas.by_code
    names = "".join(piece.text for piece in listed([(Piece(areas[code].short_name), "") for code in told], found.words))
    return found.words("variation.lasting_several", n=len(told), names=names, **facts)


def lasting_in(found: InsideSubject, code: str) -> str:
    """Return how far a region's municipalities lie from each other beside the middle region's; empty when not told."""
    one = found.lasting.get(code)
    if one is None or not one.is_told:
        return ""
    texts = {name: _distance(found, value) for name, value in (("own", one.lasting), ("middle", one.middle))}
    return found.words(
        "variation.lasting_one",
        region=found.whole.picture.areas.by_code[code].name,
        earlier=found.whole.period(one.earlier),
        period=found.period_text,
        **texts,
    )


def apart_in(found: Members, code: str) -> str:
    """Return the municipalities that lie further from their region's mean than chance explains; empty without any."""
    one: LastingSpread | None = found.lasting.get(code) if isinstance(found, InsideSubject) else None
    if one is None or not one.apart:
        return ""
    named = [f"{found.member(place)} {found.whole.number(value)}" for place, value in one.apart]
    mean = found.whole.text(one.mean)
    return found.words.count("variation.apart", len(named), names=", ".join(named), mean=mean)


def share_notes(found: Members) -> list[str]:
    """Return how much of what lasts lies inside the regions, with what it is computed from; or why it is not told."""
    words, share, facts = found.words, found.share, kind_facts(found)
    if share.share is None:
        return [words(f"variation.share_{share.basis}", enough=ENOUGH, **facts)]
    percent = format_number(share.share * 100, 0, words.language)
    of = {"units": share.units, "regions": share.regions, "enough": ENOUGH}
    told = words("variation.share_told", percent=percent, **facts)
    return [told, words("variation.share_of", **of, kinds=facts["kinds"], one=facts["one"]), _how(found)]


def _how(found: Members) -> str:
    """How chance was taken out."""
    if isinstance(found, UnitsInside):
        raw = format_number((found.shared.raw or 0.0) * 100, 0, found.words.language)
        return found.words("variation.share_adjusted", percent=raw)
    return found.words(
        "variation.share_lasting", earlier=found.whole.period(found.share.earlier or ""), period=found.period_text
    )


def _why_not(found: InsideSubject) -> str:
    if found.whole.definition.direction == "none":
        return "no_direction"
    return "unknown" if found.is_newest_of_all else "other"


def _span(found: UnitsInside) -> str:
    values = [value for own in found.spreads.values() for value in own.values.values()]
    n, text = len(values), found.whole.text
    return found.words(
        "variation.span",
        counted=counted(found, n),
        low=text(min(values)),
        high=text(max(values)),
        period=found.period_text,
    )


def _distance(found: Members, value: float) -> str:
    return difference_text(value, found.whole.definition, found.words.language)

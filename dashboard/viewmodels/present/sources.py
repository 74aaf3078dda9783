"""Whose figures stand on a slide: a slide is read alone, so that it names them itself."""

from collections.abc import Iterable

from dashboard.i18n import Words
from indicators import PUBLISHERS, Picture


def publishers_line(picture: Picture, series: Iterable[str], say: Words) -> str:
    """Return the publishers of some series, of every series when none is named, and what was computed here."""
    shown = tuple(series) or tuple(item.id for item in picture.catalogue.indicators)
    providers = dict.fromkeys(picture.catalogue.by_id[name].series[0].provider for name in shown)
    names = [PUBLISHERS[provider].name.in_(say.language) for provider in providers]
    return say.count("present.sources", len(names), names=", ".join(names))

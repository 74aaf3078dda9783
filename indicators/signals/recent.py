"""Which themes an area has recent figures of: of the others nothing can be said, neither good nor bad."""

from collections import Counter
from functools import lru_cache

from indicators.periods import Period
from indicators.picture import Picture
from indicators.signals.chosen import told_in
from indicators.signals.rules import OLD

FEWEST_MEASURES = 2
"""Judged measures with recent figures that a theme needs before anything is said of it."""


@lru_cache(maxsize=512)
def themes_without_recent(picture: Picture, area: str, as_of: str | None = None) -> frozenset[str]:
    """Return the codes of the themes that have judged measures of an area, but fewer than two with recent figures."""
    judged: Counter[str] = Counter()
    recent: Counter[str] = Counter()
    for definition in picture.catalogue.indicators:
        fields = definition.signals
        if fields is None or not fields.weight:
            continue
        judged[fields.theme] += 1
        recent[fields.theme] += _is_recent(picture, definition.id, area, as_of)
    return frozenset(code for code in judged if recent[code] < FEWEST_MEASURES)


def _is_recent(picture: Picture, indicator: str, area: str, as_of: str | None) -> bool:
    headline = picture.headline(indicator, "T", as_of)
    row = picture.scorecard(as_of).row(*headline, area) if headline else None
    if row is None or row.value is None or row.period is None:
        return False
    return told_in(picture, as_of) - Period.parse(row.period).year <= OLD

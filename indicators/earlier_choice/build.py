"""The signals of an edition, made once when it is written: nobody who reads a page waits for them."""

from indicators.areas import NATION
from indicators.definition import Sex
from indicators.earlier_choice.choice import made_attention, made_country
from indicators.earlier_signals.store import StoredSignals
from indicators.editions.open_edition import Picture
from indicators.framework import FRAMEWORK

SEXES: tuple[Sex, ...] = ("T", "F", "M")


def build_signals(picture: Picture) -> StoredSignals:
    """Return what deserves attention in the newest figures of a picture. Raises FaultError when a setting is wrong."""
    codes = (NATION, *picture.areas.region_codes)
    areas = {(code, sex): made_attention(picture, code, sex) for code in codes for sex in SEXES}
    dimensions = ("", *(dimension.code for dimension in FRAMEWORK.dimensions))
    country = {dimension: made_country(picture, dimension=dimension) for dimension in dimensions}
    return StoredSignals(picture.signals_digest, areas, country)

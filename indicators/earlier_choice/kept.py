"""What the earlier method chose, as it was stored with an edition: of the newest figures alone."""

from indicators.definition import Sex
from indicators.earlier_signals.records import Attention, CountryAttention
from indicators.editions.open_edition import Picture


def kept_attention(picture: Picture, area: str, sex: Sex = "T", as_of: str | None = None) -> Attention | None:
    """Return what was stored of one area; None of earlier years, and where the edition holds none."""
    stored = picture.earlier_signals if as_of is None else None
    return stored.areas.get((area, sex)) if stored else None


def kept_country(picture: Picture, as_of: str | None = None, dimension: str = "") -> CountryAttention | None:
    """Return what was stored of the country, in all or one dimension; None of earlier years, and where none is held."""
    stored = picture.earlier_signals if as_of is None else None
    return stored.country.get(dimension) if stored else None

"""Which editions hold the wrong figures of a correction: those it was made for, and any other that has them too."""

from functools import lru_cache
from pathlib import Path

from indicators.catalogue import Catalogue
from indicators.corrections import Correction, Corrections
from indicators.editions.edition import EditionDamagedError, open_edition, order
from indicators.editions.library import Library

Key = tuple[str, str]


def editions_holding(found: Correction, corrections: Corrections, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the numbers of the editions that hold a wrong figure of a correction, the oldest first.

    Those it was made for are always among them. An edition that cannot be opened says nothing.
    """
    numbers, definition = set(found.editions), catalogue.by_id.get(found.indicator)
    library = Library(corrections.stores)
    if definition is not None and corrections.stores:
        keys = tuple((key.provider, key.key) for key in definition.series)
        others = [number for number in library.numbers() if number not in numbers]
        numbers.update(number for number in others if _holds(library.folder(number), keys, found))
    return tuple(sorted(numbers, key=order))


# An edition never changes: it is looked into once.
@lru_cache(maxsize=4096)
def _holds(folder: Path, keys: tuple[Key, ...], found: Correction) -> bool:
    try:
        store = open_edition(folder).store
    except EditionDamagedError:
        return False
    alone = Corrections(corrections=(found,))
    return any(
        alone.of(found.indicator, area, period, sex, value) is not None
        for key in keys
        for (sex, area), points in store.series(*key).points.items()
        for period, value in points
    )

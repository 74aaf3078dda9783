"""From what was read to what may stand: completed, as held where nothing changed, checked, filled where held back."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from indicators.assessment.records import Countries
from indicators.catalogue import Catalogue
from indicators.observation import COLUMNS
from intake.checking.releases import Released
from intake.checking.rows import check
from intake.formats.places import COUNTRY
from intake.formats.wanted import Wanted
from intake.frames import QUARANTINED, empty
from intake.sync.international import Figures, held_rows, of_countries, update
from intake.sync.plan import Pair, pair
from intake.sync.settling import Differences, as_held, completed, differences, filled, join
from intake.sync.staging import Staged


@dataclass(frozen=True)
class Base:
    """What readings are judged against: the edition's rows and figures, what is staged, and values let through."""

    rows: pd.DataFrame
    countries: Mapping[str, Countries]
    staged: Staged
    carried: pd.DataFrame
    released: Released = frozenset()


@dataclass(frozen=True)
class Judged:
    """What may stand: whole series with how they differ from the edition's, and what was held back.

    `series` are all that were read, those about other countries apart in `figures`.
    """

    series: tuple[Pair, ...]
    rows: pd.DataFrame
    differences: Differences
    quarantined: pd.DataFrame
    figures: Figures
    figures_read: tuple[Wanted, ...]


def judge(
    read: Iterable[pd.DataFrame], wanted: Iterable[Wanted], base: Base, catalogue: Catalogue, today: dt.date
) -> Judged:
    """Judge everything that was read, at once: what is right about a series shows beside the others."""
    rows, wanted = join([empty(COLUMNS), *read]), list(wanted)
    at_home, abroad = ([item for item in wanted if (COUNTRY in item.levels) is told] for told in (False, True))
    own = completed(rows[~of_countries(rows)], base.rows, base.carried, at_home, today)
    own = as_held(as_held(own, base.staged.rows), base.rows)
    before = join([base.rows, held_rows(base.countries, abroad)])
    checked = check(join([own, rows[of_countries(rows)]]), catalogue, before, today, base.released)
    accepted, foreign = checked.accepted, of_countries(checked.accepted)
    series = tuple(pair(item) for item in at_home)
    whole = filled(accepted[~foreign], base.rows, series)
    return Judged(
        series=series,
        rows=whole,
        differences=differences(whole, base.rows),
        quarantined=checked.quarantined.assign(read_on=today.isoformat())[list(QUARANTINED)],
        figures=update(base.countries, accepted[foreign], checked.quarantined, abroad),
        figures_read=tuple(abroad),
    )

"""The units a reader sees: those frozen in the edition, and for the current edition the regions' newer uploads."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from indicators.units.row import RegionUnits, UnitRow
from indicators.units.store import UnitStore
from indicators.units.uploaded import Upload


@dataclass(frozen=True)
class Units:
    """One moment's units. Of a region the upload speaks when it is as new as what was frozen of it, or newer."""

    frozen: UnitStore
    uploads: Mapping[str, Upload]

    @cached_property
    def _newer(self) -> dict[str, UnitStore]:
        frozen = self.frozen.told
        return {
            region: upload.units
            for region, upload in self.uploads.items()
            if region not in frozen or upload.since >= frozen[region].vintage
        }

    def _store(self, region: str) -> UnitStore:
        return self._newer.get(region, self.frozen)

    def told(self, region: str) -> RegionUnits | None:
        """Return what is known of all that a region tells; None when it tells nothing."""
        return self._store(region).told.get(region)

    def regions(self, indicator: str) -> tuple[str, ...]:
        """Return the regions that have units of an indicator, by code."""
        frozen = [region for region in self.frozen.regions(indicator) if region not in self._newer]
        newer = [region for region, store in self._newer.items() if region in store.regions(indicator)]
        return tuple(sorted([*frozen, *newer]))

    def periods(self, indicator: str, region: str) -> tuple[str, ...]:
        """Return the periods that a region has units of an indicator for, oldest first."""
        return self._store(region).periods(indicator, region)

    def newest(self, indicator: str, region: str, not_after: str = "9999") -> str | None:
        """Return the newest period, not after a year; None when there is none."""
        return self._store(region).newest(indicator, region, not_after)

    def units(self, indicator: str, region: str, period: str | None = None) -> tuple[UnitRow, ...]:
        """Return a region's units of an indicator at a period, by default the newest; all sexes."""
        return self._store(region).units(indicator, region, period)

    @property
    def groups(self) -> frozenset[str]:
        """The groups that some region's units have values of."""
        stores = (self.frozen, *self._newer.values())
        return frozenset(group for store in stores for group in store.groups)

    def grouped(self, indicator: str, region: str) -> tuple[UnitRow, ...]:
        """Return a region's units of an indicator by group: all groups, periods and sexes."""
        return self._store(region).grouped(indicator, region)

    def series(self, indicator: str, region: str, unit: str, sex: str = "T") -> tuple[UnitRow, ...]:
        """Return every period of one unit, oldest first."""
        return self._store(region).series(indicator, region, unit, sex)

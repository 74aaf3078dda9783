"""A region's own unit data: read apart, shown before it is published, published whole, taken back in one step."""

from intake.uploads.versions import confirmed_regions, current_units

__all__ = ["confirmed_regions", "current_units"]

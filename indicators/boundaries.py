"""The counties' boundaries on a plane, ready to be drawn: kilometres east and south of the frame's corner."""

import math
from dataclasses import dataclass
from functools import lru_cache

import orjson

from indicators.faults import Fault, FaultError
from indicators.refdata import REFDATA

FILE = "counties.geojson"
MIDDLE_LONGITUDE, MIDDLE_LATITUDE = 16.0, 62.5
KM_PER_DEGREE = 111.2
Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Boundaries:
    """The rings of every county by region code, the frame's width and height, and the source."""

    rings: dict[str, tuple[Ring, ...]]
    width: float
    height: float
    source: str


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Return kilometres east and north of the middle, by the sinusoidal projection (areas keep their proportions)."""
    x = (longitude - MIDDLE_LONGITUDE) * math.cos(math.radians(latitude)) * KM_PER_DEGREE
    return x, (latitude - MIDDLE_LATITUDE) * KM_PER_DEGREE


@lru_cache(maxsize=1)
def read_boundaries() -> Boundaries:
    """Read and project the boundaries. Raises FaultError naming the file."""
    try:
        raw = orjson.loads((REFDATA / FILE).read_bytes())
    except (FileNotFoundError, orjson.JSONDecodeError) as error:
        raise FaultError([Fault(FILE, "(file)", str(error), "must be GeoJSON in refdata")]) from error
    plane = {feature["properties"]["ln_kod"]: _rings(feature["geometry"]) for feature in raw["features"]}
    xs = [x for rings in plane.values() for ring in rings for x, _ in ring]
    ys = [y for rings in plane.values() for ring in rings for _, y in ring]
    left, top = min(xs), max(ys)
    placed = {code: tuple(_place(ring, left, top) for ring in rings) for code, rings in plane.items()}
    return Boundaries(placed, round(max(xs) - left, 1), round(top - min(ys), 1), raw["source"])


def _rings(geometry: dict[str, list[list[list[list[float]]]]]) -> tuple[Ring, ...]:
    return tuple(tuple(project(*point[:2]) for point in polygon[0]) for polygon in geometry["coordinates"])


def _place(ring: Ring, left: float, top: float) -> Ring:
    return tuple((round(x - left, 1), round(top - y, 1)) for x, y in ring)

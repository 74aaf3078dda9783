"""An edition's analysis as compressed JSON, each part decoded when it is first asked for."""

import gzip
import hashlib
from typing import Any

import orjson

from indicators.analysis.difference_records import FifthsInside, LastingSpread, SexDifference
from indicators.analysis.records import (
    Analysis,
    FewUnitsFound,
    Fifths,
    GroupResults,
    GroupYear,
    Inside,
    WithinShare,
    YearInside,
)
from indicators.analysis.rules import VERSION
from indicators.scorecard import Decoded
from indicators.statistics.inequality import GroupFigure
from indicators.statistics.outcomes import FewUnits, SlopeIndex, Spread
from indicators.statistics.xmr_records import Rebase, XmrChart, XmrLimits, XmrSegment, XmrSignal

ANALYSIS = "analysis.json.gz"


def analysis_digest(scorecard_digest: str, charts: Any) -> str:
    """Return a digest of everything but the observations that an analysis depends on."""
    parts = [VERSION, scorecard_digest, charts]
    return hashlib.sha256(orjson.dumps(parts, option=orjson.OPT_SORT_KEYS)).hexdigest()


def dump_analysis(analysis: Analysis) -> bytes:
    """Return an analysis as compressed JSON; the same analysis gives the same bytes."""
    names = ["inside", "fifths", "months", *(["groups"] if analysis.groups else [])]
    names += ["lasting", "sexes"]
    parts = {name: [[*key, value] for key, value in getattr(analysis, name).items()] for name in names}
    slopes = [[series, value] for series, value in analysis.slopes.items()]
    raw = {"digest": analysis.digest, "population": analysis.population, **parts, "slopes": slopes}
    return gzip.compress(orjson.dumps(raw), mtime=0)


def load_analysis(content: bytes) -> Analysis:
    """Return an analysis from the bytes of `dump_analysis`."""
    raw = orjson.loads(gzip.decompress(content))
    return Analysis(
        raw["digest"],
        raw["population"],
        Decoded({(item[0], item[1]): item[2] for item in raw["inside"]}, _inside),
        Decoded({(item[0], item[1], item[2]): item[3] for item in raw["fifths"]}, _fifths),
        Decoded({(item[0], item[1], item[2]): item[3] for item in raw["months"]}, _chart),
        # Editions from before groups were kept have none.
        Decoded({(item[0], item[1], item[2]): item[3] for item in raw.get("groups", ())}, _groups),
        # Nor have editions from before differences inside were held against chance.
        Decoded({(item[0], item[1]): item[2] for item in raw.get("lasting", ())}, _lasting),
        Decoded({(item[0], item[1]): item[2] for item in raw.get("sexes", ())}, _sexes),
        Decoded({item[0]: item[1] for item in raw.get("slopes", ())}, _slope),
    )


def _lasting(raw: dict[str, Any]) -> LastingSpread:
    return LastingSpread(**{**raw, "apart": tuple((code, value) for code, value in raw["apart"])})


def _sexes(raw: dict[str, Any]) -> SexDifference:
    return SexDifference(**raw)


def _slope(raw: dict[str, Any]) -> FifthsInside:
    turned = raw["turned_by"]
    return FifthsInside(**{**raw, "turned_by": tuple(turned) if turned else None})


def _inside(raw: dict[str, Any]) -> Inside:
    return Inside(tuple(map(_year, raw["years"])), {code: _few(item) for code, item in raw["few"].items()})


def _year(raw: dict[str, Any]) -> YearInside:
    regions = {code: Spread(**spread) for code, spread in raw["regions"].items()}
    between = Spread(**raw["between"]) if raw["between"] else None
    return YearInside(raw["period"], regions, raw["width"], WithinShare(**raw["share"]), between)


def _few(raw: dict[str, Any]) -> FewUnitsFound:
    found = raw["found"]
    made = FewUnits(**{**found, "units": tuple(found["units"]), "excess": tuple(found["excess"])}) if found else None
    return FewUnitsFound(raw["lack"], raw["yardstick"], raw["kind"], tuple(raw["codes"]), made)


def _fifths(raw: dict[str, Any]) -> Fifths:
    rows = {name: tuple(raw[name]) for name in ("values", "units", "shares")}
    return Fifths(**{**raw, **rows, "slope": SlopeIndex(**raw["slope"]) if raw["slope"] else None})


def _groups(raw: dict[str, Any]) -> GroupResults:
    return GroupResults(tuple(map(_group_year, raw["years"])))


def _group_year(raw: dict[str, Any]) -> GroupYear:
    figures = {group: GroupFigure(**figure) for group, figure in raw["figures"].items()}
    slope = SlopeIndex(**raw["slope"]) if raw["slope"] else None
    return GroupYear(raw["period"], figures, tuple(raw["few"]), raw["nation"], slope)


def _chart(raw: dict[str, Any]) -> XmrChart:
    rows = {name: tuple(raw[name]) for name in ("periods", "values", "moving_ranges")}
    signals = tuple(XmrSignal(**{**item, "points": tuple(item["points"])}) for item in raw["signals"])
    return XmrChart(**{**raw, **rows, "segments": tuple(map(_segment, raw["segments"])), "signals": signals})


def _segment(raw: dict[str, Any]) -> XmrSegment:
    limits = XmrLimits(**raw["limits"]) if raw["limits"] else None
    return XmrSegment(raw["first"], raw["last"], limits, Rebase(**raw["rebase"]) if raw["rebase"] else None)

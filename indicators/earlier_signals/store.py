"""An edition's signals as compressed JSON: of its newest figures, of every area and sex, and of the country."""

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from indicators.areas import NATION
from indicators.catalogue import Catalogue
from indicators.definition import Sex
from indicators.earlier_signals import rules
from indicators.earlier_signals.records import Attention, CountryAttention, EarlierSignal
from indicators.same_question import read_same
from indicators.scorecard import Decoded, Scorecard

SIGNALS = "signals.json.gz"
VERSION = 1
"""Raised when what deserves attention is judged in another way, so that stored signals are made anew."""
FORM = {"digest", "areas", "country"}
"""What the file says when this method wrote it; of the method after it the file says other things."""
WEIGHED_BY = {"id", "dimension", "only_sex", "caveats", "twin", "kind"}


@dataclass(frozen=True)
class StoredSignals:
    """What deserves attention, by area and sex, and in the country by dimension (empty for all four)."""

    digest: str
    areas: Mapping[tuple[str, Sex], Attention]
    country: Mapping[str, CountryAttention]


def signals_digest(catalogue: Catalogue, analysis_digest: str) -> str:
    """Return a digest of everything but the observations that signals depend on."""
    limits = {name: value for name, value in vars(rules).items() if name.isupper()}
    facts = [definition.model_dump(mode="json", include=WEIGHED_BY) for definition in catalogue.definitions]
    parts = [VERSION, limits, analysis_digest, facts, read_same().model_dump(mode="json")]
    return hashlib.sha256(orjson.dumps(parts, option=orjson.OPT_SORT_KEYS)).hexdigest()


def dump_signals(signals: StoredSignals) -> bytes:
    """Return the signals as compressed JSON; the same signals give the same bytes."""
    raw = {
        "digest": signals.digest,
        "areas": [[*key, _plain(found)] for key, found in signals.areas.items()],
        "country": {dimension: _plain_country(found) for dimension, found in signals.country.items()},
    }
    return gzip.compress(orjson.dumps(raw), mtime=0)


def load_signals(content: bytes, scorecard: Scorecard) -> StoredSignals | None:
    """Return the signals from the bytes of `dump_signals`; their rows are those of the newest scorecard.

    None where another method wrote them.
    """
    raw = orjson.loads(gzip.decompress(content))
    if raw.keys() != FORM:
        return None

    def told(item: list[Any] | None) -> EarlierSignal | None:
        return _signal(item, scorecard) if item else None

    def several(items: list[list[Any]]) -> tuple[EarlierSignal, ...]:
        return tuple(_signal(item, scorecard) for item in items)

    def attention(area: str, item: dict[str, Any]) -> Attention:
        deviating, promising = several(item["deviating"]), several(item["promising"])
        return Attention(area, deviating, promising, several(item["differences"]), told(item["fifths_of_nation"]))

    def country(item: dict[str, Any]) -> CountryAttention:
        return CountryAttention(attention(NATION, item["nation"]), several(item["behind"]), several(item["ahead"]))

    areas = {(area, sex): (area, item) for area, sex, item in raw["areas"]}
    return StoredSignals(raw["digest"], Decoded(areas, lambda pair: attention(*pair)), Decoded(raw["country"], country))


def _plain(found: Attention) -> dict[str, Any]:
    groups = {name: [_item(s) for s in getattr(found, name)] for name in ("deviating", "promising", "differences")}
    return {**groups, "fifths_of_nation": _item(found.fifths_of_nation) if found.fifths_of_nation else None}


def _plain_country(found: CountryAttention) -> dict[str, Any]:
    sides = {"behind": found.behind, "ahead": found.ahead}
    return {"nation": _plain(found.nation), **{name: [_item(s) for s in side] for name, side in sides.items()}}


def _item(signal: EarlierSignal) -> list[Any]:
    """A signal with the key of its row in the place of the row, which the scorecard has."""
    row = signal.row
    told = (signal.weight, signal.tone, signal.move, signal.sure, signal.facts)
    return [signal.kind, signal.indicator, [row.indicator, row.sex, row.area], *told]


def _signal(item: list[Any], scorecard: Scorecard) -> EarlierSignal:
    kind, indicator, (series, sex, area), *told = item
    return EarlierSignal(kind, indicator, scorecard.rows[series, sex, area], *told)

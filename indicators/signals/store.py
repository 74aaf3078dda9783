"""An edition's signals as compressed JSON: of every area, in the newest figures and in each assessed year."""

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from indicators.catalogue import Catalogue
from indicators.same_question import SameQuestions
from indicators.scorecard import Decoded
from indicators.signals import rules
from indicators.signals.records import AreaSignals, Change, Companion, Factors, Level, Signal, Subject, Suspected
from indicators.themes import Themes

FORM = 2
"""The form of the file. Editions whose signals the earlier method chose say no form."""
NEWEST = ""
"""What stands for the newest figures among the years."""
WEIGHED_BY = {"id", "kind", "only_sex", "caveats", "twin", "signals", "direction", "unit", "relevance"}
Chosen = Mapping[tuple[str, str], AreaSignals]


@dataclass(frozen=True)
class ChosenSignals:
    """What was chosen, by area and last year looked at. `digest` says of what it was made but the observations."""

    digest: str
    areas: Chosen

    def of(self, area: str, as_of: str | None) -> AreaSignals | None:
        """Return what was chosen of an area; None for a year that the edition was not assessed for."""
        return self.areas.get((area, as_of or NEWEST))


def choice_digest(catalogue: Catalogue, same: SameQuestions, themes: Themes, assessed_by: str) -> str:
    """Return a digest of everything but the observations that the choice depends on."""
    limits = {name: _plain(value) for name, value in vars(rules).items() if name.isupper()}
    facts = [definition.model_dump(mode="json", include=WEIGHED_BY) for definition in catalogue.definitions]
    kinds = {source.code: source.kind for source in themes.sources}
    parts = [FORM, limits, assessed_by, facts, same.model_dump(mode="json"), kinds]
    return hashlib.sha256(orjson.dumps(parts, option=orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS)).hexdigest()


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else value


def dump_chosen(chosen: ChosenSignals) -> bytes:
    """Return the signals as compressed JSON; the same signals give the same bytes."""
    areas = [[*key, _dump_area(found)] for key, found in chosen.areas.items()]
    return gzip.compress(orjson.dumps({"form": FORM, "digest": chosen.digest, "areas": areas}), mtime=0)


def load_chosen(content: bytes) -> ChosenSignals | None:
    """Return the signals from the bytes of `dump_chosen`, each area decoded when asked for; None for another form."""
    raw = orjson.loads(gzip.decompress(content))
    if raw.get("form") != FORM:
        return None
    return ChosenSignals(raw["digest"], Decoded({(area, year): item for area, year, item in raw["areas"]}, _load_area))


def is_new_method(content: bytes | None, before: bytes | None) -> bool:
    """Return whether signals were chosen as today, and those of the edition before by the earlier method."""
    return all(
        (
            content is not None and load_chosen(content) is not None,
            before is not None and load_chosen(before) is None,
        )
    )


def _dump_area(found: AreaSignals) -> dict[str, Any]:
    """An area's signals once; its subjects name them by their places."""
    places = {id(signal): place for place, signal in enumerate(found.signals)}
    return {
        "area": found.area,
        "as_of": found.as_of,
        "subjects": [_dump_subject(subject, places) for subject in found.subjects],
        "shared": [_dump_subject(subject, places) for subject in found.shared],
        "signals": found.signals,
        "suspected": found.suspected,
    }


def _dump_subject(subject: Subject, places: dict[int, int]) -> dict[str, Any]:
    plain = {name: getattr(subject, name) for name in Subject.__slots__}
    joined = _dump_subject(subject.joined, places) if subject.joined else None
    return {**plain, "members": [places[id(signal)] for signal in subject.members], "joined": joined}


def _load_area(item: dict[str, Any]) -> AreaSignals:
    signals = tuple(_load_signal(signal) for signal in item["signals"])
    subjects, shared = (tuple(_load_subject(s, signals) for s in item[name]) for name in ("subjects", "shared"))
    kept = item.get("suspected", ())
    suspected = tuple(Suspected(one["series"], one["period"], tuple(one["reasons"])) for one in kept)
    return AreaSignals(item["area"], item["as_of"], subjects, shared, signals, suspected)


def _load_subject(item: dict[str, Any], signals: tuple[Signal, ...]) -> Subject:
    members = tuple(signals[place] for place in item["members"])
    joined = _load_subject(item["joined"], signals) if item["joined"] else None
    return Subject(**{**item, "members": members, "joined": joined, "objections": tuple(item["objections"])})


def _load_signal(item: dict[str, Any]) -> Signal:
    previous, change, factors = item["previous"], item["change"], item["factors"]
    read = {
        "previous": tuple(previous) if previous else None,
        "change": _load_change(change) if change else None,
        "factors": Factors(**factors) if factors else None,
        "reasons": tuple(item["reasons"]),
        "objections": tuple(item["objections"]),
        "companions": tuple(Companion(**one) for one in item.get("companions", ())),
    }
    return Signal(**{**item, **read})


def _load_change(item: dict[str, Any]) -> Change:
    levels = {name: Level(item[name]["value"], tuple(item[name]["periods"])) for name in ("before", "after")}
    return Change(**{**item, **levels})

"""Small builders with whole defaults: a test states only what it is about."""

import gzip
from dataclasses import dataclass, field

from indicators import Countries, Revisions
from indicators.analysis.charts import read_control_charts
from indicators.analysis.records import Analysis
from indicators.analysis.store import analysis_digest
from indicators.areas import AREAS, NATION
from indicators.assessment.comparison import compare
from indicators.assessment.judgement import not_assessed
from indicators.catalogue import Catalogue
from indicators.definition import Definition
from indicators.digest import assessment_digest
from indicators.editions.open_edition import Picture
from indicators.reference import ComparisonAbroad, Reference, TargetLevel
from indicators.scorecard_build import Assessor, build_scorecard
from indicators.series import SeriesValues
from indicators.units.store import UnitStore

REGIONS = AREAS.region_codes
STOCKHOLM, GOTLAND = "01", "09"
YEARS = tuple(str(year) for year in range(2016, 2026))


def text(words="ord"):
    """The same words in both languages."""
    return {"sv": words, "en": words}


def key(**changes):
    """Where a series is found: regions and nation, women, men and together."""
    return {
        "provider": "kolada",
        "key": "N1",
        "levels": ["nation", "region", "municipality"],
        "sexes": ["T", "F", "M"],
        **changes,
    }


def raw_definition(**changes):
    """A definition as it stands in a file: a yearly share, higher is better."""
    criteria = ("measurable", "valid", "relevant", "interpretable", "actionable")
    words = ("name", "short_name", "measures", "matters", "numerator", "denominator", "direction_reason")
    return {
        "id": "sample",
        "dimension": "service-quality",
        "area": "access",
        "kind": "outcome",
        "direction": "higher",
        "unit": "percent",
        "decimals": 1,
        "reviewed": "2026-11-21",
        **{name: text(name) for name in words},
        "period": {"kind": "single-year", "note": text()},
        "relevance": {"basis": "unit", "value": 1.0},
        "criteria": {name: text(name) for name in criteria},
        "series": [key()],
        **changes,
    }


EVERYBODY = {
    "denominator": "residents",
    "why": text(),
    "counts": {"one": text("fall"), "many": text("fall")},
}
"""All residents are the denominator."""


def definition(**changes):
    """A valid definition."""
    return Definition.model_validate(raw_definition(**changes))


def percent_of_nation(value):
    """A relevance threshold in per cent of the nation's value."""
    return {"basis": "percent-of-nation", "value": value}


def series(values=None, *, women=None, men=None, period="2025"):
    """One series. Each of the three is {area: number at the period, or {period: number}}."""
    points = {}
    for sex, areas in (("T", values), ("F", women), ("M", men)):
        for area, found in (areas or {}).items():
            by_period = found if isinstance(found, dict) else {period: found}
            points[sex, area] = tuple(sorted(by_period.items()))
    vintages = {when: "2026-08" for known in points.values() for when, _ in known}
    return SeriesValues("kolada", "N1", points, vintages)


def regions(*numbers, nation=None):
    """{region: number} in official order; the nation too when it is given."""
    found = dict(zip(REGIONS, numbers, strict=False))
    return found if nation is None else {NATION: nation, **found}


def yearly(*numbers, last=2025):
    """{year: number}, the last one at `last`; None leaves a year out."""
    years = range(last - len(numbers) + 1, last + 1)
    return {str(year): number for year, number in zip(years, numbers, strict=True) if number is not None}


def comparison(values, item=None, sex="T"):
    """The comparison of all regions of one series."""
    return compare(item or definition(), sex, series(values))


def target(**changes):
    """A national target level of at least 90 in force, for just what the indicator measures."""
    raw = {
        "indicator": "sample",
        "level": "target",
        "operator": ">=",
        "value": 90.0,
        "unit": "percent",
        "kind": "national",
        "issuer": text(),
        "edition": "2025",
        "status": "current",
        "match": "same",
        "note": text(),
        "source": "https://example.org",
    }
    return TargetLevel.model_validate({**raw, **changes})


def graded(**changes):
    """A judgement that an international figure is the same as the indicator's."""
    raw = {
        "indicator": "sample",
        "international": "Sample",
        "grade": "same",
        "one_scale": True,
        "reason": text(),
    }
    return ComparisonAbroad.model_validate({**raw, **changes})


def countries(**changes):
    """An international figure of five countries in 2024."""
    raw = {
        "name": "Sample",
        "unit": "percent",
        "year": "2024",
        "values": {"Sweden": 80.0, "Norway": 84.0, "Finland": 70.0, "Denmark": 82.0, "Iceland": 60.0},
        "years": ("2024", "2024"),
        "average": 75.0,
        "average_label": "OECD average",
        "sweden": 80.0,
        "publisher": "OECD",
        "edition": "2026",
        "licence": "CC BY",
    }
    return Countries(**{**raw, **changes})


def reference(*items):
    """The reference with just these target levels and comparisons."""
    targets = tuple(item for item in items if isinstance(item, TargetLevel))
    return Reference(targets=targets, comparisons=tuple(item for item in items if isinstance(item, ComparisonAbroad)))


def assess(values, item=None, *, held=(), sex="T", as_of=None):
    """{area: assessed row} of one series (a SeriesValues, or {area: number})."""
    found = values if isinstance(values, SeriesValues) else series(values)
    assessor = Assessor(item or definition(), found, reference(*held), as_of)
    return {row.area: row for row in assessor.rows(sex, assessor.comparison(sex))}


class MemoryStore:
    """The observations of an edition, held in memory: {key: SeriesValues}."""

    def __init__(self, **by_key):
        self._by_key = by_key

    def series(self, source, source_key):
        return self._by_key[source_key]

    def grouped(self, source, source_key):
        return ()


@dataclass(frozen=True)
class MemoryEdition:
    """An edition that was never written."""

    stored: object
    number: str = "test"
    units: object = field(default_factory=UnitStore)
    revisions: Revisions = field(default_factory=Revisions)
    analysis: object = None
    signals: bytes | None = None
    manifest: dict = field(default_factory=lambda: {"published": "2026-12-01"})
    year: int = 2026

    def scorecard(self, as_of=None):
        return self.stored


def make_picture(*pairs, held=(), foreign=None, revised=(), analysis=None):
    """A picture of (definition, SeriesValues) pairs; every series key is the definition's id.

    Nothing is analysed but what `analysis` gives: {"inside": …, "fifths": …}.
    """
    named = [
        (item.model_copy(update={"series": (item.series[0].model_copy(update={"key": item.id}),)}), values)
        for item, values in pairs
    ]
    catalogue, judged = Catalogue(tuple(item for item, _ in named)), reference(*held)
    store = MemoryStore(**{item.id: values for item, values in named})
    scorecard = build_scorecard(catalogue, judged, store, foreign or {})
    digest = assessment_digest(catalogue, judged)
    known = analysis_digest(digest, read_control_charts().model_dump(mode="json"))
    analysed = Analysis(known, None, **(analysis or {}))
    edition = MemoryEdition(scorecard, revisions=Revisions(tuple(revised)), analysis=analysed)
    return Picture(catalogue, judged, edition, AREAS, digest)


NO_VERDICT = not_assessed("missing")
FIGURES_HEADER = "indicator,provider,key,area,level,period,frequency,sex,value,vintage"
COUNTRIES_HEADER = "indicator,unit,area,year,value,publisher,edition,licence"


def figure_line(**changes):
    """One line of a folder's observations."""
    raw = {
        "indicator": "sample",
        "provider": "kolada",
        "key": "N1",
        "area": STOCKHOLM,
        "level": "region",
        "period": "2025",
        "frequency": "year",
        "sex": "T",
        "value": "80.5",
        "vintage": "2026-08",
        **changes,
    }
    return ",".join(raw[name] for name in FIGURES_HEADER.split(","))


def figure_lines():
    """Ten years of the nation, every region and Gotland's municipality."""
    places = [(NATION, "nation"), *((code, "region") for code in REGIONS), ("0980", "municipality")]
    return [
        figure_line(area=area, level=level, period=year, value=f"{50 + place + 0.5 * step:.1f}")
        for place, (area, level) in enumerate(places)
        for step, year in enumerate(YEARS)
    ]


def write_figures(folder, lines=None, foreign=None):
    """Write a folder of figures as `edition build` reads it, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    body = "\n".join([FIGURES_HEADER, *(figure_lines() if lines is None else lines), ""])
    (folder / "observations.csv.gz").write_bytes(gzip.compress(body.encode(), mtime=0))
    names = ("Sweden", "Norway", "Finland", "Denmark")
    rows = [f"Sample,percent,{name},2024,{70 + place},OECD,2026,CC BY" for place, name in enumerate(names)]
    table = [*rows, "Sample,percent,OECD average,2024,71.5,OECD,2026,CC BY"] if foreign is None else foreign
    (folder / "international.csv").write_text("\n".join([COUNTRIES_HEADER, *table, ""]), encoding="utf-8")
    return folder

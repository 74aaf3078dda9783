"""Edition × catalogue × reference: every series assessed for every area and sex."""

from collections.abc import Iterable, Iterator

from indicators.areas import AREAS, NATION
from indicators.assessment.change import COUNTED, judge_change
from indicators.assessment.comparison import compare
from indicators.assessment.inside import inside_spread
from indicators.assessment.international import judge_international
from indicators.assessment.judgement import Judgement, not_assessed
from indicators.assessment.position import judge_positions
from indicators.assessment.records import Comparison, Countries, InsideSpread, InternationalGap
from indicators.assessment.rounding import rounding_unit
from indicators.assessment.sexes import judge_sexes
from indicators.assessment.target import judge_target
from indicators.assessment.trend import judge_trend
from indicators.catalogue import Catalogue
from indicators.definition import Definition, SeriesKey, Sex
from indicators.digest import assessment_digest
from indicators.periods import Period
from indicators.reference import Reference
from indicators.scorecard import AssessedRow, Point, Scorecard
from indicators.series import Points, SeriesStore, SeriesValues


class Assessor:
    """Assesses one series for every area. `as_of` is the last year looked at; None looks at all."""

    def __init__(self, definition: Definition, series: SeriesValues, reference: Reference, as_of: str | None) -> None:
        """Take one series, cut after the last year looked at, and its target levels."""
        self._definition = definition
        self._series = _until(series, as_of)
        self._target = reference.target(definition.id)
        self._moderate = reference.moderate(definition.id)

    def comparison(self, sex: Sex) -> Comparison:
        """Return the comparison of all regions for one sex."""
        return compare(self._definition, sex, self._series)

    def rows(self, sex: Sex, comparison: Comparison) -> Iterator[AssessedRow]:
        """Yield the assessed row of the nation and of every region."""
        positions = judge_positions(self._definition, comparison)
        for area in (NATION, *AREAS.region_codes):
            absent = not_assessed("position.nation") if area == NATION else _missing(area)
            yield self._row(sex, area, comparison, positions.get(area, absent))

    def _row(self, sex: Sex, area: str, comparison: Comparison, position: Judgement) -> AssessedRow:
        definition, headline = self._definition, comparison.headline
        points = tuple(point for point in comparison.points[area] if headline is None or point[0] <= headline)
        value = points[-1][1] if points and points[-1][0] == headline else None
        known = value is not None
        change = judge_change(definition, area, points, comparison.nation) if known else _missing(area)
        return AssessedRow(
            indicator=definition.id,
            sex=sex,
            area=area,
            period=headline,
            value=value,
            last=None if known or not comparison.points[area] else comparison.points[area][-1],
            previous=_base(change),
            target=self._against_target(area, headline, value, comparison.nation),
            position=position,
            trend=self._trend(area, points, comparison) if known else _missing(area),
            inside=self._inside(sex, area, comparison),
            sexes=self._sexes(area, comparison),
            change=change,
        )

    def _trend(self, area: str, points: Points, comparison: Comparison) -> Judgement:
        rounding = rounding_unit(comparison.values.values())
        return judge_trend(self._definition, area, points, comparison.nation, rounding)

    def _against_target(self, area: str, period: str | None, value: float | None, nation: float | None) -> Judgement:
        sound = value is None or self._definition.is_sound(area, period or "", value)
        return judge_target(self._definition, value, nation, self._target, self._moderate, sound=sound)

    def _inside(self, sex: Sex, area: str, comparison: Comparison) -> InsideSpread:
        if area == NATION:
            return InsideSpread(None, {}, None, not_assessed("inside.nation"))
        return inside_spread(self._definition, sex, area, self._series, comparison)

    def _sexes(self, area: str, comparison: Comparison) -> Judgement:
        period = comparison.headline or ""
        women, men = (self._series.at(sex, area, period) for sex in ("F", "M"))
        for value in (women, men):
            if value is not None and not self._definition.is_sound(area, period, value):
                return not_assessed("doubtful", value=value)
        return judge_sexes(self._definition, women, men, comparison.nation)


def build_scorecard(
    catalogue: Catalogue,
    reference: Reference,
    store: SeriesStore,
    countries: dict[str, Countries],
    as_of: str | None = None,
) -> Scorecard:
    """Return every series of the catalogue assessed for every area and published sex."""
    comparisons: dict[tuple[str, Sex], Comparison] = {}
    rows: dict[tuple[str, Sex, str], AssessedRow] = {}
    for definition in catalogue.definitions:
        assessor = Assessor(definition, series_values(definition, store), reference, as_of)
        for sex in sexes_of(definition):
            comparison = assessor.comparison(sex)
            comparisons[definition.id, sex] = comparison
            rows.update({(definition.id, sex, row.area): row for row in assessor.rows(sex, comparison)})
    gaps = _international(catalogue.definitions, reference, countries, comparisons, as_of)
    return Scorecard(assessment_digest(catalogue, reference), as_of, comparisons, gaps, rows)


def _missing(area: str) -> Judgement:
    return not_assessed("missing.nation" if area == NATION else "missing")


def series_values(definition: Definition, store: SeriesStore) -> SeriesValues:
    """Return the series' values for just the sexes and levels that the definition names, of all its keys together."""
    found = SeriesValues(definition.series[0].provider, definition.series[0].key, {}, {})
    for key in definition.series:
        values = store.series(key.provider, key.key)
        found.points.update({k: points for k, points in values.points.items() if _is_named(key, *k)})
        found.vintages.update(values.vintages)
    return found


def _is_named(key: SeriesKey, sex: str, area: str) -> bool:
    return sex in key.sexes and AREAS.by_code[area].level in key.levels


def _until(series: SeriesValues, as_of: str | None) -> SeriesValues:
    if as_of is None:
        return series
    last = int(as_of)
    points = {key: tuple(p for p in points if Period.parse(p[0]).year <= last) for key, points in series.points.items()}
    return SeriesValues(series.source, series.source_key, points, series.vintages)


def sexes_of(definition: Definition) -> tuple[Sex, ...]:
    """Return the sexes that a definition's series publish, all first."""
    published = {sex for key in definition.series for sex in key.sexes}
    order: tuple[Sex, ...] = ("T", "F", "M")
    return tuple(sex for sex in order if sex in published)


def _base(change: Judgement) -> Point | None:
    facts = change.reason.params
    return (str(facts["since"]), float(facts["before"] or 0)) if change.verdict == COUNTED else None


def _international(
    definitions: Iterable[Definition],
    reference: Reference,
    countries: dict[str, Countries],
    comparisons: dict[tuple[str, Sex], Comparison],
    as_of: str | None,
) -> dict[str, InternationalGap]:
    gaps: dict[str, InternationalGap] = {}
    for definition in definitions:
        judged = reference.comparison(definition.id)
        total = comparisons.get((definition.id, "T"))
        found = countries.get(judged.international or "") if judged else None
        gaps[definition.id] = judge_international(definition, judged, found, total.headline if total else None, as_of)
    return gaps

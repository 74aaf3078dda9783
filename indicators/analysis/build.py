"""Edition × catalogue × reference × scorecard: what variation and equality show, made once."""

from indicators.analysis.charts import ControlCharts, read_control_charts
from indicators.analysis.difference_records import FifthsInside, LastingSpread, SexDifference
from indicators.analysis.fifths import analyse_fifths
from indicators.analysis.fifths_inside import analyse_fifths_inside
from indicators.analysis.groups import analyse_groups
from indicators.analysis.inside import analyse_inside, by_region
from indicators.analysis.lasting import analyse_lasting
from indicators.analysis.months import analyse_months
from indicators.analysis.records import Analysis, Fifths, GroupResults, Inside
from indicators.analysis.rules import ECONOMIC, POPULATION, RANKING
from indicators.analysis.sexes_beyond import analyse_sexes
from indicators.analysis.store import analysis_digest
from indicators.areas import AREAS, NATION
from indicators.catalogue import Catalogue
from indicators.definition import Definition, Sex
from indicators.reference import Reference
from indicators.scorecard import Scorecard
from indicators.scorecard_build import series_values, sexes_of
from indicators.series import SeriesStore
from indicators.statistics.xmr_records import XmrChart

Key = tuple[str, Sex]


def build_analysis(catalogue: Catalogue, reference: Reference, store: SeriesStore, scorecard: Scorecard) -> Analysis:
    """Return every series analysed. Raises FaultError when the settings of monthly charts are wrong."""
    charts = read_control_charts()
    population, told = municipal_population(catalogue, store)
    made = _Maker(catalogue, reference, store, scorecard, population, charts)
    for definition in catalogue.definitions:
        if not definition.is_context:
            made.take(definition)
    digest = analysis_digest(scorecard.digest, charts.model_dump(mode="json"))
    parts = (made.inside, made.fifths, made.months, made.groups, made.lasting, made.sexes, made.slopes)
    return Analysis(digest, told, *parts)


def municipal_population(catalogue: Catalogue, store: SeriesStore) -> tuple[dict[str, float], str | None]:
    """Return residents by municipality at the newest year with all of them, and that year; empty when there is none.

    Only what the edition holds counts. A part of the municipalities is no basis for groups of equal population.
    """
    definition = catalogue.by_id.get(POPULATION)
    if definition is None:
        return {}, None
    series, codes = series_values(definition, store), [area.code for area in AREAS.municipalities]
    years = {period for code in codes for period, _ in series.points.get(("T", code), ())}
    for year in sorted(years, reverse=True):
        found = {code: series.at("T", code, year) for code in codes}
        whole = {code: value for code, value in found.items() if value is not None and value > 0}
        if len(whole) == len(codes):
            return whole, year
    return {}, None


class _Maker:
    """Takes one definition after the other, and keeps what came of each."""

    def __init__(
        self,
        catalogue: Catalogue,
        reference: Reference,
        store: SeriesStore,
        scorecard: Scorecard,
        population: dict[str, float],
        charts: ControlCharts,
    ) -> None:
        self.inside: dict[Key, Inside] = {}
        self.fifths: dict[tuple[str, Sex, str], Fifths] = {}
        self.months: dict[tuple[str, Sex, str], XmrChart] = {}
        self.groups: dict[tuple[str, str, str], GroupResults] = {}
        self.lasting: dict[tuple[str, str], LastingSpread] = {}
        self.sexes: dict[tuple[str, str], SexDifference] = {}
        self.slopes: dict[str, FifthsInside] = {}
        self._reference, self._store, self._scorecard = reference, store, scorecard
        self._population, self._charts = population, charts
        self._ranking = self._newest(catalogue.by_id.get(RANKING))

    def take(self, definition: Definition) -> None:
        """Analyse one definition for every sex it is published for."""
        series = series_values(definition, self._store)
        for (grouping, area), results in analyse_groups(definition, series, self._store).items():
            self.groups[definition.id, grouping, area] = results
        self.sexes.update(
            {(definition.id, area): one for area, one in analyse_sexes(definition, self._scorecard).items()}
        )
        for sex in sexes_of(definition):
            comparison = self._scorecard.comparisons[definition.id, sex]
            if definition.period.kind == "month":
                charts = analyse_months(definition, sex, series, self._reference, self._charts)
                self.months.update({(definition.id, sex, area): chart for area, chart in charts.items()})
            found = analyse_inside(definition, sex, series, comparison, self._reference, self._population)
            if found is not None:
                self.inside[definition.id, sex] = found
                self._take_fifths(definition, sex, found)
            if sex == "T" and found is not None:
                spreads = analyse_lasting(definition, sex, series, comparison)
                self.lasting.update({(definition.id, area): spread for area, spread in spreads.items()})

    def _take_fifths(self, definition: Definition, sex: Sex, found: Inside) -> None:
        if self._ranking is None or definition.id in ECONOMIC:
            return
        period = found.latest.period
        regions = by_region(definition, sex, series_values(definition, self._store), period)
        values = {code: value for own in regions.values() for code, value in own.items()}
        fifths = analyse_fifths(period, values, *self._ranking, self._population)
        if fifths is not None:
            self.fifths[definition.id, sex, NATION] = fifths
        if sex == "T":
            comparison = self._scorecard.comparisons[definition.id, sex]
            nation = dict(comparison.points.get(NATION, ())).get(period)
            inside = analyse_fifths_inside(definition, period, values, self._ranking[1], comparison, nation)
            if inside is not None:
                self.slopes[definition.id] = inside

    def _newest(self, definition: Definition | None) -> tuple[str, dict[str, float]] | None:
        """The newest ranking there is: all municipalities' shares with a persistently low income, and its period."""
        if definition is None:
            return None
        series = series_values(definition, self._store)
        periods = {p for area in AREAS.municipalities for p, _ in series.points.get(("T", area.code), ())}
        if not periods:
            return None
        regions = by_region(definition, "T", series, max(periods))
        return max(periods), {code: value for own in regions.values() for code, value in own.items()}

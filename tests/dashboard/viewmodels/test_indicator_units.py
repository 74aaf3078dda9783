"""The regions' own units on the page of one indicator, on figures made for the case."""

from dataclasses import replace

import pytest

from dashboard.query import Question
from dashboard.viewmodels.indicator.units import units_tables, units_view
from dashboard.viewmodels.indicator.units_bands import MOST_NAMED
from indicators.units.store import UnitStore
from tests.builders import REGIONS, definition, make_picture, regions, series, target, yearly
from tests.indicators.units.making import HIDDEN, row, share, write

NO_BREAK = "\u00a0"
SKANE, STOCKHOLM = REGIONS[9], REGIONS[0]
PUBLISHED = regions(*(60.0 + n for n in range(21)), nation=70.0)


@pytest.fixture
def asked(tmp_path_factory):
    """Make the view of some units beside published values of 2025."""

    def view(*rows, item=None, values=None, held=(), region="", **question):
        found = values if hasattr(values, "points") else series(values or PUBLISHED)
        picture = make_picture((item or definition(), found), held=held)
        store = UnitStore(write(tmp_path_factory.mktemp("units"), *rows)) if rows else UnitStore()
        picture = replace(picture, edition=replace(picture.edition, units=store))
        return units_view(picture, Question(**question), "sample", region)

    return view


def five(**changes):
    return [share(n, 100, unit=f"Enhet {n}", **changes) for n in (50, 60, 70, 80, 90)]


def cells(table):
    found = [item for group in table.groups for item in group.rows]
    return [[cell if isinstance(cell, str) else cell.text for cell in item.cells] for item in found]


def said(pieces):
    return "".join(piece.text for piece in pieces)


# --- nothing to show ------------------------------------------------------------------------------------------------


def test_without_units_one_sentence_says_so_and_leads_to_where_a_region_adds_its_own(asked):
    view = asked(lang="en")
    assert said(view.empty) == (
        "Nobody publishes this indicator for hospitals or health centres. "
        "A region can show its own figures here by supplying them on the page Own unit data."
    )
    assert [piece.href for piece in view.empty] == [None, "/data/enheter?lang=en", None]
    assert (view.axis, view.bands, view.table, view.spread, view.example) == (None, (), None, None, "")


def test_a_period_before_the_series_is_nothing_at_all(picture):
    assert units_view(picture, Question(period="2020"), "waiting-treatment-90d") is None


def test_units_of_another_sex_are_told_of_and_not_shown(asked):
    view = asked(*five(sex="F"), sex="M", values=series(PUBLISHED, men=PUBLISHED))
    assert said(view.empty) == "Enhetsdata finns inte för män, men för kvinnor. Välj kön ovan."
    assert view.bands == ()


# --- each unit ------------------------------------------------------------------------------------------------------


def test_a_unit_has_its_value_its_limits_and_its_counts(asked):
    (band,) = asked(share(81, 263, unit="A")).bands
    (mark,) = band.units
    assert (mark.value_text, mark.interval_text, mark.interval_basis) == ("30,8", "25,5–36,6", "share")
    assert (mark.numerator, mark.denominator, mark.status_text) == (81.0, 263.0, "lämnat av regionen")
    assert mark.reading == f"A: 30,8{NO_BREAK}% (25,5–36,6), 2025"


def test_five_years_with_counts_have_a_trend_and_four_have_none(asked):
    numbers = {"2021": 80, "2022": 95, "2023": 105, "2024": 120, "2025": 140}
    rows = [share(x, 200, unit="A", period=year) for year, x in numbers.items()]
    still = [share(100, 200, unit="B", period=year) for year in numbers]
    view = asked(*rows, *still, *(share(100, 200, unit="C", period=year) for year in list(numbers)[1:]))
    told = {mark.unit: (mark.trend, mark.trend_text) for mark in view.bands[0].units}
    assert told["A"][0] == "improving"
    assert told["A"][1].startswith(
        f"Enhetens värde har stigit, från 40,0{NO_BREAK}% (2021) till 70,0{NO_BREAK}% (2025)."
    )
    assert told["B"][0] == "unclear"
    assert told["C"] == ("", "")
    assert [item[5] for item in cells(view.table)] == ["förbättras", "ingen säker riktning", "–"]
    earlier = asked(*rows, period="2024", values=series({area: yearly(60.0, 61.0) for area in (*REGIONS, "00")}))
    assert earlier.bands[0].units[0].trend == ""


def test_a_hidden_unit_has_no_number_anywhere_and_says_why(asked):
    view = asked(*five(), row(unit="Liten", **HIDDEN))
    hidden = view.bands[0].units[-1]
    numbers = (hidden.value, hidden.lower, hidden.upper, hidden.numerator, hidden.denominator, hidden.at)
    assert numbers == (None,) * 6
    assert (hidden.value_text, hidden.interval_text) == ("dolt", "–")
    assert hidden.status_text == "bygger på för få, eller dolt så att inget sådant tal kan räknas ut"
    assert cells(view.table)[-1] == ["Liten", "dolt", "–", "–", "–", "–", hidden.status_text]
    assert any(note.startswith("1 enhet står bara i tabellen") for note in view.notes)
    assert view.bands[0].spread.n == 5


def test_when_all_are_hidden_nothing_is_drawn_and_the_table_stands(asked):
    view = asked(row(unit="A", **HIDDEN), row(unit="B", **HIDDEN))
    assert view.axis is None
    assert view.finding == "Inga värden kan visas: talen är för små."
    assert (view.empty, len(cells(view.table)), view.bands[0].top) == ((), 2, None)


def test_a_value_that_is_missing_is_no_zero(asked):
    view = asked(*five(), row(unit="Tom", value=None, numerator=None, denominator=None, status="not-reported"))
    assert view.bands[0].units[-1].value_text == "–"
    assert cells(view.table)[-1][-1] == "inte lämnat"
    assert min(tick.at for tick in view.axis.ticks) > 0


def test_without_counts_there_is_no_line_and_the_legend_is_silent_of_it(asked):
    view = asked(*(row(unit=f"U{n}", value=float(n), numerator=None, denominator=None) for n in (50, 60)))
    assert {mark.interval_text for mark in view.bands[0].units} == {"–"}
    assert not any("tunna linjen" in note for note in view.notes)


# --- bands, spread and yardsticks -----------------------------------------------------------------------------------


def test_five_units_have_quartiles_and_four_are_points(asked):
    enough, few = asked(*five()), asked(*five()[:4])
    assert cells(enough.spread)[0][1:] == ["5", "50,0", "60,0", "70,0", "80,0", "90,0"]
    assert cells(few.spread)[0][1:] == ["4", "50,0", "–", "–", "–", "80,0"]
    assert few.bands[0].spread.q1 is None
    assert any("skuggade" in note for note in enough.notes)
    assert not any("skuggade" in note for note in few.notes)


def test_the_better_stands_on_top_whichever_way_is_better(asked):
    assert [mark.value for mark in asked(*five()).bands[0].units] == [90.0, 80.0, 70.0, 60.0, 50.0]


def test_where_lower_is_better_the_lower_stands_on_top(asked):
    view = asked(*five(), item=definition(direction="lower"))
    assert [mark.value for mark in view.bands[0].units] == [50.0, 60.0, 70.0, 80.0, 90.0]
    assert view.axis.mirrored


def test_kinds_are_never_mixed(asked):
    view = asked(*five(), *five(kind="clinic"), region="14")
    assert [(band.kind, band.spread.n) for band in view.bands] == [("hospital", 5), ("clinic", 5)]
    assert view.bands[0].label.endswith(", sjukhus")
    assert [band.title_at for band in view.bands] == [0.0, 6.0]


@pytest.mark.parametrize(("count", "is_named"), [(3, True), (MOST_NAMED // 2, True), (MOST_NAMED // 2 + 1, False)])
def test_every_unit_has_a_lane_of_its_own_inside_its_band(count, is_named, asked):
    rows = [share(n + 10, 100, unit=f"U{n}", region=region) for region in ("01", "14") for n in range(count)]
    view = asked(*rows)
    lanes = [mark.at for band in view.bands for mark in band.units]
    assert len(set(lanes)) == len(lanes) == 2 * count
    assert view.is_named == is_named
    for band in view.bands:
        assert all(band.top < mark.at < band.bottom for mark in band.units)
    assert view.bands[0].bottom < view.bands[1].top
    assert view.bands[-1].bottom <= view.lanes - 0.5


def test_the_regions_published_value_stands_beside_and_is_of_the_same_period(asked):
    band = asked(*five(region=SKANE)).bands[0]
    assert (band.region_value.value, band.region_value.period) == (PUBLISHED[SKANE], "2025")


def test_a_published_value_of_another_period_says_which(asked):
    view = asked(*five(region=SKANE, period="2023"))
    assert view.bands[0].region_value.reading.endswith("enligt den publicerade statistiken för 2025.")
    assert [level.text for level in view.levels] == ["Riket 70,0 (2025)"]


def test_the_nation_and_the_target_are_drawn(asked):
    view = asked(*five(), held=[target(value=75.0)])
    assert [(level.kind, level.value) for level in view.levels] == [("nation", 70.0), ("target", 75.0)]
    assert view.levels[0].text == "Riket 70,0"


def test_a_region_without_a_published_value_has_none_drawn(asked):
    view = asked(*five(region=SKANE), values={STOCKHOLM: 50.0, REGIONS[1]: 60.0})
    assert view.bands[0].region_value is None
    assert view.axis is not None


# --- which regions and periods --------------------------------------------------------------------------------------


def test_all_regions_with_units_are_shown_in_official_order(asked):
    rows = [*five(region=SKANE), *five(region=STOCKHOLM)]
    assert [band.region for band in asked(*rows).bands] == [STOCKHOLM, SKANE]


@pytest.mark.parametrize(
    ("chosen", "region", "shown"),
    [
        ((SKANE,), "", [SKANE]),
        ((REGIONS[20],), "", [STOCKHOLM, SKANE]),
        ((STOCKHOLM,), SKANE, [SKANE]),
        ((), REGIONS[20], []),
    ],
)
def test_the_chosen_regions(chosen, region, shown, asked):
    view = asked(*five(region=STOCKHOLM), *five(region=SKANE), region=region, regions=chosen)
    assert [band.region for band in view.bands] == shown
    assert bool(view.empty) == (not shown)


def test_each_region_shows_its_newest_period_not_after_the_year_asked_for(asked):
    values = series({code: yearly(60.0, 61.0, 62.0) for code in REGIONS})
    rows = [*five(period="2023"), *five(period="2025"), *five(region=STOCKHOLM, period="2024")]
    view = asked(*rows, values=values, period="2024")
    assert [(band.region, band.period) for band in view.bands] == [(STOCKHOLM, "2024"), ("14", "2023")]


def test_months_and_weeks_are_said_in_words(asked):
    (month,) = asked(*five(period="2025-03", frequency="month")).bands
    assert month.title.endswith(", mars 2025")


def test_a_week_is_said_by_its_number(asked):
    assert asked(*five(period="2025-W07", frequency="week")).bands[0].period_text == "vecka 7, 2025"


# --- whose figures they are -----------------------------------------------------------------------------------------


def test_they_are_the_regions_own_everywhere(asked):
    view = asked(*five(region=SKANE))
    assert view.caption.startswith("Regionens egna uppgifter: ")
    assert view.notes[0] == (
        "Uppgifterna är regionernas egna och ersätter aldrig publicerade värden. Lämnade: Region Skåne (2026-11-20)."
    )
    assert view.source.startswith("Källa: regionernas egna uppgifter om sina enheter.")
    assert view.table.groups[0].note == "Regionens egna uppgifter, lämnade 2026-11-20."
    assert (view.example, view.bands[0].example_text) == ("", "")


def test_what_is_made_up_says_so_in_every_part(asked):
    view = asked(*five(region=STOCKHOLM), *five(region=SKANE, example=True))
    mark = "Exempeldata – påhittade för att prova"
    assert view.example == mark
    name = next(band.region_name for band in view.bands if band.region == SKANE)
    assert view.example_where == f"Gäller {name}. Talen säger ingenting om verkliga enheter."
    assert mark in view.caption
    real, made_up = view.bands
    assert (real.example, real.example_text, made_up.example, made_up.example_text) == (False, "", True, mark)
    assert made_up.label.endswith("(exempeldata)")
    assert view.table.groups[1].note.startswith(f"{mark}. ")
    assert view.spread.groups[0].rows[1].cells[0].note == mark


def test_a_finding_on_what_is_made_up_begins_with_it(asked):
    assert asked(*five(example=True)).finding.startswith("Exempeldata. I ")


def test_the_finding_tells_the_ends_and_few_people_are_told_as_counts(asked):
    view = asked(share(12, 12, unit="Lilla"), share(500, 1000, unit="Stora"))
    assert view.finding.endswith(f"från 50,0{NO_BREAK}% (Stora) till 100,0{NO_BREAK}% (Lilla, 12 av 12).")


def test_one_unit_alone_is_named(asked):
    assert asked(share(500, 1000, unit="Enda", region=SKANE)).finding == f"I Skåne har Enda 50,0{NO_BREAK}%."


def test_the_table_has_every_number_of_the_picture(asked):
    view = asked(*five(), row(unit="Liten", **HIDDEN))
    shown = [[mark.unit, mark.value_text, mark.interval_text] for band in view.bands for mark in band.units]
    assert [item[:3] for item in cells(view.table)] == shown


def test_the_tables_are_the_views_own(tmp_path):
    picture = make_picture((definition(), series(PUBLISHED)))
    picture = replace(picture, edition=replace(picture.edition, units=UnitStore(write(tmp_path, *five()))))
    view, tables = units_view(picture, Question(), "sample"), units_tables(picture, Question(), "sample")
    assert (tables.units, tables.spread) == (view.table, view.spread)
    assert tables.units is not None

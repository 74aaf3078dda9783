"""The page of one indicator, on figures made for the case: regions, years, municipalities, women and men."""

import pytest

from dashboard.query import Question
from dashboard.viewmodels.indicator.all import all_values
from dashboard.viewmodels.indicator.lines import lines_view
from dashboard.viewmodels.indicator.regions import regions_view
from dashboard.viewmodels.indicator.sexes import sexes_view
from dashboard.viewmodels.indicator.strip import strip_view
from indicators import NATION
from tests.builders import GOTLAND, REGIONS, STOCKHOLM, definition, key, make_picture, regions, series, target, yearly

LADDER = tuple(float(n) for n in range(60, 81))
NO_BREAK = "\u00a0"
DOUBT = {"sv": "Felrapporterat.", "en": "Misreported."}


def asked(view, values, item=None, *, held=(), **question):
    """A view of one made indicator; `values` is a series, or {area: number}."""
    item = item or definition()
    found = values if hasattr(values, "points") else series(values)
    return view(make_picture((item, found), held=held), Question(**question), item.id)


def regions_of(values, item=None, **more):
    return asked(regions_view, values, item, **more)


def lines_of(values, item=None, **more):
    return asked(lines_view, values, item, **more)


def codes(view):
    return [dot.code for dot in view.dots]


def rows(table):
    """Every row's texts."""
    found = [row for group in table.groups for row in group.rows]
    return [[cell if isinstance(cell, str) else cell.text for cell in row.cells] for row in found]


# --- all regions ----------------------------------------------------------------------------------------------------


def test_the_better_stands_on_top_whichever_way_is_better():
    assert codes(regions_of(regions(*LADDER))) == list(reversed(REGIONS))
    lower = regions_of(regions(*LADDER), definition(direction="lower"))
    assert codes(lower) == list(REGIONS)
    assert lower.axis.mirrored


def test_without_direction_the_higher_stands_on_top_and_nothing_is_better():
    view = regions_of(regions(*LADDER, nation=70.0), definition(direction="none"))
    assert codes(view)[0] == REGIONS[-1]
    assert {dot.tone for dot in view.dots} == {"neutral"}
    assert not view.axis.mirrored
    assert view.axis_end == "högre →"
    assert view.finding == "Högst är Norrbotten med 80,0\u00a0%, lägst Stockholm med 60,0. Riket 70,0."


def test_the_position_is_told_by_a_symbol_and_a_tone_and_in_words():
    top, *_, last = regions_of(regions(*LADDER)).dots
    assert (top.label, top.tone) == ("Norrbotten ▲", "good")
    assert (last.label, last.tone) == ("Stockholm ▼", "bad")
    assert last.reading == "Region Stockholm: 60,0\u00a0%, svagaste fjärdedelen"


def test_the_finding_names_the_ends_and_the_nation():
    view = regions_of(regions(*LADDER, nation=70.0), lang="en")
    assert view.finding == "Norrbotten has the best value, 80.0%, and Stockholm the worst, 60.0. Sweden 70.0."


def test_equal_best_values_are_named_together_and_many_are_counted():
    two = regions_of(regions(*LADDER[:19], 90.0, 90.0))
    assert two.finding.startswith("Bäst värde har Västerbotten och Norrbotten med 90,0")
    many = regions_of(regions(*[50.0] * 5, *LADDER[:16]))
    assert many.finding.endswith("sämst 5 regioner med 50,0.")


def test_when_all_are_equal_it_says_so():
    assert regions_of(regions(*[50.0] * 21)).finding == f"Alla 21 regioner har samma värde, 50,0{NO_BREAK}%."


def test_one_region_alone_is_named():
    view = regions_of({STOCKHOLM: 50.0})
    assert view.finding == f"Bara Stockholm redovisar perioden: 50,0{NO_BREAK}%."
    assert [(dot.code, dot.tone) for dot in view.dots] == [(STOCKHOLM, "missing")]


def test_doubtful_values_stand_last_hollow_and_are_no_end():
    view = regions_of(regions(400.0, *LADDER[1:]), definition(plausible={"low": 0, "high": 100}))
    assert (codes(view)[-1], view.dots[-1].doubtful) == (STOCKHOLM, True)
    assert view.dots[-1].reading.endswith("tveksamt")
    assert "400" not in view.finding
    assert any("Ihåliga märken" in note for note in view.notes)
    assert view.axis.high >= 400, "it is drawn where it stands"


def test_when_all_are_doubtful_the_finding_says_so_with_the_reason_once():
    view = regions_of(regions(*LADDER), definition(doubts=[{"reason": DOUBT}]))
    assert view.finding == "Alla publicerade värden är tveksamma. De visas men bedöms inte."
    assert list(view.notes).count("Felrapporterat.") == 1
    assert all(dot.doubtful for dot in view.dots)


def test_regions_without_the_period_are_listed_with_their_own_last_value():
    values = {**{code: {"2025": 50.0} for code in REGIONS[2:]}, STOCKHOLM: {"2023": 55.0}}
    view = regions_of(series(values))
    assert view.missing == (f"Stockholm: senast 55,0{NO_BREAK}% (2023)", "Uppsala: inget värde i serien")
    assert len(view.dots) == 19
    assert rows(view.table)[-2:] == [
        ["Region Stockholm", "55,0", "saknas", "2023"],
        ["Region Uppsala", "–", "saknas", "–"],
    ]


def test_a_newer_period_with_fewer_regions_is_told_of():
    values = {code: {"2024": 50.0, **({"2025": 51.0} if place < 12 else {})} for place, code in enumerate(REGIONS)}
    assert "2025 finns också, men bara för 12 av 21 regioner." in regions_of(series(values)).notes[0]


def test_the_nation_and_the_target_are_lines_and_a_superseded_target_is_dashed():
    held = (target(status="superseded"),)
    nation, goal = regions_of(regions(*LADDER, nation=70.0), held=held).levels
    assert (nation.kind, nation.text, nation.dashed) == ("nation", "Riket 70,0", False)
    assert (goal.kind, goal.value, goal.dashed) == ("target", 90.0, True)
    assert "ersatt" in goal.text
    assert not regions_of(regions(*LADDER), held=(target(),)).levels[0].dashed


def test_the_table_has_the_same_numbers_in_the_same_order():
    view = regions_of(regions(*LADDER, nation=70.0))
    table = rows(view.table)
    assert table[0] == ["Riket", "70,0", "", "2025"]
    assert [row[1] for row in table[1:]] == [dot.value_text for dot in view.dots]


# --- the years ------------------------------------------------------------------------------------------------------


def ladder_of_years(**own):
    found = {code: yearly(*[value] * 3) for code, value in zip(REGIONS, LADDER, strict=True)}
    return series({NATION: yearly(68.0, 69.0, 70.0), **found, **own})


def test_without_a_choice_the_nation_the_best_and_the_worst_are_drawn():
    assert [line.code for line in lines_of(ladder_of_years()).lines] == [NATION, REGIONS[-1], STOCKHOLM]
    lower = lines_of(ladder_of_years(), definition(direction="lower"))
    assert [line.code for line in lower.lines] == [NATION, STOCKHOLM, REGIONS[-1]]


def test_the_chosen_regions_are_drawn_with_the_nation():
    view = lines_of(ladder_of_years(), regions=(GOTLAND,))
    assert [(line.code, line.is_nation) for line in view.lines] == [(NATION, True), (GOTLAND, False)]
    assert view.lines[1].end_text == "Gotland 67,0"


def test_a_skipped_year_is_a_gap():
    points = lines_of(ladder_of_years(**{GOTLAND: yearly(1.0, 2.0, None, 4.0)}), regions=(GOTLAND,)).lines[1].points
    assert [point.value for point in points] == [1.0, 2.0, None, 4.0]


def test_a_series_of_every_second_year_has_no_gaps():
    found = {code: {"2019": 1.0, "2021": 2.0, "2023": 3.0} for code in REGIONS}
    assert all(point.value is not None for point in lines_of(series(found), regions=(GOTLAND,)).lines[0].points)


def test_a_break_cuts_the_lines_and_gives_its_reason():
    breaks = [{"period": "2025", "reason": {"sv": "Ny metod.", "en": "New method."}}]
    view = lines_of(ladder_of_years(), definition(breaks=breaks))
    assert [cut.at for cut in view.cuts] == [2024.5]
    assert [point.value for point in view.lines[0].points] == [68.0, 69.0, None, 70.0]
    assert "Brott i serien 2025: Ny metod." in view.notes


def test_a_break_outside_the_years_shown_is_not_drawn():
    breaks = [{"period": "2001", "reason": {"sv": "Ny metod.", "en": "New method."}}]
    view = lines_of(ladder_of_years(), definition(breaks=breaks))
    assert (view.cuts, view.notes) == ((), ())


def test_a_doubtful_value_is_marked_on_its_line():
    doubts = [{"areas": [STOCKHOLM], "periods": ["2024"], "reason": DOUBT}]
    view = lines_of(ladder_of_years(), definition(doubts=doubts), regions=(STOCKHOLM,))
    assert [point.doubtful for point in view.lines[1].points] == [False, True, False]
    assert "Felrapporterat." in view.notes


def test_a_chosen_region_without_values_is_told_of():
    found = {code: yearly(50.0) for code in REGIONS if code != GOTLAND}
    view = lines_of(series(found), regions=(GOTLAND, STOCKHOLM))
    assert [line.code for line in view.lines] == [STOCKHOLM]
    assert "Gotland: inget värde i serien" in view.notes


def test_a_line_that_ends_early_says_when():
    view = lines_of(ladder_of_years(**{GOTLAND: {"2023": 50.0}}), regions=(GOTLAND,))
    assert view.lines[1].end_text == "Gotland 50,0 (2023)"


def test_the_finding_of_the_years_is_the_nations_movement():
    finding = lines_of(ladder_of_years()).finding
    assert finding == f"Riket: från 68,0{NO_BREAK}% (2023) till 70,0{NO_BREAK}% (2025). Utvecklingen bedöms inte."
    long = series({NATION: yearly(*[60.0 + 2 * n for n in range(8)]), **{code: yearly(50.0) for code in REGIONS}})
    assert lines_of(long).finding.endswith("(2025), förbättras.")


def test_months_are_named_and_stand_a_month_apart():
    item = definition(period={"kind": "month", "note": {"sv": "a", "en": "b"}})
    view = lines_of(series({code: {"2025-12": 1.0, "2026-01": 2.0} for code in REGIONS}), item, regions=(GOTLAND,))
    assert [tick.text for tick in view.periods.ticks] == ["dec 25", "jan 26"]
    assert [round(point.at, 3) for point in view.lines[0].points] == [2025.917, 2026.0]
    assert view.lines[0].points[1].reading == f"Region Gotland januari 2026: 2,0{NO_BREAK}%"


# --- municipalities, women and men, all values ----------------------------------------------------------------------


def test_the_municipalities_stand_on_their_regions_rows_in_the_order_of_the_regions():
    values = {NATION: 70.0, STOCKHOLM: 60.0, GOTLAND: 65.0, "0114": 50.0, "0115": 70.0, "0980": 65.0}
    view = asked(strip_view, values)
    assert [row.code for row in view.rows] == [GOTLAND, STOCKHOLM]
    assert [point.value for point in view.rows[1].points] == [50.0, 70.0]
    assert view.rows[1].points[0].reading == f"Upplands Väsby: 50,0{NO_BREAK}%"
    assert view.rows[1].region.value == 60.0
    assert view.finding == "För få kommuner har värden för att visa en spridning."
    assert rows(view.spread)[1] == ["Region Stockholm", "2", "50,0", "–", "–", "–", "70,0"]
    assert [group.title for group in view.table.groups] == ["Region Gotland, 2025", "Region Stockholm, 2025"]


def test_where_municipalities_are_not_published_it_says_so():
    view = asked(strip_view, regions(*LADDER), definition(series=[key(levels=["nation", "region"])]))
    assert view.axis is view.table is None
    assert view.empty[0].text.startswith("Måttet publiceras inte per kommun.")


def test_women_and_men_come_with_their_difference_and_their_places():
    values = series(regions(*LADDER), women={NATION: 60.0, STOCKHOLM: 50.0}, men={NATION: 62.0, STOCKHOLM: 60.0})
    view = asked(sexes_view, values)
    assert view.finding == f"I riket har kvinnor 60,0{NO_BREAK}% och män 62,0{NO_BREAK}%."
    nation, stockholm, uppsala, *_ = rows(view.table)
    assert (nation, stockholm) == (
        ["Riket", "60,0", "62,0", "", "−2,0"],
        ["Stockholm", "50,0", "60,0", "", "−10,0"],
    )
    assert uppsala == ["Uppsala", "–", "–", "", "–"]
    assert view.table.groups[0].rows[1].cells[3].pair == (0.0, round(10 / 12, 4))


def test_without_women_and_men_it_says_why():
    both = definition(series=[key(sexes=["T"])])
    assert (
        asked(sexes_view, regions(*LADDER), both).empty[0].text
        == "Serien redovisas inte för kvinnor och män var för sig."
    )
    only = definition(series=[key(sexes=["T"])], only_sex="F")
    assert asked(sexes_view, regions(*LADDER), only).empty[0].text == "Måttet gäller bara kvinnor."


def test_all_values_stand_newest_first_with_doubts_marked_and_blanks_explained():
    doubts = [{"areas": [STOCKHOLM], "periods": ["2024"], "reason": DOUBT}]
    table = asked(all_values, ladder_of_years(**{GOTLAND: {"2025": 1.0}}), definition(doubts=doubts))
    assert [column.text for column in table.columns] == ["Region", "2025", "2024", "2023"]
    found = {row[0]: row[1:] for row in rows(table)}
    assert found["Region Gotland"] == ["1,0", "–", "–"]
    assert table.groups[0].rows[0].is_own
    assert table.groups[0].rows[1].cells[2].note == "tveksamt"
    assert table.notes[:2] == ("– betyder att källan inte har något värde.", "Felrapporterat.")


@pytest.mark.parametrize(("language", "word"), [("sv", "brott"), ("en", "break")])
def test_a_table_of_years_says_where_the_series_breaks(picture, language, word):
    view = lines_view(picture, Question(lang=language, regions=("06",)), "cap-start-30d")
    cells = [row.cells[0] for group in view.table.groups for row in group.rows]
    assert [(cell.text, cell.note) for cell in cells if not isinstance(cell, str)] == [("2025", word), ("2021", word)]

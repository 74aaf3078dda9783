"""One row, on figures made for the case: what is missing, doubtful, tied, without direction or lower is better."""

from dashboard.query import Question
from dashboard.viewmodels.rows import make_row
from dashboard.viewmodels.subject import subject
from indicators import NATION
from tests.builders import GOTLAND, REGIONS, STOCKHOLM, definition, key, make_picture, regions, series, target, yearly

LADDER = tuple(float(n) for n in range(60, 81))
NO_BREAK = "\u00a0"


def row_of(values, item=None, *, area=STOCKHOLM, held=(), lang="sv", sex="T"):
    """The row of one area of one indicator; `values` is a series, or {area: number}."""
    item = item or definition()
    found = values if hasattr(values, "points") else series(values)
    return make_row(subject(make_picture((item, found), held=held), Question(lang=lang, sex=sex), item.id, area))


def test_a_value_comes_as_a_number_and_as_it_is_read():
    row = row_of(regions(60.25, *LADDER[1:], nation=70.0))
    assert (row.value, row.value_text, row.nation_text) == (60.25, "60,3", "riket 70,0")
    assert row_of(regions(60.25, *LADDER[1:]), lang="en").value_text == "60.3"


def test_a_missing_value_says_so_and_gives_the_last_one():
    values = {**{code: {"2024": 1.0, "2025": 2.0} for code in REGIONS[1:]}, STOCKHOLM: {"2023": 55.0}}
    row = row_of(series(values))
    assert (row.value, row.value_text, row.x, row.change_text) == (None, "", None, "")
    assert row.missing == f"Saknar värde för perioden. Senast: 55,0{NO_BREAK}% (2023)."
    assert (row.position, row.trend.verdict) == ("not-assessed", "not-assessed")
    assert STOCKHOLM not in {mark.code for mark in row.regions}
    assert "Saknar värde" in row.summary


def test_a_region_that_never_reported_says_so():
    row = row_of(regions(*LADDER[:20]), area=REGIONS[20])
    assert row.missing == "Värde saknas. Måttet redovisas inte här."
    assert row.trend.points == ()


def test_a_value_outside_the_plausible_is_shown_and_not_judged():
    row = row_of(regions(400.0, *LADDER[1:]), definition(plausible={"low": 0, "high": 100}), held=(target(),))
    assert row.value_text == "400,0"
    assert row.doubtful == "Värdet ligger utanför vad måttet kan anta. Det visas som publicerat men bedöms inte."
    assert (row.position, row.target.verdict) == ("not-assessed", "not-assessed")
    mark = next(mark for mark in row.regions if mark.code == STOCKHOLM)
    assert mark.doubtful
    assert {mark.code for mark in row.regions if not mark.doubtful} == set(REGIONS[1:])
    # The label is the outermost sound region's value, at its place; the target stands further out.
    assert (row.axis.left_text, row.axis.right_text, row.target.x) == ("61,0", "80,0", 1.0)
    assert (row.axis.left_x, row.axis.right_x) == (0.0, round(19 / 29, 4))


def test_a_known_doubt_gives_its_own_reason():
    doubts = [{"areas": [STOCKHOLM], "reason": {"sv": "Felrapporterat.", "en": "Misreported."}}]
    row = row_of(regions(*LADDER), definition(doubts=doubts), lang="en")
    assert row.doubtful == "Misreported."
    assert row_of(regions(*LADDER), definition(doubts=doubts), area="03").doubtful is None


def test_where_all_values_are_doubtful_they_are_still_drawn_where_they_stand():
    doubts = [{"reason": {"sv": "Alla lika.", "en": "All equal."}}]
    row = row_of(regions(*LADDER), definition(doubts=doubts))
    assert all(mark.doubtful for mark in row.regions)
    assert [mark.x for mark in row.regions] == [round((value - 60) / 20, 4) for value in LADDER]
    assert (row.axis.left_text, row.axis.right_text) == ("60,0", "80,0")
    assert (row.axis.middle_from, row.axis.middle_to) == (None, None)
    assert (row.x, row.doubtful) == (0.0, "Alla lika.")


def test_equal_values_share_a_position():
    values = regions(*[50.0] * 6, *[60.0] * 15)
    positions = {row_of(values, area=code).position for code in REGIONS[:6]}
    assert positions == {"worst-quarter"}
    assert len({row_of(values, area=code).position for code in REGIONS[6:]}) == 1


def test_when_all_are_equal_nobody_is_best_or_worst_and_all_stand_in_the_middle():
    row = row_of(regions(*[50.0] * 21))
    assert (row.position, row.x) == ("middle", 0.5)
    assert {mark.x for mark in row.regions} == {0.5}


def test_higher_is_better_runs_from_low_to_high():
    row = row_of(regions(*LADDER), area=REGIONS[20])
    assert (row.x, row.position, row.axis.mirrored) == (1.0, "best-quarter", False)
    assert (row.axis.left_text, row.axis.right_text) == ("60,0", "80,0")


def test_lower_is_better_runs_from_high_to_low_so_that_better_is_to_the_right():
    row = row_of(regions(*LADDER), definition(direction="lower"))
    assert (row.x, row.position, row.axis.mirrored) == (1.0, "best-quarter", True)
    assert (row.axis.left_text, row.axis.right_text) == ("80,0", "60,0")
    assert "vänd" in row.axis.note
    assert row.axis.middle_from < row.axis.middle_to


def test_without_direction_nothing_is_good_or_bad():
    item = definition(direction="none")
    lowest, highest = (row_of(regions(*LADDER), item, area=code) for code in (REGIONS[0], REGIONS[20]))
    assert (lowest.position, highest.position) == ("lowest-quarter", "highest-quarter")
    assert (lowest.position_tone, highest.position_tone) == ("neutral", "neutral")
    assert (lowest.position_text, highest.position_text) == ("lägre", "högre")
    assert not highest.axis.mirrored
    told = " ".join((lowest.summary, highest.summary, highest.axis.note, highest.position_reason)).lower()
    assert not [word for word in ("bäst", "sämst", "bättre", "sämre") if word in told]


def test_too_few_regions_get_no_position():
    row = row_of(regions(*LADDER[:7]))
    assert row.position == "not-assessed"
    assert row.position_reason == "Regioner som redovisar perioden: 7. Under 8 delas de inte in i fjärdedelar."


def test_without_municipalities_the_row_says_why():
    row = row_of(regions(*LADDER), definition(series=[key(levels=["nation", "region"])]))
    assert (row.inside.n, row.inside.xs, row.inside.text) == (0, (), "")
    assert row.inside.reason == "Måttet publiceras inte per kommun."
    assert row_of(regions(*LADDER)).inside.reason == "Ingen av regionens kommuner har ett publicerat värde."


def test_five_municipalities_are_a_range_and_fewer_are_points():
    whole = {"1401": 50.0, "1402": 60.0, "1407": 70.0, "1415": 80.0, "1419": 90.0}
    row = row_of({**regions(*LADDER), **whole}, area="14")
    assert (row.inside.n, row.inside.min, row.inside.median, row.inside.max) == (5, 50.0, 70.0, 90.0)
    assert list(row.inside.xs) == sorted(row.inside.xs)
    assert len(row.inside.xs) == 5
    assert (row.inside.low_code, row.inside.high_code) == ("1401", "1419")
    some = row_of({**regions(*LADDER), "1401": 50.0, "1402": 60.0, "1407": 70.0}, area="14")
    assert (some.inside.n, len(some.inside.xs)) == (3, 3)
    assert "punkter" in some.inside.reason


def test_gotland_has_one_municipality_which_is_a_point():
    row = row_of({**regions(*LADDER), "0980": 66.0}, area=GOTLAND)
    assert (row.inside.n, row.inside.xs) == (1, (0.3,))
    assert row.inside.reason.startswith("Kommuner med värde: 1 av 1.")


def test_the_nation_has_no_position_and_is_no_yardstick_of_its_own():
    row = row_of(regions(*LADDER, nation=70.0), area=NATION)
    assert (row.value_text, row.position, row.position_tone) == ("70,0", "not-assessed", "missing")
    assert row.position_reason.startswith("Riket är det som regionerna jämförs med")
    assert row.trend.nation == ()
    assert row.summary == f"{row.name}: 70,0{NO_BREAK}% (2025); bäst 80,0{NO_BREAK}%"
    assert row.href == "/indikator/sample"
    assert len(row.regions) == 21


def test_women_and_men_are_told_where_published():
    found = series(regions(*LADDER), women=regions(*LADDER), men=regions(*(n - 5 for n in LADDER)))
    row = row_of(found)
    assert [(item.sex, item.value, item.text) for item in row.sexes] == [
        ("F", 60.0, f"60,0{NO_BREAK}%"),
        ("M", 55.0, f"55,0{NO_BREAK}%"),
    ]
    assert "5,0" in row.sex_gap


def test_a_sex_without_data_is_said_and_not_left_blank():
    row = row_of(series(regions(*LADDER), women=regions(*LADDER)))
    assert [(item.sex, item.value, item.text) for item in row.sexes][1] == ("M", None, "redovisas inte")
    only_total = row_of(regions(*LADDER), definition(series=[key(sexes=["T"])]))
    assert only_total.sexes == ()
    assert only_total.sex_gap == "Måttet redovisas inte för kvinnor och män var för sig."
    this_period = row_of(series(regions(*LADDER), women={STOCKHOLM: {"2020": 50.0}}))
    assert this_period.sex_gap == "Perioden redovisas inte för kvinnor och män var för sig."


def test_the_row_of_one_sex_keeps_the_sex_in_its_link():
    row = row_of(series(regions(*LADDER), women=regions(*LADDER)), sex="F")
    assert row.href == "/indikator/sample?sex=F&regions=01"
    assert row.sex_gap == ""


def test_the_change_tells_both_size_and_since_when():
    found = series({**{c: {"2025": 60.0} for c in REGIONS[1:]}, STOCKHOLM: {"2023": 60.0, "2025": 58.5}})
    assert row_of(found).change_text == f"\u22121,5{NO_BREAK}procentenheter sedan 2023"


def test_the_trend_has_ten_years_and_a_gap_where_a_year_is_missing():
    own = yearly(1, 2, 3, 4, 5, 6, 7, None, 9, 10, 11, 12)
    row = row_of(series({**{code: {"2025": 60.0} for code in REGIONS[1:]}, STOCKHOLM: own}))
    points = row.trend.points
    years = ["2016", "2017", "2018", "2019", "2020", "", "2022", "2023", "2024", "2025"]
    assert [point.period for point in points] == years
    gap = points[5]
    assert (gap.value, gap.x, gap.y) == (None, None, None)
    known = [point for point in points if point.value is not None]
    assert [point.x for point in known] == sorted(point.x for point in known)
    assert (known[0].x, known[-1].x, known[0].y, known[-1].y) == (0.0, 1.0, 0.0, 1.0)
    assert row.trend.summary.startswith(f"Från 3,0{NO_BREAK}% (2016) till 12,0{NO_BREAK}% (2025)")


def test_a_break_is_a_cut_inside_the_picture():
    breaks = [{"period": "2020", "reason": {"sv": "Ny metod.", "en": "New method."}}]
    own = {code: yearly(*LADDER[:10]) for code in REGIONS}
    row = row_of(series(own), definition(breaks=breaks))
    assert row.trend.breaks == (round(4 / 9, 4),)
    early = [{"period": "1999", "reason": {"sv": "Ny metod.", "en": "New method."}}]
    assert row_of(series(own), definition(breaks=early)).trend.breaks == ()


def test_a_target_is_drawn_where_its_level_stands():
    row = row_of(regions(*LADDER), held=(target(value=70.0),))
    assert (row.target.x, row.target.dashed, row.target.verdict) == (0.5, False, "not-met")
    assert row.target.label == "mål ≥ 70 · nationellt 2025"
    assert "ej uppfyllt" in row.summary


def test_a_target_that_is_superseded_or_of_another_definition_is_dashed_and_says_so():
    old = row_of(regions(*LADDER), held=(target(status="superseded"),))
    assert (old.target.dashed, old.target.label) == (True, "mål ≥ 90 · nationellt 2025, ersatt")
    assert row_of(regions(*LADDER), held=(target(match="similar"),)).target.dashed
    other = row_of(regions(*LADDER), held=(target(match="indicative"),))
    assert (other.target.dashed, other.target.verdict) == (True, "not-assessed")


def test_without_target_nothing_is_drawn_and_nothing_is_blank():
    found = row_of(regions(*LADDER)).target
    assert (found.value, found.x, found.label, found.verdict, found.text) == (None, None, "", "no-target", "mål saknas")
    assert found.reason


def test_a_twin_tells_the_other_series_with_its_source():
    main = definition(id="main-1")
    note = {"sv": "Annan enkät.", "en": "Another survey."}
    twin = definition(id="other-2", decimals=0, twin={"of": "main-1", "note": note})
    picture = make_picture((main, series(regions(*LADDER))), (twin, series(regions(61.4, *LADDER[1:]), period="2024")))
    row = make_row(subject(picture, Question(), "main-1", STOCKHOLM))
    assert (row.indicator, row.series) == ("main-1", "main-1")
    assert row.twin == f"Kolada (other-2): 61{NO_BREAK}% (2024). Annan enkät."


def test_the_twin_with_the_newest_figures_speaks_and_the_indicator_keeps_its_name():
    main = definition(id="main-1", short_name={"sv": "Måttet", "en": "The indicator"})
    twin = definition(id="other-2", twin={"of": "main-1", "note": {"sv": "Annan enkät.", "en": "Another survey."}})
    picture = make_picture((main, series(regions(*LADDER), period="2023")), (twin, series(regions(*LADDER))))
    row = make_row(subject(picture, Question(), "main-1", STOCKHOLM))
    assert (row.indicator, row.series, row.name, row.period) == ("main-1", "other-2", "Måttet", "2025")
    assert row.twin.startswith("Kolada (main-1): 60,0")

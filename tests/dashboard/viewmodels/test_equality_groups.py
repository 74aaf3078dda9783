"""Groups in general: an edition with education and income, from the folder of figures to what the page is given."""

import pytest

from dashboard.query import Question
from dashboard.viewmodels.equality.groups import grouping_choices
from dashboard.viewmodels.equality.page import equality_tables, equality_view
from indicators import GROUPS, FaultError, edition_table
from indicators.units.store import UnitStore
from tests.builders import definition
from tests.dashboard.viewmodels.groups_made import grouped, make
from tests.indicators.units.making import row as unit_row
from tests.indicators.units.making import write as write_units_of

EDUCATION = {"lang": "en", "grouping": "education"}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return make(tmp_path_factory.mktemp("made"))


def plain(text):
    return text.replace("\xa0", " ")


def rows(view):
    return [row for group in view.dumbbells.groups for row in group.rows]


def test_everybody_s_values_are_as_without_groups(made):
    series = made.edition.store.series("kolada", "N1")
    assert dict(series.points["T", "00"])["2025"] == 54.5
    assert len(series.points["T", "01"]) == 10
    assert {row["group"] for row in edition_table(made, "observations").to_pylist()} > {"", "education:low"}
    assert made.scorecard().row("sample", "T", "01").value == 55.5


def test_the_groupings_there_are_can_be_chosen(made):
    assert [choice.value for choice in grouping_choices(made, Question())] == ["sex", "education", "income"]


def test_the_ends_of_ordered_groups_are_held_against_each_other(made):
    view = equality_view(made, Question(**EDUCATION))
    (row,) = rows(view)
    assert view.dumbbells.columns[1:3] == ("Short education", "Long education")
    assert (row.first_text, row.second_text, row.worse) == ("52.0", "80.0", "Short education")
    assert row.first_x < row.second_x
    assert plain(row.difference_text) == "−28.0 percentage points (−31.9 to −24.0)"
    assert row.ratio_text == "0.65"
    assert plain(row.change) == "Grown since 2019 (20.0 percentage points)"
    assert "people with a short education have worse values in 1 of 1 indicator," in view.sexes[0]
    assert "have a value 28.0 percentage points lower than" in plain(view.finding)
    assert "52.0 against 80.0" in view.finding


def test_all_groups_are_drawn_over_the_years_and_stand_in_the_table(made):
    question = Question(**EDUCATION, indicator="sample", regions=("01",))
    lines = equality_view(made, question).lines
    assert [line.code for line in lines.lines] == ["education:low", "education:middle", "education:high"]
    assert lines.finding.startswith("Region Stockholm: people with a short education have a value")
    cells = [row.cells for group in equality_tables(made, question).lines.groups for row in group.rows]
    drawn = zip(*(line.points for line in lines.lines), strict=True)
    assert [row[1:4] for row in cells] == [tuple(f"{point.value:.1f}" for point in points) for points in drawn]
    assert "only from five groups up" in " ".join(lines.notes)
    assert "attributable fraction" in " ".join(lines.notes)


def test_the_slope_goes_through_five_groups_and_its_method_is_named(made):
    view = equality_view(made, Question(lang="en", grouping="income"))
    # Five equal groups on midpoints 0.1 to 0.9: 5 points a fifth of the population are 25 from end to end.
    assert "Slope index (SII) +25.0 percentage points" in plain(" ".join(view.lines.notes))
    assert "weighted by their share" in " ".join(view.lines.notes)


def test_a_region_without_the_grouping_shows_the_nation_and_says_so(made):
    view = equality_view(made, Question(lang="en", grouping="income", regions=("01",)))
    assert view.sexes[0] == "Region Stockholm has no figures by income. The nation is therefore shown."
    assert view.finding.startswith("Sweden")
    assert "by income or country of birth" in " ".join(view.groups)


def test_groups_with_too_few_answers_send_the_view_to_the_nation(made):
    view = equality_view(made, Question(**EDUCATION, regions=("09",)))
    assert "rests on too few answers or events in Region Gotland" in view.lines_text[0]
    assert view.lines.caption.startswith("Sweden")


def test_the_groups_furthest_apart_are_taken_where_there_is_no_order(tmp_path):
    values = {"birth-country:sweden": 70, "birth-country:europe": 60, "birth-country:world": 75}
    lines = [grouped(group, value, area="00", level="nation") for group, value in values.items()]
    picture = make(tmp_path, definition(direction="lower"), lines)
    (row,) = rows(equality_view(picture, Question(lang="en", grouping="birth-country")))
    assert (row.first_name, row.second_name) == ("Born outside Europe", "Born elsewhere in Europe")
    assert row.worse == "Born outside Europe"


def test_values_that_are_not_their_counts_quotient_have_no_limits(tmp_path):
    lines = [f"{grouped(group, value, area='00', level='nation', n=0)}" for group, value in (("education:low", 50),)]
    lines.append(grouped("education:high", 60, area="00", level="nation"))
    (row,) = rows(equality_view(make(tmp_path, lines=lines), Question(**EDUCATION)))
    assert plain(row.difference_text) == "−10.0 percentage points"


def test_an_unknown_group_is_refused_with_what_is_allowed(tmp_path):
    with pytest.raises(FaultError, match=r"group: found 'education:none'.*education:low"):
        make(tmp_path, lines=[grouped("education:none", 50)])


@pytest.fixture
def supplied(tmp_path):
    """The edition, and a region with five units of its own by income, made up for trying out."""
    picture = make(tmp_path)
    incomes = [group for group in GROUPS if group.startswith("income:")]
    rows = [
        unit_row(
            region="12", unit=f"Exempel {unit}", group=group, value=None, numerator=40.0 + 5 * step + unit, example=True
        )
        for unit in range(5)
        for step, group in enumerate(incomes)
    ]
    picture.edition.__dict__["units"] = UnitStore(write_units_of(tmp_path / "units", *rows))
    return picture


def test_a_region_s_own_groups_are_summed_marked_and_told_of_as_its_own(supplied):
    view = equality_view(supplied, Question(lang="en", grouping="income", regions=("12",)))
    (row,) = rows(view)
    # Five units of a hundred people each: 40 to 44 of them in the lowest fifth, 60 to 64 in the highest.
    assert (row.first_text, row.second_text, row.worse) == ("42.0", "62.0", "Lowest income fifth")
    assert view.example == "Example data: the figures are made up for trying out."
    assert view.dumbbells.source.startswith("Source: Region Skåne, its own figures. ")
    assert "Slope index (SII) +25.0 percentage points" in plain(" ".join(view.lines.notes))
    assert view.finding.startswith("Region Skåne")


def test_what_one_region_hands_in_says_nothing_of_another_or_of_the_nation(supplied):
    view = equality_view(supplied, Question(lang="en", grouping="income", regions=("14",)))
    assert view.example == ""
    assert view.finding.startswith("Sweden")
    assert rows(view)[0].first_text == "50.0"

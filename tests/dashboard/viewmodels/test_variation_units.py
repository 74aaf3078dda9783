"""Units with counts on the page of variation: strips, funnel, half a gap; pictures and tables say the same."""

import random
from dataclasses import replace
from fractions import Fraction

import pytest

from dashboard.figures.funnel import funnel_figure
from dashboard.figures.inside import inside_figure
from dashboard.i18n import words
from dashboard.query import Question
from dashboard.viewmodels.variation.funnel import funnel_lack, funnel_view
from dashboard.viewmodels.variation.members import indicator_choices_inside, members
from dashboard.viewmodels.variation.months import months_view
from dashboard.viewmodels.variation.page import variation_tables, variation_view
from indicators import DataFolder
from indicators.editions.library import Library
from indicators.editions.open_editions import Pictures
from tests.indicators.units.making import HIDDEN, row, share, upload
from tests.oracles.slow_variation import chance, within_between

MEASURE, WAIT = "diabetes-blood-pressure", "cap-median-wait"
SKANE, VASTRA = "12", "14"
# One hospital apart from all others, and one whose few patients make it look so.
TOLD = {
    SKANE: [(90, 110), (85, 104), (170, 210), (7, 12), (640, 800), (120, 200)],
    VASTRA: [(x, 100) for x in (95, 62, 88, 70, 91, 66)],
}


def hospitals(region, counts, period="2024", **changes):
    facts = {"indicator": MEASURE, "region": region, "period": period, "kind": "hospital", **changes}
    return [share(x, n, unit=f"Sjukhus {place}", **facts) for place, (x, n) in enumerate(counts)]


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """A picture with made-up hospitals of two regions over three years, and one clinic too small to be shown."""
    folder = DataFolder(tmp_path_factory.mktemp("data")).make()
    numbers = random.Random(5)
    for region, counts in TOLD.items():
        earlier = [(min(n, x + numbers.randrange(3)), n) for x, n in counts]
        rows = [*hospitals(region, earlier, "2023"), *hospitals(region, counts)]
        rows.append(row(indicator=MEASURE, region=region, period="2024", unit="Lilla", kind="clinic", **HIDDEN))
        upload(folder.uploads, region, *(item._replace(example=region == VASTRA) for item in rows))
    return Pictures(Library(), uploads=folder.uploads).current()


def asked(**changes):
    return Question(indicator=MEASURE, kind="hospital", **changes)


def cells(table):
    return [item.cells for group in table.groups for item in group.rows]


def test_the_strip_has_the_units_and_chance_is_taken_out(shown):
    found, view = members(shown, asked()), variation_view(shown, asked())
    assert [len(line.points) for line in view.strip.rows if line.code] == [6, 6]
    within, between = within_between(
        [value for own in found.spreads.values() for value in own.values.values()], [SKANE] * 6 + [VASTRA] * 6
    )
    assert found.shared.raw == pytest.approx(float(within / (within + between)), abs=1e-9)
    counts = [own for region in (SKANE, VASTRA) for own in TOLD[region]]
    regions = [SKANE] * 6 + [VASTRA] * 6
    observed = within_between([Fraction(100 * x, n) for x, n in counts], regions)
    noise = chance(*zip(*counts, strict=True), regions, "binomial")
    left = [float(seen - part * 100**2) for seen, part in zip(observed, noise, strict=True)]
    assert found.share.share == pytest.approx(left[0] / sum(left))
    assert "procent" not in view.strip.finding
    assert f"{round(found.share.share * 100)} procent" in view.strip.notes[0]
    assert f"{round(found.shared.raw * 100)} procent" in view.strip.notes[2]


def test_without_all_counts_no_share_is_told_and_it_is_said(tmp_path):
    rows = [item._replace(numerator=None, denominator=None) for item in hospitals(SKANE, TOLD[SKANE])]
    for region in TOLD:
        upload(tmp_path, region, *(item._replace(region=region) for item in rows))
    picture = Pictures(Library(), uploads=tmp_path).current()
    view = variation_view(picture, asked())
    assert words("sv")("variation.share_not-counted", one="sjukhus", whose="sjukhusens") in view.strip.notes
    assert not any("procent" in note for note in view.strip.notes)
    assert funnel_view(picture, asked()) is None
    assert funnel_lack(picture, asked()) == view.funnel_text
    assert "sjukhus" in view.funnel_text


def test_every_table_has_the_numbers_of_its_picture(shown):
    view, tables = variation_view(shown, asked(regions=(SKANE,))), variation_tables(shown, asked(regions=(SKANE,)))
    drawn = sum(len(line.points) for line in view.strip.rows)
    assert drawn == len(cells(tables.strip))
    region = view.region.view
    assert [(dot.label, dot.value_text) for dot in region.dots] == [line[:2] for line in cells(tables.region)]
    assert [mark.unit for mark in view.funnel.marks] == [line[0] for line in cells(tables.funnel)]
    trace = funnel_figure(view.funnel)["data"][-1]
    assert trace["x"] == [mark.people for mark in view.funnel.marks]
    assert trace["customdata"] == [mark.reading for mark in view.funnel.marks]
    assert [symbol == "circle-open" for symbol in trace["marker"]["symbol"]] == [
        line[-1] == "innanför gränserna" for line in cells(tables.funnel)
    ]


def test_a_small_unit_is_hollow_and_never_first_or_last(shown):
    one = variation_view(shown, asked(regions=(SKANE,))).region
    values = {dot.code: dot.value for dot in one.view.dots}
    hollow = {dot.code for dot in one.view.dots if dot.doubtful}
    assert min(values, key=values.get) == "Sjukhus 3"
    assert "Sjukhus 3" in hollow
    assert one.view.dots[-1].code == "Sjukhus 5"
    wide = {dot.code: ends[1] - ends[0] for dot, ends in zip(one.view.dots, one.whiskers, strict=True)}
    assert max(wide, key=wide.get) == "Sjukhus 3"
    lines = [trace for trace in inside_figure(one)["data"] if trace["mode"] == "lines"]
    assert [x for x in lines[-1]["x"] if x is not None] == [end for ends in one.whiskers for end in ends]


def test_the_funnel_names_who_is_outside_and_how_the_limits_were_made(shown):
    view = funnel_view(shown, asked(regions=(SKANE,)))
    assert view.finding.startswith("En av 6 sjukhus ligger utanför både 95- och 99,8-procentsgränserna")
    assert [text.split(":")[0] for text in view.outside] == ["Sjukhus 5 (Skåne)"]
    assert {mark.place for mark in view.marks if mark.unit == "Sjukhus 5"} == {"below-99.8"}
    said = " ".join(view.notes)
    assert "1 112 av 1 436" in said.replace("\u202f", " ").replace("\u00a0", " ")
    assert "exakta (binomialfördelningen) för 1 sjukhus" in said
    assert "minst 10 enheter" in said
    every = funnel_view(shown, asked())
    assert len(every.marks) == 12
    assert "Exempeldata" in every.caption


def test_over_dispersion_is_an_option_that_is_said(shown):
    narrow, wide = funnel_view(shown, asked()), funnel_view(shown, asked(widen=True))
    assert wide.lines[0].upper_95 >= narrow.lines[0].upper_95
    assert wide.lines[-1].upper_95 > narrow.lines[-1].upper_95
    assert any("inte vidgade" in note for note in narrow.notes)
    assert any("vidgade för överspridning" in note for note in wide.notes)
    # With six units nothing is widened, whatever is asked.
    alone = asked(regions=(SKANE,))
    assert funnel_view(shown, replace(alone, widen=True)).lines == funnel_view(shown, alone).lines


def test_half_the_gap_by_name_with_the_cumulative_share(shown):
    tables, view = variation_tables(shown, asked(regions=(SKANE,))), variation_view(shown, asked(regions=(SKANE,)))
    assert "Sjukhus 5" in view.few[0]
    shares = [line[-1] for line in cells(tables.few)]
    assert int(shares[-1].split("\u00a0")[0]) >= 50
    assert view.few[1] == words("sv")("variation.few_how")


def test_the_spread_over_time_and_the_chosen_year(shown):
    view = variation_view(shown, asked(regions=(SKANE,)))
    assert [line[0] for line in cells(view.years.table)] == ["2023", "2024"]
    earlier = variation_view(shown, asked(regions=(SKANE,), period="2023"))
    assert "2023" in earlier.strip.caption
    assert earlier.years is None
    assert earlier.years_text


def test_what_is_made_up_is_marked(shown):
    where = "Gäller Västra Götalandsregionen. Talen säger ingenting om verkliga enheter."
    assert variation_view(shown, asked()).example == ("Exempeldata – påhittade för att prova", where)
    assert variation_view(shown, Question(indicator=MEASURE)).example[0]
    assert variation_view(shown, Question()).example == ("", "")


def test_a_kind_that_nobody_has_leads_to_one_that_is_there(shown):
    view = variation_view(shown, replace(asked(), kind="clinic"))
    assert view.strip is None
    assert any(piece.href and "kind=hospital" in piece.href for piece in view.empty)
    municipal = variation_view(shown, Question(indicator=MEASURE))
    assert any(piece.href and "kind=hospital" in piece.href for piece in municipal.empty)
    # The funnel stands all the same: it is of the units there are.
    assert municipal.funnel.marks


def test_the_picker_offers_what_has_units_and_months(shown):
    offered = {choice.value for choice in indicator_choices_inside(shown, Question())}
    assert {MEASURE, WAIT, "obesity"} <= offered
    assert months_view(shown, Question(indicator=WAIT)).about == ""
    assert "Endast" in months_view(shown, asked()).about


def test_all_of_it_in_english(shown):
    for question in (asked(lang="en"), asked(lang="en", widen=True, regions=(SKANE,))):
        view = variation_view(shown, question)
        findings = (view.strip.finding, view.region.view.finding, view.funnel.finding)
        said = " ".join([*findings, *view.funnel.notes, *view.few])
        assert not {"och", "procent", "gränserna"} & set(said.lower().split())

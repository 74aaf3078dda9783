"""The comparison: who is compared with, the rows in both orders, the summary, and the texts that go with them."""

import re
from dataclasses import replace

import pytest

from dashboard import i18n
from dashboard.query import Question
from dashboard.viewmodels.compare.peers import KINDS, peers_of, peers_view
from dashboard.viewmodels.compare.rows import compare_view, side_of, standings_of
from dashboard.viewmodels.compare.summary import compare_summary
from dashboard.viewmodels.signals.brief import brief
from indicators import AREAS, FRAMEWORK, LANGUAGES
from tests.tiers import some

UNSAID = ("signifikan", "significan", "konfidens", "confidence", "rank", "bäst i landet")


def rows(view):
    return [row for group in view.groups for row in group.rows]


def test_the_similar_regions_are_koladas_seven_with_the_year_and_what_they_are_like_in(picture):
    for kind, word in (("health-care", "hälso- och sjukvård"), ("socio-economic", "socioekonomi")):
        view = peers_view(picture, Question(peers=kind), "14")
        assert view.codes == picture.areas.like("14", kind)
        assert len(view.codes) == 7
        assert word in view.why
        assert "2024" in view.why
        assert "Kolada" in view.why


def test_what_the_similarity_is_built_on_is_told_with_its_source_or_said_to_be_unknown(picture):
    health, economy = (peers_view(picture, Question(peers=kind), "14") for kind in ("health-care", "socio-economic"))
    assert "referenskostnad och befolkningens storlek" in health.why
    assert health.evidence.href.startswith("https://rka.nu/")
    assert health.evidence.text.endswith("augusti 2022")
    assert "följer inte med i uppgifterna" in economy.why
    assert economy.evidence is None


def test_an_own_choice_is_the_readers_and_never_the_region_itself(picture):
    asked = Question(peers="own", regions=("01", "14", "09"))
    assert peers_of(picture, asked, "14") == ("01", "09")
    assert peers_view(picture, asked, "14").empty is None
    nobody = Question(peers="own")
    assert "Välj minst en" in peers_view(picture, nobody, "14").empty
    assert compare_view(picture, nobody, "14").empty
    said = compare_summary(picture, nobody, "14")
    assert said.counted == ""
    assert said.brief.told == brief(picture, Question(), "14").told


def test_all_is_all_the_others(picture):
    codes = peers_of(picture, Question(peers="all"), "14")
    assert len(codes) == 20
    assert "14" not in codes


def test_six_chosen_regions_leave_no_other_to_choose(picture):
    chosen = picture.areas.region_codes[:6]
    view = peers_view(picture, Question(peers="own", regions=chosen), "25")
    assert {choice.value for choice in view.regions if not choice.disabled} == set(chosen)
    assert "6" in view.hint


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_indicator_stands_once_in_either_order(picture, lang, kind):
    asked = Question(lang=lang, peers=kind, regions=("01", "12"))
    plain, sorted_ = (compare_view(picture, replace(asked, sort=sort), "14") for sort in ("framework", "gap"))
    found = [row.indicator for row in rows(plain)]
    assert found == [item.id for item in picture.catalogue.indicators if item.id in found]
    assert sorted(found) == sorted(row.indicator for row in rows(sorted_))
    assert len(found) > 90
    assert {row.indicator: row for row in rows(plain)} == {row.indicator: row for row in rows(sorted_)}


def test_sorted_by_gap_says_so_and_puts_what_is_behind_first(picture):
    asked = Question(sort="gap")
    view, standings = compare_view(picture, asked, "14"), standings_of(picture, asked, "14")
    assert "avståndet" in view.caption
    assert any("inte hur bra" in note for note in view.notes)
    distance = {picture.catalogue.main_id(item.indicator): item.distance for item in standings}
    directed, undirected = view.groups[0].rows, view.groups[1].rows
    assert [distance[row.indicator] for row in directed] == sorted(distance[row.indicator] for row in directed)
    assert directed[0].side.verdict == "behind"
    assert {row.side.verdict for row in undirected} <= {"higher", "lower", "level"}


@pytest.mark.parametrize("dimension", list(FRAMEWORK.by_code))
def test_one_dimension_shows_its_own_indicators_alone(picture, dimension):
    view = compare_view(picture, Question(dimension=dimension), "01")
    by_id = picture.catalogue.by_id
    assert {by_id[row.indicator].dimension for row in rows(view)} == {dimension}


def test_the_best_is_named_with_a_way_there_and_the_indicator_with_both_drawn(picture):
    asked = Question(lang="en")
    for row in rows(compare_view(picture, asked, "14")):
        definition = picture.catalogue.by_id[row.indicator]
        if row.best is None:
            assert definition.direction == "none" or not row.marks
            continue
        best = row.best.href.removeprefix("/region/").partition("?")[0]
        assert best in picture.areas.like("14")
        assert row.best.href.endswith("?lang=en")
        assert row.name.href.endswith(f"regions=14,{best}")


def test_a_better_value_lies_to_the_right(picture):
    for row in rows(compare_view(picture, Question(), "14")):
        if row.side.verdict == "ahead":
            assert row.x > row.middle_x, row.indicator
        if row.side.verdict == "behind":
            assert row.x < row.middle_x, row.indicator
        assert all(0 <= x <= 1 for x in (*row.marks, row.x or 0, row.middle_x or 0))


def test_the_picture_in_words_names_every_peer_that_is_drawn(picture):
    for row, item in zip(
        rows(compare_view(picture, Question(), "14")), standings_of(picture, Question(), "14"), strict=True
    ):
        assert len(row.marks) == len(item.peers)
        for peer in item.peers:
            assert picture.areas.by_code[peer].short_name in row.summary


def test_every_row_is_counted(picture):
    for code in picture.areas.region_codes:
        view, found = compare_view(picture, Question(), code), compare_summary(picture, Question(), code)
        sides = [row.side.verdict for row in rows(view)]
        for side in ("ahead", "level", "behind"):
            assert f" {sides.count(side)}" in found.counted, code


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", some(AREAS.region_codes, kept=("09", "14", "25")))
def test_no_text_claims_certainty_or_ranks(picture, code, lang):
    for kind in KINDS:
        asked = Question(lang=lang, peers=kind, regions=("01", "03"), sort="gap")
        view, said = compare_view(picture, asked, code), compare_summary(picture, asked, code)
        told = [item.text for group in said.brief.groups for item in group.sentences]
        texts = [said.counted, *told, *said.middles.values(), *view.notes, view.caption, view.source]
        texts += [row.side.reason for row in rows(view)]
        assert [text for text in texts for word in UNSAID if word in text.lower()] == []


def test_women_alone_say_what_is_not_published_for_them(picture):
    view = compare_view(picture, Question(sex="F"), "14")
    assert any("kvinnor" in note for note in view.notes)
    assert len(rows(view)) < len(rows(compare_view(picture, Question(), "14")))


@pytest.mark.parametrize(("lang", "words"), [("sv", "Med samma värde som "), ("en", "With the same value as ")])
def test_what_it_means_in_people_names_the_region_its_value_and_the_year(picture, lang, words):
    told = [row for row in rows(compare_view(picture, Question(lang=lang), "25")) if row.people]
    assert len(told) >= 10
    for row in told:
        assert row.people.startswith(words)
        assert re.search(r" \((?:19|20)\d\d(?:–\d{4})?\): ", row.people)
    assert any("500 färre" in row.people or "500 fewer" in row.people for row in told)


@pytest.mark.parametrize(("gap", "words"), [(0.26, "före avrundning, mindre än"), (0.12, "Avståndet är mindre än")])
def test_a_gap_that_reads_as_the_limit_is_said_to_be_below_it_before_rounding(picture, gap, words):
    found = next(item for item in standings_of(picture, Question(), "25") if item.indicator == "life-expectancy")
    beside = replace(found, side="level", gap=gap, threshold=0.3)
    reason = side_of(beside, picture.catalogue.by_id["life-expectancy"], i18n.words("sv")).reason
    assert words in reason and "0,3" in reason

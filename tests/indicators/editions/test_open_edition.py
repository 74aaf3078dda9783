"""The open picture: the embedded edition is current, and a new indicator takes one file and nothing else."""

import shutil
from dataclasses import replace

import pytest

from dashboard.query import Question
from dashboard.viewmodels.scorecard import scorecard_view
from indicators import LANGUAGES, Catalogue, FaultError, open_picture, read_catalogue, read_reference
from indicators.definition import DEFINITIONS
from indicators.digest import assessment_digest
from indicators.scorecard_build import build_scorecard
from tests.builders import REGIONS, definition, make_picture, regions, series

NEW = "repeat-visits"
STALE = "the embedded edition was assessed by another catalogue or reference: run `halsodialog edition build`"
REBUILT = (
    "treatable-mortality",
    "daily-smoking",
    "daily-smoking-trend",
    "cap-median-wait",
    "stroke-unit-first",
    "inpatient-injuries",
    "access-to-needed-care",
    "overcrowding-psychiatric",
)


def test_the_embedded_edition_is_assessed_by_the_committed_catalogue(picture):
    digest = assessment_digest(read_catalogue(), read_reference().in_year(picture.edition.year))
    for year in (None, *picture.edition.years):
        assert picture.edition.scorecard(year).digest == digest, STALE


@pytest.mark.parametrize("year", [None, "2022"])
def test_the_stored_rows_are_what_the_code_gives_today(picture, year):
    few = Catalogue(tuple(picture.catalogue.by_id[name] for name in REBUILT))
    edition = picture.edition
    built = build_scorecard(few, picture.reference, edition.store, edition.countries, year)
    stored = edition.scorecard(year)
    assert {key: stored.rows[key] for key in built.rows} == built.rows, STALE
    assert {key: stored.international[key] for key in REBUILT} == built.international, STALE
    assert {key: stored.comparisons[key] for key in built.comparisons} == built.comparisons, STALE


@pytest.fixture(scope="module")
def with_a_new_indicator(tmp_path_factory):
    """The embedded edition read by a copy of the definitions with one file more, made of an existing series."""
    folder = tmp_path_factory.mktemp("copy") / "definitions"
    shutil.copytree(DEFINITIONS, folder)
    known = (folder / "service-quality" / "treatable-mortality.toml").read_text(encoding="utf-8")
    changed = known.replace('id = "treatable-mortality"', f'id = "{NEW}"').replace("order = ", "order = 1 #")
    name = read_catalogue().by_id["treatable-mortality"].short_name
    changed = changed.replace(name.sv, "Återbesök").replace(name.en, "Repeat visits")
    (folder / "service-quality" / f"{NEW}.toml").write_text(changed, encoding="utf-8")
    return open_picture(definitions=folder)


def test_a_new_file_is_an_indicator(with_a_new_indicator, picture):
    catalogue = with_a_new_indicator.catalogue
    assert len(catalogue.indicators) == len(picture.catalogue.indicators) + 1
    item = catalogue.by_id[NEW]
    assert item in catalogue.in_area(item.dimension, item.area)


def test_a_new_file_is_assessed_for_every_area(with_a_new_indicator):
    scorecard = with_a_new_indicator.scorecard()
    for code in ("00", *REGIONS):
        row = scorecard.row(NEW, "T", code)
        same = scorecard.row("treatable-mortality", "T", code)
        assert row.value == same.value is not None
        assert replace(row, indicator=same.indicator, target=same.target) == same


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_file_is_a_row_of_the_region_view(with_a_new_indicator, language):
    view = scorecard_view(with_a_new_indicator, Question(lang=language), "14")
    (row,) = [row for row in view.rows if row.indicator == NEW]
    assert row.name == {"sv": "Återbesök", "en": "Repeat visits"}[language]
    assert row.value == 49.9
    assert row.position in ("best-quarter", "middle", "worst-quarter")


def test_a_new_file_changes_no_other_row(with_a_new_indicator, picture):
    new, old = with_a_new_indicator.scorecard().rows, picture.scorecard().rows
    assert {key for key in new if key[0] != NEW} == set(old)
    assert all(new[key] == old[key] for key in old)


def test_a_faulty_file_keeps_the_picture_closed(tmp_path):
    (tmp_path / "service-quality").mkdir()
    (tmp_path / "service-quality" / "sample.toml").write_text("id = 1", encoding="utf-8")
    with pytest.raises(FaultError, match=r"service-quality/sample.toml: id: found 1; Input should be a valid string"):
        open_picture(definitions=tmp_path)


def test_words_do_not_count_in_the_digest():
    def digest(**changes):
        return assessment_digest(Catalogue((definition(**changes),)), read_reference())

    assert digest(name={"sv": "Annat", "en": "Other"}) == digest()
    assert digest(direction="lower") != digest()
    assert digest(plausible={"high": 90.0}) != digest()
    assert digest(relevance={"basis": "unit", "value": 2.0}) != digest()


TWIN = {"twin": {"of": "sample", "note": {"sv": "Annan.", "en": "Another."}}}


def test_the_series_with_the_newest_headline_speaks():
    main = (definition(), series(regions(*range(21)), women=regions(*range(21)), period="2022"))
    twin = (definition(id="sample-trend", **TWIN), series(regions(*range(21)), period="2024"))
    picture = make_picture(main, twin)
    assert picture.headline("sample", "T") == ("sample-trend", "T")
    assert picture.headline("sample", "F") == ("sample", "F")
    assert picture.headline("sample", "M") is None


def test_on_a_tie_the_indicators_own_series_speaks():
    twin = (definition(id="sample-trend", **TWIN), series(regions(*range(21))))
    assert make_picture((definition(), series(regions(*range(21)))), twin).headline("sample", "T") == ("sample", "T")


def test_an_indicator_of_one_sex_answers_to_it():
    picture = make_picture((definition(only_sex="F"), series(regions(*range(21)))))
    assert picture.headline("sample", "F") == ("sample", "T")
    assert picture.headline("sample", "T") == ("sample", "T")
    assert picture.headline("sample", "M") is None
    assert make_picture((definition(only_sex="F"), series({}))).headline("sample", "F") is None

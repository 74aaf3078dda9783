"""The Report: the same rows as on the screen, with title, sentences, choice, sources, address and file name."""

import dataclasses
import re

import pytest

from dashboard.query import Question
from dashboard.viewmodels.report.make import report
from dashboard.viewmodels.report.naming import slug
from dashboard.viewmodels.report.records import Scope
from dashboard.viewmodels.scorecard import scorecard_view
from indicators import FRAMEWORK, MOST_ON_SHEET, open_current, read_sheet

EDITION = open_current().number

REGION, NATION = Scope("region", "14"), Scope("region", "00")
QUALITY = Scope("dimension", "14", "service-quality")
BASE = "https://halsodialog.example"


@pytest.fixture(scope="module")
def made(picture):
    def make(scope=REGION, base=BASE, **question):
        return report(picture, Question(**question), scope, base)

    return make


def test_the_rows_are_the_very_rows_of_the_screen(picture, made):
    for question in ({}, {"sex": "F"}, {"period": "2020"}, {"deviating": True}, {"lang": "en", "target": True}):
        view = scorecard_view(picture, Question(**question), "14")
        assert made(**question).rows == view.rows
        assert view.rows


def test_a_dimension_holds_all_of_it_and_nothing_else(picture, made):
    found = made(QUALITY)
    assert {row.dimension for row in found.rows} == {"service-quality"}
    assert len(found.rows) == sum(item.dimension == "service-quality" for item in picture.catalogue.indicators)
    assert found.sheet.indicators == tuple(row.indicator for row in found.rows)


def test_the_sheet_holds_the_default_choice_of_every_dimension(made):
    found = made()
    assert set(found.sheet.indicators) == set(read_sheet().ids)
    assert 0 < len(found.sheet.indicators) <= MOST_ON_SHEET
    held = {row.dimension for row in found.rows if row.indicator in found.sheet.indicators}
    assert held == set(FRAMEWORK.by_code)
    assert f"{len(found.sheet.indicators)} av {len(found.rows)}" in found.sheet.text


def test_a_narrow_view_stands_whole_on_the_sheet(made):
    found = made(target=True)
    assert 0 < len(found.rows) <= MOST_ON_SHEET
    assert found.sheet.indicators == tuple(row.indicator for row in found.rows)


def test_a_readers_own_choice_is_all_there_is(made):
    own = made(Scope("region", "14", indicators=("suicide", "beds")))
    assert [row.indicator for row in own.rows] == ["suicide", "beds"] == list(own.sheet.indicators)
    assert [section.code for section in own.sections] == ["population-health", "efficient-sustainable-systems"]
    assert "valda av läsaren" in own.sheet.text


def test_sources_of_the_sheet_are_those_of_its_rows(made):
    found = made()
    every, sheet = " ".join(found.sources.raw), " ".join(found.sheet.sources.raw)
    assert "N79190" in every
    on_sheet = [row for row in found.rows if row.indicator in found.sheet.indicators]
    keys = {row.source_key for row in on_sheet if re.fullmatch(r"[NU]\d+", row.source_key)}
    assert set(re.findall(r"[NU]\d{5}", sheet)) == keys
    assert len(found.sources.derived) == len({row.source.split(" (")[0] for row in found.rows})


def test_the_address_leads_to_the_same_view_of_the_same_edition(made):
    found = made(sex="F", period="2020", lang="en")
    assert found.path == f"/region/14?lang=en&sex=F&period=2020&utgava={EDITION}"
    assert found.address == BASE + found.path
    assert made(QUALITY).path == f"/region/14?dimension=service-quality&utgava={EDITION}"
    assert made(Scope("dimension", "00", "equal-care")).path == f"/dimension/equal-care?utgava={EDITION}"
    assert made(NATION).path == f"/?utgava={EDITION}"
    assert made(base="").address == ""


def test_file_names_tell_what_the_file_is(made):
    assert made().name == f"halsodialog-14-vastra-gotaland-{EDITION}"
    assert made(lang="en").name == f"halsodialog-14-vastra-gotaland-{EDITION}-en"
    assert made(QUALITY, sex="M", period="2021").name == (
        f"halsodialog-14-vastra-gotaland-kvalitet-i-tjansterna-man-2021-{EDITION}"
    )
    assert made(NATION).name == f"halsodialog-00-riket-{EDITION}"
    assert made(area="access", target=True).name == (
        f"halsodialog-14-vastra-gotaland-tillganglighet-matt-med-mal-eller-vardgaranti-{EDITION}"
    )
    own = Scope("region", "14", indicators=("beds",))
    assert made(own, dimension="equal-care").name == (
        f"halsodialog-14-vastra-gotaland-jamlik-vard-och-halsa-eget-urval-{EDITION}"
    )
    assert slug("Ö/..\\ “å”\n– 3") == "o-a-3"


def test_the_nation_is_told_of_as_the_nation(made):
    found = made(NATION)
    told = [sentence.text for sentence in found.matters.sentences]
    assert told
    assert not any("Regionen" in text for text in told)
    assert [item.mark for item in found.legend] == [
        *("region", "regions", "middle", "target", "target-dashed", "international")
    ]
    assert next(item.text for item in found.legend if item.mark == "region") == "riket"


def test_a_dimensions_report_tells_the_nations_part_and_of_a_region_nothing_of_its_own(made, picture):
    told = made(Scope("dimension", NATION.area, "service-quality")).matters.sentences
    assert told
    assert {picture.catalogue.by_id[name].dimension for item in told for name in item.indicators if name} == {
        "service-quality"
    }
    assert made(QUALITY).matters.sentences == ()


def test_filters_are_said_in_words(made):
    said = {fact.label: fact.text for fact in made(sex="F", period="2020", area="access", deviating=True).filters}
    assert said == {
        "Kön": "Kvinnor",
        "Period": "Till och med 2020",
        "Område": "Tillgänglighet",
        "Visa bara": "avvikande mått",
    }


def test_a_report_is_frozen_all_the_way(made):
    found = made()
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.sheet.text = "other"
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.sections[0].areas[0].rows[0].value = 1.0

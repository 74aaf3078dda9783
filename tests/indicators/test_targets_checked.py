"""Every target level as it was checked against its source: the level, its edition, its status and what it may judge."""

import csv
from urllib.parse import urlsplit

import pytest

from indicators import read_reference
from indicators.assessment.target import judge_target
from indicators.reference import Reference
from tests.builders import definition, reference, target

LAW = "https://github.com/se-lex/sfs/blob/0a5ecb22d9c7105f4bf0738ca167fd2bc78d26ad/2017/sfs-2017-80.md"
STROKE_2019 = (
    "https://test.riksstroke.org/sve/forskning-statistik-och-verksamhetsutveckling/malnivaer-sjukhusniva-2019/"
)
STROKE_2015 = "https://test.riksstroke.org/sve/forskning-statistik-och-verksamhetsutveckling/malnivaer-3/"
HEART = "https://lakartidningen.se/endast-pa-webben/2009/03/stora-skillnader-inom-hjartsjukvarden/"
# Indicator, step, operator, value, kind, edition, status in 2026, match; the order of the file.
CHECKED = """
stroke-direct-unit-or-icu high >= 90 register 2019 current same
stroke-direct-unit-or-icu moderate >= 80 register 2019 current same
stroke-unit-first high >= 90 register 2019 current similar
stroke-unit-first moderate >= 80 register 2019 current similar
stroke-af-anticoagulation high >= 80 register 2019 current same
stroke-af-anticoagulation moderate >= 70 register 2019 current same
stroke-af-anticoagulation high >= 70 register 2015 superseded similar
stroke-af-anticoagulation moderate >= 55 register 2015 superseded similar
stemi-reperfusion target >= 85 national 2009 superseded same
stemi-reperfusion-in-time target >= 90 national 2009 superseded same
diabetes-hba1c-above-70 target < 10 national 2015 current similar
diabetes-blood-pressure target >= 65 national 2015 current similar
diabetes-foot-exam target >= 95 national 2017 current indicative
cancer-pathway-inclusion target >= 70 agreement 2015 current same
cancer-pathway-lead-time target >= 80 agreement 2015 current same
primary-care-phone target >= 100 statutory 2010 current similar
primary-care-3-days target >= 100 statutory 2019 current same
waiting-first-contact-90d target >= 100 statutory 2010 current same
first-contact-90d target >= 100 statutory 2010 current same
waiting-treatment-90d target >= 100 statutory 2010 current same
treatment-90d target >= 100 statutory 2010 current same
psychiatry-first-visit-90d target >= 100 statutory 2010 current same
cap-start-30d target >= 100 proposed 2024 proposed indicative
cap-median-wait target <= 30 proposed 2024 proposed reference
mmr-vaccination target >= 95 threshold 2020 current similar
daily-smoking target < 5 civil-society 2016 expired same
daily-smoking-trend target < 5 civil-society 2016 expired same
"""
# What a reader must be told of the entry, in both languages.
SAID = {
    "stroke-direct-unit-or-icu": ("Senare listor är inte lästa", "Later lists have not been read"),
    "stroke-af-anticoagulation": ("utan åldersgräns", "without an age limit"),
    "stemi-reperfusion": ("under 80 år", "under 80"),
    "stemi-reperfusion-in-time": ("cirka 90", "about 90"),
    "diabetes-hba1c-above-70": ("efter 2018 är inte kontrollerat", "after 2018 has not been verified"),
    "diabetes-blood-pressure": ("efter 2018 är inte kontrollerat", "after 2018 has not been verified"),
    "diabetes-foot-exam": ("typ 1", "type 1"),
    "cancer-pathway-inclusion": ("infördes 2015", "introduced in 2015"),
    "cancer-pathway-lead-time": ("överenskommelserna till 2024", "agreements to 2024"),
    "primary-care-phone": ("Måttet räknar samtal", "The measure counts calls"),
    "primary-care-3-days": ("inte kan göras vid första kontakten", "cannot be made at the first contact"),
    "waiting-first-contact-90d": ("hur många i kön", "how many in the queue"),
    "waiting-treatment-90d": ("hur många i kön", "how many in the queue"),
    "first-contact-90d": ("6 kap. 2 §", "chapter 6 section 2"),
    "treatment-90d": ("6 kap. 2 §", "chapter 6 section 2"),
    "psychiatry-first-visit-90d": ("inget undantag för psykiatrin", "no exception for psychiatry"),
    "cap-start-30d": ("En utredning ska föreslå", "An inquiry is to propose"),
    "cap-median-wait": ("hälften kan ha väntat längre", "half may have waited longer"),
    "mmr-vaccination": ("minst en dos", "at least one dose"),
    "daily-smoking": ("opinionsbildarnas", "the campaign’s"),
}
SOURCES = {
    "stroke-direct-unit-or-icu": STROKE_2019,
    "stroke-unit-first": STROKE_2019,
    "stroke-af-anticoagulation": STROKE_2019,
    "stemi-reperfusion": HEART,
    "stemi-reperfusion-in-time": HEART,
    "primary-care-phone": LAW,
    "treatment-90d": LAW,
    "cap-median-wait": "http://rkrattsbaser.gov.se/dir?bet=%25&page=5&post_id=121",
}


@pytest.fixture(scope="module")
def held() -> Reference:
    return read_reference().in_year(2026)


def test_every_level_stands_as_it_was_checked(held):
    rows = csv.reader((line for line in CHECKED.splitlines() if line), delimiter=" ")
    wanted = [(name, step, sign, float(value), *rest) for name, step, sign, value, *rest in rows]
    found = [(t.indicator, t.level, t.operator, t.value, t.kind, t.edition, t.status, t.match) for t in held.targets]
    assert found == wanted


@pytest.mark.parametrize(("name", "said"), SAID.items(), ids=SAID)
def test_the_entry_says_what_a_reader_must_know(held, name, said):
    note = held.target(name).note
    for language, words in zip(("sv", "en"), said, strict=True):
        assert words in note.in_(language)


@pytest.mark.parametrize(("name", "source"), SOURCES.items(), ids=SOURCES)
def test_the_source_is_the_page_that_says_it(held, name, source):
    assert held.target(name).source == source


def test_no_source_is_a_start_page(held):
    for item in held.targets:
        parts = urlsplit(item.source)
        assert parts.scheme in ("https", "http"), item.indicator
        assert len(parts.path.strip("/")) > 2, item.source


def test_the_level_before_is_kept_as_history_with_its_source_and_age_limit(held):
    old = [item for item in held.targets if item.status == "superseded" and item.kind == "register"]
    assert [(item.level, item.value, item.source) for item in old] == [
        ("high", 70.0, STROKE_2015),
        ("moderate", 55.0, STROKE_2015),
    ]
    assert all("under 80" in item.note.in_(language) for item in old for language in ("sv", "en"))
    assert (held.target("stroke-af-anticoagulation").value, held.moderate("stroke-af-anticoagulation").value) == (
        80,
        70,
    )


def test_a_right_names_its_paragraphs_and_that_the_measure_is_not_the_law(held):
    points = {}
    for item in held.targets:
        if item.is_right:
            points[item.indicator] = item.issuer.sv.removeprefix("Vårdgarantin, HSL 9 kap. 1 § och HSF 6 kap. 1 § ")
            assert "inte om lagen följts i det enskilda fallet" in item.note.sv
            assert "not whether the law was followed in the individual case" in item.note.en
            assert "Ingen procentsats står i lagen" in item.note.sv
            # The exceptions are of the limits of 90 days alone.
            assert ("6 kap. 2 §" in item.note.sv) == item.indicator.endswith("90d")
    assert points == {
        "primary-care-phone": "1",
        "primary-care-3-days": "2",
        "waiting-first-contact-90d": "3",
        "first-contact-90d": "3",
        "psychiatry-first-visit-90d": "3",
        "waiting-treatment-90d": "4",
        "treatment-90d": "4",
    }


def test_who_judged_an_entry_claims_no_reviewer_that_does_not_exist(held):
    for item in (*held.targets, *held.comparisons):
        assert item.review.by.sv == "Projektet Hälsodialog; ingen granskare är utsedd"
        assert item.review.by.en == "The Hälsodialog project; no reviewer is appointed"


@pytest.mark.parametrize(("year", "status"), [(2025, "current"), (2026, "expired"), (2031, "expired")])
def test_a_goal_expires_in_the_editions_year_after_its_last(year, status):
    level = target(last_year=2025)
    assert level.in_year(year).status == status
    assert reference(level).in_year(year).target("sample").status == status
    assert level.in_year(year).is_binding == (status == "current")


def test_only_a_current_goal_with_a_last_year_expires():
    assert target(status="superseded", last_year=2020).in_year(2026).status == "superseded"
    assert target(status="proposed", last_year=2020).in_year(2026).status == "proposed"
    assert target().in_year(2999).status == "current"


def test_the_year_is_the_editions_own(picture):
    assert picture.edition.year == 2026
    assert picture.reference.target("daily-smoking").status == "expired"
    assert read_reference().target("daily-smoking").status == "current"


@pytest.mark.parametrize(
    ("value", "gap", "key"),
    [(88.5, 11.5, "target.right"), (99.9, 0.1, "target.right"), (100.0, 0.0, "target.right.all")],
)
def test_a_right_is_neither_met_nor_missed_and_has_its_distance_to_everyone(value, gap, key):
    law = target(kind="statutory", value=100.0)
    found = judge_target(definition(), value, 80.0, law, None)
    assert (found.verdict, found.reason.key) == ("right", key)
    assert found.reason.params["gap"] == pytest.approx(gap)
    assert "level" not in found.reason.params
    assert not law.is_binding


NEVER_JUDGED = {
    "expired": ({"status": "expired", "last_year": 2025}, "target.expired"),
    "reference": ({"match": "reference"}, "target.reference"),
}


@pytest.mark.parametrize(("verdict", "changes", "key"), [(name, *item) for name, item in NEVER_JUDGED.items()])
@pytest.mark.parametrize("value", [None, 50.0, 95.0])
def test_an_expired_goal_and_a_line_to_compare_with_judge_nothing(verdict, changes, key, value):
    level = target(**changes)
    found = judge_target(definition(), value, 80.0, level, None)
    assert (found.verdict, found.reason.key) == (verdict, key)
    assert not level.is_binding


def test_of_several_editions_the_one_in_force_is_the_one_a_value_is_held_against():
    old = [target(level=level, value=value, edition="2015", status="superseded") for level, value in STEPS]
    new = [target(level=level, value=value + 10, edition="2019") for level, value in STEPS]
    held = reference(*old, *new)
    assert (held.target("sample").value, held.moderate("sample").value) == (80.0, 65.0)
    assert (reference(*old).target("sample").value, reference(*old).moderate("sample").value) == (70.0, 55.0)
    alone = reference(*old, target(level="high", value=80.0, edition="2019"))
    assert alone.moderate("sample") is None


STEPS = (("high", 70.0), ("moderate", 55.0))

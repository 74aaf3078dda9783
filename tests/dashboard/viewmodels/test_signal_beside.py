"""What stands beside a finding: a later value that is checked, the months it is judged in, ends on one side."""

import re

import pytest

from dashboard.query import Question
from dashboard.viewmodels.signals.brief import brief
from dashboard.viewmodels.signals.lines import visit_lines
from dashboard.viewmodels.signals.told import months_text
from indicators import area_signals, block_months, value_text


def plain(text):
    return re.sub(r"\s+", " ", text)


def told(picture, area, lang="sv", voice="page"):
    found = brief(picture, Question(lang=lang), area, voice)
    subjects = (found.subjects, *found.shared)
    said = [view.said for group in subjects for view in group.subjects]
    inside = found.inside.sentences if found.inside else ()
    return [
        plain(text)
        for text in (*said, *(one.text for g in found.groups for one in g.sentences), *(s.text for s in inside))
    ]


@pytest.mark.parametrize(("area", "indicator"), [("24", "overcrowding-psychiatric"), ("17", "primary-care-3-days")])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_gap_of_the_year_before_tells_the_later_value(picture, area, indicator, lang):
    definition = picture.catalogue.by_id[indicator]
    row = picture.scorecard(None).row(picture.headline(indicator, "T")[0], "T", area)
    value = plain(value_text(row.value, definition, lang))
    check = {"sv": f"2025: {value}, ska kontrolleras", "en": f"2025: {value}, to be checked"}[lang]
    alone = {
        "sv": f"Talet för 2025, {value}, ska kontrolleras.",
        "en": f"The figure for 2025, {value}, is to be checked.",
    }
    name = definition.short_name.in_(lang)
    lines = [text for voice in ("page", "visit") for text in told(picture, area, lang, voice) if f"{name}" in text]
    assert [text for text in lines if "(2024)" in text or ", 2024" in text]
    for text in lines:
        if re.search(rf"{re.escape(plain(name))}:? \d[^;]*2024", text):
            assert check in text or alone[lang] in text


def test_one_heavy_measure_that_deviates_is_not_said_to_be_nothing(picture):
    said = brief(picture, Question(), "06").subjects.none
    assert said == "Inget ämne når gränsen genom flera mått. Ett enda tungt mått avviker:"
    assert said in [line.text for line in visit_lines(picture, Question(), "06").lines]
    assert brief(picture, Question(), "13").subjects.none.startswith("Inget ämne når gränsen. Inget i färska tal")


def test_figures_of_months_say_which_they_are_judged_in(picture):
    texts = [text for text in told(picture, "24") if "juni 2026" in text]
    assert texts and all("median april–juni 2026" in text for text in texts)
    assert block_months("2026-01") == ("2025-11", "2026-01")
    assert months_text(("2025-11", "2026-01"), "sv") == "november 2025–januari 2026"
    assert months_text(("2026-04", "2026-06"), "en") == "April–June 2026"


def test_municipalities_on_one_side_of_the_mean_are_no_ends(picture):
    (text,) = [text for text in told(picture, "12") if text.startswith("Medellivslängd, kvinnor: ")]
    assert "från" not in text
    assert re.search(r": Höganäs 86,3 år och \w+ \d\d,\d år ligger över kommunernas medelvärde 84,3 år \(", text)


def test_a_difference_of_sexes_is_what_a_reader_subtracts(picture):
    number = r"(\d[\d ]*(?:,\d+)?)"
    found = 0
    for area in picture.areas.region_codes:
        for text in told(picture, area):
            match = re.search(rf": kvinnor {number}\D.*? män {number}\D.*?Skillnaden är {number}", text)
            if match:
                women, men, gap = (float(part.replace(" ", "").replace(",", ".")) for part in match.groups())
                assert abs(abs(women - men) - gap) < 1e-9, text
                found += 1
    assert found > 3


def test_falls_that_may_be_of_the_recording_come_before_rises(picture):
    checks = area_signals(picture, "24").of_group("check")
    assert len(checks) > 1
    worse = [_is_worse(picture.catalogue.by_id[one.series].direction, one.value - one.previous[1]) for one in checks]
    assert worse == sorted(worse, reverse=True) and worse[0]


def _is_worse(direction, step):
    return step < 0 if direction == "higher" else step > 0


@pytest.mark.parametrize(("area", "indicator"), [("24", "overcrowding-psychiatric"), ("17", "primary-care-3-days")])
def test_the_measure_beside_a_subject_tells_the_later_value_too(picture, area, indicator):
    found = [one for view in brief(picture, Question(), area).subjects.subjects for one in view.measures]
    (own,) = [one for one in found if one.indicator == indicator]
    assert own.year == "2024"
    assert re.fullmatch(r"Talet för 2025, .+, ska kontrolleras\.", plain(own.newer))
    assert [one.newer for one in found if one.year == "2025"] == [""] * sum(one.year == "2025" for one in found)


@pytest.mark.parametrize("voice", ["page", "visit"])
def test_what_is_no_worse_than_the_nation_is_not_said_to_be_weak_still(picture, voice):
    # Eight regions lie lower, but their values are to be checked: of the others it is in the weakest quarter.
    (own,) = [text for text in told(picture, "24", voice=voice) if text.startswith("Fotundersökning") and "74" in text]
    (signal,) = [one for one in area_signals(picture, "24").signals if one.indicator == "diabetes-foot-exam"]
    assert signal.change.stays_worst
    assert signal.value > signal.nation
    assert "ändå" not in own
    # Gotland's is worse than the nation's after its improvement.
    assert [text for text in told(picture, "09", voice=voice) if text.startswith("Utlokaliserade") and "ändå" in text]

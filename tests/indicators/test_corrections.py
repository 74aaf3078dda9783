"""Corrections: read strictly, found by the figure that an edition holds, and made only of what is there."""

import json

import pytest

from indicators import AREAS, EMBEDDED, Correction, DataFolder, FaultError, Library, Pictures, open_edition
from indicators.corrections import OWN_FILE, Corrections, link_faults, read_corrections
from intake import Wrong, add_correction, correction_name, wrong_figures
from tests.builders import text

CARE, HOME, WAIT = "treatable-mortality", "attitude-home-care", "reasonable-wait-hospital"


def raw(**changes):
    return {
        "id": "sample-2025",
        "indicator": CARE,
        "editions": ["2026-11"],
        "cause": text(),
        "found_by": text(),
        "found_on": "2026-11-30",
        "corrected_on": "2026-12-01",
        "sentences": [text()] * 3,
        "figures": [{"area": "14", "period": "2023", "wrong": 49.9}],
        **changes,
    }


def correction(**changes):
    return Correction.model_validate(raw(**changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"sentences": [text()] * 2},
        {"figures": []},
        {"editions": []},
        {"cause": {"sv": "ord"}},
        {"corrected_on": "2026-11-29"},
        {"figures": [{"area": "14", "period": "2023", "wrong": 1.0, "right": 1.0}]},
        {"figures": [{"area": "14", "period": "2023", "wrong": 1.0}] * 2},
        {"figures": [{"area": "1", "period": "2023", "wrong": 1.0}]},
        {"who": "nobody"},
    ],
)
def test_a_faulty_correction_is_refused(changes, tmp_path):
    correction()
    (tmp_path / OWN_FILE).write_text(json.dumps({"corrections": [raw(**changes)]}))
    with pytest.raises(FaultError, match=OWN_FILE):
        read_corrections(tmp_path)


def test_a_figure_is_corrected_only_where_the_wrong_value_stands():
    found = Corrections(corrections=(correction(),))
    assert found.of(CARE, "14", "2023", "T", 49.9).id == "sample-2025"
    others = [(CARE, "14", "2023", "T", 50.1), (CARE, "14", "2023", "T", None), (CARE, "14", "2022", "T", 49.9)]
    others += [(CARE, "14", "2023", "F", 49.9), (CARE, "12", "2023", "T", 49.9), (HOME, "14", "2023", "T", 49.9)]
    assert [found.of(*place) for place in others] == [None] * len(others)


def test_of_two_corrections_of_one_figure_the_newer_is_told():
    later = correction(id="later", corrected_on="2026-12-05")
    assert Corrections(corrections=(later, correction())).of(CARE, "14", "2023", "T", 49.9).id == "later"


def test_what_corrections_name_is_there(picture):
    found = read_corrections()
    ids = [item.id for item in picture.catalogue.definitions]
    assert link_faults(found, ids) == []
    strange = Corrections(corrections=(correction(indicator="gone"), correction(id="x", figures=[
        {"area": "98", "period": "2023", "wrong": 1.0}])))  # fmt: skip
    assert [fault.field for fault in link_faults(strange, ids)] == ["indicator", "area"]


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("trust-in-care-2024", 22),
        ("trust-in-hospitals-2024", 22),
        ("inpatient-injuries-2020", 3),
        ("attitude-home-care-2025", 22),
    ],
)
def test_the_known_faults_are_corrected_with_what_the_edition_holds(picture, name, figures):
    """Each wrong value is read from the edition here, not from the file."""
    (found,) = [item for item in read_corrections().corrections if item.id == name]
    assert len(found.figures) == figures
    edition = open_edition(EMBEDDED / "2026-11")
    assert found.editions == ("2026-11",)
    sexes = tuple(sorted({item.sex for item in found.figures}))
    areas = found.areas if len(found.areas) == 1 else ()
    held = wrong_figures(Wrong(found.indicator, areas, found.periods, sexes), edition, picture.catalogue)
    assert {item.model_dump_json() for item in held} == {item.model_dump_json() for item in found.figures}


def test_home_care_holds_the_values_of_the_waits(picture):
    edition = open_edition(EMBEDDED / "2026-11")
    home, wait = (wrong_figures(Wrong(name, (), ("2025",)), edition, picture.catalogue) for name in (HOME, WAIT))
    assert [item.area for item in home] == ["00", *AREAS.region_codes]
    assert home == wait


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (Wrong("no-such", ("14",), ("2023",)), "indicator: found 'no-such'"),
        (Wrong(CARE, ("99",), ("2023",)), "area: found '99'"),
        (Wrong(CARE, ("14",), ("1990",)), "14 T: found '1990'; the edition has a value for 2"),
        (Wrong(CARE, (), ("1990",)), "period: found '1990'; the edition has values for 2"),
        (Wrong(CARE, ("14",), ("2023",), value=49.8), "wrong: found 49.8; the edition holds 49.9"),
        (Wrong(CARE, ("14", "12"), ("2023",), right=50.1), "right: found 50.1; is said of one figure, and 2 are named"),
    ],
)
def test_what_is_not_there_cannot_be_corrected(picture, wrong, said):
    with pytest.raises(FaultError) as caught:
        wrong_figures(wrong, picture.edition, picture.catalogue)
    assert said in str(caught.value)


def test_a_correction_is_kept_beside_the_editions_and_told_at_once(tmp_path):
    folder = DataFolder(tmp_path).make()
    pictures = Pictures(Library((folder.editions, EMBEDDED)))
    first, program = pictures.current(), len(read_corrections().corrections)
    wrong = Wrong(CARE, ("14",), ("2023",), right=50.1)
    figures = wrong_figures(wrong, first.edition, first.catalogue)
    made = [
        add_correction(folder, correction(id=correction_name(wrong), figures=[item.model_dump() for item in figures]))
        for _ in range(2)
    ]
    assert [item.id for item in made] == [f"{CARE}-14-2023", f"{CARE}-14-2023-2"]
    shown = pictures.current()
    assert len(shown.corrections.corrections) == program + 2
    assert len(first.corrections.corrections) == program
    assert shown.corrections.of(CARE, "14", "2023", "T", figures[0].wrong).figures[0].right == 50.1
    assert {path.name for path in folder.editions.iterdir()} == {OWN_FILE}


def test_a_file_that_was_spoilt_takes_nothing_away_from_those_who_read(tmp_path):
    folder = DataFolder(tmp_path).make()
    pictures = Pictures(Library((folder.editions, EMBEDDED)))
    (folder.editions / OWN_FILE).write_text("{")
    assert pictures.current().corrections.corrections == read_corrections().corrections
    with pytest.raises(FaultError, match="must be JSON"):
        Pictures(Library((folder.editions, EMBEDDED)))

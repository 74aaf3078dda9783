"""Targets and international comparisons, and where every file of the reference data comes from."""

import pytest

from indicators import FaultError, check_reference, open_current, read_catalogue, read_reference
from indicators.refdata import REFDATA, read_csv, read_toml
from tests.builders import graded, target


@pytest.fixture(scope="module")
def catalogue():
    return read_catalogue()


def units(catalogue):
    return {item.id: item.unit for item in catalogue.definitions}


def raw(*items):
    dumped = [item.model_dump(mode="json") for item in items]
    return {
        "targets": [item for item in dumped if "operator" in item],
        "comparisons": [item for item in dumped if "grade" in item],
    }


def test_the_committed_reference_fits_the_catalogue(catalogue):
    reference = check_reference(read_reference().model_dump(mode="json"), units(catalogue))
    assert (len(reference.targets), len(reference.comparisons)) == (27, 16)


def test_every_international_figure_is_in_the_edition():
    known = open_current().countries
    for item in read_reference().comparisons:
        assert (item.international is None) == (item.grade == "none")
        assert item.international is None or item.international in known


def by_edition():
    """{(indicator, edition): levels} of the committed targets."""
    found = {}
    for item in read_reference().targets:
        found.setdefault((item.indicator, item.edition), []).append(item)
    return found


def test_an_edition_of_an_indicators_target_is_one_level_or_two_steps():
    for name, found in by_edition().items():
        assert sorted(item.level for item in found) in (["target"], ["high"], ["high", "moderate"]), name
    names = [item.indicator for item in read_reference().comparisons]
    assert len(names) == len(set(names))


def test_at_most_one_edition_of_an_indicators_target_is_in_force():
    current = [name for name, found in by_edition().items() if found[0].status == "current"]
    assert len({indicator for indicator, _ in current}) == len(current) > 0


def test_the_lower_step_is_easier_and_points_the_same_way():
    steps = [found for found in by_edition().values() if len(found) == 2]
    assert len(steps) == 4
    for found in steps:
        high, low = sorted(found, key=lambda item: item.level)
        assert (low.operator, low.unit, low.status, low.match) == (high.operator, high.unit, high.status, high.match)
        assert low.is_met(high.value)
        assert not high.is_met(low.value)


def test_a_target_points_the_way_of_its_indicator(catalogue):
    wanted = {"higher": (">=", ">"), "lower": ("<=", "<")}
    for item in read_reference().targets:
        direction = catalogue.by_id[item.indicator].direction
        assert item.operator in wanted[direction], item.indicator


def test_an_indicative_or_ungraded_figure_never_shares_a_scale():
    for item in read_reference().comparisons:
        assert not item.one_scale or item.grade in ("same", "similar"), item.indicator


def test_lookups():
    reference = read_reference()
    assert reference.target("stroke-unit-first").level == "high"
    assert reference.moderate("stroke-unit-first").value == 80.0
    assert reference.target("suicide") is None
    assert reference.moderate("suicide") is None
    assert reference.comparison("suicide").grade == "indicative"
    assert reference.comparison("tax-rate") is None


BOTH = "targets.toml, comparability.toml"
ONE_FAULT = {
    "operator": ({"operator": "=>"}, f"{BOTH}: targets.0.operator: found '=>'; Input should be '>=', '>', '<=' or '<'"),
    "kind": (
        {"kind": "wish"},
        f"{BOTH}: targets.0.kind: found 'wish'; "
        "Input should be 'statutory', 'national', 'register', 'agreement', 'threshold', 'civil-society' or 'proposed'",
    ),
    "source": ({"source": " "}, f"{BOTH}: targets.0.source: found ' '; the text may not be empty"),
    "unknown key": (
        {"colour": "red"},
        f"{BOTH}: targets.0.colour: found 'red'; the field is unknown: remove it or correct its name",
    ),
    "unknown indicator": (
        {"indicator": "happiness"},
        "targets.toml: indicator: found 'happiness'; no definition has this id",
    ),
    "another unit": (
        {"unit": "rate"},
        "targets.toml: suicide.unit: found 'rate'; the indicator's unit is percent",
    ),
}


@pytest.mark.parametrize(("change", "message"), ONE_FAULT.values(), ids=ONE_FAULT)
def test_one_fault_gives_one_exact_message(change, message):
    found = raw(target(indicator="suicide"))
    found["targets"][0].update(change)
    with pytest.raises(FaultError) as caught:
        check_reference(found, {"suicide": "percent"})
    assert str(caught.value) == message


def test_all_links_are_checked_at_once():
    found = raw(target(indicator="a"), target(indicator="b", unit="sek"), graded(indicator="c"))
    with pytest.raises(FaultError) as caught:
        check_reference(found, {"b": "percent"})
    assert [(fault.file, fault.field) for fault in caught.value.faults] == [
        ("targets.toml", "indicator"),
        ("comparability.toml", "indicator"),
        ("targets.toml", "b.unit"),
    ]


@pytest.mark.parametrize(
    ("operator", "met"),
    [
        (">=", (False, True, True)),
        (">", (False, False, True)),
        ("<=", (True, True, False)),
        ("<", (True, False, False)),
    ],
)
def test_each_operator(operator, met):
    level = target(operator=operator, value=90.0)
    assert tuple(level.is_met(value) for value in (89.0, 90.0, 91.0)) == met


def test_every_file_of_the_reference_data_has_its_source():
    files = {path.name for path in REFDATA.iterdir() if path.is_file()} - {"SOURCES.toml"}
    assert {path.name for path in REFDATA.iterdir() if path.is_dir()} == {"editions", "examples", "published_with"}
    told = read_toml("SOURCES.toml")
    assert set(told) == files | {"examples", "published_with"}
    for facts in told.values():
        assert {"source", "licence", "vintage"} <= set(facts)
        assert all(facts.values())


def test_a_missing_file_is_named(tmp_path):
    for read in (read_toml, read_csv):
        with pytest.raises(FaultError) as caught:
            read("units.toml", tmp_path)
        assert str(caught.value) == "units.toml: (file): found nothing; the file is missing from refdata"


@pytest.mark.parametrize("content", [b"x = ", b'x = "\xff"'])
def test_a_file_that_is_not_toml_is_named(tmp_path, content):
    (tmp_path / "units.toml").write_bytes(content)
    with pytest.raises(FaultError) as caught:
        read_toml("units.toml", tmp_path)
    assert str(caught.value).startswith("units.toml: (file): found ")
    assert str(caught.value).endswith("; the file must be TOML in UTF-8")

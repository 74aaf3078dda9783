"""The places: nation, regions, municipalities, peers, and the boundaries on a plane; and the framework."""

import pytest
from pydantic import ValidationError

import indicators
from indicators import AREAS, FRAMEWORK, NATION, FaultError, read_boundaries
from indicators.boundaries import FILE, project
from indicators.framework import read_framework
from tests.builders import text


def test_one_nation_21_regions_290_municipalities():
    assert AREAS.nation.code == NATION
    assert AREAS.nation.level == "nation"
    assert len(AREAS.region_codes) == len(set(AREAS.region_codes)) == 21
    assert list(AREAS.region_codes) == sorted(AREAS.region_codes), "in official order"
    assert len(AREAS.municipalities) == 290
    assert len(AREAS.by_code) == 1 + 21 + 290


def test_every_municipality_lies_in_a_region():
    assert {area.region for area in AREAS.municipalities} == set(AREAS.region_codes)
    assert all(area.code[:2] == area.region for area in AREAS.municipalities)
    assert sum(len(members) for members in AREAS.inside.values()) == 290
    assert AREAS.inside["09"] == ("0980",)
    assert len(AREAS.inside["14"]) == 49
    assert all(area.level == "municipality" for area in AREAS.municipalities)


def test_names():
    assert AREAS.by_code["14"].name == "Västra Götalandsregionen"
    assert AREAS.by_code["0980"].name == "Gotland"
    for area in AREAS.regions:
        assert "egion" not in area.short_name
        assert area.region is None


@pytest.mark.parametrize("kind", ["health-care", "socio-economic"])
def test_every_region_has_seven_peers_that_are_known(kind):
    for code in AREAS.region_codes:
        peers = AREAS.like(code, kind)
        assert len(peers) == len(set(peers)) == 7
        assert set(peers) <= set(AREAS.region_codes) - {code}


def test_no_peers_of_what_is_unknown():
    assert AREAS.like("99") == ()
    assert AREAS.like("14", "mood") == ()


def test_21_counties_inside_the_frame():
    found = read_boundaries()
    assert set(found.rings) == set(AREAS.region_codes)
    points = [point for rings in found.rings.values() for ring in rings for point in ring]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    assert (min(xs), min(ys)) == (0.0, 0.0)
    assert (max(xs), max(ys)) == (found.width, found.height)
    assert 600 < found.width < 800, "kilometres from west to east"
    assert 1500 < found.height < 1650, "kilometres from north to south"
    assert found.source


def area(ring):
    turned = zip(ring, (*ring[1:], ring[0]), strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in turned)) / 2


def test_areas_keep_their_proportions():
    size = {code: sum(area(ring) for ring in rings) for code, rings in read_boundaries().rings.items()}
    assert max(size, key=size.get) == "25"
    assert min(size, key=size.get) == "10"
    assert 0.95 < sum(size.values()) / 450_000 < 1.15, "square kilometres, land and lakes"


def test_every_ring_is_closed_and_has_a_surface():
    for rings in read_boundaries().rings.values():
        for ring in rings:
            assert ring[0] == ring[-1]
            assert len(ring) >= 4
            assert area(ring) > 0


def test_north_is_up_and_west_is_left():
    assert project(16.0, 62.5) == (0.0, 0.0)
    assert project(17.0, 62.5)[0] > 0 > project(15.0, 62.5)[0]
    assert project(16.0, 63.5)[1] == pytest.approx(111.2)
    rings = read_boundaries().rings
    assert max(y for ring in rings["25"] for _, y in ring) < min(y for ring in rings["12"] for _, y in ring)


@pytest.mark.parametrize("content", [None, b"{"])
def test_damaged_boundaries_are_named(tmp_path, monkeypatch, content):
    if content is not None:
        (tmp_path / FILE).write_bytes(content)
    monkeypatch.setattr("indicators.boundaries.REFDATA", tmp_path)
    with pytest.raises(FaultError, match=rf"^{FILE}: \(file\): found .*; must be GeoJSON in refdata$"):
        read_boundaries.__wrapped__()


def test_four_dimensions_and_twenty_areas():
    assert list(FRAMEWORK.by_code) == [
        "population-health",
        "service-quality",
        "efficient-sustainable-systems",
        "equal-care",
    ]
    assert len(FRAMEWORK.areas) == 20
    assert len({area.code for _, area in FRAMEWORK.areas}) == 20
    assert FRAMEWORK.area_codes("population-health") == (
        "health-and-quality-of-life",
        "disease",
        "mortality",
        "living-habits",
    )
    assert FRAMEWORK.area_codes("context") == ("context",)
    assert FRAMEWORK.area_codes("happiness") == ()


def test_a_framework_without_a_translation_is_refused():
    raw = {"dimensions": [], "context": {"code": "context", "name": text()}}
    assert read_framework(raw).dimensions == ()
    with pytest.raises(ValidationError, match=r"context\.name\.en"):
        read_framework({**raw, "context": {"code": "context", "name": {"sv": "Bakgrund"}}})


def test_the_one_door_keeps_what_it_promises():
    assert sorted(set(indicators.__all__)) == sorted(indicators.__all__)
    for name in indicators.__all__:
        assert getattr(indicators, name) is not None
    with pytest.raises(AttributeError, match="No indicators attribute nothing_such"):
        _ = indicators.nothing_such

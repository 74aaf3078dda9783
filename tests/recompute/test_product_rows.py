"""What the product's rows say of every measure in every region, beside the second hand's answers."""

from statistics import median

import pytest

from indicators import NATION, Pictures
from indicators.standings import stand_beside
from tests.recompute import fifths, verdicts
from tests.recompute.figures import REGIONS, peers_of

pytestmark = pytest.mark.nightly
ENOUGH = 2400


@pytest.fixture(scope="module")
def picture():
    return Pictures().current()


@pytest.fixture(scope="module")
def rows(world, picture):
    """Every measure, region and row of the product that has a headline."""
    scorecard = picture.assessed()
    found = [
        (measure, area, scorecard.row(key, "T", area))
        for key, measure in world.figures.measures.items()
        if measure.headline is not None
        for area in REGIONS
    ]
    assert len(found) > ENOUGH
    return [one for one in found if one[2] is not None]


def differing(rows, product, second):
    """Where the two say different things: measure, area, and both."""
    pairs = [(measure.id, area, product(row), second(measure, area)) for measure, area, row in rows]
    return [pair for pair in pairs if pair[2] != pair[3]]


def in_month(measure):
    return measure.item["period"]["kind"] == "month"


def yearly(rows):
    """Blocks of months are the second hand's own, made for signals: rows tell single months."""
    return [one for one in rows if not in_month(one[0])]


def test_headlines_and_values(rows):
    told = yearly(rows)
    assert differing(told, lambda row: row.period, lambda measure, _: measure.headline) == []
    assert differing(told, lambda row: row.value, lambda measure, area: measure.at_raw(area, measure.headline)) == []


def test_quarters(rows):
    with_value = [one for one in yearly(rows) if one[2].value is not None]
    assert differing(with_value, lambda row: row.position.verdict, verdicts.position) == []


def test_trends(rows):
    with_value = [one for one in yearly(rows) if one[2].value is not None]
    found = differing(with_value, lambda row: row.trend.verdict, verdicts.trend)
    assert found == []
    told = {row.trend.verdict for _, _, row in with_value}
    assert told >= {"improving", "worsening", "unchanged", "turned", "increasing", "decreasing", "not-assessed"}


def test_what_a_change_is_counted_from(rows):
    with_value = [one for one in yearly(rows) if one[2].value is not None]
    assert differing(with_value, lambda row: row.previous, verdicts.change) == []
    assert any(row.previous for _, _, row in with_value)


def test_the_range_and_quartiles_of_the_regions(world, picture):
    for key, measure in world.figures.measures.items():
        if measure.headline is None or in_month(measure):
            continue
        spread = picture.assessed().comparisons[key, "T"].spread
        values = measure.regions[measure.headline].dropna()
        if spread is None or values.empty:
            assert (spread is None) == values.empty, key
            continue
        assert (spread.minimum, spread.maximum) == (values.min(), values.max()), key
        assert spread.median == pytest.approx(median(values)), key


def checked_in(world, measure):
    """The regions whose newest value the second hand suspects: it is no yardstick."""
    judged = world.judged.get(measure.id)
    return {area for area, period in judged.suspects if period == measure.headline} if judged else set()


def test_what_is_checked_is_what_the_second_hand_suspects(world, picture):
    second = {(key, area) for key, measure in world.figures.measures.items() for area in checked_in(world, measure)}
    assert set(picture.checks().suspected) == second
    assert len(second) > 30


@pytest.mark.parametrize("region", REGIONS)
def test_the_middle_of_the_regions_that_are_alike(world, picture, region):
    alike = tuple(peers_of("health-care")[region])
    for standing in stand_beside(picture, region, alike):
        measure = world.figures.measures[standing.indicator]
        if in_month(measure):
            continue
        sound = [area for area in alike if area not in checked_in(world, measure)]
        values = measure.sound.reindex(sound)[measure.headline].dropna()
        expected = None if values.empty else pytest.approx(float(values.median()))
        assert standing.middle == expected, standing.indicator


def test_the_nations_value(world, picture):
    for key, measure in world.figures.measures.items():
        if measure.headline is not None and not in_month(measure):
            assert picture.assessed().comparisons[key, "T"].nation == measure.at_raw(NATION, measure.headline), key


def test_the_fifths_inside_the_regions(world, picture):
    made = {key: fifths.inside(world.figures, measure.item) for key, measure in world.figures.measures.items()}
    second = {key: found for key, found in made.items() if found is not None}
    product = {key: (one.crude, one.inside, one.agree, one.is_told) for key, one in picture.analysis.slopes.items()}
    assert {key: found[3] for key, found in product.items()} == {key: found[3] for key, found in second.items()}
    for key, found in product.items():
        assert found[:3] == pytest.approx(second[key][:3]), key
    assert any(found[3] for found in second.values())

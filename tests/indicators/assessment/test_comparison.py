"""The headline period and what the regions are at it."""

import pytest

from indicators import ENOUGH_REGIONS
from tests.builders import REGIONS, comparison, definition, regions, text, yearly


def reporting(**counts):
    """{region: {year: 1.0}} where y2024=18 means that 18 regions report 2024."""
    found = {code: {} for code in REGIONS}
    for year, n in counts.items():
        for code in REGIONS[:n]:
            found[code][year.removeprefix("y")] = 1.0
    return found


HEADLINES = {
    "the newest that all report": ({"y2023": 21, "y2024": 21}, "2024", None),
    "eighteen are enough": ({"y2023": 21, "y2024": 18}, "2024", None),
    "seventeen are not": ({"y2023": 21, "y2024": 17}, "2023", ("2024", 17)),
    "the newest with enough, not the most": ({"y2022": 21, "y2023": 18, "y2024": 2}, "2023", ("2024", 2)),
    "never enough: the most": ({"y2022": 12, "y2023": 16, "y2024": 9}, "2023", ("2024", 9)),
    "never enough and a tie: the newest": ({"y2022": 16, "y2023": 16, "y2024": 3}, "2023", ("2024", 3)),
    "only the newest of the newer is told": ({"y2022": 21, "y2023": 12, "y2024": 3}, "2022", ("2024", 3)),
    "nothing at all": ({}, None, None),
}


@pytest.mark.parametrize(("counts", "headline", "newer"), HEADLINES.values(), ids=HEADLINES)
def test_headline_period(counts, headline, newer):
    found = comparison(reporting(**counts))
    assert (found.headline, found.newer) == (headline, newer)


def test_enough_is_eighteen_of_twenty_one():
    assert (ENOUGH_REGIONS, len(REGIONS)) == (18, 21)


def test_the_nation_alone_makes_no_headline():
    found = comparison({"00": 80.0, "0980": 70.0})
    assert (found.headline, found.nation, found.values, found.spread) == (None, None, {}, None)


def test_values_are_those_of_the_headline_period():
    found = comparison({**regions(*range(21), nation=10.0), "01": yearly(5.0, 6.0), "25": yearly(7.0, None)})
    assert found.headline == "2025"
    assert found.values["01"] == 6.0
    assert "25" not in found.values
    assert found.points["25"] == (("2024", 7.0),)
    assert found.nation == 10.0
    assert found.spread.n == 20


def test_a_doubtful_value_is_shown_but_no_yardstick():
    item = definition(plausible={"low": 0.0, "high": 100.0})
    found = comparison(regions(146.0, *range(20)), item)
    assert found.doubtful == ("01",)
    assert found.values["01"] == 146.0
    assert "01" not in found.yardsticks
    assert (found.spread.n, found.spread.maximum) == (20, 19.0)


def test_a_value_doubted_in_words_is_no_yardstick():
    item = definition(doubts=[{"periods": ["2025"], "areas": ["03", "25"], "reason": text()}])
    assert comparison(regions(*range(21)), item).doubtful == ("03", "25")
    assert comparison({"03": {"2024": 1.0}}, item).doubtful == ()


def test_when_all_is_doubtful_there_is_no_spread():
    found = comparison(regions(*range(21)), definition(doubts=[{"reason": text()}]))
    assert (len(found.doubtful), found.yardsticks, found.spread) == (21, {}, None)


def test_the_spread_by_hand():
    spread = comparison(regions(*range(21))).spread
    assert (spread.n, spread.minimum, spread.q1, spread.median, spread.q3, spread.maximum) == (21, 0, 5, 10, 15, 20)

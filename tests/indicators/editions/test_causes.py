"""Why a verdict differs between two editions: one change at a time, and the cause that it must be found to be."""

import gzip

import orjson
import pytest

from indicators.catalogue import Catalogue
from indicators.editions.causes import Side, find_causes
from indicators.editions.changes import Cause, Changes, VerdictChange, dump_changes, load_changes
from indicators.editions.published_with import PublishedWith
from indicators.same_question import SameQuestions
from indicators.series_cuts import read_series_cuts
from tests.builders import REGIONS, definition, make_picture, series, target, text, yearly

AREA = REGIONS[0]
OTHER = REGIONS[1]


def lines(**changed):
    """Every region with ten years of its own; some of them changed, by area."""
    still = {code: yearly(*[float(50 + n + year) for year in range(10)]) for n, code in enumerate(REGIONS)}
    return {"00": yearly(*[float(60 + year) for year in range(10)]), **still, **changed}


def side(values=None, item=None, targets=(), cuts=None):
    item = item or definition()
    picture = make_picture((item, series(values or lines())), held=targets)
    judged = PublishedWith(Catalogue((item,)), picture.reference, SameQuestions(), cuts=cuts)
    return Side(picture.scorecard(), judged)


def causes(what, older, newer, area=AREA):
    rows = [found.scorecard.rows["sample", "T", area] for found in (older, newer)]
    return find_causes(what, *rows, (older, newer))


def moved(area, **years):
    """The lines with some of one area's years changed."""
    own = {**lines()[area], **{year.removeprefix("y"): value for year, value in years.items()}}
    return lines(**{area: own})


def doubted(periods, *areas):
    return definition(doubts=[{"periods": list(periods), "areas": list(areas), "reason": text()}])


CASES = {
    "value": ("position", {"values": moved(AREA, y2025=1.0)}, [Cause("value")]),
    "another's value": ("position", {"values": moved(OTHER, y2025=1.0)}, [Cause("value-others")]),
    "an earlier value": ("trend", {"values": moved(AREA, y2017=1.0, y2019=2.0)}, [Cause("value-earlier", "2017,2019")]),
    "the nation's value": ("target", {"values": moved("00", y2025=1.0)}, [Cause("value-nation")]),
    "doubt": ("target", {"item": doubted(["2025"], AREA)}, [Cause("doubt-added", "2025")]),
    "doubt of another": ("position", {"item": doubted(["2025"], OTHER)}, [Cause("doubt-others")]),
    "doubt of earlier years": ("trend", {"item": doubted(["2019"])}, [Cause("doubt-earlier", "2019")]),
    "break": ("trend", {"item": definition(breaks=[{"period": "2020", "reason": text()}])}, [Cause("break", "2020")]),
    "target added": ("target", {"targets": [target()]}, [Cause("target-added")]),
    "direction": ("position", {"item": definition(direction="lower")}, [Cause("definition", "direction")]),
    "relevance": (
        "trend",
        {"item": definition(relevance={"basis": "unit", "value": 2.0})},
        [Cause("definition", "relevance")],
    ),
    "nothing": ("trend", {}, [Cause("method")]),
}


@pytest.mark.parametrize("case", CASES)
def test_a_cause_is_what_was_changed_and_nothing_else(case):
    what, changed, expected = CASES[case]
    assert list(causes(what, side(), side(**changed))) == expected


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"value": 80.0}, "target-level"),
        ({"operator": ">"}, "target-level"),
        ({"status": "superseded"}, "target-status"),
        ({"match": "similar"}, "target-match"),
        ({"kind": "register"}, "target-kind"),
    ],
)
def test_a_target_that_changed_is_told_by_what_of_it(changed, kind):
    found = causes("target", side(targets=[target()]), side(targets=[target(**changed)]))
    assert found == (Cause(kind),)


SIGNALS = {
    "theme": "trust",
    "weight": 2,
    "influence": "region",
    "source": "waiting",
    "keeper_change": "2025",
}


def test_a_change_of_keeper_and_a_moved_municipality_are_causes_where_only_one_edition_knows_them():
    keeper = definition(signals=SIGNALS)
    older, newer = side(item=keeper), side(item=keeper, cuts=read_series_cuts())
    assert causes("trend", older, newer) == (Cause("keeper", "2025"),)
    assert causes("trend", newer, newer) == (Cause("method"),)
    years = {code: yearly(*[50.0] * 25, last=2025) for code in ("00", *REGIONS)}
    older, newer = side(years), side(years, cuts=read_series_cuts())
    assert causes("trend", older, newer, "03") == (Cause("area", "2007"),)
    assert causes("trend", older, newer, "12") == (Cause("method"),)


def test_what_was_taken_back_is_the_other_way_round():
    assert causes("target", side(item=doubted(["2025"], AREA)), side()) == (Cause("doubt-removed", "2025"),)
    assert causes("target", side(targets=[target()]), side()) == (Cause("target-removed"),)


def test_another_period_explains_its_values():
    newer = {code: {**own, "2026": 80.0} for code, own in lines().items()}
    assert causes("position", side(), side(values=newer)) == (Cause("period", "2025>2026"),)


def test_several_causes_are_all_told():
    newer = side(values=moved(AREA, y2025=1.0), item=doubted(["2019"], AREA))
    assert causes("trend", side(), newer) == (Cause("value"), Cause("doubt-earlier", "2019"))


def test_causes_are_kept_and_changes_from_before_them_still_load():
    older, newer = side(), side(values=moved(AREA, y2025=1.0))
    rows = [found.scorecard.rows["sample", "T", AREA] for found in (older, newer)]
    turned = VerdictChange("position", *rows, causes("position", older, newer))
    changes = Changes("1", "2", (), (), (), (), (turned,))
    assert load_changes(dump_changes(changes)) == changes
    raw = orjson.loads(gzip.decompress(dump_changes(changes)))
    raw["turned"] = [item[:3] for item in raw["turned"]]
    (loaded,) = load_changes(gzip.compress(orjson.dumps(raw))).turned
    assert loaded.causes == ()

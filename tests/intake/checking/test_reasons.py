"""Every reason for holding a value back can be said in both languages, with the numbers that decided."""

import ast
import re
from pathlib import Path

import orjson
import pytest

import intake.checking
from indicators import LANGUAGES, say
from indicators.assessment.quarantine import reason_of
from indicators.wording import sentences
from tests.builders import definition
from tests.intake.checking.building import at, history, judge, spoil, without

PREFIX = "quarantine."
CODES = sorted(key.removeprefix(PREFIX) for key in sentences() if key.startswith(PREFIX))
PACKAGE = Path(intake.checking.__file__).parent


def constants():
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.glob("*.py") if path.stem != "reasons"]
    return {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}


@pytest.mark.parametrize("code", CODES)
def test_every_sentence_belongs_to_a_rule(code):
    assert code in constants()


def found_rows():
    true = history("N2")
    before = without(true, period="2025")
    new = {"sex": "T", "level": "region", "period": "2025"}
    for factor, where in ((10, {"area": "05"}), (1.6, {"area": "06"}), (0, {}), (0.01, {}), (-1, {"area": "07"})):
        yield judge(spoil(true, lambda values, by=factor: values * by, **new, **where), before)
    for field, value in (("period", "2031"), ("area", "1"), ("sex", "K"), ("status", "too-few"), ("source_key", "X")):
        here = at(true, **new, area="05")
        yield judge(true.assign(**{field: true[field].where(~here, value)}), true)
    yield judge(without(true, **new), true)


def test_what_is_found_can_be_said():
    said = {}
    for checked in found_rows():
        for code, facts in checked.quarantined[["reason", "facts"]].drop_duplicates("reason").itertuples(index=False):
            for language in LANGUAGES:
                text = say(reason_of(code, orjson.loads(facts)), definition(unit="rate", decimals=0), language)
                assert not re.search(r"[{}–]|\bnan\b|\binf\b", text), text
                said.setdefault(code, []).append(text)
    assert len(said) >= 11
    assert said["area"] == ["Koden 1 finns inte på nivån region.", "There is no code 1 at the level region."]

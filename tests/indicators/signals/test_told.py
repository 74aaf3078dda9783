"""What docs/methods.md says of the method is what the program does: its numbers are those of the rules."""

import re
from pathlib import Path

from indicators.signals import rules

PAGE = (Path(__file__).parents[3] / "docs" / "methods.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `([A-Z_]+)` \| ([\d.]+) \|", re.MULTILINE)


def test_the_numbers_of_the_page_are_those_of_the_rules():
    told = {name: float(value) for name, value in ROW.findall(PAGE)}
    assert told == {name: getattr(rules, name) for name in told}
    assert len(told) > 20


def test_the_page_says_that_the_weighting_is_preliminary():
    assert "Preliminary weighting, not adopted by the parties" in PAGE

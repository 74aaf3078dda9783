"""Periods are read by their type: no module takes a year, a month or a week out of a text by its places."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[1]
YEAR, MONTH = 4, (5, 7)


def _number(node):
    try:
        return ast.literal_eval(node)
    except ValueError:
        return None


def cuts(source):
    """The lines where a text is cut at a year's or a month's places: [:4], [-4:], [5:7], [5:]."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Subscript) or not isinstance(node.slice, ast.Slice):
            continue
        ends = tuple(_number(end) if end else None for end in (node.slice.lower, node.slice.upper))
        if ends in ((None, YEAR), (-YEAR, None), MONTH, (MONTH[0], None)) and not _is_numbers(node):
            yield node.lineno


def _is_numbers(node):
    """Four limits of a funnel are taken from a row of numbers, not from a text."""
    return isinstance(node.value, ast.Name) and node.value.id in ("limits", "numbers")


def test_no_module_cuts_a_period():
    found = [
        f"{file.relative_to(ROOT)}:{line}"
        for folder in ("indicators", "intake", "dashboard")
        for file in sorted((ROOT / folder).rglob("*.py"))
        for line in cuts(file.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_a_planted_cut_is_seen():
    planted = "a = period[:4]\nb = row.period[5:7]\nc = text[-4:]\nd = p[5:]\ne = limits[:4]\nf = text[1:4]"
    assert list(cuts(planted)) == [1, 2, 3, 4]

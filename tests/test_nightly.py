"""The night's command: nothing is passed over in silence, nothing runs beyond its time, and a fault ends it with 1."""

import ast
from pathlib import Path

from tests.nightly.__main__ import main
from tests.nightly.parts import PARTS, Need, Part

# What compares the second hand with the product asks the product.
ASKS_THE_PRODUCT = {"test_product_signals", "test_product_rows"}
ROOT = Path(__file__).parent.parent
GOOD = Part("good", ("tests.nightly", "--list", "bombs"), 60)
BAD = Part("bad", ("tests.nightly", "no-such-part"), 60)


def test_a_fault_ends_the_night_with_1_and_the_rest_is_run(capsys):
    assert main([], (BAD, GOOD)) == 1
    said = capsys.readouterr().out
    assert "bad: 0 passed, 1 failed" in said
    assert "good: 1 passed, 0 failed" in said
    assert "In all: 1 passed, 1 failed, 0 skipped" in said


def test_what_is_missing_is_named_with_its_package_and_counted_as_skipped(capsys):
    lacking = Part("lacking", ("no.such.module",), 60, (Need("no_such_module", "pip install no-such"),))
    assert main([], (lacking,)) == 0
    said = capsys.readouterr().out
    assert "lacking: lacks pip install no-such" in said
    assert "In all: 0 passed, 0 failed, 1 skipped" in said


def test_a_part_that_is_not_reached_is_a_fault(capsys):
    assert main(["--minutes", "0"], (GOOD,)) == 1
    assert "not reached" in capsys.readouterr().out


def test_a_part_ends_when_its_time_is_over(capsys):
    assert main([], (Part("endless", ("http.server", "0", "--bind", "127.0.0.1"), 1),)) == 1
    assert "did not end within 1 s" in capsys.readouterr().out


def test_tests_are_counted_singly_and_their_failures_named(tmp_path, capsys):
    file = tmp_path / "test_made.py"
    text = (
        "import pytest\n\ndef test_good(): pass\n\ndef test_bad(): assert 0\n\ndef test_away(): pytest.skip('no x')\n"
    )
    file.write_text(text, encoding="utf-8")
    made = Part("made", ("pytest", str(file), "-q", "-p", "no:cacheprovider"), 60, tests=True)
    assert main([], (made,)) == 1
    said = capsys.readouterr().out
    assert "made: 1 passed, 1 failed, 1 skipped" in said
    assert "test_bad" in said
    assert "no x" in said


def test_every_part_is_a_program_that_is_here():
    assert [part.name for part in PARTS if part.lacks()] == []
    modules = [part.command[0].replace(".", "/") for part in PARTS if not part.tests]
    assert [name for name in modules if not (ROOT / f"{name}.py").exists()] == []


def test_the_second_hand_uses_none_of_the_products_code():
    hands = [path for path in (ROOT / "tests" / "recompute").glob("*.py") if path.stem not in ASKS_THE_PRODUCT]
    assert len(hands) > 8
    for path in hands:
        names = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                names.add(node.module)
        assert {name for name in names if name.split(".")[0] in ("indicators", "dashboard")} == set(), path.name


def test_the_second_hand_is_asked_at_night():
    asking = list((ROOT / "tests" / "recompute").glob("test_*.py"))
    assert len(asking) > 2
    assert [p.name for p in asking if "pytestmark = pytest.mark.nightly" not in p.read_text(encoding="utf-8")] == []

"""The list of methods in docs/methods.md against the code: every module, every reference, every test and oracle."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
STATISTICS = ROOT / "indicators" / "statistics"
HOLDERS = (ROOT / "tests" / "indicators" / "statistics", ROOT / "tests" / "oracles")
ARITHMETIC = "arithmetic"


def methods():
    whole = (ROOT / "docs" / "methods.md").read_text(encoding="utf-8")
    return whole.split("\n# Statistics\n")[1]


def rows():
    lines = [line for line in methods().splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


ROWS = rows()


def named(text, ending=r"\w+"):
    return re.findall(rf"`({ending})`", text)


def test_every_module_is_named_once():
    computing = [name for row in ROWS for name in named(row[0])]
    (rest,) = [line for line in methods().splitlines() if "compute nothing" in line]
    modules = {path.stem for path in STATISTICS.glob("*.py")} - {"__init__"}
    assert sorted([*computing, *named(rest)]) == sorted(modules)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_every_reference_stands_in_the_module_and_every_module_with_one_has_its_row(row):
    sources = "\n".join((STATISTICS / f"{name}.py").read_text(encoding="utf-8") for name in named(row[0]))
    told = re.findall(r"([A-Z]\w+) (\d{4})", row[2])
    assert told or row[2] == ARITHMETIC
    assert not (row[2] == ARITHMETIC and re.search(r"^ +References$", sources, re.MULTILINE))
    references = " ".join(" ".join(part.split('"""')[0].split()) for part in sources.split("References\n")[1:])
    for name, year in told:
        assert re.search(rf"\b{name}\b.*?\b{year}\b", references), f"{name} {year} is not in {row[0]}"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_every_test_and_oracle_is_there_and_asks_for_the_module(row):
    holders = named(row[3], r"[\w.]+")
    assert holders
    found = {name: [folder / name for folder in HOLDERS if (folder / name).exists()] for name in holders}
    assert [name for name, paths in found.items() if not paths] == []
    tests = "".join(paths[0].read_text(encoding="utf-8") for name, paths in found.items() if name.startswith("test_"))
    asked = [name for name in named(row[0]) if not re.search(rf"\bstatistics\.{name}\b", tests)]
    assert asked == []
    oracles = [name for name in holders if not name.startswith("test_")]
    assert [name for name in oracles if name.removesuffix(".py") not in tests] == []

"""The import contracts hold, and each of them turns red when it is broken."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import tomli

ROOT = Path(__file__).parent.parent
SETTINGS = tomli.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
CONTRACTS: dict[str, dict[str, Any]] = {contract["name"]: contract for contract in SETTINGS["contracts"]}
# Where a fault is planted for each contract: every module that the contract forbids is imported there at once.
PLANTED_IN = {
    "Neither the domain nor what comes in knows a screen.": "indicators/statistics/position.py",
    "The screen enters each package by its one door.": "dashboard/query.py",
    "Pages know no other page.": "dashboard/pages/region.py",
    "Pages know no pandas, numpy, pyarrow or plotly.": "dashboard/pages/overview.py",
    "Figures know view models only.": "dashboard/figures/planted.py",
    "Components know view models only.": "dashboard/components/tables.py",
    "View models know no screen library, not even through others.": "dashboard/viewmodels/rug.py",
    "View models hand out no pandas, numpy or pyarrow.": "dashboard/viewmodels/sentences.py",
    "Sources know no other source.": "intake/sources/planted_a.py",
}
# Of a contract of layers or circles: where an import is planted, what is imported there, and what the report then says.
ROOMS, COMING, CIRCLES, FLOORS = (
    "The rooms of the domain lie in layers.",
    "The rooms of what comes in lie in layers.",
    "No circle of rooms or modules, in the domain or in what comes in.",
    "Four packages, and arrows one way.",
)
AGAINST = [
    (FLOORS, "indicators/areas.py", "dashboard.i18n", "indicators is not allowed to import dashboard:"),
    (FLOORS, "indicators/areas.py", "intake.frames", "indicators is not allowed to import intake:"),
    (FLOORS, "intake/frames.py", "dashboard.query", "intake is not allowed to import dashboard:"),
    (ROOMS, "indicators/text.py", "indicators.areas", "indicators.text is not allowed to import indicators.areas:"),
    (ROOMS, "indicators/signals/rules.py", "indicators.units.row", "indicators.signals is not allowed to import"),
    (COMING, "intake/http/body.py", "intake.formats.frame", "intake.http is not allowed to import intake.formats:"),
    (COMING, "intake/sync/log.py", "intake.uploads.kinds", "intake.sync is not allowed to import intake.uploads:"),
    (CIRCLES, "indicators/signals/rules.py", "indicators.signals.choice", "cycles are allowed in indicators.signals."),
    (CIRCLES, "intake/uploads/line.py", "intake.uploads.judge", "cycles are allowed in intake.uploads."),
]
# A contract with a wildcard forbids what matches; these stand for it.
EXAMPLES = {
    "indicators.*": ["indicators.areas", "indicators.editions.open_edition"],
    "indicators.*.*": ["indicators.assessment.trend", "indicators.statistics.spread"],
    "intake.*": ["intake.frames", "intake.origins"],
    "intake.*.*": ["intake.http.client", "intake.sync.run"],
    "dashboard.pages.*": ["dashboard.pages.overview"],
    "intake.sources.*": ["intake.sources.planted_b"],
}


def lint(folder: Path) -> tuple[int, str]:
    """Run the contracts of a tree and return the exit status and the report."""
    code = "from importlinter.cli import lint_imports_command; lint_imports_command(['--no-cache'])"
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def forbidden(contract: dict[str, Any]) -> list[str]:
    named = contract.get("forbidden_modules", contract.get("modules", []))
    return [module for name in named for module in EXAMPLES.get(name, [name])]


# A single line in a place of its own, which is enough; the module whose import it is.
LINES = (
    ("The screen enters each package by its one door.", "dashboard/query.py", "from indicators.areas import AREAS"),
    ("The screen enters each package by its one door.", "dashboard/cli/form.py", "import indicators.digest"),
    ("Neither the domain nor what comes in knows a screen.", "intake/http/client.py", "import dash"),
    ("View models know no screen library, not even through others.", "dashboard/query.py", "import flask"),
)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the packages in which faults may be planted."""
    for package in ("dashboard", "indicators", "intake"):
        shutil.copytree(
            ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__", "definitions", "locale")
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    sources = tmp_path / "intake" / "sources"
    sources.mkdir(exist_ok=True)
    for name in ("__init__", "planted_a", "planted_b"):
        (sources / f"{name}.py").touch()
    (tmp_path / "dashboard" / "figures" / "planted.py").touch()
    return tmp_path


def plant(tree: Path, path: str, line: str) -> None:
    with (tree / path).open("a", encoding="utf-8") as stream:
        stream.write(f"{line}\n")


def told(report: str, name: str) -> str:
    """Return what a report says of one broken contract: the part under its name."""
    _, _, under = report.rpartition(f"\n{name}\n{'-' * len(name)}\n")
    return re.split(r"\n\n.+\n-{5,}\n", under)[0]


def dotted(path: str) -> str:
    return path.removesuffix(".py").replace("/", ".")


def test_every_contract_holds():
    status, report = lint(ROOT)
    assert status == 0, report


def test_no_contract_has_exceptions():
    assert not [name for name, contract in CONTRACTS.items() if any("ignore" in key for key in contract)]


def test_every_contract_is_shown_to_turn_red():
    assert sorted({*PLANTED_IN, *(name for name, *_ in AGAINST)}) == sorted(CONTRACTS)


def test_planted_faults_turn_their_contracts_red_and_the_untouched_copy_is_green(tree: Path):
    status, report = lint(tree)
    assert status == 0, report
    for name, path in PLANTED_IN.items():
        for module in forbidden(CONTRACTS[name]):
            plant(tree, path, f"import {module}")
    status, report = lint(tree)
    assert status != 0
    for name, path in PLANTED_IN.items():
        assert f"{name} BROKEN" in report
        # One tree has every fault: each must be told under its own contract, by its own module and line.
        under = told(report, name)
        for module in forbidden(CONTRACTS[name]):
            assert f"{dotted(path)} -> {module} (l." in under, f"{module} may be imported in spite of: {name}"


def test_a_single_import_is_enough(tree: Path):
    for _, path, line in LINES:
        plant(tree, path, line)
    status, report = lint(tree)
    assert status != 0
    assert {line.removesuffix(" BROKEN") for line in report.splitlines() if line.endswith(" BROKEN")} == {
        name for name, *_ in LINES
    }
    for name, path, line in LINES:
        assert f"{dotted(path)} -> {line.split()[1]} (l." in told(report, name), line


def test_an_arrow_up_or_a_circle_turns_its_contract_red(tree: Path):
    for _, path, module, _ in AGAINST:
        plant(tree, path, f"import {module}")
    _, report = lint(tree)
    for name, _, module, sentence in AGAINST:
        assert sentence in re.sub(r"\s+", " ", told(report, name)), module


def test_a_room_that_no_layer_names_turns_its_contract_red(tree: Path):
    for package in ("indicators", "intake"):
        (tree / package / "attic.py").touch()
    _, report = lint(tree)
    assert f"{ROOMS} BROKEN" in report
    assert f"{COMING} BROKEN" in report


def test_the_screen_is_given_no_statistic_to_compute_with():
    door = (ROOT / "indicators" / "__init__.pyi").read_text(encoding="utf-8")
    given = re.findall(r"^from \.statistics\.\w+ import (\w+) as", door, re.MULTILINE)
    assert [name for name in given if name[0].islower()] == [], "compute it in the domain, and tell of it on the screen"

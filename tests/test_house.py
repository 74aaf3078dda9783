"""The house rules that no tool checks: what lies where, how long things may be, and what never stands in a file."""

import ast
import re
import tokenize
from functools import cache
from pathlib import Path

import pytest
import tomli

from dashboard.cli.editions import COMMANDS
from dashboard.editions_address import EDITIONS
from dashboard.factory import page_modules
from dashboard.front import FRONT_SETTINGS
from dashboard.settings import ADDRESS, CONTACT, DATA, HOST, PORT, PUBLISHER, SMALLEST, UPLOADS
from dashboard.watching import LOG, METRICS, METRICS_TOKEN

ROOT = Path(__file__).parent.parent
TOP = {
    *("app.py", "pyproject.toml", "constraints.txt", "README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md"),
    *("requirements.lock", "THIRD_PARTY.md", "sbom.cdx.json"),
    *("docs", "deploy", "dashboard", "indicators", "intake", "refdata", "assets", "tests", ".gitignore", ".git", ".ci"),
}
CODE = ("app.py", "dashboard", "indicators", "intake", "tests")
LONGEST_FILE, LONGEST_FUNCTION = 300, 40
# Made by tools while they run, and ignored by git.
MADE = re.compile(r"__pycache__|egg-info$|^\.(venv|pytest|mypy|ruff|import_linter|hypothesis|coverage)|^(build|dist)$")
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b|\b(?:rgba?|hsla?|oklch|color-mix)\(")
NAMESPACE = re.compile(r"https?://www\.w3\.org/")
# Folders of the machine a file was made on: they are another's nowhere else.
MACHINE = re.compile(r"(?<![\w.])/(?:work|home|root|tmp|Users|opt|mnt|private)/\w|[A-Z]:\\\\?Users", re.ASCII)
PUT_OFF = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
REASON = re.compile(r"#\s*(?:type:\s*ignore\[[\w\-, ]+\]|noqa: [A-Z]+\d+(?:, [A-Z]+\d+)*)\s*(?:#|-|–)\s*\w.{9,}")


def is_made(path):
    return any(MADE.search(part) for part in path.relative_to(ROOT).parts)


def files(*suffixes, within=CODE):
    """Every file of these kinds, as path from the top."""
    starts = [ROOT / name for name in within]
    found = [p for start in starts for p in ([start] if start.is_file() else sorted(start.rglob("*")))]
    return [p for p in found if p.is_file() and p.suffix in suffixes and not is_made(p)]


def name(path):
    return path.relative_to(ROOT).as_posix()


@cache
def read(path):
    return path.read_text(encoding="utf-8")


@cache
def comments(path):
    with path.open("rb") as stream:
        tokens = list(tokenize.tokenize(stream.readline))
    return [(token.start[0], token.string) for token in tokens if token.type == tokenize.COMMENT]


def strings(path):
    """Every string in Python source, with its line."""
    tree = ast.parse(read(path))
    return [(n.lineno, n.value) for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]


def lines_with(pattern, paths):
    """Where a pattern stands, as file:line."""
    numbered = [(path, n, line) for path in paths for n, line in enumerate(read(path).splitlines(), 1)]
    return [f"{name(path)}:{n} {line.strip()[:80]}" for path, n, line in numbered if pattern.search(line)]


PYTHON = files(".py")
# What others wrote is theirs: it stands unchanged under vendor, with its licence.
OWN = [path for path in files(".js", ".css", ".svg", ".html", within=("assets",)) if "vendor" not in path.parts]
SCRIPTS = [path for path in OWN if path.suffix == ".js"]
ASSETS = OWN
PAPERS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs")
EVERYWHERE = (*CODE, *PAPERS, "assets", "refdata", "pyproject.toml", ".ci")
TEXTS = files(".py", ".toml", ".csv", ".md", ".js", ".css", ".txt", "", within=EVERYWHERE)


def test_there_is_something_to_check():
    assert len(PYTHON) > 50
    assert len(SCRIPTS) > 10
    assert len(TEXTS) > len(PYTHON)


def test_nothing_lies_beside_the_rooms():
    found = {path.name for path in ROOT.iterdir() if not MADE.search(path.name)}
    assert found - TOP == set(), "the top level is the map in README: nothing else belongs there"
    assert {"app.py", "pyproject.toml", "dashboard", "indicators", "intake", "refdata", "assets", "tests"} <= found


def test_files_are_short():
    lengths = {name(path): len(read(path).splitlines()) for path in PYTHON + SCRIPTS}
    assert {path: n for path, n in lengths.items() if n >= LONGEST_FILE} == {}


def test_functions_are_short():
    long = []
    for path in PYTHON:
        for node in ast.walk(ast.parse(read(path))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                docstring = node.body[0].end_lineno - node.body[0].lineno + 1 if ast.get_docstring(node) else 0
                n = node.end_lineno - node.lineno + 1 - docstring
                if n >= LONGEST_FUNCTION:
                    long.append(f"{name(path)}:{node.lineno} {node.name}: {n} lines")
    assert long == []


def test_nothing_is_put_off():
    marks = [f"{name(p)}:{n} {text}" for p in PYTHON for n, text in comments(p) if PUT_OFF.search(text)]
    assert marks + lines_with(PUT_OFF, [path for path in TEXTS if path not in PYTHON]) == []


def test_every_silenced_check_has_its_reason():
    silenced = re.compile(r"#\s*(?:type:\s*ignore|noqa)")
    bare = [
        f"{name(path)}:{line} {text}"
        for path in PYTHON
        for line, text in comments(path)
        if silenced.search(text) and not REASON.search(text)
    ]
    assert bare == [], "write why: `# type: ignore[code]  # the reason` or `# noqa: CODE - the reason`"


def test_no_colour_stands_in_python_outside_the_theme():
    found = []
    for path in files(".py", within=("app.py", "dashboard", "indicators", "intake")):
        if name(path) == "dashboard/figures/theme.py":
            continue
        found += [f"{name(path)}:{line} {text!r}" for line, text in strings(path) if COLOUR.search(text)]
    assert found == []


def test_the_assets_name_no_other_host():
    hosts = re.compile(r"https?://[^\s\"')]+|[\"'(]//\w")
    found = [f"{name(path)}: {hit}" for path in ASSETS for hit in hosts.findall(read(path)) if not NAMESPACE.match(hit)]
    assert found == []


def test_no_file_knows_the_machine_it_was_made_on():
    assert lines_with(MACHINE, [path for path in TEXTS if path.name != Path(__file__).name]) == []


def test_scripts_never_make_markup_or_code_of_text():
    unsafe = r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|new Function)\b|setTimeout\(\s*[\"'`]"
    assert lines_with(re.compile(unsafe), SCRIPTS) == []


def test_scripts_are_strict():
    assert [name(path) for path in SCRIPTS if '"use strict";' not in read(path)] == []


def test_pages_and_components_have_no_inline_style():
    source = {name(p): read(p) for p in files(".py", within=("dashboard/components", "dashboard/pages"))}
    assert [path for path, text in source.items() if re.search(r"\bstyle\s*=\s*\{", text)] == []


# --- the README -----------------------------------------------------------------------------------------------------


DOCS = ROOT / "docs"
LONGEST_README = 200
LINK = re.compile(r"\]\(([^)\s]+)\)")


@pytest.fixture(scope="module")
def readme():
    path = ROOT / "README.md"
    assert path.is_file(), "README.md is missing"
    return read(path)


def test_the_readme_names_every_page(readme):
    paths = []
    for module in page_modules():
        paths += [module.PAGE.path, *([f"{module.PAGE.path}/<"] if module.PAGE.knows else [])]
    assert [path for path in paths if f"`{path}" not in readme] == []


SETTINGS = (
    HOST,
    PORT,
    DATA,
    UPLOADS,
    SMALLEST,
    ADDRESS,
    PUBLISHER,
    CONTACT,
    METRICS,
    METRICS_TOKEN,
    LOG,
    EDITIONS,
    *FRONT_SETTINGS,
)


def test_the_settings_have_a_page_that_names_every_one():
    told = read(DOCS / "settings.md")
    assert [setting for setting in SETTINGS if setting not in told] == []


def test_every_dependency_has_a_reason():
    project = tomli.loads(read(ROOT / "pyproject.toml"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    names = [re.split(r"[<>=~! \[]", text)[0] for text in wanted]
    text = read(DOCS / "dependencies.md")
    lines = [line.strip().strip("|").split("|") for line in text.splitlines() if "|" in line]
    rows = [[cell.strip(" `") for cell in line] for line in lines]
    reasons = {alone: row[-1] for row in rows for alone in re.split(r"[`,\s]+", row[0]) if len(row) > 1}
    assert [item for item in names if len(reasons.get(item, "")) < 10] == [], "a row of a table: | name | why |"


def test_the_papers_name_every_command():
    told = "\n".join(read(path) for path in DOCS.glob("*.md"))
    alone = [command for command in ("serve", "check") if f"halsodialog {command}" not in told]
    below = [c for c in COMMANDS if not re.search(rf"halsodialog edition\b.*\b{c}\b", told)]
    assert alone + below == []


def test_the_readme_is_short_and_leads_to_every_paper(readme):
    assert len(readme.splitlines()) <= LONGEST_README
    assert [path.name for path in DOCS.glob("*.md") if f"(docs/{path.name})" not in readme] == []


def test_every_link_between_papers_leads_somewhere():
    papers = [ROOT / "README.md", *DOCS.glob("*.md")]
    links = [(path, link) for path in papers for link in LINK.findall(read(path)) if "://" not in link]
    assert [f"{path.name}: {link}" for path, link in links if not (path.parent / link.partition("#")[0]).exists()] == []

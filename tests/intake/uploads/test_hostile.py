"""Every file of the list comes to what the list says; the dangerous ones in the process that reads files."""

import subprocess
import sys
from pathlib import Path

import orjson
import pytest

from intake.uploads.limits import LONGEST_FOUND
from intake.uploads.reading import ROOT
from intake.uploads.request import Request
from tests.intake.uploads.conftest import NOW
from tests.intake.uploads.hostile import bomb, cases, dates, large_unpacked, many_members, million_rows
from tests.intake.uploads.making import csv, in_sheet, remade, row, xlsx
from tests.tiers import at_night

CASES = list(cases())
MEMORY_MB = 400
MEASURED = (
    "import re, sys; from intake.uploads.child import main; main();"
    "print(int(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1]) // 1024, file=sys.stderr)"
)


def test_the_list_is_whole():
    assert {number for number, *_ in CASES} == set(range(1, 46))


@pytest.mark.parametrize(
    ("number", "name", "content", "stopped", "also"), CASES, ids=[f"{number}-{name[:12]}" for number, name, *_ in CASES]
)
def test_each_comes_to_its_outcome(read_here, number, name, content, stopped, also):
    reading, rows = read_here(name, content() if callable(content) else content)
    codes = [finding.code for finding in reading.findings]
    if stopped:
        assert stopped in codes, f"case {number}: {codes}"
        assert rows == ()
    else:
        assert reading.counts.get("stop", 0) == 0, f"case {number}: {codes}"
        assert len(rows) >= 1
    assert set(also) <= set(codes)
    assert all(len(finding.found) <= LONGEST_FOUND for finding in reading.findings)
    assert not any("1212" in finding.found for finding in reading.findings)


def test_a_text_that_looks_like_a_formula_is_kept_as_it_is(read_here):
    name = '=HYPERLINK("http://x")'
    _, rows = read_here("a.xlsx", xlsx(row(enhet=name), row(enhet="B")))
    assert rows[0].unit == name


def test_cleaned_numbers_are_the_numbers_that_were_meant(read_here):
    for written, meant in (("12,5", 12.5), ("12.5 %", 12.5), ("1\u202f250,5", 1250.5), ("1.250,5", 1250.5)):
        indicator = "pressure-ulcers" if meant < 100 else "admissions"
        line = row(indikator=indicator, värde=written, täljare="", nämnare="")
        _, rows = read_here("a.csv", csv(line))
        assert [found.value for found in rows] == [meant], written


def test_missing_is_never_zero(read_here):
    _, rows = read_here("a.csv", csv(row(värde="..", täljare="", nämnare=""), row(enhet="B", värde="<5")))
    assert {(found.value, found.status) for found in rows} == {(None, "not-reported"), (None, "too-few")}


def test_dates_of_both_systems_are_the_same_month(read_here):
    found = [read_here("a.xlsx", xlsx(fill=dates, date_1904=old))[1][0] for old in (False, True)]
    assert [(one.period, one.frequency) for one in found] == [("2024-03", "month")] * 2


def test_only_the_first_fifty_faults_are_listed_and_all_are_counted(read_here):
    reading, _ = read_here("a.csv", csv(*(row(enhet=f"E{n}", kön="X") for n in range(130))))
    assert reading.counts["stop"] == 130
    assert [finding.row for finding in reading.findings] == list(range(2, 52))


def wide_open():
    """As many cells as the limits allow, all in use."""
    cells = b"".join(b"<c><v>%d</v></c>" % n for n in range(150))
    rows = b"".join(b'<row r="%d">' % n + cells + b"</row>" for n in range(5, 6_505))
    return remade(xlsx(), in_sheet(b"</sheetData>", rows + b"</sheetData>"))


def sixty_thousand_members():
    return many_members(60_000)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no one tells a process's own peak here")
@pytest.mark.parametrize("make", [million_rows, *at_night(bomb, large_unpacked, sixty_thousand_members, wide_open)])
def test_the_reading_process_stays_small(tmp_path, known, make):
    path = tmp_path / "given.xlsx"
    path.write_bytes(make())
    request = orjson.dumps(Request(path, path.name, NOW.date(), known).dump())
    done = subprocess.run([sys.executable, "-c", MEASURED], input=request, capture_output=True, cwd=ROOT, check=True)
    assert int(done.stderr.split()[-1]) <= MEMORY_MB
    assert orjson.loads(done.stdout.splitlines()[0])["counts"]["stop"] >= 1


def walls(code, tmp_path):
    """Run code after the reading process has shut itself in; its last line of errors."""
    start = "from intake.uploads.sandbox import shut_in; import socket, subprocess, os, pathlib; shut_in(); "
    done = subprocess.run([sys.executable, "-c", start + code], capture_output=True, text=True, cwd=ROOT, check=False)
    return done.returncode, done.stderr.strip().splitlines()[-1:]


@pytest.mark.parametrize(
    "code",
    [
        "socket.socket()",
        "socket.getaddrinfo('localhost', 80)",
        "subprocess.run(['true'])",
        "os.fork()",
        "os.system('true')",
        "open('{}', 'w')",
        "pathlib.Path('{}').unlink()",
        "os.rename('{}', 'x')",
    ],
)
def test_the_reading_process_cannot_reach_out(code, tmp_path):
    kept = tmp_path / "kept"
    kept.write_text("here")
    status, said = walls(code.replace("{}", str(kept)), tmp_path)
    assert status != 0
    assert "ForbiddenError" in said[0]
    assert kept.read_text() == "here"


@pytest.mark.skipif(sys.platform == "win32", reason="limits are the system's")
def test_the_reading_process_cannot_grow_or_run_on(tmp_path):
    status, said = walls("x = bytearray(2_000_000_000)", tmp_path)
    assert status != 0
    assert said == ["MemoryError"]

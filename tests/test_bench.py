"""The bench as a habit: a broken promise ends it with 1, and docs/benchmarks.md gets the table between its markers."""

import sys

import pytest

from tests.bench import __main__ as bench
from tests.bench import running, written
from tests.bench.figures import Figure, table
from tests.bench.registry import BENCHES, FAULTS, FIGURES, Bench, LongBench
from tests.bench.running import ROOT, Outcome, run

KEPT = Figure("start", 1500, 1000, times_slower=2)
MISSED = Figure("callback", 7.8, 4000, most=5, times_faster=20)


@pytest.fixture
def page(tmp_path, monkeypatch):
    path = tmp_path / "benchmarks.md"
    path.write_text(f"before\n{written.BEGINS}\nwhat stood here\n{written.ENDS}\nafter\n", encoding="utf-8")
    monkeypatch.setattr(written, "BENCHMARKS", path)
    monkeypatch.setattr(written.write, "__defaults__", (path,))
    return path


def planted(monkeypatch, *figures, failure=""):
    asked = []

    def instead(name, chosen, *, long):
        asked.append((name, long))
        return Outcome(name, 1.0, figures if name == "start" else (), failure if name == "sheets" else "")

    monkeypatch.setattr(bench, "run", instead)
    return asked


def test_kept_promises_end_with_0_and_stand_on_their_page(page, monkeypatch, capsys):
    asked = planted(monkeypatch, KEPT)
    assert bench.main([]) == 0
    text = page.read_text(encoding="utf-8")
    assert text.startswith(f"before\n{written.BEGINS}\nRead ")
    assert text.endswith(f"{table([KEPT])}\n{written.ENDS}\nafter\n")
    assert "what stood here" not in text
    assert [name for name, _ in asked] == [name for name, one in BENCHES.items() if not isinstance(one, LongBench)]
    assert not any(long for _, long in asked)
    assert "start: 1 s: kept" in capsys.readouterr().out


def test_a_broken_promise_ends_with_1_and_is_told(page, monkeypatch, capsys):
    planted(monkeypatch, KEPT, MISSED)
    assert bench.main([]) == 1
    assert "| MISSED |" in page.read_text(encoding="utf-8")
    assert "callback: 7.8 ms, promised ≤ 5 ms, ≥ 20 ×" in capsys.readouterr().out


def test_a_bench_that_fails_ends_with_1(page, monkeypatch, capsys):
    planted(monkeypatch, KEPT, failure="ended with 3")
    assert bench.main([]) == 1
    assert "sheets: 1 s: ended with 3" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["start"], ["--print"]])
def test_the_page_stays_when_only_a_part_or_only_the_print_is_asked_for(arguments, page, monkeypatch):
    planted(monkeypatch, KEPT)
    before = page.read_bytes()
    assert bench.main(arguments) == 0
    assert page.read_bytes() == before


def test_what_has_no_short_form_runs_when_it_is_named_or_all_is_long(page, monkeypatch):
    asked = planted(monkeypatch, KEPT)
    bench.main(["load"])
    assert asked == [("load", True)]
    asked.clear()
    bench.main(["--long"])
    assert asked == [(name, True) for name in BENCHES]


def test_a_bench_there_is_none_of_is_refused(capsys):
    with pytest.raises(SystemExit, match="2"):
        bench.main(["speed"])
    assert "speed: no such bench; there are start," in capsys.readouterr().err


def test_a_page_without_markers_is_left_alone(page, monkeypatch):
    planted(monkeypatch, KEPT)
    page.write_text(f"only {written.BEGINS}", encoding="utf-8")
    with pytest.raises(SystemExit, match="must stand there"):
        bench.main([])
    assert page.read_text(encoding="utf-8") == f"only {written.BEGINS}"


def test_the_real_page_has_both_markers_once():
    text = (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    assert (text.count(written.BEGINS), text.count(written.ENDS)) == (1, 1)
    assert text.index(written.BEGINS) < text.index(written.ENDS)


@pytest.mark.parametrize(
    ("figure", "kept"),
    [
        (Figure("", 5.0, 100, most=5), True),
        (Figure("", 5.1, 100, most=5), False),
        (Figure("", 2.0, 1.0, times_slower=2), True),
        (Figure("", 2.1, 1.0, times_slower=2), False),
        (Figure("", 1.0, 20.0, times_faster=20), True),
        (Figure("", 1.0, 19.0, times_faster=20), False),
        (Figure("", 200, 10, least=200, unit="requests/s"), True),
        (Figure("", 199, 10, least=200, unit="requests/s"), False),
        (Figure("", 100, 10, times_faster=20, unit="requests/s"), False),
        (Figure("", 151, 900, most=150, unit="MB"), False),
    ],
)
def test_when_a_promise_is_kept(figure, kept):
    assert figure.is_kept is kept
    assert figure.cells()[-1] == ("kept" if kept else "MISSED")


def test_every_bench_is_a_module_that_can_be_run():
    for name, chosen in BENCHES.items():
        source = (ROOT / "tests" / "bench" / f"{chosen.module}.py").read_text(encoding="utf-8")
        assert ("def main(" if name in FAULTS else "def measure()") in source, name
    assert not any(chosen.faults for chosen in FIGURES.values())


def test_one_bench_is_run_apart_and_its_fall_or_its_standing_still_is_told(monkeypatch):
    monkeypatch.setattr(running, "_failure", lambda command, _: running.subprocess.run(command).returncode and "fell")
    assert run("none", Bench("no_such_module")).failure == "fell"
    monkeypatch.undo()
    assert running._failure([sys.executable, "-c", "raise SystemExit(3)"], 60) == "ended with 3"
    assert running._failure([sys.executable, "-c", ""], 60) == ""
    slow = [sys.executable, "-c", "import time; time.sleep(60)"]
    assert running._failure(slow, 0.5) == "did not end within 0.5 s"

"""`halsodialog sync`: what it says on a terminal and elsewhere, and its exit status."""

import io
import socket

import pytest
from rich.console import Console

from dashboard.cli import main
from dashboard.cli.syncing.progress import clean, progress
from dashboard.cli.syncing.report import lines, report
from dashboard.i18n import words
from indicators import open_current
from indicators.data_folder import DataFolder
from intake import SyncOutcome, SyncRefusal, SyncTally
from intake.locking import hold
from intake.sources import SITES
from intake.sync.outcome import SyncNotAsked
from tests.replicas import serve

ONE = ("--source", "kolada", "--indicator", "first-contact-90d")
TALLY = SyncTally("kolada", "partly", 115, 144_265, 22, 1, 3, 2, 1)


def refusals(n):
    return tuple(
        SyncRefusal("kolada", (f"N{i}",), f"https://example.org/{i}", "answered 404", "status") for i in range(n)
    )


def outcome(**more):
    told = {"tallies": (TALLY,), "refused": (), "not_asked": (), "changed": ()}
    return SyncOutcome("2026-11", **{**told, **more})


def printed(found, *, is_terminal, is_dry=False):
    out = io.StringIO()
    console = Console(file=out, force_terminal=is_terminal, width=160, no_color=not is_terminal)
    report(found, console, words("en"), is_dry=is_dry)
    return out.getvalue()


@pytest.fixture(scope="module")
def replicas():
    with serve() as served:
        yield served


@pytest.fixture
def run(monkeypatch, capsys, tmp_path, replicas):
    """Run the command against the replicas and return (status, stdout, stderr)."""
    replicas.behave()

    def command(*arguments, nowhere=False, **settings):
        monkeypatch.setenv("HALSODIALOG_DATA", str(tmp_path))
        monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
        monkeypatch.delenv("HALSODIALOG_FILES", raising=False)
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            dead = f"http://127.0.0.1:{taken.getsockname()[1]}"
            for name, setting in ((name, site.setting) for name, site in SITES.items()):
                monkeypatch.setenv(setting, dead if nowhere else replicas[name].base)
            for setting, value in settings.items():
                monkeypatch.setenv(setting, value)
            status = main(["sync", *arguments])
        told = capsys.readouterr()
        return status, told.out, told.err

    return command


def test_a_run_tells_how_it_goes_and_what_came_of_it(run, tmp_path):
    status, out, err = run(*ONE)
    assert (status, err) == (0, "")
    assert out.splitlines()[:3] == [
        "kolada: 1 series to read",
        "kolada: 1 of 1 series, 98 rows; last first-contact-90d",
        "checking what was read",
    ]
    assert out.splitlines()[4].startswith("source ")
    assert out.splitlines()[5].split() == ["kolada", "read", "1", "98", "0", "0", "0", "0", "0", "0"]
    assert out.splitlines()[-1] == f"Nothing differs from edition {open_current().number}: there is nothing to publish."
    assert (tmp_path / "intake" / "current.json").is_file()


def test_some_refused_is_status_1_and_says_why(run, replicas):
    replicas["fohm"].tell("status-404")
    status, out, err = run(*ONE, "--source", "fohm", "--indicator", "life-expectancy", "--dry-run")
    assert (status, err) == (1, "")
    assert "refused (their earlier values stay):" in out
    assert "  fohm: medellivslangd: answered 404" in out
    assert out.rstrip().endswith("This was a dry run: nothing was kept but copies of the answers.")


def test_no_network_is_one_sentence_and_status_2(run, tmp_path, monkeypatch):
    monkeypatch.setattr("intake.http.exchange.backoff", lambda *_: 0.0)
    status, out, err = run("--source", "scb", "--source", "eurostat", nowhere=True)
    assert status == 2
    said = "no source could be reached (eurostat, scb); nothing was changed: check the network and run it again"
    assert err == f"halsodialog: {said}\n"
    assert not (tmp_path / "intake" / "current.json").exists()
    assert "edition" not in out


def test_who_comes_second_is_told(run, tmp_path):
    with hold(DataFolder(tmp_path), "halsodialog edition publish"):
        status, _, err = run(*ONE)
    assert status == 2
    assert err.startswith("halsodialog: halsodialog edition publish (process ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--source", "nobody"), "found 'nobody'; must be one of eurostat"),
        (("--indicator", "first-contact"), "did you mean first-contact-90d"),
        (("--source", "files"), "set HALSODIALOG_FILES to it"),
    ],
)
def test_a_choice_that_is_none_is_refused(run, arguments, said):
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert said in err


def test_an_address_that_is_none_is_refused(run):
    status, _, err = run(*ONE, HALSODIALOG_KOLADA_URL="ftp://example.org")
    assert status == 2
    assert "HALSODIALOG_KOLADA_URL: found 'ftp://example.org'" in err


def test_a_day_that_is_none_is_refused(run, capsys):
    with pytest.raises(SystemExit) as stop:
        run("--since", "yesterday")
    assert stop.value.code == 2
    assert "--since: found 'yesterday'; must be a day, like 2026-11-21" in capsys.readouterr().err


def test_interrupted(run, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("intake.sync.run.read_all", interrupt)
    status, _, err = run(*ONE)
    assert (status, err) == (130, "halsodialog: interrupted; nothing was changed\n")


def test_help_tells_the_exit_status(capsys):
    with pytest.raises(SystemExit):
        main(["sync", "--help"])
    told = capsys.readouterr().out
    assert all(option in told for option in ("--source", "--indicator", "--since", "--dry-run"))
    assert all(f"\n  {status}  " in told for status in (0, 1, 2))


def test_elsewhere_than_on_a_terminal_there_are_no_control_characters():
    hostile = SyncRefusal(
        "kolada", ("N1",), "https://example.org", "said \x1b[31mred\r\n[bold]x[/bold]\u202e", "status"
    )
    told = printed(outcome(refused=(hostile,), changed=(("kolada", "N1"),)), is_terminal=False)
    assert all(letter.isprintable() or letter == "\n" for letter in told)
    assert "[bold]x[/bold]" in told, "a publisher's words are shown as they are"
    assert "144 265" in told


@pytest.mark.parametrize("is_terminal", [True, False])
def test_no_number_and_no_name_is_cut_on_a_narrow_terminal(is_terminal):
    tallies = (TALLY, SyncTally("forsakringskassan", "unreachable", 1, 1_234_567, 123_456, 98_765))
    out = io.StringIO()
    console = Console(file=out, force_terminal=is_terminal, width=40)
    report(outcome(tallies=tallies), console, words("en"), is_dry=False)
    for text in ("forsakringskassan", "unreachable", "144 265", "1 234 567", "123 456", "98 765"):
        assert text in out.getvalue()


def test_on_a_terminal_the_publishers_words_move_nothing():
    hostile = SyncRefusal("kolada", ("N1",), "https://example.org", "said \x1b[2J", "status")
    assert "\x1b[2J" not in printed(outcome(refused=(hostile,)), is_terminal=True)
    assert clean("a\x07b\u202e") == "a\ufffdb\ufffd"


def test_at_most_twenty_sentences_and_how_many_more():
    told = list(lines(outcome(refused=refusals(53)), words("en"), is_dry=False))
    assert told[0] == "refused (their earlier values stay):"
    assert told[1] == "  kolada: N0: answered 404 (asked at https://example.org/0)"
    assert told[21] == "  and 33 more, all of them in log/sync.jsonl of the data folder"


def test_what_was_left_in_peace_is_told_by_a_few_names():
    left = SyncRefusal("kolada", tuple(f"N{i}" for i in range(92)), "https://example.org", "no connection", "x", True)
    told = list(lines(outcome(refused=(left,)), words("en"), is_dry=False))[1]
    assert told == "  kolada: N0, N1, N2, N3, N4 and 87 more: left in peace after that (no connection)"


def test_the_next_step():
    changed = outcome(changed=(("kolada", "N1"),), not_asked=(SyncNotAsked("scb", "scb/a", "no table"),))
    told = list(lines(changed, words("en"), is_dry=False))
    assert told == [
        "not asked for:",
        "  scb/a: no table",
        "1 series differs from edition 2026-11.",
        "Values were held back: what was published before stays in their place, and the reason is shown.",
        "Next: halsodialog edition publish",
    ]


def test_a_terminal_shows_bars_with_source_indicator_rows_and_time_left():
    out = io.StringIO()
    with progress(Console(file=out, force_terminal=True, width=160)) as listener:
        listener.begins("kolada", 4)
        listener.asks("kolada", ["first-contact-90d", "treatment-90d"])
        listener.has_read("kolada", 2, 1234)
        listener.says("checking what was read")
        listener.asks("kolada", ["mmr-vaccination"])
        listener.has_read("kolada", 2, 766)
        listener.ends("kolada")
    told = out.getvalue()
    for text in ("kolada", "4 of 4 series, 2 000 rows", "checking what was read", "0:00:00", "\x1b["):
        assert text in told

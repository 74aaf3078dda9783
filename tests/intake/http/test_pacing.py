"""The publishers' paces, on a clock of our own."""

import datetime as dt
import itertools
import threading

import pytest

from intake.http.limits import Pace
from intake.http.pacing import OverBudgetError, Pacer
from intake.http.store import Store
from tests.replicas.testing import PACES, READ_ON, FakeClock


def trace(pace, n):
    """The times of many calls in a row."""
    fake, times = FakeClock(), []
    pacer = Pacer("scb", pace, fake.clock)
    for _ in range(n):
        pacer.wait(longest_s=4000)
        times.append(fake.seconds)
    return times


@pytest.mark.parametrize("name", PACES)
def test_no_window_holds_more_calls_than_the_pace_allows(name):
    pace = PACES[name]
    times = trace(pace, 1000)
    for first, after in zip(times, times[pace.calls :], strict=False):
        assert after - first > pace.window_s
    assert all(later - earlier >= pace.gap_s - 1e-9 for earlier, later in itertools.pairwise(times))


def test_statistics_sweden_is_asked_at_most_nine_times_in_any_ten_seconds():
    assert (PACES["scb"].calls, PACES["scb"].window_s) == (9, 10.0)
    assert (PACES["scb_v1"].calls, PACES["scb_v1"].window_s) == (9, 10.0)


def test_a_wait_that_is_too_long_is_refused_without_sleeping():
    fake = FakeClock()
    pacer = Pacer("oecd", Pace(2, 3600.0), fake.clock)
    pacer.wait(120)
    pacer.wait(120)
    with pytest.raises(OverBudgetError) as over:
        pacer.wait(120)
    assert over.value.wait_s == pytest.approx(3600, abs=1)
    assert fake.sleeps == []


def test_the_hours_calls_are_remembered_by_the_next_run(tmp_path):
    store, fake = Store(tmp_path / "store"), FakeClock()
    for _ in range(60):
        Pacer("oecd", PACES["oecd"], fake.clock, store).wait(120)
    with pytest.raises(OverBudgetError):
        Pacer("oecd", PACES["oecd"], fake.clock, store).wait(120)
    fake.seconds += 3601
    Pacer("oecd", PACES["oecd"], fake.clock, store).wait(120)
    store.close()


def test_a_clock_that_was_set_back_does_not_stop_us(tmp_path):
    store = Store(tmp_path / "store")
    ahead = FakeClock(READ_ON + dt.timedelta(days=2))
    for _ in range(60):
        Pacer("oecd", PACES["oecd"], ahead.clock, store).wait(120)
    Pacer("oecd", PACES["oecd"], FakeClock().clock, store).wait(120)
    store.close()


def test_threads_get_times_of_their_own():
    fake, taken, lock = FakeClock(), [], threading.Lock()
    pacer = Pacer("kolada", Pace(3, 10.0), fake.clock)

    def note(seconds):
        with lock:
            taken.append(round(seconds, 3))

    object.__setattr__(pacer._clock, "sleep", note)
    threads = [threading.Thread(target=pacer.wait, args=(1000,)) for _ in range(9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == pytest.approx([10.0] * 3 + [20.0] * 3, abs=0.01)

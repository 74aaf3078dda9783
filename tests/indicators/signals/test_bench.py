"""The bench of signals in its short form: it measures something, the same each time, and a broken promise is told."""

from tests.bench.signal_methods import chosen
from tests.bench.signal_worlds import only_noise, picture_of, real_points, without_year
from tests.bench.signals import Line, lines_of


def test_the_short_form_keeps_what_is_promised(picture):
    lines = lines_of(picture, short=True)
    assert len(lines) == 7
    assert [line.name for line in lines if not line.is_kept and line.name.endswith("stand")] == []
    assert all(line.ours > 0 for line in lines)


def test_a_broken_promise_is_told():
    assert "MISSED" in str(Line("share", 50.0, None, least=60))
    assert "MISSED" in str(Line("count", 2.0, 3.0, "", most=1))
    assert "kept" in str(Line("share", 60.0, None, least=60))


def test_a_world_of_noise_is_the_same_each_time_and_another_for_another_seed(picture):
    evidence, points = picture.evidence(), real_points(picture)
    one, again, other = (only_noise(evidence, points, seed) for seed in (1, 1, 2))
    assert one == again
    assert one["trust-in-care"]["01"] != other["trust-in-care"]["01"]
    assert one["trust-in-care"]["01"] != points["trust-in-care"]["01"]


def test_noise_alone_gives_hardly_anything(picture):
    evidence, points = picture.evidence(), real_points(picture)
    made = chosen(picture_of(picture, only_noise(evidence, points, 1), judged=False))
    assert 0 < len(made.worse) < 21 < len(chosen(picture).worse)


def test_a_year_taken_out_is_in_no_series(picture):
    left = without_year({"m": {"01": (("2023", 1.0), ("2024", 2.0))}}, 2024)
    assert left == {"m": {"01": (("2023", 1.0),)}}

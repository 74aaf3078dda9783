"""Some hundred spoiled answers: none gives a bad row, and nothing but a refusal is raised. `tests.bench` has 10 000."""

import random

from tests.intake.sources.fuzzing import fuzz

FRESH = random.SystemRandom().randrange(10**9)


def test_answers_spoiled_as_ever():
    outcome = fuzz(400, seed=20261121)
    assert outcome.bad == []
    assert len(outcome.refused) >= 5
    assert outcome.read + outcome.refused.total() == 400


def test_answers_spoiled_anew():
    outcome = fuzz(400, seed=FRESH)
    assert outcome.bad == [], f"seed {FRESH}"

"""What pages may use."""

from dashboard.query import Question
from dashboard.services import Services
from dashboard.viewmodels.rug import rug_view


def test_a_view_is_made_once_for_each_question(pictures):
    made = []

    def make(_, question, *parts):
        made.append((question, parts))
        return question

    services = Services(pictures)
    for _ in range(3):
        services.view(make, Question(), "14")
    services.view(make, Question(lang="en"), "14")
    services.view(make, Question(), "01")
    assert len(made) == 3


def test_the_json_is_made_once_and_is_the_view(services):
    first = services.view_json(rug_view, Question())
    assert services.view_json(rug_view, Question()) is first
    assert first.startswith('{"edition":"')


def test_what_controls_send_is_read_as_text_and_the_rest_falls_back(services):
    assert services.question({"sex": "F", "period": None, "area": "", "regions": ["14", "01"]}) == Question(
        sex="F", regions=("14", "01")
    )
    assert services.question({"sex": 7, "period": {"a": 1}, "area": ["x"], "deviating": True}) == Question()

"""What pages may use."""

import json

from dash import html
from plotly.utils import PlotlyJSONEncoder

from dashboard import services as served
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


def test_components_are_drawn_once_and_sent_as_dash_would_send_them(pictures):
    drawn = []

    def draw(_, question, *parts):
        drawn.append((question, parts))
        return [html.P(["å", html.B(parts[0])], className="small"), "text"]

    services = Services(pictures)
    first = services.drawn(draw, Question(), "14")
    assert first == json.loads(json.dumps(draw(None, Question(), "14"), cls=PlotlyJSONEncoder))
    first.append("what a page does to its own")
    assert services.drawn(draw, Question(), "14") == first[:-1]
    assert services.drawn(draw, Question(), "01") != first
    assert len(drawn) == 3


def test_texts_are_kept_up_to_a_size(pictures):
    services = Services(pictures)

    def large(_, __, n):
        return "x" * (served.CACHED_BYTES // 3) + n

    for n in "12345":
        services.drawn(large, Question(), n)
    assert served._TEXTS.currsize <= served.CACHED_BYTES
    served._TEXTS.clear()


def test_what_controls_send_is_read_as_text_and_the_rest_falls_back(services):
    assert services.question({"sex": "F", "period": None, "area": "", "regions": ["14", "01"]}) == Question(
        sex="F", regions=("14", "01")
    )
    assert services.question({"sex": 7, "period": {"a": 1}, "area": ["x"], "deviating": True}) == Question()

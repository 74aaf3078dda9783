"""Dash's answers as this program writes them: the same as plotly writes, and nothing that could end a script."""

import json

import numpy as np
import plotly.io.json
import pytest
from dash import html
from plotly.graph_objects import Figure
from plotly.io._json import to_json_plotly

from dashboard.writing import written
from tests.dashboard.asking import page


@pytest.mark.parametrize(
    "value",
    [
        {"å": "ä <b>\u2028</b> \"/'", "n": None, "f": 1.25, "i": 2**53, "t": (1, 2), 3: True},
        html.Div([html.P("a", id={"type": "x", "index": 1}), None, 3, html.Div(Figure({"data": [{"x": [1, 2]}]}))]),
        {"nan": float("nan"), "inf": float("inf")},
        {"array": np.array([[1.5, 2.0]]), "number": np.int64(3)},
    ],
)
def test_what_is_read_is_what_plotly_would_have_written(value):
    assert json.loads(written(value)) == json.loads(to_json_plotly(value, engine="json"))


def test_no_text_ends_a_script():
    assert "<" not in written({"text": "</script><!--"})


def test_what_has_no_json_is_refused_as_plotly_refuses_it():
    for write in (written, to_json_plotly):
        with pytest.raises(TypeError):
            write({"a": object()})


def test_dash_writes_with_it(client, monkeypatch):
    assert plotly.io.json.to_json_plotly is written
    asked = []
    monkeypatch.setattr(plotly.io.json, "to_json_plotly", lambda value: asked.append(value) or written(value))
    page(client, "/om", "")
    assert asked


def test_what_dash_is_told_stands_in_the_page_as_json(client):
    text = client.get("/om").get_data(as_text=True)
    start = text.index(">", text.index('id="_dash-config"')) + 1
    assert json.loads(text[start : text.index("</script>", start)])["requests_pathname_prefix"] == "/"

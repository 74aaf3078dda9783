"""The peers, each the ordinary way to write it: a bare app, and the region page as 80 graphs."""

import sys

import dash_bootstrap_components as dbc
from dash import Dash, Input, Output, dcc, html

GRAPHS = 80


def bare():
    """The smallest app of Dash and Bootstrap components."""
    app = Dash("bare")
    app.layout = dbc.Container([html.H1("Bare"), dbc.Button("Press", id="press"), html.P(id="said")])

    @app.callback(Output("said", "children"), Input("press", "n_clicks"))
    def _(n):
        return f"{n or 0}"

    return app


def series(services, code, sex):
    """Return the years and values of the first 80 rows of a region, as our own page has them."""
    from dashboard.query import Question
    from dashboard.viewmodels.scorecard import scorecard_view

    rows = services.view(scorecard_view, Question(sex=sex), code).rows
    # plotly.express takes neither gaps without a period nor lines without a point.
    drawn = [[(point.period, point.value) for point in row.trend.points if point.value is not None] for row in rows]
    lines = [line for line in drawn if line]
    return (lines * GRAPHS)[:GRAPHS]


def with_plotly_express(lines):
    """Return 80 graphs made by plotly.express."""
    import plotly.express as px

    figures = [px.line(x=[period for period, _ in line], y=[value for _, value in line]) for line in lines]
    return [dcc.Graph(figure=figure, config={"displayModeBar": False}, style={"height": 60}) for figure in figures]


def with_dicts(lines, shift):
    """Return 80 graphs of plain dicts: the browser's work without the server's."""
    layout = {"margin": {"t": 4, "r": 4, "b": 4, "l": 4}, "height": 60, "showlegend": False}
    traces = [
        {"type": "scatter", "mode": "lines", "x": [p for p, _ in line], "y": [v and v + shift for _, v in line]}
        for line in lines
    ]
    return [dcc.Graph(figure={"data": [trace], "layout": layout}, config={"displayModeBar": False}) for trace in traces]


def page(make):
    """Return an app whose button updates a page of graphs; `make` gets the number of presses."""
    app = Dash("graphs")
    app.layout = html.Div([html.Button("Next", id="next"), html.Div(id="graphs")])

    @app.callback(Output("graphs", "children"), Input("next", "n_clicks"))
    def _(n):
        return make(n or 0)

    return app


def graph_page(services, code="14"):
    """Return the region page as 80 graphs of plain dicts."""
    lines = series(services, code, "T")
    return page(lambda n: with_dicts(lines, n))


def served():
    """Return the page of 80 graphs for a server of workers."""
    from dashboard.services import Services
    from indicators import Pictures

    return graph_page(Services(Pictures())).server


if __name__ == "__main__":
    bare().run(port=int(sys.argv[1]))

"""A region beside those who are like it: rows, what stands out, and any two indicators against each other."""

from typing import Any

from dash import Dash, Input, Output, State, dcc, html
from dash.exceptions import PreventUpdate

from dashboard.allowed_values import many, one, page_data
from dashboard.components import compare as parts
from dashboard.components.charts import ChartParts
from dashboard.components.controls import filters, radios, select, way
from dashboard.components.drawing import drawing
from dashboard.components.shell import page as frame
from dashboard.components.text import heading, tabs
from dashboard.page import Address, Page, outer
from dashboard.query import NEWEST, Question
from dashboard.sections import compare_scatter
from dashboard.services import Services
from dashboard.viewmodels.choices import Choice, period_choices, region_choices, sex_choices
from dashboard.viewmodels.compare.index import compare_index
from dashboard.viewmodels.compare.peers import compare_head, peers_view
from dashboard.viewmodels.compare.rows import compare_view
from dashboard.viewmodels.compare.summary import compare_summary
from dashboard.viewmodels.compare.taken import compare_taken


class Ids:
    """The ids of this page."""

    PICK = "compare-pick"
    BASE = "compare-base"
    PEERS = "compare-peers"
    CHOSEN = "compare-chosen"
    CHOSEN_HINT = "compare-chosen-hint"
    SEX = "compare-sex"
    PERIOD = "compare-period"
    SORT = "compare-sort"
    WHO = "compare-who"
    SUMMARY = "compare-summary"
    STATUS = "compare-status"
    ROWS = "compare-rows"
    HOST = "compare-rows-host"


CONTROLS = {"sex": Ids.SEX, "period": Ids.PERIOD, "peers": Ids.PEERS, "regions": Ids.CHOSEN}


def title(services: Services, address: Address) -> str:
    """Return what is compared: the region's name, or the page's own."""
    words = services.words(address.question.lang)
    if not address.code:
        return words("compare.title")
    region = services.picture_of(address.question).areas.by_code[address.code]
    return words("compare.title_region", region=region.name)


PAGE = Page(
    name="compare",
    path="/jamfor",
    order=50,
    title=title,
    knows=lambda services, code: code in services.pictures.current().areas.region_codes,
    example="14",
    tables=lambda code: compare_taken if code else None,
    menu="compare",
    controls={
        "sex.value": one("sex"),
        "period.value": one("period"),
        "peers.value": one("peers"),
        "chosen.value": many("region"),
        "sort.value": one("sort"),
        "x.value": one("indicator"),
        "y.value": one("indicator"),
        "line.value": many("line"),
        "base.data": page_data(code="region", dimension="dimension"),
    },
)


def layout(services: Services, address: Address) -> list[Any]:
    """Return one region's comparison, or without a code the regions to choose from."""
    framed, question, code = outer(services, address, title(services, address)), address.question, address.code
    if not code:
        return frame(framed, _index(services, question))
    base = dcc.Store(id=Ids.BASE, data=services.base(question, code=code, dimension=question.dimension))
    return frame(framed, [*_region(services, question, code), *compare_scatter.body(services, question, code), base])


def _index(services: Services, question: Question) -> list[Any]:
    words = services.words(question.lang)
    items = services.view(compare_index, question)
    cards = [
        html.Li([html.A(item.name, href=item.href, className="card-title"), html.P(item.text, className="small")])
        for item in items
    ]
    lede = html.P(words("compare.lede"), className="lede")
    return [heading(words("compare.title")), lede, html.Ul(cards, className="card-list")]


def _region(services: Services, question: Question, code: str) -> list[Any]:
    words, head = services.words(question.lang), services.view(compare_head, question, code)
    now = update(services, question, code)
    regions, brief = region_choices(services.picture_of(question)), html.H2(words("compare.brief"))
    orders = tuple(Choice(order, words(f"compare.sort_{order}")) for order in ("framework", "gap"))
    controls = [
        *_sex_and_period(services, question),
        radios(Ids.SORT, words("compare.sort"), orders, question.sort, "sort"),
    ]
    picker = way(Ids.PICK, words("region.choose"), regions, code, PAGE.path)
    top = [html.Div([heading(title_text(services, question, code)), html.P(words("compare.lede"), className="lede")])]
    return [
        html.Div([*top, html.Div(picker, className="page-picker")], className="page-head"),
        filters(words("compare.peers"), [_peer_kinds(services, question, code)]),
        _own(services, question, code),
        html.Div(now["who"], id=Ids.WHO),
        html.Section([brief, html.Div(now["summary"], id=Ids.SUMMARY)], className="card brief"),
        html.H2(words("compare.rows"), className="section-title"),
        tabs(head.tabs, words("filters.dimension")),
        filters(words("filters.label"), controls),
        html.P(id=Ids.STATUS, role="status", className="visually-hidden"),
        html.Div(drawing(Ids.ROWS, Ids.HOST, now["rows"], words("compare.loading")), className="compare-rows"),
    ]


def title_text(services: Services, question: Question, code: str) -> str:
    """Return the heading of one region's comparison."""
    return services.words(question.lang)(
        "compare.title_region", region=services.view(compare_head, question, code).name
    )


def _sex_and_period(services: Services, question: Question) -> list[Any]:
    words, periods = services.words(question.lang), period_choices(services.picture_of(question), question)
    return [
        radios(Ids.SEX, words("filters.sex"), sex_choices(question), question.sex, "sex"),
        select(Ids.PERIOD, words("filters.period"), periods, question.period or NEWEST, "period"),
    ]


def _peer_kinds(services: Services, question: Question, code: str) -> Any:
    words, view = services.words(question.lang), services.view(peers_view, question, code)
    return radios(Ids.PEERS, words("compare.peers"), view.kinds, view.kind, "peers")


def _own(services: Services, question: Question, code: str) -> Any:
    words, view = services.words(question.lang), services.view(peers_view, question, code)
    titles = (words("compare.own"), words("compare.own_legend"))
    return parts.own_choice(Ids.CHOSEN, Ids.CHOSEN_HINT, view, titles)


def update(services: Services, question: Question, code: str) -> dict[str, Any]:
    """Return everything above the scatter that follows the pickers, by the names of `_outputs`."""
    peers, said = services.view(peers_view, question, code), services.view(compare_summary, question, code)
    return {
        "who": parts.peers_text(peers),
        "summary": parts.summary(said, services.words(question.lang).part("matters")),
        "rows": services.view_json(compare_view, question, code),
        "options": parts.options(peers.regions),
        "hint": peers.hint,
        "status": said.counted or peers.empty,
    }


def _outputs() -> dict[str, Any]:
    return {
        "who": Output(Ids.WHO, "children"),
        "summary": Output(Ids.SUMMARY, "children"),
        "rows": Output(Ids.ROWS, "data"),
        "options": Output(Ids.CHOSEN, "options"),
        "hint": Output(Ids.CHOSEN_HINT, "children"),
        "status": Output(Ids.STATUS, "children"),
    }


def register(app: Dash, services: Services) -> None:
    """Wire the pickers to the rows and the scatter, and the rows to the script that draws them."""

    @app.callback(
        output=_outputs(),
        inputs={name: Input(control, "value") for name, control in {**CONTROLS, "sort": Ids.SORT}.items()},
        state={"base": State(Ids.BASE, "data")},
        prevent_initial_call=True,
    )
    def _(base: dict[str, str], **chosen: Any) -> dict[str, Any]:
        code = str(base["code"])
        if not PAGE.knows or not PAGE.knows(services, code):
            raise PreventUpdate
        return update(services, compare_scatter.asked_by(services, base, chosen), code)

    @app.callback(
        output=compare_scatter.outputs(),
        inputs={name: Input(control, "value") for name, control in {**CONTROLS, **compare_scatter.CONTROLS}.items()},
        state={"base": State(Ids.BASE, "data")},
        prevent_initial_call=True,
    )
    def _(base: dict[str, str], **chosen: Any) -> dict[str, Any]:
        code = str(base["code"])
        if not PAGE.knows or not PAGE.knows(services, code):
            raise PreventUpdate
        found = compare_scatter.update(services, compare_scatter.asked_by(services, base, chosen), code)
        return {name: value.props() if isinstance(value, ChartParts) else value for name, value in found.items()}

    app.clientside_callback(
        "halsodialog.pages.compare",
        Output(f"{Ids.HOST}-drawn", "data"),
        Input(Ids.ROWS, "data"),
        State(Ids.HOST, "id"),
    )
    compare_scatter.register(app)

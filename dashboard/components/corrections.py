"""One correction as it stands on the page of all of them: the public sentences, the facts, and every figure."""

from collections.abc import Mapping

from dash import html

from dashboard.components.tables import data_table
from dashboard.components.text import definition_list
from dashboard.viewmodels.contract import Fact
from dashboard.viewmodels.editions.corrected import CorrectionView

FOLDED_FROM = 4
"""From how many figures on their table is folded: 22 regions are looked up, three figures are read."""


def correction(view: CorrectionView, words: Mapping[str, str]) -> html.Section:
    """Return one correction. An address leads to it by its name."""
    facts = (
        Fact(words["cause"], view.cause),
        Fact(words["found"], f"{view.found_by}, {view.found_on}"),
        Fact(words["corrected_on"], view.corrected_on),
        Fact(words["editions"], ", ".join(view.editions)),
    )
    parts = [
        html.H2(html.A(view.heading, href=view.href)),
        *[html.P(sentence) for sentence in view.sentences],
        definition_list(facts),
        _figures(view, words),
    ]
    return html.Section(parts, id=view.id, className="about card")


def _figures(view: CorrectionView, words: Mapping[str, str]) -> html.Div | html.Details:
    rows = [[item.name, item.wrong_text, item.right_text] for item in view.figures]
    head = [words["figure"], words["wrong"], words["right"]]
    table = data_table(f"{words['figures']}: {view.heading}", head, rows, numbers=(1, 2))
    return html.Details([html.Summary(words["figures"]), table]) if len(rows) >= FOLDED_FROM else table

"""What stands on every page beside the page itself: that it is on its way, and that a view could not be updated."""

from copy import deepcopy

from dash import html

from dashboard.i18n import words
from dashboard.web.errors import FAILURE
from indicators import LANGUAGES

# Written by refused.js: a callback that was refused, or that nothing answered, never comes as far as this program's own
# words. The words for silence are with the page already.
REFUSED = "refused"
# Where Dash puts the page.
CONTENT = "_pages_content"


def told_above() -> list[html.Div]:
    """Return the two places above every page where it is said that a view could not be updated, empty as yet."""
    silence = {f"data-{language}": words(language)("error.unreachable") for language in LANGUAGES}
    return [
        html.Div(id=FAILURE, className="failure", role="alert"),
        html.Div(id=REFUSED, className="failure", role="alert", **silence),
    ]


def awaited(container: html.Div) -> html.Div:
    """Return Dash's place for pages saying, until the first page comes, that it is on its way.

    The place is the same for every address, so it says it in both languages; the document's own is shown.
    """
    filled = deepcopy(container)
    told = [html.Span(words(language)("shell.loading"), lang=language) for language in LANGUAGES]
    waiting = html.P(told, className="loading-state only-own-language", role="status")
    # The product's name is the same in every language.
    heading = html.H1(words(LANGUAGES[0])("product"), className="visually-hidden")
    filled[CONTENT].children = html.Main([heading, waiting])
    return filled

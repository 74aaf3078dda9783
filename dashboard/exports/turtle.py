"""Turtle: what a person reads."""

from collections.abc import Iterator

from dashboard.viewmodels.data.dcat import DcatView

NAME, MIME = "ttl", "text/turtle"


def write(view: DcatView) -> Iterator[bytes]:
    """Yield the description of the catalogue as Turtle."""
    # rdflib is needed by nobody who only looks at pages.
    from dashboard.exports._dcat import dcat_graph

    yield dcat_graph(view).serialize(format="turtle", encoding="utf-8")

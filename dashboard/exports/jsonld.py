"""JSON-LD: what a web program reads."""

from collections.abc import Iterator

from dashboard.viewmodels.data.dcat import DcatView

NAME, MIME = "jsonld", "application/ld+json"


def write(view: DcatView) -> Iterator[bytes]:
    """Yield the description of the catalogue as JSON-LD."""
    # rdflib is needed by nobody who only looks at pages.
    from dashboard.exports._dcat import dcat_graph

    yield dcat_graph(view).serialize(format="json-ld", encoding="utf-8")

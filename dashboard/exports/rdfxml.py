"""RDF/XML: what the national data portal reads."""

from collections.abc import Iterator

from dashboard.viewmodels.data.dcat import DcatView

NAME, MIME = "rdf", "application/rdf+xml"


def write(view: DcatView) -> Iterator[bytes]:
    """Yield the description of the catalogue as RDF/XML."""
    # rdflib is needed by nobody who only looks at pages.
    from dashboard.exports._dcat import dcat_graph

    yield dcat_graph(view).serialize(format="pretty-xml", encoding="utf-8")

"""RDF/XML: what the national data portal reads."""

import re
from collections.abc import Iterator

from dashboard.viewmodels.data.dcat import DcatView

NAME, MIME = "rdf", "application/rdf+xml"
NAME_SPACES = re.compile(rb"((?:^  xmlns:.*\n)+)", re.MULTILINE)


def write(view: DcatView) -> Iterator[bytes]:
    """Yield the description of the catalogue as RDF/XML."""
    # rdflib is needed by nobody who only looks at pages.
    from dashboard.exports._dcat import dcat_graph

    yield _ordered(dcat_graph(view).serialize(format="pretty-xml", encoding="utf-8"))


def _ordered(document: bytes) -> bytes:
    """The same document with its name spaces in order: rdflib's order changes from process to process."""
    before, spaces, after = NAME_SPACES.split(document, maxsplit=1)
    return before + b"".join(sorted(spaces.splitlines(keepends=True))) + after

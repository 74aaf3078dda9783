"""The forms the tables of a page can be taken home in: one module a form, found by scanning: NAME, MIME, write().

SUFFIX is what a file's name ends with: that of the address, but for an archive.
"""

from typing import Protocol

from dashboard.exports._scanning import Form, scan
from dashboard.viewmodels.exported.page_tables import PageTables


class TablesForm(Form[PageTables], Protocol):
    """What a module of this folder has."""

    SUFFIX: str


FORMS: dict[str, TablesForm] = scan(__name__, __path__)

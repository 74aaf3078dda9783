"""The forms of a picture: one module a form, found by scanning: NAME (the ending), MIME, write(picture)."""

from dashboard.exports._scanning import Form, scan
from dashboard.viewmodels.exported.picture import RowPicture

FORMS: dict[str, Form[RowPicture]] = scan(__name__, __path__)

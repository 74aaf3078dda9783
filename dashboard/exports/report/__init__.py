"""The forms a Report can be taken home in: one module a form, found by scanning: NAME (the ending), MIME, write()."""

from dashboard.exports._scanning import Form, scan
from dashboard.viewmodels.report.records import Report

FORMS: dict[str, Form[Report]] = scan(__name__, __path__)

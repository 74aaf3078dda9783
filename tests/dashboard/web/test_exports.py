"""GET /export/…: every form of every report, refusals in both languages, names, and one edition in each file."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from dashboard.exports.report import FORMS
from dashboard.factory import create_app
from dashboard.settings import Settings
from dashboard.web.own_address import own_address
from indicators import FRAMEWORK, MOST_ON_SHEET


def message(response, lang="sv"):
    return response.get_json()["message"][lang]


def test_every_form_is_given_for_a_region_a_dimension_and_the_nation(client):
    for form, module in FORMS.items():
        for path in (f"/export/region/09.{form}", f"/export/dimension/equal-care/00.{form}"):
            response = client.get(path)
            assert response.status_code == 200, (path, response.data[:200])
            assert response.content_type == module.MIME
            assert response.headers["X-Content-Type-Options"] == "nosniff"
            assert len(response.data) > 1000


def test_names_are_plain_and_tell_what_the_file_is(client, picture):
    number = picture.edition.number
    name = f"halsodialog-14-vastra-gotaland-{number}.pdf"
    found = client.get("/export/region/14.pdf").headers["Content-Disposition"]
    assert found == f"attachment; filename=\"{name}\"; filename*=UTF-8''{name}"


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/export/region/99.pdf", 404, "99"),
        ("/export/region/1440.pdf", 404, "1440"),
        ("/export/region/14.exe", 404, "exe"),
        ("/export/region/14", 404, "Tillåtna"),
        ("/export/region/..%2f14.pdf", 404, ""),
        ("/export/dimension/luck/14.pdf", 404, "luck"),
        ("/export/region/14.pdf?sex=X", 400, "T, F, M"),
        ("/export/region/14.pdf?lang=de", 400, "sv, en"),
        ("/export/region/14.pdf?period=1812", 400, "1812"),
        ("/export/region/14.pdf?utgava=1999-01", 400, "1999-01"),
        ("/export/region/14.pdf?regions=01", 400, "regions"),
        ("/export/region/14.pdf?target=yes", 400, "yes"),
        ("/export/region/14.pdf?indicators=beds,luck", 400, "luck"),
    ],
)
def test_what_cannot_be_made_is_refused_with_the_reason(client, path, status, said):
    response = client.get(path)
    assert response.status_code == status
    if said:
        assert said in message(response)
        assert message(response, "en")


def test_more_indicators_than_a_sheet_holds_are_refused(client, picture):
    ids = [item.id for item in picture.catalogue.indicators][: MOST_ON_SHEET + 1]
    response = client.get(f"/export/region/14.csv?indicators={','.join(ids)}")
    assert response.status_code == 400
    assert str(MOST_ON_SHEET) in message(response)
    assert client.get(f"/export/region/14.csv?indicators={','.join(ids[:-1])}").status_code == 200


def test_the_same_question_gives_the_same_bytes_and_is_not_sent_twice(client):
    first, again = (client.get("/export/region/09.pdf?sex=F") for _ in range(2))
    assert first.data == again.data
    kept = client.get("/export/region/09.pdf?sex=F", headers={"If-None-Match": first.headers["ETag"]})
    assert (kept.status_code, kept.data) == (304, b"")


def test_filters_reach_the_file(client):
    whole, narrow = (client.get(f"/export/region/14.csv{query}").data for query in ("", "?target=1"))
    assert 0 < narrow.count(b"\n") < whole.count(b"\n")


def test_files_asked_for_at_once_are_the_files_asked_for_alone(app):
    paths = [f"/export/dimension/{item.code}/{code}.pdf" for item in FRAMEWORK.dimensions for code in ("09", "14")]
    alone = {path: app.server.test_client().get(path).data for path in paths}
    with ThreadPoolExecutor(8) as pool:
        found = dict(pool.map(lambda path: (path, app.server.test_client().get(path).data), paths * 2))
    assert found == alone


def test_a_file_is_of_one_edition_though_another_is_published_meanwhile(monkeypatch):
    """The edition is asked for once: whatever is asked for later could be another's."""
    app, asked = create_app(Settings()), []
    services = next(cell.cell_contents for cell in _cells(app) if hasattr(cell.cell_contents, "pictures"))
    real = type(services.pictures).current
    monkeypatch.setattr(type(services.pictures), "current", lambda self: asked.append(1) or real(self))
    assert app.server.test_client().get("/export/region/14.csv").status_code == 200
    assert len(asked) == 1


def _cells(app):
    """What the export's function closes over, and what the function inside it does."""
    outer = app.server.view_functions["export_region"].__closure__
    return [*outer, *(inner for cell in outer for inner in cell.cell_contents.__closure__)]


def test_no_strangers_host_gets_into_a_file():
    assert own_address(Settings(address="https://x.example"), "evil.example") == "https://x.example"
    assert own_address(Settings(), "evil.example") == ""
    assert own_address(Settings(), "127.0.0.1:8050") == "http://127.0.0.1:8050"
    assert own_address(Settings(), "[::1]:80") == "http://[::1]:80"
    assert own_address(Settings(), "localhost:x") == ""

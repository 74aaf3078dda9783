"""A small count that is hidden is in no file: with another count in its place every file has the same bytes."""

import pytest

from dashboard.exports.tables import FORMS
from dashboard.viewmodels.units.published import ASKED, CONFIRM
from indicators import DataFolder
from tests.dashboard.asking import page
from tests.dashboard.web.test_uploads import program, review
from tests.intake.uploads.making import OTHER, SHARE, THIRD, csv, row

REGION = "14"
ADDRESSES = (
    f"/api/v1/units/{SHARE}",
    *(f"/export/sida/indikator/{SHARE}.{form}" for form in FORMS),
    *(f"/export/sida/variation.{form}?indicator={SHARE}&kind=hospital" for form in FORMS),
    f"/presentera/bild?view=/indikator/{SHARE}&picture=message:head",
)
PAGES = ((f"/indikator/{SHARE}", "?kind=hospital"), ("/variation", f"?indicator={SHARE}&kind=hospital"))


def taken(root, count):
    """Everything that leaves the program when one unit has a small count of 91."""
    small = row(värde=round(100 * count / 91, 1), täljare=count, nämnare=91)
    with program(data=DataFolder(root)) as client:
        token = review(client, csv(small, OTHER, THIRD))
        answer = client.post(CONFIRM, data={ASKED: token, "av": "Dataenheten", "lang": "sv"})
        assert answer.status_code == 303, answer.text
        found = {address: client.get(address) for address in ADDRESSES}
        assert {address: one.status_code for address, one in found.items() if one.status_code != 200} == {}
        pages = {path + search: str(page(client, path, search)) for path, search in PAGES}
        return {address: one.data for address, one in found.items()} | pages


@pytest.fixture(scope="module")
def worlds(tmp_path_factory):
    return [taken(tmp_path_factory.mktemp("data"), count) for count in (3, 7, 60)]


def test_no_file_page_or_picture_knows_a_hidden_count(worlds):
    three, seven, _ = worlds
    assert [address for address in three if three[address] != seven[address]] == []


def test_a_count_that_may_be_shown_is(worlds):
    """Else the test above could not fail."""
    three, _, sixty = worlds
    assert {address for address in three if three[address] != sixty[address]} >= {
        f"/api/v1/units/{SHARE}",
        *(f"/export/sida/indikator/{SHARE}.{form}" for form in FORMS),
        PAGES[0][0] + PAGES[0][1],
    }

"""Files asked for while another edition becomes the current one are each of one edition, in every form at once."""

from concurrent.futures import ThreadPoolExecutor

import orjson
import pytest

from tests.dashboard.stores import NEW, OLD, later_store
from tests.dashboard.web.test_uploads import program
from tests.tiers import at_night

FORMS = ("csv", "json", "html", "xlsx")
PATHS = tuple(f"/export/dimension/efficient-sustainable-systems/12.{form}" for form in FORMS)


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    data = later_store(tmp_path_factory.mktemp("data"))
    with program(data=data) as client:
        yield client, data.editions / "current.json"


def point(place, number):
    """Swap the current edition as publishing does."""
    aside = place.with_suffix(".new")
    aside.write_bytes(orjson.dumps({"number": number}))
    aside.replace(place)


@pytest.mark.parametrize("turns", [1, *at_night(5)])
def test_a_file_asked_for_while_editions_are_swapped_is_of_one_of_them(served, turns):
    client, place = served
    server = client.application
    whole = {path: {server.test_client().get(f"{path}?utgava={n}").data for n in (OLD, NEW)} for path in PATHS}
    assert [path for path, files in whole.items() if len(files) != 2] == []
    point(place, OLD)
    with ThreadPoolExecutor(4) as pool:
        asked = []
        for turn in range(turns):
            asked += [(path, pool.submit(lambda path: server.test_client().get(path), path)) for path in PATHS]
            # The first of a turn is made before the swap, the others beside it.
            asked[-len(PATHS)][1].result()
            point(place, (NEW, OLD)[turn % 2])
        found = [(path, one.result()) for path, one in asked]
    # In peace again, all are of the edition that the last swap made the current one.
    found += [(path, client.get(path)) for path in PATHS]
    assert [answer.status_code for _, answer in found] == [200] * len(found)
    assert [path for path, answer in found if answer.data not in whole[path]] == []
    assert len({answer.data for _, answer in found}) > len(PATHS), "no swap was met"

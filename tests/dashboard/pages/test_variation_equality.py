"""The pages /variation and /jamlikhet: small enough for Dash, answered from what is stored, pickers wired."""

import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.pages import equality, variation
from dashboard.query import Question
from tests.dashboard.asking import page, parts, texts

ROOT = Path(__file__).parents[3]
# Two hundred of the page itself, and those of its head and foot.
MOST_COMPONENTS = 204


@pytest.mark.parametrize("path", ["/variation", "/jamlikhet"])
@pytest.mark.parametrize("search", ["", "?lang=en&regions=14&indicator=obesity", "?indicator=suicide&regions=09"])
def test_a_page_stays_within_what_dash_can_draw(client, path, search):
    assert len(list(parts(page(client, path, search)))) <= MOST_COMPONENTS


def test_the_pages_need_neither_numpy_nor_pandas():
    """In a process of its own: others have imported both by now."""
    code = (
        "import sys; from dashboard.factory import create_app; from dashboard.settings import Settings\n"
        "from tests.dashboard.asking import page\n"
        "client = create_app(Settings()).server.test_client()\n"
        "page(client, '/variation'), page(client, '/jamlikhet')\n"
        "sys.exit(', '.join({'numpy', 'pandas', 'scipy', 'pyarrow'} & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr


@pytest.mark.parametrize("module", [variation, equality])
def test_everything_that_is_updated_has_a_place(services, module):
    assert set(module.update(services, Question())) == set(module.outputs())


def test_tone_and_gaps_stand_on_the_page(client):
    said = texts(page(client, "/jamlikhet"))
    assert "En skillnad är inte i sig en orättvisa" in said
    assert "Exempel på formen: ingen har gjort den här bedömningen." in said
    assert "Trattdiagram" in texts(page(client, "/variation"))

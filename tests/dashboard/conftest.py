"""For the tests of the screen: one program, its services, and every region's view, made once."""

import pytest

from dashboard.factory import create_app
from dashboard.query import Question
from dashboard.services import Services
from dashboard.settings import Settings
from dashboard.viewmodels.scorecard import scorecard_view
from indicators import NATION


@pytest.fixture(scope="session")
def app():
    """The program over the embedded edition."""
    return create_app(Settings())


@pytest.fixture(scope="session")
def client(app):
    """Asks the program without a network."""
    return app.server.test_client()


@pytest.fixture(scope="session")
def services(pictures):
    """What pages may use, over the embedded edition."""
    return Services(pictures)


@pytest.fixture(scope="session")
def views(picture):
    """The nation's and every region's rows, by (language, sex, area)."""
    areas = (NATION, *picture.areas.region_codes)
    return {
        (lang, sex, area): scorecard_view(picture, Question(lang=lang, sex=sex), area)
        for lang in ("sv", "en")
        for sex in ("T", "F", "M")
        for area in areas
    }

"""What the presenter's page is given: its words, its limits, and the regions a visit can be made for."""

from dataclasses import dataclass

from dashboard.i18n import words
from dashboard.query import Question
from dashboard.viewmodels.choices import Choice, region_choices
from dashboard.viewmodels.present.limits import LIMITS
from dashboard.viewmodels.present.records import FORMAT, VERSION
from indicators import Picture


@dataclass(frozen=True, slots=True)
class Home:
    """Where the presenter's page lives and what it asks, for its scripts."""

    page: str = "/presentera"
    picture: str = "/presentera/bild"
    start: str = "/presentera/start"
    export: str = "/export/presentation"


HOME = Home()


@dataclass(frozen=True, slots=True)
class PresentView:
    """Everything the page's scripts need. `forms` are the forms a presentation can be exported as now."""

    lang: str
    edition: str
    home: Home
    format: str
    version: int
    limits: dict[str, int]
    regions: tuple[Choice, ...]
    shapes: str
    forms: tuple[str, ...]
    labels: dict[str, str]


def present_view(picture: Picture, question: Question, shapes: str = "", *forms: str) -> PresentView:
    """Return what the page's scripts are given."""
    return PresentView(
        lang=question.lang,
        edition=picture.edition.number,
        home=HOME,
        format=FORMAT,
        version=VERSION,
        limits=LIMITS.as_dict(),
        regions=tuple(region_choices(picture)),
        shapes=shapes,
        forms=forms,
        labels=words(question.lang).part("presenting"),
    )

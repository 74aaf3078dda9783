"""What is watched is told to the log and to the counts, where the settings ask for them."""

from collections.abc import Callable

from dash import Dash

from dashboard.services import Services
from dashboard.watching import Watching
from dashboard.web.documents import Document
from dashboard.web.health import add_metrics
from dashboard.web.watching.log import log_as_json, tell_log
from dashboard.web.watching.metrics import Metrics, share_counts
from dashboard.web.watching.seen import Places, Tell, first_outputs, watch


def add_watching(app: Dash, services: Services, documents: Document, settings: Watching) -> None:
    """Watch every request. To be called last: what stands in front of the pages is then watched too."""
    tells: list[Tell] = []
    if settings.json_log:
        tells.append(tell_log)
    if settings.metrics:
        metrics = Metrics(services.pictures)
        tells.append(metrics.tell)
        add_metrics(app.server, metrics.text, settings.token)
    if tells:
        watch(app.server, Places(_page_of(documents), first_outputs(app.callback_map)), tuple(tells))


def _page_of(documents: Document) -> Callable[[str], str | None]:
    def page_of(path: str) -> str | None:
        found = documents.find(path)
        if found is None:
            return None
        page, code = found
        return f"{page.path}/<code>" if code else page.path

    return page_of


def begin_watching(settings: Watching) -> None:
    """Prepare a process to be watched. To be called once, before the app is made and before workers are forked."""
    if settings.json_log:
        log_as_json()
    if settings.metrics:
        share_counts()

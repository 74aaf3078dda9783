"""The only place where things are put together: settings, picture, pages, web."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import dash
from dash import Dash, Input, Output, html
from dash.exceptions import MissingCallbackContextException
from werkzeug.test import Client

import dashboard.pages
from dashboard.components.failure import failure_page
from dashboard.desk import open_desk
from dashboard.page import Layout, Page, controls_of, menu_of
from dashboard.pages.not_found import not_found_page
from dashboard.services import Services
from dashboard.settings import Settings
from dashboard.web.api import add_api
from dashboard.web.dcat import add_dcat
from dashboard.web.documents import Document, add_documents
from dashboard.web.downloads import add_downloads
from dashboard.web.errors import guarded, not_updated, number_asked
from dashboard.web.exports import add_exports
from dashboard.web.following import Follower, follow
from dashboard.web.guard.callbacks import add_callbacks
from dashboard.web.guard.wiring import add_guard
from dashboard.web.health import add_health
from dashboard.web.one_edition import hold_edition
from dashboard.web.page_exports import add_page_exports
from dashboard.web.pictures import add_pictures
from dashboard.web.present import Projector, add_present
from dashboard.web.uploads import add_uploads
from dashboard.web.waiting import awaited, told_above
from dashboard.web.watching.wiring import add_watching
from dashboard.writing import write_with_orjson
from indicators import Pictures

ASSETS = Path(__file__).resolve().parent.parent / "assets"
VENDOR = "vendor"
NOT_FOUND = "not_found"
CODE = "path_code"


def create_app(settings: Settings | None = None) -> Dash:
    """Return the program, ready to be served. Raises FaultError or EditionDamagedError when its data are unusable."""
    settings = settings or Settings()
    write_with_orjson()
    pictures, follower = _opened(settings)
    modules = {module.PAGE.name: module for module in page_modules()}
    pages = tuple(module.PAGE for module in modules.values())
    services = _services(settings, pictures, pages)
    documents = Document(services, pages)
    # What lies under vendor is fetched by the script that needs it, and by no page before that.
    app = documents.dash(assets_folder=str(ASSETS), assets_path_ignore=[VENDOR], on_error=not_updated)
    # Dash keeps its pages in one table for the whole process: an earlier app's pages would answer for this one.
    dash.page_registry.clear()
    for module in modules.values():
        _register(app, services, module)
    _register_not_found(services)
    app.layout = html.Div([*told_above(), awaited(dash.page_container), html.Div(id="arrival")])
    app.clientside_callback(
        "halsodialog.arrival.arrived", Output("arrival", "children"), Input("_pages_content", "children")
    )
    add_health(app.server, services)
    add_api(app.server, services)
    add_downloads(app.server, services)
    add_dcat(app.server, services, settings)
    add_exports(app.server, services, settings)
    add_pictures(app.server, services, settings)
    add_page_exports(app.server, documents, settings)
    add_uploads(app.server, services)
    layouts: dict[str, Layout] = {name: module.layout for name, module in modules.items()}
    add_present(app.server, Projector(services, documents, layouts), settings)
    add_documents(app.server, documents)
    hold_edition(app.server, services.pictures)
    follow(app.server, follower)
    add_guard(app, settings)
    add_watching(app, services, documents, settings.watching)
    _ready(app)
    add_callbacks(app, services, controls_of(pages))
    return app


def _opened(settings: Settings) -> tuple[Pictures, Follower | None]:
    """Open the editions, after those of an object store have been fetched; and what fetches newer ones."""
    follower = _follower(settings)
    return Pictures(settings.library, uploads=settings.data.uploads if settings.data else None), follower


def _follower(settings: Settings) -> Follower | None:
    """What fetches editions from an object store, having done so once; None where they are read where they lie."""
    if settings.editions is None or settings.editions.is_folder:
        return None
    follower = Follower(settings.editions.text, settings.library.own)
    follower.fetch()
    return follower


def _services(settings: Settings, pictures: Pictures, pages: tuple[Page, ...]) -> Services:
    desk = open_desk(settings.data, settings.smallest, is_public=settings.is_public, allowed=settings.uploads)
    return Services(pictures, desk, *settings.answers, menu=menu_of(pages))


def _ready(app: Dash) -> None:
    """Dash wires its router at the first request; another that came meanwhile would get a page that does not work."""
    Client(app.server).get("/healthz")


def page_modules() -> Iterator[ModuleType]:
    """Yield the page modules, found by scanning dashboard/pages, in the menu's order."""
    names = [item.name for item in pkgutil.iter_modules(dashboard.pages.__path__) if item.name != NOT_FOUND]
    modules = [importlib.import_module(f"dashboard.pages.{name}") for name in names]
    yield from sorted(modules, key=lambda module: int(module.PAGE.order))


def _register(app: Dash, services: Services, module: ModuleType) -> None:
    page: Page = module.PAGE
    name = f"dashboard.pages.{page.name}"
    layout = _layout(services, page, module.layout)
    # Without a picture named, Dash looks through all files of the assets for one, for each page.
    dash.register_page(name, path=page.path, layout=layout, order=page.order, title=page.name, image="")
    if page.knows is not None:
        coded = _coded_layout(services, page, module.layout)
        dash.register_page(
            f"{name}_code", path_template=f"{page.path}/<{CODE}>", layout=coded, title=page.name, image=""
        )
    module.register(app, services)


def _layout(services: Services, page: Page, make: Layout, code: str = "") -> Callable[..., Any]:
    def layout(**query: Any) -> Any:
        texts = {name: str(value) for name, value in query.items()}
        address = page.address(services, code, texts)
        return guarded(lambda: make(services, address), lambda: failure_page(services, texts, number_asked()))

    return layout


def _coded_layout(services: Services, page: Page, make: Layout) -> Callable[..., Any]:
    def layout(**query: Any) -> Any:
        # Every page has a layout without arguments, by which its callbacks' ids can be checked: the example's.
        given = str(query.pop(CODE, page.example))
        code = _code_in_path(page) or given
        if page.knows is not None and not page.knows(services, code):
            return not_found_page(services, {name: str(value) for name, value in query.items()}, page, code)
        return _layout(services, page, make, code)(**query)

    return layout


def _code_in_path(page: Page) -> str:
    """The code at the end of the path that is shown; empty outside a request.

    Dash hands the path's code and the query's parameters over together, so that a parameter of the same name would
    show one region at another's address.
    """
    try:
        path = str(dash.ctx.inputs.get("_pages_location.pathname", ""))
    except MissingCallbackContextException:
        return ""
    return path.strip("/").removeprefix(page.path.strip("/")).strip("/")


def _register_not_found(services: Services) -> None:
    def layout(**query: Any) -> Any:
        return not_found_page(services, {name: str(value) for name, value in query.items()})

    dash.register_page("dashboard.pages.not_found_404", path="/404", layout=layout, title=NOT_FOUND, image="")

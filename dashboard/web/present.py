"""What the presenter's page asks: GET a slide's picture or a ready-made start, POST a presentation to be exported."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from flask import Flask, Response, request

from dashboard.components import pictures
from dashboard.exports.presentation import FORMATS
from dashboard.figures.larger import fewer_rows
from dashboard.page import Layout, outer
from dashboard.query import EDITION, Question
from dashboard.services import Services, as_json
from dashboard.settings import Settings
from dashboard.viewmodels.present import shown as shows
from dashboard.viewmodels.present.deck import deck
from dashboard.viewmodels.present.limits import LIMITS
from dashboard.viewmodels.present.page import HOME
from dashboard.viewmodels.present.reading import PresentationError, is_slide, read_presentation
from dashboard.viewmodels.present.records import Presentation, Shown, Slide
from dashboard.viewmodels.present.starts import national, region_visit, titled
from dashboard.viewmodels.report.records import ReportSentence
from dashboard.viewmodels.tables import TableView
from dashboard.web.attachment import attachment
from dashboard.web.documents import Document
from dashboard.web.own_address import own_address
from dashboard.web.refusals import refusal
from indicators import Picture

JSON = "application/json"
# Pages that show no figures of the edition, or would show themselves.
NOT_SHOWN = ("present", "export", "units")
REGION = "region"
SUBJECTS = "subjects"
# Groups of a page that a slide holds only when it is asked for them.
ASIDE = ("regions", "inside")


@dataclass(frozen=True)
class Projector:
    """Finds what a slide shows: the page at its address is laid out, and the picture taken from it."""

    services: Services
    documents: Document
    layouts: Mapping[str, Layout]

    def show(self, slide: Slide) -> Shown | None:
        """Return what a slide shows; None when its address has no page or the page no such picture."""
        split = urlsplit(slide.view)
        found = self.documents.find(split.path)
        if found is None or found[0].name in NOT_SHOWN or found[0].name not in self.layouts:
            return None
        page, code = found
        address = page.address(self.services, code, dict(parse_qsl(split.query, keep_blank_values=True)))
        title = page.title(self.services, address)
        notices = outer(self.services, address, title).notices
        picture = self.services.picture_of(address.question)
        make = page.tables(code) if page.tables else None
        tables = make(picture, address.question, code).tables if make else {}
        frame = shows.Frame(picture, address.question, title, slide.view, notices, code, tables)
        return _shown(frame, self.layouts[page.name](self.services, address), slide.picture)


def _shown(frame: shows.Frame, page: list[Any], picture: str) -> Shown | None:
    kind, _, rest = picture.partition(":")
    name, *part = rest.split("/")
    return MAKERS[kind](frame, page, name, part)


def _message(frame: shows.Frame, page: list[Any], name: str, part: list[str]) -> Shown | None:
    head = pictures.head_of(page)
    if name == "head":
        # What matters has slides of its own, by group.
        plain = tuple(item for item in head.sentences if not item.group)
        return shows.message(frame, head.heading, head.facts, plain[:2] if head.facts else plain)
    said = tuple(item for item in head.sentences if item.group in part or (not part and item.group not in ASIDE))
    weighted = SUBJECTS in {item.group for item in said} and head.preliminary
    aside = (ReportSentence("", "neutral", head.preliminary),) if weighted else ()
    return shows.message(frame, head.heading, (), (*said, *aside)) if said else None


def _chart(frame: shows.Frame, page: list[Any], name: str, part: list[str]) -> Shown | None:
    found = pictures.chart_of(page, name)
    if found is None:
        return None
    areas = frame.picture.areas.by_code
    figure, fewer = fewer_rows(found.figure, [areas[code].short_name for code in frame.question.regions])
    texts = (found.finding, found.shown, found.alt, found.source)
    return shows.with_table(shows.chart(frame, texts, figure, fewer), _numbers_of(frame, page, name))


def _numbers_of(frame: shows.Frame, page: list[Any], name: str) -> TableView | None:
    """The table of a chart's numbers as the page hands it out: its cells know their values."""
    host = f"{name}{pictures.TABLE}"
    if pictures.table_of(page, host) is None:
        return None
    return next((view for place, view in frame.tables.items() if host.endswith(f"-{place}{pictures.TABLE}")), None)


def _drawn(make: Callable[..., Shown | None], *, has_part: bool = False) -> Callable[..., Shown | None]:
    def shown(frame: shows.Frame, page: list[Any], name: str, part: list[str]) -> Shown | None:
        text = pictures.drawn_of(page, name)
        return make(frame, text, *([part] if has_part else [])) if text else None

    return shown


def _compared(frame: shows.Frame, page: list[Any], name: str, part: list[str]) -> Shown | None:
    text = pictures.drawn_of(page, name)
    return shows.comparison(frame, text) if text else None


def _paired(frame: shows.Frame, page: list[Any], name: str, part: list[str]) -> Shown | None:
    text = pictures.drawn_of(page, name)
    return shows.pairs(frame, text, pictures.finding_of(page)) if text else None


def _table(frame: shows.Frame, page: list[Any], name: str, part: list[str]) -> Shown | None:
    text = pictures.table_of(page, name) or pictures.drawn_of(page, name)
    return shows.table(frame, text) if text else None


MAKERS: dict[str, Callable[..., Shown | None]] = {
    "message": _message,
    "chart": _chart,
    "table": _table,
    "rows": _drawn(shows.scorecard, has_part=True),
    "map": _drawn(shows.country),
    "rug": _drawn(shows.rug),
    "compare": _compared,
    "pairs": _paired,
}


def add_present(server: Flask, projector: Projector, settings: Settings) -> None:
    """Add GET /presentera/bild, GET /presentera/start/… and POST /export/presentation.<form>."""
    services = projector.services

    @server.get(HOME.picture)
    def picture() -> Response:
        slide = Slide(request.args.get("view", ""), request.args.get("picture", ""))
        if not is_slide(slide.view, slide.picture):
            return refusal(400, "present.refused.address", place="")
        found = projector.show(slide)
        return Response(as_json(found), mimetype=JSON) if found else refusal(404, "present.gone")

    @server.get(f"{HOME.start}/nation")
    def nation() -> Response:
        return _start(projector, national)

    @server.get(f"{HOME.start}/{REGION}/<code>")
    def region(code: str) -> Response:
        if code not in services.pictures.current().areas.region_codes:
            return refusal(404, "api.unknown_area", found=code)
        return _start(projector, lambda picture, question: region_visit(picture, question, code))

    @server.post(f"{HOME.export}.<form>")
    def export(form: str) -> Response:
        return _exported(projector, form, own_address(settings, request.host))


def _question(services: Services) -> Question:
    return services.read({name: request.args[name] for name in ("lang", EDITION) if name in request.args})[0]


def _start(projector: Projector, make: Callable[[Picture, Question], tuple[str, tuple[Slide, ...]]]) -> Response:
    question = _question(projector.services)
    title, slides = make(projector.services.picture_of(question), question)
    found = [projector.show(slide) for slide in slides]
    return Response(
        as_json(Presentation(title, titled(slides, [item.heading if item else None for item in found]))), mimetype=JSON
    )


def _exported(projector: Projector, form: str, base: str) -> Response:
    writer = FORMATS.get(form)
    if writer is None:
        return refusal(404, "present.refused.form", found=form, allowed=", ".join(FORMATS))
    if (request.content_length or LIMITS.file + 1) > LIMITS.file:
        return refusal(413, "present.refused.large", most=LIMITS.file // 1000)
    try:
        presentation = read_presentation(request.get_data())
    except PresentationError as error:
        return refusal(400, error.key, **error.facts)
    question = _question(projector.services)
    published = projector.services.picture_of(question).edition.manifest["published"]
    made = deck(presentation, projector.show, question.lang, published, base)
    return attachment(writer.write(made), f"{made.name}.{form}", writer.MIME)

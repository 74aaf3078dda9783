"""Many files at once: which there are for a choice of areas, kinds and forms, what each is called, and their index."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dashboard.i18n import Words, words
from dashboard.query import Question, to_query
from dashboard.viewmodels.report.naming import file_name, slug
from dashboard.viewmodels.report.records import Kind, Scope
from dashboard.viewmodels.subject import area_name
from indicators import FRAMEWORK, MOST_ON_SHEET, NATION, Picture

KINDS: tuple[Kind, ...] = ("region", "dimension")
EXPORT = "/export"
INDEX = "index.html"
INDICATORS = "indicators"


@dataclass(frozen=True, slots=True)
class BulkChoice:
    """What is asked for: areas by code ('00' is the nation), kinds of sheet, and forms by their endings.

    `indicators` is a reader's own choice for the region's page; without it that holds the default one.
    """

    areas: tuple[str, ...]
    kinds: tuple[Kind, ...]
    forms: tuple[str, ...]
    indicators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BulkFile:
    """One file: its name in the archive, what it is called, its address, and what it is about."""

    name: str
    title: str
    href: str
    scope: Scope
    form: str


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """One area's files in the index: the area's name and (name, title) of each."""

    name: str
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """The page that lists an archive's files. `missing` says which could not be made, and why."""

    lang: str
    title: str
    text: str
    groups: tuple[IndexGroup, ...]
    missing_title: str
    missing: tuple[str, ...]


def scopes(choice: BulkChoice) -> Iterator[Scope]:
    """Yield what the files are about, area by area: the whole area, then its dimensions."""
    for area in choice.areas:
        if "region" in choice.kinds:
            yield Scope("region", area, indicators=choice.indicators)
        if "dimension" in choice.kinds:
            yield from (Scope("dimension", area, dimension.code) for dimension in FRAMEWORK.dimensions)


def bulk_files(picture: Picture, question: Question, choice: BulkChoice) -> tuple[BulkFile, ...]:
    """Return every file of a choice, in order. The question gives language, sex, period and edition."""
    fixed = replace(Question(), **{name: getattr(question, name) for name in ("lang", "sex", "period")})
    # The addresses name the edition: files made while another is published are still all of this one.
    fixed = replace(fixed, edition=picture.edition.number)
    return tuple(_file(picture, fixed, scope, form) for scope in scopes(choice) for form in choice.forms)


def _file(picture: Picture, question: Question, scope: Scope, form: str) -> BulkFile:
    say = words(question.lang)
    what = f"dimension/{scope.dimension}/{scope.area}" if scope.dimension else f"region/{scope.area}"
    named = [area_name(picture, scope.area, say), say(f"bulk.form.{form}")]
    if scope.dimension:
        named.insert(1, FRAMEWORK.by_code[scope.dimension].name.in_(question.lang))
    return BulkFile(
        name=f"{_folder(picture, scope.area, question)}/{file_name(picture, question, scope)}.{form}",
        title=", ".join(named),
        href=f"{EXPORT}/{what}.{form}{to_query(question)}{_own(scope)}",
        scope=scope,
        form=form,
    )


def _own(scope: Scope) -> str:
    """What the address says of a reader's own choice. It always has a query before it: the edition is named."""
    return f"&{INDICATORS}={','.join(scope.indicators)}" if scope.indicators else ""


def _folder(picture: Picture, area: str, question: Question) -> str:
    name = words(question.lang)(f"area.{NATION}") if area == NATION else picture.areas.by_code[area].short_name
    return slug(f"{area}-{name}")


def archive_name(picture: Picture, question: Question) -> str:
    """Return the archive's name."""
    return slug(f"{words(question.lang)('bulk.archive')}-{picture.edition.number}") + ".zip"


def index_view(
    picture: Picture, question: Question, files: Sequence[BulkFile], missing: Sequence[str] = ()
) -> IndexView:
    """Return the list of an archive's files, area by area."""
    say = words(question.lang)
    areas = dict.fromkeys(file.scope.area for file in files)
    grouped = {area: tuple((file.name, file.title) for file in files if file.scope.area == area) for area in areas}
    return IndexView(
        lang=question.lang,
        title=say("bulk.index_title", number=picture.edition.number),
        text=say("bulk.index_text", date=picture.edition.manifest["published"]),
        groups=tuple(IndexGroup(area_name(picture, area, say), own) for area, own in grouped.items()),
        missing_title=say("bulk.missing"),
        missing=tuple(missing),
    )


@dataclass(frozen=True, slots=True)
class BulkItem:
    """One file as the screen fetches it."""

    name: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class BulkView:
    """What the screen needs to make an archive: its name, date, files and index, and the words while it runs."""

    lang: str
    text: str
    archive: str
    published: str
    files: tuple[BulkItem, ...]
    index: str
    labels: dict[str, str]


def bulk_view(picture: Picture, question: Question, choice: BulkChoice, index: str) -> BulkView:
    """Return a choice as the screen fetches it. `index` is the page that lists it."""
    say = words(question.lang)
    # More than a page holds would be refused file by file: it is said at once instead.
    files = () if len(choice.indicators) > MOST_ON_SHEET else bulk_files(picture, question, choice)
    return BulkView(
        lang=question.lang,
        text=_told(files, choice, say),
        archive=archive_name(picture, question),
        published=picture.edition.manifest["published"],
        files=tuple(BulkItem(file.name, file.title, file.href) for file in files),
        index=index,
        labels=say.part("bulk.run"),
    )


def _told(files: Sequence[BulkFile], choice: BulkChoice, say: Words) -> str:
    if len(choice.indicators) > MOST_ON_SHEET:
        return say("bulk.too_many", n=len(choice.indicators), most=MOST_ON_SHEET)
    return say.count("bulk.count", len(files)) if files else say("bulk.none")

"""What is told of the edition to the national data portal: catalogue, data set, and the ways to get it."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.i18n import words
from dashboard.viewmodels.data.package import FORMS, WHOLE, file_name, files_of
from indicators import DICTIONARY, LANGUAGES, Period, Picture

Texts = Mapping[str, str]
DOWNLOADS = "/data/ladda-ner"


@dataclass(frozen=True, slots=True)
class Portal:
    """Who runs the program, and where: the public address without a slash at its end, a name, an e-mail or nothing."""

    address: str
    publisher: str
    contact: str = ""


@dataclass(frozen=True, slots=True)
class DistributionView:
    """One way to get the data: `access` is where it is found, `files` what can be fetched. Texts are by language."""

    name: str
    title: Texts
    description: Texts
    mime: str
    access: str
    files: tuple[str, ...] = ()
    is_service: bool = False


@dataclass(frozen=True, slots=True)
class DcatView:
    """Everything that is said, with absolute addresses and days as ISO dates. Texts are by language."""

    address: str
    publisher: str
    contact: str
    number: str
    published: str
    first_published: str
    first_day: str
    last_day: str
    catalogue_title: Texts
    catalogue_description: Texts
    title: Texts
    description: Texts
    keywords: Mapping[str, tuple[str, ...]]
    licence: Texts
    service_title: Texts
    service_description: Texts
    distributions: tuple[DistributionView, ...]


def dcat_view(picture: Picture, portal: Portal, first_published: str = "") -> DcatView:
    """Return the description of an edition. `first_published` is the day of the oldest edition there is."""
    manifest = picture.edition.manifest
    published = str(manifest["published"])
    periods = [Period.parse(source[end]) for source in manifest["sources"] for end in ("first", "last")]
    return DcatView(
        address=portal.address,
        publisher=portal.publisher,
        contact=portal.contact,
        number=picture.edition.number,
        published=published,
        first_published=min(first_published or published, published),
        first_day=min(period.first for period in periods).isoformat(),
        last_day=max(period.last for period in periods).isoformat(),
        catalogue_title=_texts("dcat.catalogue_title"),
        catalogue_description=_texts("dcat.catalogue_description"),
        title=_texts("dcat.title"),
        description=_texts("dcat.description", n=len(picture.catalogue.indicators), regions=len(picture.areas.regions)),
        keywords={lang: tuple(words(lang)("dcat.keywords").split(", ")) for lang in LANGUAGES},
        licence=_texts("dcat.licence"),
        service_title=_texts("dcat.service_title"),
        service_description=_texts("dcat.service_description"),
        distributions=_distributions(picture.edition.number, portal.address),
    )


def _texts(key: str, **facts: object) -> dict[str, str]:
    return {lang: words(lang)(key, **facts) for lang in LANGUAGES}


def _distributions(number: str, address: str) -> tuple[DistributionView, ...]:
    base = f"{address}{DOWNLOADS}/{number}"
    forms = tuple(
        DistributionView(
            form,
            _texts(f"dcat.{form}_title"),
            _texts(f"dcat.{form}_description"),
            mime,
            f"{address}/data",
            tuple(f"{base}/{file_name(table, form)}" for table in DICTIONARY.tables),
        )
        for form, mime in FORMS.items()
    )
    whole = DistributionView(
        "zip",
        _texts("dcat.zip_title"),
        _texts("dcat.zip_description", n=len(files_of())),
        "application/zip",
        f"{address}/data",
        (f"{base}/{WHOLE}",),
    )
    service = DistributionView(
        "json",
        _texts("dcat.service_title"),
        _texts("dcat.service_description"),
        "application/json",
        f"{address}/api/v1",
        is_service=True,
    )
    return (*forms, whole, service)

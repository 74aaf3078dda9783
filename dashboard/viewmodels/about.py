"""What the product tells about itself: framework, method, sources, open interface, version."""

from dataclasses import asdict, dataclass
from typing import Any

from dashboard.i18n import Words, words
from dashboard.query import Question, link
from dashboard.viewmodels.abroad.register import REGISTER
from dashboard.viewmodels.catalogue import CatalogueView, catalogue_view
from dashboard.viewmodels.contract import Fact
from dashboard.viewmodels.editions.corrected import CORRECTIONS
from dashboard.viewmodels.glossary import GLOSSARY
from dashboard.viewmodels.sentences import Piece, listed
from dashboard.viewmodels.signals.chosen import settings_text
from dashboard.viewmodels.statement import STATEMENT
from dashboard.viewmodels.subject import area_name, period_text, vintages_text
from indicators import (
    FEWEST_FOR_DISPERSION,
    FEWEST_MONTHS,
    FRAMEWORK,
    METHOD_SETTINGS,
    NATION,
    PUBLISHERS,
    REFERENCE_FILES,
    Definition,
    Dimension,
    FrameworkArea,
    Language,
    Picture,
    format_number,
    program_version,
    read_control_charts,
)

API = "/api/v1"


@dataclass(frozen=True, slots=True)
class AreaPart:
    """One area of the framework: its indicators counted, or why it has none. `code` is its code."""

    code: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class DimensionPart:
    """One dimension of the framework with its areas in reading order."""

    code: str
    name: str
    href: str
    areas: tuple[AreaPart, ...]


@dataclass(frozen=True, slots=True)
class PublisherLine:
    """One publisher: its home page, terms, and what the edition holds from it."""

    name: str
    home: str
    series: str
    values: str
    period: str
    fetched: str
    terms: str


@dataclass(frozen=True, slots=True)
class Example:
    """One address of the open interface and what it answers."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class AboutView:
    """Everything on the page that holds a number or a name; `catalogue` is apart because a script draws it."""

    lede: str
    framework: str
    dimensions: tuple[DimensionPart, ...]
    method: tuple[Fact, ...]
    publishers_caption: str
    publishers: tuple[PublisherLine, ...]
    reference: tuple[Fact, ...]
    examples: tuple[Example, ...]
    version: tuple[Fact, ...]
    register: str
    statement: str
    glossary: str
    corrections: str


@dataclass(frozen=True, slots=True)
class CatalogueList:
    """The catalogue with the framework's order and names, and the words that the drawn list needs."""

    lang: Language
    dimensions: tuple[DimensionPart, ...]
    catalogue: CatalogueView
    labels: dict[str, str]


def about_view(picture: Picture, question: Question) -> AboutView:
    """Return what the page says in one language."""
    say = words(question.lang)
    return AboutView(
        lede=say("about.lede", regions=METHOD_SETTINGS.regions),
        framework=_framework_text(picture, say),
        dimensions=_dimensions(picture, question),
        method=_method(picture, say),
        publishers_caption=say("about.publishers", edition=picture.edition.number),
        publishers=tuple(_publisher(source, say) for source in picture.edition.manifest["sources"]),
        reference=_reference(picture, say),
        examples=_examples(picture, say),
        version=_version(picture, say),
        register=link(REGISTER, question),
        statement=link(STATEMENT, question),
        glossary=link(GLOSSARY, question),
        corrections=link(CORRECTIONS, question),
    )


def catalogue_list(picture: Picture, question: Question) -> CatalogueList:
    """Return the list of all indicators for the script that draws it."""
    say = words(question.lang)
    names = ("open", "other_series", "search", "shown", "nothing")
    from_indicator = ("numerator", "denominator", "unit", "criteria", "caveats", "source")
    labels = {
        **{name: say(f"about.{name}") for name in names},
        **{name: say(f"indicator.{name}") for name in from_indicator},
        **{name: say(f"indicator.criterion_{name}") for name in _criteria(picture.catalogue.definitions[0])},
        **{name: say(f"fact.{name}") for name in ("matters", "direction", "period")},
    }
    return CatalogueList(question.lang, _dimensions(picture, question), catalogue_view(picture, question), labels)


def _criteria(definition: Definition) -> tuple[str, ...]:
    return tuple(type(definition.criteria).model_fields)


def _framework_text(picture: Picture, say: Words) -> str:
    coverage, catalogue = picture.catalogue.coverage, picture.catalogue
    return say(
        "about.framework",
        dimensions=len(FRAMEWORK.dimensions),
        areas=coverage.areas,
        covered=coverage.covered,
        n=say.count("count.indicators", len(catalogue.indicators)),
        context=len(catalogue.context),
    )


def _dimensions(picture: Picture, question: Question) -> tuple[DimensionPart, ...]:
    return tuple(
        DimensionPart(
            dimension.code,
            dimension.name.in_(question.lang),
            link(f"/dimension/{dimension.code}", question),
            tuple(_area(picture, dimension, area, words(question.lang)) for area in dimension.areas),
        )
        for dimension in FRAMEWORK.dimensions
    )


def _area(picture: Picture, dimension: Dimension, area: FrameworkArea, say: Words) -> AreaPart:
    n = len(picture.catalogue.in_area(dimension.code, area.code))
    text = say.count("count.indicators", n)
    if n == 0 and area.gap:
        text = f"{text}. {area.gap.in_(say.language)}"
    return AreaPart(area.code, area.name.in_(say.language), text)


def _method(picture: Picture, say: Words) -> tuple[Fact, ...]:
    texts = say.part("about.method")
    settings: dict[str, Any] = {**asdict(METHOD_SETTINGS), "twins": len(picture.catalogue.twins)}
    settings["level"] = format_number(METHOD_SETTINGS.level, 2, say.language)
    settings["wider"] = format_number(METHOD_SETTINGS.wider, 1, say.language)
    settings |= {name: round(getattr(METHOD_SETTINGS, name)) for name in ("apart", "beyond")}
    settings["agree"] = round(METHOD_SETTINGS.agree * 100)
    settings |= {"dispersion": FEWEST_FOR_DISPERSION, "shortest": FEWEST_MONTHS}
    settings |= settings_text(say.language)
    settings |= read_control_charts().runs.model_dump()
    names = [key.removesuffix(".heading") for key in texts if key.endswith(".heading")]
    return tuple(Fact(texts[f"{name}.heading"], texts[f"{name}.text"].format(**settings)) for name in names)


def _publisher(source: dict[str, Any], say: Words) -> PublisherLine:
    publisher, language = PUBLISHERS[source["source"]], say.language
    first, last = (period_text(source[end], say) for end in ("first", "last"))
    return PublisherLine(
        publisher.name.in_(language),
        publisher.home,
        format_number(source["series"], 0, language),
        format_number(source["rows"], 0, language),
        f"{first}–{last}",
        vintages_text(source["vintages"], say),
        publisher.terms.in_(language),
    )


def _in_words(texts: list[str], say: Words) -> str:
    return "".join(piece.text for piece in listed([(Piece(text), "") for text in texts], say))


def _reference(picture: Picture, say: Words) -> tuple[Fact, ...]:
    language = say.language
    files = [
        Fact(
            item.what.in_(language),
            say(
                "about.reference_item",
                source=item.source.in_(language),
                licence=item.licence.in_(language),
                vintage=period_text(item.vintage, say),
            ),
        )
        for item in REFERENCE_FILES.values()
    ]
    return (*files, Fact(say("about.international"), _in_words(_foreign(picture), say)))


def _foreign(picture: Picture) -> list[str]:
    """Whose figures for other countries stand beside an indicator, each with its licence."""
    comparable = [item.international for item in picture.reference.comparisons if item.grade != "none"]
    used = [picture.edition.countries[name] for name in comparable if name]
    return list(dict.fromkeys(f"{item.publisher} ({item.licence})" for item in used))


def _examples(picture: Picture, say: Words) -> tuple[Example, ...]:
    region, year = picture.areas.region_codes[0], picture.edition.years[0]
    return (
        Example(f"{API}/indicators", say("about.api_indicators")),
        Example(f"{API}/scorecard/{region}", say("about.api_region", area=area_name(picture, region, say))),
        Example(f"{API}/signals/{region}", say("about.api_signals", area=area_name(picture, region, say))),
        Example(f"{API}/scorecard/{region}?sex=F&period={year}", say("about.api_choice", year=year)),
        Example(f"{API}/scorecard/{NATION}?lang=en", say("about.api_nation")),
        Example(f"{API}/corrections", say("about.api_corrections")),
        Example("/healthz", say("about.api_health")),
    )


def _version(picture: Picture, say: Words) -> tuple[Fact, ...]:
    manifest = picture.edition.manifest
    counts = {name: format_number(n, 0, say.language) for name, n in manifest["counts"].items()}
    reviewed = sorted({definition.reviewed.isoformat() for definition in picture.catalogue.definitions})
    facts = {
        "program": program_version(),
        "edition": picture.edition.number,
        "published": str(manifest["published"]),
        "total": say("about.total_text", total=counts["observations"], **counts),
        "series_total": counts["series"],
        "earlier": _in_words(list(picture.edition.years), say),
        "reviewed": "–".join(dict.fromkeys((reviewed[0], reviewed[-1]))),
    }
    return tuple(Fact(say(f"about.{name}"), text) for name, text in facts.items())

"""One indicator on the map of Sweden."""

from functools import lru_cache

from dashboard.i18n import words
from dashboard.query import Question, link
from dashboard.viewmodels.contract_country import MapRegion, MapShapes, MapView
from dashboard.viewmodels.subject import Subject, subject
from dashboard.viewmodels.verdicts import position_states, verdict
from indicators import NATION, UNITS, Picture, read_boundaries

# The window enlarged beside the map: Stockholm, Uppsala, Sörmland, Västmanland and Gotland's northern tip.
INSET_OF = ("01", "03", "04", "19")
MARGIN = 6.0
FIRST_OF_ALL = "treatable-mortality"


def first_on_map(picture: Picture, question: Question) -> str:
    """Return the indicator a map opens with: of all dimensions treatable mortality, of one dimension its first.

    Not one whose change in the nation is held back, as several regions' values in it are being checked.
    """
    if not question.dimension:
        return FIRST_OF_ALL
    held_back = picture.checks(question.as_of).held_back
    within = [item.id for item in picture.catalogue.indicators if item.dimension == question.dimension]
    told = (name for name in within if held_back.isdisjoint(one.id for one in picture.catalogue.series_of(name)))
    return next(told, within[0])


def map_view(picture: Picture, question: Question, indicator: str) -> MapView | None:
    """Return one indicator's map; None when the sex is not published."""
    whole = subject(picture, question, indicator, NATION, question.series)
    if whole is None:
        return None
    say, lang = words(question.lang), question.lang
    regions = tuple(_region(picture, question, whole, code) for code in picture.areas.region_codes)
    name = whole.indicator.short_name.in_(lang)
    period = whole.period(whole.comparison.headline or "")
    return MapView(
        edition=picture.edition.number,
        lang=lang,
        title=say("overview.map_title", name=name),
        caption=_caption(whole, name, period),
        unit=UNITS[whole.definition.unit].suffix.in_(lang),
        period=period,
        regions=regions,
        states=position_states(say),
        labels=say.part("drawing"),
        summary=_finding(whole),
        source_line=say("source.map", source=whole.source, edition=picture.edition.number),
    )


def _caption(whole: Subject, name: str, period: str) -> str:
    say = whole.words
    sex = [] if whole.row.sex == "T" else [say(f"sex.{whole.row.sex}").lower()]
    return ", ".join([name, *sex, UNITS[whole.definition.unit].name.in_(say.language), period])


def _region(picture: Picture, question: Question, whole: Subject, code: str) -> MapRegion:
    say, area = whole.words, picture.areas.by_code[code]
    href = link(f"/region/{code}", question)
    row = picture.scorecard(question.as_of).row(whole.definition.id, whole.row.sex, code)
    if row is None or row.value is None:
        return MapRegion(code, area.name, href, "", "missing", f"{area.name}: {say('position.missing')}")
    shown = verdict("position", row.position, whole.definition, say)
    text = f"{area.name}: {whole.text(row.value)}, {shown.text}"
    return MapRegion(code, area.name, href, whole.number(row.value), shown.verdict, text)


def _finding(whole: Subject) -> str:
    sound = whole.comparison.yardsticks
    if not sound:
        return ""
    low, high = min(sound, key=lambda code: sound[code]), max(sound, key=lambda code: sound[code])
    names = whole.picture.areas.by_code
    return whole.words(
        "overview.map_finding",
        name=whole.indicator.short_name.in_(whole.words.language),
        low=whole.text(sound[low]),
        low_name=names[low].short_name,
        high=whole.text(sound[high]),
        high_name=names[high].short_name,
    )


def map_shapes(_: Picture, __: Question) -> MapShapes:
    """Return the counties' outlines; the same for every question."""
    return shapes()


@lru_cache(maxsize=1)
def shapes() -> MapShapes:
    """Return the counties' outlines with the country's frame and the window that is enlarged."""
    bounds = read_boundaries()
    paths = {
        code: "".join("M" + "L".join(f"{x:g},{y:g}" for x, y in ring) + "Z" for ring in rings)
        for code, rings in bounds.rings.items()
    }
    points = [point for code in INSET_OF for ring in bounds.rings[code] for point in ring]
    left, top = min(x for x, _ in points) - MARGIN, min(y for _, y in points) - MARGIN
    width, height = max(x for x, _ in points) - left + MARGIN, max(y for _, y in points) - top + MARGIN
    frame = f"{-MARGIN:g} {-MARGIN:g} {bounds.width + 2 * MARGIN:g} {bounds.height + 2 * MARGIN:g}"
    return MapShapes(frame, f"{left:g} {top:g} {width:g} {height:g}", paths, bounds.source)

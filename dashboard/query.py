"""The address of a view and the question it asks. Unknown values fall back, with a notice that says so."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from urllib.parse import urlencode

from indicators import CONTEXT, FRAMEWORK, PEOPLE, SEX, UNIT_KINDS, Language, Picture, Sex, grouping_of

MOST_REGIONS = 6
LONGEST_SHOWN = 40
MOST_NOTICES = 8
# Which figures of other countries are shown: where Sweden is worse, is better, or has regions beside it.
SHOWN_ABROAD = ("worse", "better", "judged")
# A select needs a value for «no choice»: these two stand for an empty one and never reach the address.
NEWEST, ALL = "newest", "all"
# The one field whose name in the address is not its own: an edition is «utgåva» to both parties of a dialogue.
EDITION = "utgava"
IN_ADDRESS = {"edition": EDITION}
# The members of a region that are no unit of its own: municipalities.
MUNICIPALITY = "municipality"
_Reader = Callable[[str], object | None]


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing in the address that could not be followed: its name and what stood there."""

    name: str
    found: str


@dataclass(frozen=True, slots=True)
class Question:
    """What a view is asked to show. Every field has a default, and the defaults are left out of the address."""

    lang: Language = "sv"
    sex: Sex = "T"
    period: str = ""
    dimension: str = ""
    area: str = ""
    deviating: bool = False
    target: bool = False
    indicator: str = ""
    regions: tuple[str, ...] = ()
    series: str = ""
    order: str = "official"
    edition: str = ""
    abroad: str = ""
    peers: str = "health-care"
    sort: str = "framework"
    x: str = ""
    y: str = ""
    line: bool = False
    kind: str = MUNICIPALITY
    widen: bool = False
    grouping: str = SEX

    @property
    def as_of(self) -> str | None:
        """The year not to look beyond, or None for the newest figures."""
        return self.period or None


KEPT_PICTURES = 4
FIELDS = {name: field for field, name in IN_ADDRESS.items()}
DEFAULTS = tuple((item.name, item.default) for item in fields(Question))


def parse(query: Mapping[str, str], picture: Picture) -> tuple[Question, tuple[Notice, ...]]:
    """Return the question an address asks, and what in it could not be followed. An empty value is the default."""
    known = _known(picture)
    taken: dict[str, object] = {}
    notices: list[Notice] = []
    for name, text in query.items():
        value = known[name](text) if name in known and text else None
        if value is not None:
            taken[FIELDS.get(name, name)] = value
        elif text or name not in known:
            notices.append(Notice(name[:LONGEST_SHOWN], text[:LONGEST_SHOWN]))
    return replace(Question(), **taken), tuple(notices[:MOST_NOTICES])  # type: ignore[arg-type]  # read by name


def unknown_edition(number: str) -> Notice:
    """Return the notice of an edition that there is none of, or that is damaged."""
    return Notice(EDITION, number[:LONGEST_SHOWN])


@lru_cache(maxsize=KEPT_PICTURES)
def _known(picture: Picture) -> dict[str, _Reader]:
    """What can be asked of a picture; kept, since every question asks, for the editions that are open at once."""
    areas = {area.code for _, area in FRAMEWORK.areas}
    indicators = {definition.id for definition in picture.catalogue.definitions if definition.dimension != CONTEXT}
    on_axes = {definition.id for definition in (*picture.catalogue.indicators, *picture.catalogue.context)}
    return {
        "lang": _one_of({"sv", "en"}),
        "sex": _one_of({"T", "F", "M"}),
        "period": _one_of(set(picture.edition.years), NEWEST),
        "dimension": _one_of(set(FRAMEWORK.by_code)),
        "area": _one_of(areas, ALL),
        "deviating": _flag,
        "target": _flag,
        "indicator": _one_of(indicators),
        "regions": lambda text: _regions(text, picture),
        "series": _one_of(set(picture.catalogue.by_id)),
        "order": _one_of({"official", "north-south"}),
        "abroad": _one_of(set(SHOWN_ABROAD), ALL),
        EDITION: _one_of({picture.edition.number}),
        "peers": _one_of({"health-care", "socio-economic", "own", "all"}),
        "sort": _one_of({"framework", "gap"}),
        "x": _one_of(on_axes),
        "y": _one_of(on_axes),
        "line": _flag,
        "kind": _one_of({MUNICIPALITY, *UNIT_KINDS}),
        "widen": _flag,
        "grouping": _one_of({SEX, *map(grouping_of, PEOPLE)}),
    }


def _one_of(allowed: set[str], none: str | None = None) -> _Reader:
    return lambda text: "" if text == none else text if text in allowed else None


def _flag(text: str) -> bool | None:
    return {"1": True, "0": False}.get(text)


def _regions(text: str, picture: Picture) -> tuple[str, ...] | None:
    codes = tuple(dict.fromkeys(code for code in text.split(",") if code))
    allowed = set(picture.areas.region_codes)
    return codes if len(codes) <= MOST_REGIONS and set(codes) <= allowed else None


def to_query(question: Question) -> str:
    """Return the query string of a question, with its '?', empty when everything is as by default."""
    values = ((name, getattr(question, name), default) for name, default in DEFAULTS)
    changed = [(IN_ADDRESS.get(name, name), _text(value)) for name, value, default in values if value != default]
    return f"?{urlencode(changed, safe=',')}" if changed else ""


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    return ",".join(value) if isinstance(value, tuple) else str(value)


def kept(question: Question) -> Question:
    """Return what every link keeps of a question: language, period, sex and edition."""
    return Question(lang=question.lang, period=question.period, sex=question.sex, edition=question.edition)


def link(path: str, question: Question, **changes: object) -> str:
    """Return an address that keeps the question's language, period, sex and edition, with the changes given."""
    return path + to_query(replace(kept(question), **changes))  # type: ignore[arg-type]  # changed by name

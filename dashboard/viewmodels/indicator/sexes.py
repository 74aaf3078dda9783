"""Women beside men in every region, and how much lies between them."""

from dashboard.query import Question, link
from dashboard.viewmodels.indicator.focus import focus, short_name, unbroken, unit_name
from dashboard.viewmodels.indicator.views import SexesView
from dashboard.viewmodels.sentences import Piece, listed
from dashboard.viewmodels.subject import Subject, area_name, source_text
from dashboard.viewmodels.tables import NO_VALUE, Cell, Column, TableRow, TableView, plain_table
from indicators import NATION, Comparison, Picture, Sex, format_number

Pair = tuple[float | None, float | None]


def sexes_view(picture: Picture, question: Question, code: str) -> SexesView | None:
    """Return women and men by region; None when no period is early enough."""
    whole = focus(picture, question, code)
    if whole is None:
        return None
    women, men = _comparison(whole, whole.definition.id, "F"), _comparison(whole, whole.definition.id, "M")
    if women is None or men is None:
        return SexesView("", _elsewhere(whole), None)
    period = min(women.headline or "", men.headline or "")
    pairs = {code: _pair(women, men, code, period) for code in (NATION, *picture.areas.region_codes)}
    return SexesView(
        finding=_finding(whole, pairs, period),
        empty=(),
        table=_table(whole, pairs, period),
    )


def _comparison(whole: Subject, series: str, sex: Sex) -> Comparison | None:
    found = whole.picture.scorecard(whole.question.as_of).comparisons.get((series, sex))
    return found if found is not None and found.headline is not None else None


def _pair(women: Comparison, men: Comparison, code: str, period: str) -> Pair:
    first, second = (dict(found.points[code]).get(period) for found in (women, men))
    return first, second


def _finding(whole: Subject, pairs: dict[str, Pair], period: str) -> str:
    words = whole.words
    nation = pairs[NATION]
    parts = []
    if nation[0] is not None and nation[1] is not None:
        parts.append(words("indicator.sexes_nation", women=whole.text(nation[0]), men=whole.text(nation[1])))
    told = [code for code in pairs if _is_told(whole, code, period)]
    if told:
        names = [(Piece(whole.picture.areas.by_code[code].short_name), "") for code in told]
        named = "".join(piece.text for piece in listed(names, words))
        parts.append(words("indicator.sexes_beyond", regions=named))
    return unbroken(" ".join(parts)) or words("indicator.sexes_few")


def _is_told(whole: Subject, code: str, period: str) -> bool:
    """Whether a region's women and men differ otherwise than the nation's, beyond chance and more than once."""
    found = whole.picture.analysis.sexes.get((whole.definition.id, code))
    return found is not None and found.is_told and found.period == period


def _elsewhere(whole: Subject) -> tuple[Piece, ...]:
    words = whole.words
    if whole.indicator.only_sex:
        return (Piece(words(f"indicator.sexes_only_{whole.indicator.only_sex}")),)
    for item in whole.picture.catalogue.series_of(whole.indicator.id):
        if item.id != whole.definition.id and _comparison(whole, item.id, "F") and _comparison(whole, item.id, "M"):
            href = link(f"/indikator/{whole.indicator.id}", whole.question, series=item.id)
            name = Piece(words("indicator.series_from", source=source_text(item, words)), href)
            return (Piece(words("indicator.sexes_elsewhere") + " "), name, Piece("."))
    return (Piece(words("indicator.sexes_none")),)


def _table(whole: Subject, pairs: dict[str, Pair], period: str) -> TableView:
    words = whole.words
    columns = (
        Column(words("table.region")),
        Column(words("table.women"), "number"),
        Column(words("table.men"), "number"),
        Column(words("table.pair"), "pair"),
        Column(words("table.difference"), "number"),
    )
    known = [value for pair in pairs.values() for value in pair if value is not None]
    rows = tuple(_row(whole, code, pair, known) for code, pair in pairs.items())
    both = words("indicator.sexes").lower()
    caption = f"{short_name(whole)}, {both}, {unit_name(whole)}, {whole.period(period)}"
    source = words("source.difference", source=whole.source, edition=whole.picture.edition.number)
    return plain_table(caption, columns, rows, (words("indicator.sexes_note", unit=_unit(whole)), source))


def _unit(whole: Subject) -> str:
    """The unit of a difference: of shares, percentage points."""
    is_share = whole.definition.unit == "percent"
    return whole.words("table.points") if is_share else unit_name(whole)


def _row(whole: Subject, code: str, pair: Pair, known: list[float]) -> TableRow:
    women, men = pair
    texts = [NO_VALUE if value is None else whole.number(value) for value in pair]
    is_nation = code == NATION
    name = area_name(whole.picture, code, whole.words) if is_nation else whole.picture.areas.by_code[code].short_name
    if women is None or men is None:
        return TableRow((name, *texts, "", NO_VALUE), is_own=is_nation)
    width = (max(known) - min(known)) or 1.0
    places = (round((women - min(known)) / width, 4), round((men - min(known)) / width, 4))
    gap = format_number(women - men, whole.definition.decimals, whole.words.language, signed=True)
    return TableRow((name, *texts, Cell("", pair=places), gap), is_own=is_nation)

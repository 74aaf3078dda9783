"""What a newer edition says differently of what is on the screen."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dashboard.i18n import Words, words
from dashboard.query import Question, to_query
from dashboard.viewmodels.subject import area_name, period_text
from dashboard.viewmodels.verdicts import verdict
from indicators import VERDICTS, AssessedRow, Picture, value_text

MOST_ITEMS = 5
# The pages that show assessed rows; on any other there is nothing of which to say that it differs.
ROWS_ON = ("", "region", "indikator", "dimension", "jamfor")
Pair = tuple[AssessedRow, AssessedRow]


@dataclass(frozen=True, slots=True)
class Newer:
    """A newer edition: what to say of it, the same view in it, and what differs here, the first few in words."""

    text: str
    link: str
    href: str
    items: tuple[str, ...]


def newer(picture: Picture, newest: Picture, question: Question, path: str) -> Newer:
    """Return what the newest edition says of the view at an address that another edition is read on."""
    say = words(question.lang)
    has_rows = path.strip("/").partition("/")[0] in ROWS_ON
    pairs = list(_differing(picture, newest, question, path)) if has_rows else []
    told = say.count("newer.differs", len(pairs)) if pairs else say("newer.same") if has_rows else ""
    items = [_item(newest, old, new, path, say) for old, new in pairs[:MOST_ITEMS]]
    if len(pairs) > MOST_ITEMS:
        items.append(say("newer.more", n=len(pairs) - MOST_ITEMS))
    number, current = picture.edition.number, newest.edition.number
    return Newer(
        text=f"{say('newer.text', number=number, current=current)} {told}".strip(),
        link=say("newer.link", current=current),
        href=path + to_query(replace(question, edition="")),
        items=tuple(items),
    )


def _differing(picture: Picture, newest: Picture, question: Question, path: str) -> Iterator[Pair]:
    """The rows on the screen that differ: of the page's region or indicator, else of all."""
    before, after = (found.scorecard(_year(found, question)).rows for found in (picture, newest))
    for key in after:
        if key in before and _is_shown(newest, key, question, path):
            old, new = before[key], after[key]
            if _said(old) != _said(new):
                yield old, new


def _year(picture: Picture, question: Question) -> str | None:
    return question.as_of if question.as_of in picture.edition.years else None


def _is_shown(picture: Picture, key: tuple[str, str, str], question: Question, path: str) -> bool:
    indicator, sex, area = key
    kind, _, code = path.strip("/").partition("/")
    if picture.catalogue.by_id[indicator].is_context or sex != question.sex:
        return False
    match kind:
        case "region" if code:
            return area == code
        case "indikator" if code:
            return indicator in {item.id for item in picture.catalogue.series_of(picture.catalogue.main_id(code))}
        case "dimension" if code:
            return picture.catalogue.by_id[indicator].dimension == code
    return True


def _said(row: AssessedRow) -> tuple[object, ...]:
    return (row.value, row.period, *(getattr(row, what).verdict for what in VERDICTS))


def _item(picture: Picture, old: AssessedRow, new: AssessedRow, path: str, say: Words) -> str:
    definition = picture.catalogue.by_id[new.indicator]
    area = area_name(picture, new.area, say)
    subject = {
        "region": definition.short_name.in_(say.language),
        "indikator": area,
    }.get(path.strip("/").split("/")[0], f"{definition.short_name.in_(say.language)}, {area}")
    parts = (
        []
        if (old.value, old.period) == (new.value, new.period)
        else [say("newer.value", before=_value(picture, old, say), after=_value(picture, new, say))]
    )
    for what in VERDICTS:
        before, after = (verdict(what, getattr(row, what), definition, say).text for row in (old, new))
        if before != after:
            parts.append(say("newer.verdict", what=say(f"newer.{what}"), before=before, after=after))
    return f"{subject}: {'; '.join(parts)}"


def _value(picture: Picture, row: AssessedRow, say: Words) -> str:
    if row.value is None:
        return say("newer.missing")
    text = value_text(row.value, picture.catalogue.by_id[row.indicator], say.language)
    return f"{text} ({period_text(row.period or '', say)})"

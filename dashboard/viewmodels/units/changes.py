"""What a reviewed file changes against what its region has published, in words and as a table."""

from dataclasses import dataclass

from dashboard.i18n import Words, words
from dashboard.viewmodels.tables import NO_VALUE
from indicators import GROUPS, Language, Picture, value_text
from intake import Compared


@dataclass(frozen=True, slots=True)
class UnitChanges:
    """The sentences, and the table of changed values with its caption and headings; no rows, no table."""

    sentences: tuple[str, ...]
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def changes_of(compared: Compared, picture: Picture, language: Language, smallest: int) -> UnitChanges:
    """Return a comparison in words."""
    say = words(language)
    head = tuple(say(f"upload.column.{name}") for name in ("unit", "indicator", "period", "old", "new"))
    rows = tuple(
        (
            change.unit,
            picture.catalogue.by_id[change.indicator].short_name.in_(language) + _whose(say, change.sex, change.group),
            change.period,
            _value(picture, change.indicator, change.old, change.old_status, say, smallest),
            _value(picture, change.indicator, change.new, change.new_status, say, smallest),
        )
        for change in compared.changes
    )
    caption = say("upload.compare_table", n=len(rows))
    return UnitChanges(tuple(_sentences(compared, say)), caption, head, rows)


def _sentences(compared: Compared, say: Words) -> list[str]:
    if not compared.against:
        return [say("upload.compare_none")]
    number = compared.against.lstrip("0")
    if not (compared.new or compared.changed or compared.gone):
        return [say("upload.compare_same", number=number)]
    counts = {"new": compared.new, "changed": compared.changed, "gone": compared.gone, "same": compared.same}
    told = say("upload.compare_told", number=number, **counts)
    gone = [say("upload.compare_units", units=", ".join(compared.units_gone))] if compared.units_gone else []
    return [told, *gone]


def _whose(say: Words, sex: str, group: str) -> str:
    sexes = "" if sex == "T" else f", {say(f'sex.{sex}').casefold()}"
    return sexes + (f", {GROUPS[group].name.in_(say.language).casefold()}" if group else "")


def _value(picture: Picture, indicator: str, value: float | None, status: str, say: Words, smallest: int) -> str:
    if value is not None:
        return value_text(value, picture.catalogue.by_id[indicator], say.language)
    if not status:
        return NO_VALUE
    if status == "too-few":
        return say("upload.status.too-few", smallest=smallest)
    return say("upload.status.not-reported")

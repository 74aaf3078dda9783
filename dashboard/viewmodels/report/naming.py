"""What a report is called: its title, its file's name, and the address of the same view alive."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from dashboard.i18n import words
from dashboard.query import Question, link, to_query
from dashboard.viewmodels.report.records import Scope
from dashboard.viewmodels.subject import area_name
from indicators import FRAMEWORK, NATION, Picture


def title(picture: Picture, question: Question, scope: Scope) -> str:
    """Return what stands at the top: the area, and for a dimension its name."""
    name = area_name(picture, scope.area, words(question.lang))
    return f"{name}: {_dimension(scope, question)}" if scope.kind == "dimension" else name


def subtitle(question: Question, scope: Scope) -> str:
    """Return what stands under the title."""
    return words(question.lang)(f"report.subtitle.{scope.kind}")


def file_name(picture: Picture, question: Question, scope: Scope) -> str:
    """Return a file's name without its ending: letters, digits and hyphens that every system keeps as they are."""
    say = words(question.lang)
    place = say(f"area.{NATION}") if scope.area == NATION else picture.areas.by_code[scope.area].short_name
    parts = [say("report.file"), scope.area, place, *_narrowed(question, scope)]
    parts += [say(f"sex.{question.sex}") if question.sex != "T" else "", question.period]
    # The same file in the other language must not take its place in a folder.
    parts += [picture.edition.number, question.lang if question.lang != Question().lang else ""]
    return slug("-".join(part for part in parts if part))


def _narrowed(question: Question, scope: Scope) -> Iterator[str]:
    """What the file holds less than all of: another filter's file must not be taken for this one."""
    say, dimension = words(question.lang), scope.dimension or question.dimension
    if dimension:
        yield FRAMEWORK.by_code[dimension].name.in_(question.lang)
    if question.area:
        yield next(area.name.in_(question.lang) for _, area in FRAMEWORK.areas if area.code == question.area)
    yield from (say(f"filters.{name}") for name in ("deviating", "target") if getattr(question, name))
    if scope.indicators:
        yield say("report.own_file")


def slug(text: str) -> str:
    """Return a text as lower-case ASCII words joined by hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    letters = "".join(letter if letter.isalnum() else " " for letter in plain)
    return "-".join(letters.split())


def live_path(picture: Picture, question: Question, scope: Scope) -> str:
    """Return the address of the same view alive. It names the edition, so that the numbers stay those of the file."""
    fixed = replace(question, edition=picture.edition.number)
    if scope.kind == "region":
        return ("/" if scope.area == NATION else f"/region/{scope.area}") + to_query(fixed)
    if scope.area == NATION:
        return link(f"/dimension/{scope.dimension}", fixed)
    return f"/region/{scope.area}" + to_query(replace(fixed, dimension=scope.dimension))


def _dimension(scope: Scope, question: Question) -> str:
    return FRAMEWORK.by_code[scope.dimension].name.in_(question.lang)

"""Ready-made presentations: a visit to a region, and the country as a whole."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dashboard.i18n import Words, words
from dashboard.query import Question, link
from dashboard.viewmodels.present.fewer import widest_inside
from dashboard.viewmodels.present.records import Slide
from dashboard.viewmodels.report.signals import signals
from dashboard.viewmodels.scorecard import scorecard_view
from dashboard.viewmodels.signals.method import is_earlier
from dashboard.viewmodels.subject import area_name
from indicators import FRAMEWORK, NATION, Picture

GROUPS = ("subjects", "check", "good", "other")
OF_NATION = ("rights", "goals", "worsening", "improving", "check", "spread")
"""The groups of what matters that have a slide each, on the page of a region and of the country."""
# Where pages draw: the hosts by which a picture is found again. A test finds each of them on its page.
ROWS, COMPARED, MAP = "region-rows", "compare-rows-host", "overview-map-host"
CHARTS = {"years": "indicator-lines", "regions": "indicator-regions"}


def region_visit(picture: Picture, question: Question, code: str) -> tuple[str, tuple[Slide, ...]]:
    """Return the title and slides of a visit: who it is, what matters, its measures, dimensions, inside, peers.

    Headings that are left empty are the views' own findings.
    """
    asked = _fixed(picture, question)
    say, view = words(asked.lang), link(f"/region/{code}", asked)
    name = area_name(picture, code, say)
    slides = [
        Slide(view, "message:head"),
        *_findings(picture, asked, view, name, GROUPS),
        *_signals(picture, asked, code),
        *(Slide(view, f"rows:{ROWS}/dimension/{item.code}") for item in FRAMEWORK.dimensions),
        *_inside(picture, asked, code, say),
        Slide(link(f"/jamfor/{code}", asked), f"compare:{COMPARED}", "", say("present.ask.peers")),
    ]
    return say("present.visit_title", area=name), tuple(slides)


def national(picture: Picture, question: Question) -> tuple[str, tuple[Slide, ...]]:
    """Return the title and slides of the country: its findings, their measures and the map."""
    asked = _fixed(picture, question)
    say, home = words(asked.lang), link("/", asked)
    slides = [
        *_findings(picture, asked, home, area_name(picture, NATION, say), OF_NATION),
        *_signals(picture, asked, NATION),
        *(
            Slide(
                link(f"/dimension/{item.code}", asked),
                "message:findings",
                say("present.findings", area=item.name.in_(asked.lang)),
                say("present.ask.dimension"),
            )
            for item in FRAMEWORK.dimensions
        ),
        Slide(home, f"map:{MAP}", "", say("present.ask.map")),
    ]
    return say("present.nation_title"), tuple(slides)


def _fixed(picture: Picture, question: Question) -> Question:
    """The finding in a heading is one edition's: the slide stays with it."""
    return Question(lang=question.lang, edition=picture.edition.number)


def _findings(picture: Picture, question: Question, view: str, name: str, groups: Sequence[str]) -> Iterator[Slide]:
    """What matters, a slide for each group; of an earlier edition one with what it was published with."""
    say = words(question.lang)
    if is_earlier(picture):
        yield Slide(view, "message:findings", say("present.findings", area=name), say("present.ask.findings"))
        return
    for code in groups:
        ask = say("present.ask.findings") if code == groups[0] else ""
        yield Slide(view, f"message:findings/{code}", f"{name}: {_heading(code, groups, say)}", ask)


def _heading(code: str, groups: Sequence[str], say: Words) -> str:
    if groups == OF_NATION:
        return say(f"matters.nation_{code}")
    return say("matters.subjects") if code == GROUPS[0] else say(f"matters.group_{code}")


def _signals(picture: Picture, question: Question, code: str) -> Iterator[Slide]:
    rows = scorecard_view(picture, question, code).rows
    regions = () if code == NATION else (code,)
    for signal in signals(picture, question, code, rows):
        view = link(f"/indikator/{signal.indicator}", question, regions=regions)
        ask = words(question.lang)(f"present.ask.{signal.kind}")
        yield Slide(view, f"chart:{CHARTS[signal.picture]}", signal.title, ask, signal.note)


def _inside(picture: Picture, question: Question, code: str, say: Words) -> Iterator[Slide]:
    if widest_inside(scorecard_view(picture, question, code).rows):
        yield Slide(link(f"/region/{code}", question), f"rows:{ROWS}/inside/widest", "", say("present.ask.inside"))


def titled(slides: Sequence[Slide], headings: Sequence[str | None]) -> tuple[Slide, ...]:
    """Return the slides whose picture there is, each with its own heading or else its view's finding."""
    pairs = zip(slides, headings, strict=True)
    return tuple(replace(slide, heading=slide.heading or found) for slide, found in pairs if found is not None)

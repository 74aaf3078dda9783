"""Whom a region is held beside: Kolada's similar regions, an own choice, or all."""

from dashboard.i18n import Words, words
from dashboard.query import MOST_REGIONS, Question
from dashboard.viewmodels.choices import Choice
from dashboard.viewmodels.compare.views import CompareHead, PeersView
from dashboard.viewmodels.indicator.choice import RegionChoice
from dashboard.viewmodels.region import dimension_tabs
from dashboard.viewmodels.sentences import Piece, listed
from dashboard.viewmodels.subject import period_text
from indicators import REFERENCE_FILES, Picture

SIMILAR = ("health-care", "socio-economic")
KINDS = (*SIMILAR, "own", "all")
PEER_FILE = "peer_groups.csv"


def compare_head(picture: Picture, question: Question, code: str) -> CompareHead:
    """Return the name and the tabs of one region's comparison."""
    name = picture.areas.by_code[code].name
    return CompareHead(code, name, dimension_tabs(picture, question, f"/jamfor/{code}"))


def peers_of(picture: Picture, question: Question, code: str) -> tuple[str, ...]:
    """Return the regions a region is held beside, never itself."""
    if question.peers == "own":
        return tuple(peer for peer in question.regions if peer != code)
    if question.peers == "all":
        return tuple(peer for peer in picture.areas.region_codes if peer != code)
    return picture.areas.like(code, question.peers)


def peers_view(picture: Picture, question: Question, code: str) -> PeersView:
    """Return whom a region is held beside and why those."""
    say, codes = words(question.lang), peers_of(picture, question, code)
    return PeersView(
        codes=codes,
        kinds=tuple(Choice(kind, say(f"compare.peers_{kind}")) for kind in KINDS),
        kind=question.peers,
        text=_text(picture, question, codes, say),
        why=_why(question, say),
        evidence=_evidence(question, say),
        regions=_regions(picture, question, code),
        chosen=question.regions,
        hint=_hint(question, say),
        empty=None if codes else say(f"compare.empty_{'own' if question.peers == 'own' else 'similar'}"),
    )


def _text(picture: Picture, question: Question, codes: tuple[str, ...], say: Words) -> str:
    """The regions by name; all of them need none."""
    if not codes:
        return ""
    if question.peers == "all":
        return say("compare.beside_all", n=len(codes))
    names = [(Piece(picture.areas.by_code[peer].short_name), "") for peer in codes]
    return say("compare.beside", names="".join(piece.text for piece in listed(names, say)))


def _why(question: Question, say: Words) -> str:
    if question.peers not in SIMILAR:
        return say(f"compare.why_{question.peers}")
    why = say(f"compare.why_{question.peers}", year=REFERENCE_FILES[PEER_FILE].vintage)
    found = REFERENCE_FILES[PEER_FILE].evidence.get(question.peers)
    return f"{why} {found.said.in_(say.language)}" if found else why


def _evidence(question: Question, say: Words) -> Piece | None:
    """Where it stands what the similarity is built on; None where nothing was found published."""
    found = REFERENCE_FILES[PEER_FILE].evidence.get(question.peers)
    if found is None:
        return None
    return Piece(f"{found.title.in_(say.language)}, {period_text(found.published, say)}", found.address)


def _regions(picture: Picture, question: Question, code: str) -> tuple[RegionChoice, ...]:
    full = len(question.regions) >= MOST_REGIONS
    return tuple(
        RegionChoice(area.code, area.short_name, full and area.code not in question.regions)
        for area in picture.areas.regions
        if area.code != code
    )


def _hint(question: Question, say: Words) -> str:
    if len(question.regions) >= MOST_REGIONS:
        return say("compare.own_full", n=MOST_REGIONS)
    return say("compare.own_hint" if question.peers == "own" else "compare.own_idle")

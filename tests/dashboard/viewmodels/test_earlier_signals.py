"""Signals told in sentences, on figures made for the case."""

from urllib.parse import parse_qsl, urlsplit

import pytest

from dashboard.query import Question, parse
from dashboard.viewmodels.earlier_signals.view import area_groups, country_groups, signals_view
from dashboard.viewmodels.region import scope
from dashboard.viewmodels.targets import targets_items
from indicators import NATION, attention
from indicators.analysis.records import Fifths, Inside, WithinShare, YearInside
from tests.builders import REGIONS, STOCKHOLM, definition, make_picture, regions, series, target, yearly

LADDER = tuple(float(n) for n in range(60, 81))
PERCENT = "\u00a0%"
BLEKINGE, SKANE = "10", "12"


def item(name, **changes):
    """An indicator with a name of its own."""
    return definition(id=name, short_name={"sv": name.upper(), "en": name}, **changes)


def moving(name, *own, area=STOCKHOLM, **changes):
    """Regions that stand still from 41 up, and one area that moves."""
    still = {code: yearly(*[float(40 + n)] * len(own)) for n, code in enumerate(REGIONS)}
    return item(name, **changes), series({**still, area: yearly(*map(float, own))})


def group(code, *pairs, held=(), area=STOCKHOLM, analysis=None, **question):
    """The sentences of one group on an area's page."""
    picture = make_picture(*pairs, held=held, analysis=analysis)
    found = {each.code: each.sentences for each in area_groups(picture, Question(**question), area)}
    return found[code]


def only(*given, **more):
    (sentence,) = group(*given, **more)
    return sentence


# --- what deviates --------------------------------------------------------------------------------------------------


def test_a_gap_to_a_target_is_told_with_its_level_and_its_issuer():
    sentence = only("deviating", (item("a"), series(regions(*LADDER))), held=[target(indicator="a", value=78.0)])
    assert sentence.text == f"A: 60,0{PERCENT} mot målet 78,0{PERCENT} (2025)."
    assert sentence.note == "Målnivå enligt ord, 2025. Källan anger ingen osäkerhet."
    assert (sentence.symbol, sentence.tone) == ("✕", "bad")


def test_a_target_below_a_level_says_so():
    lower = item("a", direction="lower"), series(regions(90.0, *LADDER[1:]))
    sentence = only("deviating", lower, held=[target(indicator="a", value=62.0, operator="<")], lang="en")
    assert sentence.text == "a: 90.0% against the target of less than 62.0% (2025)."


def test_without_a_target_the_best_quarter_of_regions_is_told():
    pair = item("a"), series(regions(*LADDER, nation=70.0))
    sentence = only("deviating", pair)
    assert sentence.text == f"A: 60,0{PERCENT} mot minst 75,0{PERCENT} i den bästa fjärdedelen av regionerna (2025)."
    assert sentence.note.startswith("Måttstock: de bästa regionerna, eftersom ett gällande mål saknas.")
    unreached = only("deviating", pair, held=[target(indicator="a")])
    assert f"eftersom ingen region når målet 90,0{PERCENT}." in unreached.note


def test_a_gap_says_how_the_value_moves():
    falling = [50.0, 49.5, 49.0, 48.5, 48.0, 30.0, 29.0, 28.0, 27.0, 26.0]
    assert only("deviating", moving("a", *falling)).text.endswith(" (2025), och värdet försämras.")
    # Something else must be promising, or the improvement would be told as that.
    best = item("b"), series(regions(90.0, *LADDER[1:], nation=70.0))
    rising = moving("a", *range(20, 30))
    assert only("deviating", rising, best).text.endswith(" (2025), men värdet förbättras.")
    stepped = only("deviating", moving("a", 40, 41, 40, 41, 40, 30), lang="en")
    assert stepped.text.endswith(" (2025), after a worse last year.")


def test_a_worsening_is_told_by_its_published_ends_and_its_number_of_values():
    sentence = only("deviating", moving("a", 77, 76, 74, 72, 70, 68, 66, 64, 62, 60))
    assert sentence.text == f"A: försämras, från 77,0{PERCENT} (2016) till 60,0{PERCENT} (2025)."
    assert sentence.note.startswith("Jämfört med de egna värdena 2016–2025.")
    assert (sentence.symbol, sentence.tone) == ("↘", "bad")


def test_a_setback_is_told_by_its_two_years_and_with_care():
    sentence = only("deviating", moving("a", 70, 70.5, 69.5, 70, 70, 60))
    ends = f"från 70,0{PERCENT} (2024) till 60,0{PERCENT} (2025), sämre än tidigare år."
    assert sentence.text == f"A: det senaste året {ends}"
    assert "Ett enda år kan vara tillfälligt." in sentence.note


@pytest.mark.parametrize(
    ("caveat", "said"),
    [
        ("survey-sample", "En enkät till ett urval: slumpen påverkar värdet."),
        ("small-numbers", "Få fall: värdet kan svänga av slump."),
        ("journal-review", "Ett urval journaler: slumpen påverkar värdet."),
    ],
)
def test_what_it_rests_on_is_said(caveat, said):
    assert only("deviating", (item("a", caveats=[caveat]), series(regions(*LADDER, nation=70.0)))).note.endswith(said)


# --- what is promising ----------------------------------------------------------------------------------------------


def test_an_improvement_and_a_place_in_the_best_quarter():
    rising = moving("a", 60, 62, 64, 66, 68, 70, 72, 74, 76, 77)
    best = item("b"), series(regions(90.0, *LADDER[1:], nation=70.0))
    alone = item("c"), series(regions(90.0, *LADDER[1:]))
    first, second = group("promising", rising, best)
    assert first.text == f"A: förbättras, från 60,0{PERCENT} (2016) till 77,0{PERCENT} (2025)."
    assert second.text == (
        f"B: 90,0{PERCENT} är i den bästa fjärdedelen av regionerna, mot 70,0{PERCENT} i riket (2025)."
    )
    assert [(s.symbol, s.tone) for s in (first, second)] == [("↗", "good"), ("▲", "good")]
    assert only("promising", alone).text == f"C: 90,0{PERCENT} är i den bästa fjärdedelen av regionerna (2025)."


def test_when_there_is_nothing_it_is_said_whose():
    still = item("a"), series(regions(*[50.0] * 21))
    assert only("promising", still).text == (
        "Inget av Region Stockholms mått förbättras tydligt eller ligger i den bästa fjärdedelen."
    )
    assert only("deviating", still, area="14").text == (
        "Inget av Västra Götalandsregionens mått avviker tydligt till det sämre."
    )
    assert only("differences", still, lang="en").text == "No differences inside the region are larger than usual."
    assert only("promising", still, lang="en").text.startswith("None of Region Stockholm’s indicators is clearly")


# --- differences ----------------------------------------------------------------------------------------------------


def test_municipalities_are_told_with_whose_they_are_and_the_yardstick():
    own = dict(zip(("1060", "1080", "1081", "1082", "1083"), (20.0, 40.0, 60.0, 80.0, 90.0), strict=True))
    sentence = only("differences", (item("a"), series({**regions(*LADDER, nation=68.0), **own})), area=BLEKINGE)
    assert sentence.text == (
        "A: Region Blekinges kommuner skiljer sig mer åt än regionerna gör. "
        f"Hälften av dem ligger från 40,0{PERCENT} till 80,0{PERCENT} (2025)."
    )
    assert "vars mittersta hälft skiljer 10,0\u00a0procentenheter" in sentence.note


@pytest.mark.parametrize(
    ("usual", "ending"),
    [
        ((48.0, 50.0), " (2025). I riket är skillnaden 2,0\u00a0procentenheter."),
        ((50.0, 48.0), " (2025). I riket är det tvärtom."),
        ((50.5, 50.0), " (2025). I riket är skillnaden liten."),
        (None, " (2025)."),
    ],
)
def test_women_and_men_are_told_beside_the_nation(usual, ending):
    others = [code for code in REGIONS if code != SKANE]
    women, men = ({**dict.fromkeys(others, 50.0), SKANE: own} for own in (40.0, 50.0))
    if usual:
        women[NATION], men[NATION] = usual
    pair = item("a"), series(regions(*LADDER, nation=69.0), women=women, men=men)
    sentence = only("differences", pair, area=SKANE)
    assert sentence.text == f"A: kvinnor 40,0{PERCENT} mot 50,0{PERCENT} för män{ending}"
    assert ("i den mittersta regionen" in sentence.note) == (usual is None)


def fifths(first, last, *areas):
    made = Fifths("2024", "2023", False, (first, 50.0, 50.0, 50.0, last), (3,) * 5, (0.2,) * 5, None)
    return {"fifths": {("a", "T", area): made for area in areas}}


def test_a_regions_own_groups_and_the_nations_where_it_has_none():
    pair, made = (item("a"), series(regions(*LADDER, nation=68.0))), fifths(60.0, 40.0, NATION, SKANE)
    ends = (
        f"40,0{PERCENT} i kommunerna med högst andel låg ekonomisk standard mot 60,0{PERCENT} i dem med lägst (2024)."
    )
    own = only("differences", pair, area=SKANE, analysis=made)
    assert own.text == f"A: {ends}"
    assert "inte enskilda människor" in own.note
    other = only("differences", pair, area=BLEKINGE, analysis=made)
    assert other.text == f"A i riket: {ends}"
    assert other.note.startswith("Här visas riket, eftersom Region Blekinges kommuner är för få")
    turned = only("differences", pair, area=SKANE, analysis=fifths(40.0, 60.0, SKANE), lang="en")
    assert "40.0% in the municipalities with the lowest share of low economic standard against 60.0%" in turned.text


# --- scope, links ------------------------------------------------------------------------------------------


def test_whom_and_when_the_sentences_concern_is_said_where_it_is_not_everyone_and_now():
    assert scope(Question()) == ""
    assert scope(Question(sex="F")) == "Gäller kvinnor."
    assert scope(Question(sex="M", period="2022")) == "Gäller män. Läget till och med 2022."
    assert scope(Question(lang="en", period="2022")) == "As it stood up to 2022."


def test_a_name_with_a_colon_is_followed_by_a_dash():
    named = {"short_name": {"sv": "Kö: åtgärd", "en": "Queue: treatment"}}
    sentence = only("deviating", (definition(id="a", **named), series(regions(*LADDER, nation=70.0))))
    assert sentence.text.startswith(f"Kö: åtgärd – 60,0{PERCENT} mot")


def test_on_the_regions_page_every_name_opens_its_row(picture):
    for code in picture.areas.region_codes:
        for sentence in (s for each in area_groups(picture, Question(lang="en"), code) for s in each.sentences):
            (piece,) = [piece for piece in sentence.pieces if piece.href]
            parts = urlsplit(piece.href)
            question, notices = parse(dict(parse_qsl(parts.query)), picture)
            of_nation = " in Sweden" in sentence.text.split(":")[0]
            assert (question.lang, question.regions, notices) == ("en", () if of_nation else (code,), ())
            assert piece.row == (None if of_nation else parts.path.removeprefix("/indikator/"))


def test_elsewhere_the_regions_name_leads_to_the_row_on_its_page(picture):
    regional = [
        s for each in country_groups(picture, Question(lang="en")) for s in each.sentences if "Region" in s.text
    ]
    assert regional
    for sentence in regional:
        name, area = [piece for piece in sentence.pieces if piece.href]
        parts = urlsplit(area.href)
        assert parts.path.removeprefix("/region/") in picture.areas.region_codes
        assert parts.fragment == f"row-{urlsplit(name.href).path.removeprefix('/indikator/')}"
        assert name.row is None


def test_the_share_inside_the_regions_is_told_in_the_nation():
    found = WithinShare("2024", "inside", 0.694, 9.0, 4.0, 20, 280)
    analysis = {"inside": {("a", "T"): Inside((YearInside("2024", {}, None, found, None),), {})}}
    picture = make_picture((item("a"), series(regions(*LADDER, nation=70.0))), analysis=analysis)
    (sentence,) = next(each for each in country_groups(picture, Question()) if each.code == "differences").sentences
    assert sentence.text == "A i riket: 69 procent av kommunernas variation ligger inom regionerna (2024)."
    assert sentence.note.startswith("Beräknat på 280 kommuner i 20 regioner.")


# --- for a reader by machine ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_view_for_machines_says_what_the_page_says(lang, picture):
    for code in (NATION, *picture.areas.region_codes):
        question = Question(lang=lang)
        view, found = signals_view(picture, question, code), attention(picture, code)
        said = [s.text for each in area_groups(picture, question, code) for s in each.sentences]
        told = [item.text for item in (*view.signals, *([view.of_nation] if view.of_nation else []))]
        assert told == said
        assert [item.weight for item in view.signals] == [signal.weight for signal in found.signals]
        assert view.targets == targets_items(picture, question, code)

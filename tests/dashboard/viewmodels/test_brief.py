"""What matters in one area, in sentences, on figures made for the case."""

from dashboard.query import Question
from dashboard.viewmodels.region import brief, scope
from tests.builders import GOTLAND, REGIONS, STOCKHOLM, definition, make_picture, regions, series, target, yearly

LADDER = tuple(float(n) for n in range(60, 81))
PERCENT = "\u00a0%"
# The last year's step is smaller than the others: the slope over all years is 18, the published ends differ by 17.
RISING = (60, 62, 64, 66, 68, 70, 72, 74, 76, 77)
FALLING = tuple(reversed(RISING))
FALLEN = (70, 71, 70, 71, 70, 71, 70, 50)
FEW = REGIONS[:6]


def item(name, **changes):
    """An indicator with a name of its own."""
    return definition(id=name, short_name={"sv": name.upper(), "en": name}, **changes)


def moving(*numbers):
    """Stockholm's years among five regions that stand still: too few for a position, enough for a trend."""
    still = {code: yearly(*[50.0] * len(numbers)) for code in FEW[1:]}
    return series({**still, STOCKHOLM: yearly(*map(float, numbers))})


def told(*pairs, held=(), code=STOCKHOLM, **question):
    """The area's sentences about these indicators."""
    return list(brief(make_picture(*pairs, held=held), Question(**question), code))


def worse(*pairs):
    return told(*pairs)[-2]


def better(*pairs, **more):
    return told(*pairs, **more)[-1]


# --- targets --------------------------------------------------------------------------------------------------------


def test_the_targets_say_what_no_region_reaches_and_what_cannot_be_judged():
    held = tuple(target(indicator=name, value=level) for name, level in (("a", 50.0), ("b", 95.0), ("c", 70.0)))
    pairs = [(item("a"), series(regions(*LADDER))), (item("b"), series(regions(*LADDER)))]
    first = told(*pairs, (item("c"), series(dict(zip(REGIONS[1:], LADDER, strict=False)))), held=held)[0]
    assert first.text == (
        "Regionen når 1 av 2 gällande målnivåer. 1 av dem når ingen region. "
        "1 till kan inte bedömas, eftersom värde saknas eller är tveksamt. "
        f"Längst från målet: B (60,0{PERCENT}, mål 95,0{PERCENT})."
    )
    assert (first.symbol, first.tone) == ("✕", "bad")


def test_a_target_that_some_region_reaches_is_not_said_to_be_out_of_reach():
    first = told((item("a"), series(regions(*LADDER))), held=(target(indicator="a", value=80.0),))[0]
    assert first.text.startswith("Regionen når 0 av 1 gällande målnivå. Längst från målet: A")


def test_only_targets_in_force_for_just_the_same_definition_are_counted():
    for change in ({"match": "similar"}, {"match": "indicative"}, {"status": "proposed"}, {"status": "superseded"}):
        first = told((item("a"), series(regions(*LADDER))), held=(target(indicator="a", **change),))[0]
        assert (first.text, first.tone) == ("Inga gällande målnivåer kan bedömas i urvalet.", "missing"), change


# --- what moves -----------------------------------------------------------------------------------------------------


def test_a_movement_is_told_by_its_published_ends_and_never_by_the_slope():
    assert better((item("a"), moving(*RISING))).text == f"Förbättras: A (från 60,0 2016 till 77,0{PERCENT})."
    assert worse((item("a"), moving(*FALLING))).text == f"Försämras: A (från 77,0 2016 till 60,0{PERCENT})."
    english = told((item("a"), moving(*FALLING)), lang="en")[-2]
    assert english.text == "Worsening: a (from 77.0 in 2016 to 60.0%)."


def test_a_large_step_the_wrong_way_is_told_after_what_worsens():
    sentence = worse((item("a"), moving(*FALLING)), (item("b"), moving(*FALLEN)))
    assert sentence.text == (
        f"Försämras: A (från 77,0 2016 till 60,0{PERCENT}). "
        f"Stort steg åt fel håll det senaste året: B (från 70,0 till 50,0{PERCENT})."
    )
    assert (sentence.symbol, sentence.tone) == ("↘", "bad")


def test_a_large_step_the_right_way_is_no_setback():
    leap = moving(*FALLEN)
    lower = worse((item("a", direction="lower"), leap))
    assert (lower.text, lower.tone) == ("Inget mått försämras tydligt.", "neutral")
    assert worse((item("a", direction="none"), leap)).text == "Inget mått försämras tydligt."


def test_what_worsens_with_a_large_last_step_is_named_once():
    sentence = worse((item("a"), moving(80, 79, 78, 77, 76, 75, 74, 60)))
    assert sentence.text == f"Försämras: A (från 80,0 2018 till 60,0{PERCENT})."


def test_the_strongest_is_named_first_but_what_rests_on_samples_last():
    small = (item("small"), moving(*(60 - n for n in range(8))))
    large = (item("large"), moving(*(60 - 2 * n for n in range(8))))
    sample = (item("sample", caveats=["survey-sample"]), moving(*(60 - 3 * n for n in range(8))))
    names = [piece.text for piece in worse(small, sample, large).pieces if piece.href]
    assert names == ["LARGE", "SMALL", "SAMPLE"]


def test_what_improves_and_what_is_among_the_best_stand_together():
    still = {code: yearly(*[float(50 + n)] * 10) for n, code in enumerate(REGIONS[1:])}
    rising = series({**still, STOCKHOLM: yearly(*map(float, RISING))})
    leading = (item("b"), series(regions(90.0, *LADDER[1:], nation=70.0)))
    sentence = better((item("a"), rising), leading)
    assert sentence.text.startswith(f"Förbättras: A (från 60,0 2016 till 77,0{PERCENT}). Bland de bästa: ")
    assert f"B (90,0{PERCENT}, riket 70,0)" in sentence.text
    assert (sentence.symbol, sentence.tone) == ("↗", "good")
    alone = better(leading)
    assert (alone.symbol, alone.text) == ("▲", f"Bland de bästa: B (90,0{PERCENT}, riket 70,0).")


# --- what deviates, and the municipalities --------------------------------------------------------------------------


def test_what_deviates_stands_beside_the_nation_and_at_most_three_are_named():
    pairs = [(item(name), series(regions(*LADDER, nation=70.0))) for name in "abcd"]
    (sentence,) = [sentence for sentence in told(*pairs) if sentence.text.startswith("Avviker mest")]
    said = f"(60,0{PERCENT}, riket 70,0)"
    assert sentence.text == f"Avviker mest åt det sämre hållet: A {said}; B {said} och C {said}."
    assert (sentence.symbol, sentence.tone) == ("▼", "bad")


def test_the_municipalities_that_differ_most_are_named_with_the_most_different_first():
    def inside(*values):
        own = dict(zip(("1401", "1402", "1407", "1415", "1419"), values, strict=True))
        return series({**regions(*LADDER, nation=70.0), **own})

    wide, wider = (item("wide"), inside(40, 50, 60, 70, 80)), (item("wider"), inside(20, 40, 60, 80, 90))
    widest, narrow = (item("widest"), inside(0, 10, 50, 90, 95)), (item("narrow"), inside(69, 70, 70, 70, 71))
    sentence = told(wide, wider, widest, narrow, code="14")[-1]
    assert sentence.text == (
        "Kommunerna skiljer sig mest åt, jämfört med regionerna, för WIDEST och WIDER. "
        "Små kommuner svänger mer av slump."
    )
    assert (sentence.symbol, sentence.tone) == ("◆", "neutral")
    assert "Kommunerna" not in told(narrow, code="14")[-1].text


def test_gotland_is_never_said_to_differ_inside():
    pair = (item("a"), series({**regions(*LADDER, nation=70.0), "0980": 10.0}))
    assert not [sentence for sentence in told(pair, code=GOTLAND) if "Kommunerna" in sentence.text]


def test_every_name_is_a_link_that_also_knows_its_row():
    for sentence in told((item("a"), moving(*FALLING)), (item("b"), moving(*RISING))):
        for piece in sentence.pieces:
            assert (piece.href is None) == (piece.row is None)
            assert piece.href is None or piece.href == f"/indikator/{piece.row}?regions=01"


def test_whom_and_when_the_sentences_concern_is_said_where_it_is_not_everyone_and_now():
    assert scope(Question()) == ""
    assert scope(Question(sex="F")) == "Gäller kvinnor."
    assert scope(Question(sex="M", period="2022")) == "Gäller män. Läget till och med 2022."
    assert scope(Question(lang="en", period="2022")) == "As it stood up to 2022."

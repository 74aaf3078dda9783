"""The sentences of what matters: the oracle's own, but for the words that the parties and the issue have changed."""

import csv
import re
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.query import Question
from dashboard.viewmodels.signals.country import beside_nation
from dashboard.viewmodels.signals.items import item
from dashboard.viewmodels.signals.sentences import sentence
from dashboard.viewmodels.signals.subjects import subject_view
from dashboard.viewmodels.signals.told import Told
from indicators import AREAS, area_signals
from indicators.catalogue import read_catalogue
from indicators.digest import assessment_digest
from indicators.editions.edition import EMBEDDED, open_edition
from indicators.editions.open_edition import Picture
from indicators.editions.published_with import published_with
from indicators.reference import read_reference
from indicators.signals.records import Change, Level, Signal

ORACLE = Path(__file__).parents[2] / "oracles" / "signals_expected.csv"
LINES = list(csv.DictReader(ORACLE.read_text(encoding="utf-8").splitlines()))
SIGNALS = [line for line in LINES if line["indicator"]]
# What is told otherwise than in the oracle, and by which rule. First the parties' words (parties.md 51, 36, 5), then a
# year or number that would only repeat what stands just before, then plain words for a limit and for none at all.
CHANGED = {
    "sv": (
        (r"Försämras: från", "Utvecklingen: från"),
        (r"fler mått ur samma register rör sig samtidigt", "flera mått i samma register ändras samtidigt"),
        (
            r"steget är större än vården brukar ändras på ett år",
            "förändringen är större än vad som är vanligt på ett år",
        ),
        (
            r"Nivån låg i sämsta fjärdedelen redan före steget",
            "Nivån hörde till de svagaste i landet redan före förändringen",
        ),
        (r"är ändå kvar i sämsta fjärdedelen", "hör ändå till de svagaste i landet"),
        (r"i bästa fjärdedelen och bättre än riket år", "bland de bästa i landet och bättre än riket år"),
        (r"i bästa fjärdedelen år efter år", "bland de bästa i landet år efter år"),
        (r"till ([^;]*) \(([^)]*)\), senast \1;", r"till \1 (\2);"),
        (r"nivån är (\d)", r"nivån är minst \1"),
        (r"och 0 av (\d+) regioner når den", r"och ingen av \1 regioner når den"),
    ),
    "en": (
        (r"It worsened from", "The development: from"),
        (r"(?<=\d) %", "%"),
        (r": (\d[^()]*) \((\d{4})\) to (?=\d)", r": from \1 (\2) to "),
        (r"other measures of the same register move at once", "several measures of the same register change at once"),
        (
            r"the step is larger than care usually changes in a year",
            "the change is larger than what is usual in one year",
        ),
        (
            r"The level was among the worst quarter before the step too",
            "The level was among the weakest in the country before the change too",
        ),
        (r"still in the worst quarter", "still among the weakest in the country"),
        (r"in the best quarter and better than", "among the best in the country and better than"),
        (r"in the best quarter year after year", "among the best in the country year after year"),
        (r"It is still", "The region is still"),
        (r"to ([^;]*) \(([^)]*)\), newest \1;", r"to \1 (\2);"),
        (r"the level is (\d)", r"the level is at least \1"),
        (r"and 0 of (\d+) regions reach it", r"and none of \1 regions reaches it"),
    ),
}
# Kalmar's 76 per cent in 2024 was in the weakest quarter, though no deviation beyond chance: the sentence says so.
WAS_WORST = {("08", "diabetes-eye-exam")}
WORST = {
    "sv": " Nivån hörde till de svagaste i landet redan före förändringen.",
    "en": " The level was among the weakest in the country before the change too.",
}
# A gap judged on the year before tells the later value too, which is to be checked.
NEWER = {
    "sv": " Talet för 2025, 62,1 %, ska kontrolleras.",
    "en": " The figure for 2025, 62.1%, is to be checked.",
}
JUDGED_BEFORE = ("22", "gap", "primary-care-3-days")
HELD = {
    "sv": (
        "riket: utvecklingen kontrolleras.",
        "riket: utvecklingen kontrolleras. Flera regioner redovisar ovanliga steg.",
    ),
    "en": (
        "the nation’s development is being checked.",
        "the nation’s development is being checked. Several regions report unusual steps.",
    ),
}


# Where a change is counted over the change of keeper, the sentence says so after it, once (the issue, section 3).
OVER_KEEPER = {
    ("22", "primary-care-phone"),
    ("25", "psychiatry-first-visit-90d"),
}
KEEPER = {
    "sv": " Insamlingen bytte ansvarig 1 juli 2025.",
    "en": " The collection changed its keeper on 1 July 2025.",
}


@pytest.fixture(scope="module")
def now():
    """The observations of 2026-11, judged by the program of now."""
    catalogue, reference = read_catalogue(), read_reference().in_year(2026)
    digest = assessment_digest(catalogue, reference)
    return Picture(catalogue, reference, open_edition(EMBEDDED / "2026-11"), AREAS, digest)


@pytest.fixture(scope="module")
def names(now):
    """The measures' names as they were when the oracle was written, by id and language."""
    kept = published_with(open_edition(EMBEDDED / "2026-11")).catalogue
    return {lang: {item.id: item.short_name.in_(lang) for item in kept.indicators} for lang in ("sv", "en")}


def plain(text):
    return re.sub(r"\s+", " ", text)


def expected(line, lang, names, now):
    """The oracle's sentence with the measures' names of now and the words that are changed by rule."""
    text = plain(line[f"sentence_{lang}"])
    for name, old in sorted(names[lang].items(), key=lambda item: -len(item[1])):
        new = now.catalogue.by_id[name].short_name.in_(lang)
        text = re.sub(rf"(?<!\w){re.escape(old)}(:?)(?= )", lambda found, new=new: plain(new) + found[1], text)
    for pattern, by in CHANGED[lang]:
        text = re.sub(pattern, by, text)
    if (line["area"], line["indicator"]) in WAS_WORST:
        text += WORST[lang]
    if (line["area"], line["kind"], line["indicator"]) == JUDGED_BEFORE:
        text += NEWER[lang]
    if (line["area"], line["indicator"]) in OVER_KEEPER and line["kind"] != "check":
        text += KEEPER[lang]
    if line["kind"] == "improving":
        text = text.replace(*HELD[lang])
    return text


def signals_of(now, area):
    found = area_signals(now, area)
    return {(one.kind, one.indicator): beside_nation(found, one) for one in found.signals}


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("area", ["01", "08", "09", "22", "25", "00"])
def test_every_sentence_is_the_oracles_but_for_the_words_changed_by_rule(area, lang, now, names):
    made = signals_of(now, area)
    lines = [line for line in SIGNALS if line["area"] == area and line["kind"] != "rights"]
    assert lines
    wrong = []
    for line in lines:
        signal = made[line["kind"], line["indicator"]]
        said, wanted = plain(sentence(Told(now, Question(lang=lang), signal)).text), expected(line, lang, names, now)
        # A name with a colon of its own has no other after it, and of the nation the words themselves go on.
        if said.replace(":", "") != wanted.replace(":", ""):
            wrong.append((said, wanted))
    assert wrong == []


@pytest.mark.parametrize("area", ["01", "08", "09", "22", "25"])
def test_a_subject_tells_the_oracles_measures_and_counts(area, now, names):
    for line in LINES:
        if line["area"] != area or line["kind"] != "theme":
            continue
        found = area_signals(now, area)
        subject = next(one for one in (*found.subjects, *found.shared) if one.theme == line["theme"])
        view = subject_view(now, Question(), subject)
        wanted = expected(line, "sv", names, now)
        worst, judged = line["size"].split("/")
        assert view.placed.startswith(f"Regionen hör till de svagaste i landet i {worst} av {judged} frågor.")
        told = [plain(measure.text) for part in (view, view.joined) if part for measure in part.measures]
        listed = [text.replace("; 2025: 62,1 %, ska kontrolleras", "") for text in told]
        assert [text for text in listed if text not in wanted] == []
        assert len(re.findall(r"\((?:riket|mittersta)", wanted)) == len(listed)


def made(kind, **facts):
    base = Signal("other", kind, "cancer", "lung-mdt", "lung-mdt", "14", "2025", 60.0, nation=70.0)
    return replace(base, **facts)


def said(now, signal, voice="page", lang="sv"):
    return plain(sentence(Told(now, Question(lang=lang), signal, voice)).text)


def test_one_years_fall_says_that_it_is_one_year(now):
    text = said(now, made("fell", previous=("2024", 80.0)))
    assert text.endswith("60,0 % (2025), riket 70,0 %. Sämre på ett år, från 80,0 % (2024); det gäller bara ett år.")


def test_a_right_has_neither_level_nor_verdict_and_says_what_is_counted(now):
    counts = {
        "first-contact-90d": "hur många som fick vård i tid",
        "waiting-treatment-90d": "hur många i kön som väntat högst 90 dagar",
        "primary-care-phone": "hur många samtal som besvarades i tid",
    }
    for indicator, counted in counts.items():
        text = said(now, made("right", indicator=indicator, series=indicator, facts={"level": 100.0, "operator": ">="}))
        assert f"måttet visar {counted}, inte om lagen följts" in text
        assert "100" not in text


def test_an_agreed_level_says_its_limit(now):
    assert "; nivån är minst 80,0 %. Frågan är gemensam" in said(
        now, made("joint", facts={"level": 80.0, "operator": ">="})
    )
    target = {"level": 80.0, "operator": ">=", "reach": 9, "regions": 20}
    assert said(now, made("target", facts=target)).endswith("Gällande nivå är minst 80,0 %; 9 av 20 regioner når den.")
    assert said(now, made("target", facts=target), "visit").endswith("Gällande nivå är minst 80,0 %.")


def test_the_nation_that_publishes_none_is_the_middle_region(now):
    assert "(2025), mittersta regionen 70,0 %" in said(now, made("gap", nation_is_middle=True))


def test_a_held_back_development_prints_no_figure_of_the_nation(now):
    change = Change(
        "worsening", Level(70.0, ("2021", "2022", "2023")), Level(60.0, ("2024", "2025")), 71.0, 72.0, held_back=True
    )
    text = said(now, made("gap", change=change))
    assert text.endswith("till 60,0 % (2024–2025); riket: utvecklingen kontrolleras.")
    assert "71" not in text


def test_years_that_leave_some_out_are_named_and_a_mean_of_whole_numbers_keeps_its_half(now):
    change = Change("improving", Level(641.5, ("2019", "2022")), Level(560.0, ("2023", "2024")), 642.0, 573.0)
    signal = made(
        "improving", indicator="avoidable-admissions", series="avoidable-admissions", value=550.0, change=change
    )
    assert "från 641,5 per 100 000 (2019 och 2022) till 560 per 100 000 (2023–2024), senast 550" in said(now, signal)


CHANGES_IN_A_LIST = {
    "sv": ("föll från 86,7 (2021–2023) till 58,3 % (2024–2025)", "steg från 3,3 (2021–2023) till 4,5 % (2024–2025)"),
    "en": ("fell from 86.7 (2021–2023) to 58.3% (2024–2025)", "rose from 3.3 (2021–2023) to 4.5% (2024–2025)"),
}


@pytest.mark.parametrize("lang", CHANGES_IN_A_LIST)
def test_a_change_in_a_list_says_which_way_how_much_and_when(now, lang):
    found = area_signals(now, "09")
    (fallen,) = [one for one in found.signals if one.kind == "worsening" and one.indicator == "lung-mdt"]
    told = Told(now, Question(lang=lang), fallen, "visit")
    assert plain(item(told)).endswith(CHANGES_IN_A_LIST[lang][0])
    before, after = replace(fallen.change.before, value=3.3), replace(fallen.change.after, value=4.5)
    risen = replace(fallen, change=replace(fallen.change, before=before, after=after))
    assert plain(item(replace(told, signal=risen))).endswith(CHANGES_IN_A_LIST[lang][1])


def test_a_fall_of_one_year_in_a_list_says_which_way(now):
    told = plain(item(Told(now, Question(), made("fell", previous=("2024", 80.0)))))
    assert told.endswith("60,0 % (riket 70,0, 2025), föll från 80,0 % (2024)")

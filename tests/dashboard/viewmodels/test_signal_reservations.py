"""What must be known beside a signal: a new keeper once, what bears on it and nothing else, and what was corrected."""

from dataclasses import replace

import pytest

from dashboard.query import Question
from dashboard.viewmodels.compare.rows import compare_view
from dashboard.viewmodels.map import first_on_map
from dashboard.viewmodels.signals.brief import brief
from dashboard.viewmodels.signals.country import country_brief
from dashboard.viewmodels.signals.heads import heads
from dashboard.viewmodels.signals.items import item
from dashboard.viewmodels.signals.lines import visit_lines
from dashboard.viewmodels.signals.machine import matters_view
from dashboard.viewmodels.signals.reservations import weighed
from dashboard.viewmodels.signals.sentences import sentence
from dashboard.viewmodels.signals.told import Told
from indicators import CorrectedFigure, Correction, Corrections, area_signals, keeper_change

KEEPER = {"sv": "insamlingen bytte ansvarig 1 juli 2025", "en": "the collection changed its keeper on 1 july 2025"}
YEARS = ("", "2024")


def over_keeper(told):
    """Whether the signal tells a change from before the new keeper to what it collected; None without a change."""
    change, signal = keeper_change(told.definition), told.signal
    if change is None or (signal.change is None and signal.previous is None):
        return None
    first = signal.change.before.periods[0] if signal.change else signal.previous[0]
    last = signal.change.after.periods[-1] if signal.change else signal.period
    return first < change.period <= last


def all_told(picture, lang="sv", voice="page", period=""):
    question = Question(lang=lang, period=period)
    for area in ("00", *picture.areas.region_codes):
        for signal in area_signals(picture, area, question.as_of).signals:
            if signal.series:
                yield Told(picture, question, signal, voice)


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("voice", ["page", "visit"])
@pytest.mark.parametrize("period", YEARS)
def test_a_change_over_the_new_keeper_says_so_once_and_no_other_sentence_does(picture, lang, voice, period):
    tried = 0
    for told in all_told(picture, lang, voice, period):
        n = sentence(told).text.casefold().count(KEEPER[lang])
        assert n == (1 if over_keeper(told) else 0), sentence(told).text
        tried += n
    assert bool(tried) == (period == "")
    assert not tried or tried > 15


def test_in_a_list_a_change_that_is_told_says_it_once(picture):
    kinds = ("worsening", "fell", "check")
    found = [told for told in all_told(picture) if over_keeper(told) and told.signal.kind in kinds]
    assert len(found) > 10
    assert [item(told).casefold().count(KEEPER["sv"]) for told in found] == [1] * len(found)


def test_no_line_for_a_visit_says_it_twice(picture):
    for area in picture.areas.region_codes:
        question = Question()
        for line in visit_lines(picture, question, area).lines:
            of_subject = len(line.indicators) > 1
            assert f"{line.text} {line.note}".casefold().count(KEEPER["sv"]) <= (2 if of_subject else 1)
        for head in heads(picture, question, area):
            assert f"{head.title} {head.note}".casefold().count(KEEPER["sv"]) <= 1


def test_a_new_keeper_after_the_figures_own_period_is_not_told(picture):
    late = [told for told in all_told(picture) if "keeper" in told.signal.objections and told.signal.period < "2025"]
    assert len(late) > 10
    assert not any(KEEPER["sv"] in weighed([told], "", told.words) for told in late)
    # The record keeps it: the open interface tells every code that was found.
    codes = [signal["objections"] for signal in matters_view(picture, Question(), "22")["signals"]]
    assert any("keeper" in found for found in codes)


def test_that_regions_alike_lie_alike_is_said_of_no_strength(picture):
    good = [told for told in all_told(picture) if told.signal.kind in ("improving", "strength", "ahead")]
    assert sum("peers" in told.signal.objections for told in good) > 20
    assert not any("jämförbara regioner" in weighed([told], "", told.words) for told in good)
    bad = [told for told in all_told(picture) if told.signal.kind == "gap" and "peers" in told.signal.objections]
    assert bad
    assert all("jämförbara regioner ligger lika" in weighed([told], "", told.words) for told in bad)


def test_norrbottens_psychiatry_tells_its_reservation_on_the_card_and_in_the_sentence(picture):
    psychiatry = brief(picture, Question(), "25").subjects.subjects[0]
    assert psychiatry.weighed.startswith("Att väga in: insamlingen bytte ansvarig 1 juli 2025, men fallet började")
    assert psychiatry.sentences[0].text.endswith("utvecklingen kontrolleras. Insamlingen bytte ansvarig 1 juli 2025.")


def test_every_other_deviation_says_what_is_worth_weighing_in(picture):
    tried = 0
    for area in picture.areas.region_codes:
        found = area_signals(picture, area).of_group("other")
        groups = {group.code: group for group in brief(picture, Question(), area).groups}
        for signal, finding in zip(found, groups["other"].findings if found else (), strict=True):
            told = Told(picture, Question(), signal)
            assert finding.sentence.note == weighed([told], finding.sentence.text, told.words)
            tried += bool(finding.sentence.note)
    assert tried > 30


def test_the_spread_of_a_measure_that_is_checked_leads_neither_list_nor_map(picture):
    spread = next(group for group in country_brief(picture, Question()).groups if group.code == "spread")
    told = [finding.indicator for finding in spread.findings]
    assert told[-1] == "cap-start-30d"
    assert told[0] == "waiting-treatment-90d"
    held = picture.checks().held_back
    for dimension in {one.dimension for one in picture.catalogue.indicators if not one.is_context}:
        first = first_on_map(picture, Question(dimension=dimension))
        assert held.isdisjoint(one.id for one in picture.catalogue.series_of(first))


def corrected(picture, right=55.2, area="22", period="2025"):
    """The picture with one correction of trust in the health service."""
    series = "trust-in-care"
    wrong = dict(picture.scorecard().comparisons[series, "T"].points[area])[period]
    (known, *_) = picture.corrections.corrections
    figure = CorrectedFigure(area=area, period=period, sex="T", wrong=wrong, right=right)
    made = Correction.model_validate(
        {**known.model_dump(), "id": "trust-made", "indicator": series, "figures": [figure.model_dump()]}
    )
    return replace(picture, corrections=Corrections(corrections=(made,)))


def trust(picture, area="22"):
    return next(s for s in area_signals(picture, area).signals if s.indicator == "trust-in-care")


@pytest.mark.parametrize(("right", "said"), [(55.2, "rätt tal är 55,2\u00a0%"), (None, "rätt tal är inte känt")])
def test_a_signal_that_stands_on_a_corrected_figure_says_so_everywhere(picture, right, said):
    made = corrected(picture, right)
    told = Told(made, Question(), trust(made))
    assert sentence(told).text.endswith(f"Rättelse: talet för 2025 (Västernorrland) är fel; {said}.")
    assert item(told).endswith(", rättat värde")
    assert said in " ".join(one["sentence"] for one in matters_view(made, Question(), "22")["signals"])
    assert "rättat värde" in " ".join(line.text for line in visit_lines(made, Question(), "22").lines)
    plain = Told(picture, Question(), trust(picture))
    assert "Rättelse" not in sentence(plain).text + item(plain)


def test_the_nations_corrected_figure_is_one_that_a_region_is_held_against(picture):
    made = corrected(picture, area="00")
    text = sentence(Told(made, Question(lang="en"), trust(made))).text
    assert text.endswith("Correction: the figure for 2025 (the nation) is wrong; the right one is 55.2%.")


def test_a_corrected_figure_says_so_beside_peers(picture):
    def notes(shown):
        rows = [row for group in compare_view(shown, Question(), "22").groups for row in group.rows]
        return {row.indicator: row.note for row in rows}

    made = corrected(picture)
    assert notes(made)["trust-in-care"] == "rättelse: rätt tal är 55,2"
    assert notes(picture)["trust-in-care"] == ""

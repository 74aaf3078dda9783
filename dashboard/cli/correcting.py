"""`halsodialog edition correct`: a published figure that is wrong gets a correction; what is not given is asked for."""

import argparse
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.cli.form import add_language
from dashboard.i18n import Words, words
from dashboard.settings import Settings
from indicators import LANGUAGES, Fault, FaultError, Language, Pictures, Text

if TYPE_CHECKING:
    from intake import Wrong

SEXES = ("T", "F", "M")
HELP = "correct a published figure that is wrong"


def options(command: argparse.ArgumentParser) -> None:
    """Add what can be said of a correction; what is left out is asked for."""
    command.add_argument("--edition", help="the edition that holds the figure (default: the current one)")
    command.add_argument("--indicator", required=True, help="the definition's id")
    command.add_argument("--period", required=True, help="the periods, by commas, like 2024,2025")
    command.add_argument("--area", default="", help="the areas, by commas (default: the nation and all regions)")
    command.add_argument("--sex", default="T", help="T, F or M, by commas (default T)")
    command.add_argument("--wrong", type=float, help="the figure as it was published, for one figure")
    command.add_argument("--right", type=float, help="the right figure, for one figure (default: not known)")
    for name, text in (("cause", "why it is wrong"), ("found-by", "who found it")):
        for lang in LANGUAGES:
            command.add_argument(f"--{name}-{lang}", default="", help=f"{text}, in {lang}")
    command.add_argument("--found-on", type=dt.date.fromisoformat, help="the day it was found (default: today)")
    command.add_argument("--yes", action="store_true", help="take the draft of the three sentences, and do not ask")
    add_language(command)


def run(chosen: argparse.Namespace, settings: Settings) -> int:
    """Make one correction and say where it stands. Nothing is written unless everything it names is there."""
    from dashboard.viewmodels.editions.drafting import draft
    from indicators import Correction
    from intake import add_correction, correction_name, wrong_figures

    asking, pictures = Asking(words(chosen.lang), silent=chosen.yes), Pictures(settings.own_library)
    picture = pictures.of(chosen.edition) if chosen.edition else pictures.current()
    wrong, number, today = _wrong(chosen), picture.edition.number, dt.date.today()
    figures = wrong_figures(wrong, picture.edition, picture.catalogue)
    print(asking.say.count("correcting.held", len(figures), edition=number))
    cause, found_by = asking.text("cause", chosen), asking.text("found_by", chosen)
    correction = Correction(
        id=correction_name(wrong),
        indicator=wrong.indicator,
        editions=(number,),
        cause=cause,
        found_by=found_by,
        found_on=chosen.found_on or today,
        corrected_on=today,
        sentences=asking.sentences(draft(picture, wrong.indicator, figures, cause)),
        figures=figures,
    )
    if not asking.agreed():
        print(asking.say("correcting.nothing"))
        return 0
    made = add_correction(settings.folder, correction)
    print(asking.say("correcting.done", name=made.id))
    return 0


def _wrong(chosen: argparse.Namespace) -> "Wrong":
    from intake import Wrong

    areas, periods, sexes = (tuple(filter(None, text.split(","))) for text in (chosen.area, chosen.period, chosen.sex))
    strange = [sex for sex in sexes if sex not in SEXES]
    if strange or not periods:
        found = ", ".join(strange) or "nothing"
        raise FaultError(
            [Fault("edition correct", "--sex" if strange else "--period", found, "must be T, F or M by commas")]
        )
    return Wrong(chosen.indicator, areas, periods, sexes, chosen.wrong, chosen.right)


@dataclass(frozen=True, slots=True)
class Asking:
    """Asks whoever sits there for what was not given. Where nobody can answer what is lacking is a fault."""

    say: Words
    silent: bool

    def text(self, name: str, chosen: argparse.Namespace) -> Text:
        """Return a text in both languages, as given or asked for. Raises FaultError when one is lacking."""
        told = {lang: getattr(chosen, f"{name}_{lang}") or self._ask(name, lang) for lang in LANGUAGES}
        lacking = [f"--{name.replace('_', '-')}-{lang}" for lang, text in told.items() if not text.strip()]
        if lacking:
            raise FaultError([Fault("edition correct", option, "nothing", "must be said") for option in lacking])
        return Text(sv=told["sv"], en=told["en"])

    def sentences(self, drafts: Sequence[Text]) -> tuple[Text, ...]:
        """Return the three sentences: the draft, or what was written in place of one."""
        return tuple(Text(**{lang: self._sentence(draft.in_(lang)) for lang in LANGUAGES}) for draft in drafts)

    def agreed(self) -> bool:
        """Return whether it may be written; where nobody can answer, that is a no."""
        return self.silent or _input(self.say("correcting.ask")).casefold() in ("j", "ja", "y", "yes")

    def _ask(self, name: str, lang: Language) -> str:
        return "" if self.silent else _input(self.say(f"correcting.{name}_{lang}"))

    def _sentence(self, draft: str) -> str:
        print(f"  {draft}")
        return draft if self.silent else _input(self.say("correcting.keep")) or draft


def _input(prompt: str) -> str:
    try:
        return input(f"{prompt} ").strip()
    except EOFError:
        return ""

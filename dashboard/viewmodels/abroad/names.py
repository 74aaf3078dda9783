"""What other countries, their averages and their years are called."""

from dashboard.i18n import Words
from indicators import OWN_MEAN, Countries, years_in

EUROSTAT = "Eurostat"
ENGLISH = "en"
"""The language that publishers' editions are named in."""


def country_name(name: str, say: Words) -> str:
    """Return a country's name in the language; as the publisher writes it where nobody has translated it."""
    return say.table.get(f"country.{name}", name)


def average_name(figure: Countries) -> str:
    """Return which average a figure has, as the last part of its key in the words."""
    if figure.average_label == OWN_MEAN or (figure.average is None and figure.values):
        return "own"
    label = figure.average_label or ("EU" if figure.publisher == EUROSTAT else "OECD")
    return "eu" if label.startswith("EU") else "oecd"


def licence_name(licence: str, say: Words) -> str:
    """Return on what terms a figure is used, in the language; as the edition has it where it has no words."""
    return say.table.get(f"abroad.licence.{licence}", licence)


def edition_name(figure: Countries) -> str:
    """Return the edition a figure is from, with its publisher unless the edition's name begins with it."""
    is_named = figure.edition.startswith(figure.publisher)
    return figure.edition if is_named else f"{figure.publisher}: {figure.edition}"


def years_text(figure: Countries, say: Words) -> str:
    """Return the years that the countries' values are of, like «2010–2017»; that none is stated where none is."""
    found = [year for year in dict.fromkeys(figure.years) if years_in(year)]
    return "–".join(found).replace("-", "–") or (figure.year if figure.last_year else say("abroad.no_year"))

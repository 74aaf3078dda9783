"""What other countries, their averages and their years are called."""

from dashboard.i18n import Words
from indicators import OWN_MEAN, Countries

EUROSTAT = "Eurostat"


def country_name(name: str, say: Words) -> str:
    """Return a country's name in the language; as the publisher writes it where nobody has translated it."""
    return say.table.get(f"country.{name}", name)


def average_name(figure: Countries) -> str:
    """Return which average a figure has, as the last part of its key in the words."""
    if figure.average_label == OWN_MEAN or (figure.average is None and figure.values):
        return "own"
    label = figure.average_label or ("EU" if figure.publisher == EUROSTAT else "OECD")
    return "eu" if label.startswith("EU") else "oecd"


def years_text(figure: Countries, say: Words) -> str:
    """Return the years that the countries' values are of, like «2010–2017»; that none is stated where none is."""
    found = [year for year in dict.fromkeys(figure.years) if year[:4].isdigit()]
    return "–".join(found) or (figure.year if figure.year[:4].isdigit() else say("abroad.no_year"))

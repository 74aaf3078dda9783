"""Each unit as it is shown: its value, how sure it is, what it is made of, and why a number is not there."""

from dataclasses import dataclass

from dashboard.i18n import Words
from dashboard.viewmodels.contract_units import UnitMark
from dashboard.viewmodels.subject import period_text
from dashboard.viewmodels.tables import NO_VALUE
from indicators import Definition, Judgement, UnitInterval, UnitRow, format_number, say, unit_interval, value_text


def _trend_word(trend: Judgement) -> str:
    """The word of a trend, of those in the locale: what chance may explain is no «unchanged»."""
    return "unclear" if trend.reason.key in ("unit.trend.unsure", "unit.trend.fragile") else trend.verdict


@dataclass(frozen=True, slots=True)
class Marking:
    """By which indicator and in whose language units are said."""

    definition: Definition
    words: Words

    def number(self, value: float) -> str:
        """Return a value without its unit."""
        return format_number(value, self.definition.decimals, self.words.language)

    def text(self, value: float) -> str:
        """Return a value with its unit."""
        return value_text(value, self.definition, self.words.language)

    def mark(self, row: UnitRow, trend: Judgement | None = None) -> UnitMark:
        """Return one unit, without a lane, with what its last years say."""
        limits = unit_interval(row, self.definition.unit)
        value = self._value(row)
        return UnitMark(
            unit=row.unit,
            kind=row.kind,
            period=row.period,
            value=row.value,
            value_text=value,
            lower=limits.lower if limits else None,
            upper=limits.upper if limits else None,
            interval_text=self._limits(limits),
            interval_basis=limits.basis if limits else "",
            numerator=row.numerator,
            denominator=row.denominator,
            status=row.status,
            status_text=self._status(row),
            reading=self._reading(row, limits),
            at=None,
            trend=_trend_word(trend) if trend else "",
            trend_text=say(trend.reason, self.definition, self.words.language) if trend else "",
        )

    def _value(self, row: UnitRow) -> str:
        if row.value is not None:
            return self.number(row.value)
        if row.is_hidden:
            return self.words("units_shown.hidden_value")
        return NO_VALUE

    def _limits(self, limits: UnitInterval | None) -> str:
        return f"{self.number(limits.lower)}–{self.number(limits.upper)}" if limits else NO_VALUE

    def _status(self, row: UnitRow) -> str:
        return self.words(f"units_shown.status.{row.status}")

    def _reading(self, row: UnitRow, limits: UnitInterval | None) -> str:
        if row.value is None:
            return f"{row.unit}: {self._value(row)}"
        sure = f" ({self._limits(limits)})" if limits else ""
        return f"{row.unit}: {self.text(row.value)}{sure}, {period_text(row.period, self.words)}"

    def counted(self, count: float | None) -> str:
        """Return a count as it is written in a table; a count need not be whole, when it was weighted."""
        if count is None:
            return NO_VALUE
        return format_number(count, 0 if count == int(count) else 1, self.words.language)

"""Which table, query and code a series key means: data, each with where it was learnt and how sure we are."""

from collections.abc import Iterable
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import Field, ValidationError, model_validator

from indicators.catalogue import Catalogue
from indicators.definition import Definition, Identifier, Level, SeriesKey, Sex
from indicators.faults import Fault, FaultError, from_pydantic
from indicators.refdata import read_toml
from indicators.text import Strict, Text, Words
from intake.formats.wanted import Wanted

FILE = "queries.toml"
Evidence = Literal["live", "documented", "client", "unverified"]


class Query(Strict):
    """How a publisher is asked for one series. Without evidence it is not asked: `doubt` says what is not established.
    `doubt_sv` says the same in Swedish.

    `live`: a third party's live call in 2026. `documented`: the publisher's documentation. `client`: read in the source
    of a client in use. `international` names a figure of other countries, which no definition lists as its series.
    """

    provider: Identifier
    key: Annotated[str, Field(min_length=1)]
    source: Annotated[str, Field(pattern=r"^[a-z]+$")]
    evidence: Evidence
    stated: Words
    doubt: Words | None = None
    doubt_sv: Words | None = None
    ask: dict[str, Any] = Field(default_factory=dict)
    international: Words | None = None

    @model_validator(mode="after")
    def _doubt_when_unverified(self) -> Self:
        if (self.evidence == "unverified") != (self.doubt is not None):
            raise ValueError("'doubt' is required for what is unverified, and for nothing else")
        if (self.doubt is None) != (self.doubt_sv is None):
            raise ValueError("'doubt' and 'doubt_sv' stand together: the reader is told in either language")
        return self

    @property
    def doubt_text(self) -> Text:
        """What is not established, in both languages. Raises ValueError when nothing is doubted."""
        return Text(sv=self.doubt_sv or "", en=self.doubt or "")


class Direct(Strict):
    """A publisher whose keys in the definitions are its own codes: no query is needed."""

    provider: Identifier
    source: Annotated[str, Field(pattern=r"^[a-z]+$")]
    evidence: Evidence
    stated: Words


class Queries(Strict):
    """Every query."""

    direct: tuple[Direct, ...]
    series: tuple[Query, ...]

    @model_validator(mode="after")
    def _each_stands_once(self) -> Self:
        keys = [(query.provider, query.key) for query in self.series]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        if twice:
            raise ValueError(f"stands twice: {'/'.join(twice[0])}")
        return self

    @cached_property
    def by_key(self) -> dict[tuple[str, str], Query]:
        """The queries by (provider, key)."""
        return {(query.provider, query.key): query for query in self.series}

    def wanted(self, catalogue: Catalogue) -> dict[str, tuple[Wanted, ...]]:
        """Return what is wanted of each source, for every series of a catalogue and every international figure.

        Raises FaultError naming each series that no query answers.
        """
        found: dict[str, list[Wanted]] = {}
        faults: list[Fault] = []
        for definition, series in _series(catalogue):
            query = self._find(series)
            if query is None:
                what = f"{series.provider}/{series.key}"
                faults.append(Fault(FILE, "series", "nothing", f"{definition.id} needs a query for {what}"))
            else:
                found.setdefault(query.source, []).append(_wanted(definition.id, series, query))
        if faults:
            raise FaultError(faults)
        for query in self.series:
            if query.international:
                found.setdefault(query.source, []).append(_international(query))
        return {source: tuple(items) for source, items in sorted(found.items())}

    def _find(self, series: SeriesKey) -> Query | Direct | None:
        direct = (item for item in self.direct if item.provider == series.provider)
        return self.by_key.get((series.provider, series.key)) or next(direct, None)


def read_queries(raw: dict[str, Any] | None = None) -> Queries:
    """Return the queries of the reference data, or of a raw table. Raises FaultError with every fault."""
    try:
        return Queries.model_validate(read_toml(FILE) if raw is None else raw)
    except ValidationError as error:
        raise FaultError(from_pydantic(FILE, error)) from error


def _series(catalogue: Catalogue) -> Iterable[tuple[Definition, SeriesKey]]:
    return ((definition, series) for definition in catalogue.definitions for series in definition.series)


def _wanted(indicator: str, series: SeriesKey, query: Query | Direct) -> Wanted:
    levels: tuple[Level, ...] = series.levels
    sexes: tuple[Sex, ...] = series.sexes
    if isinstance(query, Direct):
        return Wanted(indicator, series.provider, series.key, levels, sexes)
    return Wanted(indicator, series.provider, series.key, levels, sexes, query.ask, query.doubt or "")


def _international(query: Query) -> Wanted:
    name = query.international or ""
    return Wanted(name, query.provider, query.key, ("country",), ("T",), query.ask, query.doubt or "")

"""The tables of an edition as they are taken home: Arrow tables in the form that the data dictionary describes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from typing import Any

import orjson
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from indicators.areas import Area
from indicators.assessment.change import COUNTED
from indicators.definition import Definition
from indicators.dictionary import DICTIONARY
from indicators.editions.corrected import editions_holding
from indicators.editions.coverage import coverage_of
from indicators.editions.edition import OBSERVATIONS
from indicators.editions.open_edition import Picture
from indicators.numbers import plain_number
from indicators.scorecard import AssessedRow

Row = dict[str, Any]
TYPES = {"string": pa.string(), "number": pa.float64(), "integer": pa.int64()}


def edition_table(picture: Picture, name: str) -> pa.Table:
    """Return one table of an edition. Raises KeyError for a name that the dictionary does not have."""
    schema = table_schema(name)
    if name == "observations":
        return _observations(picture, schema)
    return _table(schema, ROWS[name](picture))


def _observations(picture: Picture, schema: pa.Schema) -> pa.Table:
    """The published values as they are, each with the correction of it where there is one."""
    stored = [name for name in schema.names if name != "corrections"]
    table = pq.read_table(picture.edition.folder / OBSERVATIONS, columns=stored)
    told: list[str | None] = [None] * table.num_rows
    ids = pa.array(sorted({item.indicator for item in picture.corrections.corrections}), pa.string())
    places = pc.indices_nonzero(pc.is_in(table["indicator"], value_set=ids))
    names = ("indicator", "area", "period", "sex", "value")
    for place, row in zip(places.to_pylist(), table.select(names).take(places).to_pylist(), strict=True):
        found = picture.corrections.of(*(row[name] for name in names))
        told[place] = found.id if found else None
    return table.append_column("corrections", pa.array(told, pa.string())).select(schema.names).cast(schema)


def table_schema(name: str) -> pa.Schema:
    """Return the columns of a table as the dictionary describes them. Raises KeyError."""
    fields = DICTIONARY.tables[name].fields
    return pa.schema([(field, TYPES[DICTIONARY.fields[field].type]) for field in fields])


def _table(schema: pa.Schema, rows: Iterable[Row]) -> pa.Table:
    found = list(rows)
    # Column by column, so that a row that lacks a field is an error and never an empty cell.
    columns = [pa.array([row[name] for row in found], type=schema.field(name).type) for name in schema.names]
    return pa.Table.from_arrays(columns, schema=schema)


def _assessed(picture: Picture) -> Iterator[Row]:
    for row in picture.scorecard().rows.values():
        told = _assessed_row(row) | {"corrections": _corrected(picture, row)}
        yield {name: plain_number(cell) if isinstance(cell, float) else cell for name, cell in told.items()}


def _corrected(picture: Picture, row: AssessedRow) -> str | None:
    """The corrections of the row's value and of what its change is counted from."""
    points = [(row.period, row.value), row.last or (None, None)]
    if row.previous and row.change.verdict == COUNTED:
        points.append(row.previous)
    found = [picture.corrections.of(row.indicator, row.area, period or "", row.sex, value) for period, value in points]
    return " ".join(dict.fromkeys(item.id for item in found if item)) or None


def _assessed_row(row: AssessedRow) -> Row:
    verdicts = {
        "change": row.change,
        "target": row.target,
        "position": row.position,
        "trend": row.trend,
        "sexes": row.sexes,
    }
    told: Row = {"indicator": row.indicator, "sex": row.sex, "area": row.area, "period": row.period, "value": row.value}
    told["last_period"], told["last_value"] = row.last or (None, None)
    told["previous_period"], told["previous_value"] = row.previous or (None, None)
    told["change_value"] = row.change.reason.params["change"] if row.change.verdict == COUNTED else None
    for name, judgement in verdicts.items():
        told[name], told[f"{name}_reason"] = judgement.verdict, judgement.reason.key
    return told | _inside(row)


def _inside(row: AssessedRow) -> Row:
    inside, spread = row.inside, row.inside.spread
    return {
        "inside_period": inside.period,
        "inside_count": len(inside.values),
        "inside_low": min(inside.values.values(), default=None),
        "inside_first_quartile": spread.q1 if spread else None,
        "inside_median": spread.median if spread else None,
        "inside_third_quartile": spread.q3 if spread else None,
        "inside_high": max(inside.values.values(), default=None),
    }


def _revisions(picture: Picture) -> Iterator[Row]:
    return (asdict(item) for item in picture.edition.revisions.all)


def _corrections(picture: Picture) -> Iterator[Row]:
    for item in picture.corrections.corrections:
        held = editions_holding(item, picture.corrections, picture.catalogue)
        told: Row = {"correction": item.id, "indicator": item.indicator, "editions": " ".join(held)}
        told |= {"cause_sv": item.cause.sv, "cause_en": item.cause.en}
        told |= {"found_on": item.found_on.isoformat(), "corrected_on": item.corrected_on.isoformat()}
        for figure in item.figures:
            yield {**told, **figure.model_dump()}


def _quarantine(picture: Picture) -> Iterator[Row]:
    for item in picture.edition.quarantine:
        yield {**asdict(item), "facts": orjson.dumps(item.facts, option=orjson.OPT_SORT_KEYS).decode()}


def _international(picture: Picture) -> Iterator[Row]:
    for name, figure in sorted(picture.edition.countries.items()):
        first, last = figure.years
        about = {"publisher": figure.publisher, "table_edition": figure.edition, "licence": figure.licence}
        for country, value in figure.values.items():
            told = {"figure": name, "country": country, "value": value, "unit_text": figure.unit}
            yield {**told, "first_year": first, "last_year": last, **about}


def _indicators(picture: Picture) -> Iterator[Row]:
    return (_indicator(definition) for definition in picture.catalogue.definitions)


def _indicator(item: Definition) -> Row:
    texts = {
        f"{name}_{lang}": getattr(getattr(item, name), lang)
        for name in ("name", "measures", "numerator", "denominator")
        for lang in ("sv", "en")
    }
    return {
        **{name: getattr(item, name) for name in ("dimension", "kind", "direction", "unit", "decimals")},
        **texts,
        **_weighting(item),
        "indicator": item.id,
        "twin_of": item.twin.of if item.twin else None,
        "framework_area": item.area,
        "period_kind": item.period.kind,
        "source": item.series[0].provider,
        "source_key": item.series[0].key,
        "reviewed": item.reviewed.isoformat(),
    }


def _weighting(item: Definition) -> Row:
    """What an indicator weighs, why, and why its years are not compared; None where nothing is said."""
    fields = item.signals
    note, reason = (fields.note, fields.over_time_reason) if fields else (None, None)
    said = {"weight_note": note, "over_time_reason": reason}
    texts = {f"{name}_{lang}": getattr(text, lang, None) for name, text in said.items() for lang in ("sv", "en")}
    return {**texts, "weight": fields.weight if fields else None}


def _areas(picture: Picture) -> Iterator[Row]:
    places: tuple[Area, ...] = tuple(picture.areas.by_code.values())
    return ({"area": item.code, "level": item.level, "name": item.name, "region": item.region} for item in places)


def _coverage(picture: Picture) -> Iterator[Row]:
    return (asdict(item) for item in coverage_of(picture))


ROWS: dict[str, Callable[[Picture], Iterator[Row]]] = {
    "assessed": _assessed,
    "coverage": _coverage,
    "revisions": _revisions,
    "corrections": _corrections,
    "quarantine": _quarantine,
    "international": _international,
    "indicators": _indicators,
    "areas": _areas,
}

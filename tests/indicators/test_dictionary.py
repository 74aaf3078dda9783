"""The data dictionary: complete, used, and true of what an edition holds."""

import copy
from pathlib import Path

import pytest
import tomli

from indicators import DICTIONARY, EMBEDDED, edition_table
from indicators.dictionary import FILE, read_dictionary
from indicators.editions.edition import OBSERVATIONS
from indicators.editions.library import list_editions
from indicators.editions.tables import ROWS, table_schema
from indicators.faults import FaultError
from indicators.observation import COLUMNS, STATUSES

RAW = tomli.loads((Path(__file__).parents[2] / "indicators" / FILE).read_text(encoding="utf-8"))


def test_every_table_can_be_made_and_no_other():
    assert set(DICTIONARY.tables) == {"observations", *ROWS}


@pytest.mark.parametrize("edition", list_editions(EMBEDDED))
@pytest.mark.parametrize("name", DICTIONARY.tables)
def test_a_table_has_the_columns_and_types_that_are_described(name, edition, pictures):
    assert edition_table(pictures.of(edition), name).schema == table_schema(name)


def test_the_observations_are_the_schema_of_rows():
    assert DICTIONARY.tables["observations"].fields == (*COLUMNS, "corrections")
    assert DICTIONARY.fields["status"].enum == STATUSES


def test_the_observations_are_those_of_the_file(picture):
    import pyarrow.parquet

    stored = pyarrow.parquet.read_table(picture.edition.folder / OBSERVATIONS)
    made = edition_table(picture, "observations")
    for name in ("source_key", "area", "period", "sex", "value"):
        assert made[name].to_pylist() == stored[name].to_pylist()


@pytest.mark.parametrize("name", [name for name, table in DICTIONARY.tables.items() if table.key])
def test_the_key_is_unique_and_what_is_required_is_there(name, picture):
    table, about = edition_table(picture, name), DICTIONARY.tables[name]
    columns = {field: table[field].to_pylist() for field in {*about.key, *about.required}}
    keys = list(zip(*(columns[field] for field in about.key), strict=True))
    assert len(set(keys)) == len(keys) > 0
    assert [field for field in about.required if None in columns[field]] == []


@pytest.mark.parametrize("name", DICTIONARY.tables)
def test_a_closed_list_holds_every_value_there_is(name, picture):
    table = edition_table(picture, name)
    for field in table.column_names:
        allowed = DICTIONARY.fields[field].enum
        if allowed:
            assert set(table[field].to_pylist()) - {None} <= set(allowed), field


@pytest.mark.parametrize("name", DICTIONARY.tables)
def test_what_refers_to_another_table_is_found_there(name, picture):
    for key in DICTIONARY.tables[name].refers:
        own = set(edition_table(picture, name)[key.field].to_pylist()) - {None}
        assert own <= set(edition_table(picture, key.table)[key.to].to_pylist())


def test_the_assessed_rows_say_what_the_scorecard_says(picture):
    rows = edition_table(picture, "assessed").to_pylist()
    card = picture.scorecard()
    assert len(rows) == len(card.rows)
    for told in rows[:: len(rows) // 50]:
        row = card.rows[told["indicator"], told["sex"], told["area"]]
        assert (told["value"], told["period"]) == (row.value, row.period)
        assert (told["target"], told["trend_reason"]) == (row.target.verdict, row.trend.reason.key)
        assert told["inside_count"] == len(row.inside.values)


def changed(change):
    raw = copy.deepcopy(RAW)
    change(raw)
    return raw


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda raw: raw["fields"].pop("held"), "described or used, but not both: held"),
        (lambda raw: raw["fields"].update(idle=raw["fields"]["held"]), "described or used, but not both: idle"),
        (lambda raw: raw["tables"]["areas"].update(key=["nothing"]), "not a field of the table: nothing"),
        (lambda raw: raw["fields"]["held"]["title"].pop("sv"), "fields.held.title.sv: found nothing"),
        (lambda raw: raw["fields"]["held"].update(kind="x"), "the field is unknown"),
    ],
)
def test_a_fault_in_the_dictionary_is_named(change, told):
    with pytest.raises(FaultError, match=told):
        read_dictionary(changed(change))


def test_an_unknown_table_is_an_error(picture):
    with pytest.raises(KeyError):
        edition_table(picture, "nothing")


def test_the_definitions_taken_home_say_what_they_weigh_and_why(picture):
    rows = {row["indicator"]: row for row in edition_table(picture, "indicators").to_pylist()}
    told = {name for name, row in rows.items() if row["weight_note_sv"]}
    assert told == {item.id for item in picture.catalogue.definitions if item.signals and item.signals.note} != set()
    for item in picture.catalogue.definitions:
        row, fields = rows[item.id], item.signals
        assert row["weight"] == (fields.weight if fields else None)
        for name in ("note", "over_time_reason"):
            said = getattr(fields, name, None)
            column = "weight_note" if name == "note" else name
            assert [row[f"{column}_{lang}"] for lang in ("sv", "en")] == ([said.sv, said.en] if said else [None, None])

"""Recorded shapes become rows; a publisher's change of any field is refused by its name."""

import copy
import json

import pytest

from intake.checking.rows import check_form
from intake.formats.frame import frame
from intake.http.refusals import RefusedError
from intake.sources import SOURCES
from tests.intake.sources.recorded import FK, KOLADA, RECORDED, SOS
from tests.intake.sources.recorded_cubes import EUROSTAT, FOHM, SCB

# A place in an answer: the path to a member. Each is spoiled in turn.
FIELDS = {
    "kolada": [
        ("values",),
        ("count",),
        ("values", 0, "kpi"),
        ("values", 0, "municipality"),
        ("values", 0, "period"),
        ("values", 0, "values"),
        ("values", 0, "values", 0, "gender"),
        ("values", 0, "values", 0, "count"),
        ("values", 0, "values", 0, "status"),
        ("values", 0, "values", 0, "value"),
        ("values", 0, "values", 0, "isdeleted"),
    ],
    "scb": [
        ("version",),
        ("class",),
        ("id",),
        ("size",),
        ("dimension",),
        ("value",),
        ("dimension", "Region"),
        ("dimension", "Tid", "category"),
        ("dimension", "Tid", "category", "index"),
        ("dimension", "ContentsCode", "category", "unit"),
    ],
    "eurostat": [
        ("version",),
        ("class",),
        ("id",),
        ("size",),
        ("dimension",),
        ("value",),
        ("dimension", "geo", "category"),
    ],
    "forsakringskassan": [
        (0, "dimensions"),
        (0, "observations"),
        (0, "dimensions", "ar"),
        (0, "dimensions", "manad"),
        (0, "dimensions", "lan_kod"),
        (0, "dimensions", "kommun_kod"),
        (0, "dimensions", "kon_kod"),
        (0, "dimensions", "aldersklass_kod"),
        (0, "observations", "spt"),
        (0, "observations", "spt", "value"),
    ],
    "socialstyrelsen": [
        *((name,) for name in ("data", "sida", "per_sida", "sidor")),
        *(("data", 0, name) for name in ("diagnosId", "regionId", "alderId", "konId", "mattId", "ar", "varde")),
    ],
}
FIELDS["fohm"] = FIELDS["scb"][:6]


DRIFTS = {
    "missing": lambda holder, name: holder.pop(name),
    "renamed": lambda holder, name: holder.update({f"{name}_2": holder.pop(name)}),
    "null": lambda holder, name: holder.update({name: None}),
    "text": lambda holder, name: holder.update({name: _as_text(holder[name])}),
    "nested": lambda holder, name: holder.update({name: {"is": holder[name]}}),
    "other kind": lambda holder, name: holder.update({name: "false" if holder[name] is False else True}),
    "new member": lambda holder, name: holder.update(new_field=1),
}


def _as_text(value):
    return [value] if isinstance(value, str) else f"{value}"


def spoil(raw, path, drift):
    """The answer with one member spoiled in one way."""
    made = copy.deepcopy(raw)
    holder = made
    for step in path[:-1]:
        holder = holder[step]
    DRIFTS[drift](holder, path[-1])
    return made


CASES = [
    (source, path, drift)
    for source, paths in FIELDS.items()
    for path in paths
    for drift in DRIFTS
    # A member of a list of dimensions has no name to be new beside; a value may be null: that is a missing value.
    if not (
        drift == "null" and path[-1] in ("value", "unit") and (source != "scb" or path[-1] == "unit") and len(path) > 1
    )
]


@pytest.mark.parametrize("source", RECORDED)
def test_a_recorded_answer_becomes_rows(source):
    recorded = RECORDED[source]
    assert tuple(recorded.read()) == recorded.rows


@pytest.mark.parametrize("source", [name for name in RECORDED if name not in ("eurostat", "oecd")])
def test_the_rows_pass_the_check_of_observations(source):
    recorded = RECORDED[source]
    rows = list(SOURCES[source].read(recorded.body))
    assert check_form(frame(rows), source, {(row.source, row.source_key) for row in rows}) == []


@pytest.mark.parametrize("source", [name for name in RECORDED if name != "files"])
def test_the_vintage_is_the_day_of_reading(source):
    rows = SOURCES[source].read(RECORDED[source].body)
    assert {row.vintage for row in rows} == {"2026-11-21"}


def test_the_folders_own_vintage_is_kept():
    assert [row.vintage for row in SOURCES["files"].read(RECORDED["files"].body)] == ["2026-08", "2024-09", "2026-08"]


@pytest.mark.parametrize(("source", "path", "drift"), CASES)
def test_a_field_that_changes_is_refused_by_its_name(source, path, drift):
    recorded = RECORDED[source]
    spoiled = spoil(json.loads(recorded.text), path, drift)
    with pytest.raises(RefusedError) as refused:
        recorded.read(recorded.changed(json.dumps(spoiled)))
    named = "new_field" if drift == "new member" else str(path[-1])
    told = refused.value.reason
    above = [str(step) for step in path if isinstance(step, str)]
    assert any(name in told for name in (named, *above, "count", "status", "page")), told


def other_time(raw):
    raw["id"][2] = "Year"
    raw["dimension"]["Year"] = raw["dimension"].pop("Tid")


def many_years(raw, n):
    raw["dimension"]["time"]["category"] = {"index": [str(year) for year in range(n)]}
    raw["size"][3] = n


def edited(recorded, edit):
    raw = json.loads(recorded.text)
    edit(raw)
    return recorded.changed(json.dumps(raw))


@pytest.mark.parametrize(
    ("recorded", "edit", "reason"),
    [
        (KOLADA, lambda raw: raw["values"][0].update(kpi="N00001"), "was not asked for"),
        (KOLADA, lambda raw: raw["values"][0].update(municipality="0180"), "was not asked for"),
        (KOLADA, lambda raw: raw["values"][0].update(period=25), "must be a year"),
        (KOLADA, lambda raw: raw["values"][0].update(period=20255), "must be a year"),
        (KOLADA, lambda raw: raw["values"][0]["values"][0].update(gender="F"), "must be one of K, M, T"),
        (KOLADA, lambda raw: raw["values"][0]["values"][0].update(gender="T"), "stands twice"),
        (KOLADA, lambda raw: raw["values"][0]["values"][0].update(status="Estimated"), "must be one of"),
        (KOLADA, lambda raw: raw["values"][0]["values"][0].update(status="Missing"), "must be null"),
        (KOLADA, lambda raw: raw["values"][0]["values"][0].update(isdeleted=True), "must be null"),
        (KOLADA, lambda raw: raw["values"][0]["values"][0].update(value="12,5"), "must be a number or null"),
        (KOLADA, lambda raw: raw["values"][0]["values"][0].update(value=" 12"), "must be a number or null"),
        (KOLADA, lambda raw: raw["values"][0]["values"][0].update(value=True), "must be a number or null"),
        (KOLADA, lambda raw: raw["values"][0]["values"][0].update(value=[]), "must be a number or null"),
        (KOLADA, lambda raw: raw.update(count=6), "count says 6, but there are 5"),
        (KOLADA, lambda raw: raw["values"].pop(), "count says 5, but there are 4"),
        (KOLADA, lambda raw: raw.update(values=raw["values"] + raw["values"][:1], count=6), "stands twice"),
        (SCB, lambda raw: other_time(raw), "'Tid' is missing"),
        (EUROSTAT, lambda raw: many_years(raw, 500_001), "must be at most 1000000 cells"),
        (SCB, lambda raw: raw["value"].pop(), "must be 4, as the sizes say"),
        (SCB, lambda raw: raw["value"].append(1), "must be 4, as the sizes say"),
        (SCB, lambda raw: raw.update(size=[2, 1, 3]), "must be 2, as its categories"),
        (SCB, lambda raw: raw.update(size=[2, 2]), "one for each of 2 sizes"),
        (SCB, lambda raw: raw.update(status={"9": ".."}), "must be a place from 0 to 3"),
        (SCB, lambda raw: raw.update(status={"3": "x"}), "must be one of"),
        (SCB, lambda raw: raw.update(status={"0": ".."}), "says that there is no value"),
        (SCB, lambda raw: raw.update(**{"class": "collection"}), "must be one of dataset"),
        (SCB, lambda raw: raw.update(version="1.3"), "must be one of 2.0"),
        (
            SCB,
            lambda raw: raw["dimension"]["ContentsCode"]["category"]["unit"]["BE0101N1"].update(base="tusental"),
            "the unit has changed",
        ),
        (SCB, lambda raw: raw["dimension"]["Region"]["category"].update(index={"01": 0, "1": 1}), "not asked for"),
        (SCB, lambda raw: raw["dimension"]["Region"]["category"].update(index={"01": 1, "03": 1}), "from 0 on"),
        (
            SCB,
            lambda raw: raw["dimension"]["Tid"]["category"].update(index={"2023M01": 0, "2024": 1}),
            "must be a year",
        ),
        (FOHM, lambda raw: raw["dimension"]["Kön"]["category"].update(label={"01": "Män"}), "must be 00, as was asked"),
        (FOHM, lambda raw: raw["dimension"]["År"]["category"].update(index=["2024", "Q4"]), "a year or a window"),
        (EUROSTAT, lambda raw: raw.update(value={"4": 1.0}), "must be a place from 0 to 3"),
        (EUROSTAT, lambda raw: raw.update(value={"00": 1.0}), "must be a place from 0 to 3"),
        (EUROSTAT, lambda raw: raw.update(status="q"), "must be one of"),
        (EUROSTAT, lambda raw: raw["dimension"]["sex"]["category"].update(index={"M": 0}), "must be T, as was asked"),
        (FK, lambda raw: raw.append(raw[0]), "stands twice"),
        (FK, lambda raw: raw[0]["dimensions"].update(kon_kod="1"), "must be one of ALL"),
        (FK, lambda raw: raw[0]["dimensions"].update(kommun_kod="1480"), "must be a municipality of the county"),
        (FK, lambda raw: raw[0]["dimensions"].update(lan_kod="02", kommun_kod="ALL_02"), "must be a county"),
        (FK, lambda raw: raw.clear(), "without a single cell"),
        (SOS, lambda raw: raw["data"][0].update(varde="639.3"), "decimal comma"),
        (SOS, lambda raw: raw["data"][0].update(varde="6 39,3"), "decimal comma"),
        (SOS, lambda raw: raw["data"][0].update(konId=4), "was not asked for"),
        (SOS, lambda raw: raw["data"][0].update(regionId=2), "was not asked for"),
        (SOS, lambda raw: raw["data"][0].update(mattId=1), "must be 2, as was asked"),
        (SOS, lambda raw: raw["data"][0].update(diagnosId="2027"), "diagnosId: found '2027'; must be 2026"),
        (SOS, lambda raw: raw["data"].append(raw["data"][0]), "stands twice"),
        (SOS, lambda raw: raw.update(sidor=2), "page 1 of 2"),
        (SOS, lambda raw: raw.update(sida=2, sidor=2), "page 1 was asked for"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_reason(recorded, edit, reason):
    with pytest.raises(RefusedError, match=reason):
        recorded.read(edited(recorded, edit))


@pytest.mark.parametrize("source", RECORDED)
@pytest.mark.parametrize(
    "content", ["", "null", "[]", "{}", "1", '"text"', "<html></html>", '{"values":[]}', "[[]]", "[null]"]
)
def test_an_answer_that_is_another_thing_is_refused(source, content):
    recorded = RECORDED[source]
    with pytest.raises(RefusedError):
        recorded.read(recorded.changed(content))


@pytest.mark.parametrize(
    ("source", "old", "new", "reason"),
    [
        ("oecd", "83.1", "83,1", "not CSV|columns|decimal point"),
        ("oecd", "83.1", "NaN", "decimal point"),
        ("oecd", "83.1", " 83.1", "decimal point"),
        ("oecd", "SWE,Sweden,LFEXP,Y,2022", "OECD,OECD,LFEXP,Y,2022", "was not asked for"),
        ("oecd", "LFEXP,Y,2022", "LFEXP,PT,2022", "must be Y, as was asked"),
        ("oecd", "Y,2022", "Y,2023", "stands twice"),
        ("oecd", "Y,2022", "Y,2022-Q1", "must be a year"),
        ("oecd", "83.1,A", "83.1,W", "must be one of"),
        ("oecd", "83.1,A", "83.1,M", "must be empty"),
        ("oecd", "DF_LE(1.1),SWE,Sweden,LFEXP,Y,2022", "DF_AM(1.1),SWE,Sweden,LFEXP,Y,2022", "STRUCTURE_ID"),
        ("files", "65.3", "65,3", "columns"),
        ("files", "65.3", "1e999", "decimal point|held"),
        ("files", ",region,2025,year,T,65.3", ",municipality,2025,year,T,65.3", "known code of its level"),
        ("files", "2025,year,T,65.3", "2025,month,T,65.3", "must be a month"),
        ("files", "T,65.3,2026-08", "T,65.3,August", "must be a month or a day"),
        ("files", "T,65.3", "X,65.3", "must be one of"),
    ],
)
def test_a_table_that_does_not_fit_is_refused_with_its_reason(source, old, new, reason):
    recorded = RECORDED[source]
    assert old in recorded.text
    text = recorded.text.replace(old, new, 1)
    with pytest.raises(RefusedError, match=reason):
        recorded.read(recorded.changed(text))


@pytest.mark.parametrize(
    "column", ["REF_AREA", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "STRUCTURE_ID", "UNIT_MEASURE"]
)
def test_a_column_that_is_gone_is_named(column):
    recorded = RECORDED["oecd"]
    with pytest.raises(RefusedError, match=f"no column {column}"):
        recorded.read(recorded.changed(recorded.text.replace(column, "OTHER", 1)))


def test_a_table_without_rows_is_refused():
    recorded = RECORDED["oecd"]
    with pytest.raises(RefusedError, match="without a single row"):
        recorded.read(recorded.changed(recorded.text.partition("\n")[0] + "\n"))

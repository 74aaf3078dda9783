"""Clients that were not written here read the replicas unmodified, and get the edition's values."""

import koladapy
import pxstatspy
import pyscbwrapper
import pytest

from tests.replicas.figures import observations

SEXES = {"K": "F", "M": "M", "T": "T"}


def area(municipality):
    return municipality[2:] if municipality.startswith("00") else municipality


@pytest.fixture
def kolada(replicas):
    return koladapy.KoladaAPI(base_url=f"{replicas['kolada'].base}/", max_requests_per_second=10_000)


@pytest.mark.nightly
def test_koladapy_reads_every_series_of_kolada(kolada, replicas, capfd):
    expected = {key: held for (source, key), held in observations().items() if source == "kolada"}
    found = {}
    for member in kolada.get_values(kpi_id=sorted(expected)):
        for value in member["values"]:
            at = (area(member["municipality"]), str(member["period"]), SEXES[value["gender"]])
            assert found.setdefault(member["kpi"], {}).setdefault(at, value["value"]) == value["value"]
    assert found == expected
    assert any("page=2" in target for target in replicas["kolada"].requests)


def test_koladapy_reads_one_series_as_a_table(kolada, capfd):
    table = kolada.get_data_as_dataframe(
        "U79133", municipality_id=["0013", "0014"], years=[2020, 2021], include_metadata=True
    )
    held = observations()[("kolada", "U79133")]
    expected = {at: value for at, value in held.items() if at[0] in ("13", "14") and at[1] in ("2020", "2021")}
    rows = zip(table["municipality"], table["period"], table["gender"], table["value"], strict=True)
    assert {(area(m), str(p), SEXES[g]): v for m, p, g, v in rows} == expected


def test_koladapy_reads_the_lists(kolada, capfd):
    assert len(kolada.get_municipalities()) == 312
    assert kolada.get_municipality("0013")["title"] == "Region Halland"
    assert kolada.get_kpi("U79133")["municipality_type"] == "L"
    assert len(kolada.get_kpi_group("G2KPI138906")["members"]) == 116


def test_pxstatspy_reads_the_population(replicas, capsys):
    api = pxstatspy.PxAPI(pxstatspy.PxAPIConfig(base_url=replicas["scb"].base, language="sv"))
    table = api.get_data_as_dataframe(
        "TAB638",
        value_codes={"Region": ["*"], "ContentsCode": ["BE0101N1"], "Tid": ["FROM(2020)"]},
        output_format_param=pxstatspy.OutputFormatParam.USE_CODES,
    )
    held = observations()[("scb", "folkmangd")]
    rows = zip(table["region_code"], table["år"], table["BE0101N1"], strict=True)
    assert {(code, year, "T"): value for code, year, value in rows} == {
        at: value for at, value in held.items() if at[1] >= "2020"
    }


def test_pyscbwrapper_reads_the_population_from_the_older_interface(replicas):
    scb = pyscbwrapper.SCB("sv")
    # Its base address is an attribute, and has no argument.
    scb.url = f"{replicas['scb_v1'].base}/"
    scb.go_down("BE")
    assert scb.info() == [{"id": "BE0101", "type": "l", "text": "BE0101"}]
    scb.go_down("BE0101", "BE0101A", "BefolkningNy")
    scb.set_query(region=["Region Halland"], år=["2023", "2024"], tabellinnehåll=["Folkmängd"])
    answer = scb.get_data()
    held = observations()[("scb", "folkmangd")]
    assert [row["key"] for row in answer["data"]] == [["13", "2023"], ["13", "2024"]]
    assert [float(row["values"][0]) for row in answer["data"]] == [held[("13", year, "T")] for year in ("2023", "2024")]

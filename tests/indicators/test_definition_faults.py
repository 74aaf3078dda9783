"""Definitions that must be refused: one fault to each file in `invalid/`, whose first line is the whole message."""

from pathlib import Path

import pytest

from indicators import FaultError, read_catalogue
from indicators.definition import read_definition, read_definitions

INVALID = sorted((Path(__file__).parent / "invalid").glob("*.toml"))
VALID = (Path(__file__).parent / "invalid" / "unknown-key.toml").read_text(encoding="utf-8").replace(
    'colour = "blue"\n', ""
)  # fmt: skip


def put(folder, name, content=VALID, dimension="service-quality"):
    """Write one definition file, its id made to fit its name."""
    path = folder / dimension / f"{name}.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(content.replace('id = "sample"', f'id = "{name}"'), encoding="utf-8")
    return path


def message(folder):
    with pytest.raises(FaultError) as caught:
        read_definitions(folder)
    return str(caught.value)


def test_without_its_fault_the_file_is_accepted(tmp_path):
    assert read_definition(put(tmp_path, "sample")).id == "sample"


@pytest.mark.parametrize("path", INVALID, ids=[path.stem for path in INVALID])
def test_one_fault_gives_one_exact_message(path, tmp_path):
    content = path.read_text(encoding="utf-8")
    put(tmp_path, "sample", content)
    assert message(tmp_path) == content.partition("\n")[0].removeprefix("# ")


def test_the_faults_of_all_files_are_said_at_once(tmp_path):
    lines = []
    for path in INVALID:
        content = path.read_text(encoding="utf-8")
        if path.stem.startswith(("id-", "twin-")):
            continue
        put(tmp_path, path.stem, content)
        lines.append(content.partition("\n")[0].removeprefix("# ").replace("sample.toml", f"{path.stem}.toml"))
    assert len(lines) > 25
    assert message(tmp_path).splitlines() == lines


def test_the_faults_of_one_file_are_said_at_once(tmp_path):
    content = VALID.replace('"percent"', '"furlongs"').replace('"access"', '"mortality"')
    content = content.replace('"rounded"', '"hearsay"')
    put(tmp_path, "sample", content.replace("decimals = 1", "decimals = 9\ncolour = 1"))
    fields = [line.split(": ")[1] for line in message(tmp_path).splitlines()]
    assert fields == ["area", "unit", "decimals", "caveats.0", "colour"]


def test_a_file_that_is_not_utf_8(tmp_path):
    put(tmp_path, "sample").write_bytes(VALID.encode("latin-1"))
    assert message(tmp_path).startswith("service-quality/sample.toml: (file): found 'utf-8' codec can't decode byte")
    assert message(tmp_path).endswith("; the file must be TOML in UTF-8")


def twin_of(name):
    note = 'note = { sv = "Annan utgivare.", en = "Another publisher." }'
    return VALID.replace("[[series]]", f'[twin]\nof = "{name}"\n{note}\n\n[[series]]')


def test_a_twin_of_a_twin(tmp_path):
    put(tmp_path, "main")
    put(tmp_path, "second", twin_of("main"))
    put(tmp_path, "third", twin_of("second"))
    allowed = "must name an indicator that is no twin itself"
    assert message(tmp_path) == f"service-quality/third.toml: twin.of: found 'second'; {allowed}"


def test_two_twins_of_one_indicator(tmp_path):
    put(tmp_path, "main")
    put(tmp_path, "second", twin_of("main"))
    put(tmp_path, "third", twin_of("main"))
    assert message(tmp_path) == "service-quality/third.toml: twin.of: found 'main'; another file is its twin already"


def test_a_twin_is_not_blamed_for_its_indicators_fault(tmp_path):
    put(tmp_path, "main", VALID.replace("decimals = 1\n", ""))
    put(tmp_path, "second", twin_of("main"))
    assert message(tmp_path) == "service-quality/main.toml: decimals: found nothing; the field is required"


def test_an_id_in_two_folders(tmp_path):
    put(tmp_path, "sample")
    other = VALID.replace('"service-quality"', '"population-health"').replace('"access"', '"mortality"')
    put(tmp_path, "sample", other, "population-health")
    assert message(tmp_path) == "service-quality/sample.toml: id: found 'sample'; another file has this id"


def test_a_file_outside_the_dimensions_folders(tmp_path):
    path = put(tmp_path, "sample")
    path.rename(tmp_path / path.name)
    allowed = f"must be '{tmp_path.name}', as the file's place says"
    assert message(tmp_path) == f"{tmp_path.name}/sample.toml: dimension: found 'service-quality'; {allowed}"


def test_the_catalogue_refuses_what_its_files_refuse(tmp_path):
    put(tmp_path, "sample", VALID.replace("decimals = 1\n", ""))
    with pytest.raises(FaultError) as caught:
        read_catalogue(tmp_path)
    assert [fault.field for fault in caught.value.faults] == ["decimals"]


def test_a_long_value_is_cut_in_the_message(tmp_path):
    put(tmp_path, "sample", VALID.replace('direction = "higher"', f'direction = "{"up" * 100}"'))
    found = message(tmp_path).partition("found ")[2].partition(";")[0]
    assert len(found) == 80
    assert found.endswith("…")

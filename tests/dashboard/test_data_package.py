"""The whole edition as a Frictionless Data Package, read by a library that was not written here."""

import io
import zipfile

import pytest
from frictionless import Package, Resource

from dashboard.files import EditionFiles
from dashboard.viewmodels.data.package import DESCRIPTION, WHOLE, FileFacts, files_of, package_view
from indicators import DICTIONARY

# The observations are 148 000 rows, alike; the others are read whole.
ROWS = {"observations": 2000}


@pytest.fixture(scope="module")
def folder(picture, tmp_path_factory):
    found = tmp_path_factory.mktemp("package")
    content = b"".join(EditionFiles(picture).get(WHOLE).pieces())
    zipfile.ZipFile(io.BytesIO(content)).extractall(found)
    return found


@pytest.fixture(scope="module")
def package(folder):
    return Package(str(folder / DESCRIPTION))


def test_every_file_has_a_schema_and_names_itself(package, folder):
    paths = {resource.path for resource in package.resources}
    assert paths == set(files_of()) == {path.name for path in folder.iterdir()} - {DESCRIPTION}
    for resource in package.resources:
        fields = [field.name for field in resource.schema.fields]
        assert fields == list(DICTIONARY.tables[files_of()[resource.path][0]].fields)
        assert all(field.title and field.description for field in resource.schema.fields)


@pytest.mark.parametrize("name", DICTIONARY.tables)
def test_a_table_is_valid_against_its_schema(name, package):
    report = package.get_resource(name).validate(limit_rows=ROWS.get(name))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "note"])[:5]


def test_the_description_is_valid_by_itself(package):
    assert Package.validate_descriptor(package.to_descriptor()).valid


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (b"01,region", b"1,region", "pattern"),
        (b",region,", b",county,", "enum"),
        (b"area,level", b"area,rank", "label"),
    ],
)
def test_a_planted_fault_is_found(before, after, told, package, folder, tmp_path):
    content = (folder / "areas.csv").read_bytes()
    assert before in content
    (tmp_path / "areas.csv").write_bytes(content.replace(before, after, 1))
    described = {**package.get_resource("areas").to_descriptor(), "path": "areas.csv"}
    for absent in ("hash", "bytes"):
        described.pop(absent)
    report = Resource.from_descriptor(described, basepath=str(tmp_path)).validate()
    assert not report.valid
    assert told in str(report.flatten(["type", "note"]))


def test_a_changed_file_is_told_by_its_digest(package, folder, tmp_path):
    content = (folder / "areas.csv").read_bytes()
    (tmp_path / "areas.csv").write_bytes(content.replace(b"Gotland", b"Gotlanb", 1))
    described = package.get_resource("areas").to_descriptor()
    assert not Resource.from_descriptor(described, basepath=str(tmp_path)).validate().valid


def test_sources_are_named_as_their_terms_ask(picture):
    written = {name: FileFacts(1, "0" * 64) for name in files_of()}
    for language, word in (("sv", "Källa: Kolada"), ("en", "Source: Kolada")):
        found = package_view(picture, written, language)
        assert word in {source["attribution"] for source in found["sources"]}
        assert len(found["sources"]) == len(picture.edition.manifest["sources"])
        assert found["version"] == picture.edition.number

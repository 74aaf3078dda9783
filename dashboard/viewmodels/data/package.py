"""The edition as a Frictionless Data Package: which files there are, and what every field in them means."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.i18n import words
from indicators import DICTIONARY, PUBLISHERS, DataField, DataTable, Language, Picture

# The form of a file and its media type, as the descriptions give it.
FORMS = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}
DESCRIPTION, WHOLE = "datapackage.json", "edition.zip"


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What is known of a file that has been written: its size in bytes and the sha256 of its content."""

    bytes: int
    sha256: str


def file_name(table: str, form: str) -> str:
    """Return the name of a table's file in one form."""
    return f"{table}.{form}"


def files_of() -> dict[str, tuple[str, str]]:
    """Return every table's file by name, with its table and form."""
    return {file_name(table, form): (table, form) for table in DICTIONARY.tables for form in FORMS}


def package_view(picture: Picture, written: Mapping[str, FileFacts], language: Language = "sv") -> dict[str, Any]:
    """Return the description of an edition's files, ready to be written as datapackage.json."""
    say, edition = words(language), picture.edition
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": f"halsodialog-{edition.number.lower().replace('_', '-')}",
        "id": f"halsodialog-{edition.number}",
        "title": say("dcat.title"),
        "description": say("dcat.description", n=len(picture.catalogue.indicators), regions=len(picture.areas.regions)),
        "version": edition.number,
        "created": f"{edition.manifest['published']}T00:00:00Z",
        "keywords": say("dcat.keywords").split(", "),
        "sources": [_source(item, language) for item in edition.manifest["sources"]],
        "resources": [_resource(name, written[name], language) for name in files_of()],
    }


def _source(item: Mapping[str, Any], language: Language) -> dict[str, Any]:
    publisher = PUBLISHERS[item["source"]]
    return {
        "title": publisher.name.in_(language),
        "path": publisher.home,
        "attribution": publisher.attribution.in_(language),
        "terms": publisher.terms.in_(language),
        "vintages": item["vintages"],
    }


def _resource(name: str, facts: FileFacts, language: Language) -> dict[str, Any]:
    table_name, form = files_of()[name]
    table = DICTIONARY.tables[table_name]
    written: dict[str, Any] = {
        "name": table_name if form == "csv" else f"{table_name}-{form}",
        "type": "table" if form == "csv" else "file",
        "title": table.title.in_(language),
        "description": table.description.in_(language),
        "path": name,
        "format": form,
        "mediatype": FORMS[form],
        "bytes": facts.bytes,
        "hash": f"sha256:{facts.sha256}",
        "schema": table_schema_view(table, language),
    }
    return written | ({"encoding": "utf-8", "dialect": {"lineTerminator": "\r\n"}} if form == "csv" else {})


def table_schema_view(table: DataTable, language: Language) -> dict[str, Any]:
    """Return a table's fields as a Table Schema."""
    schema: dict[str, Any] = {
        "fields": [_field(name, DICTIONARY.fields[name], name in table.required, language) for name in table.fields],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.refers:
        schema["foreignKeys"] = [
            {"fields": [item.field], "reference": {"resource": item.table, "fields": [item.to]}}
            for item in table.refers
        ]
    return schema


def _field(name: str, field: DataField, required: bool, language: Language) -> dict[str, Any]:
    limits: dict[str, Any] = {"required": True} if required else {}
    if field.enum:
        limits["enum"] = list(field.enum)
    if field.pattern:
        limits["pattern"] = field.pattern
    described = {
        "name": name,
        "type": field.type,
        "title": field.title.in_(language),
        "description": field.description.in_(language),
    }
    return described | ({"constraints": limits} if limits else {})


def download_name(number: str, name: str) -> str:
    """Return the name that a file gets at whoever fetches it: the edition's number is part of it."""
    return f"halsodialog-{number}.zip" if name == WHOLE else f"halsodialog-{number}-{name}"

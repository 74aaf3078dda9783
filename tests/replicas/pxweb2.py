"""Statistics Sweden's PxWebApi 2: config, tables, metadata and data in JSON-stat 2."""

import fnmatch
import math
import re

from tests.replicas.cubes import Dimension, Table, json_stat, outline
from tests.replicas.messages import Reply, Request, as_json
from tests.replicas.tables import population

BASE = "/api/v2"
PROBLEM = "application/problem+json"
CONFIG = {
    "apiVersion": "2.3.2",
    "languages": [{"id": "sv", "label": "Svenska"}, {"id": "en", "label": "English"}],
    "defaultLanguage": "sv",
    "maxDataCells": 150000,
    "maxCallsPerTimeWindow": 30,
    "timeWindow": 10,
    "license": "https://creativecommons.org/publicdomain/zero/1.0/",
    "sourceReferences": [{"language": "sv", "text": "Källa: SCB"}],
    "defaultDataFormat": "json-stat2",
    "dataFormats": ["json-stat2"],
    "features": [],
}


class PxWeb2:
    """The replica. `most_cells` may be lowered, to see a question split."""

    def __init__(self) -> None:
        self.tables = {table.id: table for table in (population(),)}
        self.most_cells = CONFIG["maxDataCells"]

    def answer(self, request: Request) -> Reply:
        parts = request.path.removeprefix("api/v2").strip("/").split("/")
        if parts == ["config"]:
            return as_json(CONFIG)
        if parts == ["tables"]:
            return self._list()
        table = self.tables.get(parts[1]) if parts[0] == "tables" and len(parts) > 1 else None
        if table is None:
            return problem(404, "Non-existent table")
        if parts[2:] == ["metadata"]:
            everything = {dimension.code: dimension.codes for dimension in table.dimensions}
            return as_json({**outline(table, list(table.dimensions), everything), "value": []})
        if parts[2:] == ["data"]:
            return self._data(request, table)
        return as_json(_entry(table)) if len(parts) == 2 else problem(404, "Not found")

    def _list(self) -> Reply:
        tables = [_entry(table) for table in self.tables.values()]
        page = {"pageNumber": 1, "pageSize": 20, "totalElements": len(tables), "totalPages": 1, "links": []}
        return as_json({"language": "sv", "tables": tables, "page": page, "links": []})

    def _data(self, request: Request, table: Table) -> Reply:
        chosen: dict[str, list[str]] = {}
        for name, codes in _selection(request).items():
            dimension = table.find(name)
            if dimension is None:
                return problem(400, "Non-existent variable")
            chosen[name] = [code for expression in codes for code in expand(expression, dimension)]
            if not chosen[name]:
                return problem(400, "Non-existent value")
        for dimension in table.dimensions:
            if dimension.code not in chosen and not dimension.can_be_left_out:
                return problem(400, "Missing selection for mandantory variable")
        if math.prod(len(codes) for codes in chosen.values()) > self.most_cells:
            return problem(403, "Too many cells selected")
        return as_json(json_stat(table, chosen))


def problem(status: int, title: str) -> Reply:
    return as_json({"type": "Parameter error", "title": title, "status": status}, status, PROBLEM)


def expand(expression: str, dimension: Dimension) -> list[str]:
    """The codes of one selection expression: a code, a pattern, or TOP, BOTTOM, FROM, TO and RANGE."""
    codes = dimension.codes
    call = re.fullmatch(r"(TOP|BOTTOM|FROM|TO|RANGE)\(([^,()]+)(?:,([^,()]+))?\)", expression, re.IGNORECASE)
    if call is None:
        return [code for code in codes if fnmatch.fnmatchcase(code, expression)]
    name, first, second = call.group(1).upper(), call.group(2), call.group(3)
    chosen = {
        "TOP": lambda: codes[-int(first) :],
        "BOTTOM": lambda: codes[: int(first)],
        "FROM": lambda: [code for code in codes if code >= first],
        "TO": lambda: [code for code in codes if code <= first],
        "RANGE": lambda: [code for code in codes if first <= code <= (second or first)],
    }
    return chosen[name]()


def _selection(request: Request) -> dict[str, list[str]]:
    if request.method == "POST":
        return {item["variableCode"]: item["valueCodes"] for item in request.json()["selection"]}
    found = {}
    for name, value in request.query:
        match = re.fullmatch(r"valuecodes\[(.+)\]", name, re.IGNORECASE)
        if match:
            # Commas part the codes, but not inside the brackets of an expression.
            found[match.group(1)] = re.split(r",(?![^()]*\))", value)
    return found


def _entry(table: Table) -> dict:
    times = table.dimensions[-1].codes
    return {
        "id": table.id,
        "label": table.label,
        "updated": table.updated,
        "firstPeriod": times[0],
        "lastPeriod": times[-1],
        "variableNames": [dimension.text for dimension in table.dimensions],
        "category": "public",
        "source": table.source,
        "subjectCode": "BE",
        "timeUnit": "Annual",
        "paths": [],
        "links": [],
    }

"""PxWeb v1: Statistics Sweden's older interface, and Folkhälsodata. JSON comes with a byte order mark, as it may."""

import itertools

from tests.replicas.cubes import Table, json_stat, value_of
from tests.replicas.messages import Reply, Request, as_json, as_text
from tests.replicas.tables import fohm_tables, population

SCB_BASE = "/OV0104/v1/doris/sv/ssd"
FOHM_BASE = "/Folkhalsodata/api/v1/sv"
MARK = b"\xef\xbb\xbf"
CONFIG = {"maxValues": 10000, "maxCells": 100000, "maxCalls": 1000, "timeWindow": 10, "CORS": True}


class PxWeb1:
    """The replica of one publisher's tables, by path below the base."""

    def __init__(self, base: str, tables: dict[str, Table]) -> None:
        self.base, self.tables = base.strip("/"), tables

    def answer(self, request: Request) -> Reply:
        path = request.path.removeprefix(self.base).strip("/")
        if ("config", "") in request.query:
            return as_json(CONFIG)
        table = self.tables.get(path)
        if table is None:
            return self._folder(path)
        return self._described(table) if request.method == "GET" else self._data(request, table)

    def _folder(self, path: str) -> Reply:
        depth = len(path.split("/")) if path else 0
        below = [name.split("/") for name in self.tables if not path or name.startswith(f"{path}/")]
        if not below:
            return as_text("404 - Not found", 404)
        members = {parts[depth]: "t" if len(parts) == depth + 1 else "l" for parts in below}
        return as_json([{"id": name, "type": kind, "text": name} for name, kind in members.items()])

    def _described(self, table: Table) -> Reply:
        variables = []
        for dimension in table.dimensions:
            told = {"code": dimension.code, "text": dimension.text, "values": dimension.codes}
            told["valueTexts"] = list(dimension.labels.values())
            if dimension.can_be_left_out:
                told["elimination"] = True
            if dimension.role == "time":
                told["time"] = True
            variables.append(told)
        return as_json({"title": table.label, "variables": variables})

    def _data(self, request: Request, table: Table) -> Reply:
        question = request.json()
        chosen: dict[str, list[str]] = {}
        for item in question["query"]:
            dimension, selection = table.find(item["code"]), item["selection"]
            if dimension is None:
                return as_json({"error": "Parameter error"}, 400)
            named = dimension.codes if selection["filter"] == "all" else selection["values"]
            if not set(named) <= set(dimension.codes):
                return as_json({"error": "Parameter error"}, 400)
            # A table answers in its own order, whatever the order of the question.
            chosen[dimension.code] = [code for code in dimension.codes if code in named]
        left = [d for d in table.dimensions if d.code not in chosen]
        if any(not dimension.can_be_left_out for dimension in left):
            return as_json({"error": "Parameter error"}, 400)
        form = question["response"]["format"]
        reply = as_json(_json_stat(table, chosen) if form == "json-stat2" else _json(table, chosen))
        return Reply(MARK + reply.body)


def _json_stat(table: Table, chosen: dict[str, list[str]]) -> dict:
    content = json_stat(table, chosen)
    if table.find("ContentsCode") is None:
        # A table without contents of its own gets a dimension with one code.
        content["id"].append("ContentsCode")
        content["size"].append(1)
        category = {"index": {"EliminatedValue": 0}, "label": {"EliminatedValue": "EliminatedValue"}}
        content["dimension"]["ContentsCode"] = {"label": "ContentsCode", "category": category}
    return content


def _json(table: Table, chosen: dict[str, list[str]]) -> dict:
    """The older form: a row for each combination, values as text, and two dots for none."""
    kept = [d for d in table.dimensions if d.code in chosen and d.role != "metric"]
    contents = next((d for d in table.dimensions if d.role == "metric"), None)
    columns = [{"code": d.code, "text": d.text, "type": "t" if d.role == "time" else "d"} for d in kept]
    columns += (
        [{"code": code, "text": contents.labels[code], "type": "c"} for code in contents.codes] if contents else []
    )
    rows = []
    for codes in itertools.product(*(chosen[d.code] for d in kept)):
        at = dict(zip([d.code for d in kept], codes, strict=True))
        found = [value_of(table, {**at, "ContentsCode": code}) for code in (contents.codes if contents else [""])]
        rows.append({"key": list(codes), "values": [".." if v is None else f"{v:g}" for v in found]})
    return {"columns": columns, "comments": [], "data": rows}


def scb_older() -> PxWeb1:
    return PxWeb1(SCB_BASE, {"BE/BE0101/BE0101A/BefolkningNy": population()})


def fohm() -> PxWeb1:
    return PxWeb1(FOHM_BASE, fohm_tables())

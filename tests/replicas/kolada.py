"""Kolada v3: data in path and query form, series, places and groups, pages of at most 5 000; v2 is gone."""

import datetime as dt
from collections.abc import Iterable
from urllib.parse import urlencode

from indicators import AREAS, read_catalogue
from tests.replicas.figures import observations
from tests.replicas.messages import Reply, Request, as_json, as_text

BASE = "/v3"
ROWS_A_PAGE, IDS_A_PART = 5000, 25
GENDERS = {"F": "K", "M": "M", "T": "T"}
READ_ON = "2026-08-15"


def kolada_id(area: str) -> str:
    return f"00{area}" if len(area) == len("00") else area


class Kolada:
    """The replica. `change` sets a value as of a day, for what `from_date` asks."""

    def __init__(self) -> None:
        self.data: dict[tuple[str, str], dict[int, dict[str, float | None]]] = {}
        self.changed: dict[tuple[str, str, int], str] = {}
        self.rows_a_page = ROWS_A_PAGE
        for (source, key), values in observations().items():
            if source == "kolada":
                for (area, period, sex), value in values.items():
                    self.data.setdefault((key, kolada_id(area)), {}).setdefault(int(period), {})[GENDERS[sex]] = value

    def change(self, kpi: str, place: str, year: int, gender: str, value: float | None, day: str) -> None:
        self.data.setdefault((kpi, place), {}).setdefault(year, {})[gender] = value
        self.changed[(kpi, place, year)] = day

    def answer(self, request: Request) -> Reply:
        if request.target.startswith("/v2"):
            return as_text("Gone", 410)
        parts = request.path.removeprefix("v3").strip("/").split("/")
        if request.method != "GET":
            return as_json({"detail": "Method Not Allowed"}, 405)
        if parts[0] == "data":
            return self._data(request, parts[1:])
        if parts[0] in ("oudata", "ou"):
            return self._paged(request, [])
        lists = {"kpi": _kpis, "municipality": _municipalities, "kpi_groups": _kpi_groups}
        lists["municipality_groups"] = _municipality_groups
        if parts[0] not in lists or len(parts) > 2:
            return as_json({"detail": "Not Found"}, 404)
        return self._list(request, lists[parts[0]](), parts[1:])

    def _list(self, request: Request, items: list[dict], ids: list[str]) -> Reply:
        title, kind = request.first("title").lower(), request.first("region_type")
        chosen = [item for item in items if title in item["title"].lower()]
        chosen = [item for item in chosen if not kind or item.get("type") == kind]
        if ids:
            wanted = ids[0].split(",")
            if len(wanted) > IDS_A_PART:
                return as_json({"detail": f"at most {IDS_A_PART} ids"}, 400)
            chosen = [item for item in chosen if item["id"] in wanted]
        return self._paged(request, chosen)

    def _data(self, request: Request, parts: list[str]) -> Reply:
        asked = _path_form(parts) if parts and parts != [""] else _query_form(request)
        if asked is None:
            return as_json({"detail": "Not Found"}, 404)
        if any(len(ids) > IDS_A_PART for ids in asked.values()):
            return as_json({"detail": f"at most {IDS_A_PART} ids in a part of the path"}, 400)
        if sum(bool(ids) for ids in asked.values()) < 2 and parts and parts != [""]:
            return as_json({"detail": "two of kpi, municipality and year are needed"}, 400)
        since = request.first("from_date", "0000-00-00")
        rows = list(self._rows(asked, since)) if any(asked.values()) else []
        return self._paged(request, rows)

    def _rows(self, asked: dict[str, list[str]], since: str) -> Iterable[dict]:
        kpis, places = asked["kpi"], asked["municipality"]
        keys = (
            [(kpi, place) for kpi in kpis for place in places]
            if kpis and places
            else [key for key in self.data if (not kpis or key[0] in kpis) and (not places or key[1] in places)]
        )
        years = {int(year) for year in asked["year"] if year.isdigit()}
        for kpi, place in keys:
            for year, values in sorted(self.data.get((kpi, place), {}).items()):
                if (not asked["year"] or year in years) and self.changed.get((kpi, place, year), READ_ON) >= since:
                    yield _member(kpi, place, year, values)

    def _paged(self, request: Request, items: list[dict]) -> Reply:
        size = min(int(request.first("per_page") or self.rows_a_page), self.rows_a_page)
        page = int(request.first("page") or 1)
        chosen = items[(page - 1) * size : page * size]
        more = page * size < len(items)
        return as_json(
            {
                "values": chosen,
                "next_url": _page_address(request, page + 1) if more else None,
                "previous_url": _page_address(request, page - 1) if page > 1 else None,
                "count": len(chosen),
            }
        )


def _page_address(request: Request, page: int) -> str:
    rest = [(name, value) for name, value in request.query if name != "page"]
    return f"{request.base}{request.target.partition('?')[0]}?{urlencode([*rest, ('page', page)])}"


def _path_form(parts: list[str]) -> dict[str, list[str]] | None:
    asked: dict[str, list[str]] = {"kpi": [], "municipality": [], "year": []}
    if len(parts) % 2:
        return None
    for name, ids in zip(parts[::2], parts[1::2], strict=True):
        if name not in asked:
            return None
        asked[name] = ids.split(",")
    return asked


def _query_form(request: Request) -> dict[str, list[str]]:
    """Names that are not known are left out, and the answer is then empty: as Kolada does."""
    names = {"kpi": "kpi_id", "municipality": "municipality_id", "year": "year"}
    return {
        name: [one for key, value in request.query if key == called for one in value.split(",")]
        for name, called in names.items()
    }


def _member(kpi: str, place: str, year: int, values: dict[str, float | None]) -> dict:
    told = [
        {"gender": gender, "count": 1, "status": "", "value": value, "isdeleted": value is None}
        for gender, value in values.items()
    ]
    return {"kpi": kpi, "municipality": place, "period": year, "values": told}


def _kpis() -> list[dict]:
    levels = {("region",): "L", ("municipality",): "K"}
    return [
        {
            "id": series.key,
            "title": definition.name.sv,
            "description": definition.measures.sv,
            "is_divided_by_gender": len(series.sexes) > 1,
            "municipality_type": levels.get(tuple(set(series.levels) - {"nation"}), "A"),
            "auspice": None,
            "operating_area": "Hälso- och sjukvård",
            "perspective": "Kvalitet och resultat",
            "prel_publication_date": None,
            "publication_date": dt.date(2027, 3, 3).isoformat(),
            "publ_period": "2026",
            "has_ou_data": False,
        }
        for definition in read_catalogue().definitions
        for series in definition.series
        if series.provider == "kolada"
    ]


def _municipalities() -> list[dict]:
    areas = (AREAS.nation, *AREAS.regions, *AREAS.municipalities)
    kinds = {"nation": "L", "region": "L", "municipality": "K"}
    return [{"id": kolada_id(area.code), "title": area.name, "type": kinds[area.level]} for area in areas]


def _municipality_groups() -> list[dict]:
    members = [{"member_id": kolada_id(area.code), "member_title": area.name} for area in AREAS.regions]
    return [{"id": "G2329", "title": "Alla regioner (ovägt medel)", "members": members}]


def _kpi_groups() -> list[dict]:
    members = [{"member_id": item["id"], "member_title": item["title"]} for item in _kpis()]
    return [{"id": "G2KPI138906", "title": "Hälso- och sjukvårdsrapporten", "members": members}]

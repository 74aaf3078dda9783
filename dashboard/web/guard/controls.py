"""Every control that a callback reads, and what it can hold. A test finds the controls of all pages here, and no other.

The same test lays every page out in both languages and holds each choice it offers against the rule.
"""

from dashboard.web.guard.rules import Rule, clicks, kept, many, one, path, search, text

REASON, AUTHOR = 4_000, 200
_COUNTRY: dict[str, Rule] = {
    "period.value": one("period"),
    "order.value": one("order"),
    "indicator.value": one("indicator"),
    "base.data": kept(dimension="dimension"),
}
_BY_PAGE: dict[str, dict[str, Rule]] = {
    "_pages": {"location.pathname": path, "location.search": search},
    "overview": _COUNTRY,
    "dimension": _COUNTRY,
    "region": {
        "sex.value": one("sex"),
        "period.value": one("period"),
        "area.value": one("area-or-all"),
        "show.value": many("flag"),
        "base.data": kept(code="region", dimension="dimension"),
    },
    "indicator": {
        "sex.value": one("sex"),
        "period.value": one("period"),
        "chosen.value": many("region"),
        "base.data": kept(code="indicator", series="indicator"),
    },
    "compare": {
        "sex.value": one("sex"),
        "period.value": one("period"),
        "peers.value": one("peers"),
        "chosen.value": many("region"),
        "sort.value": one("sort"),
        "x.value": one("indicator"),
        "y.value": one("indicator"),
        "line.value": many("line"),
        "base.data": kept(code="region", dimension="dimension"),
    },
    "variation": {
        "indicator.value": one("indicator"),
        "sex.value": one("sex"),
        "region-pick.value": one("region-or-all"),
        "period.value": one("period"),
        "kind.value": one("unit"),
        "widen.value": many("widen"),
        "base.data": kept(),
    },
    "equality": {
        "grouping.value": one("grouping"),
        "indicator.value": one("indicator"),
        "region.value": one("region-or-all"),
        "dimension.value": one("dimension-or-all"),
        "period.value": one("period"),
        "draft-make.n_clicks": clicks,
        "draft-indicator.value": one("indicator"),
        "draft-first.value": one("group"),
        "draft-second.value": one("group"),
        "draft-unwarranted.value": one("grade"),
        "draft-grave.value": one("grade"),
        "draft-unwarranted_sv.value": text(REASON),
        "draft-unwarranted_en.value": text(REASON),
        "draft-grave_sv.value": text(REASON),
        "draft-grave_en.value": text(REASON),
        "draft-author.value": text(AUTHOR),
        "base.data": kept(),
    },
    "data": {"dimension.value": one("dimension-or-all"), "base.data": kept()},
    "export": {
        "whom.value": one("whole"),
        "areas.value": many("area"),
        "kinds.value": many("scope"),
        "set.value": one("whole"),
        "indicators.value": many("indicator"),
        "forms.value": many("form"),
        "sex.value": one("sex"),
        "period.value": one("period"),
        "base.data": kept(),
    },
}


def _named(page: str, rules: dict[str, Rule]) -> dict[str, Rule]:
    mark = "_" if page.startswith("_") else "-"
    return {f"{page}{mark}{name}": rule for name, rule in rules.items()}


# By the control's id and the property that is read of it, as Dash writes them: "region-sex.value".
CONTROLS: dict[str, Rule] = {
    name: rule for page, rules in _BY_PAGE.items() for name, rule in _named(page, rules).items()
}

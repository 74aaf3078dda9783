"""A chart with fewer rows, for a room: the ends, the rows in focus, and some between them."""

from collections.abc import Sequence
from typing import Any

MOST, ENDS = 9, 3


def fewer_rows(figure: dict[str, Any], focus: Sequence[str] = ()) -> tuple[dict[str, Any], tuple[int, int] | None]:
    """Return a chart with at most `MOST` of its rows, and how many of how many; None where nothing was left out.

    Only charts with one row a label have rows. `focus` are names in labels whose rows always stay.
    """
    axis = figure["layout"].get("yaxis", {})
    labels = axis.get("ticktext") or ()
    if axis.get("tickvals") != list(range(len(labels))) or not labels:
        return figure, None
    places = {old: new for new, old in enumerate(_kept(labels, focus))}
    found = _with(figure, places, len(labels)) if len(places) < len(labels) else figure
    return _marked(found, focus), (len(places), len(labels)) if len(places) < len(labels) else None


def _marked(figure: dict[str, Any], focus: Sequence[str]) -> dict[str, Any]:
    """From the back of a room nobody looks for a name among others: that of a row in focus is bold."""
    axis = figure["layout"]["yaxis"]
    texts = [f"<b>{text}</b>" if _is_named(text, focus) else text for text in axis["ticktext"]]
    return {**figure, "layout": {**figure["layout"], "yaxis": {**axis, "ticktext": texts}}}


def _is_named(label: str, focus: Sequence[str]) -> bool:
    return any(name and name in label for name in focus)


def _kept(labels: Sequence[str], focus: Sequence[str]) -> list[int]:
    n = len(labels)
    if n <= MOST:
        return list(range(n))
    kept = {place for place, label in enumerate(labels) if _is_named(label, focus)}
    wanted = [*(end for i in range(ENDS) for end in (i, n - 1 - i)), *range(ENDS, n - ENDS, max(1, n // MOST))]
    for place in wanted:
        if len(kept) < MOST:
            kept.add(place)
    return sorted(kept)


def _with(figure: dict[str, Any], places: dict[int, int], n: int) -> dict[str, Any]:
    layout, axis = figure["layout"], figure["layout"]["yaxis"]
    rows = {
        **axis,
        "range": [len(places) - 0.5, -0.5],
        "tickvals": list(range(len(places))),
        "ticktext": [axis["ticktext"][old] for old in places],
    }
    traces = [_trace(trace, places, n) for trace in figure["data"]]
    wide = _variant(layout.get("meta", {}).get("wide", {}), places, n)
    kept = {key: value for key, value in layout.items() if key != "meta"}
    parts = {key: value for key, value in wide.items() if "." not in key}
    return {"data": traces, "layout": {**kept, **parts, "yaxis": rows, "meta": {"wide": wide, "narrow": wide}}}


def _trace(trace: dict[str, Any], places: dict[int, int], n: int) -> dict[str, Any]:
    ys = trace.get("y")
    if not isinstance(ys, list) or sorted(y for y in ys if y is not None) == [-0.5, n - 0.5]:
        return {**trace, "y": [_place(y, places, n) for y in ys]} if isinstance(ys, list) else trace
    stay = _staying(ys, places)
    found = _only(trace, len(ys), stay)
    return {**found, "y": [_place(y, places, n) for y in found["y"]]}


def _staying(ys: Sequence[float | None], places: dict[int, int]) -> list[bool]:
    """Which points stay: those of kept rows, and the gap after a kept one."""
    kept: list[bool] = []
    for y in ys:
        kept.append(round(y) in places if y is not None else bool(kept) and kept[-1])
    return kept


def _only(node: dict[str, Any], length: int, stay: Sequence[bool]) -> dict[str, Any]:
    """The same, of every list with a member a point, also within marker and line."""
    found: dict[str, Any] = {}
    for key, value in node.items():
        if isinstance(value, dict):
            found[key] = _only(value, length, stay)
        elif isinstance(value, list | tuple) and len(value) == length:
            found[key] = [item for item, stays in zip(value, stay, strict=True) if stays]
        else:
            found[key] = value
    return found


def _place(y: float | None, places: dict[int, int], n: int) -> float | None:
    """A place beside a row keeps its distance to it; the lower edge is the lower edge."""
    if y is None or y == n - 0.5:
        return None if y is None else len(places) - 0.5
    row = round(y)
    return y if y < 0 or row not in places else places[row] + (y - row)


def _variant(wide: dict[str, Any], places: dict[int, int], n: int) -> dict[str, Any]:
    """The parts that hang on the chart's height, which is less by the rows left out."""
    if "height" not in wide:
        return wide
    margin = wide.get("margin", {})
    around = margin.get("t", 0) + margin.get("b", 0)
    old = wide["height"] - around
    new = old * len(places) / n
    return {
        **wide,
        "height": round(new + around),
        "annotations": _noted(wide.get("annotations", []), places, n),
        "shapes": [_shape(shape, places, n, old / new) for shape in wide.get("shapes", []) if _stays(shape, places, n)],
    }


def _noted(notes: Sequence[dict[str, Any]], places: dict[int, int], n: int) -> list[dict[str, Any]]:
    of_rows = [note for note in notes if note.get("yref") != "y" or round(note["y"]) in places]
    return [{**note, "y": _place(note["y"], places, n)} if note.get("yref") == "y" else note for note in of_rows]


def _stays(shape: dict[str, Any], places: dict[int, int], n: int) -> bool:
    if shape.get("yref") != "y":
        return True
    return {shape["y0"], shape["y1"]} == {-0.5, n - 0.5} or round((shape["y0"] + shape["y1"]) / 2) in places


def _shape(shape: dict[str, Any], places: dict[int, int], n: int, stretch: float) -> dict[str, Any]:
    if shape.get("yref") == "y":
        if {shape["y0"], shape["y1"]} == {-0.5, n - 0.5}:
            return {**shape, "y0": -0.5, "y1": len(places) - 0.5}
        row = round((shape["y0"] + shape["y1"]) / 2)
        return {**shape, **{end: places[row] + shape[end] - row for end in ("y0", "y1")}}
    if shape.get("yref") == "paper" and shape.get("y1", 0) > 1:
        # What stands above the plot is told in parts of its height.
        return {**shape, "y1": 1 + (shape["y1"] - 1) * stretch}
    return shape

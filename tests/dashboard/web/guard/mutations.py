"""Bodies of callbacks as browsers sent them, spoiled in ways that know what they are made of."""

import copy
import json
from pathlib import Path

CANARY = "cana<script>window.__x=1</script>ry"
HERE = Path(__file__).parent
DEEP = "[" * 400 + "]" * 400
ODD = [
    None, True, False, 0, -1, 1, 10**18, 1.5, 1e308, "", " ", "1", "null", [], [[]], {}, {"a": 1}, [None], [1],
    CANARY, [CANARY], {CANARY: CANARY}, "x" * 9_000, "å\u0000ä", "\ud800", "../../etc/passwd", "%00", "__proto__",
    {"__proto__": {"a": 1}}, {"index": "ALL"}, {"type": "x", "index": 1}, "ALL", "2023", "99999999999999999999",
    "?area=" + CANARY, "?" + "a=b&" * 500, "/region/" + CANARY, "//evil.example", "/\\evil.example", "T", "14", "sv",
    {"lang": CANARY}, {"lang": "sv", "code": CANARY}, [{"id": "x", "property": "y"}], float("nan"), float("inf"),
]  # fmt: skip
BROKEN = [b"", b"{", b"null", b"[]", b"1", b'"x"', b"\xff\xfe", b"{}" * 2, b"[" * 90_000, b'{"output":' * 5_000,
          b'{"output": "' + b"x" * 200_000 + b'"}', b'\xef\xbb\xbf{}', b"NaN"]  # fmt: skip


def recorded():
    """Every kind of callback as a browser asked it, whole again: a body's outputs follow from its output."""
    bodies = json.loads((HERE / "recorded.json").read_text(encoding="utf-8"))
    return [{**body, "outputs": outputs(body["output"])} for body in bodies]


def outputs(output):
    names = output[2:-2].split("...") if output.startswith("..") else [output]
    found = [dict(zip(("id", "property"), name.rsplit(".", 1), strict=True)) for name in names]
    return found if output.startswith("..") else found[0]


def places(node, found=()):
    """Every place in a body, as the keys that lead to it."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, inner in items:
        yield (*found, key)
        yield from places(inner, (*found, key))


def _holder(body, place):
    for key in place[:-1]:
        body = body[key]
    return body


def _replace(body, place, chance, _):
    _holder(body, place)[place[-1]] = copy.deepcopy(chance.choice(ODD))


def _remove(body, place, *_):
    del _holder(body, place)[place[-1]]


def _add(body, place, chance, _):
    holder, odd = _holder(body, place), copy.deepcopy(chance.choice(ODD))
    if isinstance(holder, dict):
        holder[chance.choice(["extra", "__class__", "constructor", CANARY, "value"])] = odd
    else:
        holder.insert(chance.randrange(len(holder) + 1), odd)


def _double(body, place, *_):
    holder = _holder(body, place)
    if isinstance(holder, list):
        holder.append(copy.deepcopy(holder[place[-1]]))
    else:
        holder[f"{place[-1]}2"] = holder[place[-1]]


def _swap(body, place, chance, _):
    holder = _holder(body, place)
    other = chance.choice(list(holder)) if isinstance(holder, dict) else chance.randrange(len(holder))
    holder[place[-1]], holder[other] = holder[other], holder[place[-1]]


def _borrow(body, place, chance, others):
    """A part of another callback in this one's place."""
    other = chance.choice(others)
    key = chance.choice(["output", "outputs", "inputs", "state", "changedPropIds"])
    body[key] = copy.deepcopy(other.get(key, []))


def _offered(body, place, chance, others):
    """Another control's value: of a right kind, in a wrong place."""
    values = [item.get("value") for other in others for item in other["inputs"]]
    chance.choice(body["inputs"])["value"] = copy.deepcopy(chance.choice(values))


OPERATORS = (_replace, _replace, _replace, _remove, _add, _double, _swap, _borrow, _offered)


def mutated(chance, bodies):
    """Return one spoiled body as bytes: one to three changes of its structure, at times a change of its text."""
    if chance.random() < 0.05:
        return chance.choice(BROKEN)
    body = copy.deepcopy(chance.choice(bodies))
    for _ in range(chance.choice((1, 1, 2, 3))):
        found = list(places(body))
        try:
            chance.choice(OPERATORS)(body, chance.choice(found), chance, bodies)
        except (KeyError, IndexError, TypeError, AttributeError):
            continue
    text = json.dumps(body).encode()
    if chance.random() < 0.05:
        text = text[: chance.randrange(len(text))]
    return text

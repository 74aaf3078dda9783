"""Rules of our own, held against the syntax of every file: what no tool of others knows about this program."""

import ast
import re

SQL = re.compile(
    r"^\s*(select\b.+\bfrom|insert\s+into|update\b.+\bset|delete\s+from|create\s+table|drop\s+table)\b", re.I
)
UNPICKLERS = {"pickle", "cPickle", "_pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib"}
# The one place that speaks to publishers, and the addresses it may read.
CLIENT = "intake/http/"
ASKERS = {"requests", "httpx", "aiohttp", "urllib3", "http.client", "urllib.request"}
# Of the module that asks, what only writes a file's address.
PATHS = {"urllib.request.url2pathname", "urllib.request.pathname2url"}
SHELLS = {"os.system", "os.popen", "subprocess.getoutput", "subprocess.getstatusoutput", "commands.getoutput"}
RUNNERS = {"subprocess.run", "subprocess.Popen", "subprocess.call", "subprocess.check_call", "subprocess.check_output"}
NEVER = {
    "eval": "eval",
    "exec": "exec",
    "tempfile.mktemp": "a name that others may take first",
    "yaml.load": "yaml.load",
    "yaml.load_all": "yaml.load",
    "yaml.unsafe_load": "yaml.load",
    "pandas.read_pickle": "a pickle",
}
# The library's own reads what is marked as a pickle, whoever put it there; ours refuses it.
DISKS = {"JsonAlone"}
CACHES = {"diskcache.Cache", "diskcache.FanoutCache", "diskcache.Index", "diskcache.Deque"}


def broken(text, name):
    """Return every rule that a file breaks, as (line, what)."""
    tree = ast.parse(text)
    names = _imported(tree)
    found = []
    for node in ast.walk(tree):
        found += [(node.lineno, what) for what in _of_import(node, name)]
        if isinstance(node, ast.Call):
            found += [(node.lineno, what) for what in _of_call(node, names)]
        if isinstance(node, ast.JoinedStr | ast.BinOp | ast.Call) and _is_made_sql(node):
            found.append((node.lineno, "SQL made of strings"))
    return sorted(set(found))


def _imported(tree):
    """What each name of a file stands for, dotted."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {item.asname or item.name.split(".")[0]: item.name if item.asname else item.name.split(".")[0]
                      for item in node.names}  # fmt: skip
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {item.asname or item.name: f"{node.module}.{item.name}" for item in node.names}
    return names


def _of_import(node, name):
    if isinstance(node, ast.Import):
        modules = [item.name for item in node.names]
    elif isinstance(node, ast.ImportFrom) and node.module:
        modules = [f"{node.module}.{item.name}" for item in node.names]
    else:
        return
    for module in modules:
        if module.split(".")[0] in UNPICKLERS:
            yield f"{module.split('.')[0]} runs what it reads"
        if not name.startswith(CLIENT) and module not in PATHS:
            yield from (f"{asker} outside the client" for asker in ASKERS if f"{module}.".startswith(f"{asker}."))


def _of_call(node, names):
    called = _dotted(node.func, names)
    words = {word.arg: word.value for word in node.keywords}
    if called in NEVER:
        yield f"{called}: {NEVER[called]}"
    if called in SHELLS or (called in RUNNERS and not _is(words.get("shell"), False, when_absent=True)):
        yield "a shell"
    if "dangerously_allow_html" in words and not _is(words["dangerously_allow_html"], False):
        yield "dangerously_allow_html"
    if called in CACHES and _dotted(words.get("disk"), names) not in DISKS:
        yield "diskcache without JsonAlone: it pickles"


def _is(node, value, *, when_absent=False):
    return when_absent if node is None else isinstance(node, ast.Constant) and node.value is value


def _dotted(node, names):
    if isinstance(node, ast.Name):
        return names.get(node.id, node.id)
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value, names)}.{node.attr}"
    return ""


def _is_made_sql(node):
    """Whether a string of SQL is put together: by f-string, by + or %, or by format and join."""
    match node:
        case ast.JoinedStr(values=[ast.Constant(value=str() as first), *rest]) if rest:
            return bool(SQL.match(first + " x"))
        case ast.BinOp(left=ast.Constant(value=str() as first), op=ast.Add() | ast.Mod()):
            return bool(SQL.match(first + " x"))
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str() as first), attr="format")):
            return bool(SQL.match(first))
    return False

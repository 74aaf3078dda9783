"""Our own rules hold in everything that runs, and each of them finds what it is for."""

import pytest

from tests.supply.parts import ROOT
from tests.supply.rules import broken

PACKAGES = ("dashboard", "indicators", "intake")
ROOMS = [ROOT / "app.py", *(path for name in PACKAGES for path in (ROOT / name).rglob("*.py"))]
PLANTED = {
    "import pickle": "pickle runs what it reads",
    "from marshal import loads": "marshal runs what it reads",
    "import shelve as s": "shelve runs what it reads",
    "import requests": "requests outside the client",
    "from urllib.request import urlopen": "urllib.request outside the client",
    "from urllib import request": "urllib.request outside the client",
    "import http.client": "http.client outside the client",
    "eval(x)": "eval: eval",
    "exec('1')": "exec: exec",
    "from tempfile import mktemp\nmktemp()": "tempfile.mktemp: a name that others may take first",
    "import yaml\nyaml.load(x)": "yaml.load: yaml.load",
    "import pandas as pd\npd.read_pickle(x)": "pandas.read_pickle: a pickle",
    "import os\nos.system(x)": "a shell",
    "from subprocess import run\nrun(x, shell=True)": "a shell",
    "import subprocess as s\ns.Popen(x, shell=y)": "a shell",
    "dcc.Markdown(x, dangerously_allow_html=True)": "dangerously_allow_html",
    "html.P(dangerously_allow_html=x)": "dangerously_allow_html",
    "from diskcache import Cache\nCache(x)": "diskcache without JsonAlone: it pickles",
    "from diskcache import Cache, JSONDisk\nCache(x, disk=JSONDisk)": "diskcache without JsonAlone: it pickles",
    "import diskcache\ndiskcache.Cache(x, disk=diskcache.Disk)": "diskcache without JsonAlone: it pickles",
    "c.execute(f'select * from t where a = {x}')": "SQL made of strings",
    "c.execute('SELECT a FROM t WHERE a = ' + x)": "SQL made of strings",
    "c.execute('insert into t values (%s)' % x)": "SQL made of strings",
    "c.execute('delete from {}'.format(x))": "SQL made of strings",
}
ALLOWED = [
    "from subprocess import run\nrun([x], shell=False)",
    "from diskcache import Cache\nCache(x, disk=JsonAlone)",
    "c.execute('select a from t where a = ?', (x,))",
    "say = f'{x} regions'",
    "from urllib.parse import urlencode",
    "from urllib.request import url2pathname",
]


@pytest.mark.parametrize("text", PLANTED)
def test_what_is_planted_is_found(text):
    assert PLANTED[text] in [what for _, what in broken(text, "dashboard/planted.py")]


@pytest.mark.parametrize("text", ALLOWED)
def test_what_is_allowed_is_not(text):
    assert broken(text, "dashboard/planted.py") == []


def test_only_the_client_asks():
    assert broken("import requests", "intake/http/transport.py") == []


def test_the_program_breaks_none():
    assert len(ROOMS) > 300
    named = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in ROOMS}
    found = {name: broken(text, name) for name, text in named.items()}
    assert {name: faults for name, faults in found.items() if faults} == {}

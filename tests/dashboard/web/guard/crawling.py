"""Every address the program knows, with an example for each part of it; and what an answer must bear."""

import json

EXAMPLES = {
    "area": "14", "code": "14", "indicator": "beds", "dimension": "equal-care", "number": "2026-11", "form": "pdf",
    "filename": "dom.js", "package_name": "dash", "fingerprinted_path": "dcc/dash_core_components.js",
    "path": "region/14",
}  # fmt: skip
NAMES = {
    "/export/region/<name>": "14.json",
    "/export/dimension/<dimension>/<name>": "14.json",
    "/export/picture/<code>/<name>": "beds.svg",
    "/export/sida/<path:name>": "data.json",
    "/data/ladda-ner/<number>/<name>": "datapackage.json",
    "/data/enheter/filer/<name>": "mall-enhetsdata.csv",
}
METHODS = ("GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE")
REQUIRED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
TOLD = ("Traceback", "site-packages", "werkzeug", "Werkzeug", "/usr/", 'File "')


def addresses(server):
    """One address for each rule."""
    found = []
    for rule in server.url_map.iter_rules():
        given = {name: EXAMPLES.get(name, NAMES.get(rule.rule, "14.json")) for name in rule.arguments}
        found.append(rule.build(given, append_unknown=False)[1])
    return sorted(set(found))


def header_faults(answer):
    """What is missing in an answer's headers, or said twice."""
    names = [name.lower() for name, _ in answer.headers]
    faults = [f"{name} twice" for name in set(names) if names.count(name) > 1 and name != "vary"]
    faults += [name for name, value in REQUIRED.items() if answer.headers.get(name) != value]
    policy = answer.headers.get("Content-Security-Policy", "")
    faults += [
        text for text in ("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'") if text not in policy
    ]
    scripts = next((part for part in policy.split("; ") if part.startswith("script-src")), "")
    faults += [text for text in ("unsafe", "http", "*", "data:", "blob:") if text in scripts]
    faults += [name for name in ("Permissions-Policy", "Cache-Control", "X-Request-Id") if not answer.headers.get(name)]
    faults += ["Server" for name in names if name == "server"]
    return faults


def body_faults(answer, method="GET"):
    """What is wrong with the body of a refusal: it must be ours, in both languages, with the answer's id."""
    if answer.status_code < 400 or method == "HEAD":
        return []
    number, text = answer.headers["X-Request-Id"], answer.get_data(as_text=True)
    faults = [f"tells {word}" for word in TOLD if word in text]
    if answer.mimetype == "application/json":
        told = json.loads(text)
        return faults + ([] if told.get("id") == number and set(told["message"]) == {"sv", "en"} else ["not ours"])
    return faults + ([] if number in text else ["no id"])

"""Two programs that check a page against WCAG 2.2 AA, with every rule on, and the written verdicts on what they say."""

import re
from functools import cache
from pathlib import Path

import tomli

HERE = Path(__file__).resolve().parent
VENDOR = HERE / "vendor"
THIN = (HERE / "thin.js").read_text(encoding="utf-8")
# axe's own names of every finding, violations and what it could not decide alike.
RUN_AXE = """async (options) => {
  const result = await axe.run(document, { resultTypes: ['violations', 'incomplete'], ...options });
  const said = (node) => node.any.concat(node.all, node.none).map((check) => check.message).join('; ');
  return ['violations', 'incomplete'].flatMap((kind) => result[kind].flatMap((rule) => rule.nodes.map((node) => ({
    rule: rule.id, kind, message: said(node), where: node.target.join(' '), html: node.html.slice(0, 160) }))));
}"""
OF_COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
RUN_ACE = """async () => {
  const report = await new ace.Checker().check(document, ['WCAG_2_2']);
  return report.results.filter((one) => one.value[1] !== 'PASS').map((one) => ({
    rule: one.ruleId, kind: one.value.join(' ').toLowerCase(), message: one.message, where: one.path.dom,
    html: one.snippet.slice(0, 160) }));
}"""


@cache
def vendored():
    """What is vendored, by package."""
    return tomli.loads((VENDOR / "VENDOR.toml").read_text(encoding="utf-8"))


@cache
def source(package):
    """A checker's script."""
    return (VENDOR / vendored()[package]["file"]).read_text(encoding="utf-8")


AXE = source("axe-core")
ACE = source("accessibility-checker-engine")


class Verdicts:
    """Which findings have been looked at, and what was found: see verdicts.toml."""

    def __init__(self, engine):
        raw = tomli.loads((HERE / "verdicts.toml").read_text(encoding="utf-8"))
        self.items = raw[engine]
        self.met = set()

    def of(self, finding):
        """The verdict on a finding; None when nobody has looked at it."""
        for place, item in enumerate(self.items):
            tries = {"rule": item["rule"], "message": item.get("message", ""), "html": item.get("html", "")}
            if all(re.search(pattern, finding[name]) for name, pattern in tries.items()):
                self.met.add(place)
                return item
        return None


VERDICTS = {"axe": Verdicts("axe"), "equal-access": Verdicts("equal-access")}


def told(finding, where):
    """A finding on one line."""
    return f"{where}: {finding['rule']} ({finding['kind']}): {finding['message'][:160]} | {finding['html']}"


def unjudged(engine, findings, where):
    """The findings without a verdict. A violation of axe's can have none: it is mended."""
    verdicts = VERDICTS[engine]
    return [told(one, where) for one in findings if one["kind"] == "violations" or verdicts.of(one) is None]


def in_theme(reader, theme):
    """What axe finds on a reader's open page in a theme."""
    reader.page.evaluate("(theme) => window.halsodialog.theme.set(theme)", theme)
    return reader.page.evaluate(RUN_AXE, {})


def checked(reader, looks, *, equal_access):
    """What the checkers find that nobody has judged, at each width and theme. Most rows of the page are gone then."""
    reader.page.evaluate(THIN)
    reader.page.evaluate(AXE)
    found = {}
    for width, theme in looks:
        reader.page.set_viewport_size({"width": width, "height": 900})
        # A chart that has not yet followed the window lies over the words beside it, and no colour can be read there.
        found[f"too_wide_at_{width}"] = reader.settled().too_wide()
        found[f"axe_{width}_{theme}"] = unjudged("axe", in_theme(reader, theme), f"{width} {theme}")
    if equal_access:
        reader.page.evaluate(ACE)
        found["equal_access"] = unjudged("equal-access", reader.page.evaluate(RUN_ACE), "Equal Access")
    return found


def violations(reader, themes=("light", "dark")):
    """What axe finds on a reader's open page in each theme."""
    return violations_in(reader.page, themes)


def violations_in(window, themes=("light", "dark")):
    """What axe finds in a window, every rule on; in the later themes those of colours, for no others can differ."""
    found = []
    for theme in themes:
        window.evaluate("(theme) => window.halsodialog.theme.set(theme)", theme)
        findings = window.evaluate(RUN_AXE, {} if theme == themes[0] else OF_COLOURS)
        found += [told(one, theme) for one in findings if one["kind"] == "violations"]
    return found

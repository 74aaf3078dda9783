/* The glossary: words and abbreviations as lists, and a field that searches them.
   Drawn from a GlossaryView (see dashboard/viewmodels/glossary.py). */
(function (home) {
  "use strict";

  const el = (...parts) => home.dom.el(...parts);

  function see(entry, labels) {
    if (!entry.see.length) return null;
    const links = entry.see.flatMap((other, i) => [i ? ", " : " ", el("a", { href: `#${other.id}` }, other.term)]);
    return el("small", null, labels.see, links);
  }

  function entryPart(entry, state) {
    const whole = entry.whole ? el("span", { class: "whole" }, entry.whole) : null;
    const node = el("div", { id: entry.id, class: "glossary-entry" },
      el("dt", null, entry.term), el("dd", null, whole, el("span", null, entry.meaning), see(entry, state.view.labels)));
    state.entries.push({ node, text: [entry.term, entry.whole, entry.meaning].join(" ").toLowerCase() });
    return node;
  }

  function groupPart(group, state) {
    return el("section", { class: "about card" },
      el("h2", null, group.heading), el("dl", { class: "glossary" }, group.entries.map((entry) => entryPart(entry, state))));
  }

  /** Draw the glossary in the host, replacing what it showed. */
  function draw(host, view) {
    const state = { view, entries: [] };
    const groups = view.groups.map((group) => groupPart(group, state));
    const shown = () => { for (const part of groups) part.hidden = !part.querySelector(".glossary-entry:not([hidden])"); };
    home.searchList.draw(host, "glossary-search", groups, { entries: state.entries, labels: view.labels, shown });
  }

  home.glossary = { draw };
})((window.halsodialog = window.halsodialog || {}));

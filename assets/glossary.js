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

  function search(state) {
    const words = state.field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let n = 0;
    for (const { node, text } of state.entries) {
      node.hidden = !words.every((word) => text.includes(word));
      if (!node.hidden) n += 1;
    }
    for (const part of state.groups) part.hidden = !part.querySelector(".glossary-entry:not([hidden])");
    const { labels } = state.view;
    state.status.textContent = n ? home.words.compose(labels.shown, { n: String(n), total: String(state.entries.length) }) : labels.nothing;
  }

  function field(state) {
    const id = "glossary-search";
    state.field = el("input", { id, type: "search", class: "form-control", autocomplete: "off" });
    state.field.addEventListener("input", () => search(state));
    state.status = el("p", { class: "catalogue-status", role: "status" });
    const label = el("label", { for: id, class: "label" }, state.view.labels.search);
    return el("div", { class: "catalogue-search", role: "search" }, label, state.field, state.status);
  }

  /** Draw the glossary in the host, replacing what it showed. */
  function draw(host, view) {
    const state = { view, entries: [] };
    const top = field(state);
    state.groups = view.groups.map((group) => groupPart(group, state));
    host.replaceChildren(top, ...state.groups);
    search(state);
  }

  home.glossary = { draw };
})((window.halsodialog = window.halsodialog || {}));

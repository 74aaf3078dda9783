/* Every indicator with its criteria, by dimension and area, and a field that searches them.
   Drawn from a CatalogueList (see dashboard/viewmodels/about.py). */
(function (home) {
  "use strict";

  const el = (...parts) => home.dom.el(...parts);
  const CRITERIA = ["measurable", "valid", "relevant", "interpretable", "actionable"];
  const FACTS = ["matters", "direction", "numerator", "denominator", "unit", "period"];
  const TEXTS = { direction: "direction_reason" };

  function fact(label, text) {
    return text ? [el("dt", null, label), el("dd", null, text)] : [];
  }

  function criteria(entry, labels) {
    const item = (name) => el("li", null, el("strong", null, labels[name]), entry.criteria[name]);
    return [el("p", { class: "label" }, labels.criteria), el("ul", { class: "criteria" }, CRITERIA.map(item))];
  }

  function body(entry, labels, twins) {
    const facts = FACTS.map((name) => fact(labels[name], entry[TEXTS[name] || name]));
    const others = twins.map((twin) => fact(labels.other_series, twin.source));
    return el("div", { class: "catalogue-body" },
      el("p", null, entry.measures),
      criteria(entry, labels),
      el("dl", { class: "definition" }, facts, fact(labels.caveats, entry.caveats.join(" ")), fact(labels.source, entry.source), others),
      el("p", null, el("a", { href: entry.href }, home.words.compose(labels.open, { name: entry.short_name }))));
  }

  /** What a search looks in. */
  function searched(entry) {
    return [entry.name, entry.short_name, entry.measures, entry.kind_text, entry.direction_text, entry.source].join(" ").toLowerCase();
  }

  function entryPart(entry, state) {
    const twins = state.view.catalogue.indicators.filter((other) => other.twin_of === entry.indicator);
    const kind = el("small", null, `${entry.kind_text} · ${entry.direction_text}`);
    const node = el("details", { class: "catalogue-entry" }, el("summary", null, el("span", null, entry.name, " ", kind)));
    // A hundred bodies would be three thousand elements: each is made when it is first opened.
    node.addEventListener("toggle", () => node.append(body(entry, state.view.labels, twins)), { once: true });
    state.entries.push({ node, text: searched(entry) });
    return node;
  }

  function areaPart(dimension, area, state) {
    const found = state.view.catalogue.indicators.filter((entry) =>
      entry.dimension === dimension.code && entry.area === area.code && !entry.twin_of);
    const content = found.length ? found.map((entry) => entryPart(entry, state)) : el("p", { class: "catalogue-gap" }, area.text);
    return el("section", { class: "catalogue-area" }, el("h4", null, area.name), content);
  }

  function dimensionPart(dimension, state) {
    return el("section", { class: "catalogue-dimension" },
      el("h3", null, dimension.name), dimension.areas.map((area) => areaPart(dimension, area, state)));
  }

  /* A part stands while something in it does; the areas without indicators only while nothing is searched for. */
  function hideEmpty(list, isSearched) {
    for (const part of list.querySelectorAll("section")) {
      part.hidden = isSearched && !part.querySelector(".catalogue-entry:not([hidden])");
    }
  }

  /** Draw the list in the host, replacing what it showed. */
  function draw(host, view) {
    const state = { view, entries: [] };
    const list = el("div", { class: "catalogue-list" }, view.dimensions.map((dimension) => dimensionPart(dimension, state)));
    const shown = (isSearched) => hideEmpty(list, isSearched);
    host.classList.add("catalogue-host");
    home.searchList.draw(host, "catalogue-search", [list], { entries: state.entries, labels: view.labels, shown });
  }

  home.catalogue = { draw };
})((window.halsodialog = window.halsodialog || {}));

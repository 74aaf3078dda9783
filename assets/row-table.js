/* A table of rows with small pictures, as pages that compare draw it: the key to its marks, the table in groups, notes and
   source. What a row, a group and a mark look like is the page's own. */
(function (home) {
  "use strict";

  if (home.rowTable) return;

  const el = (...parts) => home.dom.el(...parts);

  function legend(view, sample) {
    const items = Object.entries(view.marks).map(([mark, text]) => el("li", null, sample(mark), el("span", null, text)));
    return el("ul", { class: "legend", "aria-label": view.legend_label }, items);
  }

  function table(view, { name, numbers, group }) {
    const head = view.columns.map((text, place) => el("th", { role: "columnheader", scope: "col", class: numbers.includes(place) ? "num" : null }, text));
    return el("table", { role: "table", class: `data ${name}` }, el("caption", null, view.caption), el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, head)),
      view.groups.map((item) => group(item, view.columns)));
  }

  /** Draw the rows in the host, replacing what it showed; where there are none, why. */
  function draw(host, view, own) {
    if (view.empty) {
      host.replaceChildren(el("p", { class: "empty-state" }, view.empty));
      return;
    }
    const scroll = el("div", { class: "table-scroll", tabindex: "0", role: "region", "aria-label": view.caption }, table(view, own));
    const notes = view.notes.map((text) => el("p", { class: "small" }, text));
    host.replaceChildren(legend(view, own.sample), scroll, ...notes, el("p", { class: "source-line" }, view.source));
  }

  home.rowTable = { draw };
})((window.halsodialog = window.halsodialog || {}));

/* Plain tables drawn from a TableView: a caption, scoped headings, numbers as text. A table in a closed disclosure is drawn
   when it is opened, because few readers open all of them. The roles stand because a phone shows some tables as blocks,
   and a browser forgets that a table laid out so is one. */
(function (home) {
  "use strict";

  if (home.tables) return;

  const waiting = new WeakMap();
  const el = (...parts) => home.dom.el(...parts);
  const svg = (...parts) => home.dom.svg(...parts);

  /** Two values on one line: a full circle for the first, a hollow diamond for the second, with the way between them. */
  function pair([first, second]) {
    const x = (share) => 8 + share * 104;
    const [a, b] = [x(first), x(second)];
    return svg("svg", { class: "pair", viewBox: "0 0 120 16", width: 120, height: 16, "aria-hidden": "true", focusable: "false" },
      svg("line", { class: "pair-axis", x1: 2, x2: 118, y1: 8, y2: 8 }),
      svg("line", { class: "pair-way", x1: a, x2: b, y1: 8, y2: 8 }),
      svg("circle", { class: "pair-first", cx: a, cy: 8, r: 4.5 }),
      svg("path", { class: "pair-second", d: `M${b} 3L${b + 5} 8L${b} 13L${b - 5} 8Z` }));
  }

  /** Many values on one line as thin marks, one of them filled, with a hollow diamond for what they are held against. */
  function strip({ marks, own, level, alt }) {
    const x = (share) => 8 + share * 144;
    return svg("svg", { class: "country-strip", viewBox: "0 0 160 20", width: 160, height: 20, role: "img", "aria-label": alt, focusable: "false" },
      svg("line", { class: "pair-axis", x1: 2, x2: 158, y1: 10, y2: 10 }),
      marks.map((mark) => svg("line", { class: "strip-mark", x1: x(mark), x2: x(mark), y1: 4, y2: 16 })),
      level === null ? null : svg("path", { class: "pair-second", d: `M${x(level)} 4L${x(level) + 6} 10L${x(level)} 16L${x(level) - 6} 10Z` }),
      own === null ? null : svg("circle", { class: "pair-first", cx: x(own), cy: 10, r: 5 }));
  }

  function content(cell) {
    if (typeof cell === "string") return cell;
    if (cell.pair) return pair(cell.pair);
    const text = cell.strip ? strip(cell.strip) : cell.symbol ? home.dom.verdict(cell.symbol, cell.text, cell.tone) : cell.href ? el("a", { href: cell.href }, cell.text) : cell.text;
    return cell.note ? [text, " ", el("small", { lang: cell.note_lang }, cell.note)] : text;
  }

  const KINDS = { number: "num", pair: "pair-cell", strip: "strip-cell", year: "year-cell" };
  const kind = (column) => KINDS[column.kind] ?? null;

  function row(item, view) {
    const cells = item.cells.map((cell, place) => place
      ? el("td", { role: "cell", class: kind(view.columns[place]), "data-column": view.columns[place].text }, content(cell))
      : el("th", { role: "rowheader", scope: "row" }, content(cell)));
    return el("tr", { role: "row", class: item.is_own ? "own" : item.is_old ? "old" : null }, cells);
  }

  function group(item, view) {
    const span = view.columns.length;
    const title = item.title && el("tr", { role: "row", class: item.is_section ? "section" : "group" }, el("th", { role: "rowheader", scope: "rowgroup", colspan: span }, item.title));
    const note = item.note && el("tr", { role: "row", class: "note" }, el("td", { role: "cell", colspan: span }, item.note));
    return el("tbody", { role: "rowgroup" }, title, note, item.rows.map((one) => row(one, view)));
  }

  function table(view) {
    const head = view.columns.map((column) => el("th", { role: "columnheader", scope: "col", class: kind(column) }, column.text));
    return el("table", { role: "table", class: "data" }, el("caption", null, view.caption), el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, head)),
      view.groups.map((item) => group(item, view)));
  }

  function paint(host) {
    const view = waiting.get(host);
    waiting.delete(host);
    if (!view) return;
    const scroll = el("div", { class: "table-scroll", tabindex: "0", role: "region", "aria-label": view.caption }, table(view));
    host.replaceChildren(scroll, ...view.notes.map((text) => el("p", { class: "source-line" }, text)));
  }

  /** Draw the table in the host, replacing what it showed; without a view the host is emptied and its disclosure hidden. */
  function draw(host, view) {
    const disclosure = host.closest("details");
    if (disclosure) disclosure.hidden = !view;
    if (!view) {
      waiting.delete(host);
      host.replaceChildren();
      return;
    }
    waiting.set(host, view);
    if (disclosure && !disclosure.open) disclosure.addEventListener("toggle", () => paint(host), { once: true });
    else paint(host);
  }

  home.tables = { draw };
})((window.halsodialog = window.halsodialog || {}));

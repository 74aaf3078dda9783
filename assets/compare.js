/* A region beside its peers: a table with the numbers as text, and in each row a small picture of all peers, their middle
   and the region. The picture says the same in words, every peer by name and value. */
(function (home) {
  "use strict";

  if (home.compare) return;

  const AXIS = 12;
  const el = (...parts) => home.dom.el(...parts);
  const svg = (...parts) => home.dom.svg(...parts);
  const has = (x) => typeof x === "number";
  const at = (x, ...children) => svg("svg", { x: home.marks.percent(x), y: AXIS, class: "at" }, ...children);

  const peer = () => svg("circle", { r: 3.25, class: "compare-peer" });
  const middle = () => svg("line", { y1: -9, y2: 9, class: "compare-middle" });

  /** The region: a diamond, so that neither colour nor size alone sets it apart from its peers. */
  function own(tone) {
    return svg("path", { d: "M0-7L6.5 0L0 7L-6.5 0Z", class: "own", "data-tone": tone });
  }

  function picture(row) {
    if (!row.marks.length) return null;
    return svg("svg", { class: "compare-dots", width: "100%", height: 2 * AXIS, role: "img", "aria-label": row.summary },
      svg("title", null, row.summary),
      svg("line", { x1: 0, x2: "100%", y1: AXIS, y2: AXIS, class: "axis" }),
      row.marks.map((x) => at(x, peer())),
      has(row.middle_x) ? at(row.middle_x, middle()) : null,
      has(row.x) ? at(row.x, own(row.side.tone)) : null);
  }

  /** A slide names nobody as best: its columns end before that one. */
  const WITH_BEST = 6;

  function best(row) {
    const name = row.best && el("a", { href: row.best.href }, row.best.text);
    return [name, name ? " " : null, el("small", null, row.best_text), row.people ? el("small", null, row.people) : null];
  }

  function side(row) {
    const word = home.dom.verdict(row.side.symbol, row.side.text, row.side.tone);
    word.setAttribute("title", row.side.reason);
    word.append(el("span", { class: "visually-hidden" }, `. ${row.side.reason}`));
    return word;
  }

  /** On a phone a row is a block, and each cell is headed by its column's name (see 78-compare.css). */
  function line(row, columns) {
    let place = 0;
    const cell = (className, ...children) => el("td", { role: "cell", class: className, "data-column": columns[++place] }, children);
    const name = [el("a", { href: row.name.href }, row.name.text), " ", el("small", null, row.period)];
    return el("tr", { role: "row", "data-indicator": row.indicator },
      el("th", { role: "rowheader", scope: "row" }, name), cell("num", row.value_text, row.note ? el("small", null, row.note) : null), cell("num", row.middle_text),
      cell("num", row.gap_text), cell("compare-cell", picture(row)), cell(null, side(row)), columns.length > WITH_BEST ? cell("compare-best", best(row)) : null);
  }

  function group(item, columns) {
    const head = el("th", { role: "rowheader", scope: "rowgroup", colspan: columns.length }, item.title);
    const title = item.title && el("tr", { role: "row", class: item.is_section ? "section" : "group" }, head);
    return el("tbody", { role: "rowgroup" }, title, item.rows.map((row) => line(row, columns)));
  }

  const SAMPLES = { own: () => own("neutral"), peer, middle };

  const sample = (mark) => svg("svg", { width: 24, height: 2 * AXIS, class: "sample", "aria-hidden": "true", focusable: "false" }, svg("svg", { x: 12, y: AXIS, class: "at" }, SAMPLES[mark]()));

  const OWN = { name: "compare", numbers: [1, 2, 3], group, sample };
  const draw = (host, view) => home.rowTable.draw(host, view, OWN);

  home.compare = { draw };
})((window.halsodialog = window.halsodialog || {}));

/* Two groups over all indicators: a table with the numbers as text, and in each row both values with the way between them,
   better to the right where the indicator has a direction. The picture says the same in words. */
(function (home) {
  "use strict";

  if (home.dumbbells) return;

  const AXIS = 12;
  const el = (...parts) => home.dom.el(...parts);
  const svg = (...parts) => home.dom.svg(...parts);
  const at = (x, ...children) => svg("svg", { x: home.marks.percent(x), y: AXIS, class: "at" }, ...children);

  /* A full circle and a hollow diamond: neither colour nor size alone sets them apart. */
  const first = () => svg("circle", { r: 6, class: "pair-first" });
  const second = () => svg("path", { d: "M0-7L6.5 0L0 7L-6.5 0Z", class: "pair-second" });
  const way = (a, b) => svg("line", { x1: a, x2: b, y1: AXIS, y2: AXIS, class: "dumbbell-way" });

  function picture(row) {
    return svg("svg", { class: "dumbbell", width: "100%", height: 2 * AXIS, role: "img", "aria-label": row.summary },
      svg("title", null, row.summary),
      svg("line", { x1: 0, x2: "100%", y1: AXIS, y2: AXIS, class: "axis" }),
      way(home.marks.percent(row.first_x), home.marks.percent(row.second_x)),
      at(row.first_x, first()), at(row.second_x, second()));
  }

  const named = (text, name) => (name ? [text, " ", el("small", null, name)] : text);

  /** On a phone a row is a block, and each cell is headed by its column's name (see 79-equality.css). */
  function line(row, columns) {
    let place = 0;
    const cell = (className, ...children) => el("td", { role: "cell", class: className, "data-column": columns[++place] }, children);
    const name = [el("a", { href: row.href }, row.name), " ", el("small", null, `${row.unit}, ${row.period}`)];
    return el("tr", { role: "row", "data-indicator": row.indicator, class: row.is_chosen ? "own" : null },
      el("th", { role: "rowheader", scope: "row" }, name),
      cell("num", named(row.first_text, row.first_name)), cell("num", named(row.second_text, row.second_name)),
      cell("dumbbell-cell", picture(row)), cell("num", row.difference_text), cell("num", row.ratio_text),
      cell(null, row.worse),
      cell("dumbbell-change", el("a", { href: row.change_href, "aria-label": `${row.name}: ${row.change}` }, row.change)));
  }

  function group(item, columns) {
    const head = el("th", { role: "rowheader", scope: "rowgroup", colspan: columns.length }, item.title);
    return el("tbody", { role: "rowgroup" }, el("tr", { role: "row", class: "group" }, head), item.rows.map((row) => line(row, columns)));
  }

  const SAMPLES = { first: () => at(0.5, first()), second: () => at(0.5, second()), way: () => way(2, 26) };

  const sample = (mark) => svg("svg", { width: 28, height: 2 * AXIS, class: "sample", "aria-hidden": "true", focusable: "false" }, SAMPLES[mark]());

  const OWN = { name: "dumbbells", numbers: [1, 2, 4, 5], group, sample };
  const draw = (host, view) => home.rowTable.draw(host, view, OWN);

  home.dumbbells = { draw };
})((window.halsodialog = window.halsodialog || {}));

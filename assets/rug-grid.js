/* The overview as a grid: headings stay in view, arrow keys walk it, and the cell in hand is read out in a line above. */
(function (home) {
  "use strict";

  const PAGE = 8;
  const NOTHING = "–"; // A cell whose state has no symbol: a link must have something to be seen and pressed.
  const { el } = home.dom;

  /** A link of the grid, kept by its place so that the arrow keys can find its neighbours. Row 0 and column 0 are headings. */
  function place(state, r, c, link) {
    (state.grid[r] ||= [])[c] = link;
    link.place = [r, c];
    return link;
  }

  /** A region by its whole name, which need not hold the short one on the screen: by voice it is asked for as it stands. */
  function named(column) {
    return ` ${column.name} `.includes(` ${column.short} `) ? column.name : `${column.short}, ${column.name}`;
  }

  function columnHeads(view, state) {
    const head = (column, i) => el("th", { scope: "col", class: "region" },
      place(state, 0, i + 1, el("a", { href: column.href, tabindex: "-1", "aria-label": named(column) }, column.short)));
    return el("thead", null, el("tr", null, el("th", { scope: "col", class: "corner" }, home.words.word(view, "column_indicator")), view.columns.map(head)));
  }

  /** A cell of each state, made once and copied: 2 500 cells differ only in address and sentence. */
  function patterns(view) {
    const pattern = (code, mark) => el("td", null, el("a", { tabindex: "-1", "data-tone": mark.tone, "data-state": code }, mark.symbol || NOTHING));
    const made = new Map(Object.values(view.states).map((mark) => [mark.code, pattern(mark.code, mark)]));
    return (code) => made.get(code) || made.set(code, pattern(code, { tone: "missing", symbol: "" })).get(code);
  }

  function cell(view, state, row, r, i) {
    const td = state.pattern(row.cells[i][0]).cloneNode(true);
    const link = home.dom.link(td.firstChild, home.rugParts.cellHref(view.columns[i], row));
    link.setAttribute("aria-label", home.rugParts.sentence(view, row, view.columns[i], row.cells[i]));
    place(state, r, i + 1, link);
    return td;
  }

  function indicatorRow(view, state, row) {
    const r = Math.max(1, state.grid.length);
    const name = place(state, r, 0, el("a", { href: row.href, tabindex: "-1" }, row.name));
    return el("tr", null, el("th", { scope: "row" }, el("span", { class: "row-head" }, name, el("small", null, row.period))), row.cells.map((_, i) => cell(view, state, row, r, i)));
  }

  function areaBody(view, state, area) {
    const across = { colspan: view.columns.length + 1 };
    const heading = el("tr", { class: "area" }, el("th", { scope: "rowgroup", ...across }, el("span", { class: "stay" }, area.name)));
    const gap = area.gap ? el("tr", { class: "gap" }, el("td", across, el("span", { class: "stay" }, area.gap))) : null;
    return el("tbody", null, heading, gap, area.rows.map((row) => indicatorRow(view, state, row)));
  }

  function sectionBodies(view, state, section) {
    const heading = el("tr", { class: "dimension" }, el("th", { scope: "rowgroup", colspan: view.columns.length + 1, id: `rug-${section.code}` }, el("span", { class: "stay" }, section.name)));
    return [el("tbody", null, heading), section.areas.map((area) => areaBody(view, state, area))];
  }

  /** The line that reads and the scrolling table under it. */
  function content(view, state) {
    state.pattern = patterns(view);
    state.line = el("p", { class: "rug-reading", "aria-hidden": "true" }, home.words.word(view, "rug_hint"));
    const table = el("table", { class: "rug", role: "grid", "aria-label": view.caption }, columnHeads(view, state), view.sections.map((section) => sectionBodies(view, state, section)));
    return [state.line, el("div", { class: "rug-scroll", role: "region", tabindex: "0", "aria-label": view.caption }, table)];
  }

  /** Say the cell in hand and light its row and column headings. */
  function read(state, link) {
    const [r, c] = link.place;
    const lit = [state.grid[r]?.[0], state.grid[0]?.[c]];
    for (const old of state.lit || []) old?.classList.remove("lit");
    for (const heading of lit) heading?.classList.add("lit");
    state.lit = lit;
    state.line.textContent = link.getAttribute("aria-label") || link.textContent;
    state.line.dataset.tone = link.dataset.tone || "";
  }

  /** The place a key leads to from (r, c); the corner above the rows has no link and is stepped over. */
  function step(key, r, c, last, ctrl) {
    const moves = {
      ArrowRight: [r, c + 1], ArrowLeft: [r, c - 1], ArrowDown: [r + 1, c], ArrowUp: [r - 1, c],
      Home: [ctrl ? 1 : r, 0], End: [ctrl ? last.r : r, last.c], PageDown: [r + PAGE, c], PageUp: [r - PAGE, c],
    };
    if (!moves[key]) return null;
    const [row, column] = moves[key];
    const least = column < 1 ? 1 : 0;
    return [Math.min(last.r, Math.max(least, row)), Math.min(last.c, Math.max(r === 0 ? 1 : 0, column))];
  }

  /** Keep the focused cell clear of the headings that stand over the scrolling part. */
  function reveal(link) {
    const box = link.closest(".rug-scroll");
    const table = box.firstChild;
    const head = table.tHead.getBoundingClientRect().height;
    const side = table.tHead.rows[0].cells[0].getBoundingClientRect().width;
    const frame = box.getBoundingClientRect();
    const cell = link.getBoundingClientRect();
    if (link.closest("tbody") && cell.top < frame.top + head) box.scrollTop -= frame.top + head - cell.top + 8;
    if (link.closest("td") && cell.left < frame.left + side) box.scrollLeft -= frame.left + side - cell.left + 8;
  }

  function pressed(event, state) {
    const link = event.target.closest?.(".rug a");
    if (!link || event.altKey || event.metaKey) return;
    const [r, c] = link.place;
    const last = { r: state.grid.length - 1, c: state.view.columns.length };
    const next = step(event.key, r, c, last, event.ctrlKey);
    if (!next) return;
    event.preventDefault();
    const target = state.grid[next[0]]?.[next[1]];
    if (target) state.current = home.roving.move(state.current, target, true);
  }

  function listen(host, state) {
    const linkOf = (event) => event.target.closest?.(".rug a");
    host.addEventListener("keydown", (event) => pressed(event, state));
    host.addEventListener("pointerover", (event) => { const link = linkOf(event); if (link) read(state, link); });
    host.addEventListener("focusin", (event) => {
      const link = linkOf(event);
      if (!link) return;
      state.current = home.roving.move(state.current, link, false);
      read(state, link);
      reveal(link);
    });
  }

  home.rugGrid = { content, listen };
})((window.halsodialog = window.halsodialog || {}));

/* The scorecard: a region's rows by dimension and area, drawn from a ScorecardView (see dashboard/viewmodels/contract.py). */
(function (home) {
  "use strict";

  if (home.scorecard) return; // Loaded twice, it would forget what its hosts show and listen to them twice.

  /* What a host shows and which of its rows stand open. Held weakly: a host that leaves the page takes all this with it. */
  const states = new WeakMap();

  const { el } = home.dom;

  function head(view) {
    const word = (key) => home.words.word(view, key);
    const column = (name, ...content) => el("th", { scope: "col", role: "columnheader", class: `c-${name}` }, ...content);
    const better = el("span", { class: "better", "aria-hidden": "true" }, word("better"));
    return el("thead", { role: "rowgroup" }, el("tr", { role: "row" },
      column("name", word("column_indicator")), column("value", word("column_value")), column("trend", word("column_trend")),
      column("dots", word("column_spread"), better), column("position", word("column_position")), column("target", word("column_target")),
      column("more", el("span", { class: "visually-hidden" }, word("column_details")))));
  }

  /** A row's id, so that it can be linked to; a row shown in two places gets a second one. */
  function register(state, row) {
    let id = `row-${row.indicator}`;
    for (let n = 2; state.rows.has(id); n += 1) id = `row-${row.indicator}-${n}`;
    state.rows.set(id, row);
    return id;
  }

  function areaBody(area, state) {
    const { view } = state;
    const across = { colspan: home.scorecardRow.COLUMNS };
    const line = (text) => text && el("tr", { class: "area-note", role: "row" }, el("td", { role: "cell", ...across }, text));
    const heading = el("th", { scope: "rowgroup", role: "rowheader", ...across }, area.name);
    const rows = area.rows.map((index) => home.scorecardRow.draw(view.rows[index], register(state, view.rows[index]), view));
    return el("tbody", { role: "rowgroup" }, el("tr", { class: "area", role: "row" }, heading), line(area.gap), line(area.note), rows);
  }

  function sectionCard(section, state) {
    const id = `dim-${section.code}`;
    const name = section.href ? el("a", { href: section.href }, section.name) : section.name;
    const rows = section.areas.reduce((sum, area) => sum + area.rows.length + 1, 1);
    return el("section", { class: "scorecard-section", "aria-labelledby": id, style: `--rows: ${rows}` },
      el("h2", { id }, name, " ", el("small", null, section.count_text)),
      el("table", { class: "scorecard", role: "table" },
        el("caption", null, [state.view.caption, section.name].filter(Boolean).join(", ")),
        head(state.view), section.areas.map((area) => areaBody(area, state))));
  }

  /** The key. Where the column headings are out of sight it also says which way is better. */
  function legend(view) {
    if (!view.legend.length) return null;
    const list = home.marks.legend(view.legend, home.words.word(view, "legend"));
    list.append(el("li", { class: "legend-better" }, home.words.word(view, "better")));
    return el("div", { class: "scorecard-legend" }, list);
  }

  function content(state) {
    const { view } = state;
    if (view.empty) return [el("div", { class: "empty-state" }, el("p", null, view.empty))];
    return [
      legend(view),
      ...view.sections.map((section) => sectionCard(section, state)),
      view.source_line ? el("p", { class: "source-line" }, view.source_line) : null,
    ].filter(Boolean);
  }

  function setOpen(host, state, id, open) {
    const tr = host.querySelector(`#${CSS.escape(id)}`);
    const row = state.rows.get(id);
    if (!tr || !row) return;
    const button = tr.querySelector(".disclosure");
    const detail = tr.nextElementSibling;
    button.setAttribute("aria-expanded", String(open));
    button.setAttribute("aria-label", `${home.words.word(state.view, open ? "close" : "open")} ${row.name}`);
    tr.classList.toggle("is-open", open);
    detail.hidden = !open;
    if (open) detail.firstChild.replaceChildren(home.scorecardDetail.draw(row, state.view, state.regionsOpen.has(id)));
    state.open[open ? "add" : "delete"](id);
  }

  function clicked(event, host, state) {
    const button = event.target.closest?.(".disclosure");
    if (!button || !host.contains(button)) return;
    setOpen(host, state, button.closest("tr").id, button.getAttribute("aria-expanded") !== "true");
  }

  /** The table of regions is built when it is first asked for. `toggle` does not bubble: it is caught on its way down. */
  function toggled(event, state) {
    const details = event.target;
    if (!details.classList?.contains("more")) return;
    const id = details.closest("tr").previousElementSibling.id;
    state.regionsOpen[details.open ? "add" : "delete"](id);
    if (!details.open || details.querySelector("table")) return;
    details.append(home.scorecardDetail.regions(state.rows.get(id), state.view));
  }

  function start(host) {
    const state = { view: null, rows: new Map(), open: new Set(), regionsOpen: new Set(), drawn: false };
    state.reader = home.reading.attach(host, (picture) => state.rows.get(picture.closest("tr").id), () => state.view);
    host.addEventListener("click", (event) => clicked(event, host, state));
    host.addEventListener("toggle", (event) => toggled(event, state), true);
    states.set(host, state);
    return state;
  }

  /** Which part of which row has the focus, so that a redraw can give it back. */
  function focused(host) {
    const active = document.activeElement;
    if (!active || !host.contains(active) || !active.dataset.part) return null;
    const tr = active.closest("tr");
    return { id: tr.id, part: active.dataset.part };
  }

  function restore(host, where) {
    if (!where) return;
    host.querySelector(`#${CSS.escape(where.id)} [data-part="${where.part}"]`)?.focus({ preventScroll: true });
  }

  /** A link to one row ("#row-…") opens it: the row was not there when the browser looked for it. */
  function followHash(host, state) {
    const id = decodeURIComponent(location.hash.slice(1));
    if (!state.rows.has(id)) return;
    setOpen(host, state, id, true);
    const tr = host.querySelector(`#${CSS.escape(id)}`);
    tr.scrollIntoView({ block: "center" });
    tr.querySelector("a")?.focus({ preventScroll: true });
  }

  /** Draw the view in the host, replacing what it showed; rows that stay keep being open and focused. */
  function draw(host, view) {
    const state = states.get(host) || start(host);
    const where = focused(host);
    state.reader.close();
    Object.assign(state, { view, rows: new Map() });
    host.classList.add("scorecard-host");
    host.replaceChildren(...content(state), state.reader.live);
    for (const id of [...state.open]) setOpen(host, state, id, true);
    restore(host, where);
    if (!state.drawn && location.hash.length > 1) followHash(host, state);
    state.drawn = true;
  }

  home.scorecard = { draw };
})((window.halsodialog = window.halsodialog || {}));

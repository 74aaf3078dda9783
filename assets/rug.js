/* The overview ("the rug"): 21 regions × indicators, drawn from a RugView. One grid on a wide screen, one region at a time on a phone. */
(function (home) {
  "use strict";

  if (home.rug) return; // Loaded twice, it would forget what its hosts show and listen to them twice.

  const states = new WeakMap();
  const shown = new Set();
  const narrow = window.matchMedia("(max-width: 719.98px)");

  const { el } = home.dom;

  /** The sentence of one cell. A missing value has no unit to be read with. */
  function sentence(view, row, column, [code, value]) {
    const state = view.states[code];
    return home.words.compose(home.words.word(view, "cell"), {
      region: column.name, indicator: row.name, value, unit: value ? row.unit : "", period: row.period, state: state ? state.text : code,
    });
  }

  /** The region's page at one indicator's row. An address may hold {indicator} where the row is named elsewhere than in the hash. */
  function cellHref(column, row) {
    if (column.href.includes("{indicator}")) return column.href.replace("{indicator}", encodeURIComponent(row.indicator));
    return column.href.includes("#") ? column.href : `${column.href}#row-${encodeURIComponent(row.indicator)}`;
  }

  function legend(view) {
    const item = (state) => el("li", null, el("span", { class: "swatch", "data-tone": state.tone, "data-state": state.code, "aria-hidden": "true" }, state.symbol || "–"), el("span", null, state.text));
    return el("ul", { class: "legend rug-legend", "aria-label": home.words.word(view, "legend") }, Object.values(view.states).map(item));
  }

  function tabStop(state, host) {
    const first = host.querySelector(".rug a");
    state.current = first && home.roving.move(null, first, false);
  }

  /** Draw the view in the host, as the width of the window asks. */
  function draw(host, view) {
    const state = states.get(host) || start(host);
    const where = state.current && host.contains(document.activeElement) ? state.current.place : null;
    Object.assign(state, { view, grid: [], current: null });
    host.classList.add("rug-host");
    const body = narrow.matches ? home.rugPhone.content(view, state) : home.rugGrid.content(view, state);
    host.replaceChildren(legend(view), ...body, el("p", { class: "source-line" }, view.source_line));
    if (!narrow.matches) tabStop(state, host);
    const again = where && state.grid[where[0]]?.[where[1]];
    if (again) state.current = home.roving.move(state.current, again, true);
  }

  function start(host) {
    const state = { view: null, grid: [], current: null, region: null };
    states.set(host, state);
    home.rugGrid.listen(host, state);
    home.rugPhone.listen(host, state);
    shown.add(new WeakRef(host));
    return state;
  }

  /* Turning a phone or dragging a window changes which of the two drawings is wanted. */
  narrow.addEventListener("change", () => {
    for (const reference of shown) {
      const host = reference.deref();
      if (host && host.isConnected) draw(host, states.get(host).view);
      else shown.delete(reference);
    }
  });

  /** What a host shows. */
  const viewOf = (host) => states.get(host)?.view;

  home.rug = { draw, viewOf };
  home.rugParts = { sentence, cellHref };
})((window.halsodialog = window.halsodialog || {}));

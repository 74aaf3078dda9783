/* The overview on a phone: one region at a time, chosen in a native select, its verdicts as a list by area. */
(function (home) {
  "use strict";

  const { el } = home.dom;

  function item(view, row, index) {
    const [code, value] = row.cells[index];
    const state = view.states[code] || { symbol: "", tone: "missing", text: code };
    const figure = value ? el("span", { class: "figure" }, value, " ", el("span", { class: "unit" }, row.unit)) : null;
    return el("li", null, el("a", { href: home.rugParts.cellHref(view.columns[index], row) }, row.name),
      el("span", { class: "said" }, home.dom.verdict(state.symbol, state.text, state.tone, "verdict small"), figure));
  }

  function areaList(view, area, index) {
    const gap = area.gap ? el("p", { class: "gap" }, area.gap) : null;
    const rows = area.rows.length ? el("ul", { class: "rug-list" }, area.rows.map((row) => item(view, row, index))) : null;
    return [el("h3", null, area.name), gap, rows];
  }

  /** All areas of one region. */
  function lists(view, index) {
    return view.sections.map((section) => el("section", null, el("h2", null, section.name), section.areas.map((area) => areaList(view, area, index))));
  }

  function chosen(view, state) {
    return Math.max(0, view.columns.findIndex((column) => column.code === state.region));
  }

  function content(view, state) {
    const index = chosen(view, state);
    const options = view.columns.map((column, i) => el("option", { value: column.code, selected: i === index }, column.name));
    const select = el("select", { class: "form-select rug-select" }, options);
    const label = el("label", { class: "rug-choose" }, el("span", { class: "form-label" }, home.words.word(view, "choose_region")), select);
    return [label, el("div", { class: "rug-phone" }, lists(view, index))];
  }

  function listen(host, state) {
    host.addEventListener("change", (event) => {
      if (!event.target.classList.contains("rug-select")) return;
      state.region = event.target.value;
      host.querySelector(".rug-phone").replaceChildren(...lists(state.view, chosen(state.view, state)));
    });
  }

  home.rugPhone = { content, listen };
})((window.halsodialog = window.halsodialog || {}));

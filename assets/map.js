/* The map of the counties, drawn from a MapView and MapShapes. Each county is a link; the crowded part is shown once more, enlarged. */
(function (home) {
  "use strict";

  if (home.map) return; // Loaded twice, it would forget what its hosts show and listen to them twice.

  const states = new WeakMap();
  const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

  const { el, svg } = home.dom;
  const box = (text) => text.split(/[\s,]+/).map(Number);

  function shape(region, view, shapes) {
    const state = view.states[region.state] || { tone: "missing", symbol: "" };
    return svg("path", { d: shapes.paths[region.code], class: "county", "data-tone": state.tone, "data-state": region.state });
  }

  /** A symbol keeps its size on the screen whatever the window of the drawing, so it is sized in parts of that window. */
  function symbol(region, view, centres, size) {
    const state = view.states[region.state];
    const centre = centres.get(region.code);
    if (!state || !centre) return null;
    return svg("text", { x: centre.x, y: centre.y + size * 0.36, "font-size": size, class: "county-symbol", "data-tone": state.tone, "aria-hidden": "true" }, state.symbol);
  }

  function county(region, view, shapes, centres, size) {
    if (!shapes.paths[region.code]) return null;
    return svg("a", { href: region.href, class: "county-link", tabindex: "-1", "aria-label": region.text, "data-code": region.code },
      shape(region, view, shapes), symbol(region, view, centres, size));
  }

  /** The whole country, with a frame round the part that is enlarged. */
  function country(view, shapes, centres) {
    const [, , width] = box(shapes.view_box);
    const frame = shapes.inset ? box(shapes.inset) : null;
    return svg("svg", { class: "country", viewBox: shapes.view_box, role: "group", "aria-label": view.summary },
      view.regions.map((region) => county(region, view, shapes, centres, width / 17)),
      frame && svg("rect", { x: frame[0], y: frame[1], width: frame[2], height: frame[3], class: "inset-frame" }));
  }

  /** The same counties larger. The picture repeats what the country says, so it is for the eye and the pointer only. */
  function inset(view, shapes, centres) {
    if (!shapes.inset) return null;
    const [, , width] = box(shapes.inset);
    const part = (region) => svg("g", { class: "county-copy", "data-code": region.code }, shape(region, view, shapes), symbol(region, view, centres, width / 13));
    const picture = svg("svg", { class: "inset", viewBox: shapes.inset, "aria-hidden": "true", focusable: "false" }, view.regions.filter((region) => shapes.paths[region.code]).map(part));
    return el("div", { class: "map-inset" }, el("span", { class: "inset-name", "aria-hidden": "true" }, home.words.word(view, "inset")), picture);
  }

  function legend(view) {
    const used = new Set(view.regions.map((region) => region.state));
    const item = (state) => el("li", null, el("span", { class: "swatch", "data-tone": state.tone, "data-state": state.code, "aria-hidden": "true" }, state.symbol || "–"), el("span", null, state.text));
    return el("ul", { class: "legend map-legend", "aria-label": home.words.word(view, "legend") }, Object.values(view.states).filter((state) => used.has(state.code)).map(item));
  }

  function content(view, shapes, state) {
    state.line = el("p", { class: "map-reading", "aria-hidden": "true" }, home.words.word(view, "map_hint"));
    return el("figure", { class: "map", "data-lang": view.lang },
      el("figcaption", null, view.title, view.caption && view.caption !== view.title ? el("small", null, view.caption) : null),
      el("div", { class: "map-body" }, country(view, shapes, state.centres), el("div", { class: "map-side" }, state.line, legend(view), inset(view, shapes, state.centres))),
      el("p", { class: "source-line" }, view.source_line));
  }

  const linkFor = (host, code) => host.querySelector(`.county-link[data-code="${CSS.escape(code)}"]`);

  /** Show the sentence of a county and light it in both drawings. */
  function read(host, state, code) {
    const region = state.view.regions.find((one) => one.code === code);
    if (!region) return;
    for (const old of host.querySelectorAll(".lit")) old.classList.remove("lit");
    for (const part of host.querySelectorAll(`[data-code="${CSS.escape(code)}"]`)) part.classList.add("lit");
    state.line.textContent = region.text;
    state.line.dataset.tone = state.view.states[region.state]?.tone || "";
  }

  /** The nearest county in the direction of an arrow: going straight counts for more than being near. */
  function neighbour(state, code, [dx, dy]) {
    const from = state.centres.get(code);
    let best = null;
    for (const [other, to] of state.centres) {
      const along = (to.x - from.x) * dx + (to.y - from.y) * dy;
      const aside = Math.abs((to.x - from.x) * dy) + Math.abs((to.y - from.y) * dx);
      if (other === code || along <= 0) continue;
      const cost = along + 2 * aside;
      if (!best || cost < best.cost) best = { code: other, cost };
    }
    return best && best.code;
  }

  function pressed(event, host, state) {
    const link = event.target.closest?.(".county-link");
    if (!link) return;
    const codes = [...state.centres.keys()];
    const edge = { Home: codes[0], End: codes[codes.length - 1] }[event.key];
    const code = edge || (ARROWS[event.key] && neighbour(state, link.dataset.code, ARROWS[event.key]));
    if (!edge && !ARROWS[event.key]) return;
    event.preventDefault();
    if (code) state.current = home.roving.move(state.current, linkFor(host, code), true);
  }

  function focused(event, host, state) {
    const link = event.target.closest?.(".county-link");
    if (!link) return;
    state.current = home.roving.move(state.current, link, false);
    read(host, state, link.dataset.code);
  }

  function start(host) {
    const state = { view: null, current: null, centres: new Map() };
    states.set(host, state);
    const over = (event) => event.target.closest?.("[data-code]");
    host.addEventListener("keydown", (event) => pressed(event, host, state));
    host.addEventListener("focusin", (event) => focused(event, host, state));
    host.addEventListener("pointerover", (event) => { const part = over(event); if (part) read(host, state, part.dataset.code); });
    host.addEventListener("click", (event) => { const copy = event.target.closest?.(".county-copy"); if (copy) openCopy(host, state, copy); });
    return state;
  }

  function openCopy(host, state, copy) {
    const region = state.view.regions.find((one) => one.code === copy.dataset.code);
    if (region) home.dom.follow(host, region.href);
  }

  /** Draw the view in the host; a county that has the focus keeps it. */
  function draw(host, view, shapes) {
    const state = states.get(host) || start(host);
    const code = host.contains(document.activeElement) ? document.activeElement.dataset.code : null;
    const centres = view.regions.map((region) => [region.code, shapes.paths[region.code] && home.mapCentre.centre(shapes.paths[region.code])]);
    Object.assign(state, { view, centres: new Map(centres.filter((pair) => pair[1])), current: null });
    host.classList.add("map-host");
    host.replaceChildren(content(view, shapes, state));
    const link = (code && linkFor(host, code)) || host.querySelector(".county-link");
    if (link) state.current = home.roving.move(null, link, Boolean(code));
  }

  home.map = { draw };
})((window.halsodialog = window.halsodialog || {}));

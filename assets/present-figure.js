/* What a slide shows, drawn by the same scripts as the live view and made large: type, lines and marks grow together. */
(function (home) {
  "use strict";

  if (home.presentFigure) return;

  const NATURAL = 640;
  const NARROW = 480;
  const CLOSER = 0.72;
  const LONG = 24;
  const TURNS = 16;
  const el = (...parts) => home.dom.el(...parts);

  /* The measures of a chart that grow, by the part they stand in; what is told in the figures' own units stays. */
  const ANYWHERE = new Set(["size", "xshift", "yshift", "ticklen", "tickwidth", "gridwidth", "standoff", "ticklabelstandoff", "borderpad", "borderwidth"]);
  const WITHIN = { margin: new Set(["l", "r", "t", "b", "pad"]), line: new Set(["width"]) };

  function grown(value, k, parent) {
    if (Array.isArray(value)) return value.map((item) => (item !== null && typeof item === "object" ? grown(item, k, parent) : item));
    const found = {};
    for (const [key, item] of Object.entries(value)) {
      const grows = ANYWHERE.has(key) || WITHIN[parent]?.has(key);
      if (grows && typeof item === "number") found[key] = item * k;
      else if (grows && Array.isArray(item)) found[key] = item.map((one) => (typeof one === "number" ? one * k : one));
      else found[key] = item !== null && typeof item === "object" ? grown(item, k, key) : item;
    }
    return found;
  }

  /** A key with a dot is a part of a part. */
  function placed(layout, parts) {
    for (const [key, value] of Object.entries(parts)) {
      const [outer, inner] = key.split(".");
      if (inner) layout[outer] = { ...layout[outer], [inner]: value };
      else layout[key] = value;
    }
    return layout;
  }

  /** What stands above or below the plot is told in parts of its height, which has not grown as much as the rest. */
  function reached(layout, high, k) {
    const { t = 80, b = 80 } = layout.margin || {};
    const ratio = (high * k - t - b) / Math.max(1, layout.height - t - b);
    const outside = (y) => (y > 1 ? 1 + (y - 1) * ratio : y < 0 ? y * ratio : y);
    const move = (item, names) => (item.yref === "paper" ? { ...item, ...Object.fromEntries(names.filter((name) => name in item).map((name) => [name, outside(item[name])])) } : item);
    layout.shapes = (layout.shapes || []).map((item) => move(item, ["y0", "y1"]));
    layout.annotations = (layout.annotations || []).map((item) => move(item, ["y"]));
    return layout;
  }

  /** The chart as large as its place: its own measures times the same number. On a phone it keeps its own size. */
  function chart(host, shown, box) {
    const { meta, ...layout } = shown.figure.layout;
    const isNarrow = box.width < NARROW;
    const own = placed({ ...layout }, (isNarrow ? meta?.narrow : meta?.wide) || {});
    const high = own.height || layout.height || 400;
    // Rows stand closer than on the page, so that the type can be larger than its share of the height.
    const k = isNarrow ? 1 : Math.max(1, Math.min(box.width / NATURAL, box.height / (high * CLOSER)));
    const size = { width: box.width, height: isNarrow ? high : Math.max(box.height, 240), autosize: false };
    const place = el("div", { class: "stage-chart", role: "img", "aria-label": shown.alt });
    host.append(place);
    const drawn = reached({ ...grown(own, k, ""), ...size }, high, k);
    window.Plotly.newPlot(place, grown(shown.figure.data, k, ""), drawn, { staticPlot: true, displayModeBar: false });
  }

  function facts(items) {
    return items.length ? el("dl", { class: "stage-facts" }, items.map((item) => el("div", null, el("dt", null, item.label), el("dd", { class: item.text.length > LONG ? "is-long" : null }, item.text)))) : null;
  }

  function finding(item) {
    const symbol = el("span", { class: "symbol", "aria-hidden": "true" }, item.symbol);
    return el("li", { "data-tone": item.tone }, symbol, el("span", null, item.text, item.note ? el("small", null, item.note) : null));
  }

  function message(host, shown) {
    host.append(...[facts(shown.facts), shown.sentences.length ? el("ul", { class: "stage-findings" }, shown.sentences.map(finding)) : null].filter(Boolean));
  }

  /* Marks that not every row has: the key leaves out those that no row on the slide has. */
  const HAS = {
    target: (row) => row.target.x !== null && !row.target.dashed, "target-dashed": (row) => row.target.x !== null && row.target.dashed,
    international: (row) => row.international.x !== null, inside: (row) => row.inside.xs.length > 0,
    nation: (row, view) => row.nation_x !== null && view.area !== "00",
  };

  function legend(view) {
    const items = view.legend.filter(({ mark }) => !HAS[mark] || view.rows.some((row) => HAS[mark](row, view)));
    return home.marks.legend(items, home.words.word(view, "legend"));
  }

  const number = (row) => (row.value === null ? el("span", { class: "missing-text" }, row.missing || row.value_text)
    : [el("span", { class: "number" }, row.value_text), " ", el("span", { class: "unit" }, row.unit)]);

  function judged(symbol, text, tone, why) {
    return text ? el("li", null, home.dom.verdict(symbol, text, tone), why ? el("span", { class: "why" }, why) : null) : null;
  }

  /** One indicator alone: its value, its place among the regions, its years, and each verdict with its reason. */
  function one(row, view) {
    const { target, trend } = row;
    return el("div", { class: "stage-one" },
      el("div", { class: "stage-value" }, el("p", null, number(row)), el("p", { class: "context" }, [row.period_text, row.nation_text].filter(Boolean).join(" · ")),
        el("div", { class: "stage-trend" }, home.trendLine.draw(trend))),
      el("div", null, home.dotRange.draw(row, view), legend(view),
        el("ul", { class: "stage-verdicts" },
          judged(row.position_symbol, row.position_text, row.position_tone, row.position_reason),
          target.value === null ? null : judged(target.symbol, target.text, target.tone, target.reason),
          judged(trend.symbol, trend.text, trend.tone, trend.reason))));
  }

  /** The dot-range; which way is better is said once, in the column's heading. */
  function dots(row, view) {
    const drawn = home.dotRange.draw(row, view);
    if (row.direction !== "none") drawn?.querySelector(".axis-note")?.remove();
    return drawn;
  }

  function line(row, view) {
    return el("tr", null,
      el("th", { scope: "row" }, row.name, el("small", null, row.period_text)), el("td", { class: "stage-number" }, number(row)), el("td", { class: "stage-dots" }, dots(row, view)),
      el("td", null, home.dom.verdict(row.position_symbol, row.position_text, row.position_tone)), el("td", null, home.dom.verdict(row.trend.symbol, row.trend.text, row.trend.tone)));
  }

  function several(shown) {
    const { scorecard: view } = shown;
    const words = ["column_indicator", "column_value", "column_spread", "column_position", "column_trend"];
    const head = el("thead", null, el("tr", null, words.map((key) => el("th", { scope: "col" }, view.labels[key]))));
    const table = el("table", { class: "stage-rows" }, el("caption", { class: "visually-hidden" }, shown.caption || shown.heading), head, el("tbody", null, view.rows.map((row) => line(row, view))));
    return [table, legend(view)];
  }

  function rows(host, shown) {
    const view = shown.scorecard;
    host.append(...(view.rows.length === 1 ? [one(view.rows[0], view)] : several(shown)));
  }

  /* The ends of a map, region by region: what lies between is read off the map. */
  const BETWEEN = new Set(["middle", "missing", "unknown"]);

  function ends(view) {
    const of = (code) => view.regions.filter((region) => region.state === code);
    const list = (state) => el("section", { "data-tone": state.tone }, el("h2", null, el("span", { "aria-hidden": "true" }, `${state.symbol} `), state.text),
      el("ul", null, of(state.code).map((region) => el("li", null, region.name, " ", el("strong", null, region.value_text)))));
    return el("div", { class: "stage-ends" }, Object.values(view.states).filter((state) => !BETWEEN.has(state.code) && of(state.code).length).map(list));
  }

  function map(host, shown, box, shapes) {
    home.map.draw(host, shown.map, shapes);
    host.querySelector(".map-side").append(ends(shown.map));
  }

  const DRAWN = {
    message, rows, chart, map,
    rug: (host, shown) => home.rug.draw(host, shown.rug),
    compare: (host, shown) => home.compare.draw(host, shown.compare),
    pairs: (host, shown) => home.dumbbells.draw(host, shown.pairs),
    table: (host, shown) => home.tables.draw(host, shown.table),
  };

  /* A chart is told its size, all else is laid out as on a small screen and enlarged. */
  function fit(inner, box, k) {
    let zoom = k;
    for (let turn = 0; turn < TURNS; turn += 1) {
      inner.style.zoom = String(zoom);
      const { height } = inner.getBoundingClientRect();
      const wide = inner.scrollWidth > inner.clientWidth + 1;
      if ((height <= box.height && !wide) || zoom === 1) return;
      zoom = Math.max(1, zoom * (wide ? 0.92 : Math.min(0.97, (box.height / height) ** 0.7)));
    }
  }

  /** Nothing on a slide can be pressed or walked: the keys belong to the presenter. */
  function still(inner) {
    for (const part of inner.querySelectorAll("a[href], [tabindex]")) part.setAttribute("tabindex", "-1");
    for (const link of inner.querySelectorAll("a[href]")) {
      link.removeAttribute("href");
      // Without an address it is no link any more: what its name says is what the mark shows.
      if (link.hasAttribute("aria-label")) link.setAttribute("role", "img");
    }
    for (const grid of inner.querySelectorAll("[role=grid]")) grid.setAttribute("role", "table");
  }

  /** Draw what a slide shows in its place, `k` times as large as on a small screen. */
  function draw(host, shown, shapes, k) {
    const inner = el("div", { class: `stage-drawn stage-${shown.kind}` });
    host.replaceChildren(inner);
    const box = { width: host.clientWidth, height: host.clientHeight };
    DRAWN[shown.kind](inner, shown, box, shapes);
    if (shown.kind !== "chart") fit(inner, box, k);
    still(inner);
  }

  home.presentFigure = { draw };
})((window.halsodialog = window.halsodialog || {}));

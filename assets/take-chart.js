/* A chart as a part of a picture: drawn once more by Plotly, in its wide form and on light paper, whatever the screen is. */
(function (home) {
  "use strict";

  if (home.takeChart) return;

  const WIDTH = 896, HEIGHT = 450;
  const ink = ":is(.xtick, .ytick, .xtitle, .ytitle, .x2tick, .y2tick, .legendtext, .annotation, .textpoint) text, text:is(.xtitle, .ytitle, .legendtext, .annotation-text)";
  /* What assets/35-charts.css says on screen: which token each part takes, as fill or as stroke. */
  const LOOK = [[ink, "fill", "--ink"], [".gridlayer path", "stroke", "--line"], [":is(.zl, .zerolinelayer path)", "stroke", "--line-strong"]];

  /** Set a part of a layout by its name with dots, as Plotly's relayout does. */
  function put(layout, name, value) {
    const names = name.split(".");
    const last = names.pop();
    const place = names.reduce((inner, key) => (inner[key] ??= {}), layout);
    place[last] = value;
  }

  function wide(plot) {
    const layout = structuredClone(plot.layout);
    for (const [name, value] of Object.entries(layout.meta?.wide || {})) put(layout, name, value);
    return { ...layout, width: WIDTH, height: layout.height || HEIGHT, autosize: false };
  }

  /** Plotly calls each drawing by a name drawn by lot: with one of our own the same picture is the same file. */
  function named(text) {
    const lot = /id="defs-([0-9a-f]+)"/.exec(text)?.[1];
    return lot ? text.replaceAll(lot, "chart") : text;
  }

  const traces = (plot) => structuredClone(plot.data).map((trace, n) => ({ ...trace, uid: `-${n}` }));

  /** The chart as SVG, with its size. */
  async function parts(figure) {
    const plot = figure.querySelector(".js-plotly-plot");
    const layout = wide(plot);
    const size = { width: WIDTH, height: layout.height };
    const whole = { data: traces(plot), layout, config: { staticPlot: true } };
    const text = await window.Plotly.toImage(whole, { format: "svg", imageDataOnly: true, ...size });
    const drawn = document.importNode(new DOMParser().parseFromString(named(text), "image/svg+xml").documentElement, true);
    for (const [selector, property, token] of LOOK) {
      for (const node of drawn.querySelectorAll(selector)) node.style.setProperty(property, home.takeCompose.light(token));
    }
    return { ...size, nodes: [drawn] };
  }

  home.takeChart = { parts };
})((window.halsodialog = window.halsodialog || {}));

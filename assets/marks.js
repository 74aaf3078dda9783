/* The marks of the dot-range, each drawn once and used both in the rows and in the legend, so that the two cannot differ.
   A mark is drawn round the origin of its own nested svg; the caller says where that origin stands, in pixels or per cent. */
(function (home) {
  "use strict";

  /* Heights in pixels: the axis, the municipalities' line under it, and the whole picture with and without that line. */
  const AXIS = 20;
  const INSIDE = 37;
  const HEIGHT = 43;
  const HEIGHT_BARE = 32;

  const { el, svg } = home.dom;
  const percent = (x) => `${Math.round(x * 10000) / 100}%`;
  const at = (x, y, ...children) => svg("svg", { x, y, class: "at" }, ...children);

  /** The region itself: a dot with a paper halo. A small cut-out arrow repeats the position, so that the colour is not alone. */
  function region(x, tone, doubtful) {
    const dot = svg("circle", { r: 6.5, class: doubtful ? "own doubtful" : "own", "data-tone": tone });
    const hint = { good: "M-3.4 1.9L0-3.1L3.4 1.9Z", bad: "M-3.4-1.7L0 3.3L3.4-1.7Z" }[tone];
    return at(x, AXIS, dot, hint && !doubtful ? svg("path", { d: hint, class: "own-hint" }) : null);
  }

  /** The nation. When it would stand on the region it is lifted aside on a stem that keeps its true place. */
  function nation(x, lift) {
    const stem = lift ? svg("line", { y1: 0, y2: -lift, class: "nation-stem" }) : null;
    const shape = lift ? "M0-5.5L4.75 0L0 5.5L-4.75 0Z" : "M0-6.5L5.5 0L0 6.5L-5.5 0Z";
    return at(x, AXIS + lift, stem, svg("path", { d: shape, class: "nation" }));
  }

  function target(x, dashed) {
    const pole = svg("line", { y1: -18, y2: 10, class: dashed ? "target dashed" : "target" });
    const flag = svg("path", { d: "M0.5-18L10-14L0.5-10Z", class: dashed ? "target-flag dashed" : "target-flag" });
    return at(x, AXIS, pole, flag);
  }

  function international(x) {
    return at(x, AXIS, svg("path", { d: "M-5.5-17.5H5.5L0-8Z", class: "international" }));
  }

  /** Hollow: a value nobody vouches for is a place on the axis but no yardstick. */
  function doubtfulTick(x) {
    return at(x, AXIS, svg("circle", { r: 3, class: "tick-doubtful" }));
  }

  function band(from, to) {
    return svg("rect", { x: percent(from), y: AXIS - 7.5, width: percent(Math.max(to - from, 0.004)), height: 15, rx: 2, class: "band" });
  }

  /** All regions in one path: a stretched picture with strokes that do not stretch is far cheaper than a line for each. */
  function ticks(xs) {
    const d = xs.map((x) => `M${Math.round(x * 1000)} 0V1`).join("");
    const path = svg("path", { d, class: "ticks", "vector-effect": "non-scaling-stroke" });
    return svg("svg", { x: 0, y: AXIS - 6.5, width: "100%", height: 13, viewBox: "0 0 1000 1", preserveAspectRatio: "none", class: "at" }, path);
  }

  /** The municipalities: whole range thin, middle half thick, the median a cut; a few are only points. */
  function inside(xs, isRange) {
    if (!isRange) return xs.map((x) => at(percent(x), INSIDE, svg("circle", { r: 2.2, class: "inside-point" })));
    const line = (from, to, className) => svg("line", { x1: percent(xs[from]), x2: percent(xs[to]), y1: INSIDE, y2: INSIDE, class: className });
    const ends = [0, 4].map((i) => at(percent(xs[i]), INSIDE, svg("line", { y1: -2.5, y2: 2.5, class: "inside-thin" })));
    return [line(0, 4, "inside-thin"), ends, line(1, 3, "inside-thick"), at(percent(xs[2]), INSIDE, svg("line", { y1: -4, y2: 4, class: "inside-median" }))];
  }

  const SAMPLES = {
    region: () => [region(14, "neutral")],
    regions: () => [ticks([0.25, 0.5, 0.75])],
    middle: () => [band(0.1, 0.9)],
    nation: () => [nation(14, 0)],
    target: () => [target(11, false)],
    "target-dashed": () => [target(11, true)],
    international: () => [svg("svg", { y: 11, class: "at" }, international(14))],
    inside: () => [svg("svg", { y: AXIS - INSIDE, class: "at" }, inside([0.04, 0.28, 0.5, 0.7, 0.96], true))],
  };

  function sample(mark) {
    const draw = SAMPLES[mark];
    return svg("svg", { width: 28, height: 27, viewBox: "0 6 28 27", class: "sample", "aria-hidden": "true", focusable: "false" }, draw ? draw() : null);
  }

  /** The key to a picture, as a list. */
  function legend(items, name) {
    return el("ul", { class: "legend", "aria-label": name }, items.map((item) => el("li", null, sample(item.mark), el("span", null, item.text))));
  }

  home.marks = { AXIS, HEIGHT, HEIGHT_BARE, percent, region, nation, target, international, doubtfulTick, band, ticks, inside, legend };
})((window.halsodialog = window.halsodialog || {}));

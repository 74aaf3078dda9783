/* The trend line: the last years of the area, the nation as its pale companion; a gap stays a gap. */
(function (home) {
  "use strict";

  const WIDTH = 108;
  const HEIGHT = 32;
  const PAD = 5;

  const px = (x) => Math.round((PAD + x * (WIDTH - 2 * PAD)) * 10) / 10;
  const py = (y) => Math.round((HEIGHT - PAD - y * (HEIGHT - 2 * PAD)) * 10) / 10;
  const placed = (point) => point.x !== null && point.y !== null;

  /** One path for the whole series. A point with no neighbour gets a stroke of no length, which round caps show as a dot. */
  function path(points) {
    let d = "";
    points.forEach((point, i) => {
      if (!placed(point)) return;
      const follows = i > 0 && placed(points[i - 1]);
      d += `${follows ? "L" : "M"}${px(point.x)} ${py(point.y)}`;
      if (!follows && !(points[i + 1] && placed(points[i + 1]))) d += "h0.01";
    });
    return d;
  }

  /** Where the series was redefined: a small cut through the line. */
  function cut(x, points) {
    const after = points.find((point) => placed(point) && point.x >= x) || points.findLast(placed);
    const y = after ? py(after.y) : HEIGHT / 2;
    const { svg } = home.dom;
    const slash = (dx) => svg("path", { d: `M${px(x) + dx - 1.5} ${y + 6}l3-12`, class: "break" });
    return [svg("rect", { x: px(x) - 2.5, y: y - 6, width: 5, height: 12, class: "break-gap" }), slash(-2.5), slash(2.5)];
  }

  /** The picture, or nothing where there is no series to draw. */
  function draw(trend) {
    const last = trend.points.findLast(placed);
    if (!last) return null;
    const { svg } = home.dom;
    return svg("svg", { class: "trend-line", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": trend.summary },
      svg("path", { d: path(trend.nation), class: "companion" }),
      svg("path", { d: path(trend.points), class: "series" }),
      trend.breaks.map((x) => cut(x, trend.points)),
      svg("circle", { cx: px(last.x), cy: py(last.y), r: 3, class: "last" }));
  }

  home.trendLine = { draw };
})((window.halsodialog = window.halsodialog || {}));

/* The trend line: the last years of the area, the nation as its pale companion; a gap stays a gap. */
(function (home) {
  "use strict";

  const { svg } = home.dom;
  const WIDTH = 108;
  const HEIGHT = 32;
  const PAD = 5;

  const px = (x) => Math.round((PAD + x * (WIDTH - 2 * PAD)) * 10) / 10;
  const py = (y) => Math.round((HEIGHT - PAD - y * (HEIGHT - 2 * PAD)) * 10) / 10;
  const placed = (point) => point.x !== null && point.y !== null;

  /** One path for the whole series, and one for the points without a neighbour: strokes of no length, round-capped to dots. */
  function paths(points, className) {
    let line = "";
    let lone = "";
    points.forEach((point, i) => {
      if (!placed(point)) return;
      const here = `${px(point.x)} ${py(point.y)}`;
      const follows = i > 0 && placed(points[i - 1]);
      if (follows) line += `L${here}`;
      else if (points[i + 1] && placed(points[i + 1])) line += `M${here}`;
      else lone += `M${here}h0.01`;
    });
    return [line && svg("path", { d: line, class: className }), lone && svg("path", { d: lone, class: `${className} lone` })];
  }

  /** Where the series was redefined: a small cut through the line. */
  function cut(x, points) {
    const after = points.find((point) => placed(point) && point.x >= x) || points.findLast(placed);
    const y = after ? py(after.y) : HEIGHT / 2;
    const slash = (dx) => svg("path", { d: `M${px(x) + dx - 1.5} ${y + 6}l3-12`, class: "break" });
    return [svg("rect", { x: px(x) - 2.5, y: y - 6, width: 5, height: 12, class: "break-gap" }), slash(-2.5), slash(2.5)];
  }

  /** The picture, or nothing where there is no series to draw. */
  function draw(trend) {
    const last = trend.points.findLast(placed);
    if (!last) return null;
    return svg("svg", { class: "trend-line", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": trend.summary },
      paths(trend.nation, "companion"),
      paths(trend.points, "series"),
      trend.breaks.map((x) => cut(x, trend.points)),
      svg("circle", { cx: px(last.x), cy: py(last.y), r: 3, class: "last" }));
  }

  home.trendLine = { draw };
})((window.halsodialog = window.halsodialog || {}));

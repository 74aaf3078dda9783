/* The dot-range: one axis, better to the right, with the region among all it is measured against. */
(function (home) {
  "use strict";

  const { el, svg } = home.dom;

  /* Two marks closer than this share of the axis would cover each other in a column of ordinary width. */
  const NEAR = 0.045;
  const LIFT = 13.5;

  const has = (x) => typeof x === "number";
  const clamp = (x) => Math.min(1, Math.max(0, x));

  /** How far to move the nation's mark off the axis: not at all, up, or (where a flag or triangle stands above) down. */
  function lift(row) {
    if (!has(row.x) || Math.abs(row.x - row.nation_x) >= NEAR) return 0;
    const above = [row.target.x, row.international.x].some((x) => has(x) && Math.abs(x - row.nation_x) < NEAR);
    return above ? LIFT : -LIFT;
  }

  function context(row, view) {
    const { marks } = home;
    const others = row.regions.filter((mark) => mark.code !== view.area);
    const { middle_from: from, middle_to: to } = row.axis;
    return [
      has(from) && has(to) ? marks.band(from, to) : null,
      svg("line", { x1: 0, x2: "100%", y1: marks.AXIS, y2: marks.AXIS, class: "axis" }),
      marks.ticks(others.filter((mark) => !mark.doubtful).map((mark) => mark.x)),
      others.filter((mark) => mark.doubtful).map((mark) => marks.doubtfulTick(marks.percent(mark.x))),
      row.inside.xs.length ? marks.inside(row.inside.xs, has(row.inside.q1) && row.inside.xs.length === 5) : null,
    ];
  }

  function foreground(row, view) {
    const { marks } = home;
    const place = (x) => marks.percent(clamp(x));
    return [
      has(row.target.x) ? marks.target(place(row.target.x), row.target.dashed) : null,
      has(row.international.x) ? marks.international(place(row.international.x)) : null,
      has(row.nation_x) && view.area !== "00" ? marks.nation(place(row.nation_x), lift(row)) : null,
      has(row.x) ? marks.region(place(row.x), row.position_tone, Boolean(row.doubtful)) : null,
    ];
  }

  /** The texts under the axis. The picture's own text alternative says the same, so they are not read twice. */
  function ends(row) {
    const says = row.axis.mirrored || row.direction === "none";
    return el("div", { class: "axis-ends", "aria-hidden": "true" },
      el("span", null, row.axis.left_text), says ? el("span", { class: "axis-note" }, row.axis.note) : null, el("span", null, row.axis.right_text));
  }

  /** The picture of one row. It takes the focus, so that its marks can be walked by keyboard (see reading.js). */
  function draw(row, view) {
    if (!row.regions.length && !has(row.x)) return null;
    const height = row.inside.xs.length ? home.marks.HEIGHT : home.marks.HEIGHT_BARE;
    const picture = svg("svg", {
      class: "dots", width: "100%", height, role: "img", "aria-label": row.summary, tabindex: "0", "data-part": "dots",
    }, context(row, view), foreground(row, view));
    return el("div", { class: "dot-range" }, picture, ends(row));
  }

  home.dotRange = { draw };
})((window.halsodialog = window.halsodialog || {}));

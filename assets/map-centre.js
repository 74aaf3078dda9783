/* Where a county's symbol stands: inside its largest piece of land, where the land is widest. Placement only; no figure is touched. */
(function (home) {
  "use strict";

  const LEVELS = 24;

  /** The outlines of a path made of straight lines (M, L, H, V, Z; absolute or relative). Other commands are not ours. */
  function rings(d) {
    const all = [];
    let ring = null;
    let at = [0, 0];
    let first = at;
    for (const [, command, rest] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
      const upper = command.toUpperCase();
      if (upper === "Z") { at = first; continue; }
      const numbers = (rest.match(/-?\d*\.?\d+(?:e-?\d+)?/gi) || []).map(Number);
      const stride = upper === "H" || upper === "V" ? 1 : 2;
      for (let i = 0; i + stride <= numbers.length; i += stride) {
        at = next(at, upper, command !== upper, numbers, i);
        if (upper === "M" && i === 0) all.push((ring = [])), (first = at);
        ring?.push(at);
      }
    }
    return all;
  }

  function next([x, y], upper, relative, numbers, i) {
    const [ox, oy] = relative ? [x, y] : [0, 0];
    if (upper === "H") return [numbers[i] + ox, y];
    if (upper === "V") return [x, numbers[i] + oy];
    return [numbers[i] + ox, numbers[i + 1] + oy];
  }

  function area(ring) {
    return Math.abs(ring.reduce((sum, [x, y], i) => {
      const [nx, ny] = ring[(i + 1) % ring.length];
      return sum + x * ny - nx * y;
    }, 0)) / 2;
  }

  /** Where a horizontal line enters and leaves the land, from left to right: over all outlines, so that a lake is no land. */
  function crossings(all, y) {
    const found = [];
    for (const ring of all) {
      ring.forEach(([x1, y1], i) => {
        const [x2, y2] = ring[(i + 1) % ring.length];
        if (y1 <= y !== y2 <= y) found.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
      });
    }
    return found.sort((a, b) => a - b);
  }

  /** The better of two places: `best` so far and the stretch from `x1` to `x2` at height `y`, `t` of the way down. */
  function better(best, x1, x2, y, t) {
    const score = (x2 - x1) * (1 - 1.2 * Math.abs(t - 0.5));
    return score > best.score ? { score, x: (x1 + x2) / 2, y } : best;
  }

  /** The middle of the widest stretch of land, weighing wide places near the middle of the county most. */
  function centre(d) {
    const all = rings(d).sort((a, b) => area(b) - area(a));
    const ring = all[0];
    if (!ring || ring.length < 3) return null;
    const ys = ring.map((point) => point[1]);
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
    let best = { score: 0, x: ring[0][0], y: ring[0][1] };
    for (let i = 1; i < LEVELS; i += 1) {
      const t = i / LEVELS;
      const y = top + (bottom - top) * t;
      const xs = crossings(all, y);
      for (let j = 0; j + 1 < xs.length; j += 2) best = better(best, xs[j], xs[j + 1], y, t);
    }
    return best;
  }

  home.mapCentre = { centre };
})((window.halsodialog = window.halsodialog || {}));

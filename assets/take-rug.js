/* The rug as a part of a picture: drawn from its own view, the whole of it, whatever the width of the screen. */
(function (home) {
  "use strict";

  if (home.takeRug) return;

  const svg = (...parts) => home.dom.svg(...parts);
  const WIDTH = 896, NAMES = 346, HEAD = 128, ROW = 25, GAP = 2;
  const KEY = { across: 3, box: 22, line: 30 };
  const NAME = { size: 14, weight: 400 }, SMALL = { size: 12, weight: 400 }, AREA = { size: 14, weight: 600 }, DIMENSION = { size: 18, weight: 650 };
  const FILLED = ["good", "bad"], LEAST = 12;

  const light = (token) => home.takeCompose.light(`--${token}`);
  const ground = (tone) => (FILLED.includes(tone) ? light(`${tone}-fill`) : tone === "missing" ? light("paper") : light(`${tone}-wash`));
  const ink = (tone) => light(FILLED.includes(tone) ? "on-fill" : tone);

  function text(words, x, y, font, token = "ink", more = {}) {
    return svg("text", { x, y, "font-size": font.size, "font-weight": font.weight, fill: light(token), ...more }, words);
  }

  /** One sample of every state, made once: a rug has more than two thousand cells. */
  function looks(view) {
    const found = new Map();
    for (const state of Object.values(view.states)) found.set(state.code, { symbol: state.symbol || "–", ground: ground(state.tone), ink: ink(state.tone), text: state.text });
    return found;
  }

  function sample(look, x, y, width, height) {
    const box = svg("rect", { x: x + GAP / 2, y: y + GAP / 2, width: width - GAP, height: height - GAP, rx: 4, fill: look.ground });
    return [box, svg("text", { x: x + width / 2, y: y + height / 2 + 5, "font-size": LEAST, "text-anchor": "middle", fill: look.ink }, look.symbol)];
  }

  function key(found) {
    const place = (n) => [(n % KEY.across) * (WIDTH / KEY.across), Math.floor(n / KEY.across) * KEY.line];
    const nodes = [...found.values()].flatMap((look, n) => {
      const [x, y] = place(n);
      const edge = svg("rect", { x, y, width: KEY.box, height: KEY.box, rx: 4, fill: "none", stroke: light("line-strong") });
      return [...sample(look, x, y, KEY.box, KEY.box), edge, text(look.text, x + KEY.box + 10, y + 16, NAME)];
    });
    return { nodes, height: Math.ceil(found.size / KEY.across) * KEY.line + 8 };
  }

  function heads(view, top, cell) {
    const head = (column, n) => text(column.short, 0, 0, SMALL, "ink", { transform: `translate(${NAMES + (n + 0.5) * cell + 4} ${top + HEAD - 6}) rotate(-90)` });
    return [text(home.words.word(view, "column_indicator"), 0, top + HEAD - 6, SMALL, "soft"), ...view.columns.map(head)];
  }

  function row(one, top, cell, found) {
    const middle = top + ROW / 2 + 5;
    const cells = one.cells.flatMap(([code], n) => sample(found.get(code) || found.get("missing"), NAMES + n * cell, top, cell, ROW));
    return [text(one.name, 0, middle, NAME), text(one.period, NAMES - 10, middle, SMALL, "soft", { "text-anchor": "end" }), ...cells];
  }

  function area(one, top, cell, found) {
    const nodes = [text(one.name, 0, top + 20, AREA, "soft")];
    let at = top + 28;
    for (const line of one.gap ? home.takeCompose.broken(one.gap, NAME) : []) nodes.push(text(line, 0, (at += 18) - 5, NAME, "soft"));
    for (const indicator of one.rows) {
      nodes.push(...row(indicator, at, cell, found));
      at += ROW;
    }
    return { nodes, end: at + 6 };
  }

  /** The whole rug as SVG, with its size. */
  function parts(host) {
    const view = home.rug.viewOf(host);
    const [cell, found] = [(WIDTH - NAMES) / view.columns.length, looks(view)];
    const legend = key(found);
    const nodes = [...legend.nodes, ...heads(view, legend.height, cell)];
    let top = legend.height + HEAD;
    for (const section of view.sections) {
      nodes.push(text(section.name, 0, top + 24, DIMENSION));
      top += 32;
      for (const one of section.areas) {
        const drawn = area(one, top, cell, found);
        nodes.push(...drawn.nodes);
        top = drawn.end;
      }
    }
    return { width: WIDTH, height: top, nodes };
  }

  home.takeRug = { parts };
})((window.halsodialog = window.halsodialog || {}));

/* A picture to take home: heading, what is shown, the drawing, its source and edition, on white; as SVG or as PNG.
   The fonts are in the file, and every word is a text node. */
(function (home) {
  "use strict";

  if (home.takeCompose) return;

  const svg = (...parts) => home.dom.svg(...parts);
  const WIDTH = 960, MARGIN = 32, PIXELS = 1600;
  const PAUSE = 120, SAME_ENOUGH = 2, MOST_DRAWN = 12;
  const FAMILY = '"Source Sans 3", "Halsodialog Symbols", "Segoe UI", Arial, sans-serif';
  const FONTS = [["Source Sans 3", "200 900", "source-sans-3-latin-wght-normal.woff2"], ["Halsodialog Symbols", "400", "symbols.woff2"]];
  const TITLE = { size: 24, line: 30, weight: 650 }, SHOWN = { size: 16, line: 22, weight: 400 }, FOOT = { size: 14, line: 20, weight: 400 };
  let embedded = null;

  /** A token of light paper, from the first rule of the tokens' own sheet. */
  function light(name) {
    const rules = [...document.styleSheets].flatMap((sheet) => (sheet.href?.startsWith(location.origin) ? [...sheet.cssRules] : []));
    return rules.find((rule) => rule.selectorText === ":root" && rule.style.getPropertyValue(name)).style.getPropertyValue(name).trim();
  }

  function asData(blob) {
    return new Promise((done, fail) => {
      const reader = new FileReader();
      reader.onload = () => done(reader.result);
      reader.onerror = fail;
      reader.readAsDataURL(blob);
    });
  }

  async function face([family, weight, file]) {
    const answer = await fetch(`/assets/fonts/${file}`);
    if (!answer.ok) throw new Error(answer.statusText);
    return `@font-face { font-family: "${family}"; font-weight: ${weight}; src: url("${await asData(await answer.blob())}") format("woff2"); }`;
  }

  function style() {
    embedded ??= Promise.all(FONTS.map(face)).then((faces) => faces.join("\n"), (error) => { embedded = null; throw error; });
    return embedded;
  }

  /** The lines that a text takes in the width, broken between words. */
  function broken(text, font) {
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = `${font.weight} ${font.size}px ${FAMILY}`;
    const lines = [];
    for (const word of text.split(/[ \n]+/).filter(Boolean)) {
      const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
      if (lines.length && pen.measureText(longer).width <= WIDTH - 2 * MARGIN) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  }

  /** A text from a height downwards, and where it ends. */
  function written(text, font, top, ink) {
    const lines = broken(text, font);
    const nodes = lines.map((line, n) => svg("text", { x: MARGIN, y: top + (n + 1) * font.line - 6, "font-size": font.size, "font-weight": font.weight, fill: ink }, line));
    return { nodes, end: top + lines.length * font.line };
  }

  function moved(parts, top) {
    return svg("g", { transform: `translate(${MARGIN} ${top})` }, parts.nodes);
  }

  function foot(lines, top, ink) {
    const nodes = [];
    for (const line of lines) {
      const part = written(line, FOOT, top, ink);
      nodes.push(...part.nodes);
      top = part.end;
    }
    return { nodes, end: top };
  }

  /** The whole picture as an element, its words around the drawing. */
  async function whole(words, parts) {
    const [ink, soft] = [light("--ink"), light("--soft")];
    const title = written(words.title, TITLE, MARGIN / 2, light("--brand"));
    const shown = written(words.shown, SHOWN, title.end, ink);
    const below = foot(words.lines, shown.end + 16 + parts.height + 12, soft);
    const height = Math.ceil(below.end + MARGIN / 2);
    const made = svg("svg", { viewBox: `0 0 ${WIDTH} ${height}`, width: WIDTH, height, role: "img", lang: words.lang, "font-family": FAMILY },
      svg("title", null, words.title), svg("desc", null, [words.alt, words.shown, ...words.lines].filter(Boolean).join(" ")),
      svg("style", null, await style()), svg("rect", { width: WIDTH, height, fill: light("--paper") }),
      title.nodes, shown.nodes, moved(parts, shown.end + 16), below.nodes);
    return made;
  }

  const vector = (made) => new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(made)}\n`], { type: "image/svg+xml" });

  function drawnOn(canvas, picture) {
    const pen = canvas.getContext("2d");
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  }

  /** A picture's own fonts come after it says that it is ready, and until then their texts are not drawn: it is drawn until
      it has stayed the same. */
  async function settled(canvas, picture) {
    let [before, same] = [await drawnOn(canvas, picture), 0];
    for (let n = 0; n < MOST_DRAWN && same < SAME_ENOUGH; n += 1) {
      await new Promise((done) => setTimeout(done, PAUSE));
      const after = await drawnOn(canvas, picture);
      same = after.size === before.size ? same + 1 : 0;
      before = after;
    }
    return before;
  }

  /** The picture as points, with its words in the file too. */
  async function bitmap(made, words) {
    const address = URL.createObjectURL(vector(made));
    try {
      const picture = new Image();
      picture.src = address;
      await picture.decode();
      const k = PIXELS / WIDTH;
      const canvas = Object.assign(document.createElement("canvas"), { width: PIXELS, height: Math.round(made.height.baseVal.value * k) });
      const blob = await settled(canvas, picture);
      return await home.takePng.described(blob, { Title: words.title, Description: made.querySelector("desc").textContent, Source: words.lines.join(" ") });
    } finally {
      URL.revokeObjectURL(address);
    }
  }

  home.takeCompose = { whole, vector, bitmap, light, broken };
})((window.halsodialog = window.halsodialog || {}));

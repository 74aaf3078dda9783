/* A map as a part of a picture: the country, the key and the enlarged part, with the light theme's colours written in them. */
(function (home) {
  "use strict";

  if (home.takeMap) return;

  const svg = (...parts) => home.dom.svg(...parts);
  const KEPT = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "vector-effect", "font-family", "font-weight", "text-anchor"];
  const HEIGHT = 620, SIDE = 440, LINE = 30, BOX = 24;

  /** Do something while the page is light and nothing on it is lit; the page is not shown in between. */
  function inTheLight(figure, act) {
    const page = document.documentElement;
    const [theme, lit] = [page.dataset.theme, [...figure.querySelectorAll(".lit")]];
    page.dataset.theme = "light";
    for (const node of lit) node.classList.remove("lit");
    try {
      return act();
    } finally {
      for (const node of lit) node.classList.add("lit");
      if (theme) page.dataset.theme = theme;
      else delete page.dataset.theme;
    }
  }

  /** A copy that looks the same without the page's style sheets, and leads nowhere. */
  function copy(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent;
    const style = getComputedStyle(node);
    const made = svg(node.localName === "a" ? "g" : node.localName);
    for (const name of ["d", "x", "y", "width", "height", "font-size", "viewBox"]) {
      if (node.hasAttribute(name)) made.setAttribute(name, node.getAttribute(name));
    }
    for (const name of KEPT) made.style.setProperty(name, style.getPropertyValue(name));
    made.append(...[...node.childNodes].map(copy));
    return made;
  }

  /** A drawing in its own window, as high or as wide as there is room for. */
  function placed(node, x, y, width, height) {
    const [, , w, h] = node.getAttribute("viewBox").split(/[\s,]+/).map(Number);
    const k = Math.min(width / w, height / h);
    const made = copy(node);
    for (const [name, value] of Object.entries({ x, y, width: w * k, height: h * k })) made.setAttribute(name, value);
    return { node: made, width: w * k, height: h * k };
  }

  function keyOf(item, x, y) {
    const swatch = item.querySelector(".swatch");
    const style = getComputedStyle(swatch);
    const box = svg("rect", { x, y, width: BOX, height: BOX, rx: 4 });
    box.style.fill = style.backgroundColor;
    box.style.stroke = home.takeCompose.light("--line-strong");
    const sign = svg("text", { x: x + BOX / 2, y: y + 17, "font-size": 14, "text-anchor": "middle" }, swatch.textContent);
    sign.style.fill = style.color;
    return [box, sign, svg("text", { x: x + BOX + 10, y: y + 17, "font-size": 16 }, item.querySelector("span:last-child").textContent)];
  }

  function drawn(figure) {
    const country = placed(figure.querySelector("svg.country"), 0, 0, SIDE - 40, HEIGHT);
    const items = [...figure.querySelectorAll(".map-legend li")];
    const nodes = [country.node, ...items.flatMap((item, place) => keyOf(item, SIDE, 16 + place * LINE))];
    const inset = figure.querySelector("svg.inset");
    const below = 16 + items.length * LINE + 40;
    if (inset) {
      nodes.push(svg("text", { x: SIDE, y: below - 10, "font-size": 14 }, figure.querySelector(".inset-name").textContent));
      nodes.push(placed(inset, SIDE, below, 400, HEIGHT - below).node);
    }
    return { width: 896, height: Math.max(country.height, below), nodes };
  }

  const parts = (figure) => inTheLight(figure, () => drawn(figure));

  home.takeMap = { parts };
})((window.halsodialog = window.halsodialog || {}));

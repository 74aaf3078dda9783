/* What goes wrong on an open page under a reader's own settings: what of it is asked by its name. */
(what) => {
  // What hides, where it stands and how it scrolls, is read once of each element: most stand around many texts.
  const known = new Map();
  const frame = (e) => {
    if (!known.has(e)) {
      const { overflowX, overflowY } = getComputedStyle(e);
      known.set(e, { overflowX, overflowY, own: e.getBoundingClientRect() });
    }
    return known.get(e);
  };
  const shown = (e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const texts = [...document.querySelectorAll("header *, main *, footer *")].filter((e) =>
    [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) && shown(e) && !e.closest("svg, .visually-hidden, option"));
  const told = (e) => `${e.localName}.${e.className} “${e.textContent.trim().slice(0, 40)}”`;
  const box = (e) => {
    const range = document.createRange();
    range.selectNodeContents(e);
    return range.getBoundingClientRect();
  };
  /* Cut by something that hides what is outside of it and cannot be scrolled. */
  const isCut = (e) => {
    const inner = box(e);
    for (let outer = e; outer && outer !== document.body; outer = outer.parentElement) {
      const { overflowX, overflowY, own } = frame(outer);
      // Kept for screen readers alone: clipped to a point.
      if (own.width <= 2 && own.height <= 2) return false;
      if (overflowX === "auto" || overflowX === "scroll") return false;
      if (["hidden", "clip"].includes(overflowX) && (inner.right > own.right + 2 || inner.left < own.left - 2)) return true;
      if (["hidden", "clip"].includes(overflowY) && inner.bottom > own.bottom + 4) return true;
    }
    return false;
  };
  const ground = (e) => {
    for (let one = e; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (colour !== "rgba(0, 0, 0, 0)") return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const moves = (e) => {
    const style = getComputedStyle(e);
    return parseFloat(style.transitionDuration) > 0.01 || parseFloat(style.animationDuration) > 0.01;
  };
  const found = {
    cut: () => texts.filter(isCut),
    lost: () => texts.filter((e) => getComputedStyle(e).color === ground(e)),
    moving: () => [...document.querySelectorAll("*")].filter(moves),
  };
  return found[what]().slice(0, 5).map(told);
}

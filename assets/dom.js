/* Making elements. Text only ever becomes text nodes and hrefs are checked here, so no figure or name can become markup. */
(function (home) {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const SAFE_HREF = /^(https?:\/\/|mailto:|\/(?!\/)|[?#])/i;

  /** Where a link may lead: this site, another by http, or a letter. Anything else leaves it without an address. */
  function link(node, href) {
    if (SAFE_HREF.test(href)) node.setAttribute("href", href);
    return node;
  }

  function set(node, attributes) {
    for (const name in attributes) {
      const value = attributes[name];
      if (value === null || value === undefined || value === false) continue;
      if (name === "href") link(node, value);
      else node.setAttribute(name, value === true ? "" : value);
    }
  }

  function fill(node, children) {
    for (const child of children) {
      if (Array.isArray(child)) fill(node, child);
      else if (child !== null && child !== undefined && child !== false && child !== "") node.append(child);
    }
  }

  /** An HTML element with attributes; children may be nodes, texts, lists of them, or nothing. */
  function el(tag, attributes, ...children) {
    const node = document.createElement(tag);
    if (attributes) set(node, attributes);
    fill(node, children);
    return node;
  }

  /** The same for SVG. */
  function svg(tag, attributes, ...children) {
    const node = document.createElementNS(SVG, tag);
    if (attributes) set(node, attributes);
    fill(node, children);
    return node;
  }

  /** A symbol and its word. The symbol is hidden from speech because the word says it. */
  function verdict(symbol, text, tone, className) {
    const mark = symbol ? el("span", { class: "symbol", "aria-hidden": "true" }, symbol) : null;
    return el("span", { class: className || "verdict", "data-tone": tone }, mark, mark ? " " : null, el("span", { class: "word" }, text));
  }

  /** Follow an address as if a link had been clicked, so that whatever handles links on the page handles this one too. */
  function follow(host, href) {
    const link = el("a", { href, hidden: true });
    host.append(link);
    link.click();
    link.remove();
  }

  /** Furnish what stands on the page now and whatever is drawn later: drawings come in many pieces, so once a frame. */
  function tend(furnish) {
    let waits = false;
    const changed = () => {
      if (waits) return;
      waits = true;
      requestAnimationFrame(() => { waits = false; furnish(); });
    };
    const start = () => {
      new MutationObserver(changed).observe(document.body, { childList: true, subtree: true });
      furnish();
    };
    if (document.body) start();
    else document.addEventListener("DOMContentLoaded", start, { once: true });
  }

  home.dom = { el, svg, link, verdict, follow, tend };
})((window.halsodialog = window.halsodialog || {}));

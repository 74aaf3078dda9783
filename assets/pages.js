/* What Dash calls when the figures of a page have changed: draw them. */
(function (home) {
  "use strict";

  if (home.pages) return;

  /* A callback may run before React has put the host in the page: wait for it a few frames, then give up. */
  function whenThere(id, act, frames = 60) {
    const host = document.getElementById(id);
    if (host) act(host);
    else if (frames) requestAnimationFrame(() => whenThere(id, act, frames - 1));
  }

  function drawn(name) {
    return (text, id) => {
      if (text) whenThere(id, (host) => home[name].draw(host, JSON.parse(text)));
      return null;
    };
  }

  function map(text, shapes, id) {
    if (text && shapes) whenThere(id, (host) => home.map.draw(host, JSON.parse(text), JSON.parse(shapes)));
    return null;
  }

  /** Several tables at once: a field `name` of the views is drawn in the place called `<prefix>-name-table`. */
  function tables(text, prefix) {
    for (const [name, view] of Object.entries(text ? JSON.parse(text) : {})) {
      whenThere(`${prefix}-${name}-table`, (host) => home.tables.draw(host, view));
    }
    return null;
  }

  home.pages = { scorecard: drawn("scorecard"), rug: drawn("rug"), catalogue: drawn("catalogue"), glossary: drawn("glossary"), cards: drawn("cards"), compare: drawn("compare"), dumbbells: drawn("dumbbells"), present: drawn("present"), table: drawn("tables"), tables, map };
})((window.halsodialog = window.halsodialog || {}));

/* What Dash calls when a page or its figures have changed: draw, name the page, move focus, tell the screen reader. */
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

  let shown = null;

  /** A new page: its title and language on the document, and focus on its heading unless it is the first. */
  function arrived() {
    whenThere("main", (main) => {
      document.title = main.dataset.title;
      document.documentElement.lang = main.dataset.lang;
      const first = shown === null;
      const changed = shown !== window.location.pathname;
      shown = window.location.pathname;
      if (first || !changed) return;
      const heading = document.getElementById("page-heading");
      if (heading) heading.focus({ preventScroll: true });
    });
    return window.dash_clientside.no_update;
  }

  home.pages = { scorecard: drawn("scorecard"), rug: drawn("rug"), map, arrived };
})((window.halsodialog = window.halsodialog || {}));

/* Arriving at a page: its title and language on the document, and the focus and the reader's place where they are expected.
   A new page begins at its heading; stepping back leads to the place and the link that were left. */
(function (home) {
  "use strict";

  if (home.arrival) return;

  /* Pages and their pictures come a little at a time: so many frames are waited for the place to exist. */
  const FRAMES = 60;

  /* Where the reader was in each entry of the history, by the entry's own name. */
  const places = new Map();
  let entry = null;
  let main = null;
  let wanted = null;

  // The browser would return to a height that the page does not have yet.
  window.history.scrollRestoration = "manual";

  /** Selectors of a link that changes one parameter: among several the one that is chosen. Its address changes with the view. */
  function kept(parameter) {
    return [`[data-keep="${parameter}"][aria-current]`, `[data-keep="${parameter}"]`];
  }

  /** Selectors that find the focused element again when its page has been drawn anew. */
  function focused() {
    const active = document.activeElement;
    if (!active || active === document.body) return [];
    if (active.id) return [`#${CSS.escape(active.id)}`];
    if (active.dataset.keep) return kept(active.dataset.keep);
    const attribute = ["data-at", "data-part", "href"].find((name) => active.hasAttribute(name));
    if (!attribute) return [];
    const within = active.closest("nav") ? null : active.closest("[id]");
    const own = `${active.localName}[${attribute}="${CSS.escape(active.getAttribute(attribute))}"]`;
    return [within ? `#${CSS.escape(within.id)} ${own}` : `nav ${own}`, own];
  }

  /** Note the place in the entry that is being left; a page that has not come yet has none. */
  function leave() {
    if (!wanted) places.set(entry, { y: window.scrollY, focus: focused() });
  }

  /** Take up the entry the history stands at now, and name it if it is new. */
  function enter() {
    const state = window.history.state;
    if (!state?.entry) window.history.replaceState({ ...state, entry: `${performance.timeOrigin}-${places.size}` }, "");
    entry = window.history.state.entry;
  }

  /** A page is on its way. Its focus goes to what `selectors` find, or to what had it here before, or to the heading. */
  function expect(selectors) {
    const place = places.get(entry);
    const y = place ? place.y : selectors ? window.scrollY : 0;
    wanted = { y, isNew: !place && !selectors, focus: selectors || place?.focus || [], from: document.activeElement };
  }

  function find(selectors) {
    for (const selector of selectors) {
      const found = document.querySelector(selector);
      if (found) return found;
    }
    return null;
  }

  /** Has the reader, or the drawing that follows a link to one of its rows, moved the focus already? */
  function isTaken() {
    const active = document.activeElement;
    return active !== document.body && active !== wanted.from;
  }

  function hashTarget() {
    return wanted.isNew && window.location.hash ? document.getElementById(decodeURIComponent(window.location.hash.slice(1))) : null;
  }

  function isThere() {
    if (wanted.isNew && window.location.hash) return hashTarget() !== null;
    const tall = document.documentElement.scrollHeight >= wanted.y + window.innerHeight;
    return tall && (!wanted.focus.length || find(wanted.focus) !== null);
  }

  function settle(frames) {
    if (!wanted || isTaken()) {
      wanted = null;
    } else if (frames && !isThere()) {
      requestAnimationFrame(() => settle(frames - 1));
    } else {
      const target = hashTarget();
      if (target) target.scrollIntoView();
      else window.scrollTo(0, wanted.y);
      (find(wanted.focus) || document.getElementById("page-heading"))?.focus({ preventScroll: true });
      wanted = null;
    }
  }

  /* Dash names the document after its own name for the page: the page's own title wins. */
  function label() {
    if (!main) return;
    document.documentElement.lang = main.dataset.lang;
    if (document.title !== main.dataset.title) document.title = main.dataset.title;
  }

  /** Wait until React has put the new page in place of the old one. */
  function replaced(frames) {
    const found = document.getElementById("main");
    if (frames && (!found || found === main)) {
      requestAnimationFrame(() => replaced(frames - 1));
      return;
    }
    main = found;
    label();
    settle(FRAMES);
  }

  /** Called by Dash when it has a page. */
  function arrived() {
    replaced(FRAMES);
    return window.dash_clientside.no_update;
  }

  enter();
  new MutationObserver(label).observe(document.querySelector("title"), { childList: true });

  home.arrival = { kept, leave, enter, expect, arrived, pending: () => wanted !== null };
})((window.halsodialog = window.halsodialog || {}));

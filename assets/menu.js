/* The folded menu: open for good where there is room for it, closed after a choice where there is not. */
(function (home) {
  "use strict";

  if (home.menu) return; // Loaded twice, it would listen twice.

  const wide = window.matchMedia("(min-width: 1024px)");
  const menus = () => document.querySelectorAll("details.nav-menu");

  /** A browser without ::details-content cannot show a closed one's links, so on a wide screen it is opened. */
  function fit() {
    for (const menu of menus()) if (menu.open !== wide.matches) menu.open = wide.matches;
  }

  function clicked(event) {
    const menu = event.target.closest?.("details.nav-menu");
    if (!wide.matches && menu && event.target.closest("a")) menu.open = false;
  }

  function escaped(event) {
    if (event.key !== "Escape" || wide.matches) return;
    const menu = event.target.closest?.("details.nav-menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  }

  /* The header is drawn by Dash after this file has run: fit the menu when it arrives, once each. */
  const seen = new WeakSet();
  function arrived() {
    for (const menu of menus()) {
      if (seen.has(menu)) continue;
      seen.add(menu);
      menu.open = wide.matches;
    }
  }

  function start() {
    arrived();
    new MutationObserver(arrived).observe(document.body, { childList: true, subtree: true });
  }

  wide.addEventListener("change", fit);
  document.addEventListener("click", clicked);
  document.addEventListener("keydown", escaped);
  if (document.body) start();
  else document.addEventListener("DOMContentLoaded", start, { once: true });

  home.menu = { fit };
})((window.halsodialog = window.halsodialog || {}));

/* Roving focus: of many links only one is in the tab order, and the arrow keys move it. Used by the overview and the map. */
(function (home) {
  "use strict";

  /** Make `link` the one that Tab reaches, and focus it if asked. `previous` leaves the tab order. */
  function move(previous, link, focus) {
    if (previous && previous !== link) previous.setAttribute("tabindex", "-1");
    link.setAttribute("tabindex", "0");
    if (focus) link.focus({ preventScroll: false });
    return link;
  }

  home.roving = { move };
})((window.halsodialog = window.halsodialog || {}));

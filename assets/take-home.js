/* "Download": each link leads to what is on screen when it is used, though the pickers have changed the view since it came. */
(function (home) {
  "use strict";

  if (home.takeHome) return;

  const LINK = ".take-home a.take-link";

  /** The link's own address with what the pickers show now; parameters that its file does not follow are left out. */
  function current(link) {
    const url = new URL(link.href);
    const takes = link.closest("[data-takes]").dataset.takes.split(" ");
    const params = home.address.over(url.searchParams);
    for (const name of [...params.keys()]) if (!takes.includes(name)) params.delete(name);
    return home.address.text(url.pathname, params);
  }

  /* A link is pointed at, or comes into focus, before it is followed, copied or opened in another tab. */
  function used(event) {
    const link = event.target.closest?.(LINK);
    if (link) link.setAttribute("href", current(link));
  }

  const opened = () => document.querySelector(".take-home[open]");

  function pressed(event) {
    const place = event.key === "Escape" && event.target.closest?.(".take-home[open]");
    if (!place) return;
    place.open = false;
    place.querySelector("summary").focus();
  }

  /** The list lies over the page: a press beside it puts it away. */
  function beside(event) {
    const place = opened();
    if (place && !place.contains(event.target)) place.open = false;
  }

  for (const kind of ["pointerdown", "focusin", "click"]) document.addEventListener(kind, used, true);
  document.addEventListener("keydown", pressed);
  document.addEventListener("pointerdown", beside);

  home.takeHome = { current };
})((window.halsodialog = window.halsodialog || {}));

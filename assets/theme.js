/* Light or dark: the reader's own choice, remembered; without one the machine's setting holds. */
(function (home) {
  "use strict";

  if (home.theme) return; // Loaded twice, it would answer every press twice.

  const KEY = "halsodialog-theme";
  const dark = window.matchMedia("(prefers-color-scheme: dark)");

  /** The remembered choice. A browser that refuses storage simply forgets. */
  function chosen() {
    try {
      const value = localStorage.getItem(KEY);
      return value === "dark" || value === "light" ? value : null;
    } catch {
      return null;
    }
  }

  function current() {
    return document.documentElement.dataset.theme || (dark.matches ? "dark" : "light");
  }

  /** The button says what a press does: it names the theme that the page is not in. */
  function mark(button) {
    const act = current() === "dark" ? button.dataset.toLight : button.dataset.toDark;
    if (act && button.textContent !== act) button.textContent = act;
  }

  const markAll = () => document.querySelectorAll("button.theme-toggle").forEach(mark);

  /** Set and remember a theme; with nothing the machine's setting holds again. */
  function set(theme) {
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
    try {
      if (theme) localStorage.setItem(KEY, theme);
      else localStorage.removeItem(KEY);
    } catch { /* The choice then lasts as long as the page. */ }
    markAll();
  }

  function start() {
    markAll();
    new MutationObserver(markAll).observe(document.body, { childList: true, subtree: true });
  }

  if (chosen()) document.documentElement.dataset.theme = chosen();
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("button.theme-toggle")) set(current() === "dark" ? "light" : "dark");
  });
  dark.addEventListener("change", markAll);
  if (document.body) start();
  else document.addEventListener("DOMContentLoaded", start, { once: true });

  home.theme = { set, current };
})((window.halsodialog = window.halsodialog || {}));

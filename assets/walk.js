/* Charts whose marks are read one by one: by touching, or from the keyboard with the arrow keys. Pointing is Plotly's own.
   The place [data-walk] holds the chart; it names the text where what is read stands. */
(function (home) {
  "use strict";

  if (home.walk) return;

  const STEPS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };
  const places = new WeakMap();

  /** The chart's plot, and which of its traces has the marks. */
  function marksOf(host) {
    const plot = host.querySelector(".js-plotly-plot");
    const trace = plot?.data?.findIndex((one) => one.name === "units") ?? -1;
    return trace < 0 ? null : { plot, trace, texts: plot.data[trace].customdata };
  }

  function read(host, place) {
    const found = marksOf(host);
    if (!found || !found.texts.length) return;
    const at = Math.min(found.texts.length - 1, Math.max(0, place));
    places.set(host, at);
    window.Plotly.Fx.hover(found.plot, [{ curveNumber: found.trace, pointNumber: at }]);
    document.getElementById(host.dataset.walk).textContent = found.texts[at];
  }

  function next(host, key) {
    const last = (marksOf(host)?.texts.length ?? 0) - 1;
    if (key === "Home") return 0;
    if (key === "End") return last;
    return key in STEPS ? (places.get(host) ?? -1) + STEPS[key] : null;
  }

  function pressed(event) {
    const host = event.target.closest?.("[data-walk]");
    if (!host || event.target !== host || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") return left(host);
    const place = next(host, event.key);
    if (place === null) return;
    event.preventDefault();
    read(host, place);
  }

  function left(host) {
    const found = marksOf(host);
    if (found) window.Plotly.Fx.unhover(found.plot);
  }

  /* What is touched is said too: a finger hides the label beside the mark. */
  function watch() {
    for (const plot of document.querySelectorAll("[data-walk] .js-plotly-plot")) {
      if (plot.dataset.walks || typeof plot.on !== "function") continue;
      plot.dataset.walks = "1";
      const host = plot.closest("[data-walk]");
      plot.on("plotly_click", (event) => {
        const touched = event.points.find((point) => point.data.name === "units");
        if (touched) read(host, touched.pointNumber);
      });
    }
  }

  function start() {
    document.addEventListener("keydown", pressed);
    document.addEventListener("focusin", (event) => {
      const host = event.target;
      if (host.dataset?.walk && host.matches(":focus-visible")) read(host, places.get(host) ?? 0);
    });
    document.addEventListener("focusout", (event) => event.target.dataset?.walk && left(event.target));
    new MutationObserver(watch).observe(document.body, { childList: true, subtree: true });
    watch();
  }

  if (document.body) start();
  else document.addEventListener("DOMContentLoaded", start, { once: true });

  home.walk = { read };
})((window.halsodialog = window.halsodialog || {}));

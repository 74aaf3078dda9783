/* Charts that fit their place: a figure carries, in its layout's meta, the parts that differ between a wide and a narrow one. */
(function (home) {
  "use strict";

  if (home.charts) return;

  const NARROW = 480;
  const shown = new WeakMap();

  /** Give a chart the variant for its width, unless it has that one. A new figure always comes as a wide one.
      The height is given to the chart's place: told of a height itself, Plotly would hold on to its width as well. */
  function fit(plot) {
    const meta = plot.layout?.meta;
    const place = plot.closest("[role=img]");
    // A chart without a place is one that is being made into a file.
    if (!place || !meta?.narrow || !plot.clientWidth) return;
    const before = shown.get(plot);
    const known = before?.meta === meta ? before.name : null;
    const name = plot.clientWidth < NARROW ? "narrow" : "wide";
    if (known === name) return;
    shown.set(plot, { meta, name });
    const { height, ...rest } = meta[name];
    place.style.height = `${height}px`;
    if (name === "narrow" || known) window.Plotly.relayout(plot, structuredClone({ ...rest, autosize: true }));
  }

  /* Plotly tells when it has drawn, also after its place has changed width. */
  function watch() {
    for (const plot of document.querySelectorAll(".js-plotly-plot")) {
      if (plot.dataset.fits || typeof plot.on !== "function") continue;
      plot.dataset.fits = "1";
      plot.on("plotly_afterplot", () => fit(plot));
      fit(plot);
    }
  }

  function start() {
    new MutationObserver(watch).observe(document.body, { childList: true, subtree: true });
    watch();
  }

  if (document.body) start();
  else document.addEventListener("DOMContentLoaded", start, { once: true });

  home.charts = { fit };
})((window.halsodialog = window.halsodialog || {}));

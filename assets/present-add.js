/* "Add to presentation": every picture of every page gets the button, found by what charts, drawings and tables carry, so
   that a page built later has it without knowing of presentations. */
(function (home) {
  "use strict";

  if (home.presentAdd) return;

  const el = (...parts) => home.dom.el(...parts);
  let said = null;

  const wayIn = () => {
    const place = document.querySelector(".present-way-in");
    return place ? JSON.parse(place.dataset.present) : null;
  };

  const hostOf = (node, selector) => node.closest(selector)?.id;
  const drawnIn = (node, kind, selector, part = "") => {
    const id = hostOf(node, selector);
    return id ? `${kind}:${id}${part}` : null;
  };

  function chart(node) {
    const id = node.querySelector(":scope > figcaption")?.id;
    return id ? `chart:${id.replace(/-caption$/, "")}` : null;
  }

  /** A table in a disclosure of its own. One under a chart is the chart's. */
  function table(node) {
    const id = node.closest("figure") ? null : node.querySelector(":scope > div")?.id;
    return id && id.endsWith("-table") ? `table:${id}` : null;
  }

  function section(node) {
    const code = node.querySelector(":scope > h2")?.id.replace(/^dim-/, "");
    return drawnIn(node, "rows", ".scorecard-host", `/dimension/${code}`);
  }

  function row(node) {
    const id = node.closest("tr").previousElementSibling?.id;
    const indicator = id?.replace(/^row-/, "");
    return id ? drawnIn(node, "rows", ".scorecard-host", `/row/${indicator}`) : null;
  }

  /* What can be put in a presentation: where it stands, and what it is called in an address. */
  const KINDS = [
    ["figure.chart", chart],
    [".scorecard-section", section],
    [".scorecard .detail-body", row],
    ["figure.map", (node) => drawnIn(node, "map", ".map-host")],
    [".rug-host", (node) => drawnIn(node, "rug", ".rug-host")],
    [".compare-rows > div[id]", (node) => `${node.id.endsWith("dumbbells") ? "pairs" : "compare"}:${node.id}`],
    ["details.as-table", table],
    ["main .brief", (node) => (node.querySelector(".signal") ? "message:findings" : null)],
  ];

  /** What the picture is called, so that a button among many says which one it is of. */
  function named(node) {
    const own = node.matches("details") ? node.querySelector("summary") : node.querySelector("figcaption, h2, h3, .full-name, caption");
    return (own?.firstChild?.textContent || "").trim();
  }

  function button(labels, picture, name) {
    const called = name ? { "aria-label": `${labels.add}: ${name}` } : {};
    return el("button", { type: "button", class: "present-add", "data-picture": picture, ...called },
      el("span", { class: "present-plus", "aria-hidden": "true" }, "+"), el("span", { class: "present-label" }, labels.add));
  }

  function furnish() {
    const labels = wayIn();
    if (!labels || document.querySelector(".present-host")) return;
    for (const [selector, picture] of KINDS) {
      for (const node of document.querySelectorAll(selector)) {
        if (node.querySelector(":scope > .present-add")) continue;
        const name = picture(node);
        if (name) node.append(button(labels, name, named(node)));
      }
    }
  }

  /** The view as it is shown now, and of the edition that it shows. */
  function view(edition) {
    const params = new URLSearchParams(window.location.search);
    params.set("utgava", edition);
    return `${window.location.pathname}?${params.toString().replaceAll("%2C", ",")}`;
  }

  function tell(message, labels) {
    if (!said || !said.isConnected) {
      said = el("div", { class: "present-said", role: "status" }, el("p"));
      document.body.append(said);
    }
    const link = el("a", { href: labels.href }, labels.open);
    said.replaceChildren(said.firstChild, link);
    said.firstChild.textContent = message;
    said.hidden = false;
  }

  /** Fetch what the slide would show: its finding becomes the heading, and a picture that cannot be shown is not added. */
  async function add(pressed) {
    const labels = wayIn();
    const store = home.presentStore;
    const { slides } = store.read();
    if (slides.length >= labels.most) {
      tell(home.words.compose(labels.full, { most: String(labels.most) }), labels);
      return;
    }
    const slide = { view: view(labels.edition), picture: pressed.dataset.picture };
    tell(labels.adding, labels);
    try {
      const { heading } = await home.presentFetch.picture(slide);
      const limit = store.limits().heading;
      store.change((now) => ({ slides: [...now.slides, { ...slide, heading: [...heading].slice(0, limit).join(""), question: "", notes: "" }] }));
      tell(home.words.compose(labels.added, { n: String(store.read().slides.length) }), labels);
    } catch {
      tell(labels.refused, labels);
    }
  }

  function clicked(event) {
    const pressed = event.target.closest?.(".present-add");
    if (pressed) add(pressed);
  }

  document.addEventListener("click", clicked);
  home.dom.tend(furnish);

  home.presentAdd = { furnish };
})((window.halsodialog = window.halsodialog || {}));

/* The presenter's page: the slides in their order with their words, the ready-made starts, and the ways out: showing,
   a file, a link, a deck. Drawn from a PresentView (see dashboard/viewmodels/present/page.py). */
(function (home) {
  "use strict";

  if (home.present) return;

  const el = (...parts) => home.dom.el(...parts);
  const say = (template, facts = {}) => home.words.compose(template, Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, String(fact)])));
  const store = () => home.presentStore;
  let shown = null;
  let typing = false;

  const key = (slide) => `${slide.view} ${slide.picture}`;
  const button = (part, text, more = {}) => el("button", { type: "button", class: "btn", "data-part": part, ...more }, text);

  function tell(text) {
    shown.status.textContent = text;
  }

  /** Say why something was refused; nothing has been changed then. */
  function refuse(fault) {
    const { labels } = shown.view;
    const why = fault instanceof store().Refusal ? say(labels[fault.word], { ...fault.facts, name: labels[fault.facts.name] || fault.facts.name }) : labels.failed;
    tell(fault.word === "link_broken" ? why : `${why} ${labels.nothing_changed}`);
  }

  /** Keep a change and say what came of it. */
  function keep(make, text, quiet = false) {
    const isKept = store().change(make, quiet);
    if (text || !isKept) tell([text, isKept ? "" : shown.view.labels.unsaved].filter(Boolean).join(" "));
  }

  const without = (slides, i) => slides.filter((_, n) => n !== i);

  function moved(slides, from, to) {
    const found = without(slides, from);
    found.splice(to, 0, slides[from]);
    return found;
  }

  /* --- one slide ---------------------------------------------------------------------------------------------------- */

  function field(tag, id, name, slide, limit, label) {
    const input = el(tag, { id, class: "form-control", maxlength: String(limit), "data-field": name, "data-part": name, ...(tag === "textarea" ? { rows: name === "notes" ? "4" : "2" } : { type: "text" }) });
    input.value = slide[name];
    return el("div", { class: "present-field" }, el("label", { class: "label", for: id }, label), input);
  }

  function item(slide, i, n) {
    const { labels, limits } = shown.view;
    const id = `present-slide-${i}`;
    const whose = slide.heading || say(labels.slide, { n: i + 1 });
    const act = (name, extra = {}) => el("button", { type: "button", class: "btn btn-sm", "data-act": name, "data-part": name, "aria-label": `${labels[name]}: ${whose}`, ...extra },
      labels[name]);
    const more = el("details", { class: "more", "data-key": key(slide), open: shown.open.has(key(slide)) }, el("summary", { "data-part": "more" }, labels.more, slide.question ? el("span", { class: "present-asked" }, slide.question) : null),
      field("textarea", `${id}-question`, "question", slide, limits.question, labels.question), field("textarea", `${id}-notes`, "notes", slide, limits.notes, labels.notes));
    return el("li", { class: "card present-slide", "data-place": String(i) },
      el("p", { class: "present-number", "aria-hidden": "true" }, String(i + 1)),
      el("div", { class: "present-words" }, field("textarea", `${id}-heading`, "heading", slide, limits.heading, `${labels.heading}, ${say(labels.slide, { n: i + 1 }).toLowerCase()}`), more),
      el("div", { class: "present-acts", role: "group", "aria-label": say(labels.slide, { n: i + 1 }) },
        act("up", { disabled: i === 0 }), act("down", { disabled: i === n - 1 }), act("remove"), act("from_here"),
        el("a", { href: slide.view, class: "btn btn-sm", "data-part": "live", "aria-label": `${labels.live}: ${whose}` }, labels.live)));
  }

  const ACTS = {
    up: (i) => move(i, i - 1), down: (i) => move(i, i + 1),
    remove: (i) => { keep(({ slides }) => ({ slides: without(slides, i) }), shown.view.labels.removed); focus(Math.min(i, store().read().slides.length - 1), "remove"); },
    from_here: (i) => home.presentStage.show(store().read(), shown.view, i, `[data-place="${i}"] [data-part="from_here"]`),
  };

  function move(from, to) {
    keep(({ slides }) => ({ slides: moved(slides, from, to) }), say(shown.view.labels.moved, { n: to + 1 }));
    focus(to, to < from ? "up" : "down");
  }

  /** The focus follows the slide; a button that is at its end gives it to its neighbour. */
  function focus(place, part) {
    const row = shown.host.querySelector(`[data-place="${place}"]`);
    const wanted = row?.querySelector(`[data-part="${part}"]:not([disabled])`) || row?.querySelector("button:not([disabled])") || shown.host.querySelector("button:not([disabled])");
    wanted?.focus();
  }

  /* --- the whole ---------------------------------------------------------------------------------------------------- */

  /** Put another presentation in the place of this one, which Undo brings back. */
  function replace(presentation, template) {
    keep(() => ({ title: presentation.title, slides: presentation.slides }), say(template, { n: presentation.slides.length }));
  }

  async function make(address) {
    const { labels, lang } = shown.view;
    tell(labels.making);
    try {
      const found = await home.presentFetch.json(`${address}?lang=${lang}`);
      replace(store().parse(JSON.stringify(found)), labels.made);
      shown.host.querySelector("[data-part=show]").focus();
    } catch (fault) {
      refuse(fault);
    }
  }

  async function openFile(input) {
    const [file] = input.files;
    input.value = "";
    if (!file) return;
    try {
      if (file.size > store().limits().file) throw new (store().Refusal)("large", { most: Math.floor(store().limits().file / 1000) });
      replace(store().parse(await file.text()), shown.view.labels.opened);
    } catch (fault) {
      refuse(fault);
    }
  }

  function fileName() {
    const title = store().read().title || shown.view.labels.stage;
    return `${title.normalize("NFKD").replace(/[^\w\s-]/g, "").trim().replace(/\s+/g, "-").toLowerCase() || "presentation"}.json`;
  }

  async function link() {
    const { labels, limits } = shown.view;
    const address = await home.presentLink.make(window.location.origin + window.location.pathname + window.location.search, store().read());
    if (address.length > limits.link) {
      tell(say(labels.link_long, { n: address.length, most: limits.link }));
      return;
    }
    try {
      await navigator.clipboard.writeText(address);
      tell(labels.linked);
    } catch {
      tell(`${labels.link_shown} ${address}`);
    }
  }

  async function take(form) {
    const { labels, home: paths, lang } = shown.view;
    tell(labels.exporting);
    try {
      const { name, content } = await home.presentFetch.file(`${paths.export}.${form}?lang=${lang}`, store().read());
      home.presentFetch.hand(name, content);
      tell(labels.exported);
    } catch (fault) {
      tell(fault.answer?.message?.[lang] || labels.failed);
    }
  }

  const WHOLE = {
    show: () => home.presentStage.show(store().read(), shown.view, 0, "[data-part=show]"),
    speaker: () => { if (!window.open(`${shown.view.home.page}?talare=1&lang=${shown.view.lang}`, "halsodialog-presentation", "popup,width=1000,height=700")) tell(shown.view.labels.speaker_blocked); },
    undo: () => { if (store().undo()) tell(shown.view.labels.undone); },
    clear: () => keep(() => ({ slides: [] }), shown.view.labels.cleared),
    save: () => home.presentFetch.hand(fileName(), new Blob([JSON.stringify(store().read(), null, 2)], { type: "application/json" })),
    link,
    visit: () => make(`${shown.view.home.start}/region/${shown.host.querySelector("#present-region").value}`),
    nation: () => make(`${shown.view.home.start}/nation`),
  };

  function top(presentation) {
    const { labels, limits, forms } = shown.view;
    const none = { disabled: !presentation.slides.length };
    const title = field("input", "present-title", "title", presentation, limits.title, labels.title);
    const file = el("input", { id: "present-file", type: "file", accept: ".json,application/json", class: "visually-hidden", "data-part": "file" });
    return el("section", { class: "card present-top", "aria-labelledby": "page-heading" }, title,
      el("p", { class: "present-show" }, button("show", labels.show, { ...none, class: "btn btn-primary" }), button("speaker", labels.speaker, none), el("span", { class: "small" }, say(labels.count, { n: presentation.slides.length }))),
      el("p", { class: "present-ways" }, button("undo", labels.undo, { disabled: !store().canUndo() }), button("save", labels.save, none), file, el("label", { class: "btn", for: "present-file" }, labels.open),
        button("link", labels.link, none), forms.map((form) => button("export", say(labels.export, { form: form.toUpperCase() }), { ...none, "data-form": form })), button("clear", labels.clear, none)));
  }

  function starts() {
    const { labels, regions } = shown.view;
    const choice = el("select", { id: "present-region", class: "form-select", "data-part": "region" }, regions.map((one) => el("option", { value: one.value }, one.text)));
    if (shown.region) choice.value = shown.region;
    return el("section", { class: "card present-starts", "aria-labelledby": "present-starts" }, el("h2", { id: "present-starts" }, labels.starts),
      el("div", { class: "present-start" }, el("div", null, el("label", { class: "label", for: "present-region" }, labels.visit_region), choice), button("visit", labels.visit_make)),
      el("div", { class: "present-start" }, button("nation", labels.nation_make)));
  }

  function body(presentation) {
    const { labels } = shown.view;
    const { slides } = presentation;
    if (!slides.length) return el("div", { class: "empty-state" }, el("p", null, labels.empty), el("p", null, labels.empty_how));
    return el("section", { "aria-labelledby": "present-slides" }, el("h2", { id: "present-slides", class: "section-title" }, labels.slides),
      el("ol", { class: "present-slides" }, slides.map((slide, i) => item(slide, i, slides.length))));
  }

  /** Draw anew what is kept; the focus stays on the part it was on. */
  function redraw() {
    if (!shown?.host.isConnected || typing) return;
    const active = shown.host.contains(document.activeElement) ? document.activeElement : null;
    const where = active && { part: active.dataset.part, place: active.closest("[data-place]")?.dataset.place };
    const presentation = store().read();
    shown.place.replaceChildren(top(presentation), body(presentation), starts());
    if (!where?.part) return;
    const within = where.place === undefined ? shown.host : shown.host.querySelector(`[data-place="${where.place}"]`);
    within?.querySelector(`[data-part="${where.part}"]:not([disabled])`)?.focus();
  }

  function written(event) {
    const name = event.target.dataset?.field;
    if (!name) return;
    const value = event.target.value;
    const place = event.target.closest("[data-place]")?.dataset.place;
    typing = true;
    const quiet = shown.written === event.target;
    shown.written = event.target;
    if (place === undefined) keep(() => ({ title: value }), "", quiet);
    else keep(({ slides }) => ({ slides: slides.map((slide, i) => (i === Number(place) ? { ...slide, [name]: value } : slide)) }), "", quiet);
    typing = false;
    shown.host.querySelector("[data-part=undo]").disabled = false;
  }

  function clicked(event) {
    const pressed = event.target.closest?.("button");
    if (!pressed) return;
    const place = pressed.closest("[data-place]")?.dataset.place;
    if (pressed.dataset.act && place !== undefined) ACTS[pressed.dataset.act](Number(place));
    else if (pressed.dataset.form) take(pressed.dataset.form);
    else WHOLE[pressed.dataset.part]?.();
  }

  async function arrived() {
    try {
      const found = await home.presentLink.read(window.location.hash);
      if (!found) return;
      window.history.replaceState(window.history.state, "", window.location.pathname + window.location.search);
      replace(found, shown.view.labels.opened);
    } catch (fault) {
      refuse(fault);
    }
  }

  /** Draw the page in the host. */
  function draw(host, view) {
    store().limit(view.limits);
    if (new URLSearchParams(window.location.search).has("talare")) {
      home.presentSpeaker.draw(host, view);
      return;
    }
    const status = el("p", { class: "present-status", role: "status" });
    const place = el("div");
    shown = { host, view, status, place, written: null, region: "", open: new Set() };
    host.replaceChildren(status, place);
    host.addEventListener("input", written);
    host.addEventListener("focusout", () => { shown.written = null; });
    host.addEventListener("click", clicked);
    // `toggle` does not bubble: it is caught on its way down.
    host.addEventListener("toggle", ({ target }) => { if (target.dataset.key) shown.open[target.open ? "add" : "delete"](target.dataset.key); }, true);
    host.addEventListener("change", (event) => {
      if (event.target.id === "present-file") openFile(event.target);
      if (event.target.id === "present-region") shown.region = event.target.value;
    });
    redraw();
    arrived();
  }

  const listening = () => store().listen(redraw);
  if (home.presentStore) listening();
  else document.addEventListener("DOMContentLoaded", listening, { once: true });

  home.present = { draw };
})((window.halsodialog = window.halsodialog || {}));

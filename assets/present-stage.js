/* Showing: one slide at a time over the whole screen. Everything a slide needs has come before the first is shown, so
   that the network may go. */
(function (home) {
  "use strict";

  if (home.presentStage) return;

  const CHANNEL = "halsodialog-presentation";
  /* The small screen that a slide is laid out for; on a larger one everything on it grows alike. */
  const WIDE = 960;
  const HIGH = 540;
  const REACHED = 3000;
  const el = (...parts) => home.dom.el(...parts);
  const say = (...parts) => home.words.compose(...parts);
  let now = null;

  const BUTTONS = ["previous", "next", "blank", "notes", "theme", "full", "speaker", "help", "end"];
  const NAMES = { notes: "notes_shown" };

  function build(labels) {
    const button = (act) => el("button", { type: "button", "data-act": act }, labels[NAMES[act] || act]);
    const parts = {
      slide: el("div", { class: "stage-slide", tabindex: "-1" }),
      dark: el("div", { class: "stage-blank", hidden: true }, el("p", { class: "visually-hidden" }, labels.blanked)),
      notes: el("section", { class: "stage-notes", "aria-label": labels.notes, tabindex: "0", hidden: true }),
      bar: el("div", { class: "stage-bar", role: "group", "aria-label": labels.stage }, BUTTONS.map(button)),
      live: el("p", { class: "visually-hidden", role: "status" }),
      help: home.presentKeys.help(labels),
    };
    const place = el("div", { class: "stage", role: "dialog", "aria-modal": "true", "aria-label": labels.stage }, Object.values(parts));
    return { place, ...parts };
  }

  function gone(slide, fault, labels) {
    const why = labels[fault ? "gone_view" : "gone_network"];
    return { kind: "message", kicker: "", heading: slide.heading || say(labels.slide, { n: String(now.at + 1) }), caption: "", more: "", source: "", edition: "", fault: say(labels.gone, { why }), facts: [], sentences: [] };
  }

  function scale() {
    return Math.max(1, Math.min(now.place.clientWidth / WIDE, now.place.clientHeight / HIGH));
  }

  function foot(shown, labels) {
    const place = say(labels.at, { n: String(now.at + 1), all: String(now.slides.length) });
    return el("div", { class: "stage-foot" }, el("p", null, [shown.source, shown.more].filter(Boolean).join(" ")), el("p", null, [shown.edition, place].filter(Boolean).join(" · ")));
  }

  /** Draw the slide in hand, as large as the place is. */
  function draw() {
    const { labels } = now.view;
    const slide = now.slides[now.at];
    const found = now.shown[now.at];
    const shown = found.fault === undefined ? found : gone(slide, found.fault, labels);
    const k = scale();
    now.place.style.setProperty("--k", k.toFixed(3));
    const figure = el("div", { class: "stage-figure" });
    now.slide.lang = shown.lang || now.view.lang;
    now.slide.replaceChildren(
      el("div", null, shown.kicker === (slide.heading || shown.heading) ? null : el("p", { class: "stage-kicker" }, shown.kicker), el("h1", null, slide.heading || shown.heading), shown.caption ? el("p", { class: "stage-caption" }, shown.caption) : null,
        // What a reader is told of an address is nothing for those who look at a slide: only a slide that is gone says so.
        shown.fault ? el("p", { class: "notice" }, shown.fault) : null),
      figure,
      ...(slide.question ? [el("p", { class: "stage-question" }, el("strong", null, labels.question_heading), " ", slide.question)] : []),
      foot(shown, labels));
    home.presentFigure.draw(figure, shown, now.shapes, k);
    now.notes.textContent = slide.notes || labels.no_notes;
  }

  function announce() {
    const place = say(now.view.labels.at, { n: String(now.at + 1), all: String(now.slides.length) });
    now.live.textContent = `${place}. ${now.slides[now.at].heading || now.shown[now.at].heading || ""}`;
  }

  function tell() {
    if (!now.shown) return;
    const slides = now.slides.map(({ heading, question, notes }, i) => ({ heading: heading || now.shown[i].heading || "", question, notes }));
    now.channel.postMessage({ type: "state", slides, at: now.at, blank: !now.dark.hidden, started: now.started });
  }

  function go(at) {
    now.at = Math.min(now.slides.length - 1, Math.max(0, at));
    blank(false);
    draw();
    announce();
    tell();
  }

  function blank(wanted) {
    now.dark.hidden = !wanted;
    for (const part of [now.slide, now.notes]) part.inert = wanted;
    if (wanted) now.live.textContent = now.view.labels.blanked;
    tell();
  }

  function full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else now.place.requestFullscreen?.().catch(() => {});
  }

  function speaker() {
    const opened = window.open(`${now.view.home.page}?talare=1&lang=${now.view.lang}`, CHANNEL, "popup,width=1000,height=700");
    if (!opened) now.live.textContent = now.view.labels.speaker_blocked;
  }

  const ACTS = {
    next: () => go(now.at + 1), previous: () => go(now.at - 1), first: () => go(0), last: () => go(Infinity), go,
    blank: () => blank(now.dark.hidden), full, speaker, end,
    notes: () => { now.notes.hidden = !now.notes.hidden; draw(); },
    theme: () => home.theme.set(home.theme.current() === "dark" ? "light" : "dark"),
    help: () => now.help.showModal(),
  };

  /** Do what a key, a button, a swipe or the presenter's window asks. While slides are fetched only the end can be asked for. */
  function act(name, which) {
    if (!now || !Object.hasOwn(ACTS, name) || (!now.shown && name !== "end")) return;
    if (name === "end" && !now.dark.hidden) blank(false);
    else ACTS[name](which);
  }

  function end() {
    const { place, leave, channel, back, lock } = now;
    now = null;
    leave();
    channel.postMessage({ type: "ended" });
    channel.close();
    if (document.fullscreenElement) document.exitFullscreen();
    lock?.then((held) => held?.release());
    for (const part of document.body.children) if (part.dataset.staged) { part.inert = false; delete part.dataset.staged; }
    place.remove();
    (document.querySelector(back) || document.getElementById("page-heading"))?.focus();
  }

  function heard({ data }) {
    if (!now || typeof data !== "object" || data === null) return;
    if (data.type === "hello") tell();
    if (data.type === "act" && ["next", "previous", "blank", "first", "last"].includes(data.act)) act(data.act);
  }

  function open(parts, view, back) {
    for (const part of document.body.children) if (!part.inert) { part.inert = true; part.dataset.staged = "1"; }
    document.body.append(parts.place);
    const channel = new BroadcastChannel(CHANNEL);
    channel.addEventListener("message", heard);
    const lock = navigator.wakeLock?.request("screen").catch(() => null);
    now = { ...parts, view, back, channel, lock, shapes: view.shapes && JSON.parse(view.shapes), shown: null, leave: home.presentKeys.attach(parts.place, act) };
    parts.bar.addEventListener("click", (event) => { const pressed = event.target.closest("[data-act]"); if (pressed) act(pressed.dataset.act); });
    new ResizeObserver(() => { if (now?.shown) draw(); }).observe(parts.place);
    reach(parts.place);
    parts.slide.focus();
    parts.place.requestFullscreen?.().catch(() => {});
  }

  /** The buttons show themselves to who moves a pointer, and hide again. */
  function reach(place) {
    let timer = 0;
    place.addEventListener("pointermove", () => {
      clearTimeout(timer);
      place.classList.add("is-reached");
      timer = setTimeout(() => place.classList.remove("is-reached"), REACHED);
    });
  }

  /** Show a presentation from one of its slides. `back` finds what has the focus when it ends. */
  async function show(presentation, view, at, back) {
    if (now || !presentation.slides.length) return;
    const { labels } = view;
    const parts = build(labels);
    open(parts, view, back);
    const mine = now;
    const wait = el("p", { class: "stage-wait" });
    parts.slide.append(wait);
    const progress = (n) => { wait.textContent = say(labels.fetching, { n: String(n), all: String(presentation.slides.length) }); };
    progress(0);
    mine.slides = presentation.slides;
    const shown = await home.presentFetch.all(presentation.slides, progress);
    await document.fonts.ready;
    if (now !== mine) return;
    Object.assign(now, { shown, started: Date.now() });
    go(at);
  }

  window.addEventListener("popstate", () => { if (now) end(); });

  home.presentStage = { show, act };
})((window.halsodialog = window.halsodialog || {}));

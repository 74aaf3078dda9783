/* The presenter's own window: what is shown now, its notes, what comes next, and the time. */
(function (home) {
  "use strict";

  if (home.presentSpeaker) return;

  const CHANNEL = "halsodialog-presentation";
  const el = (...parts) => home.dom.el(...parts);
  const two = (n) => String(n).padStart(2, "0");

  function spent(since) {
    const seconds = Math.max(0, Math.floor((Date.now() - since) / 1000));
    return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
  }

  function time() {
    const date = new Date();
    return `${two(date.getHours())}:${two(date.getMinutes())}`;
  }

  function card(className, title, slide, labels) {
    if (!slide) return el("section", { class: `card ${className}` }, el("h2", null, title), el("p", null, labels.speaker_last));
    return el("section", { class: `card ${className}` }, el("h2", null, title), el("p", { class: "speaker-heading" }, slide.heading),
      slide.question ? el("p", null, el("strong", null, labels.question_heading), " ", slide.question) : null);
  }

  function clocks(labels) {
    const clock = el("strong");
    const spentTime = el("strong");
    const again = el("button", { type: "button", class: "btn btn-sm" }, labels.speaker_from);
    const node = el("p", { class: "speaker-clock" }, el("span", null, labels.speaker_clock, " ", clock), el("span", null, labels.speaker_spent, " ", spentTime), again);
    return { node, clock, spentTime, again };
  }

  /** Draw the window in the host and follow what the other window says. */
  function draw(host, view) {
    const { labels } = view;
    const channel = new BroadcastChannel(CHANNEL);
    const body = el("div", { class: "speaker-body" }, el("p", { class: "empty-state" }, labels.speaker_wait));
    const watch = clocks(labels);
    const act = (name) => el("button", { type: "button", class: "btn", "data-act": name }, labels[name]);
    const bar = el("div", { class: "speaker-bar", role: "group", "aria-label": labels.stage }, act("previous"), act("next"), act("blank"));
    const live = el("p", { class: "speaker-at", role: "status" });
    let since = Date.now();
    let again = 0;
    let answered = false;
    host.classList.add("present-speaker");
    host.replaceChildren(watch.node, live, bar, body);

    const ask = (name) => channel.postMessage({ type: "act", act: name });
    const hello = () => channel.postMessage({ type: "hello" });
    // The other window may be busy when this one greets it, or not yet be showing: greet it until it answers.
    const tick = () => { watch.clock.textContent = time(); watch.spentTime.textContent = spent(since); if (!answered) hello(); };

    function told({ slides, at, blank, started }) {
      if (!Array.isArray(slides) || !slides[at]) return;
      answered = true;
      since = Math.max(again, started);
      live.textContent = [home.words.compose(labels.at, { n: String(at + 1), all: String(slides.length) }), blank ? labels.blanked : ""].filter(Boolean).join(". ");
      body.replaceChildren(card("speaker-now", labels.speaker_now, slides[at], labels),
        el("section", { class: "card speaker-notes" }, el("h2", null, labels.notes), el("p", null, slides[at].notes || labels.no_notes)),
        card("speaker-next", labels.speaker_next, slides[at + 1], labels));
    }

    channel.addEventListener("message", ({ data }) => {
      if (data?.type === "state") told(data);
      if (data?.type === "ended") answered = false;
      if (data?.type === "ended") body.replaceChildren(el("p", { class: "empty-state" }, labels.speaker_wait));
    });
    bar.addEventListener("click", (event) => { const pressed = event.target.closest("[data-act]"); if (pressed) ask(pressed.dataset.act); });
    watch.again.addEventListener("click", () => { again = Date.now(); since = again; tick(); });
    home.presentKeys.attach(host, (name) => ask(name));
    setInterval(tick, 1000);
    tick();
  }

  home.presentSpeaker = { draw };
})((window.halsodialog = window.halsodialog || {}));

/* Many files at once: each is fetched from its own address, shown how far it has come, and put in one archive here.
   Nothing is kept on the server, so that it may be stopped at any time and works however many servers there are.
   Drawn from a BulkView (see dashboard/viewmodels/bulk.py). */
(function (home) {
  "use strict";

  const el = (...parts) => home.dom.el(...parts);
  const AT_ONCE = 2, MOST_WAITS = 5, LONGEST_WAIT = 30, TOLD_EVERY = 4000;
  let running = null;

  const fill = (text, facts) => text.replace(/\{(\w+)\}/g, (whole, name) => facts[name] ?? whole);
  /** Wait; who stops meanwhile waits no longer. */
  const pause = (seconds, signal) => new Promise((done) => {
    setTimeout(done, seconds * 1000);
    signal.addEventListener("abort", done, { once: true });
  });

  /** Why an answer was no, as the server says it in the reader's language, else its number. */
  async function reason(answer, { lang, labels }) {
    const said = await answer.json().then((found) => found?.message?.[lang], () => "");
    return said || fill(labels.refused, { status: answer.status });
  }

  /** What the network gives; without it the browser's own words are no reader's. */
  const reached = (found, { labels }) => found.catch(() => { throw new Error(labels.unreachable); });

  /** One file's content. A server that asks for patience gets it a few times. */
  async function content(file, view, signal) {
    for (let waits = 0; ; waits += 1) {
      const answer = await reached(fetch(file.href, { signal }), view);
      if (answer.ok) return new Uint8Array(await reached(answer.arrayBuffer(), view));
      if (answer.status !== 429 || waits === MOST_WAITS) throw new Error(await reason(answer, view));
      await pause(Math.min(Number(answer.headers.get("Retry-After")) || 1, LONGEST_WAIT), signal);
    }
  }

  async function worker(run) {
    while (run.next < run.view.files.length && !run.signal.aborted) {
      const file = run.view.files[run.next];
      run.next += 1;
      try {
        run.done.push({ name: file.name, input: await content(file, run.view, run.signal) });
      } catch (error) {
        if (run.signal.aborted) return;
        run.failed.push({ file, why: error.message });
      }
      run.shown();
    }
  }

  /** The server's index without what could not be made, which it tells of first. */
  function index(run) {
    const page = new DOMParser().parseFromString(run.view.index, "text/html");
    const whole = new Set(run.done.map((file) => file.name));
    for (const link of page.querySelectorAll("li a")) {
      if (!whole.has(link.getAttribute("href"))) link.closest("li").remove();
    }
    for (const list of page.querySelectorAll("ul:empty")) {
      list.previousElementSibling.remove();
      list.remove();
    }
    if (run.failed.length) {
      const items = run.failed.map((item) => el("li", null, `${item.file.title}: ${item.why}`));
      page.querySelector("h1").nextElementSibling.after(el("h2", null, run.view.labels.missing), el("ul", null, items));
    }
    return `${new XMLSerializer().serializeToString(page)}\n`;
  }

  async function archive(run) {
    const { downloadZip } = await import(new URL("/assets/vendor/client-zip/index.js", location.href));
    const dated = new Date(`${run.view.published}T12:00:00`);
    const names = new Map(run.view.files.map((file, place) => [file.name, place]));
    const files = [...run.done].sort((a, b) => names.get(a.name) - names.get(b.name));
    const all = [{ name: "index.html", input: index(run) }, ...files];
    return downloadZip(all.map((file) => ({ ...file, lastModified: dated }))).blob();
  }

  function link(run, blob) {
    const node = el("a", { class: "btn btn-primary", download: run.view.archive }, fill(run.view.labels.save, { n: run.done.length }));
    node.href = URL.createObjectURL(blob);
    return node;
  }

  function failures(run) {
    if (!run.failed.length) return null;
    return [el("p", { class: "fault" }, fill(run.view.labels.failed, { n: run.failed.length })),
      el("ul", null, run.failed.map((item) => el("li", null, `${item.file.title}: ${item.why}`)))];
  }

  /** The panel while it runs: a bar, how many, and the way to stop. */
  function panel(host, view, stop) {
    const n = view.files.length, label = `${host.id}-n`;
    const bar = el("progress", { max: n, value: 0, "aria-labelledby": label });
    const text = el("p", { id: label }, fill(view.labels.progress, { done: 0, n }));
    const said = el("p", { class: "visually-hidden", role: "status" });
    const button = el("button", { type: "button", class: "btn" }, view.labels.cancel);
    button.addEventListener("click", stop);
    host.replaceChildren(said, el("div", { class: "card export-run" }, text, bar, el("p", null, button)));
    let told = 0;
    return (run) => {
      bar.value = run.done.length + run.failed.length;
      text.textContent = fill(view.labels.progress, { done: bar.value, n });
      if (Date.now() - told > TOLD_EVERY) {
        told = Date.now();
        said.textContent = text.textContent;
      }
    };
  }

  async function ended(host, run) {
    const label = run.signal.aborted ? run.view.labels.cancelled : run.view.labels.ready;
    const text = fill(label, { done: run.done.length, n: run.view.files.length });
    const save = run.done.length ? link(run, await archive(run)) : null;
    const parts = [el("p", { role: "status", tabindex: -1 }, text), failures(run), save && el("p", null, save)];
    host.replaceChildren(el("div", { class: "card export-run" }, parts));
    host.querySelector("[role=status]").focus();
    if (save && !run.signal.aborted) save.click();
  }

  /** Fetch every file of the view, and offer the archive. A second start stops the first. */
  async function start(host, view) {
    running?.abort();
    const control = running = new AbortController();
    const shown = panel(host, view, () => control.abort());
    const run = { view, next: 0, done: [], failed: [], signal: control.signal, shown: () => shown(run) };
    await Promise.all(Array.from({ length: AT_ONCE }, () => worker(run)));
    if (running === control) await ended(host, run);
  }

  home.bulk = {
    start(clicks, text, id) {
      const host = document.getElementById(id);
      if (clicks && text && host) start(host, JSON.parse(text));
      return null;
    },
  };
})((window.halsodialog = window.halsodialog || {}));

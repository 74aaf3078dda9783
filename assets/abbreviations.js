/* The abbreviations of the page: those that stand on it now, each with what it stands for, told when they are asked for. */
(function (home) {
  "use strict";

  if (home.abbreviations) return; // Loaded twice, it would listen twice.

  const LETTER = "[\\p{L}\\p{N}]";

  function stands(short, text) {
    const exact = short.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return new RegExp(`(?<!${LETTER})${exact}(?!${LETTER})`, "u").test(text);
  }

  function entry(one, href) {
    const name = home.dom.el("a", { href: `${href}#${one.id}` }, one.term);
    return [home.dom.el("dt", null, name), home.dom.el("dd", null, one.whole)];
  }

  /** The line and the list that are written in, made when the reader opens it for the first time. */
  function place(details) {
    if (details.querySelector("dl")) return;
    details.append(home.dom.el("p", { role: "status" }, details.dataset.loading), home.dom.el("dl", { hidden: true }));
  }

  function say(details, text) {
    const line = details.querySelector("p");
    line.textContent = text;
    line.hidden = !text;
  }

  function fill(details, known) {
    const text = document.getElementById("main")?.innerText ?? "";
    const here = known.filter((one) => stands(one.term, text));
    const list = details.querySelector("dl");
    list.replaceChildren(...here.flatMap((one) => entry(one, details.dataset.href)));
    list.hidden = !here.length;
    say(details, here.length ? "" : details.dataset.none);
  }

  /** The abbreviations of a language, fetched once. */
  const fetched = new Map();
  function abbreviations(lang) {
    if (!fetched.has(lang)) {
      const answer = fetch(`/api/v1/glossary?lang=${lang}`).then((reply) => {
        if (!reply.ok) throw new Error(String(reply.status));
        return reply.json();
      });
      fetched.set(lang, answer.then((view) => view.groups.find((group) => group.code === "abbreviations").entries));
    }
    return fetched.get(lang);
  }

  /* While the list is open the page may change under it: its pickers draw other rows. */
  let watched = null;
  let waiting = false;
  const observer = new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      if (watched?.isConnected && watched.open) show(watched);
      else observer.disconnect();
    });
  });

  async function show(details) {
    try {
      fill(details, await abbreviations(details.dataset.lang));
    } catch {
      // The next opening asks again.
      fetched.delete(details.dataset.lang);
      say(details, details.dataset.failed);
    }
  }

  function toggled(event) {
    const details = event.target;
    if (!details.matches?.("details.abbreviations")) return;
    observer.disconnect();
    if (!details.open) return;
    watched = details;
    place(details);
    show(details);
    observer.observe(document.getElementById("main"), { childList: true, characterData: true, subtree: true });
  }

  document.addEventListener("toggle", toggled, true);

  home.abbreviations = { show };
})((window.halsodialog = window.halsodialog || {}));

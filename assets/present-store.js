/* The presentation as this browser keeps it: read, changed, undone. What is read is believed no more than a stranger's
   file: every presentation comes in through `parse`, with the same limits as on the server. */
(function (home) {
  "use strict";

  if (home.presentStore) return;

  const KEY = "halsodialog-presentation";
  const PAST = "halsodialog-presentation-past";
  const DAMAGED = "halsodialog-presentation-damaged";
  const MOST_PAST = 20;
  const FORMAT = { format: KEY, version: 1 };
  const TEXTS = ["view", "picture", "heading", "question", "notes"];
  const VIEW = /^\/(?:[a-z0-9-]+(?:\/[a-z0-9-]+)*)?(?:\?[^#\s\\]*)?$/;
  const PICTURE = /^(?:message|rows|chart|map|rug|compare|pairs|table):[a-z0-9-]+(?:\/[a-z0-9-]+){0,2}$/;
  const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
  /* What holds where no page has told its own: on the pages whose buttons only add. */
  let limits = { slides: 60, view: 1000, picture: 200, title: 120, heading: 240, question: 400, notes: 4000, file: 400000 };
  let memory = null;
  const listeners = new Set();

  /** Why a presentation is refused: the name of a word and what fills it. */
  class Refusal extends Error {
    constructor(word, facts = {}) {
      super(word);
      Object.assign(this, { word, facts });
    }
  }

  const length = (text) => [...text].length;

  function text(raw, name, n) {
    const found = raw[name] ?? "";
    if (typeof found !== "string" || FORBIDDEN.test(found)) throw new Refusal("bad_text", { n, name });
    if (length(found) > limits[name]) throw new Refusal("long_text", { n, name, most: limits[name] });
    return found;
  }

  function slide(raw, place) {
    const n = place + 1;
    if (raw === null || typeof raw !== "object" || Array.isArray(raw)) throw new Refusal("bad_slide", { n });
    const found = Object.fromEntries(TEXTS.map((name) => [name, text(raw, name, n)]));
    if (!VIEW.test(found.view) || !PICTURE.test(found.picture)) throw new Refusal("bad_address", { n });
    return found;
  }

  /** A presentation of a text; throws a Refusal that says what is wrong first. */
  function parse(content) {
    if (new Blob([content]).size > limits.file) throw new Refusal("large", { most: Math.floor(limits.file / 1000) });
    let raw = null;
    try {
      raw = JSON.parse(content);
    } catch {
      throw new Refusal("json");
    }
    if (raw === null || typeof raw !== "object" || raw.format !== FORMAT.format || !Array.isArray(raw.slides)) throw new Refusal("format");
    if (raw.version !== FORMAT.version) throw new Refusal("wrong_version", { version: FORMAT.version });
    if (raw.slides.length > limits.slides) throw new Refusal("many", { n: raw.slides.length, most: limits.slides });
    return { ...FORMAT, title: text(raw, "title", 0), slides: raw.slides.map(slide) };
  }

  const empty = () => ({ ...FORMAT, title: "", slides: [] });

  function keep(storage, key, value) {
    try {
      storage.setItem(key, value);
      return true;
    } catch {
      return false;
    }
  }

  function kept(storage, key) {
    try {
      return storage.getItem(key);
    } catch {
      return null;
    }
  }

  /** The presentation. One that cannot be read is set aside, not thrown away: somebody may have written it. */
  function read() {
    const found = kept(localStorage, KEY);
    if (found === null) return memory || empty();
    try {
      return parse(found);
    } catch {
      keep(localStorage, DAMAGED, found);
      return memory || empty();
    }
  }

  function past() {
    try {
      const found = JSON.parse(kept(sessionStorage, PAST) || "[]");
      return Array.isArray(found) ? found.filter((one) => typeof one === "string") : [];
    } catch {
      return [];
    }
  }

  /** Keep a presentation; false when the browser keeps nothing, and it then lasts as long as the page. */
  function put(presentation) {
    memory = presentation;
    const isKept = keep(localStorage, KEY, JSON.stringify(presentation));
    for (const listener of listeners) listener();
    return isKept;
  }

  /** Change the presentation. `quiet` is one more letter of a change that can be undone already. */
  function change(make, quiet = false) {
    const before = read();
    if (!quiet) keep(sessionStorage, PAST, JSON.stringify([...past(), JSON.stringify(before)].slice(-MOST_PAST)));
    return put({ ...before, ...make(before) });
  }

  function undo() {
    const states = past();
    const last = states.pop();
    if (last === undefined) return false;
    keep(sessionStorage, PAST, JSON.stringify(states));
    put(parse(last));
    return true;
  }

  window.addEventListener("storage", (event) => {
    if (event.key === KEY) for (const listener of listeners) listener();
  });

  home.presentStore = {
    Refusal, parse, read, change, undo, canUndo: () => past().length > 0,
    limit: (found) => { limits = { ...limits, ...found }; },
    limits: () => limits,
    listen: (listener) => { listeners.add(listener); },
  };
})((window.halsodialog = window.halsodialog || {}));

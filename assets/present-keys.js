/* The presenter's keys, a remote's among them: what each of them asks for. */
(function (home) {
  "use strict";

  if (home.presentKeys) return;

  const KEYS = {
    ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next", Enter: "next",
    ArrowLeft: "previous", ArrowUp: "previous", PageUp: "previous", Backspace: "previous",
    Home: "first", End: "last", b: "blank", ".": "blank", n: "notes", f: "full", F5: "full", t: "theme", p: "speaker", "?": "help", Escape: "end",
  };
  /* What the help lists: the act, and the keys as they are written on a keyboard or in words. */
  const LISTED = [
    ["key_next", ["→", "↓", "Page Down", "space"]], ["key_previous", ["←", "↑", "Page Up"]], ["key_first", ["Home"]], ["key_last", ["End"]],
    ["key_number", ["key_number_keys"]], ["key_blank", ["b", "."]], ["key_notes", ["n"]], ["key_full", ["f", "F5"]], ["key_theme", ["t"]],
    ["key_speaker", ["p"]], ["key_help", ["?"]], ["key_end", ["Esc"]],
  ];
  const FAR = 50;
  const PATIENCE = 3000;

  /** Follow the keys and swipes in a place; `act` hears an act and, for "go", which slide. */
  function attach(place, act) {
    let digits = "";
    let timer = 0;
    let from = null;

    const forget = () => { digits = ""; clearTimeout(timer); };

    function count(digit) {
      clearTimeout(timer);
      digits = (digits + digit).slice(-3);
      timer = setTimeout(forget, PATIENCE);
    }

    function pressed(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || place.querySelector("dialog[open]")) return;
      // Space and Enter press the button that has the focus.
      if ([" ", "Enter"].includes(event.key) && event.target.closest?.("button, a, summary")) return;
      if (/^[0-9]$/.test(event.key)) {
        count(event.key);
        return;
      }
      const wanted = KEYS[event.key] || KEYS[event.key.toLowerCase()];
      if (!wanted) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === "Enter" && digits) act("go", Number(digits) - 1);
      else act(wanted);
      forget();
    }

    function lifted(event) {
      const across = from === null ? 0 : event.clientX - from;
      from = null;
      if (Math.abs(across) > FAR) act(across < 0 ? "next" : "previous");
    }

    document.addEventListener("keydown", pressed, true);
    place.addEventListener("pointerdown", (event) => { from = event.pointerType === "mouse" ? null : event.clientX; });
    place.addEventListener("pointerup", lifted);
    place.addEventListener("pointercancel", () => { from = null; });
    return () => { forget(); document.removeEventListener("keydown", pressed, true); };
  }

  /** The list of keys as a dialog. */
  function help(labels) {
    const { el } = home.dom;
    const key = (name) => el("kbd", null, labels[name] || name);
    const item = ([act, keys]) => el("div", null, el("dt", null, labels[act]), el("dd", null, keys.map((name, i) => [i ? " " : null, key(name)])));
    const close = el("button", { type: "button", class: "btn" }, labels.close);
    const dialog = el("dialog", { class: "stage-help", "aria-labelledby": "stage-help-title" },
      el("h2", { id: "stage-help-title" }, labels.help), el("dl", null, LISTED.map(item)), el("p", null, labels.swipe), close);
    close.addEventListener("click", () => dialog.close());
    return dialog;
  }

  home.presentKeys = { attach, help };
})((window.halsodialog = window.halsodialog || {}));

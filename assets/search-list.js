/* A field that searches the entries of a list and says how many are shown. */
(function (home) {
  "use strict";

  if (home.searchList) return;

  const el = (...parts) => home.dom.el(...parts);

  /** Show the entries that have every word, and tell `shown` whether something is searched for. */
  function search({ field, status, entries, labels, shown }) {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let n = 0;
    for (const { node, text } of entries) {
      node.hidden = !words.every((word) => text.includes(word));
      if (!node.hidden) n += 1;
    }
    shown(words.length > 0);
    status.textContent = n ? home.words.compose(labels.shown, { n: String(n), total: String(entries.length) }) : labels.nothing;
  }

  /** Draw the field with this id and then the parts in the host. An entry is { node, text in small letters }. */
  function draw(host, id, parts, { entries, labels, shown }) {
    const field = el("input", { id, type: "search", class: "form-control", autocomplete: "off" });
    const status = el("p", { class: "catalogue-status", role: "status" });
    const list = { field, status, entries, labels, shown };
    field.addEventListener("input", () => search(list));
    const label = el("label", { for: id, class: "label" }, labels.search);
    host.replaceChildren(el("div", { class: "catalogue-search", role: "search" }, label, field, status), ...parts);
    search(list);
  }

  home.searchList = { draw };
})((window.halsodialog = window.halsodialog || {}));

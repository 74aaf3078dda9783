/* Cards that tell of one thing each: a name, how it stands, a sentence, facts, links, and lists behind disclosures.
   Drawn from a CardsView (see dashboard/viewmodels/cards.py). */
(function (home) {
  "use strict";

  const el = (...parts) => home.dom.el(...parts);

  function fact(item) {
    return [el("dt", null, item.label), el("dd", null, item.text)];
  }

  /** A list is drawn when it is opened: the largest has some hundred rows. */
  function part(item) {
    const host = el("div");
    const node = el("details", { class: "as-table" }, el("summary", null, item.summary), host);
    home.tables.draw(host, item.table);
    return node;
  }

  function links(items) {
    const link = (item) => el("a", { href: item.href, class: item.is_button ? "btn btn-sm" : null }, item.text);
    return items.length ? el("p", { class: "card-links" }, items.map((item) => [link(item), " "])) : null;
  }

  function card(item) {
    const id = `card-${item.name}`;
    const status = item.status && home.dom.verdict(item.symbol, item.status, item.tone, "verdict");
    return el("section", { class: "card told-card", "aria-labelledby": id },
      el("div", { class: "card-head" }, el("h3", { id }, item.title), status),
      item.text && el("p", { class: item.is_fault ? "fault" : null }, item.text),
      item.facts.length > 0 && el("dl", { class: "definition" }, item.facts.map(fact)),
      links(item.links),
      item.parts.map(part));
  }

  /** Draw the cards in the host, replacing what it showed. */
  function draw(host, view) {
    host.classList.add("cards-host");
    host.replaceChildren(...view.cards.map(card));
  }

  home.cards = { draw };
})((window.halsodialog = window.halsodialog || {}));

/* "Download picture": every chart, map and rug gets its two buttons, found by what they carry, so that one built later has them
   too. The file is made here, of what is on screen, and holds its heading, source and edition (see take-compose.js). */
(function (home) {
  "use strict";

  if (home.takePicture) return;

  const el = (...parts) => home.dom.el(...parts);
  const FORMS = ["svg", "png"];

  const facts = () => {
    const place = document.querySelector(".take-pictures");
    return place ? JSON.parse(place.dataset.pictures) : null;
  };

  /* What a picture is called on its page. */
  const KINDS = [
    ["figure.chart", (node) => node.querySelector(":scope > figcaption")?.id.replace(/-caption$/, "")],
    ["figure.map", (node) => node.closest(".map-host")?.id.replace(/-host$/, "")],
    [".rug-host", (node) => home.rug.viewOf(node) && node.id.replace(/-host$/, "")],
  ];
  const ALL = KINDS.map(([selector]) => selector).join(", ");

  /* A rug has its heading before it, among the page's own. */
  const headingOf = (host) => [...document.querySelectorAll("h2")].filter((one) => one.compareDocumentPosition(host) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1);

  /** The buttons of one picture, as a group that is called what it does and of which picture. */
  function group(labels, name, node) {
    const caption = node.querySelector(":scope > figcaption");
    const label = el("span", { id: `${name}-take`, class: "take-label" }, labels.picture);
    // A map's heading has no id, and is drawn anew together with its buttons.
    const named = caption?.id ? { "aria-labelledby": `${name}-take ${caption.id}` } : { "aria-label": `${labels.picture}: ${text(caption || headingOf(node))}` };
    const buttons = FORMS.map((form) => el("button", { type: "button", class: "take-form", "data-form": form }, labels[form]));
    return el("div", { class: "take-picture", role: "group", "data-name": name, ...named }, label, buttons,
      el("span", { class: "take-said", role: "status" }));
  }

  function furnish() {
    const labels = facts();
    // The presenter's pictures are taken home as a presentation.
    if (!labels || document.querySelector(".present-host")) return;
    for (const [selector, called] of KINDS) {
      for (const node of document.querySelectorAll(selector)) {
        const name = node.querySelector(":scope > .take-picture") ? null : called(node);
        if (name) node.append(group(labels, name, node));
      }
    }
  }

  const text = (node) => (node ? node.textContent.trim() : "");

  /** The words that go with a picture: its finding, what it shows, what must be known to read it, source and edition. */
  function words(figure, labels) {
    if (figure.matches(".rug-host")) return rugWords(figure, labels);
    const caption = figure.querySelector(":scope > figcaption");
    const lines = [...figure.querySelectorAll(":scope > .chart-notes > p, :scope > .source-line")].map(text);
    const picture = figure.querySelector("[role=img], svg.country");
    return {
      title: text(caption.firstChild), shown: text(caption.querySelector("small")), lang: labels.lang,
      alt: picture?.getAttribute("aria-label") || "", lines: [...lines.filter(Boolean), labels.edition],
    };
  }

  function rugWords(host, labels) {
    const { caption, source_line: source } = home.rug.viewOf(host);
    return { title: text(headingOf(host)), shown: caption, lang: labels.lang, alt: "", lines: [source, labels.edition] };
  }

  const partsOf = async (figure) => {
    if (figure.matches(".rug-host")) return home.takeRug.parts(figure);
    return figure.matches(".map") ? home.takeMap.parts(figure) : home.takeChart.parts(figure);
  };

  const fileName = (labels, name, form) => `${[labels.product, name, labels.code, labels.number].filter(Boolean).join("-")}.${form}`;

  function handOut(blob, name) {
    const link = el("a", { download: name, hidden: true });
    link.href = URL.createObjectURL(blob);
    document.body.append(link);
    link.click();
    link.remove();
    // The browser reads the file after the click: its address is given back when it has had time to.
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  async function made(figure, labels, form) {
    const around = words(figure, labels);
    const whole = await home.takeCompose.whole(around, await partsOf(figure));
    return form === "png" ? home.takeCompose.bitmap(whole, around) : home.takeCompose.vector(whole);
  }

  async function take(pressed) {
    const place = pressed.closest(".take-picture");
    const [said, labels, form] = [place.querySelector(".take-said"), facts(), pressed.dataset.form];
    const name = fileName(labels, place.dataset.name, form);
    said.textContent = labels.making;
    try {
      handOut(await made(place.closest(ALL), labels, form), name);
      said.textContent = home.words.compose(labels.made, { name });
    } catch {
      said.textContent = labels.failed;
    }
  }

  document.addEventListener("click", (event) => {
    const pressed = event.target.closest?.(".take-form");
    if (pressed) take(pressed);
  });

  home.dom.tend(furnish);

  home.takePicture = { furnish };
})((window.halsodialog = window.halsodialog || {}));

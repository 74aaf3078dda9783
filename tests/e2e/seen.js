/* What a page holds that the tests ask about, gathered in one go. */
() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const labelOf = (e) => (e.labels && e.labels[0] ? e.labels[0].textContent : e.getAttribute("aria-label") ?? "").trim();
  // What is drawn for the eye alone is no word of a name.
  const words = (e) => [...e.childNodes].filter((part) => part.ariaHidden !== "true").map((part) => part.innerText ?? part.textContent).join(" ").trim();
  return {
    title: document.title,
    lang: document.documentElement.lang,
    pickers: all("select, input:not([type=hidden])").map((e) => ({
      html: e.outerHTML.slice(0, 100),
      label: labelOf(e),
      group: e.closest("fieldset")?.querySelector("legend")?.textContent.trim() ?? null,
      kind: e.type,
    })),
    // The words on a link or button must be part of what it is called, so that it can be asked for by voice.
    unsaid: all("a[aria-label], button[aria-label]")
      .filter((e) => e.checkVisibility() && /[a-zåäö]{3}/i.test(words(e)))
      .filter((e) => !e.getAttribute("aria-label").toLowerCase().includes(words(e).toLowerCase()))
      .map((e) => `${e.getAttribute("aria-label")} / ${e.innerText}`),
    levels: all("h1, h2, h3, h4, h5, h6").filter((e) => e.checkVisibility()).map((e) => Number(e.localName[1])),
    ids: all("[id]").map((e) => e.id),
  };
}

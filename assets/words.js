/* The words of a drawing, and sentences put together of them. */
(function (home) {
  "use strict";

  /** The word for a key. Every word comes with the view, from the language's own file; a test finds each one there. */
  function word(view, key) {
    return (view.labels && view.labels[key]) || "";
  }

  /** A template's {braces} filled in; a part that is empty takes its space with it. */
  function compose(template, parts) {
    let bare = false;
    const text = template.replace(/\{(\w+)\}/g, (_, name) => parts[name] || ((bare = true), ""));
    if (!bare) return text;
    return text.replace(/\(\s*\)/g, "").replace(/ {2,}/g, " ").replace(/ ([,.:;)])/g, "$1").trim();
  }

  home.words = { word, compose };
})((window.halsodialog = window.halsodialog || {}));

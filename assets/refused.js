/* A view that is refused, or that nothing answers: the reader is told so, where Dash says nothing and stands still. */
(function (home) {
  "use strict";

  if (home.refused) return;

  const ASKED = "/_dash-update-component";
  // Dash writes the output first: the callback that has failed, by its name.
  const OUTPUT = /^\{"output":"([^"]*)"/;
  // The callback that brings a whole page.
  const PAGE = ".._pages_content.children";
  const FAILED = "failure";
  const ABORTED = "AbortError";

  const send = window.fetch.bind(window);
  let failing = null;

  const language = () => (document.documentElement.lang === "en" ? "en" : "sv");

  function say(text) {
    const place = document.getElementById("refused");
    if (place) place.textContent = text;
  }

  function unreachable() {
    const place = document.getElementById("refused");
    return place ? place.dataset[language()] : "";
  }

  /** What the guard says in the page's language with the request's number; what stands between may answer anything. */
  async function reason(answer) {
    try {
      const { id, message } = await answer.clone().json();
      return `${message[language()]} (${id})`;
    } catch {
      return unreachable();
    }
  }

  /** Say what went wrong with a view, or, once the same view or another page has come, no longer say it. */
  async function note(output, answer) {
    if (answer?.ok) {
      if (output === failing || output?.startsWith(PAGE)) { failing = null; say(""); }
      return;
    }
    failing = output;
    say(answer ? await reason(answer) : unreachable());
  }

  /** What the program itself said of a view that failed is about the question before this one. */
  function forget() {
    if (document.getElementById(FAILED)?.textContent) window.dash_clientside.set_props(FAILED, { children: "" });
  }

  async function asked(address, options) {
    forget();
    const output = OUTPUT.exec(options?.body)?.[1];
    try {
      const answer = await send(address, options);
      await note(output, answer);
      return answer;
    } catch (error) {
      if (error.name !== ABORTED) await note(output, null);
      throw error;
    }
  }

  window.fetch = (address, options) => (String(address).includes(ASKED) ? asked(address, options) : send(address, options));

  home.refused = true;
})((window.halsodialog = window.halsodialog || {}));

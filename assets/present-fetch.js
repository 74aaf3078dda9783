/* What a presentation asks of the server: what a slide shows, a ready-made start, a file. */
(function (home) {
  "use strict";

  if (home.presentFetch) return;

  const AT_ONCE = 3;

  /** An answer's JSON; a fault carries its status, 0 when the network did not answer. */
  async function json(address, options) {
    let response = null;
    try {
      response = await fetch(address, options);
    } catch {
      throw Object.assign(new Error("network"), { status: 0 });
    }
    if (!response.ok) throw Object.assign(new Error(String(response.status)), { status: response.status });
    return response.json();
  }

  function picture({ view, picture: name }) {
    return json(`/presentera/bild?${new URLSearchParams({ view, picture: name })}`);
  }

  /** What every slide shows, in their order; a slide that cannot be had is {fault: status}. `tell` hears how far it is. */
  async function all(slides, tell) {
    const found = new Array(slides.length).fill(null);
    let next = 0;
    let ready = 0;
    const work = async () => {
      while (next < slides.length) {
        const place = next;
        next += 1;
        found[place] = await picture(slides[place]).catch((fault) => ({ fault: fault.status ?? 0 }));
        ready += 1;
        tell(ready);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return found;
  }

  async function file(address, presentation) {
    const response = await fetch(address, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(presentation) });
    if (!response.ok) throw Object.assign(new Error(String(response.status)), { answer: await response.json() });
    const [, name] = /filename="?([^";]+)/.exec(response.headers.get("Content-Disposition") || "") || [];
    return { name, content: await response.blob() };
  }

  /** Give the reader a file. */
  function hand(name, content) {
    const address = URL.createObjectURL(content);
    const link = Object.assign(document.createElement("a"), { href: address, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  home.presentFetch = { json, picture, all, file, hand };
})((window.halsodialog = window.halsodialog || {}));

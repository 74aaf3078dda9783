/* A presentation as a link: packed, and after the address's #, so that no server is told what it says. */
(function (home) {
  "use strict";

  if (home.presentLink) return;

  const NAME = "#p=";

  async function through(stream, bytes, most) {
    const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
    const parts = [];
    let n = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
      n += value.length;
      // A small link can hold a great deal of nothing.
      if (n > most) throw new home.presentStore.Refusal("large", { most: Math.floor(most / 1000) });
      parts.push(value);
    }
  }

  function toText(bytes) {
    const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
    return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  }

  function toBytes(text) {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  }

  /** The link to a presentation at a page's address. */
  async function make(address, presentation) {
    const bytes = new TextEncoder().encode(JSON.stringify(presentation));
    return address + NAME + toText(await through(new CompressionStream("deflate-raw"), bytes, Infinity));
  }

  /** The presentation in an address's hash; null where there is none. Throws a Refusal for one that cannot be read. */
  async function read(hash) {
    if (!hash.startsWith(NAME)) return null;
    const { Refusal, limits, parse } = home.presentStore;
    let bytes = null;
    try {
      bytes = await through(new DecompressionStream("deflate-raw"), toBytes(hash.slice(NAME.length)), limits().file);
    } catch (fault) {
      throw fault instanceof Refusal ? fault : new Refusal("link_broken");
    }
    return parse(new TextDecoder().decode(bytes));
  }

  home.presentLink = { make, read };
})((window.halsodialog = window.halsodialog || {}));

/* Words in a PNG: what the picture says stands in the file as text too, so that it can be found and read aloud. */
(function (home) {
  "use strict";

  if (home.takePng) return;

  const HEAD = 33; // The signature and the first chunk, after which others may stand.

  const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
    let value = n;
    for (let k = 0; k < 8; k += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
  });

  const sum = (bytes) => (bytes.reduce((crc, byte) => TABLE[(crc ^ byte) & 255] ^ (crc >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

  function number(value) {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setUint32(0, value);
    return bytes;
  }

  /** One international text, uncompressed: keyword, no language, the text as UTF-8. */
  function chunk(keyword, text) {
    const body = new TextEncoder().encode(`iTXt${keyword}\0\0\0\0\0${text}`);
    return [number(body.length - 4), body, number(sum(body))];
  }

  /** The same picture with texts in it, by their keywords. */
  async function described(blob, texts) {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const chunks = Object.entries(texts).filter(([, text]) => text).flatMap(([keyword, text]) => chunk(keyword, text));
    return new Blob([bytes.slice(0, HEAD), ...chunks, bytes.slice(HEAD)], { type: "image/png" });
  }

  home.takePng = { described };
})((window.halsodialog = window.halsodialog || {}));

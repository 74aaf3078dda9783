/* Leaves a few of each kind of like elements: a checker takes the square of the rows, and rows are alike.
   What is chosen stays, and so do a table's columns; everything that can be folded out is, so that it is checked too. */
async () => {
  const MOST = { TR: 9, DL: 12, SELECT: 3, HEAD: Infinity, BODY: Infinity, HEADER: Infinity, MAIN: Infinity };
  const KEPT = "[aria-current], [aria-expanded='true'], [open], [selected], :checked, h1, h2, label, legend, [role=status]";
  const kind = (node) => (node.parentNode.localName === "tr" ? "cell" : `${node.localName}.${node.getAttribute("class")}`);
  const walk = (parent) => {
    const seen = new Map();
    for (const node of [...parent.children]) {
      const n = (seen.get(kind(node)) ?? 0) + 1;
      seen.set(kind(node), n);
      const most = node.localName === "details" ? 2 : (MOST[parent.nodeName] ?? 4);
      if (n > most && !node.matches(KEPT) && !node.querySelector(KEPT)) node.remove();
      else walk(node);
    }
  };
  walk(document.body);
  for (const part of document.querySelectorAll("main details, footer details")) part.open = true;
  // A section out of sight is not laid out: at another width its words would lie where no reader meets them.
  for (const part of document.querySelectorAll(".scorecard-section")) part.style.contentVisibility = "visible";
  // What is folded out is drawn when it is opened, some of it after an answer.
  await new Promise((done) => setTimeout(done, 200));
  for (const part of document.querySelectorAll("main details, footer details")) walk(part);
  return document.querySelectorAll("*").length;
}

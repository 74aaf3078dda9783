/* The address holds the whole view. Pickers write to it, links keep what they do not change, back and forward read it.
   Dash draws a page anew when its path, or a parameter that no picker on it owns, has changed. Between two views of the
   same page only the pickers are set, so that the page stays where it is and the reader's place and focus with it. */
(function (home) {
  "use strict";

  if (home.address) return;

  const here = () => ({ path: window.location.pathname, search: window.location.search, hash: window.location.hash });
  const pickers = () => [...document.querySelectorAll("[data-param]")];
  const boxes = (picker) => [...picker.querySelectorAll("input[type=checkbox]")];
  const flags = (picker) => (picker.dataset.param === "flags" ? boxes(picker).map((box) => box.value) : null);

  /* The address Dash drew the page for, and the one that the pickers show. */
  let drawn = here();
  let shown = here();

  function text(path, params) {
    const search = params.toString().replaceAll("%2C", ",");
    return path + (search ? `?${search}` : "");
  }

  /** Write a picker's value to parameters: a default is left out, and a list of flags gives one parameter each. */
  function write(params, picker, value) {
    for (const flag of flags(picker) || []) value.includes(flag) ? params.set(flag, "1") : params.delete(flag);
    if (flags(picker)) return;
    const said = Array.isArray(value) ? value.join(",") : value;
    if (said && said !== picker.dataset.default) params.set(picker.dataset.param, said);
    else params.delete(picker.dataset.param);
  }

  /** The value an address gives a picker. What the picker does not offer falls back, as it does on the server. */
  function read(params, picker) {
    if (flags(picker)) return flags(picker).filter((flag) => params.get(flag) === "1");
    const said = params.get(picker.dataset.param) ?? "";
    if (picker.dataset.list) return said.split(",").filter((value) => boxes(picker).some((box) => box.value === value));
    const offered = [...picker.querySelectorAll("option, input")].map((one) => one.value);
    return said && offered.includes(said) ? said : picker.dataset.default;
  }

  /** What of an address no picker on the page owns: when that is the same, so is the page. */
  function rest({ path, search }) {
    const params = new URLSearchParams(search);
    for (const picker of pickers()) for (const name of flags(picker) || [picker.dataset.param]) params.delete(name);
    params.sort();
    return text(path, params);
  }

  /** Set the pickers whose value differs between two addresses of the same page; Dash then updates what hangs on them. */
  function set(before, after) {
    const [old, wanted] = [new URLSearchParams(before.search), new URLSearchParams(after.search)];
    for (const picker of pickers()) {
      const value = read(wanted, picker);
      if (String(value) !== String(read(old, picker))) window.dash_clientside.set_props(picker.dataset.control, { value });
    }
  }

  /** The address has changed: true when the page stays and its pickers were set, false when Dash must draw another. */
  function stays() {
    const before = shown;
    shown = here();
    if (rest(drawn) === rest(shown)) {
      set(before, shown);
      return true;
    }
    drawn = shown;
    return false;
  }

  /** Make a new entry of the history. */
  function push(href) {
    home.arrival.leave();
    window.history.pushState({}, "", href);
    home.arrival.enter();
  }

  /** Go to an address of ours. `focus` lists selectors of what has the focus there; without it that is the heading. */
  function go(href, focus) {
    if (href !== window.location.href) push(href);
    if (stays()) return;
    home.arrival.expect(focus);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  }

  /* Dash must not hear of steps between views of one page: it knows nothing of the entries that pickers make. */
  function stepped(event) {
    const { hash } = shown;
    home.arrival.leave();
    home.arrival.enter();
    if (!stays()) {
      home.arrival.expect();
      return;
    }
    event.stopImmediatePropagation();
    if (shown.hash !== hash) home.arrival.resume();
  }

  function chosen(picker, input) {
    return input.type === "checkbox" ? boxes(picker).filter((box) => box.checked).map((box) => box.value) : input.value;
  }

  /* Only a reader's own choice fires this event, not a value that is set by script. */
  function changed(event) {
    const picker = event.target.closest?.("[data-param], [data-way]");
    if (!picker) return;
    const { path, search } = here();
    const params = new URLSearchParams(search);
    if (picker.dataset.way) {
      go(window.location.origin + text(`${picker.dataset.way}/${event.target.value}`, params), [`#${picker.dataset.control}`]);
      return;
    }
    write(params, picker, chosen(picker, event.target));
    if (text(path, params) !== path + search) push(text(path, params));
    shown = here();
  }

  /** A link with data-keep changes one parameter, drops those that hang on it, and keeps the rest of the view as it is now. */
  function target(link) {
    const { keep, drop } = link.dataset;
    if (!keep) return link.href;
    const url = new URL(link.href);
    const wanted = url.searchParams.get(keep);
    const params = new URLSearchParams(window.location.search);
    if (wanted) params.set(keep, wanted);
    else params.delete(keep);
    if (drop) params.delete(drop);
    return new URL(text(url.pathname, params) + url.hash, url).href;
  }

  const NOT_PAGES = /^\/(api|assets|dcat|healthz|data\/ladda-ner|export\/[^/]+)(\/|$)/;

  function isOurs(link) {
    const plain = link.origin === window.location.origin && !link.target && !link.hasAttribute("download");
    const onPage = link.hash && link.pathname === window.location.pathname && link.search === window.location.search;
    return plain && !onPage && !NOT_PAGES.test(link.pathname);
  }

  /** The link of a click as an HTML link: an SVG link's href is an object, and its parts are read through one of HTML's. */
  function linkOf(event) {
    const link = event.target.closest?.("a[href]");
    if (!link || link instanceof HTMLAnchorElement) return link;
    return Object.assign(document.createElement("a"), { href: link.getAttribute("href"), target: link.getAttribute("target") ?? "" });
  }

  function clicked(event) {
    const link = linkOf(event);
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (!isOurs(link)) return;
    event.preventDefault();
    const { keep } = link.dataset;
    go(target(link), keep && home.arrival.kept(keep));
  }

  document.addEventListener("change", changed);
  document.addEventListener("click", clicked);
  window.addEventListener("popstate", stepped, true);

  /** Write what every picker shows over the parameters of an address, so that it leads to what is on screen now. */
  function over(params) {
    const now = new URLSearchParams(window.location.search);
    for (const picker of pickers()) write(params, picker, read(now, picker));
    return params;
  }

  home.address = { go, over, text };
})((window.halsodialog = window.halsodialog || {}));

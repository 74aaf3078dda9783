/* The address holds the whole view: pickers write to it, links keep what they do not change, back and forward read it. */
(function (home) {
  "use strict";

  if (home.address) return;

  const search = () => new URLSearchParams(window.location.search);

  function address(params) {
    const text = params.toString().replaceAll("%2C", ",");
    return window.location.pathname + (text ? `?${text}` : "");
  }

  /** A picker's values as parameters: a default is left out, and a list of flags gives one parameter each. */
  function write(params, control, value) {
    const name = control.dataset.param;
    if (name === "flags") {
      for (const flag of control.querySelectorAll("input")) params.delete(flag.value);
      for (const flag of value) params.set(flag, "1");
      return;
    }
    const text = Array.isArray(value) ? value.join(",") : value;
    if (text && text !== control.dataset.default) params.set(name, text);
    else params.delete(name);
  }

  /** Called by Dash when pickers change: the new view becomes an entry of its own in the history. */
  function follow(...values) {
    const controls = [...document.querySelectorAll("[data-param]")];
    const params = search();
    const known = new Map(values[values.length - 1]);
    for (const control of controls) {
      if (known.has(control.dataset.control)) write(params, control, known.get(control.dataset.control));
    }
    const next = address(params);
    if (next !== window.location.pathname + window.location.search) window.history.pushState({}, "", next);
    return null;
  }

  function fromAddress(control) {
    const params = search();
    if (control.dataset.param !== "flags") {
      const text = params.get(control.dataset.param) ?? control.dataset.default ?? "";
      return control.dataset.list ? text.split(",").filter(Boolean) : text;
    }
    return [...control.querySelectorAll("input")].map((flag) => flag.value).filter((flag) => params.get(flag) === "1");
  }

  /* Dash does not know of entries that pickers made, so going back to one must set the pickers by hand. */
  function restore() {
    for (const control of document.querySelectorAll("[data-param]")) {
      window.dash_clientside.set_props(control.dataset.control, { value: fromAddress(control) });
    }
  }

  function go(href) {
    const from = window.location.pathname;
    window.history.pushState({}, "", href);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    if (window.location.hash) return;
    if (from !== window.location.pathname) window.scrollTo(0, 0);
  }

  /** A link with data-keep changes one parameter and keeps the rest of the view as it is now. */
  function target(link) {
    if (!link.dataset.keep) return link.href;
    const url = new URL(link.href);
    const wanted = url.searchParams.get(link.dataset.keep);
    const params = search();
    if (wanted) params.set(link.dataset.keep, wanted);
    else params.delete(link.dataset.keep);
    url.search = params.toString();
    return url.href;
  }

  function isOurs(link) {
    const plain = link.origin === window.location.origin && !link.target && !link.hasAttribute("download");
    const onPage = link.hash && link.pathname === window.location.pathname && link.search === window.location.search;
    return plain && !onPage && !link.pathname.startsWith("/api/");
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    // An SVG link's href is an object; its parts are read through a URL.
    const href = typeof link.href === "string" ? link.href : new URL(link.getAttribute("href"), window.location.href).href;
    const parts = Object.assign(document.createElement("a"), { href });
    if (link.target) parts.target = link.target;
    if (link.dataset.keep) parts.dataset.keep = link.dataset.keep;
    if (!isOurs(parts)) return;
    event.preventDefault();
    go(target(parts));
  });
  window.addEventListener("popstate", restore);

  home.address = { follow, go };
})((window.halsodialog = window.halsodialog || {}));

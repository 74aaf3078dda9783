/* Reading the marks of a dot-range: by pointing, touching, or walking with the arrow keys. One set of listeners per host. */
(function (home) {
  "use strict";

  const { el, svg } = home.dom;

  /* Marks this near each other cannot be told apart by pointing: they are read together. */
  const SAME = 0.008;
  const STEPS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

  function withUnit(text, unit) {
    return !unit || text.includes(unit) ? text : `${text} ${unit}`;
  }

  function regionStops(row, view) {
    const { word } = home.words;
    return row.regions.map((mark) => ({
      x: mark.x,
      own: mark.code === view.area,
      text: `${view.region_names[mark.code] || mark.code} ${withUnit(mark.text, row.unit)}` + (mark.word ? ` (${mark.word})` : ""),
    }));
  }

  /** Every mark of a row with its place and words, from left to right. */
  function stops(row, view) {
    const list = regionStops(row, view);
    const add = (x, text, own = false) => typeof x === "number" && text && list.push({ x: Math.min(1, Math.max(0, x)), text, own });
    if (!list.some((stop) => stop.own)) add(row.x, `${view.area_name} ${withUnit(row.value_text, row.unit)}`, true);
    if (view.area !== "00") add(row.nation_x, withUnit(row.nation_text, row.unit));
    add(row.target.x, row.target.mark);
    add(row.international.x, row.international.text || row.international.label);
    return list.sort((a, b) => a.x - b.x);
  }

  function nearest(list, x) {
    let best = 0;
    list.forEach((stop, i) => { if (Math.abs(stop.x - x) < Math.abs(list[best].x - x)) best = i; });
    return best;
  }

  const together = (list, x) => list.filter((stop) => Math.abs(stop.x - x) <= SAME).map((stop) => stop.text).join(" · ");

  class Reader {
    /** `rowOf` gives the row of a picture; `view` is asked anew each time because a redraw replaces it. */
    constructor(host, rowOf, view) {
      Object.assign(this, { host, rowOf, view, picture: null, list: [], index: -1 });
      this.chip = el("div", { class: "reading", "aria-hidden": "true" });
      this.cursor = svg("line", { class: "cursor", y1: 1, y2: "100%" });
      this.live = el("div", { class: "visually-hidden", "aria-live": "polite" });
      for (const type of ["pointermove", "pointerdown", "pointerout", "focusin", "focusout", "keydown"]) {
        host.addEventListener(type, (event) => this[type](event));
      }
    }

    take(picture) {
      if (this.picture === picture) return true;
      this.close();
      const row = this.rowOf(picture);
      if (!row) return false;
      this.picture = picture;
      this.list = stops(row, this.view());
      return this.list.length > 0;
    }

    show(text, x) {
      const where = home.marks.percent(x);
      this.chip.textContent = text;
      this.chip.style.left = where;
      this.chip.style.transform = `translateX(-${where})`;
      this.cursor.setAttribute("x1", where);
      this.cursor.setAttribute("x2", where);
      if (this.cursor.parentNode === this.picture) return;
      this.picture.append(this.cursor);
      this.picture.parentNode.append(this.chip);
    }

    close() {
      this.chip.remove();
      this.cursor.remove();
      Object.assign(this, { picture: null, list: [], index: -1 });
    }

    pointermove(event) {
      const frame = event.target.closest?.(".dot-range");
      if (!frame || !this.host.contains(frame)) return;
      const picture = frame.firstChild;
      if (!this.take(picture)) return;
      const box = picture.getBoundingClientRect();
      const x = this.list[nearest(this.list, (event.clientX - box.left) / box.width)].x;
      this.show(together(this.list, x), x);
    }

    pointerdown(event) {
      this.pointermove(event);
    }

    pointerout(event) {
      const frame = this.picture?.parentNode;
      if (!frame || event.pointerType === "touch" || frame.contains(event.relatedTarget)) return;
      if (document.activeElement !== this.picture) this.close();
    }

    focusin(event) {
      const picture = event.target;
      if (picture.classList?.contains("dots") && picture.matches(":focus-visible") && this.take(picture)) {
        this.index = Math.max(0, this.list.findIndex((stop) => stop.own));
        this.show(this.list[this.index].text, this.list[this.index].x);
      }
    }

    focusout(event) {
      if (event.target === this.picture) this.close();
    }

    keydown(event) {
      const picture = event.target;
      if (!picture.classList?.contains("dots")) return;
      if (event.key === "Escape") return this.close();
      const next = this.next(event.key, picture);
      if (next === null) return;
      event.preventDefault();
      this.index = next;
      this.show(this.list[next].text, this.list[next].x);
      this.live.textContent = this.list[next].text;
    }

    next(key, picture) {
      if (!(key in STEPS) && key !== "Home" && key !== "End") return null;
      if (!this.take(picture)) return null;
      const last = this.list.length - 1;
      if (key === "Home") return 0;
      if (key === "End") return last;
      const from = this.index < 0 ? this.list.findIndex((stop) => stop.own) : this.index;
      return Math.min(last, Math.max(0, from + STEPS[key]));
    }
  }

  home.reading = { attach: (host, rowOf, view) => new Reader(host, rowOf, view) };
})((window.halsodialog = window.halsodialog || {}));

/* What a row says when it is opened: why it was judged so, what lies inside the region, and where the figures come from. */
(function (home) {
  "use strict";

  const { el, verdict } = home.dom;
  const paragraphs = (...texts) => texts.filter(Boolean).map((text) => el("p", null, text));

  function block(title, ...content) {
    const parts = content.flat().filter(Boolean);
    return parts.length ? el("section", { class: "block" }, el("h3", null, title), parts) : null;
  }

  /** The reasons, each under the verdict it explains. */
  function reasons(row, view) {
    const reason = (symbol, word, tone, ...texts) => {
      const said = texts.filter(Boolean);
      return said.length ? el("li", null, verdict(symbol, word, tone), said.map((text) => el("span", { class: "why" }, text))) : null;
    };
    // The few words say it all where there is a change; where there is none the sentence does.
    const change = row.change === null ? [row.change_reason] : [row.change_text, row.change_reason];
    const items = [
      row.doubtful ? reason("△", row.doubtful_word, "missing", row.doubtful) : null,
      row.corrected ? reason("✎", home.words.word(view, "corrected"), "neutral", row.corrected) : null,
      row.revised ? reason("↺", home.words.word(view, "revised"), "neutral", row.revised) : null,
      reason(row.position_symbol, row.position_text, row.position_tone, row.position_reason),
      reason(row.target.symbol, row.target.text, row.target.tone, row.target.reason),
      reason(row.trend.symbol, row.trend.text, row.trend.tone, row.trend.reason, ...change),
    ].filter(Boolean);
    return items.length ? el("ul", { class: "reasons" }, items) : null;
  }

  function sexes(row) {
    if (!row.sexes.length) return paragraphs(row.sex_gap);
    const line = (sex) => el("tr", null, el("th", { scope: "row" }, sex.name), el("td", { class: sex.value === null ? "soft" : "num" }, sex.text));
    const table = el("table", { class: "mini" }, el("tbody", null, row.sexes.map(line)));
    return [table, ...paragraphs(row.sex_gap)];
  }

  /** What reaching each yardstick would mean in people, and what that rests on; else what is missing. */
  function people(row) {
    const reached = row.people.map((item) => el("li", null, item.text));
    return [reached.length ? el("ul", { class: "reasons" }, reached) : null, ...paragraphs(row.people_text)];
  }

  function international(row) {
    const { label, text, reason } = row.international;
    return paragraphs(text || label, reason === text ? "" : reason);
  }

  function facts(row) {
    if (!row.facts.length) return null;
    return el("dl", { class: "facts" }, row.facts.flatMap((fact) => [el("dt", null, fact.label), el("dd", null, fact.text)]));
  }

  function regionRow(mark, row, view) {
    const doubt = mark.word ? ` (${mark.word})` : "";
    return el("tr", { role: "row", class: mark.code === view.area ? "own" : null },
      el("th", { scope: "row", role: "rowheader" }, view.region_names[mark.code] || mark.code),
      el("td", { role: "cell", class: "num" }, mark.text + doubt));
  }

  /** All regions' values, in the regions' own order: a table to look things up in, not a ranking. */
  function regions(row, view) {
    const { word } = home.words;
    const heads = el("tr", { role: "row" },
      el("th", { scope: "col", role: "columnheader" }, word(view, "region")), el("th", { scope: "col", role: "columnheader" }, word(view, "column_value")));
    return el("table", { class: "all-regions", role: "table" },
      el("caption", null, [row.full_name, row.period_text, row.unit].filter(Boolean).join(", ")),
      el("thead", { role: "rowgroup", class: "visually-hidden" }, heads),
      el("tbody", { role: "rowgroup" }, row.regions.map((mark) => regionRow(mark, row, view))));
  }

  function source(row) {
    const badge = row.derived_text ? el("span", { class: "badge", "data-tone": row.derived ? "neutral" : "missing" }, row.derived_text) : null;
    return el("p", { class: "source-line" }, row.source, badge ? " " : null, badge);
  }

  /** The row's pictures to take home, as they are filtered, with source and edition in them. */
  function saves(row, view) {
    const query = new URLSearchParams(Object.entries({
      lang: view.lang, sex: view.sex, period: view.period, utgava: view.edition,
    }).filter(([, value]) => value));
    const path = `/export/picture/${encodeURIComponent(view.area)}/${encodeURIComponent(row.indicator)}`;
    const link = (form, key) => el("a", { href: `${path}.${form}?${query}`, download: "" }, home.words.word(view, key));
    return el("p", { class: "saves" }, link("svg", "save_svg"), " ", link("png", "save_png"));
  }

  /** The whole content of an opened row. `withRegions` says whether its table of regions stands open already. */
  function draw(row, view, withRegions) {
    const word = (key) => home.words.word(view, key);
    const list = row.regions.length
      ? el("details", { class: "more", open: withRegions }, el("summary", { "data-part": "summary" }, word("all_regions")), withRegions ? regions(row, view) : null)
      : null;
    return el("div", { class: "detail-body" },
      el("p", { class: "full-name" }, row.full_name),
      el("div", { class: "blocks" },
        block(word("reasons"), reasons(row, view)),
        block(word("inside"), paragraphs(row.inside.text, row.inside.reason === row.inside.text ? "" : row.inside.reason)),
        block(word("sexes"), sexes(row)),
        block(word("people"), people(row)),
        block(word("international"), international(row)),
        block(word("facts"), facts(row)),
        block(word("twin"), paragraphs(row.twin), row.twin_href ? el("p", null, el("a", { href: row.twin_href }, word("twin_open"))) : null)),
      list, source(row), saves(row, view));
  }

  home.scorecardDetail = { draw, regions };
})((window.halsodialog = window.halsodialog || {}));

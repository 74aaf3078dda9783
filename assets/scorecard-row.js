/* One row of the scorecard: name, value, trend, dot-range, position, target, and the button that opens it.
   Every part carries its role in words too, because on a phone the row is laid out as a card and CSS then drops the table's own. */
(function (home) {
  "use strict";

  const { el, verdict } = home.dom;
  const COLUMNS = 7;

  const cell = (className, ...children) => el("td", { class: className, role: "cell" }, ...children);
  const small = (className, ...children) => el("div", { class: className }, ...children);

  function nameCell(row) {
    return el("th", { scope: "row", role: "rowheader", class: "c-name" }, el("a", { href: row.href, "data-part": "link" }, row.name), small("context source", row.source));
  }

  function figure(row) {
    if (row.value === null) return small("missing-text", row.missing || row.value_text);
    return small("value", el("span", { class: "number" }, row.value_text), " ", el("span", { class: "unit" }, row.unit));
  }

  function valueCell(row, view) {
    const context = [row.period_text, row.nation_text].filter(Boolean).join(" · ");
    const doubt = row.doubtful ? small("doubt", el("span", { class: "symbol", "aria-hidden": "true" }, "△"), " ", row.doubtful_word) : null;
    const late = row.value !== null && row.missing ? small("doubt", row.missing) : null;
    const revised = row.revised_note ? small("context", row.revised_note) : null;
    return cell("c-value", figure(row), context ? small("context", context) : null, late, revised, doubt);
  }

  function trendCell(row) {
    const { trend } = row;
    return cell("c-trend", home.trendLine.draw(trend), verdict(trend.symbol, trend.text, trend.tone, "verdict small"));
  }

  function targetCell(row) {
    const { target } = row;
    const word = verdict(target.symbol, target.text, target.tone);
    if (target.verdict === "no-target") word.classList.add("quiet");
    return cell("c-target", word, target.label ? small("context", target.label) : null);
  }

  function buttonCell(row, detailId, view) {
    const name = `${home.words.word(view, "open")} ${row.name}`;
    return cell("c-more", el("button", {
      type: "button", class: "disclosure", "aria-expanded": "false", "aria-controls": detailId, "aria-label": name, "data-part": "button",
    }));
  }

  /** The row and the closed, still empty row under it that its button opens. */
  function draw(row, id, view) {
    const detailId = `${id}-more`;
    const position = verdict(row.position_symbol, row.position_text, row.position_tone);
    return [
      el("tr", { class: "row", role: "row", id },
        nameCell(row), valueCell(row, view), trendCell(row), cell("c-dots", home.dotRange.draw(row, view)),
        cell("c-position", position, row.caution ? small("context", row.caution) : null), targetCell(row), buttonCell(row, detailId, view)),
      el("tr", { class: "detail", role: "row", id: detailId, hidden: true }, el("td", { colspan: COLUMNS, role: "cell" })),
    ];
  }

  home.scorecardRow = { COLUMNS, draw };
})((window.halsodialog = window.halsodialog || {}));

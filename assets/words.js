/* The words the drawings need. A view's own `labels` always win; these only keep a bare key from ever reaching a screen. */
(function (home) {
  "use strict";

  const WORDS = {
    sv: {
      column_indicator: "Indikator",
      column_value: "Värde",
      column_trend: "Utveckling",
      column_spread: "Läge bland regionerna",
      column_position: "Position",
      column_target: "Mot mål",
      column_details: "Mer",
      better: "bättre →",
      open: "Visa mer om",
      close: "Visa mindre om",
      legend: "Teckenförklaring",
      reasons: "Bedömningen",
      inside: "Inom regionen",
      sexes: "Kvinnor och män",
      international: "Internationellt",
      twin: "Samma fråga, annan serie",
      facts: "Fakta",
      all_regions: "Alla regioner",
      region: "Region",
      doubtful: "osäkert värde",
      walk: "Pilar till vänster och höger läser upp märkena.",
      smallest: "lägst",
      largest: "högst",
      cell: "{region}: {indicator} {value} {unit} ({period}), {state}",
      choose_region: "Välj region",
      rug_hint: "Peka på en ruta, eller gå med piltangenterna, för att läsa den.",
      map_hint: "Peka på ett län, eller gå med piltangenterna, för att läsa det.",
      inset: "Förstoring",
    },
    en: {
      column_indicator: "Indicator",
      column_value: "Value",
      column_trend: "Trend",
      column_spread: "Place among the regions",
      column_position: "Position",
      column_target: "Against target",
      column_details: "More",
      better: "better →",
      open: "Show more about",
      close: "Show less about",
      legend: "Key",
      reasons: "The assessment",
      inside: "Inside the region",
      sexes: "Women and men",
      international: "International",
      twin: "Same question, another series",
      facts: "Facts",
      all_regions: "All regions",
      region: "Region",
      doubtful: "doubtful value",
      walk: "Left and right arrows read the marks out.",
      smallest: "lowest",
      largest: "highest",
      cell: "{region}: {indicator} {value} {unit} ({period}), {state}",
      choose_region: "Choose region",
      rug_hint: "Point at a cell, or use the arrow keys, to read it.",
      map_hint: "Point at a county, or use the arrow keys, to read it.",
      inset: "Enlarged",
    },
  };

  /** The word for a key in the view's language. */
  function word(view, key) {
    const own = view.labels && view.labels[key];
    return own || (WORDS[view.lang] || WORDS.sv)[key] || "";
  }

  /** A template's {braces} filled in; a part that is empty takes its space with it. */
  function compose(template, parts) {
    let bare = false;
    const text = template.replace(/\{(\w+)\}/g, (_, name) => parts[name] || ((bare = true), ""));
    if (!bare) return text;
    return text.replace(/\(\s*\)/g, "").replace(/ {2,}/g, " ").replace(/ ([,.:;)])/g, "$1").trim();
  }

  home.words = { word, compose };
})((window.halsodialog = window.halsodialog || {}));

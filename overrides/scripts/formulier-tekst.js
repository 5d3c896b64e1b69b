// A narrative text: shown without its hard line ends, and with sources cited at the cursor.

import { lees } from "./formulier-staat.js";

const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/;

/** The text with every paragraph and point on one line; the way of writing breaks them again. @param {string} text */
export function ontvouw(text) {
  /** @type {string[]} */ const lines = [];
  let open = false;
  for (const line of text.split("\n")) {
    if (!line.trim() || ITEM.test(line) || !open) lines.push(line.trimEnd());
    else lines[lines.length - 1] += ` ${line.trim()}`;
    open = !!line.trim();
  }
  return lines.join("\n");
}

/** @typedef {{sleutel: string, titel: string, bij: string}} Keuze */

/** The sources that can be cited. @returns {Keuze[]} */
export function bronnen() {
  const found = lees(["bronnen"]);
  return (Array.isArray(found) ? found : []).filter((bron) => typeof bron?.sleutel === "string").map((bron) => ({
    sleutel: bron.sleutel,
    titel: String(bron.titel ?? bron.sleutel),
    bij: [bron.uitgever, String(bron.datum ?? "").slice(0, 4)].filter(Boolean).join(", "),
  }));
}

/** Cite a source where the cursor stands, before the full stop that was just typed. @param {HTMLTextAreaElement} area @param {string} key @param {boolean} known whether the cursor was ever put somewhere */
export function citeer(area, key, known) {
  const text = area.value;
  let at = known ? area.selectionEnd : text.trimEnd().length;
  const before = text.slice(0, at);
  const stop = before.match(/[.!?]\s*$/);
  if (stop) at -= stop[0].length;
  const space = at && !/\s$/.test(text.slice(0, at)) ? " " : "";
  const mark = `${space}[@${key}]`;
  area.setRangeText(mark, at, at, "end");
  if (stop) area.setSelectionRange(at + mark.length + stop[0].length, at + mark.length + stop[0].length);
  area.dispatchEvent(new Event("input", { bubbles: true }));
  area.focus();
}

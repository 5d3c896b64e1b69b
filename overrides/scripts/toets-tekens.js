// Signs that look right on the screen but not to YAML. The other half of macros/characters.py.

import { kolomVan, probleem } from "./toets-document.js";
import { alle, begin, tabel, vervang } from "./toets-tabel.js";

/** @typedef {import("./toets-document.js").Probleem} Probleem */
/** @typedef {[number, string, string] | null} Vondst column, what is wrong, what to do */

/**
 * The text as YAML can read it, or null when it can't, and a problem for each sign that had to go.
 * @param {string} text
 * @param {import("./toets-tabel.js").Kennis} kennis
 * @returns {{ tekst: string | null, problemen: Probleem[] }}
 */
export function hersteld(text, kennis) {
  const t = tabel(kennis, "characters");
  const problemen = onleesbaar(text, t);
  if (problemen.length || !t.SUSPECT.test(text)) return { tekst: problemen.length ? null : text, problemen };
  const lines = text.split("\n");
  blokregels(lines, t).forEach((inside, index) => {
    const line = lines[index];
    if (!t.SUSPECT.test(line)) return;
    let found = gewoneSpaties(lines, index, t);
    if (!inside) found = gewoonStreepje(lines, index, t) ?? found;
    if (found) problemen.push(probleem(index + 1, found[0], "", found[1], found[2]));
  });
  return { tekst: lines.join("\n"), problemen };
}

/**
 * The first of each kind on a line.
 * @param {string} text
 * @param {Record<string, any>} t
 */
function onleesbaar(text, t) {
  const problemen = [];
  for (const [pattern, bericht, remedie] of t.UNREADABLE) {
    const seen = new Set();
    for (const match of alle(pattern, text)) {
      const regel = text.slice(0, match.index).split("\n").length, end = match.index + match[0].length;
      const kolom = kolomVan(text.slice(text.lastIndexOf("\n", end - 1) + 1, end), end) - 1;
      if (!seen.has(regel)) problemen.push(probleem(regel, Math.max(kolom, 1), "", bericht, remedie));
      seen.add(regel);
    }
  }
  return problemen;
}

/**
 * Puts ordinary spaces where YAML looks at them; gives the first that was none.
 * @param {string[]} lines
 * @param {number} index
 * @param {Record<string, any>} t
 * @returns {Vondst}
 */
function gewoneSpaties(lines, index, t) {
  const line = lines[index], pattern = begin(t.INLINE_LIST, line) ? t.SPACE : t.SPACE_THAT_COUNTS;
  const plain = vervang(pattern, line, (match) => vervang(t.SPACE, match, " "));
  lines[index] = plain;
  const at = [...line].findIndex((sign, place) => sign !== [...plain][place]);
  if (at < 0) return null;
  return [at + 1, "Hier staat een bijzondere spatie, vaak geplakt uit Word of van een website.", "Vervang die door een gewone spatie."];
}

/**
 * Puts an ordinary hyphen and a space where an item of a list may start, or takes it away before a field.
 * @param {string[]} lines
 * @param {number} index
 * @param {Record<string, any>} t
 * @returns {Vondst}
 */
function gewoonStreepje(lines, index, t) {
  const line = lines[index], match = begin(t.BULLET, line) ?? begin(t.TIGHT, line);
  if (!match) return null;
  const [whole, indent, sign] = match, rest = line.slice(whole.length).trim(), signs = [...rest];
  const shown = signs.length <= 30 ? rest : `${signs.slice(0, 29).join("").trimEnd()}…`;
  const isField = begin(t.FIELD, rest);
  if (magOnderdeel(lines, index, indent.length) || (isField && indent)) {
    lines[index] = `${indent}- ${rest}`;
    const bericht = sign ? `Hier staat '${sign}' in plaats van een gewoon streepje.` : "Achter het streepje hoort een spatie.";
    return [indent.length + 1, bericht, `Typ een minteken en een spatie: '- ${shown}'.`];
  }
  if (!isField) return null;
  lines[index] = rest;
  return [indent.length + 1, `Voor deze veldnaam hoort geen '${sign || "-"}'.`, `Schrijf '${shown}', zonder iets ervoor.`];
}

/**
 * Whether a list can have an item on this line: below its field, or below the item before.
 * @param {string[]} lines
 * @param {number} index
 * @param {number} indent
 */
function magOnderdeel(lines, index, indent) {
  for (let at = index - 1; at >= 0; at--) {
    const bare = lines[at].replace(/^ +| +$/g, ""), depth = lines[at].search(/[^ ]|$/);
    if (bare && !bare.startsWith("#") && depth <= indent) return bare.endsWith(":") || (depth === indent && bare.startsWith("- "));
  }
  return false;
}

/**
 * Per line whether it is text of a block that `|` or `>` opened.
 * @param {string[]} lines
 * @param {Record<string, any>} t
 */
function blokregels(lines, t) {
  let outer = -1;
  return lines.map((line) => {
    const depth = line.search(/[^ ]|$/);
    if (outer >= 0 && (depth > outer || !line.trim())) return true;
    const opened = begin(t.OPENS_BLOCK, line)?.groups;
    // the text is deeper than its field, or than the hyphen when it is itself the item
    outer = !opened ? -1 : opened.field ? opened.hyphens.length : depth;
    return false;
  });
}

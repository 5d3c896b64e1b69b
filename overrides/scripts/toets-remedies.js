// What to write instead: a list for what was typed without brackets, fields for what was typed as text. The other half of macros/model/remedies.py.

import { isGroep } from "./toets-document.js";
import { adresdeel, kort, lengte, tabel } from "./toets-tabel.js";

/** @typedef {import("./toets-tabel.js").Kennis} Kennis */
/** @typedef {Record<string, any>} Veld one field of a model in `kennis.modellen` */

const PAGINAS = ["bron"];

/** Whether a field names a term or a page. @param {Veld | undefined} veld */
const verwijst = (veld) => veld?.naar !== undefined;

/**
 * The parts of a row in words: `a, b en c` → a, b, c.
 * @param {string} text
 * @param {Kennis} kennis
 */
const delen = (text, kennis) => text.split(tabel(kennis, "remedies").BETWEEN).filter(Boolean).map(adresdeel).join(", ");

/** Whether somebody typed a word for not knowing it. @param {string} text @param {Kennis} kennis */
export const betekentOnbekend = (text, kennis) => text.trim() !== "" && tabel(kennis, "scalars").UNKNOWN.includes(text.trim().replace(/\.+$/, "").toLowerCase());

/**
 * The remedy for a field that must be a list and holds something else.
 * @param {Veld} veld
 * @param {any} found
 * @param {Kennis} kennis
 */
export function alsLijst(veld, found, kennis) {
  if (typeof found === "string" && betekentOnbekend(found, kennis)) {
    if (!veld.delen || !veld.verplicht) return zonder(veld, kennis);
    found = null;
  }
  if (veld.delen && isGroep(found) && Object.keys(found).length) {
    return `Zet een streepje voor het eerste veld van elk onderdeel: '- ${Object.keys(found)[0]}: …'.`;
  }
  if (veld.delen) {
    const [first, ...rest] = voorbeeldvelden(veld.delen, found, kennis);
    return `Zet voor elk onderdeel een streepje: '- ${first}', en daaronder ${aaneen(rest)}.`;
  }
  if (typeof found === "string" && verwijst(veld)) {
    return `Schrijf '${veld.naam}: [${kort(delen(found.replace(/^[[\] \n]+|[[\] \n]+$/g, ""), kennis), 80)}]'.`;
  }
  if (typeof found === "string" && veld.soort === "regel" && found.includes(",") && !/[\][{}#:\n]/.test(found)) {
    return `Schrijf '${veld.naam}: [${kort(found, 80)}]'.`;
  }
  if (veld.soort === "tekst") return "Zet elk onderdeel op een eigen regel, met '- ' ervoor.";
  return "Schrijf [een, twee], of elk onderdeel op een eigen regel met '- ' ervoor.";
}

/**
 * The remedy for a group of fields that was typed as a text or as a list.
 * @param {Veld} veld
 * @param {any} found
 * @param {boolean} inList
 * @param {Kennis} kennis
 */
export function alsVelden(veld, found, inList, kennis) {
  if (typeof found === "string" && betekentOnbekend(found, kennis)) {
    if (!inList && !veld.verplicht) return zonder(veld, kennis);
    found = null;
  }
  const fields = voorbeeldvelden(veld.delen, found, kennis);
  if (inList) return `Schrijf '- ${fields[0]}', en daaronder ${aaneen(fields.slice(1))}.`;
  const needsAll = kennis.modellen[veld.delen].some((/** @type {Veld} */ field) => field.verplicht);
  return `Zet op de regels eronder, twee spaties ingesprongen: ${aaneen(fields, needsAll ? "en" : "of")}.`;
}

/**
 * The remedy for a text that became a list or a group of fields: in a row of texts mostly by a colon or a second dash.
 * @param {Veld} veld
 * @param {any} found
 * @param {boolean} inList
 */
export function alsTekst(veld, found, inList) {
  if (!inList) return "Schrijf de waarde achter de dubbele punt.";
  if (Array.isArray(found)) return "Zet elk onderdeel apart in de lijst, zonder lijst daarbinnen.";
  const [[key, value] = ["", ""], ...more] = isGroep(found) ? Object.entries(found) : [];
  if (key && typeof value === "string" && !more.length) {
    if (veld.soort !== "regel" && veld.soort !== "tekst") return `Schrijf alleen de waarde: '- ${kort(value) || "…"}'.`;
    return `Hoort de dubbele punt bij de tekst? Zet er aanhalingstekens om: '- "${kort(`${key}: ${value}`.trim())}"'.`;
  }
  return "Maak er één tekst van, achter één streepje.";
}

/**
 * What to do when somebody doesn't know: a field that may stay away goes, another gets the nearest of its list.
 * @param {Veld} veld
 * @param {Kennis} kennis
 */
function zonder(veld, kennis) {
  const where = veld.delen && kennis.modellen[veld.delen].some((/** @type {Veld} */ { naam }) => naam === "gemeenten");
  if (where || veld.naar === "gemeenten") return "Noem de gemeente. Is het overal? Schrijf dan 'landelijk: ja' in plaats van 'plaats'.";
  if (!veld.verplicht || !verwijst(veld)) return "Weet je het niet? Haal het veld weg.";
  return `Kies wat het beste past uit voorbeelden/_lijsten/${veld.naar}.yml.`;
}

/**
 * The fields that a group can't do without, or may choose from, each with an example or with what was typed.
 * @param {string} model
 * @param {any} found
 * @param {Kennis} kennis
 * @returns {string[]}
 */
function voorbeeldvelden(model, found, kennis) {
  /** @type {Veld[]} */
  const fields = kennis.modellen[model];
  const required = fields.filter((field) => field.verplicht);
  const wanted = !required.length || (required.length === 1 && PAGINAS.includes(required[0].naam)) ? 2 : required.length;
  const optional = fields.filter((field) => !field.verplicht).slice(0, wanted - required.length);
  const chosen = new Set([...required, ...optional]);
  return fields.filter((field) => chosen.has(field)).map((field) => `${field.naam}: ${voorbeeld(field, found, kennis)}`);
}

/**
 * @param {Veld} veld
 * @param {any} found
 * @param {Kennis} kennis
 */
function voorbeeld(veld, found, kennis) {
  const typed = typeof found === "string" && !found.trim().includes("\n") && lengte(found) <= 60 ? found.trim() : "";
  if (typed && veld.soort === "url" && typed.startsWith("http")) return typed;
  if (typed && ((veld.soort === "mail" && typed.includes("@")) || veld.naam === "naam")) return typed;
  if (typed && veld.naar === "gemeenten") return `[${delen(typed, kennis)}]`;
  if (veld.naar === "bron") return "sleutel-van-je-bron";
  const example = veld.voorbeeld ?? "…", shown = Array.isArray(example) ? `[${example.join(", ")}]` : String(example);
  return lengte(shown) <= 25 ? shown : "…";
}

/**
 * Parts between quotes as Dutch writes them in a sentence: `'a', 'b' en 'c'`.
 * @param {string[]} parts
 */
export function aaneen(parts, last = "en") {
  const quoted = parts.map((part) => `'${part}'`);
  return [quoted.slice(0, -1).join(", "), ...quoted.slice(-1)].filter(Boolean).join(` ${last} `);
}

// The rules of an entry, with what they know: they come when the visitor begins, as they weigh as much as the form itself.
// The reader of YAML comes only to open a file, or when a value holds what takes that reader to understand.

import { kennis, leer } from "./formulier-kennis.js";

/** @type {typeof import("./toets-kern.js")|undefined} */ let kern;
/** @type {typeof import("./toets.js")|undefined} */ let lezer;
/** @type {Map<string, Promise<void>>} */ const onderweg = new Map();

/**
 * Fetch a module with what it knows, once; what failed may be tried again.
 * @template T
 * @param {"regels"|"lezen"} naam
 * @param {() => Promise<T>} module
 * @param {(found: T) => void} zet
 */
function haal(naam, module, zet) {
  const coming = onderweg.get(naam) ?? Promise.all([module(), leer(naam)]).then(([found]) => zet(found));
  onderweg.set(naam, coming);
  coming.catch(() => onderweg.delete(naam));
  return coming;
}

/** Fetch the rules. */
export const haalRegels = () => haal("regels", () => import("./toets-kern.js"), (found) => { kern = found; });

/** Fetch the rules and the reader. */
export const haalLezer = () => Promise.all([haalRegels(), haal("lezen", () => import("./toets.js"), (found) => { lezer = found; })]);

/** Whether the rules are here. */
export const isKlaar = () => !!kern;

/** The module with the reader, once it was fetched. */
export function lees() {
  if (!lezer) throw new Error("de lezer is er nog niet");
  return lezer;
}

/** What is wrong with a value, by field; nothing when the reader must come first. @param {Record<string, any>} waarde @param {string} slug */
export const toetsWaarde = (waarde, slug) => kern?.toetsWaarde(waarde, kennis, slug) ?? (lezer && kern?.toetsWaarde(waarde, kennis, slug, lezer.leesDocument));

/** The text of the file of a value. @param {Record<string, any>} waarde */
export const schrijf = (waarde) => kern?.schrijfBestand(waarde, kennis) ?? "";

// The vocabularies, each in one form: id → term, in the order of its file.

import { adresdeel } from "./toets-tabel.js";

/** @typedef {import("./toets-tabel.js").Kennis} Kennis */
/**
 * @typedef {object} Begrip
 * @property {string} label
 * @property {string} [uitleg]
 * @property {string[]} [synoniemen]
 * @property {string[]} [domeinen] of a databank
 * @property {string} [provincie] of a municipality
 * @property {string} [geldig_tot]
 * @property {string} [opvolger]
 * @property {string[]} [voorgangers] the ids of what became part of it
 */

/** @type {WeakMap<object, Map<string, Begrip>>} */
const GELEZEN = new WeakMap();

/**
 * @param {Kennis} kennis
 * @param {string} naam
 * @returns {Map<string, Begrip>}
 */
export function lijst(kennis, naam) {
  const raw = naam === "gemeenten" ? kennis.gemeenten : kennis.lijsten[naam];
  let found = GELEZEN.get(raw);
  if (!found) {
    found = naam === "gemeenten" ? gemeenten(raw) : new Map(Object.entries(raw));
    GELEZEN.set(raw, found);
  }
  return found;
}

/** @param {string[][]} rows label, province, id when the label does not give it, last day, successor, other names */
function gemeenten(rows) {
  /** @type {Map<string, Begrip>} */
  const found = new Map();
  for (const [label, provincie, id, tot, opvolger, ...synoniemen] of rows) {
    const ended = tot && { geldig_tot: tot }, next = opvolger && { opvolger };
    found.set(id || adresdeel(label), { label, provincie, ...ended, ...next, ...(synoniemen.length && { synoniemen }) });
  }
  for (const [id, { opvolger }] of found) {
    const next = found.get(opvolger ?? "");
    if (next) next.voorgangers = [...(next.voorgangers ?? []), id];
  }
  return found;
}

// The rules of an entry, with what they know: they come when the visitor begins, as they weigh as much as the form itself.

import { kennis, leer } from "./formulier-kennis.js";

/** @type {typeof import("./toets.js")|undefined} */ let toets;
/** @type {Promise<void>|undefined} */ let onderweg;

/** Whether they are here, so that `regels` can be asked. */
export const isKlaar = () => !!toets;

/** Fetch them, once; what failed may be tried again. */
export function haalRegels() {
  onderweg ??= Promise.all([import("./toets.js"), leer("regels")]).then(([found]) => { toets = found; });
  onderweg.catch(() => { onderweg = undefined; });
  return onderweg;
}

/** The rules. */
export function regels() {
  if (!toets) throw new Error("de regels zijn er nog niet");
  return toets;
}

/** The text of the file of a value. @param {Record<string, any>} waarde */
export const schrijf = (waarde) => regels().schrijfBestand(waarde, kennis);

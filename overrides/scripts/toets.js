// The rules of an entry in the browser: read, write and check, with the same outcome as `praktijkwijzer check`.
// Needs no page, no network and no clock: what it knows comes from /meedoen/formulier/kennis.json, plus the day as `vandaag`.

import { leesDocument, ontcijfer } from "./toets-lezen.js";
import { schrijf } from "./yaml-schrijver.js";

/** @typedef {import("./toets-tabel.js").Kennis} Kennis */
/** @typedef {import("./toets-document.js").Probleem} Probleem */
/** @typedef {import("./toets-document.js").Plaats} Plaats */

/**
 * The text of an entry as plain values: texts, lists and groups of fields.
 * @param {string} tekst
 * @param {Kennis} kennis
 * @returns {{ waarde: Record<string, any> | null, plaatsen: Map<string, Plaats>, problemen: Probleem[] }} places by `bronnen[1].url`
 */
export function leesBestand(tekst, kennis) {
  const { document, problemen } = leesDocument(tekst, kennis);
  return { waarde: document?.waarde ?? null, plaatsen: document?.plaatsen ?? new Map(), problemen };
}

/**
 * The bytes of a chosen file as text, or what is wrong with them.
 * @param {Uint8Array} bytes
 */
export const leesBytes = (bytes) => ontcijfer(bytes);

/**
 * The file of an entry in the one way of writing, byte for byte what `praktijkwijzer` writes.
 * @param {Record<string, any>} waarde texts, lists and groups of fields; leave out what is empty
 * @param {Kennis} kennis
 */
export const schrijfBestand = (waarde, kennis) => schrijf(waarde, kennis);

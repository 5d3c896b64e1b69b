// The rules of an entry in the browser: read, write and check, with the same outcome as `praktijkwijzer check`.
// The form starts with the half that needs no reader of YAML (toets-kern.js); this one comes to open a file.

import { keur } from "./toets-kern.js";
import { leesDocument, ontcijfer } from "./toets-lezen.js";

export { leesDocument } from "./toets-lezen.js";

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
 * All that is wrong with a file, in the order of its lines.
 * @param {string} tekst
 * @param {Kennis} kennis
 * @param {string} [slug] the name of its file without extension, when it has one
 * @returns {Probleem[]}
 */
export const toetsBestand = (tekst, kennis, slug = "") => keur(leesDocument(tekst, kennis), kennis, slug);

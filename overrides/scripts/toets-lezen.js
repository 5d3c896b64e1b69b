// A file as contributors write it → plain texts with the place of each of them. The other half of macros/reading.py.

import { Document, isGroep, probleem } from "./toets-document.js";
import { hersteld } from "./toets-tekens.js";
import { legUit } from "./yaml-fouten.js";
import { gebeurtenissen } from "./yaml-gebeurtenissen.js";
import { Bouwer } from "./yaml-lezer.js";
import { YamlFout } from "./yaml-cursor.js";

/** @typedef {import("./toets-document.js").Probleem} Probleem */
/** @typedef {import("./toets-tabel.js").Kennis} Kennis */

const MAX_BYTES = 64 * 1024;

/**
 * The bytes of a file as text; with a problem the text is empty.
 * @param {Uint8Array} bytes
 * @returns {{ tekst: string, problemen: Probleem[] }}
 */
export function ontcijfer(bytes) {
  if (bytes.length > MAX_BYTES) return geen(1, 1, "Het bestand is groter dan 64 KiB.", "Maak de teksten korter.");
  const wrong = /** @type {const} */ (["Het bestand is geen UTF-8.", "Sla het bestand op als UTF-8 (in Kladblok: Opslaan als, Codering: UTF-8)."]);
  // UTF-16: every other byte is empty
  if (bytes.filter((byte) => !byte).length > Math.floor(bytes.length / 4)) return geen(1, 1, ...wrong);
  try {
    return { tekst: new TextDecoder("utf-8", { fatal: true }).decode(bytes), problemen: [] };
  } catch {
    // a loose decoder puts one sign for what it can't read: what is before it is good
    const before = leesbaar(bytes), line = before.lastIndexOf(10) + 1;
    return geen(before.filter((byte) => byte === 10).length + 1, before.length - line + 1, ...wrong);
  }
}

/**
 * @param {number} regel
 * @param {number} kolom
 * @param {string} bericht
 * @param {string} remedie
 */
const geen = (regel, kolom, bericht, remedie) => ({ tekst: "", problemen: [probleem(regel, kolom, "", bericht, remedie)] });

/**
 * The bytes before the first that is no UTF-8.
 * @param {Uint8Array} bytes
 */
function leesbaar(bytes) {
  let low = 0, high = bytes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    try {
      // a sign that is cut off at the end is no fault here
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      low = middle;
    } catch {
      high = middle - 1;
    }
  }
  let end = low;
  while (end > 0 && new TextDecoder().decode(bytes.subarray(0, end)).endsWith("\ufffd")) end--;
  return bytes.subarray(0, end);
}

/**
 * Reads one file. Without a document there is at least one problem.
 * @param {string} text
 * @param {Kennis} kennis
 * @returns {{ document: Document | null, problemen: Probleem[] }}
 */
export function leesDocument(text, kennis) {
  const { tekst, problemen } = hersteld(text.replace(/\r\n?/g, "\n"), kennis);
  if (tekst === null) return { document: null, problemen };
  const bouwer = new Bouwer(tekst, kennis);
  let value;
  try {
    value = bouwer.bouw(gebeurtenissen(tekst));
  } catch (error) {
    if (!(error instanceof YamlFout)) throw error;
    const fault = legUit(error, tekst, kennis);
    // what was read from the fault on was read wrongly
    return { document: null, problemen: [...problemen, ...bouwer.problemen.filter(({ regel }) => regel < fault.regel), fault] };
  }
  problemen.push(...bouwer.problemen);
  if (bouwer.fataal || !isGroep(value)) {
    const bericht = !value ? "Het bestand is leeg." : "Het bestand moet uit velden bestaan ('titel: …').";
    if (!problemen.length) problemen.push(probleem(1, 1, "", bericht, "Begin met een kopie van een bestaand voorbeeld."));
    return { document: null, problemen };
  }
  return { document: new Document(value, tekst, bouwer.plaatsen, bouwer.sleutels), problemen };
}

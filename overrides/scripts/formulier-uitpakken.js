// The lists as the build packed them (macros/exports/form_packing.py), as plain values again.

import { fold } from "./tekst.js";

/** A name as part of an address: `Coöperatie 't Hof` → `cooperatie-t-hof`. @param {string} text */
export const slug = (text) => fold(text).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

/** @param {string} text */
export const rijen = (text) => (text ? text.split("\n").map((line) => line.split("\t")) : []);

/** The id of a municipality, which stands in its row when its name does not give it. @param {string[]} row */
const id = ([label, , own]) => own || slug(label);

/** The other words of lists in which nobody searches, which came with the reader of files. @param {Record<string, any>} kennis */
export function vulAan(kennis) {
  for (const [naam, terms] of Object.entries(kennis.synoniemen)) {
    for (const [id, synoniemen] of Object.entries(terms)) kennis.lijsten[naam][id].synoniemen = synoniemen;
  }
}

/** @param {Record<string, any>} kennis as it came, with its lists packed; they are plain values afterwards */
export function pakUit(kennis) {
  const { lijsten, gemeenten, bijzonder } = kennis;
  for (const [naam, text] of Object.entries(lijsten)) {
    lijsten[naam] = Object.fromEntries(rijen(text).map(([key, label, uitleg, ...synoniemen]) =>
      [key, { label, ...(uitleg && { uitleg }), ...(synoniemen.length && { synoniemen }), ...bijzonder[naam]?.[key] }]));
  }
  const rows = Object.entries(gemeenten).flatMap(([provincie, text]) => rijen(text).map(([label, ...rest]) => [label, provincie, ...rest]));
  kennis.gemeenten = rows.map((row) => ({ row, key: id(row) })).sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ row }) => row);
  kennis.kennispaginas = rijen(kennis.kennispaginas);
  delete kennis.bijzonder;
  return kennis;
}

// What the form knows of lists, entries and knowledge pages: terms to choose from, each with its explanation.

import { pakUit, rijen, slug, vulAan } from "./formulier-uitpakken.js";
import { fold } from "./tekst.js";

export { slug } from "./formulier-uitpakken.js";

/** @typedef {{id: string, label: string, uitleg: string, zoek: string}} Term */

/** @type {any} */ export const kennis = { voorbeelden: [], vandaag: new Date().toLocaleDateString("sv") };
/** @type {Map<string, Term[]>} */ const made = new Map();

/** The address of a file that belongs to the form. @param {string} naam */
export const bestand = (naam) => new URL(`../../meedoen/formulier/${naam}`, import.meta.url).href;

/** A file of what the form can know. @param {string} naam @returns {Promise<any>} */
export async function haal(naam) {
  const answer = await fetch(bestand(`${naam}.json`));
  if (!answer.ok) throw new Error(`${naam}: ${answer.status}`);
  return answer.json();
}

/** Learn what is in a file, for good. @param {"regels"|"lezen"} naam */
export async function leer(naam) {
  Object.assign(kennis, await haal(naam));
  if (naam === "lezen") vulAan(kennis);
}

/** The names of other entries that are under way, by first letter, and with "" those of all. @type {Map<string, Promise<void>>} */
const onderweg = new Map();
/** Those that are here. @type {Set<string>} */ const hier = new Set();

/** The lists whose terms are other entries. */
export const ANDERE = ["voorbeeld", "werkwijze"];

/** Learn the names of other entries: all, or those with this first letter. @param {string} [letter] */
export function leerNamen(letter = "") {
  const coming = onderweg.get(letter) ?? haal(`voorbeelden${letter && `/${letter}`}`).then((text) => neem(rijen(text), letter), (error) => {
    onderweg.delete(letter);
    // without them one types on: whether a title is taken, the pull request tells too
    if (!letter) throw error;
    hier.add(letter);
  });
  onderweg.set(letter, coming);
  return coming;
}

/** @param {string[][]} rows @param {string} letter */
function neem(rows, letter) {
  const known = new Set(letter ? kennis.voorbeelden.map(([id]) => id) : []);
  kennis.voorbeelden = [...(letter ? kennis.voorbeelden : []), ...rows.filter(([id]) => !known.has(id))];
  hier.add(letter);
  for (const lijst of ANDERE) made.delete(lijst);
  dispatchEvent(new Event("pw-namen"));
}

/** What to learn of other entries before a value can be checked; nothing when it is here. @param {Record<string, any>} waarde */
export function teLeren(waarde) {
  const refers = Object.values(kennis.modellen).flat().filter(({ naar }) => ANDERE.includes(naar)).map(({ naam }) => naam);
  const letter = slug(String(waarde.titel ?? ""))[0];
  const needed = [...refers, "vorige_adressen"].some((field) => field in waarde) ? "" : letter;
  return needed === undefined || hier.has("") || hier.has(needed) ? undefined : needed;
}

/** Learn what the form cannot begin without: the lists. */
export const leerLijsten = async () => { Object.assign(kennis, pakUit(await haal("kennis"))); };

/** The entry that has this name as its address, by slug and title. @param {string} naam @returns {string[]|undefined} */
export const bezet = (naam) => kennis.voorbeelden.find((/** @type {string[]} */ [id]) => id === naam);

/** The terms of a list, or the things of a sort, in their order. @param {string} lijst @returns {Term[]} */
export function termen(lijst) {
  if (!made.has(lijst)) made.set(lijst, maak(lijst));
  return made.get(lijst) ?? [];
}

/** What readers see for an id. @param {string} lijst @param {string} id */
export const label = (lijst, id) => termen(lijst).find((term) => term.id === id)?.label ?? id;

/** The terms that hold all typed words, those that begin with them first. @param {string} lijst @param {string} typed */
export function zoek(lijst, typed) {
  const wanted = fold(typed.trim());
  const found = termen(lijst).filter(({ zoek }) => wanted.split(/\s+/).every((word) => zoek.includes(word)));
  return found.sort((a, b) => Number(b.zoek.startsWith(wanted)) - Number(a.zoek.startsWith(wanted)));
}

/** @param {string} lijst @returns {Term[]} */
function maak(lijst) {
  if (lijst === "gemeenten") {
    const provincies = kennis.lijsten.provincies ?? {};
    // what no longer exists can't be chosen; the check names its successor
    return kennis.gemeenten.filter((/** @type {string[]} */ row) => !row[3])
      .map(([naam, provincie, id, , , ...ook]) => term(id || slug(naam), naam, provincies[provincie]?.label ?? provincie ?? "", ook));
  }
  if (lijst === "voorbeeld" || lijst === "werkwijze") {
    return kennis.voorbeelden.filter((/** @type {string[]} */ row) => lijst === "voorbeeld" || row[2] === "w").map(([id, titel]) => term(id, titel, "", []));
  }
  if (lijst === "kennis") return kennis.kennispaginas.map(([id, titel]) => term(id, titel, "", []));
  return Object.entries(kennis.lijsten[lijst] ?? {}).map(([id, { label, uitleg = "", synoniemen = [] }]) => term(id, label, uitleg, synoniemen));
}

/** @param {string} id @param {string} label @param {string} uitleg @param {string[]} ook @returns {Term} */
const term = (id, label, uitleg, ook) => ({ id, label, uitleg, zoek: fold([label, id, ...ook, uitleg].join(" ")) });

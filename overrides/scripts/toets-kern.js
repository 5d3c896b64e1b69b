// The rules of an entry as values: write it, check what it would say as a file, and tell that by field.
// Needs no page, no network and no clock: what it knows comes from /meedoen/formulier/, plus the day as `vandaag`.

import { leesEigen } from "./toets-eigen.js";
import { naaste } from "./toets-gelijkenis.js";
import { valideer } from "./toets-model.js";
import { BRONREGELS } from "./toets-regels-bronnen.js";
import { PRIVACYREGELS } from "./toets-regels-privacy.js";
import { TEKSTREGELS } from "./toets-regels-tekst.js";
import { VELDREGELS } from "./toets-regels-velden.js";
import { VERWIJSREGELS } from "./toets-regels-verwijzingen.js";
import { kort } from "./toets-tabel.js";
import { Voorstel } from "./toets-voorstel.js";
import { schrijf } from "./yaml-schrijver.js";

/** @typedef {import("./toets-tabel.js").Kennis} Kennis */
/** @typedef {import("./toets-document.js").Document} Document */
/** @typedef {import("./toets-document.js").Probleem} Probleem */

const REGELS = [...VELDREGELS, ...VERWIJSREGELS, ...BRONREGELS, ...TEKSTREGELS, ...PRIVACYREGELS];

/**
 * The file of an entry in the one way of writing, byte for byte what `praktijkwijzer` writes.
 * @param {Record<string, any>} waarde texts, lists and groups of fields; leave out what is empty
 * @param {Kennis} kennis
 */
export const schrijfBestand = (waarde, kennis) => schrijf(waarde, kennis);

/**
 * All that is wrong with what was read, in the order of its lines.
 * @param {{ document: Document | null, problemen: Probleem[] }} gelezen
 * @param {Kennis} kennis
 * @param {string} slug the name of its file without extension, when it has one
 * @returns {Probleem[]}
 */
export function keur({ document, problemen }, kennis, slug) {
  if (!document) return opOrde(problemen);
  const kind = document.waarde.type, model = kennis.soorten[typeof kind === "string" && Object.hasOwn(kennis.soorten, kind) ? kind : "praktijk"];
  const told = valideer(model, document, kennis).filter(({ sleutel, bericht }) => sleutel !== "type" && !bericht.includes("'type'"));
  const voorstel = new Voorstel(slug, model, document, kennis);
  return opOrde([...problemen, ...soort(document, kennis), ...told, ...REGELS.flatMap((regel) => [...regel(voorstel)])]);
}

/**
 * What is wrong with the values of a form: the file that they would give, checked. Nothing when it takes the whole reader,
 * which `lees` is, to know what that file says.
 * @param {Record<string, any>} waarde
 * @param {Kennis} kennis
 * @param {string} [slug]
 * @param {(tekst: string, kennis: Kennis) => { document: Document | null, problemen: Probleem[] }} [lees]
 * @returns {{ tekst: string, problemen: Probleem[], perVeld: Map<string, Probleem[]> } | null} by `bronnen[1].url`; what is about no field by ""
 */
export function toetsWaarde(waarde, kennis, slug = "", lees = undefined) {
  const tekst = schrijf(waarde, kennis), eigen = lees ? null : leesEigen(tekst);
  if (!lees && !eigen) return null;
  const problemen = keur(lees ? lees(tekst, kennis) : { document: eigen, problemen: [] }, kennis, slug);
  /** @type {Map<string, Probleem[]>} */
  const perVeld = new Map();
  for (const probleem of problemen.flatMap(bijVeld)) perVeld.set(probleem.sleutel, [...(perVeld.get(probleem.sleutel) ?? []), probleem]);
  return { tekst, problemen, perVeld };
}

/**
 * A field that is missing is told at the file, or at the group that it belongs to; in a form it has a place of its own.
 * @param {Probleem} probleem
 * @returns {Probleem[]}
 */
function bijVeld(probleem) {
  const { bericht } = probleem;
  const [, group, name] = /^'([^']+)' mist '([^']+)'\.$/.exec(bericht) ?? [];
  if (name) return [{ ...probleem, sleutel: `${group}.${name}` }];
  const missing = /^(?:Het verplichte v|Het v)eld '([^']+)' ontbreekt\.$/.exec(bericht)?.[1];
  if (missing) return [{ ...probleem, sleutel: missing }];
  if (!bericht.startsWith("Hierna ontbreken de verplichte velden ")) return [probleem];
  return [...bericht.matchAll(/'([^']+)'/g)].map(([, sleutel]) => {
    return { ...probleem, sleutel, bericht: `Het verplichte veld '${sleutel}' ontbreekt.`, remedie: `Voeg '${sleutel}: …' toe.` };
  });
}

/**
 * @param {import("./toets-document.js").Document} document
 * @param {Kennis} kennis
 */
function soort(document, kennis) {
  const kinds = Object.keys(kennis.soorten), kind = Object.hasOwn(document.waarde, "type") ? document.waarde.type : undefined;
  if (kind === undefined) return [document.probleem([], "Het verplichte veld 'type' ontbreekt.", "Begin met 'type: praktijk' of 'type: werkwijze'.")];
  if (kinds.includes(kind)) return [];
  const found = typeof kind === "string" ? `'${kort(kind)}'` : "een lijst of groep velden";
  const remedie = naaste(found, kinds) || "Schrijf 'type: praktijk' of 'type: werkwijze'.";
  return [document.probleem(["type"], `'type' moet praktijk of werkwijze zijn, niet ${found}.`, remedie)];
}

/**
 * Sorted, each once, without what only distracts from something else. As `_without_echoes` in macros/checking.py.
 * @param {Probleem[]} problemen
 */
function opOrde(problemen) {
  const named = (/** @type {Probleem} */ { bericht }) => bericht.split("'")[1] ?? "";
  const place = (/** @type {Probleem} */ { regel, sleutel }) => `${regel} ${sleutel}`;
  const isEmpty = (/** @type {Probleem} */ { bericht }) => bericht.endsWith("is leeg.");
  const empty = new Set(problemen.filter(isEmpty).map(place));
  const misplaced = new Set(problemen.filter(({ bericht }) => bericht.includes("te ver naar rechts")).map(named));
  const wrong = problemen.some(({ niveau }) => niveau === "fout");
  const order = (/** @type {Probleem} */ a, /** @type {Probleem} */ b) => {
    if (a.regel !== b.regel || a.kolom !== b.kolom) return a.regel - b.regel || a.kolom - b.kolom;
    for (const field of /** @type {const} */ (["sleutel", "bericht", "remedie", "niveau"])) if (a[field] !== b[field]) return a[field] < b[field] ? -1 : 1;
    return 0;
  };
  const kept = problemen.filter((one) => {
    if (one.bericht.endsWith("ontbreekt.") && misplaced.has(named(one))) return false;
    return (isEmpty(one) || !empty.has(place(one))) && !(wrong && one.niveau === "advies");
  });
  return kept.sort(order).filter((one, at) => at === 0 || order(one, kept[at - 1]) !== 0);
}

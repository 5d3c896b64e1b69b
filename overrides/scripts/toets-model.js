// Whether an entry is what the model says it is. Does what pydantic does at build, with the messages of macros/model/messages.py.

import { isGroep, naamVan, probleem } from "./toets-document.js";
import { naaste, raad } from "./toets-gelijkenis.js";
import { aaneen, alsLijst, alsTekst, alsVelden } from "./toets-remedies.js";
import { kort, lengte } from "./toets-tabel.js";
import { OORDELEN, janee } from "./toets-waarden.js";

/** @typedef {import("./toets-document.js").Document} Document */
/** @typedef {import("./toets-document.js").Pad} Pad */
/** @typedef {import("./toets-document.js").Probleem} Probleem */
/** @typedef {import("./toets-tabel.js").Kennis} Kennis */
/** @typedef {Record<string, any>} Veld */
/** @typedef {{ pad: Pad, aard: string, gevonden: any, bericht: string, remedie: string }} Fout */

/**
 * All that stands between a document and the model.
 * @param {string} model
 * @param {Document} document
 * @param {Kennis} kennis
 * @returns {Probleem[]}
 */
export function valideer(model, document, kennis) {
  /** @type {Fout[]} */
  const all = [];
  groep(model, document.waarde, [], { kennis, model, fouten: all });
  const fouten = zonderEchos(all), order = volgorde(model, kennis), missing = afgebroken(order, document, fouten);
  const problemen = fouten.filter(({ pad }) => !missing.includes(String(pad[0]))).map((fout) => alsProbleem(fout, document));
  if (!missing.length) return problemen;
  const last = Math.max(...[...document.plaatsen.values()].filter(({ pad }) => pad.length && Object.hasOwn(document.waarde, pad[0])).map(({ eind }) => eind));
  const bericht = `Hierna ontbreken de verplichte velden ${aaneen(order.filter((naam) => missing.includes(naam)))}.`;
  return [...problemen, probleem(last, 1, "", bericht, "Vul ze aan; kijk in een bestaand voorbeeld hoe dat gaat.")];
}

/** @typedef {{ kennis: Kennis, model: string, fouten: Fout[] }} Keuring */

/**
 * @param {Keuring} keuring
 * @param {string} aard
 * @param {Pad} pad
 * @param {any} gevonden
 * @param {string} bericht
 * @param {string} remedie
 */
const meld = ({ fouten }, aard, pad, gevonden, bericht, remedie) => void fouten.push({ pad, aard, gevonden, bericht, remedie });

/** @param {any} value */
const vorm = (value) => (Array.isArray(value) ? "een lijst" : isGroep(value) ? "een groep velden" : "een losse tekst");

/**
 * @param {string} model
 * @param {Record<string, any>} value
 * @param {Pad} pad
 * @param {Keuring} keuring
 */
function groep(model, value, pad, keuring) {
  /** @type {Veld[]} */
  const fields = keuring.kennis.modellen[model];
  for (const field of fields) {
    const inner = [...pad, field.naam];
    if (Object.hasOwn(value, field.naam)) veld(field, value[field.naam], inner, keuring);
    else if (field.verplicht) {
      const parent = naamVan(pad), what = parent ? `'${parent}' mist '${field.naam}'.` : `Het verplichte veld '${field.naam}' ontbreekt.`;
      meld(keuring, "ontbreekt", inner, value, what, `Voeg '${field.naam}: …' toe.`);
    }
  }
  for (const key of Object.keys(value)) {
    if (!fields.some(({ naam }) => naam === key)) onbekend(fields, [...pad, key], value[key], keuring);
  }
}

/**
 * @param {Veld[]} fields
 * @param {Pad} pad
 * @param {any} found
 * @param {Keuring} keuring
 */
function onbekend(fields, pad, found, keuring) {
  const { kennis, model } = keuring, key = String(pad.at(-1)), top = pad.length === 1;
  const knows = (/** @type {string} */ name) => kennis.modellen[name].some((/** @type {Veld} */ { naam }) => naam === key);
  const owner = top && Object.keys(kennis.soorten).find((kind) => kennis.soorten[kind] !== model && knows(kennis.soorten[kind]));
  const elsewhere = owner ? ` bij een ${model.toLowerCase()}, alleen bij een ${owner}` : "";
  const holders = fields.filter(({ delen }) => top && delen && kennis.modellen[delen].some((/** @type {Veld} */ { naam }) => naam === key));
  const below = holders.length === 1 ? `Hoort het onder '${holders[0].naam}'? Zet het daaronder, twee spaties ingesprongen.` : "";
  const remedie =
    !top && knows(model)
      ? `Hoort '${key}' bovenaan? Spring de regel minder in.`
      : raad(key, fields.map(({ naam }) => naam)) || below || "Controleer de spelling, of haal het veld weg.";
  meld(keuring, "sleutel", pad, found, `Het veld '${naamVan(pad)}' bestaat niet${elsewhere}.`, remedie);
}

/**
 * @param {Veld} field
 * @param {any} value
 * @param {Pad} pad
 * @param {Keuring} keuring
 */
function veld(field, value, pad, keuring) {
  if (!field.lijst) return enkel(field, value, pad, keuring);
  if (!Array.isArray(value)) return meld(keuring, "vorm", pad, value, "moet een lijst zijn", alsLijst(field, value, keuring.kennis));
  /** @type {Fout[]} */
  const inside = [];
  let good = 0;
  value.forEach((item, index) => {
    const before = inside.length;
    enkel(field, item, [...pad, index], { ...keuring, fouten: inside });
    if (inside.length === before) good++;
  });
  // too many good ones hide what is wrong with the others
  if (field.meest && good > field.meest) {
    return meld(keuring, "lang", pad, value, `mag hoogstens ${field.meest} onderdelen hebben, niet ${value.length}`, "Kies de belangrijkste.");
  }
  keuring.fouten.push(...inside);
  if (good < (field.minst ?? 0)) meld(keuring, "leeg", pad, value, `moet minstens ${field.minst} onderdeel hebben`, "Vul er een in.");
  return undefined;
}

/**
 * @param {Veld} field
 * @param {any} value
 * @param {Pad} pad
 * @param {Keuring} keuring
 */
function enkel(field, value, pad, keuring) {
  if (field.delen) {
    if (isGroep(value)) return groep(field.delen, value, pad, keuring);
    const remedie = alsVelden(field, value, typeof pad.at(-1) === "number", keuring.kennis);
    return meld(keuring, "vorm", pad, value, `moet uit velden bestaan, niet uit ${vorm(value)}`, remedie);
  }
  const wrong = oordeel(field, value, typeof pad.at(-1) === "number", keuring.kennis);
  return wrong ? meld(keuring, "waarde", pad, value, ...wrong) : undefined;
}

/**
 * @param {Veld} field
 * @param {any} value
 * @param {boolean} inList
 * @param {Kennis} kennis
 * @returns {[string, string] | null}
 */
function oordeel(field, value, inList, kennis) {
  if (field.soort === "janee") return janee(value);
  if (field.keuzes) {
    if (field.keuzes.includes(value)) return null;
    const shown = typeof value === "string" ? `'${kort(value)}'` : vorm(value);
    const choices = field.keuzes.join(" of ");
    return [`moet ${choices} zijn, niet ${shown}`, naaste(geschreven(value), field.keuzes) || `Schrijf ${choices}.`];
  }
  if (typeof value !== "string") return [`moet één tekst zijn, niet ${vorm(value)}`, alsTekst(field, value, inList)];
  const text = value.trim();
  if (field.minteken && lengte(text) < field.minteken) return ["is leeg", "Vul het in, of haal de regel weg."];
  if (field.tekens && lengte(text) > field.tekens) {
    return [`mag hoogstens ${field.tekens} tekens hebben, niet ${lengte(value)}`, "Maak de tekst korter."];
  }
  if (field.patroon && !new RegExp(field.patroon, "u").test(text)) {
    return [`heeft niet de goede vorm: '${kort(value)}'`, "Kijk naar het voorbeeld in de uitleg van dit veld."];
  }
  return OORDELEN[field.soort]?.(text, kennis) ?? null;
}

/** A value as Python writes it, for a likeness. @param {any} value */
const geschreven = (value) => (typeof value === "string" ? value : JSON.stringify(value).replaceAll('"', "'").replaceAll(",", ", "));

/**
 * Without what follows from another mistake: a list of only wrong items, a key copied with its mistake.
 * @param {Fout[]} fouten
 */
function zonderEchos(fouten) {
  const inside = new Set(fouten.flatMap(({ pad }) => pad.slice(1).map((_, at) => naamVan(pad.slice(0, at + 1)))));
  const wrongKeys = fouten.filter(({ pad }) => pad[0] === "bronnen" && pad.at(-1) === "sleutel").map(({ gevonden }) => gevonden);
  return fouten.filter(
    ({ pad, aard, gevonden }) =>
      !(aard === "leeg" && inside.has(naamVan(pad))) && !(pad.at(-1) === "bron" && typeof gevonden === "string" && wrongKeys.includes(gevonden)),
  );
}

/**
 * The fields in the order of the model: what one kind alone has comes last there.
 * @param {string} model
 * @param {Kennis} kennis
 * @returns {string[]}
 */
function volgorde(model, kennis) {
  const kinds = Object.values(kennis.soorten).map((name) => kennis.modellen[name].map((/** @type {Veld} */ { naam }) => naam));
  const names = kennis.modellen[model].map((/** @type {Veld} */ { naam }) => naam);
  const own = names.filter((/** @type {string} */ naam) => !kinds.every((kind) => kind.includes(naam)));
  return [...names.filter((/** @type {string} */ naam) => !own.includes(naam)), ...own];
}

/**
 * The required fields that are all missing because the file ends too early; none when that is not the reason.
 * @param {string[]} order
 * @param {Document} document
 * @param {Fout[]} fouten
 */
function afgebroken(order, document, fouten) {
  const missing = fouten.filter(({ aard, pad }) => aard === "ontbreekt" && pad.length === 1).map(({ pad }) => String(pad[0]));
  const present = Object.keys(document.waarde).map((name) => order.indexOf(name)).filter((at) => at >= 0);
  const behind = present.length > 0 && missing.every((name) => order.indexOf(name) > (present.at(-1) ?? 0));
  return behind && missing.length > 1 ? missing : [];
}

/**
 * @param {Fout} fout
 * @param {Document} document
 */
function alsProbleem({ pad, aard, bericht, remedie }, document) {
  if (aard === "ontbreekt") return document.probleem(pad.slice(0, -1), bericht, remedie);
  if (aard === "sleutel") return document.sleutelprobleem(pad, bericht, remedie);
  return document.probleem(pad, `'${naamVan(pad)}' ${bericht}.`, remedie);
}

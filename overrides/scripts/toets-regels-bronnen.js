// Rules about sources: every claim with a figure has one, every citation resolves, every source is used. The other half of macros/rules/citations.py.

import { naamVan } from "./toets-document.js";
import { naaste } from "./toets-gelijkenis.js";
import { zonderPersoonlijk } from "./toets-regels-privacy.js";
import { aangehaald, cijfers, cijfersZonderBron, getallenZonderBron, misvormd } from "./toets-proza.js";
import { adresdeel, geheel, kort, tabel, woorden } from "./toets-tabel.js";

/** @typedef {import("./toets-document.js").Probleem} Probleem */
/** @typedef {import("./toets-voorstel.js").Voorstel} Voorstel */
/** @typedef {(v: Voorstel) => Iterable<Probleem>} Regel */

const VOOR_DE_PUNT = "Zet [@sleutel] voor de punt.";

/** @type {Regel[]} */
export const BRONREGELS = [goedGevormd, vindbaar, aangehaaldeBronnen, cijfersMetBron, getallenMetBron, verhalenMetBron, samenvatting];

/** @param {Voorstel} v @returns {string[]} */
const sleutels = (v) => v.onderdelen("bronnen").map(([, { sleutel }]) => sleutel).filter((key) => typeof key === "string");

/** @type {Regel} */
function* goedGevormd(v) {
  const slug = tabel(v.kennis, "scalars").SLUG;
  const keys = sleutels(v), mistaken = keys.filter((key) => !geheel(slug, key)).map(adresdeel);
  const whole = v.document.tekst, loose = /(?<!\[)@/.test(whole);
  const named = keys.filter((key) => (loose && whole.includes(`@${key}`)) || whole.includes(`[${key}]`));
  for (const { pad, waarde } of v.proza) {
    for (const [piece, found] of misvormd(waarde, v.kennis, named)) {
      // the key itself is wrong, and told at its source
      if (mistaken.includes(adresdeel(piece.replace(/^[[\]@ ]+|[[\]@ ]+$/g, "").split(",")[0]))) continue;
      const bij = whole.includes(found) ? found : [...piece].slice(0, 20).join("");
      yield v.document.probleem(pad, `'${kort(piece)}' is geen goede bronverwijzing.`, "Schrijf [@sleutel] of [@sleutel, p. 12].", { bij });
    }
  }
}

/** @type {Regel} */
function* vindbaar(v) {
  const keys = sleutels(v), known = [...keys, ...keys.map(adresdeel)];
  // a source without its key, or no sources at all, is told where it stands
  if (keys.length < v.onderdelen("bronnen").length || !keys.length || v.afgebroken) return;
  const remedie = (/** @type {string} */ key) => naaste(key, known) || "Voeg de bron toe aan 'bronnen'.";
  for (const { pad, waarde } of v.proza) {
    for (const key of aangehaald(waarde, v.kennis)) {
      if (!known.includes(key)) yield v.document.probleem(pad, `De bron '${key}' staat niet bij 'bronnen'.`, remedie(key), { bij: `@${key}` });
    }
  }
  for (const { pad, waarde } of v.verwijzingen("bron")) {
    if (!known.includes(waarde)) yield v.document.probleem(pad, `De bron '${kort(waarde)}' staat niet bij 'bronnen'.`, remedie(waarde));
  }
}

/** @type {Regel} */
function* aangehaaldeBronnen(v) {
  const slug = tabel(v.kennis, "scalars").SLUG, keys = sleutels(v), told = new Set();
  const cited = new Set([...v.proza.flatMap(({ waarde }) => aangehaald(waarde, v.kennis)), ...v.verwijzingen("bron").map(({ waarde }) => waarde)]);
  for (const [pad, { sleutel: key }] of v.onderdelen("bronnen")) {
    if (typeof key !== "string" || !geheel(slug, key)) continue;
    const double = keys.filter((other) => other === key).length > 1;
    if (double && !told.has(key)) {
      yield v.document.probleem([...pad, "sleutel"], `De sleutel '${key}' hoort bij meer dan één bron.`, "Geef elke bron een eigen sleutel.");
    } else if (!double && !cited.has(key)) {
      const remedie = `Zet [@${key}] bij wat eruit komt, of haal de bron weg.`;
      yield v.document.probleem([...pad, "sleutel"], `De bron '${key}' wordt nergens aangehaald.`, remedie);
    }
    told.add(key);
  }
}

/** The text without its headings. @param {string} text */
const lopend = (text) => text.split("\n").map((line) => (line.startsWith("#") ? "" : line)).join("\n");

/** @type {Regel} */
function* cijfersMetBron(v) {
  for (const { pad, waarde } of v.proza) {
    const text = lopend(waarde);
    for (const [sentence, figure] of cijfersZonderBron(v.misschienPersoonlijk ? zonderPersoonlijk(text, v.kennis) : text, v.kennis)) {
      const bij = woorden(sentence).slice(0, 3).join(" ");
      yield v.document.probleem(pad, `Deze zin noemt een cijfer (${figure}) zonder bron: '${kort(sentence)}'.`, VOOR_DE_PUNT, { bij });
    }
  }
}

/** @type {Regel} */
function* getallenMetBron(v) {
  for (const { pad, waarde } of v.proza) {
    for (const [sentence, figure] of getallenZonderBron(lopend(waarde), v.kennis)) {
      const bericht = `Deze zin noemt een getal (${figure}) zonder bron: '${kort(sentence)}'.`;
      yield v.document.probleem(pad, bericht, VOOR_DE_PUNT, { bij: figure, niveau: "advies" });
    }
  }
}

/** @type {Regel} */
function* verhalenMetBron(v) {
  const { STORIES } = tabel(v.kennis, "citations"), { ONBEKEND } = tabel(v.kennis, "scalars");
  for (const { pad, waarde } of v.proza) {
    const bare = waarde.trim();
    if (!STORIES.includes(pad.at(-1)) || !bare || bare === ONBEKEND || bare.includes("@")) continue;
    if (woorden(bare).length > 2 && !cijfersZonderBron(zonderPersoonlijk(bare, v.kennis), v.kennis).length) {
      const remedie = "Zet [@sleutel] achter wat uit een bron komt. Weet je het niet? Schrijf 'onbekend'.";
      yield v.document.probleem(pad, `'${naamVan(pad)}' noemt geen bron.`, remedie);
    }
  }
}

/** @type {Regel} */
function* samenvatting(v) {
  const text = v.tekst("samenvatting"), where = ["samenvatting"];
  if (text.includes("[@")) {
    const remedie = "Zet de bron bij dezelfde zin in de tekst eronder.";
    yield v.document.probleem(where, "De samenvatting heeft geen bronverwijzingen.", remedie, { bij: "[@" });
  }
  const proven = new Set([
    ...v.proza.flatMap(({ waarde }) => cijfers(waarde, v.kennis)),
    ...v.onderdelen("kerncijfers").map(([, { waarde }]) => String(waarde)),
  ]);
  for (const figure of cijfers(text, v.kennis)) {
    if (proven.has(figure)) continue;
    const remedie = "Noem het ook in de tekst of bij 'kerncijfers', met bron.";
    yield v.document.probleem(where, `Het cijfer ${figure} in de samenvatting staat nergens met een bron.`, remedie, { bij: figure });
  }
}

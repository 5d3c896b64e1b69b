// Rules about what an entry refers to: terms, municipalities, other entries, knowledge pages; and about its own name and title.
// The other half of macros/rules/references.py and of what one entry can show of macros/rules/consistency.py.

import { dagErnaInWoorden, laatsteDag } from "./toets-data.js";
import { naaste, raad } from "./toets-gelijkenis.js";
import { lijst } from "./toets-lijsten.js";
import { aaneen } from "./toets-remedies.js";
import { adresdeel, geheel, kort, tabel, vouw, woorden } from "./toets-tabel.js";

/** @typedef {import("./toets-regels-bronnen.js").Regel} Regel */
/** @typedef {import("./toets-voorstel.js").Blad} Blad */
/** @typedef {import("./toets-lijsten.js").Begrip} Begrip */

/** @type {Regel[]} */
export const VERWIJSREGELS = [bestandsnaam, termenBestaan, voorbeeldenBestaan, geenKring, eigenAdressen, eigenTitel];

/** @type {Regel} */
function* bestandsnaam(v) {
  if (!v.slug || geheel(tabel(v.kennis, "scalars").SLUG, v.slug)) return;
  yield v.document.probleem([], `De bestandsnaam '${v.slug}' kan geen adres zijn.`, `Noem het bestand '${adresdeel(v.slug)}'.`);
}

/** @type {Regel} */
function* termenBestaan(v) {
  const pages = tabel(v.kennis, "references").PAGES;
  for (const blad of v.bladen) {
    if (!blad.naar || pages.includes(blad.naar) || !blad.waarde) continue;
    const terms = lijst(v.kennis, blad.naar), term = terms.get(blad.waarde), together = aaneengeregen(blad, terms);
    if (term) {
      const ceased = blad.naar === "gemeenten" && term.geldig_tot && laatsteDag(term.geldig_tot) < v.kennis.vandaag;
      if (ceased) yield v.document.probleem(blad.pad, ...opgeheven(term, terms));
    } else if (together) yield v.document.probleem(blad.pad, ...together);
    else yield v.document.probleem(blad.pad, `'${kort(blad.waarde)}' staat niet in de lijst '${blad.naar}'.`, naasteTerm(blad.waarde, terms, blad.naar));
  }
}

/**
 * @param {string} value
 * @param {Map<string, Begrip>} terms
 * @param {string} naam
 */
function naasteTerm(value, terms, naam) {
  const wanted = vouw(value.trim());
  for (const [key, { label, synoniemen }] of terms) {
    if (key === wanted || [label, ...(synoniemen ?? [])].some((word) => vouw(word) === wanted)) return `Schrijf '${key}'.`;
  }
  if ([...terms.values()].some(({ provincie }) => provincie === value)) return "Dat is een provincie. Noem de gemeenten waar het gebeurt; de provincie volgt vanzelf.";
  return raad(value, terms.keys()) || `Kijk in voorbeelden/_lijsten/${naam}.yml.`;
}

/**
 * What is wrong and what to do when several ids stand there as one.
 * @param {Blad} blad
 * @param {{ has: (key: string) => boolean }} known
 * @returns {[string, string] | null}
 */
function aaneengeregen({ pad, waarde }, known) {
  const ids = woorden(waarde.replaceAll(";", " "));
  if (typeof pad.at(-1) !== "number" || ids.length < 2 || !ids.every((id) => known.has(id))) return null;
  return [`Tussen ${aaneen(ids)} ontbreekt een komma.`, `Schrijf [${ids.join(", ")}], of elk op een eigen regel met '- ' ervoor.`];
}

/**
 * @param {Begrip} term
 * @param {Map<string, Begrip>} terms
 * @returns {[string, string]}
 */
function opgeheven({ label, geldig_tot: until, opvolger }, terms) {
  const since = dagErnaInWoorden(until ?? ""), next = terms.get(opvolger ?? "");
  if (!next) return [`De gemeente ${label} bestaat niet meer sinds ${since}.`, "Noem de gemeente van nu."];
  return [`De gemeente ${label} hoort sinds ${since} bij ${next.label}.`, `Schrijf '${opvolger}', en zet ${label} bij 'plaats'.`];
}

/** @type {Regel} */
function* voorbeeldenBestaan(v) {
  const kinds = new Map(v.kennis.voorbeelden.map((/** @type {string[]} */ [slug, , kind]) => [slug, kind === "w"]));
  if (v.slug) kinds.set(v.slug, v.tekst("type") === "werkwijze");
  const pages = new Map(v.kennis.kennispaginas.map((/** @type {string[]} */ [slug]) => [slug, true]));
  for (const naar of ["voorbeeld", "werkwijze", "kennis"]) {
    const [known, folder] = naar === "kennis" ? [pages, "docs/kennis"] : [kinds, "voorbeelden"];
    for (const blad of v.verwijzingen(naar)) {
      const together = !known.has(blad.waarde) && aaneengeregen(blad, known);
      if (v.slug && blad.waarde === v.slug && known === kinds) {
        yield v.document.probleem(blad.pad, `'${blad.pad[0]}' verwijst naar zichzelf.`, "Haal de verwijzing weg.");
      } else if (together) yield v.document.probleem(blad.pad, ...together);
      else if (!known.has(blad.waarde) && blad.waarde) {
        const remedie = naaste(blad.waarde, known.keys()) || "Controleer de bestandsnaam, zonder extensie.";
        yield v.document.probleem(blad.pad, `'${kort(blad.waarde)}' bestaat niet in ${folder}/.`, remedie);
      } else if (naar === "werkwijze" && known.has(blad.waarde) && !known.get(blad.waarde)) {
        const bericht = `'${blad.waarde}' is geen werkwijze maar een praktijk.`;
        yield v.document.probleem(blad.pad, bericht, "Gebruik 'verwant' of 'onderdeel_van'.");
      }
    }
  }
}

/** @type {Regel} */
function* geenKring(v) {
  const wholes = new Map(v.kennis.voorbeelden.map((/** @type {string[]} */ [slug, , , whole]) => [slug, whole ?? ""]));
  const trail = [v.slug];
  let slug = v.tekst("onderdeel_van");
  if (v.slug) wholes.set(v.slug, slug);
  while (wholes.has(slug) && !trail.includes(slug)) {
    trail.push(slug);
    slug = wholes.get(slug);
  }
  if (!v.slug || slug !== v.slug || trail.length < 2) return;
  const bericht = `'onderdeel_van' loopt in een kring: ${[...trail, slug].join(" → ")}.`;
  yield v.document.probleem(["onderdeel_van"], bericht, "Haal een van de verwijzingen weg.");
}

/** @type {Regel} */
function* eigenAdressen(v) {
  const { vorige_adressen: former } = v.document.waarde, own = `voorbeelden/${v.slug}.yml`;
  const taken = new Map(v.kennis.oudeAdressen);
  for (const slug of [...v.kennis.voorbeelden.map((/** @type {string[]} */ [slug]) => slug), v.slug]) taken.set(slug, `voorbeelden/${slug}.yml`);
  for (const [at, slug] of (Array.isArray(former) ? former : []).entries()) {
    const by = taken.get(slug);
    if (by === undefined || (by === own && slug !== v.slug)) continue;
    yield v.document.probleem(["vorige_adressen", at], `Het adres '${slug}' is al van ${by}.`, "Haal het hier of daar weg.");
  }
}

/** @type {Regel} */
function* eigenTitel(v) {
  const shape = (/** @type {string} */ title) => woorden(title.toLowerCase().replaceAll("ß", "ss")).join(" ");
  const title = shape(v.tekst("titel"));
  const [other] = v.kennis.voorbeelden.find((/** @type {string[]} */ [slug, known]) => slug !== v.slug && shape(known) === title) ?? [];
  if (title && other) yield v.document.probleem(["titel"], `De titel is dezelfde als in voorbeelden/${other}.yml.`, "Zeg wat dit voorbeeld eigen maakt.");
}

// One's own municipality on the page with the map, also when it has no entries yet: the field with its names, and the answer.

import { get, once } from "./bestanden.js";
import { maak } from "./elementen.js";
import { fold } from "./tekst.js";

const MOST = 6;
const NOTES = /** @type {Record<string, (naam: string, nu: string) => string>} */ ({
  vroeger: (naam, nu) => `${naam} hoort nu bij de gemeente ${nu}.`,
  plaats: (naam, nu) => `${naam} ligt in de gemeente ${nu}.`,
});

/**
 * What is known of a municipality; only of one without entries more than its name.
 * @typedef {{id: string, naam: string, aantal: number, provincie?: string, x?: number, y?: number, buren?: [string, number][], noot: string}} Gemeente
 */

/** The table, as macros/exports/municipalities.py describes it, by id: the names of now and all others. */
const tabel = () => once("gemeenten", async () => {
  const { gemeenten, namen } = await (await get("kaart/gemeenten.json")).json();
  /** @type {Map<string, {naam: string, gemeente: Gemeente}>} */ const found = new Map();
  for (const [id, naam, aantal, provincie, x, y, buren] of gemeenten) {
    found.set(id, { naam, gemeente: { id, naam, aantal, provincie, x, y, buren, noot: "" } });
  }
  for (const [id, naam, nu, soort] of namen) {
    const gemeente = found.get(nu)?.gemeente;
    if (gemeente) found.set(id, { naam, gemeente: { ...gemeente, noot: NOTES[soort]?.(naam, gemeente.naam) ?? "" } });
  }
  return found;
});

/** The municipality for an id in the address, an earlier one too. @param {string} id @returns {Promise<Gemeente | undefined>} */
export const gemeente = async (id) => (await tabel()).get(id)?.gemeente;

/**
 * What a municipality without entries shows: that there are none, who is near, and how to add one.
 * @param {Gemeente} van
 * @param {URL} site
 * @returns {Promise<HTMLElement[]>}
 */
export async function nogGeen({ naam, buren = [] }, site) {
  const known = await tabel();
  const ask = maak("p", {}, `Uit ${naam} hebben we nog geen voorbeeld. Weet jij er een? `, maak("a", { href: new URL("meedoen/formulier/", site).href }, "Voeg het toe"), ".");
  const rows = buren.map(([id, km]) => {
    const { naam, aantal } = /** @type {{gemeente: Gemeente}} */ (known.get(id)).gemeente;
    return maak("li", {}, maak("a", { href: new URL(`gemeenten/${id}/`, site).href }, naam), " ", maak("span", {}, `${km} km verderop, ${aantal} ${aantal === 1 ? "voorbeeld" : "voorbeelden"}`));
  });
  return [ask, maak("section", { className: "pw-buurt" }, maak("h3", {}, "Het dichtstbij"), maak("ul", { className: "pw-lijst" }, ...rows))];
}

/**
 * Give the field its names as soon as somebody goes to it, and take over its form.
 * @param {HTMLFormElement} form
 * @param {(id: string) => void} kies
 */
export function verbind(form, kies) {
  const field = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const status = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));

  const fill = async () => {
    const list = /** @type {HTMLDataListElement} */ (field.list);
    if (list.children.length) return;
    const found = await tabel().catch(() => new Map());
    if (!list.children.length) list.append(...[...found.values()].map(({ naam, gemeente }) => maak("option", naam === gemeente.naam ? { value: naam } : { value: naam, label: gemeente.naam })));
  };

  field.addEventListener("focus", fill);
  field.addEventListener("input", () => status.replaceChildren());
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    let found;
    try {
      found = await zoek(field.value);
    } catch {
      // without the table the plain way is left
      form.submit();
      return;
    }
    const [first, ...others] = found;
    if (first && !others.length && first.precies) {
      status.replaceChildren();
      kies(first.id);
      return;
    }
    const links = found.map(({ id, naam }) => maak("a", { href: `?plaats=${id}` }, naam));
    status.replaceChildren(maak("p", {}, links.length ? "Bedoel je " : `We kennen geen gemeente ‘${field.value.trim()}’. Kijk of de naam klopt.`, ...oftewel(links)));
  });
  status.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    field.value = link.textContent ?? "";
    status.replaceChildren();
    kies(new URL(link.href).searchParams.get("plaats") ?? "");
  });
  if (document.activeElement === field) fill();
}

/**
 * The municipalities that somebody may mean: the one of that name, else those that begin so, else the one most like it.
 * @param {string} text
 * @returns {Promise<{id: string, naam: string, precies: boolean}[]>}
 */
async function zoek(text) {
  const wanted = plain(text);
  const known = [...await tabel()].map(([id, { naam, gemeente }]) => ({ id, naam, key: plain(naam), answer: gemeente.id + gemeente.noot }));
  const exact = known.filter(({ key }) => key === wanted);
  if (exact.length) return exact.slice(0, 1).map((one) => ({ ...one, precies: true }));
  const fits = wanted ? known.filter(({ key }) => key.startsWith(wanted) || key.includes(` ${wanted}`)) : [];
  // two spellings of one municipality are one answer
  const begins = fits.filter(({ answer }, at) => fits.findIndex((one) => one.answer === answer) === at);
  if (begins.length) return begins.slice(0, MOST).map((one) => ({ ...one, precies: begins.length === 1 }));
  const { lijktOp } = await import("./toets-gelijkenis.js");
  const near = lijktOp(wanted, known.map(({ key }) => key));
  return known.filter(({ key }) => near && key === near).slice(0, 1).map((one) => ({ ...one, precies: false }));
}

/** A name as it is compared: no accents, signs or "gemeente" before it. @param {string} text */
const plain = (text) => fold(text).replace(/[^a-z0-9]+/g, " ").trim().replace(/^gemeente /, "");

/** Choices as a question: one, two or three? @param {HTMLElement[]} links */
function oftewel(links) {
  return links.flatMap((link, at) => [link, at === links.length - 1 ? "?" : at === links.length - 2 ? " of " : ", "]);
}

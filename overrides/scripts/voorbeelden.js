// What the selection and the comparison share: entries from the address, their files, the places to fill on the page,
// and a file for the reader.

import { maak } from "./elementen.js";
import { ROOT, SLUG } from "./kies.js";

/** The entries that the address names, each once; null when it names none at all. @returns {string[]|null} */
export function uitAdres() {
  const named = new URLSearchParams(location.search).get("v");
  return named === null ? null : [...new Set(named.split(",").map((slug) => slug.trim()))].filter((slug) => SLUG.test(slug));
}

/** @param {string} page @param {string[]} slugs */
export const adres = (page, slugs) => `${ROOT}${page}/?v=${slugs.join(",")}`;

// One file for each entry, also for a selection of thirty. Measured with 181 entries, spread over the alphabet: these thirty
// are 84 kB compressed, against 308 kB for files in pieces, for a spread choice touches every piece. On a connection of 1.6
// Mbit/s with 150 ms delay, over HTTP/1 and uncompressed, the last is there 1.6 to 1.9 s after the first is asked, and every
// row fills as its own file comes. Only what the rows show would be 24 kB for all, but grows with the catalogue to 1.3 MB
// at 10,000, and taking along needs the whole files anyway.

/** A data file of an entry; null when there is no such entry, undefined when it can't be loaded now. @param {string} slug @param {string} file */
export async function haal(slug, file) {
  try {
    const answer = await fetch(`${ROOT}voorbeelden/${slug}/${file}.json`);
    return answer.ok ? await answer.json() : answer.status === 404 ? null : undefined;
  } catch {
    return undefined;
  }
}

/** The places that a script fills, by their name. @param {ParentNode} root @returns {Record<string, any>} */
export const plekken = (root) => Object.fromEntries([...root.querySelectorAll("[data-plek]")].map((part) => [part.dataset.plek, part]));

/** Give the reader a file. @param {string} naam @param {string} tekst */
export function download(naam, tekst) {
  const link = maak("a", { href: URL.createObjectURL(new Blob([tekst])), download: naam });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

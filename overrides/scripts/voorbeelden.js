// What the selection and the comparison share: entries from the address, their files, and the places to fill on the page.

import { ROOT, SLUG } from "./kies.js";

/** The entries that the address names, each once; null when it names none at all. @returns {string[]|null} */
export function uitAdres() {
  const named = new URLSearchParams(location.search).get("v");
  return named === null ? null : [...new Set(named.split(",").map((slug) => slug.trim()))].filter((slug) => SLUG.test(slug));
}

/** @param {string} page @param {string[]} slugs */
export const adres = (page, slugs) => `${ROOT}${page}/?v=${slugs.join(",")}`;

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

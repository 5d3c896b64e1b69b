// Text as search compares it. Small, for every page with a search field loads it.

/**
 * Lower case without accents.
 * @param {string} text
 */
export function fold(text) {
  return text.replaceAll("ß", "ss").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * The words of a text, each as its readings: of a word with hyphens the whole, then its parts.
 * @param {string} text
 * @returns {string[][]}
 */
export function words(text) {
  const found = [];
  for (const [whole] of fold(text).replace(/['’`]/g, "").matchAll(/[a-z0-9]+(?:-[a-z0-9]+)*/g)) {
    if (whole.includes("-")) found.push([whole.replaceAll("-", ""), ...whole.split("-").filter((part) => part.length > 2)]);
    else if (whole.length > 1) found.push([whole]);
  }
  return found;
}

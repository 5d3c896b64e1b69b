// Cards by row number. The build makes them, with the same component as in every list; here they are
// fetched in small files, each once, and only for what is shown.

import { pagina } from "./elementen.js";

/**
 * @param {(name: string) => Promise<string[]>} haal reads a file
 * @param {number} size cards in a file
 * @param {Iterable<Element>} present the cards that the page has from the start: the first rows
 * @returns {(rows: number[]) => Promise<Element[]>} rejects when a file can't be had
 */
export function kaartlezer(haal, size, present) {
  /** @type {Map<number, Element>} */ const cards = new Map([...present].entries());
  /** @type {Map<number, Promise<string[]>>} */ const files = new Map();

  /** @param {number} number */
  const file = (number) => {
    const asked = files.get(number) ?? haal(`kaarten-${number}.json`);
    files.set(number, asked);
    asked.catch(() => files.delete(number));
    return asked;
  };

  return (rows) => Promise.all(rows.map(async (row) => {
    if (!cards.has(row)) {
      const html = (await file(Math.floor(row / size)))[row % size];
      const made = pagina(html).body.firstElementChild;
      // another call may have made it meanwhile
      if (!cards.has(row)) cards.set(row, /** @type {Element} */ (made));
    }
    return /** @type {Element} */ (cards.get(row));
  }));
}

// The nearest of several words, as Python's difflib finds it: https://docs.python.org/3/library/difflib.html

/**
 * The remedy that names the choice most like a value; nothing when none comes near.
 * @param {string} value
 * @param {Iterable<string>} choices
 */
export function naaste(value, choices) {
  const best = lijktOp(value, choices);
  return best && `Bedoel je '${best}'?`;
}

/**
 * The choice most like a value; an empty text when none comes near.
 * @param {string} value
 * @param {Iterable<string>} choices
 */
export function lijktOp(value, choices) {
  const wanted = [...value.toLowerCase()];
  let best = "", score = 0;
  for (const choice of choices) {
    const letters = [...choice], total = wanted.length + letters.length;
    // what differs too much in length can't come near
    if (!total || 2 * Math.min(wanted.length, letters.length) < 0.65 * total) continue;
    const ratio = (2 * gelijk(letters, wanted)) / total;
    if (ratio >= 0.65 && (ratio > score || (ratio === score && choice > best))) [best, score] = [choice, ratio];
  }
  return best;
}

/**
 * The remedy for a value that is not one of the choices: the nearest, or a few to choose from.
 * @param {string} value
 * @param {Iterable<string>} choices
 */
export function raad(value, choices) {
  const known = [...choices];
  return naaste(value, known) || (known.length <= 12 ? `Kies uit: ${known.join(", ")}.` : "");
}

/**
 * How many letters are alike: the longest piece that both have, then the same before and after it.
 * @param {string[]} a
 * @param {string[]} b
 * @returns {number}
 */
function gelijk(a, b) {
  let length = 0, endA = 0, endB = 0;
  /** @type {number[]} */
  let row = [];
  a.forEach((letter, i) => {
    /** @type {number[]} */
    const next = [];
    b.forEach((other, j) => {
      if (letter !== other) return;
      next[j] = (row[j - 1] ?? 0) + 1;
      if (next[j] > length) [length, endA, endB] = [next[j], i + 1, j + 1];
    });
    row = next;
  });
  if (!length) return 0;
  return length + gelijk(a.slice(0, endA - length), b.slice(0, endB - length)) + gelijk(a.slice(endA), b.slice(endB));
}

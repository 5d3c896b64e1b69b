// Sentences, figures and citations in narrative text. The other half of macros/prose.py and the countable half of macros/readability.py.

import { alle, geheel, tabel, vervang, woorden } from "./toets-tabel.js";

/** @typedef {import("./toets-tabel.js").Kennis} Kennis */

/**
 * The keys of the citations between `[@` and `]`; none when the form is wrong.
 * @param {string} inside
 * @param {Record<string, any>} t
 * @returns {string[]}
 */
function ontleed(inside, t) {
  const found = `@${inside}`.split(";").map((part) => geheel(t.ONE, part.trim())?.[1]);
  return found.every((key) => key !== undefined) ? /** @type {string[]} */ (found) : [];
}

/**
 * The keys of all well-formed citations, in reading order.
 * @param {string} text
 * @param {Kennis} kennis
 */
export function aangehaald(text, kennis) {
  const t = tabel(kennis, "prose");
  return alle(t.CITATION, text).flatMap(([, inside]) => ontleed(inside, t));
}

/**
 * Pieces that look like a citation but aren't one, each also as one finds it in a file: without bracket, with the sign before it.
 * With the keys of the sources, their names alone are such pieces too: `[sleutel]` and `@sleutel`.
 * @param {string} text
 * @param {Kennis} kennis
 * @param {string[]} keys
 * @returns {[string, string][]}
 */
export function misvormd(text, kennis, keys) {
  const t = tabel(kennis, "prose");
  const rest = vervang(t.CITATION, text, (match, inside) => (ontleed(inside, t).length ? " ".repeat(match.length) : match));
  return alle(keys.length ? metSleutels(t.SLOPPY_CITATION, keys) : t.SLOPPY_CITATION, rest).map(({ 0: piece, index }) => {
    const before = piece.startsWith("[") ? "" : (/.$/su.exec(rest.slice(Math.max(index - 2, 0), index))?.[0] ?? "");
    return [piece, before.replace("\n", " ") + piece.split("\n")[0]];
  });
}

/**
 * @param {RegExp} sloppy
 * @param {string[]} keys
 */
function metSleutels({ source, flags }, keys) {
  const longestFirst = [...keys].sort((a, b) => b.length - a.length);
  const names = longestFirst.map((key) => key.replace(/[\^$\\.*+?()[\]{}|/]/g, "\\$&")).join("|");
  return new RegExp(`${source}|(?<![\\p{L}\\p{N}_@.\\[])@(?:${names})(?![\\p{L}\\p{N}_-])|\\[(?:${names})\\](?!\\()`, flags);
}

/**
 * The sentences of Markdown prose, each with the citations that follow its full stop.
 * @param {string} text
 * @param {Kennis} kennis
 * @returns {string[]}
 */
export function zinnen(text, kennis) {
  const t = tabel(kennis, "prose"), blocks = text.split(/\n\s*\n/).flatMap((block) => block.split(t.BLOCK_START));
  return blocks.filter((item) => item.trim()).flatMap((item) => {
    const found = [];
    let sentence = "";
    for (const piece of vervang(t.SENTENCE_END, woorden(item).join(" "), "$1\n\n").split("\n\n")) {
      sentence = `${sentence} ${piece}`.trim();
      if (t.ABBREVIATION.test(sentence.slice(sentence.lastIndexOf(" ") + 1))) continue;
      found.push(sentence);
      sentence = "";
    }
    return sentence ? [...found, sentence] : found;
  });
}

/**
 * Sentences that state a figure and cite nothing, not even in a wrong way, each with the figure.
 * @param {string} text
 * @param {Kennis} kennis
 * @returns {[string, string][]}
 */
export function cijfersZonderBron(text, kennis) {
  const sloppy = tabel(kennis, "prose").SLOPPY_CITATION;
  return zinnen(text, kennis).filter((sentence) => !sloppy.test(sentence)).flatMap((sentence) => {
    const [figure] = cijfers(sentence, kennis);
    return figure ? [/** @type {[string, string]} */ ([sentence, figure])] : [];
  });
}

/**
 * As `cijfersZonderBron`, for numbers above twelve in words; a line that introduces a list is left out.
 * @param {string} text
 * @param {Kennis} kennis
 * @returns {[string, string][]}
 */
export function getallenZonderBron(text, kennis) {
  const t = tabel(kennis, "prose"), lowered = text.toLowerCase();
  if (!t.IN_WRITTEN.some((/** @type {string} */ part) => lowered.includes(part))) return [];
  return zinnen(text, kennis).flatMap((sentence) => {
    const figure = !t.SLOPPY_CITATION.test(sentence) && !sentence.endsWith(":") && t.WRITTEN.exec(sentence)?.[0];
    return figure ? [/** @type {[string, string]} */ ([sentence, figure])] : [];
  });
}

/**
 * The figures in a text, as written; numbers in names and addresses don't count.
 * @param {string} text
 * @param {Kennis} kennis
 */
export function cijfers(text, kennis) {
  const t = tabel(kennis, "prose");
  const bare = vervang(t.SLOPPY_CITATION, vervang(t.CITATION, text, " "), " ");
  const plain = vervang(t.NAMES_WITH_DIGITS, vervang(t.LINK_TARGET, bare, "]"), " ");
  return plain.match(/\p{Nd}+(?:[.,:]\p{Nd}+)*/gu) ?? [];
}

/**
 * The average number of words in a sentence; 0 for no text.
 * @param {string} text
 * @param {Kennis} kennis
 */
export function woordenPerZin(text, kennis) {
  const t = tabel(kennis, "prose"), word = tabel(kennis, "readability").WORD;
  const bare = vervang(t.LINK_TARGET, vervang(t.CITATION, text, ""), "]");
  const plain = woorden(vervang(t.BLOCK_START, bare, " ").replace(/[*_`[\]>]/g, "")).join(" ").replaceAll(" .", ".");
  const counts = zinnen(plain, kennis).map((sentence) => alle(word, sentence).length);
  return counts.length ? counts.reduce((sum, count) => sum + count, 0) / counts.length : 0;
}

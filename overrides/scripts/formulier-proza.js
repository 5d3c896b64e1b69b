// The small Markdown of narrative fields as elements: paragraphs, lists, emphasis, links and numbered references.

import { maak } from "./formulier-dom.js";

const ITEM = /^\s*(?:[-*+]|(\d{1,9})[.)])\s+/;
const INLINE = /\s*\[@([^[\]<>]*)\]|\*\*(.+?)\*\*|__(.+?)__|\*([^*\s][^*]*?)\*|(?<![\w])_([^_\s][^_]*?)_(?![\w])|\[([^[\]]+)\]\((https?:\/\/[^)\s]+)\)|<(https?:\/\/[^>\s]+)>/;
const ONE = /^@([a-z0-9]+(?:-[a-z0-9]+)*)(?:,\s*(\S.*))?$/;

/** @typedef {(key: string) => number} Nummer the number of a source, given at its first use */

/** @param {string} text @param {Nummer} nummer @returns {HTMLElement[]} */
export function proza(text, nummer) {
  /** @type {HTMLElement[]} */ const blocks = [];
  /** @type {{list: any, lines: string[]}|null} */ let item = null;
  /** @type {string[]} */ let lines = [];
  const flush = () => {
    if (item) item.list.append(maak("li", {}, ...zin(item.lines.join(" "), nummer)));
    else if (lines.length) blocks.push(maak("p", {}, ...zin(lines.join(" "), nummer)));
    item = null;
    lines = [];
  };
  for (const line of text.split("\n")) {
    const found = line.match(ITEM);
    const last = blocks[blocks.length - 1];
    if (found) {
      const name = found[1] ? "ol" : "ul";
      const list = item?.list.localName === name || (!item && !lines.length && last?.localName === name) ? item?.list ?? last : null;
      flush();
      item = { list: list ?? maak(name), lines: [line.slice(found[0].length)] };
      if (!list) blocks.push(item.list);
    } else if (!line.trim()) flush();
    else (item?.lines ?? lines).push(line.trim());
  }
  flush();
  return blocks;
}

/** One text without paragraphs. @param {string} text @param {Nummer} nummer @returns {(Node|string)[]} */
export function zin(text, nummer) {
  /** @type {(Node|string)[]} */ const found = [];
  let rest = text;
  for (let match = rest.match(INLINE); match; match = rest.match(INLINE)) {
    found.push(rest.slice(0, match.index), deel(match, nummer));
    rest = rest.slice(/** @type {number} */ (match.index) + match[0].length);
  }
  return [...found, rest];
}

/** @param {RegExpMatchArray} match @param {Nummer} nummer @returns {Node|string} */
function deel([whole, cited, strong, strong2, em, em2, label, , bare], nummer) {
  if (cited !== undefined) return noot(cited, nummer) ?? whole;
  if (strong ?? strong2) return maak("strong", {}, ...zin(strong ?? strong2, nummer));
  if (em ?? em2) return maak("em", {}, ...zin(em ?? em2, nummer));
  // the links of a preview lead nowhere
  return maak("a", {}, label ?? bare);
}

/** @param {string} inside @param {Nummer} nummer */
function noot(inside, nummer) {
  const keys = `@${inside}`.split(";").map((part) => part.trim().match(ONE));
  if (!keys.every(Boolean)) return null;
  return maak("sup", {}, keys.map((key, place) => [place ? " " : "", maak("a", {}, `${nummer(key?.[1] ?? "")}${key?.[2] ? `, ${key[2]}` : ""}`)]));
}

// The text that yaml-schrijver.js just wrote → values with their places, without a reader of YAML, which weighs ten times as much.
// Whatever is not plainly ours is left to that reader: then there is no document.

import { Document, naamVan } from "./toets-document.js";

/** @typedef {import("./toets-document.js").Pad} Pad */
/** @typedef {import("./toets-document.js").Plaats} Plaats */

const FIELD = /^([a-z0-9_]+):(?: (.+))?$/;
/** Signs that a check has something to say about, and lines that read as a list. */
const ODD = /(?![\n ])[\p{C}\p{Z}]|^ *(?:[–—−‐‑‒•·▪◦●*]|-[^\s-])/mu;
const ITEM = /^ *(?:[-*+•]|\d+[.)])\s/;

class Onbekend extends Error {}

/** @param {string} tekst @returns {Document | null} */
export function leesEigen(tekst) {
  const lezer = new EigenLezer(tekst);
  try {
    if (ODD.test(tekst)) return null;
    const waarde = lezer.groep([], 0);
    return lezer.at === lezer.lines.length - 1 ? new Document(waarde, tekst, lezer.plaatsen, lezer.sleutels) : null;
  } catch (error) {
    if (error instanceof Onbekend) return null;
    throw error;
  }
}

class EigenLezer {
  /** @param {string} tekst */
  constructor(tekst) {
    this.lines = tekst.split("\n");
    // the first line names the schema
    this.at = 1;
    /** @type {Map<string, Plaats>} */ this.plaatsen = new Map();
    /** @type {Map<string, Plaats>} */ this.sleutels = new Map();
  }

  /** The line to read, from a column on; nothing when it is less deep. @param {number} depth */
  rest(depth) {
    const line = this.lines[this.at] ?? "";
    return line.startsWith(" ".repeat(depth)) ? line.slice(depth) : "";
  }

  /** @param {Map<string, Plaats>} where @param {Pad} pad @param {number} column */
  zet(where, pad, column) { where.set(naamVan(pad), { pad, regel: this.at + 1, kolom: column + 1, eind: this.at + 1 }); }

  /** @param {Pad} pad @param {number} depth */
  groep(pad, depth) {
    /** @type {[string, any][]} */ const pairs = [];
    this.zet(this.plaatsen, pad, depth);
    for (let match = FIELD.exec(this.rest(depth)); match; match = FIELD.exec(this.rest(depth))) {
      const inner = [...pad, match[1]], column = depth + match[1].length + 2;
      this.zet(this.sleutels, inner, depth);
      pairs.push([match[1], match[2] ? this.tekst(inner, match[2], column, depth + 2) : this.onder(inner, depth + 2)]);
    }
    if (!pairs.length) throw new Onbekend();
    return Object.fromEntries(pairs);
  }

  /** What stands below its field: a list, short texts between brackets, or fields. @param {Pad} pad @param {number} depth */
  onder(pad, depth) {
    this.at += 1;
    const next = this.rest(depth);
    if (next.startsWith("[")) return this.haken(pad, next, depth);
    if (!next.startsWith("- ")) return this.groep(pad, depth);
    this.zet(this.plaatsen, pad, depth);
    const items = [];
    for (let line = next; line.startsWith("- "); line = this.rest(depth)) {
      /** @type {Pad} */ const inner = [...pad, items.length];
      if (!FIELD.test(line.slice(2))) items.push(this.tekst(inner, line.slice(2), depth + 2, depth + 2));
      else {
        // the hyphen stands where the other fields have a space
        this.lines[this.at] = `${" ".repeat(depth + 2)}${line.slice(2)}`;
        items.push(this.groep(inner, depth + 2));
      }
    }
    return items;
  }

  /**
   * A text after its field or hyphen, on the same line or as a block below it.
   * @param {Pad} pad
   * @param {string} text
   * @param {number} column
   * @param {number} depth of the lines of a block
   * @returns {any}
   */
  tekst(pad, text, column, depth) {
    if (text.startsWith("[")) return this.haken(pad, text, column);
    this.zet(this.plaatsen, pad, column);
    const place = /** @type {Plaats} */ (this.plaatsen.get(naamVan(pad)));
    this.at += 1;
    if (text !== "|" && text !== ">-") return kaal(text);
    const lines = [];
    while (this.rest(depth) || (lines.length && this.lines[this.at] === "" && this.at < this.lines.length - 1)) {
      lines.push(this.rest(depth));
      this.at += 1;
    }
    place.eind = this.at;
    if (!lines.length || lines[0].startsWith(" ") || !lines[lines.length - 1]) throw new Onbekend();
    if (text === "|") return `${lines.join("\n")}\n`;
    if (lines.some((line) => !line || line.startsWith(" ") || ITEM.test(line))) throw new Onbekend();
    return lines.join(" ");
  }

  /** Short texts between brackets, perhaps over several lines. @param {Pad} pad @param {string} text @param {number} column */
  haken(pad, text, column) {
    this.zet(this.plaatsen, pad, column);
    const items = [];
    let left = text.slice(1), place = column + 1;
    for (;;) {
      const [, item, sign] = /^([^\s,[\]{}"'#:&*!|>%@`][^,[\]{}"'#:]*)([,\]]) ?$/.exec(left.slice(0, left.search(/[,\]] ?/) + 1)) ?? [];
      if (!item) throw new Onbekend();
      this.zet(this.plaatsen, [...pad, items.length], place);
      items.push(kaal(item));
      left = left.slice(item.length + 1);
      place += [...item].length + 1;
      if (sign === "]") break;
      if (left.startsWith(" ")) {
        left = left.slice(1);
        place += 1;
      } else {
        this.at += 1;
        left = (this.lines[this.at] ?? "").trimStart();
        place = (this.lines[this.at] ?? "").length - left.length;
      }
    }
    if (left) throw new Onbekend();
    this.at += 1;
    return items;
  }
}

/** A text of one line: between quotes only where YAML needs them. @param {string} text */
function kaal(text) {
  if (!text.startsWith('"')) {
    if (/^[-?:]\s|^[{&*!|>'%@`#]|: |:$| #|^(?:~|null|Null|NULL|<<)$|\s$/.test(text)) throw new Onbekend();
    return text;
  }
  if (!/^"(?:[^"\\]|\\[\\"t])*"$/.test(text)) throw new Onbekend();
  return text.slice(1, -1).replace(/\\(.)/g, (_, sign) => (sign === "t" ? "\t" : sign));
}

// The one way to write an entry as YAML. The other half of macros/canonical.py.

import { isGroep } from "./toets-document.js";
import { alle, begin, geheel, lengte, tabel } from "./toets-tabel.js";

/** @typedef {import("./toets-tabel.js").Kennis} Kennis */
/** @typedef {Record<string, any>} Tabel */

/**
 * A whole entry file, first line included.
 * @param {Record<string, any>} waarde texts, lists and mappings
 * @param {Kennis} kennis
 */
export function schrijf(waarde, kennis) {
  const kind = typeof waarde.type === "string" && Object.hasOwn(kennis.soorten, waarde.type) ? waarde.type : "praktijk";
  const head = `# yaml-language-server: $schema=_schema/${kind}.schema.json`;
  return [head, ...groepsregels(waarde, kennis.soorten[kind], 0, kennis), ""].join("\n");
}

/**
 * @param {Record<string, any>} value
 * @param {string | undefined} model
 * @param {number} indent
 * @param {Kennis} kennis
 * @returns {Generator<string, void, void>}
 */
function* groepsregels(value, model, indent, kennis) {
  const fields = model ? kennis.modellen[model] : [], t = tabel(kennis, "canonical");
  const place = (/** @type {string} */ key) => (fields.findIndex((/** @type {any} */ field) => field.naam === key) + 1) || fields.length + 1;
  const keys = Object.keys(value).sort((a, b) => place(a) - place(b));
  for (const key of keys) {
    const inside = value[key], lead = `${" ".repeat(indent)}${key}:`;
    const part = fields.find((/** @type {any} */ field) => field.naam === key)?.delen;
    if (Array.isArray(inside)) yield* reeks(lead, inside, part, indent, kennis);
    else if (isGroep(inside)) {
      yield lead;
      yield* groepsregels(inside, part, indent + 2, kennis);
    } else yield* tekst(lead, String(inside), indent, t);
  }
}

/**
 * @param {string} lead
 * @param {any[]} items
 * @param {string | undefined} part
 * @param {number} indent
 * @param {Kennis} kennis
 * @returns {Generator<string, void, void>}
 */
function* reeks(lead, items, part, indent, kennis) {
  const t = tabel(kennis, "canonical");
  const short = (/** @type {any} */ item) => typeof item === "string" && geheel(t.SHORT, item) && !t.NOTHING.includes(item);
  const line = `${lead} [${items.join(", ")}]`;
  if (items.every(short) && lengte(line) <= t.WIDTH) return yield line;
  yield lead;
  if (items.every(short)) return yield* korteReeks(items, " ".repeat(indent + 2), t);
  const dash = `${" ".repeat(indent + 2)}-`;
  for (const item of items) {
    if (Array.isArray(item)) yield `${dash} [${item.map((one) => opRegel(String(one), t)).join(", ")}]`;
    else if (!isGroep(item)) yield* tekst(dash, String(item), indent + 2, t);
    else if (!Object.keys(item).length) yield `${dash} {}`;
    else {
      const [first, ...rest] = groepsregels(item, part, indent + 4, kennis);
      yield `${dash} ${first.slice(indent + 4)}`;
      yield* rest;
    }
  }
  return undefined;
}

/**
 * Short texts between brackets, over several lines.
 * @param {string[]} items
 * @param {string} margin
 * @param {Tabel} t
 */
function* korteReeks(items, margin, t) {
  let line = `${margin}[${items[0]}`;
  for (const item of items.slice(1)) {
    if (lengte(line) + lengte(item) + 3 <= t.WIDTH) line += `, ${item}`;
    else {
      yield `${line},`;
      line = `${margin} ${item}`;
    }
  }
  yield `${line}]`;
}

/**
 * A text after its key or dash: on the same line if it fits, else as a block.
 * @param {string} lead
 * @param {string} raw
 * @param {number} indent
 * @param {Tabel} t
 * @returns {Generator<string, void, void>}
 */
function* tekst(lead, raw, indent, t) {
  const text = raw.trim().split("\n").map((line) => line.trimEnd()).join("\n"), line = `${lead} ${opRegel(text, t)}`;
  const margin = " ".repeat(indent + 2), width = t.WIDTH - indent - 2;
  const fits = lengte(line) <= t.WIDTH || text.includes("  ") || !text.includes(" ");
  // a list of one item is a list too: folded it would be text
  if (text.includes("\n") || (!fits && begin(t.ITEM, text))) {
    yield `${lead} |`;
    for (const one of alineas(text, width, t)) yield one && margin + one;
  } else if (fits) yield line;
  else {
    yield `${lead} >-`;
    for (const one of vouwRegels(text, width, t)) yield margin + one;
  }
}

/**
 * A text on one line, in quotes only where YAML needs them.
 * @param {string} text
 * @param {Tabel} t
 */
function opRegel(text, t) {
  if (!t.NOTHING.includes(text) && !begin(t.INDICATOR, text) && !t.INSIDE.test(text) && text === text.trim()) return text;
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\t", "\\t")}"`;
}

/**
 * Markdown of several lines, each paragraph and list item wrapped anew; what it means stays the same.
 * @param {string} text
 * @param {number} width
 * @param {Tabel} t
 * @returns {Generator<string, void, void>}
 */
function* alineas(text, width, t) {
  /** @type {string[]} */
  let block = [];
  for (const line of [...text.split("\n"), null]) {
    if (block.length && (!line || begin(t.ITEM, line.trimStart()))) {
      yield* opnieuw(block, width, t);
      block = [];
    }
    if (line) block.push(line);
    else if (line === "") yield "";
  }
}

/**
 * @param {string[]} block
 * @param {number} width
 * @param {Tabel} t
 */
function opnieuw(block, width, t) {
  const bare = block[0].trimStart(), lead = block[0].slice(0, block[0].length - bare.length);
  const marker = begin(t.ITEM, bare)?.[0] ?? "", hanging = lead + " ".repeat(marker.length);
  const joined = block.map((line) => line.trim()).join(" ").slice(marker.length);
  return vouwRegels(joined, width - hanging.length, t).map((line, at) => (at ? hanging : lead + marker) + line);
}

/**
 * Greedy lines of at most `width` columns; no line begins with what Markdown or YAML reads as something else.
 * @param {string} text
 * @param {number} width
 * @param {Tabel} t
 */
function vouwRegels(text, width, t) {
  /** @type {string[]} */
  const units = [];
  for (const [word] of alle(t.WORD, text)) {
    if (units.length && (begin(t.ITEM, `${word} `) || /^(?:[#>|=+]|---|\*\*\*|___|~~~|```)/.test(word))) units[units.length - 1] += ` ${word}`;
    else units.push(word);
  }
  const lines = units.slice(0, 1);
  for (const unit of units.slice(1)) {
    const last = lines.length - 1;
    if (lengte(lines[last]) + 1 + lengte(unit) <= width) lines[last] += ` ${unit}`;
    else lines.push(unit);
  }
  return lines;
}

// The constants of our rules, as the build exports them from Python, and matching as Python does it.

/** @typedef {Record<string, any>} Kennis what the build knows: kennis.json, voorbeelden.json, regels.json and, to read a file, lezen.json of /meedoen/formulier/, with the day as `vandaag` (jjjj-mm-dd) */

/** @type {WeakMap<object, Record<string, any>>} */
const READY = new WeakMap();
/** @type {Map<string, RegExp>} */
const MADE = new Map();

/**
 * The constants of one Python module, by name.
 * @param {Kennis} kennis
 * @param {string} module
 * @returns {Record<string, any>}
 */
export function tabel(kennis, module) {
  const raw = kennis.tabellen[module] ?? kennis.leestabellen[module];
  const found = READY.get(raw) ?? revive(raw);
  READY.set(raw, found);
  return found;
}

/**
 * @param {any} value
 * @returns {any}
 */
function revive(value) {
  if (Array.isArray(value)) return value.map(revive);
  if (!value || typeof value !== "object") return value;
  if (typeof value.p === "string" && typeof value.v === "string") return new RegExp(value.p, value.v);
  return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, revive(inside)]));
}

/**
 * @param {RegExp} pattern
 * @param {string} form `all` for every match, `whole` for the whole text, `start` for here
 */
function variant(pattern, form) {
  const name = `${form}${pattern.flags} ${pattern.source}`;
  let made = MADE.get(name);
  if (!made) {
    const whole = form === "whole";
    const flags = whole ? pattern.flags.replace("m", "") : pattern.flags + (form === "all" ? "g" : "y");
    made = new RegExp(whole ? `^(?:${pattern.source})$` : pattern.source, flags);
    MADE.set(name, made);
  }
  return made;
}

/** As `pattern.fullmatch(text)`. @param {RegExp} pattern @param {string} text */
export const geheel = (pattern, text) => variant(pattern, "whole").exec(text);

/** As `pattern.match(text, at)`. @param {RegExp} pattern @param {string} text */
export function begin(pattern, text, at = 0) {
  const sticky = variant(pattern, "start");
  sticky.lastIndex = at;
  return sticky.exec(text);
}

/** As `pattern.finditer(text)`. @param {RegExp} pattern @param {string} text */
export const alle = (pattern, text) => [...text.matchAll(variant(pattern, "all"))];

/**
 * As `pattern.sub(by, text)`.
 * @param {RegExp} pattern
 * @param {string} text
 * @param {string | ((match: string, ...groups: any[]) => string)} by
 */
export const vervang = (pattern, text, by) => text.replace(variant(pattern, "all"), /** @type {any} */ (by));

/** As `text.split()`. @param {string} text */
export const woorden = (text) => text.split(/\s+/).filter(Boolean);

/** The number of signs, as Python counts them. @param {string} text */
export const lengte = (text) => (/[\ud800-\udfff]/.test(text) ? [...text].length : text.length);

/**
 * The text on one line, cut with an ellipsis so that a message stays readable.
 * @param {string} text
 */
export function kort(text, size = 60) {
  const flat = woorden(text).join(" ");
  return lengte(flat) <= size ? flat : `${[...flat].slice(0, size - 1).join("").trimEnd()}…`;
}

/** The text in lower case without accents, for comparing. @param {string} text */
export const vouw = (text) => text.replaceAll("ß", "ss").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** A name as part of an address. @param {string} name */
export const adresdeel = (name) => vouw(name).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "zonder-naam";

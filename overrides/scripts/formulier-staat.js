// What the visitor filled in: one value as a file holds it (texts, lists, groups of fields), kept in this browser and nowhere else.

/** @typedef {(string|number)[]} Pad the way to a value: ["bronnen", 0, "url"] */

/** @type {any} */ let waarde = {};
let sleutel = "pw-formulier";
let timer = 0;
let bewaard = true;
/** Whether the browser keeps the draft. */
export const isBewaard = () => bewaard;
/** Names of top fields that this kind does not have; what was typed there stays, but is not sent. @type {Set<string>} */
export const verborgen = new Set();

/** The name of a place as the checks write it, counting from 1: `bronnen[1].url`. @param {Pad} pad */
export const naam = (pad) => pad.reduce((/** @type {string} */ said, step) => (typeof step === "number" ? `${said}[${step + 1}]` : said ? `${said}.${step}` : step), "");

/** @param {any} value @returns {boolean} */
export function leeg(value) {
  if (typeof value === "string") return !value.trim();
  return value === undefined || value === null || (typeof value === "object" && Object.values(value).every(leeg));
}

/** @param {Pad} pad @returns {any} */
export const lees = (pad) => pad.reduce((part, step) => (part && typeof part === "object" && Object.hasOwn(part, step) ? part[step] : undefined), waarde);

/** Put a value at a place, and tell who listens. @param {Pad} pad @param {any} value */
export function zet(pad, value) {
  let part = waarde;
  pad.slice(0, -1).forEach((step, place) => {
    if (!part[step] || typeof part[step] !== "object") part[step] = typeof pad[place + 1] === "number" ? [] : {};
    part = part[step];
  });
  const last = pad[pad.length - 1];
  if (typeof last === "string" && leeg(value) && !Array.isArray(value)) delete part[last];
  else part[last] = value;
  onthoud();
  dispatchEvent(new CustomEvent("pw-wijzig", { detail: pad }));
}

/** Everything anew: from a file, a draft or an entry. @param {any} next */
export function begin(next) {
  waarde = next ?? {};
}

/** What a file would hold: without what is empty or not asked. @returns {Record<string, any>} */
export const schoon = () => Object.fromEntries(Object.entries(ruim(waarde)).filter(([field]) => !verborgen.has(field)));

/** @param {any} value @returns {any} */
function ruim(value) {
  if (Array.isArray(value)) return value.filter((part) => !leeg(part)).map(ruim);
  if (!value || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).filter(([, part]) => !leeg(part)).map(([field, part]) => [field, ruim(part)]));
}

/** The place in the form of a place in the file: empty rows count here and not there. @param {string} said @returns {Pad} */
export function plek(said) {
  /** @type {Pad} */ const pad = [];
  for (const [, field, number] of said.matchAll(/([^.[\]]+)|\[(\d+)\]/g)) {
    if (field) pad.push(field);
    else {
      const items = lees(pad);
      const filled = Array.isArray(items) ? items.flatMap((item, place) => (leeg(item) ? [] : [place])) : [];
      pad.push(filled[Number(number) - 1] ?? Number(number) - 1);
    }
  }
  return pad;
}

/** Give every reference to a source its new name, in texts and in fields. @param {string} from @param {string} to */
export function hernoem(from, to) {
  const cited = new RegExp(`@${from}(?![a-z0-9-])`, "g");
  const renamed = (/** @type {any} */ value, /** @type {string|number} */ field) => {
    if (typeof value === "string") return field === "bron" && value === from ? to : value.replace(/\[@[^\]]*\]/g, (whole) => whole.replace(cited, `@${to}`));
    if (Array.isArray(value)) return value.map((part) => renamed(part, ""));
    return value && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, renamed(part, name)])) : value;
  };
  waarde = renamed(waarde, "");
  onthoud();
}

/** Whether anything refers to a source. @param {string} key */
export const aangehaald = (key) => new RegExp(`@${key}(?![a-z0-9-])|"bron":"${key}"`).test(JSON.stringify(waarde));

/** The draft that this browser kept, for a new entry or for amending one. @param {string} [slug] @returns {{waarde: any, dag: string}|null} */
export function concept(slug) {
  sleutel = slug ? `pw-formulier-${slug}` : "pw-formulier";
  try {
    const kept = JSON.parse(localStorage.getItem(sleutel) ?? "null");
    return kept && typeof kept.waarde === "object" && kept.waarde ? kept : null;
  } catch {
    return null;
  }
}

function onthoud() {
  clearTimeout(timer);
  timer = setTimeout(bewaar, 250);
}

/** Keep the draft now. */
export function bewaar() {
  clearTimeout(timer);
  try {
    if (leeg(waarde)) localStorage.removeItem(sleutel);
    else localStorage.setItem(sleutel, JSON.stringify({ waarde, dag: new Date().toISOString().slice(0, 10) }));
    bewaard = true;
  } catch {
    bewaard = false;
  }
}

/** Forget the draft. */
export function wis() {
  waarde = {};
  bewaar();
}

addEventListener("pagehide", () => { if (timer) bewaar(); });

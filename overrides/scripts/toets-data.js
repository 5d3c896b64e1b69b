// Dates that may be a year, a month or a day, as days to compare (jjjj-mm-dd). The other half of macros/dates.py.

const MAANDEN = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];
const NOOIT = "0000", ALTIJD = "9999-99";

/** A month by its number or its name, whole or short; 0 when there is none. @param {string} name */
export const maand = (name) => Number(name) || MAANDEN.findIndex((full) => [full, full.slice(0, 3), full[0] + full.slice(3, 5)].includes(name.toLowerCase())) + 1;

/**
 * The number of days of a month; 0 when there is no such month.
 * @param {number} year
 * @param {number} month from 1
 */
export function dagen(year, month) {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/**
 * @param {number} year
 * @param {number} month
 * @param {number} day
 */
function iso(year, month, day) {
  const exists = year >= 1 && year <= 9999 && day >= 1 && day <= dagen(year, month);
  return exists ? `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` : "";
}

/**
 * The earliest day that a date can mean; before all others for what is no date.
 * @param {string} value
 */
export function eersteDag(value) {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(`${value}-01-01`.slice(0, 10));
  return (found && iso(Number(found[1]), Number(found[2]), Number(found[3]))) || NOOIT;
}

/**
 * The latest day that a date can mean; after all others for what is no date.
 * @param {string} value
 */
export function laatsteDag(value) {
  const parts = value.split("-");
  if (!parts.every((part) => /^\s*\d+\s*$/.test(part))) return ALTIJD;
  const [year, month] = parts.map(Number);
  if (parts.length === 1) return iso(year, 12, 31) || ALTIJD;
  if (parts.length === 2) return iso(year, month, dagen(year, month)) || ALTIJD;
  const day = eersteDag(value);
  return value.length === 10 && day !== NOOIT ? day : ALTIJD;
}

/**
 * The day after, in words: 2018-12-31 → 1 januari 2019.
 * @param {string} value
 */
export function dagErnaInWoorden(value) {
  const [year, month, day] = laatsteDag(value).split("-").map(Number);
  const next = new Date(Date.UTC(year, month - 1, day + 1));
  return `${next.getUTCDate()} ${MAANDEN[next.getUTCMonth()]} ${next.getUTCFullYear()}`;
}

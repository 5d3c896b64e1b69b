// Since your last visit: which changes are new to this reader. Kept in this browser only, under one key, and
// forgotten with one button. A visit is remembered by the moment of the newest change that stood there.

const KEY = "pw-wijzigingen";
const LATER = "Kom je later terug, dan zie je hier wat er sinds vandaag veranderd is. Alleen je eigen browser onthoudt dat.";

/**
 * What was kept: the newest change of the visit before, that of the last visit, and the days of both.
 * @typedef {{vorig: number|null, vorigeDag: string, gezien: number, dag: string}} Bezoek
 */

/** @returns {Bezoek|null} */
function lees() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return typeof kept?.gezien === "number" && /^\d{4}-\d\d-\d\d$/.test(kept.dag) ? kept : null;
  } catch {
    return null;
  }
}

/** Keep a visit; false where the browser lets a site keep nothing. @param {Bezoek} visit */
function bewaar(visit) {
  try {
    localStorage.setItem(KEY, JSON.stringify(visit));
    return true;
  } catch {
    return false;
  }
}

/**
 * The visit of now, after the one that was kept. Within a day it stays one visit, so that reloading hides nothing.
 * @param {Bezoek|null} kept @param {number} newest @param {string} day
 * @returns {Bezoek}
 */
export function bezoek(kept, newest, day) {
  if (!kept) return { vorig: null, vorigeDag: "", gezien: newest, dag: day };
  if (kept.dag === day) return { ...kept, gezien: newest };
  return { vorig: kept.gezien, vorigeDag: kept.dag, gezien: newest, dag: day };
}

/** @param {number} number @param {string} day */
export function zin(number, day) {
  const [year, month, date] = day.split("-").map(Number);
  const words = new Date(year, month - 1, date).toLocaleDateString("nl-NL", { day: "numeric", month: "long", year: "numeric" });
  const what = number === 0 ? "is er niets veranderd" : number === 1 ? "is er 1 wijziging" : `zijn er ${number} wijzigingen`;
  return `Sinds je vorige bezoek, op ${words}, ${what}.`;
}

/** @param {HTMLElement} box */
function toon(box) {
  const lines = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-moment]"))];
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  const kept = lees();
  const visit = bezoek(kept, Math.max(...lines.map((line) => Number(line.dataset.moment))), day);
  box.hidden = false;
  if (!kept) return vraag(box, visit);
  bewaar(visit);
  const fresh = lines.filter((line) => visit.vorig !== null && Number(line.dataset.moment) > visit.vorig);
  for (const line of fresh) line.classList.add("pw-nieuw");
  for (const line of fresh) line.querySelector("p")?.append(badge());
  zeg(box, visit.vorig === null ? LATER : zin(fresh.length, visit.vorigeDag));
  box.querySelector("button")?.addEventListener("click", () => {
    localStorage.removeItem(KEY);
    for (const line of fresh) line.classList.remove("pw-nieuw");
    for (const mark of document.querySelectorAll(".pw-nieuw__merk")) mark.remove();
    klaar(box, "Je bezoek is vergeten.");
  }, { once: true });
}

/** Nothing is kept before the reader asks for it. @param {HTMLElement} box @param {Bezoek} visit */
function vraag(box, visit) {
  const button = /** @type {HTMLElement} */ (box.querySelector("button"));
  zeg(box, "Wil je hier voortaan zien wat er sinds je vorige bezoek veranderde?");
  button.textContent = "Onthoud mijn bezoek";
  button.addEventListener("click", () => {
    klaar(box, bewaar(visit) ? LATER : "Je browser laat deze site niets onthouden.");
  }, { once: true });
}

/** @param {HTMLElement} box @param {string} text */
function zeg(box, text) {
  /** @type {HTMLElement} */ (box.querySelector("p")).textContent = text;
}

/** What was asked is done: say so, without the button. @param {HTMLElement} box @param {string} text */
function klaar(box, text) {
  const told = /** @type {HTMLElement} */ (box.querySelector("p"));
  zeg(box, text);
  /** @type {HTMLElement} */ (box.querySelector("button")).hidden = true;
  told.tabIndex = -1;
  told.focus();
}

function badge() {
  const made = document.createElement("strong");
  made.className = "pw-nieuw__merk";
  made.textContent = "nieuw voor jou";
  return made;
}

const box = typeof document === "undefined" ? null : document.querySelector(".pw-bezoek");
if (box instanceof HTMLElement) toon(box);

// Choosing from a list, with its explanations: one answer, or several of which the order counts.

import { ANDERE, label, leerNamen, termen, zoek } from "./formulier-kennis.js";
import { lees, zet } from "./formulier-staat.js";
import { knop, maak } from "./formulier-dom.js";

/** @typedef {import("./formulier-velden.js").Veld} Veld */

const SHOWN = 8;

/** Radio buttons. @param {Veld} veld */
export function keuze(veld) {
  const { el, deel, pad, id } = veld;
  if (el.dataset.lijst) deel.keuzen.replaceChildren(...termen(el.dataset.lijst).map((term) => optie("radio", term)));
  for (const input of deel.keuzen.querySelectorAll("input")) input.name = id;
  deel.keuzen.addEventListener("change", (/** @type {any} */ event) => zet(pad, event.target.value));
  return () => {
    const now = lees(pad);
    for (const input of deel.keuzen.querySelectorAll("input")) input.checked = input.value === now;
  };
}

/** A list to search in, with what was chosen below it; `een` when only one can be. @param {Veld} veld @param {boolean} een */
export function keuzes({ el, deel, pad, id }, een) {
  const lijst = el.dataset.lijst ?? "";
  const most = een ? 1 : Number(el.dataset.aantal ?? 99);
  const long = "lang" in el.dataset;
  const gekozen = () => [lees(pad) ?? []].flat().filter((one) => typeof one === "string");
  const kies = (/** @type {string[]} */ next) => zet(pad, een ? next[0] ?? "" : next);
  let shown = "";
  deel.zoek.id = `${id}-zoek`;
  // a short list needs no search
  el.toggleAttribute("data-kort", !long && termen(lijst).length <= SHOWN);

  const toonLijst = () => {
    const chosen = gekozen();
    const typed = deel.zoek.value.trim();
    const all = long && !typed ? [] : zoek(lijst, typed);
    const found = long ? all.slice(0, SHOWN) : all;
    const full = chosen.length >= most && !een;
    deel.keuzen.hidden = !found.length;
    const ids = found.map(({ id: one }) => one).join();
    if (ids !== shown) deel.keuzen.replaceChildren(...found.map((term) => optie("checkbox", term)));
    shown = ids;
    for (const input of deel.keuzen.querySelectorAll("input")) {
      input.checked = chosen.includes(input.value);
      input.disabled = full && !input.checked;
    }
    deel.aantal.textContent = typed ? (all.length > found.length ? `${all.length} gevonden; typ meer letters voor minder.` : `${all.length} gevonden.`)
      : full ? `Je koos er ${most}. Haal er een weg om te wisselen.` : "";
  };
  const toonGekozen = () => {
    const chosen = gekozen();
    deel.gekozen.hidden = !chosen.length;
    deel.gekozen.replaceChildren(...chosen.map((one, place) => {
      const naam = label(lijst, one);
      const move = (/** @type {number} */ step, /** @type {string} */ text) => knop(text, `${text}: ${naam}`, () => {
        const next = [...chosen];
        next.splice(place + step, 0, ...next.splice(place, 1));
        kies(next);
        toon();
        const buttons = deel.gekozen.children[place + step].querySelectorAll("button");
        (step < 0 && place + step > 0 ? buttons[0] : buttons[Math.min(place + step > 0 ? 1 : 0, buttons.length - 2)] ?? buttons[0]).focus();
      });
      const order = most <= 3 && chosen.length > 1;
      return maak("li", { className: "pw-gekozen__een" }, maak("b", {}, naam), maak("span", {},
        order && place > 0 && move(-1, "Eerder"), order && place < chosen.length - 1 && move(1, "Later"),
        knop("Haal weg", `Haal weg: ${naam}`, () => { kies(chosen.filter((other) => other !== one)); toon(); ("kort" in el.dataset ? deel.keuzen.querySelector("input") : deel.zoek).focus(); })));
    }));
  };
  const toon = () => { toonLijst(); toonGekozen(); };
  const wissel = (/** @type {string} */ one) => {
    const chosen = gekozen();
    if (chosen.includes(one)) kies(chosen.filter((other) => other !== one));
    else if (een) kies([one]);
    else if (chosen.length < most) kies([...chosen, one]);
  };
  deel.zoek.addEventListener("input", toonLijst);
  if (ANDERE.includes(lijst)) {
    deel.zoek.addEventListener("focus", () => leerNamen().catch(() => { deel.aantal.textContent = "De lijst is nu niet op te halen: er is geen verbinding."; }));
    addEventListener("pw-namen", toon);
  }
  deel.zoek.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    const first = deel.keuzen.querySelector("input:not(:disabled)");
    if (event.key !== "Enter") return;
    event.preventDefault();
    if (!deel.zoek.value.trim() || !first) return;
    if (!gekozen().includes(first.value)) wissel(first.value);
    deel.zoek.value = "";
    toon();
  });
  deel.keuzen.addEventListener("change", (/** @type {any} */ event) => {
    wissel(event.target.value);
    toon();
  });
  return toon;
}

/** The list of a field that has one answer and stands in a group. @param {Veld} veld */
export function rol({ el, deel, pad }) {
  const lijst = el.dataset.lijst;
  if (lijst && lijst !== "bron") for (const term of termen(lijst)) deel.invoer.append(new Option(term.label, term.id));
  const uitleg = () => { deel.keuzeuitleg.textContent = (lijst && termen(lijst).find(({ id }) => id === deel.invoer.value)?.uitleg) || ""; };
  deel.invoer.addEventListener("change", () => { zet(pad, deel.invoer.value); uitleg(); });
  return () => { kiesIn(deel.invoer, lees(pad)); uitleg(); };
}

/** Choose a value in a list, also one that it did not have. @param {HTMLSelectElement} select @param {any} value */
export function kiesIn(select, value) {
  const text = typeof value === "string" ? value : "";
  if (![...select.options].some((option) => option.value === text)) select.append(new Option(text, text));
  select.value = text;
}

/** @param {string} type @param {import("./formulier-kennis.js").Term} term */
const optie = (type, { id, label, uitleg }) => maak("label", { className: "pw-keus" },
  maak("input", { type, value: id }), maak("span", {}, maak("b", {}, label), uitleg && maak("small", {}, uitleg)));

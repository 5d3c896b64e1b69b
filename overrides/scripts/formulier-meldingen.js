// What the checks say, at the field and in the summary; fields that the visitor has not come to are left in peace.

import { maak } from "./formulier-dom.js";
import { bezet, slug } from "./formulier-kennis.js";
import { lees, naam, plek } from "./formulier-staat.js";
import { beschrijf, doel, velden } from "./formulier-velden.js";

/** @typedef {import("./formulier-velden.js").Veld} Veld */
/** @typedef {{sleutel: string, bericht: string, remedie: string, niveau: string}} Probleem */
/** @typedef {{veld: Veld|undefined, tekst: string, niveau: string, stap: string, naar?: string}} Melding `naar` is the page that helps on */

/** Names of the places that the visitor has been to. @type {Set<string>} */
export const bezocht = new Set();

/** The problems as messages with their field. @param {Map<string, Probleem[]>} perVeld @returns {Melding[]} */
export const meldingen = (perVeld) => [...perVeld].flatMap(([place, problemen]) => problemen.map(({ bericht, remedie, niveau }) => {
  const veld = vind(place);
  // the remedy for what is missing speaks of a line in a file
  return { veld, tekst: `${bericht} ${/^(?:Voeg|Begin met) '/.test(remedie) ? "Vul het nog in." : remedie}`.trim(), niveau, stap: stapVan(veld) };
}));

/** Whether another entry has the name that a new file would get; the same title is a fault of its own. @returns {Melding[]} */
export function naamBezet() {
  const titel = String(lees(["titel"]) ?? "");
  const [naam, other] = bezet(slug(titel)) ?? [];
  if (!other || other === titel) return [];
  const tekst = `Er is al een voorbeeld dat bijna zo heet: ‘${other}’. Gaat het over iets anders? Zeg dat in de titel.`;
  return [{ veld: velden.get("titel"), tekst, niveau: "let op", stap: "wat", naar: `${location.pathname}?voorbeeld=${naam}` }];
}

/** The field at a place in the file, or the nearest around it. @param {string} place */
function vind(place) {
  const pad = plek(place);
  while (pad.length && !velden.has(naam(pad))) pad.pop();
  return velden.get(naam(pad));
}

/** @param {Veld|undefined} veld */
const stapVan = (veld) => /** @type {HTMLElement|undefined} */ (veld?.el.closest("[data-stapvak]"))?.dataset.stapvak ?? "";

/** Whether the visitor has been at a field or at something in it. @param {Veld} veld */
const gezien = ({ pad }) => {
  const name = naam(pad);
  return bezocht.has(name) || [...bezocht].some((other) => other.startsWith(`${name}.`) || other.startsWith(`${name}[`));
};

/** Show the messages at their fields. @param {Melding[]} all */
export function toonBijVelden(all) {
  /** @type {Map<Veld, Melding[]>} */ const by = new Map();
  for (const melding of all) if (melding.veld && gezien(melding.veld)) by.set(melding.veld, [...(by.get(melding.veld) ?? []), melding]);
  for (const veld of velden.values()) {
    const own = by.get(veld) ?? [];
    const fout = own.some(({ niveau }) => niveau === "fout");
    if (veld.deel.melding) {
      veld.deel.melding.hidden = !own.length;
      const text = own.map(({ tekst }) => tekst).join(" "), naar = own.find((one) => one.naar)?.naar ?? "";
      if (veld.deel.melding.dataset.zegt !== text + naar) {
        veld.deel.melding.dataset.zegt = text + naar;
        veld.deel.melding.replaceChildren(text, naar && " Gaat het over hetzelfde? ", naar && maak("a", { href: naar, textContent: "Vul dat dan aan" }), naar && ".");
      }
    }
    veld.el.classList.toggle("pw-veld--fout", fout);
    veld.el.classList.toggle("pw-veld--advies", !!own.length && !fout);
    beschrijf(veld, fout);
  }
}

/** A list of messages that lead to their fields. @param {HTMLElement} box @param {Melding[]} all @param {string} kop @param {(veld: Veld) => void} ga */
export function vatSamen(box, all, kop, ga) {
  box.hidden = !all.length;
  if (!all.length) return box.replaceChildren();
  const rows = all.map(({ veld, tekst }) => {
    if (!veld) return maak("li", {}, tekst);
    // the question as it stands on the page, where that is not the name of the field
    const vraag = veld.deel.label?.firstChild?.textContent.trim() ?? "";
    const link = maak("a", { href: `#${veld.el.id}`, textContent: tekst.toLowerCase().includes(`'${vraag.toLowerCase()}'`) || !vraag ? tekst : `${vraag}: ${tekst}` });
    link.addEventListener("click", (/** @type {Event} */ event) => { event.preventDefault(); ga(veld); });
    return maak("li", {}, link);
  });
  box.replaceChildren(maak("h3", { textContent: kop }), maak("ul", {}, ...rows));
}

/** All fields of a step have been seen, whether filled or not. @param {Element} step */
export function zag(step) {
  for (const [name, veld] of velden) if (step.contains(veld.el)) bezocht.add(name);
}

/** Put the reader at a field. @param {Veld} veld */
export function ganaar(veld) {
  const target = doel(veld);
  for (let fold = veld.el.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
  target?.focus({ preventScroll: true });
  veld.el.scrollIntoView({ block: "center" });
}

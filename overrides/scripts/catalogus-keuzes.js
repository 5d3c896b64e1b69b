// What is chosen, as buttons that take it away; and when nothing fits, what taking something away would give.

import { maak } from "./elementen.js";

/** @typedef {{label: string, naam: string, weg: () => void}} Keuze `naam` is what a screen reader hears */

/** A number with its thousands parted. */
const { format: getal } = new Intl.NumberFormat("nl");
export { getal };

/** @param {number} number */
export const inWoorden = (number) => (number === 1 ? "1 voorbeeld" : `${getal(number)} voorbeelden`);

/**
 * The chips; after one is taken away the focus goes to the next.
 * @param {HTMLElement} list @param {Keuze[]} chosen @param {() => void} clear @param {HTMLElement} after where the focus goes when none is left
 */
export function toonKeuzes(list, chosen, clear, after) {
  const chips = chosen.map(({ label, naam, weg }, place) => {
    const button = maak("button", { type: "button", className: "pw-chip", ariaLabel: `Haal weg: ${naam}` }, label, maak("span", { ariaHidden: "true" }, " ×"));
    button.addEventListener("click", async () => {
      await weg();
      const left = list.querySelectorAll(".pw-chip");
      /** @type {HTMLElement} */ (left[Math.min(place, left.length - 1)] ?? after).focus();
    });
    return maak("li", {}, button);
  });
  if (chips.length) chips.push(maak("li", {}, maak("button", { type: "button", className: "pw-cat__wis", textContent: "Wis alles", onclick: clear })));
  list.hidden = !chips.length;
  list.replaceChildren(...chips);
}

/**
 * What to say when nothing fits.
 * @param {string} q @param {{label: string, aantal: number, weg: () => void}[]} ways @param {HTMLElement} after where the focus goes
 * @returns {Node[]}
 */
export function hulp(q, ways, after) {
  const useful = ways.filter(({ aantal }) => aantal).sort((one, other) => other.aantal - one.aantal);
  const buttons = useful.map(({ label, aantal, weg }) => {
    const button = maak("button", { type: "button", className: "pw-knop" }, `${label}: ${inWoorden(aantal)}`);
    button.addEventListener("click", () => { weg(); after.focus(); });
    return maak("li", {}, button);
  });
  const elsewhere = new URL("../zoeken/", location.href);
  elsewhere.searchParams.set("q", q);
  const parts = [maak("p", {}, maak("strong", {}, ways.length ? "Geen voorbeeld past bij alles wat je koos." : "Geen voorbeeld gevonden."), buttons.length ? " Kies minder:" : "")];
  if (buttons.length) parts.push(maak("ul", {}, ...buttons));
  if (q) parts.push(maak("p", {}, "Probeer een ander of korter woord, of ", maak("a", { href: elsewhere.href }, "zoek op de hele site"), "."));
  return parts;
}

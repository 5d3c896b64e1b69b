// The filters of the catalogue: boxes with live counts, long lists that open, and on a phone a sheet.

import { getal } from "./catalogus-keuzes.js";
import { maak } from "./elementen.js";

/** @typedef {{naam: string, id: string, label: string, facet: string}} Waarde */
/** @typedef {{box: HTMLInputElement, row: HTMLLabelElement, count: HTMLElement, label: string}} Vakje */

const FIRST = 5;

/** @param {string} text */
const vouw = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * @param {HTMLElement} root the page
 * @param {Record<string, {waarden: string[], labels?: string[]}>} facets
 * @param {(naam: string, ids: string[]) => void} onChoice
 * @param {() => void} onClear
 */
export function maakFilters(root, facets, onChoice, onClear) {
  const groups = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (root.querySelectorAll("[data-facet]"))].map((group) => new Groep(group, facets, onChoice));
  const finish = blad(root, onClear);
  return {
    /** @param {Record<string, string[]>} gekozen @param {Record<string, number[]>} counts @param {string} total in words */
    toon(gekozen, counts, total) {
      for (const group of groups) group.toon(gekozen[group.naam], counts[group.naam]);
      const number = Object.values(gekozen).flat().length;
      finish(number ? `(${number})` : "", total);
    },
    /** Every chosen value in the order of the page. @param {Record<string, string[]>} gekozen @returns {Waarde[]} */
    gekozen: (gekozen) => groups.flatMap((group) => group.gekozen(gekozen[group.naam])),
  };
}

class Groep {
  /** @param {HTMLDetailsElement} group @param {Record<string, {waarden: string[], labels?: string[]}>} facets @param {(naam: string, ids: string[]) => void} onChoice */
  constructor(group, facets, onChoice) {
    this.naam = /** @type {string} */ (group.dataset.facet);
    this.group = group;
    this.titel = /** @type {string} */ (group.querySelector("legend")?.textContent);
    this.chosen = /** @type {HTMLElement} */ (group.querySelector("[data-gekozen]"));
    this.toggle = group.querySelector("button");
    this.search = /** @type {HTMLInputElement | null} */ (group.querySelector("input[type=search]"));
    const { waarden, labels } = facets[this.naam];
    if (labels) group.querySelector("fieldset")?.append(...waarden.map((id, place) => rij(this.naam, id, labels[place])));
    /** @type {Vakje[]} */
    this.vakjes = [...group.querySelectorAll("label")].map((row) => ({
      row,
      box: /** @type {HTMLInputElement} */ (row.querySelector("input")),
      count: /** @type {HTMLElement} */ (row.querySelector("small")),
      label: /** @type {string} */ (row.querySelector("span")?.textContent),
    }));
    group.addEventListener("change", ({ target }) => target !== this.search && onChoice(this.naam, this.vakjes.filter(({ box }) => box.checked).map(({ box }) => box.value)));
    this.search?.addEventListener("input", () => this.vouwUit());
    // Enter here chooses nothing and must not leave the field
    this.search?.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
    const all = this.toggle?.textContent ?? "";
    this.toggle?.addEventListener("click", () => {
      const open = this.toggle?.ariaExpanded !== "true";
      Object.assign(/** @type {HTMLElement} */ (this.toggle), { ariaExpanded: String(open), textContent: open ? "Toon minder" : all });
      this.vouwUit();
    });
  }

  /** @param {string[]} ids @param {number[]} counts */
  toon(ids, counts) {
    this.vakjes.forEach(({ box, row, count }, place) => {
      box.checked = ids.includes(box.value);
      const number = getal(counts[place]);
      if (count.textContent !== number) count.textContent = number;
      // a choice that leads to nothing can't be made, and one that was made can be undone
      box.disabled = !counts[place] && !box.checked;
      row.classList.toggle("pw-leeg", box.disabled);
    });
    this.chosen.textContent = ids.length ? `(${ids.length})` : "";
    if (ids.length && !this.shown) this.group.open = true;
    this.shown = true;
    this.vouwUit();
  }

  /** Show of a long list what was searched, or the first that lead to something, or all. */
  vouwUit() {
    if (!this.toggle) return;
    const wanted = vouw(this.search?.value.trim() ?? "");
    const all = this.toggle.ariaExpanded === "true";
    const nothing = this.vakjes.every(({ box }) => box.disabled);
    let room = FIRST;
    for (const { box, row, label } of this.vakjes) {
      const first = (nothing || !box.disabled) && room-- > 0;
      row.hidden = wanted ? !vouw(label).includes(wanted) : !(all || first || box.checked || box === document.activeElement);
    }
    this.toggle.hidden = Boolean(wanted);
  }

  /** @param {string[]} ids @returns {Waarde[]} */
  gekozen(ids) {
    return this.vakjes.filter(({ box }) => ids.includes(box.value)).map(({ box, label }) => ({ naam: this.naam, id: box.value, label, facet: this.titel }));
  }
}

/** A box with its label, as the page has them. @param {string} name @param {string} value @param {string} text */
function rij(name, value, text) {
  return maak("label", {}, maak("input", { type: "checkbox", name, value }), maak("span", {}, text), maak("small"));
}

/**
 * On a phone the filters move into a sheet, and back when it closes.
 * @param {HTMLElement} root @param {() => void} onClear
 * @returns {(number: string, total: string) => void} tells the sheet how many are chosen and found
 */
function blad(root, onClear) {
  const sheet = /** @type {HTMLDialogElement} */ (root.querySelector("dialog"));
  const filters = /** @type {HTMLElement} */ (root.querySelector(".pw-filters"));
  const open = /** @type {HTMLElement} */ (root.querySelector(".pw-cat__open"));
  open.addEventListener("click", () => {
    sheet.querySelector("div")?.append(filters);
    sheet.showModal();
  });
  sheet.addEventListener("close", () => sheet.before(filters));
  sheet.addEventListener("click", ({ target }) => {
    const value = target instanceof HTMLButtonElement ? target.value : "";
    if (target === sheet || value === "sluit") sheet.close();
    if (value === "wis") onClear();
  });
  matchMedia("(min-width: 62rem)").addEventListener("change", () => sheet.close());
  return (number, total) => {
    for (const place of root.querySelectorAll(".pw-cat__open [data-gekozen]")) place.textContent = number;
    /** @type {HTMLElement} */ (sheet.querySelector("footer [value=sluit]")).textContent = `Toon ${total}`;
  };
}

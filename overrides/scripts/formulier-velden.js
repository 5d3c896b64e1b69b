// The fields of the form: each tied to its place in the value, showing it and changing it.

import { delen, knop, maak } from "./formulier-dom.js";
import { keuze, keuzes, kiesIn, rol } from "./formulier-keuzes.js";
import { aangehaald, hernoem, leeg, lees, naam, verborgen, zet } from "./formulier-staat.js";
import { bronnen, citeer, ontvouw } from "./formulier-tekst.js";
import { slug } from "./formulier-kennis.js";

/** @typedef {import("./formulier-staat.js").Pad} Pad */
/** @typedef {{el: HTMLElement, pad: Pad, id: string, deel: Record<string, any>, toon: () => void}} Veld */

/** Every field that is on the page, by the name of its place. @type {Map<string, Veld>} */
export const velden = new Map();

/** Tie the fields right below an element to their places. @param {Element} root @param {Pad} base */
export function verbind(root, base) {
  const owner = root.closest("[data-veld], [data-rij]");
  for (const el of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-veld]"))) {
    if (el.parentElement?.closest("[data-veld], [data-rij]") === owner) verbindVeld(el, el.dataset.veld ? [...base, el.dataset.veld] : base);
  }
}

/** @param {HTMLElement} el @param {Pad} pad */
function verbindVeld(el, pad) {
  const id = `v-${slug(naam(pad))}`;
  /** @type {Veld} */ const veld = { el, pad, id, deel: delen(el), toon: () => {} };
  const { deel } = veld;
  el.id = `${id}-veld`;
  for (const part of ["uitleg", "melding"]) if (deel[part]) deel[part].id = `${id}-${part}`;
  if (deel.invoer) {
    deel.invoer.id = id;
    if (deel.label?.localName === "label") deel.label.htmlFor = id;
  }
  beschrijf(veld);
  velden.set(naam(pad), veld);
  veld.toon = (SOORTEN[el.dataset.soort ?? ""] ?? regel)(veld) ?? (() => {});
  veld.toon();
}

/** Say with the control what belongs to it: the help, and the message when there is one. @param {Veld} veld @param {boolean} [fout] */
export function beschrijf({ el, deel, id }, fout = false) {
  const target = deel.invoer ?? el;
  const said = [deel.uitleg && `${id}-uitleg`, deel.melding && !deel.melding.hidden && `${id}-melding`].filter(Boolean).join(" ");
  if (said) target.setAttribute("aria-describedby", said);
  else target.removeAttribute("aria-describedby");
  for (const control of deel.invoer ? [deel.invoer] : deel.zoek ? [deel.zoek] : []) {
    if (fout) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }
}

/** The control of a field that should get the focus. @param {Veld} veld @returns {HTMLElement|null} */
export const doel = ({ el }) => el.querySelector("input:checked, input:not([type=file]):not([hidden]), textarea, select, [data-deel=erbij]");

/** @type {Record<string, (veld: Veld) => (() => void)|void>} */
const SOORTEN = {
  tekst, regels, rol, teksten: rijen, groepen: rijen, sleutel,
  janee: rol,
  keuzes: (veld) => keuzes(veld, false),
  keuze: (veld) => ("lang" in veld.el.dataset ? keuzes(veld, true) : keuze(veld)),
  groep: (veld) => { verbind(/** @type {Element} */ (veld.el.querySelector(".pw-formgroep")), veld.pad); },
  vink: ({ deel, pad }) => {
    deel.invoer.addEventListener("change", () => zet(pad, deel.invoer.checked ? "ja" : ""));
    return () => { deel.invoer.checked = lees(pad) === "ja"; };
  },
  bron: (veld) => {
    const toon = rol(veld);
    return () => {
      veld.deel.invoer.replaceChildren(new Option("Kies een bron", ""), ...bronnen().map(({ sleutel, titel, bij }) => new Option(bij ? `${titel} (${bij})` : titel, sleutel)));
      toon();
    };
  },
};

/** A text on one line. @param {Veld} veld */
function regel({ deel, pad }) {
  const { invoer } = deel;
  const tel = () => {
    if (!deel.teller) return;
    const left = Number(invoer.dataset.tekens) - [...invoer.value].length;
    deel.teller.textContent = left < 0 ? `${-left} tekens te veel` : left < 60 && invoer.value ? `Nog ${left} tekens` : "";
  };
  invoer.addEventListener("input", () => {
    // a box of several lines for one line of text
    if (invoer.value.includes("\n")) invoer.value = invoer.value.replace(/\s*\n\s*/g, " ");
    zet(pad, invoer.value);
    tel();
  });
  return () => {
    const now = lees(pad);
    invoer.value = typeof now === "string" ? now : "";
    tel();
  };
}

/** The short name of a source: made from publisher and year until something refers to it. @param {Veld} veld */
function sleutel({ deel, pad }) {
  let before = "";
  deel.invoer.addEventListener("input", () => zet(pad, deel.invoer.value));
  deel.invoer.addEventListener("focus", () => { before = lees(pad) ?? ""; });
  deel.invoer.addEventListener("change", () => {
    const now = lees(pad) ?? "";
    if (!before || !now || before === now || !aangehaald(before)) return;
    hernoem(before, now);
    for (const veld of velden.values()) if (veld.el.dataset.soort !== "groepen" && veld.el.dataset.soort !== "teksten") veld.toon();
  });
  return () => { deel.invoer.value = lees(pad) ?? ""; };
}

/** Texts of one line, one a line. @param {Veld} veld */
function regels({ deel, pad }) {
  deel.invoer.addEventListener("input", () => zet(pad, deel.invoer.value.split("\n").map((/** @type {string} */ line) => line.trim()).filter(Boolean)));
  return () => { deel.invoer.value = [lees(pad) ?? []].flat().join("\n"); };
}

/** A narrative text, with a button to cite a source. @param {Veld} veld */
function tekst({ deel, pad, id }) {
  const { invoer, bronkeuze, citeer: button } = deel;
  let known = false;
  const open = (/** @type {boolean} */ on) => {
    bronkeuze.hidden = !on;
    button.setAttribute("aria-expanded", String(on));
  };
  bronkeuze.id = `${id}-bronnen`;
  button.setAttribute("aria-controls", bronkeuze.id);
  invoer.addEventListener("focus", () => { known = true; });
  const leegstand = () => { if (deel.onbekend) deel.onbekend.hidden = !!invoer.value.trim(); };
  invoer.addEventListener("input", () => { zet(pad, invoer.value); leegstand(); });
  button.addEventListener("click", () => {
    if (!bronkeuze.hidden) return open(false);
    const rows = bronnen().map(({ sleutel: key, titel, bij }) => maak("li", {}, knop(bij ? `${titel} (${bij})` : titel, `Haal aan: ${titel}`, () => { open(false); citeer(invoer, key, known); known = true; })));
    if (!rows.length) rows.push(maak("li", {}, "Je hebt nog geen bron. ", maak("a", { href: "#stap-bronnen", textContent: "Voeg eerst een bron toe" }), "."));
    bronkeuze.replaceChildren(...rows);
    open(true);
    bronkeuze.querySelector("button, a").focus();
  });
  bronkeuze.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape") return;
    open(false);
    button.focus();
  });
  deel.onbekend?.addEventListener("click", () => { zet(pad, "onbekend"); invoer.value = "onbekend"; leegstand(); invoer.focus(); });
  return () => {
    const now = lees(pad);
    invoer.value = typeof now === "string" ? ontvouw(now) : "";
    leegstand();
  };
}

/** Rows of groups or of texts: to add, to remove and to put in order. @param {Veld} veld */
function rijen({ el, deel, pad }) {
  const { een } = deel.erbij.dataset;
  const groups = el.dataset.soort === "groepen";
  const fresh = () => (groups ? {} : "");
  const now = () => [lees(pad) ?? []].flat();
  /** @param {any[]} next @param {number} [focus] @param {string} [part] */
  const wijzig = (next, focus, part) => {
    zet(pad, next);
    toon();
    if (focus === undefined) return;
    const row = deel.rijen.children[focus];
    const button = part && delen(row)[part];
    (button && !button.disabled ? button : row ? row.querySelector("input, textarea, select") : deel.erbij).focus();
  };
  const toon = () => {
    const prefix = `${naam(pad)}[`;
    for (const name of [...velden.keys()]) if (name.startsWith(prefix)) velden.delete(name);
    if (!now().length && "verplicht" in el.dataset) zet(pad, [fresh()]);
    deel.rijen.replaceChildren(...now().map((_, place) => rij(place)));
    deel.erbij.textContent = now().length ? `Nog een ${een}` : `Voeg een ${een} toe`;
  };
  /** @param {number} place */
  const rij = (place) => {
    const row = deel.rij.content.firstElementChild.cloneNode(true);
    const { rijnaam, omhoog, omlaag, weg } = delen(row);
    const last = now().length - 1;
    const said = `${een} ${place + 1}`;
    rijnaam.textContent = said[0].toUpperCase() + said.slice(1);
    [[omhoog, "Omhoog"], [omlaag, "Omlaag"], [weg, "Haal weg"]].forEach(([button, text]) => button.setAttribute("aria-label", `${text}: ${said}`));
    omhoog.hidden = omlaag.hidden = !last;
    omhoog.disabled = !place;
    omlaag.disabled = place === last;
    weg.hidden = !last && "verplicht" in el.dataset;
    const move = (/** @type {number} */ step) => {
      const next = now();
      next.splice(place + step, 0, ...next.splice(place, 1));
      wijzig(next, place + step, step < 0 ? "omhoog" : "omlaag");
    };
    omhoog.addEventListener("click", () => move(-1));
    omlaag.addEventListener("click", () => move(1));
    weg.addEventListener("click", () => wijzig(now().filter((_, other) => other !== place), Math.max(0, place - 1), "weg"));
    const holder = document.createElement("ol");
    holder.append(row);
    verbind(row, [...pad, place]);
    return row;
  };
  deel.erbij.addEventListener("click", () => wijzig([...now(), fresh()], now().length));
  return toon;
}

/** Make the short name of a source from its publisher and year, as long as nothing refers to it. @param {Pad} pad of what changed */
export function benoem([top, place, field]) {
  if (top !== "bronnen" || (field !== "uitgever" && field !== "datum" && field !== "titel")) return;
  const bron = lees(["bronnen", place]) ?? {};
  const veld = velden.get(naam(["bronnen", place, "sleutel"]));
  if (!veld || (bron.sleutel && (aangehaald(bron.sleutel) || veld.el.dataset.gemaakt !== bron.sleutel))) return;
  const base = slug([bron.uitgever ?? bron.titel ?? "bron", String(bron.datum ?? "").slice(0, 4)].join(" ")).slice(0, 40).replace(/-$/, "") || "bron";
  const taken = new Set(bronnen().map((other) => other.sleutel).filter((key) => key !== bron.sleutel));
  const free = (/** @type {number} */ number) => (number < 2 ? base : `${base}-${number}`);
  let number = 1;
  while (taken.has(free(number))) number += 1;
  veld.el.dataset.gemaakt = free(number);
  zet(veld.pad, free(number));
  veld.toon();
}

/** Ask only what belongs to the other answers; what was filled in stays in sight, except what the kind does not know at all. */
export function pasAan() {
  for (const { el, pad } of velden.values()) {
    const { als } = el.dataset;
    if (!als || pad.length > 1) continue;
    const parts = als.split(",");
    const known = parts.filter((part) => part.startsWith("type=")).every(klopt);
    el.hidden = !known || (!parts.every(klopt) && leeg(lees(pad)));
    if (known) verborgen.delete(String(pad[0]));
    else verborgen.add(String(pad[0]));
  }
}

/** Whether an answer is as a condition asks: `fase=gestopt`, `landelijk!=ja`, `werkwijze`. @param {string} part */
function klopt(part) {
  const [, field, not, wanted] = part.match(/^(\w+)(!?)(?:=(.*))?$/) ?? [];
  const found = lees([field]) ?? (field === "type" ? "praktijk" : "");
  return wanted === undefined ? !leeg(found) : (found === wanted) === !not;
}

/** Show every field as the value has it now. */
export function toonAlles() {
  // a list makes its rows anew, so what stood in them is gone by the time it would have its turn
  for (const [name, veld] of [...velden]) if (velden.get(name) === veld) veld.toon();
  pasAan();
}

/** Show the sources anew in the fields that name one. */
export function toonBronnen() {
  for (const veld of velden.values()) if (veld.el.dataset.soort === "bron") veld.toon();
}

export { kiesIn };

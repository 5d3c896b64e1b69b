// Keeping entries: a button on every card and entry page, and the way to what was kept.
// The selection lives in this browser only, as [{slug, titel, notitie?}] in the reader's own order.

import { maak } from "./elementen.js";
import "./zoekveld.js";

const KEY = "pw-selectie";
export const ROOT = new URL("../../", import.meta.url).href;
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** @typedef {{slug: string, titel: string, notitie?: string}} Keuze */

/** What was kept; null where the browser lets a site keep nothing. @returns {Keuze[]|null} */
export function lees() {
  let text = null;
  try {
    text = localStorage.getItem(KEY);
  } catch {
    return null;
  }
  try {
    return JSON.parse(text ?? "[]").filter((/** @type {any} */ kept) => typeof kept?.slug === "string" && SLUG.test(kept.slug));
  } catch {
    return [];
  }
}

/** Keep exactly these entries, in this order; false when the browser refuses. @param {Keuze[]} kept */
export function bewaar(kept) {
  try {
    if (kept.length) localStorage.setItem(KEY, JSON.stringify(kept));
    else localStorage.removeItem(KEY);
  } catch {
    return false;
  }
  toon();
  return true;
}

/** Give every card in a part of the page its button; for cards that come later too. @param {ParentNode} root */
export function voorzie(root = document) {
  for (const card of root.querySelectorAll("[data-voorbeeld]")) {
    const title = card.querySelector("h2, h3")?.textContent;
    if (title && !card.querySelector(".pw-kies")) (card.querySelector("article") ?? card).append(button(card.dataset.voorbeeld, title));
  }
  toon();
}

/** @param {string} slug @param {string} titel */
function button(slug, titel) {
  const made = maak("button", { type: "button", className: "pw-kies" }, "Bewaar");
  made.dataset.kies = slug;
  made.setAttribute("aria-label", `Bewaar ${titel}`);
  made.addEventListener("click", () => {
    const kept = lees() ?? [];
    const others = kept.filter((one) => one.slug !== slug);
    if (!bewaar(others.length < kept.length ? others : [...kept, { slug, titel }])) refuse();
  });
  return made;
}

const way = maak("nav", { className: "pw-mijn" });
way.setAttribute("aria-label", "Mijn selectie");

/** Show what is kept: on the buttons, and as a way to the selection. */
function toon() {
  const slugs = (lees() ?? []).map((kept) => kept.slug);
  for (const made of document.querySelectorAll("[data-kies]")) made.setAttribute("aria-pressed", String(slugs.includes(made.dataset.kies)));
  way.hidden = !slugs.length;
  way.replaceChildren(link("selectie/", `Mijn selectie (${slugs.length})`));
  if (slugs.length > 1 && slugs.length < 5) way.append(link(`vergelijken/?v=${slugs.join(",")}`, "Vergelijk"));
}

/** @param {string} address @param {string} text */
function link(address, text) {
  return maak("a", { href: ROOT + address }, text);
}

function refuse() {
  const said = maak("p", {}, "Je browser laat deze site niets onthouden. Bewaren lukt daardoor niet.");
  said.setAttribute("role", "alert");
  way.hidden = false;
  way.replaceChildren(said);
}

const own = /\/voorbeelden\/([a-z0-9-]+)\/(versie\/.*)?$/.exec(location.pathname)?.[1];
const heading = document.querySelector(".pw-voorbeeld h1");
if (own && heading) {
  const line = document.querySelector(".pw-voorbeeld__soort");
  if (line) line.append(button(own, heading.textContent));
  else heading.after(button(own, heading.textContent));
}
document.querySelector(".pw-kop")?.append(way);
voorzie();
addEventListener("storage", toon);
addEventListener("pageshow", toon);

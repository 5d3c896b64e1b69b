// Names of organisations that the catalogue knows already, offered while somebody types one.

import { maak } from "./formulier-dom.js";
import { haal } from "./formulier-kennis.js";
import { lees, naam, zet } from "./formulier-staat.js";
import { velden } from "./formulier-velden.js";
import { fold } from "./tekst.js";

/** @type {Promise<Map<string, string[]>>|undefined} */ let onderweg;

/** The known names with their website, by how they sound without capitals and accents. */
function bekend() {
  onderweg ??= haal("organisaties").then((rows) => new Map(rows.map((/** @type {string[]} */ row) => [fold(row[0]), row])));
  onderweg.catch(() => { onderweg = undefined; });
  return onderweg;
}

/** Offer the names at the box that has the focus. @param {HTMLElement} form */
export function biedAan(form) {
  form.addEventListener("focusin", async ({ target }) => {
    const box = veldVan(target);
    if (!box || box.invoer.hasAttribute("list")) return;
    // without the names one types on
    const known = await bekend().catch(() => null);
    if (!known) return;
    if (!document.getElementById("organisatienamen")) {
      form.append(maak("datalist", { id: "organisatienamen" }, [...known.values()].map(([value]) => maak("option", { value }))));
    }
    box.invoer.setAttribute("list", "organisatienamen");
  });
  form.addEventListener("change", async ({ target }) => {
    const box = veldVan(target);
    const [name, website] = (box && (await bekend().catch(() => null))?.get(fold(box.invoer.value.trim()))) ?? [];
    if (!box || !name) return;
    const place = box.pad.slice(0, -1);
    vul([...place, "naam"], name);
    if (website && !lees([...place, "website"])) vul([...place, "website"], website);
  });
}

/** @param {import("./formulier-staat.js").Pad} pad @param {string} value */
function vul(pad, value) {
  if (lees(pad) === value) return;
  zet(pad, value);
  velden.get(naam(pad))?.toon();
}

/** The field of the name of an organisation, when this is its box. @param {EventTarget|null} target */
function veldVan(target) {
  const veld = [...velden.values()].find(({ deel }) => deel.invoer === target);
  return veld && /^organisaties\[\d+\]\.naam$/.test(naam(veld.pad)) ? { invoer: veld.deel.invoer, pad: veld.pad } : null;
}

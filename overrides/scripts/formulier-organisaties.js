// Names of organisations that the catalogue knows already, offered while somebody types one.

import { maak } from "./formulier-dom.js";
import { haal, slug } from "./formulier-kennis.js";
import { lees, naam, zet } from "./formulier-staat.js";
import { velden } from "./formulier-velden.js";
import { fold } from "./tekst.js";

/** @type {Map<string, Promise<string[][]>>} */ const onderweg = new Map();
/** @type {Map<string, string[]>} */ const bekend = new Map();

/** The names that have a word with the first letter of what is typed; each is offered once. @param {HTMLElement} form @param {string} typed */
async function leer(form, typed) {
  const letter = slug(typed)[0];
  if (!letter || onderweg.has(letter)) return onderweg.get(letter);
  const coming = haal(`organisaties/${letter}`);
  onderweg.set(letter, coming);
  // without the names one types on
  const rows = await coming.catch(() => { onderweg.delete(letter); return []; });
  const fresh = rows.filter((/** @type {string[]} */ [name]) => !bekend.has(fold(name)));
  for (const row of fresh) bekend.set(fold(row[0]), row);
  let list = document.getElementById("organisatienamen");
  if (!list) form.append(list = maak("datalist", { id: "organisatienamen" }));
  list?.append(...fresh.map((/** @type {string[]} */ [value]) => maak("option", { value })));
  return rows;
}

/** Offer names in the boxes for them. @param {HTMLElement} form */
export function biedAan(form) {
  form.addEventListener("input", ({ target }) => {
    const box = veldVan(target);
    if (!box) return;
    leer(form, box.invoer.value);
    box.invoer.setAttribute("list", "organisatienamen");
  });
  form.addEventListener("change", async ({ target }) => {
    const box = veldVan(target);
    if (!box) return;
    await leer(form, box.invoer.value);
    const [name, website] = bekend.get(fold(box.invoer.value.trim())) ?? [];
    if (!name) return;
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

// The page of the selection: order, notes, undo, sharing and taking along. `?v=a,b` shows somebody else's, which changes nothing.

import { bewaar, lees, ROOT } from "./kies.js";
import { download } from "./meegeven.js";
import { alsCsv, alsJson, alsTekst, alsVerwijzingen } from "./uitvoer.js";
import { adres, haal, plekken, uitAdres } from "./voorbeelden.js";

/** @typedef {import("./kies.js").Keuze} Keuze */

const op = plekken(document);
const template = /** @type {HTMLTemplateElement} */ (document.getElementById("selectieregel"));
const shared = uitAdres();
/** @type {Map<string, any>} */ const rows = new Map();

/** @type {Keuze[]} */ let keuzes = shared?.map((slug) => ({ slug, titel: slug })) ?? lees() ?? [];
/** @type {Keuze[]} */ let before = [];

/** Bring the page in line with `keuzes`. */
function toon() {
  const wanted = keuzes.map(row);
  // an element that moves loses its focus, so nothing moves without need
  if (op.lijst.children.length !== wanted.length || wanted.some(({ li }, place) => op.lijst.children[place] !== li)) {
    op.lijst.replaceChildren(...wanted.map(({ li }) => li));
  }
  wanted.forEach(({ deel }, place) => {
    const { notitie = "" } = keuzes[place];
    deel.omhoog.disabled = !place;
    deel.omlaag.disabled = place === keuzes.length - 1;
    if (document.activeElement !== deel.notitie) deel.notitie.value = notitie;
    deel.notitiedruk.textContent = notitie && `Notitie: ${notitie}`;
  });
  op.leeg.hidden = keuzes.length > 0 || !op.dicht.hidden;
  op.acties.hidden = !keuzes.length;
  op.adres.value = adres("selectie", keuzes.map(({ slug }) => slug));
  toonVergelijking();
}

/** The row of an entry, made once. @param {Keuze} keuze */
function row({ slug, titel }) {
  if (!rows.has(slug)) {
    const li = template.content.firstElementChild.cloneNode(true);
    const deel = plekken(li);
    const data = haal(slug, "voorbeeld");
    rows.set(slug, { li, deel, data });
    deel.titel.textContent = titel;
    deel.vink.checked = keuzes.length < 5;
    deel.eigen.hidden = deel.schikken.hidden = !!shared;
    deel.vink.addEventListener("change", toonVergelijking);
    deel.omhoog.addEventListener("click", () => schuif(slug, -1));
    deel.omlaag.addEventListener("click", () => schuif(slug, 1));
    deel.weg.addEventListener("click", () => wijzig(keuzes.filter((keuze) => keuze.slug !== slug), `‘${naam(slug)}’ is weggehaald.`));
    deel.notitie.addEventListener("input", () => {
      keuzes = keuzes.map((keuze) => (keuze.slug === slug ? { ...keuze, notitie: deel.notitie.value } : keuze));
      bewaar(keuzes);
      toon();
    });
    data.then((found) => vul(deel, found));
  }
  return rows.get(slug);
}

/** @param {string} slug */
const naam = (slug) => rows.get(slug).deel.titel.textContent;

/** @param {any} deel @param {any} data as macros/exports/entry_data.py describes it */
function vul(deel, data) {
  deel.bestaatniet.hidden = data !== null;
  deel.nietgeladen.hidden = data !== undefined;
  if (data) {
    const { soort, plaats, peildatum } = data.in_woorden;
    deel.titel.textContent = data.titel;
    deel.titel.href = `${ROOT}voorbeelden/${data.slug}/`;
    deel.onder.textContent = `${soort} · ${plaats} · stand ${peildatum}${data.mogelijk_verouderd ? " · mogelijk verouderd" : ""}`;
    deel.samenvatting.textContent = data.samenvatting;
    deel.citaat.textContent = data.citaat;
  } else {
    deel.vink.disabled = true;
    deel.vink.checked = false;
  }
  toonVergelijking();
}

/** Keep a new order or number and say so; without `undo` it can't be put back. @param {Keuze[]} next @param {string} said */
function wijzig(next, said, undo = true) {
  op.dicht.hidden = bewaar(next);
  if (!op.dicht.hidden) return;
  before = keuzes;
  keuzes = next;
  op.stand.textContent = said;
  op.terug.hidden = !undo;
  toon();
  if (undo) op.terug.focus();
}

/** @param {string} slug @param {number} step */
function schuif(slug, step) {
  const from = keuzes.findIndex((keuze) => keuze.slug === slug);
  const next = [...keuzes];
  next.splice(from + step, 0, ...next.splice(from, 1));
  wijzig(next, `‘${naam(slug)}’ staat nu op plaats ${from + step + 1} van ${next.length}.`, false);
  const { omhoog, omlaag } = rows.get(slug).deel;
  // at the end of the way the other button is the one that still works
  (omlaag.disabled || (step < 0 && !omhoog.disabled) ? omhoog : omlaag).focus();
}

function toonVergelijking() {
  const chosen = keuzes.map(({ slug }) => slug).filter((slug) => rows.get(slug)?.deel.vink.checked);
  const fits = chosen.length > 1 && chosen.length < 5;
  op.vergelijk.hidden = !fits;
  op["kies-eerst"].hidden = fits;
  op.vergelijk.textContent = `Vergelijk deze ${chosen.length}`;
  op.vergelijk.href = adres("vergelijken", chosen);
}

/** Copy the address; where the browser does not allow that, select it so that one key does. */
async function kopieer() {
  const { gelukt, anders } = op.kopieer.dataset;
  op.terug.hidden = true;
  try {
    await navigator.clipboard.writeText(op.adres.value);
    op.stand.textContent = gelukt;
  } catch {
    op.adres.select();
    op.stand.textContent = anders;
  }
}

/** @param {MouseEvent} event */
async function voerUit({ target }) {
  const regels = await Promise.all(keuzes.map(async (keuze) => ({ ...keuze, titel: naam(keuze.slug), data: await row(keuze).data })));
  const vorm = { txt: alsTekst, csv: alsCsv, json: alsJson }[target.value];
  op.terug.hidden = true;
  try {
    download(`selectie.${target.value}`, vorm ? vorm(regels, op.adres.value) : await alsVerwijzingen(regels, target.value));
    op.stand.textContent = "Het bestand is klaar.";
  } catch {
    op.stand.textContent = "Dat lukt nu niet. Is er verbinding?";
  }
}

op.zonder.remove();
op.vlak.hidden = false;
op.gedeeld.hidden = !shared;
op.eigen.hidden = !!shared;
op.dicht.hidden = !!(shared ?? lees());
if (shared) document.querySelector("h1").textContent = document.title = "Een gedeelde selectie";
op.terug.addEventListener("click", () => {
  wijzig(before, "Alles staat er weer.", false);
  op.lijst.querySelector("a").focus();
});
op.wis.addEventListener("click", () => wijzig([], "Je selectie is gewist."));
op.druk.addEventListener("click", () => print());
op.kopieer.addEventListener("click", kopieer);
op.neem.addEventListener("click", () => {
  const own = lees() ?? [];
  const fresh = keuzes.filter(({ slug }) => !own.some((keuze) => keuze.slug === slug));
  op.dicht.hidden = bewaar([...own, ...fresh.map(({ slug }) => ({ slug, titel: naam(slug) }))]);
  if (op.dicht.hidden) location.assign("./");
});
for (const button of op.acties.querySelectorAll("[value]")) button.addEventListener("click", voerUit);
addEventListener("storage", () => {
  if (shared) return;
  keuzes = lees() ?? keuzes;
  op.terug.hidden = true;
  toon();
});
toon();

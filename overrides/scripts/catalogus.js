// The catalogue page: question and filters → rows of the table → counts, chips and cards, with everything
// in the address. Without this script the page is the plain list, in pages; if it fails, it is so again.

import { lees, schrijf } from "./catalogus-adres.js";
import { maakFilters } from "./catalogus-filters.js";
import { kaartlezer } from "./catalogus-kaarten.js";
import { getal, hulp, inWoorden, toonKeuzes } from "./catalogus-keuzes.js";
import { maak } from "./elementen.js";
import { Tabel, tel } from "./catalogus-tabel.js";
import { voorzie } from "./kies.js";

const PAGE = 24;
const HEARD_AFTER = 500;

const root = /** @type {HTMLElement} */ (document.getElementById("catalogus"));
const bron = /** @type {string} */ (root.dataset.bron);
/** @param {string} selector @returns {any} */ const vind = (selector) => root.querySelector(selector);
const [field, list, frame, none, chips, heading, spoken, sorting, more] =
  ["#zoek-cat", ".pw-kaarten", ".pw-cat__kaart", ".pw-cat__geen", ".pw-cat__keuzes", "#stand", "[role=status]", ".pw-cat__sorteer select", ".pw-cat__meer button"].map(vind);
const views = /** @type {HTMLInputElement[]} */ ([...root.querySelectorAll("input[name=weergave]")]);

/** @type {import("./catalogus-adres.js").Selectie} */ let keuze;
/** @type {Tabel} */ let tabel;
/** @type {ReturnType<typeof maakFilters>} */ let filters;
/** @type {ReturnType<typeof kaartlezer>} */ let kaarten;
/** @type {Promise<ReturnType<typeof import("./landkaart.js").landkaart>> | undefined} */ let landkaart;
/** @type {number[]} the rows that fit, in order */ let rijen = [];
/** @type {AbortController | undefined} */ let asking;
let getoond = PAGE;
let turn = 0;
let typing = false;
let heard = 0;

/** @param {string} name @returns {Promise<any>} a file of the folder of this version of the catalogue */
async function haal(name) {
  const answer = await fetch(bron + name);
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

/**
 * The rows that a question finds, best first. Search is fetched with the first question.
 * @param {string} q @param {AbortSignal} signal @returns {Promise<number[]>}
 */
async function treffers(q, signal) {
  const { zoek } = await import("./zoekkern.js");
  return (await zoek(q, { signal, tabel: /tabel-(\w+)\/$/.exec(bron)?.[1] })).map(({ rij }) => rij);
}

/** Show what the selection asks for. What a newer selection overtakes is dropped. */
async function werkBij() {
  const mine = ++turn;
  asking?.abort();
  asking = new AbortController();
  /** @type {number[] | null} */ let best = null;
  let silent = false;
  if (keuze.q) {
    try {
      best = await treffers(keuze.q, asking.signal);
    } catch {
      silent = true;
    }
    if (mine !== turn) return;
  }
  const found = best && tabel.van(best);
  const order = keuze.sorteer || (best ? "relevantie" : "titel");
  rijen = tabel.opVolgorde(tabel.passend(keuze.gekozen, found), order, best ?? []);
  filters.toon(keuze.gekozen, tabel.aantallen(keuze.gekozen, found), inWoorden(rijen.length));
  sorting.options[0].hidden = sorting.options[0].disabled = !best;
  sorting.value = order;
  toonStand(best ? keuze.q : "");
  toonKeuzes(chips, gekozen(), wis, heading);
  none.hidden = true;
  if (silent) meld("Zoeken in de tekst lukt nu niet. De filters werken wel. Probeer het later nog eens, of laad de pagina opnieuw.");
  else if (!rijen.length) meld(...hulp(keuze.q, uitwegen(found), heading));
  await Promise.all([toonKaarten(), toonLandkaart(tabel.passend({ ...keuze.gekozen, provincie: [], gemeente: [] }, found))]);
}

/** The map, when it is asked for, with all that fit wherever they are. @param {import("./catalogus-tabel.js").Set32} fitting */
async function toonLandkaart(fitting) {
  frame.hidden = keuze.weergave !== "kaart";
  if (frame.hidden) return;
  const mine = turn;
  landkaart ??= Promise.all([import("./landkaart.js"), haal("landkaart.json")]).then(([module, html]) =>
    module.landkaart(frame, html, (places) => { Object.assign(keuze.gekozen, places); stap(); }));
  try {
    const toon = await landkaart;
    if (mine === turn) toon(tabel, keuze.gekozen, fitting);
  } catch {
    landkaart = undefined;
    if (mine === turn) meld("De kaart laadt niet. Dezelfde voorbeelden staan hieronder.");
  }
}

/** Say above the list what is the matter. @param {(Node | string)[]} inside */
function meld(...inside) {
  none.hidden = false;
  none.replaceChildren(...inside);
}

/** Put the cards in the list; those that stand there already keep their pictures and the focus. */
async function toonKaarten() {
  const mine = turn;
  let cards;
  try {
    cards = await kaarten(rijen.slice(0, getoond));
  } catch {
    if (mine === turn) meld("De voorbeelden laden niet. Misschien is de site net vernieuwd. ", maak("a", { href: location.href }, "Laad de pagina opnieuw"), ".");
    return;
  }
  if (mine !== turn) return;
  list.classList.toggle("pw-kaarten--lijst", keuze.weergave === "lijst");
  for (const [place, card] of cards.entries()) if (list.children[place] !== card) list.insertBefore(card, list.children[place] ?? null);
  while (list.children.length > cards.length) list.lastElementChild.remove();
  voorzie(list);
  root.classList.remove("pw-cat--wacht");
  more.hidden = rijen.length <= getoond;
  more.textContent = `Toon meer (nog ${getal(rijen.length - getoond)})`;
}

/** @param {string} q the question that these are the answers to */
function toonStand(q) {
  const number = inWoorden(rijen.length);
  const filtered = filters.gekozen(keuze.gekozen).length > 0;
  heading.textContent = q ? `${number} voor ‘${q}’` : filtered ? `${getal(rijen.length)} van ${inWoorden(tabel.aantal)}` : number;
  // who types hears the outcome, not every letter
  clearTimeout(heard);
  heard = setTimeout(() => { spoken.textContent = heading.textContent; }, HEARD_AFTER);
}

/** Everything that is chosen, the question first. @returns {import("./catalogus-keuzes.js").Keuze[]} */
function gekozen() {
  const chosen = filters.gekozen(keuze.gekozen).map(({ naam, id, label, facet }) => ({
    label,
    naam: `${facet}: ${label}`,
    weg: () => kies(naam, keuze.gekozen[naam].filter((other) => other !== id)),
  }));
  return keuze.q ? [{ label: `‘${keuze.q}’`, naam: `je vraag ‘${keuze.q}’`, weg: () => vraag("") }, ...chosen] : chosen;
}

/** What would help when nothing fits: everything but one thing, or else one thing alone. @param {import("./catalogus-tabel.js").Set32 | null} found */
function uitwegen(found) {
  const chosen = filters.gekozen(keuze.gekozen);
  const parts = [...new Set(chosen.map(({ naam }) => naam))].map((naam) => ({
    label: chosen.filter((value) => value.naam === naam).map(({ label }) => `‘${label}’`).join(" en "),
    zonder: tel(tabel.passend(keuze.gekozen, found, naam)),
    alleen: tel(tabel.passend({ [naam]: keuze.gekozen[naam] }, null)),
    weg: () => kies(naam, []),
    over: () => leeg({ [naam]: keuze.gekozen[naam] }, ""),
  }));
  if (found) parts.push({ label: `je vraag ‘${keuze.q}’`, zonder: tel(tabel.passend(keuze.gekozen, null)), alleen: tel(found), weg: () => vraag(""), over: () => leeg({}, keuze.q) });
  if (parts.length < 2) return [];
  const without = parts.map(({ label, zonder, weg }) => ({ label: `Zonder ${label}`, aantal: zonder, weg }));
  const alone = parts.map(({ label, alleen, over }) => ({ label: `Alleen ${label}`, aantal: alleen, weg: over }));
  return without.some(({ aantal }) => aantal) ? without : alone;
}

/** The selection changed. @param {boolean} [step] whether the back button returns to the one before */
async function stap(step = true) {
  getoond = PAGE;
  typing = false;
  const address = location.pathname + schrijf(keuze);
  if (address !== location.pathname + location.search) history[step ? "pushState" : "replaceState"](null, "", address);
  await werkBij();
  // who chose far down the list wants to see what came of it
  const outcome = vind(".pw-cat__uitkomst");
  if (outcome.getBoundingClientRect().top < 0) outcome.scrollIntoView({ behavior: "instant" });
}

/** @param {string} naam @param {string[]} ids */
function kies(naam, ids) {
  keuze.gekozen[naam] = ids;
  return stap();
}

/** @param {string} q @param {boolean} [step] */
function vraag(q, step) {
  keuze.q = q.trim();
  if (field.value.trim() !== keuze.q) field.value = keuze.q;
  return stap(step);
}

/** Start again with only this. @param {Record<string, string[]>} gekozen @param {string} q */
function leeg(gekozen, q) {
  for (const naam of Object.keys(keuze.gekozen)) keuze.gekozen[naam] = gekozen[naam] ?? [];
  heading.focus();
  return vraag(q);
}

const wis = () => leeg({}, "");

/** Take the selection, and how far the visitor had read, from the address and its place in the history. */
function leesAdres() {
  keuze = lees(location.search, tabel.facetten);
  // relevance is the order of a question and needs no name
  if (keuze.sorteer === "relevantie" || ![...sorting.options].some(({ value }) => value === keuze.sorteer)) keuze.sorteer = "";
  if (keuze.weergave === "raster" || !views.some(({ value }) => value === keuze.weergave)) keuze.weergave = "";
  for (const view of views) view.checked = view.value === (keuze.weergave || "raster");
  field.value = keuze.q;
  getoond = history.state?.getoond ?? PAGE;
  typing = false;
  return werkBij();
}

function luister() {
  field.form.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
  field.addEventListener("input", () => {
    vraag(field.value, !typing);
    typing = true;
  });
  sorting.addEventListener("change", () => {
    keuze.sorteer = sorting.value === (keuze.q ? "relevantie" : "titel") ? "" : sorting.value;
    stap();
  });
  for (const view of views) view.addEventListener("change", () => {
    keuze.weergave = view.value === "raster" ? "" : view.value;
    stap();
  });
  more.addEventListener("click", async () => {
    const first = getoond;
    getoond += PAGE;
    history.replaceState({ getoond }, "");
    await toonKaarten();
    list.children[first]?.querySelector("a").focus();
    spoken.textContent = `${Math.min(getoond, rijen.length)} van ${inWoorden(rijen.length)} staan er nu`;
  });
  // back from an entry to the same place in a list that was made longer
  list.addEventListener("click", () => history.replaceState({ getoond, hoogte: scrollY }, ""));
  addEventListener("popstate", leesAdres);
}

async function start() {
  if (location.search) root.classList.add("pw-cat--wacht");
  try {
    tabel = new Tabel(await haal("tabel.json"));
  } catch {
    root.classList.remove("pw-cat--wacht", "pw-cat--vol");
    meld("De filters zijn niet geladen. Alle voorbeelden staan hieronder, per bladzijde. Laad de pagina opnieuw.");
    return;
  }
  kaarten = kaartlezer(haal, tabel.perBestand, list.children);
  filters = maakFilters(root, tabel.facetten, kies, wis);
  const height = history.state?.hoogte;
  if (height) history.scrollRestoration = "manual";
  luister();
  const typed = field.value;
  const shown = leesAdres();
  // what somebody typed before all was there is a question too
  await (typed && !keuze.q ? vraag(typed) : shown);
  if (height) scrollTo({ top: height, behavior: "instant" });
}

start();

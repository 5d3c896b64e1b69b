// The catalogue page: question and filters → rows of the table → counts, chips and cards, with everything
// in the address. Without this script the page is the plain list, in pages; if it fails, it is so again.

import { lees, schrijf } from "./catalogus-adres.js";
import { kaartlezer } from "./catalogus-kaarten.js";
import { maakFilters } from "./catalogus-filters.js";
import { Tabel, tel } from "./catalogus-tabel.js";

const PAGE = 24;
const HEARD_AFTER = 500;

const root = /** @type {HTMLElement} */ (document.getElementById("catalogus"));
/** @param {string} selector @returns {any} */ const vind = (selector) => root.querySelector(selector);
const [field, list, none, chips, heading, spoken, sorting] =
  ["#zoek-cat", ".pw-kaarten", ".pw-cat__geen", ".pw-cat__keuzes", "#stand", "[role=status]", ".pw-cat__sorteer select"].map(vind);
const more = vind(".pw-cat__meer button");
const views = [...root.querySelectorAll("input[name=weergave]")].map((view) => /** @type {HTMLInputElement} */ (view));

/** @type {import("./catalogus-adres.js").Selectie} */ let keuze;
/** @type {Tabel} */ let tabel;
/** @type {ReturnType<typeof maakFilters>} */ let filters;
/** @type {ReturnType<typeof kaartlezer>} */ let kaarten;
/** @type {number[]} the rows that fit, in order */ let rijen = [];
let getoond = PAGE;
let turn = 0;
let typing = false;
let heard = 0;
/** @type {AbortController} */ let asking = new AbortController();

/** @param {string} tag @param {Record<string, unknown>} properties @param {(Node | string)[]} inside */
function maak(tag, properties, ...inside) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...inside);
  return made;
}

/** @param {number} number */
const inWoorden = (number) => (number === 1 ? "1 voorbeeld" : `${number.toLocaleString("nl")} voorbeelden`);

/** @type {Promise<Map<string, number>> | null} */ let slugs = null;

/**
 * The rows that a question finds, best first. Search and slugs are fetched with the first question.
 * @param {string} q @param {AbortSignal} signal
 */
async function treffers(q, signal) {
  slugs ??= fetch(`${root.dataset.bron}slugs.json`).then(async (answer) => new Map((await answer.json()).map((/** @type {string} */ slug, /** @type {number} */ row) => [slug, row])));
  const [{ zoek }, rows] = await Promise.all([import("./zoekkern.js"), slugs]);
  const found = (await zoek(q, { signal })).map(({ adres }) => rows.get(adres.match(/^voorbeelden\/([^/]+)\/$/)?.[1]));
  return found.filter((/** @type {number | undefined} */ row) => row !== undefined);
}

/** Show what the selection asks for. What a newer selection overtakes is dropped. */
async function werkBij() {
  const mine = ++turn;
  asking.abort();
  asking = new AbortController();
  /** @type {number[] | null} */ let best = null;
  let silent = false;
  if (keuze.q) {
    try {
      best = await treffers(keuze.q, asking.signal);
    } catch {
      silent = mine === turn;
    }
    if (mine !== turn) return;
  }
  const found = best && tabel.van(best);
  const fitting = tabel.passend(keuze.gekozen, found);
  const order = keuze.sorteer || (best ? "relevantie" : "titel");
  rijen = tabel.opVolgorde(fitting, order, best ?? []);
  filters.toon(keuze.gekozen, tabel.aantallen(keuze.gekozen, found), inWoorden(rijen.length));
  toonSorteren(Boolean(best), order);
  toonChips();
  toonStand();
  none.hidden = true;
  if (silent) meld("Zoeken in de tekst lukt nu niet. De filters werken wel. Probeer het later nog eens.");
  else if (!rijen.length) meld(...hulp(found));
  await toonKaarten(mine);
}

/** Say above the list what is the matter. @param {(Node | string)[]} inside */
function meld(...inside) {
  none.hidden = false;
  none.replaceChildren(...inside);
}

/** Put the cards in the list. @param {number} mine */
async function toonKaarten(mine) {
  const shown = rijen.slice(0, getoond);
  list.classList.toggle("pw-kaarten--lijst", keuze.weergave === "lijst");
  let cards;
  try {
    cards = await kaarten(shown);
  } catch {
    if (mine === turn) meld("De voorbeelden laden niet. Misschien is de site net vernieuwd. ", maak("a", { href: location.href }, "Laad de pagina opnieuw"), ".");
    return;
  }
  if (mine !== turn) return;
  // cards that stand there already stay untouched, with their pictures and focus
  for (const [place, card] of cards.entries()) if (list.children[place] !== card) list.insertBefore(card, list.children[place] ?? null);
  while (list.children.length > cards.length) list.lastChild.remove();
  root.classList.remove("pw-cat--wacht");
  more.hidden = rijen.length <= getoond;
  more.textContent = `Toon meer (nog ${(rijen.length - getoond).toLocaleString("nl")})`;
}

function toonStand() {
  const any = Object.values(keuze.gekozen).some((ids) => ids.length);
  const number = inWoorden(rijen.length);
  heading.textContent = keuze.q ? `${number} voor ‘${keuze.q}’` : any ? `${rijen.length.toLocaleString("nl")} van ${inWoorden(tabel.aantal)}` : number;
  clearTimeout(heard);
  heard = setTimeout(() => { spoken.textContent = heading.textContent; }, HEARD_AFTER);
}

/** @param {boolean} question @param {string} order */
function toonSorteren(question, order) {
  const relevance = sorting.options[0];
  relevance.hidden = relevance.disabled = !question;
  sorting.value = order;
}

/** What is chosen, as buttons that take it away. */
function toonChips() {
  const chosen = filters.gekozen(keuze.gekozen).map(({ naam, id, label, facet }) => chip(label, `${facet}: ${label}`, () => {
    keuze.gekozen[naam] = keuze.gekozen[naam].filter((other) => other !== id);
  }));
  if (keuze.q) chosen.unshift(chip(`‘${keuze.q}’`, `je vraag ‘${keuze.q}’`, () => { keuze.q = field.value = ""; }));
  if (chosen.length) chosen.push(maak("li", {}, maak("button", { type: "button", className: "pw-cat__wis", textContent: "Wis alles", onclick: wis })));
  chips.hidden = !chosen.length;
  chips.replaceChildren(...chosen);
}

/** @param {string} label @param {string} what @param {() => void} remove */
function chip(label, what, remove) {
  const button = maak("button", { type: "button", className: "pw-keuze", ariaLabel: `Haal weg: ${what}` }, label, maak("span", { ariaHidden: "true" }, " ×"));
  button.addEventListener("click", () => {
    const place = [...chips.children].indexOf(item);
    remove();
    stap();
    (chips.children[place]?.querySelector(".pw-keuze") ?? chips.querySelector(".pw-keuze") ?? heading).focus();
  });
  const item = maak("li", {}, button);
  return item;
}

/** When nothing fits: what to take away, and how much that gives. @param {import("./catalogus-tabel.js").Set32 | null} found */
function hulp(found) {
  const ways = [];
  const chosen = filters.gekozen(keuze.gekozen);
  const groups = new Set(chosen.map(({ naam }) => naam));
  for (const name of groups) {
    const labels = chosen.filter(({ naam }) => naam === name).map(({ label }) => `‘${label}’`).join(" en ");
    ways.push({ label: `Zonder ${labels}`, number: tel(tabel.passend(keuze.gekozen, found, name)), remove: () => { keuze.gekozen[name] = []; } });
  }
  if (keuze.q && groups.size) ways.push({ label: `Zonder je vraag ‘${keuze.q}’`, number: tel(tabel.passend(keuze.gekozen, null)), remove: () => { keuze.q = field.value = ""; } });
  const useful = ways.filter(({ number }) => number).sort((one, other) => other.number - one.number);
  const buttons = useful.map(({ label, number, remove }) => maak("li", {}, maak("button", { type: "button", className: "pw-knop", onclick: () => { remove(); stap(); heading.focus(); } }, `${label}: ${inWoorden(number)}`)));
  const elsewhere = new URL("../zoeken/", location.href);
  if (keuze.q) elsewhere.searchParams.set("q", keuze.q);
  return [
    maak("p", {}, maak("strong", {}, groups.size ? "Geen voorbeeld past bij alles wat je koos." : "Geen voorbeeld gevonden."), buttons.length ? " Haal er iets weg:" : ""),
    ...(buttons.length ? [maak("ul", {}, ...buttons)] : []),
    ...(keuze.q ? [maak("p", {}, "Probeer een ander of korter woord, of ", maak("a", { href: elsewhere.href }, "zoek op de hele site"), ".")] : []),
  ];
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

function wis() {
  keuze = { ...keuze, q: "", gekozen: Object.fromEntries(Object.keys(keuze.gekozen).map((name) => [name, []])) };
  field.value = "";
  stap();
  heading.focus();
}

/** Take the selection, and how far the visitor had read, from the address and its place in the history. */
function leesAdres() {
  keuze = lees(location.search, tabel.facetten);
  // relevance is the order of a question and needs no name
  if (keuze.sorteer === "relevantie" || ![...sorting.options].some(({ value }) => value === keuze.sorteer)) keuze.sorteer = "";
  if (!views.some((view) => view.value === keuze.weergave) || keuze.weergave === "raster") keuze.weergave = "";
  field.value = keuze.q;
  for (const view of views) view.checked = view.value === (keuze.weergave || "raster");
  getoond = history.state?.getoond ?? PAGE;
  typing = false;
  return werkBij();
}

function luister() {
  field.form.addEventListener("submit", (/** @type {Event} */ event) => { event.preventDefault(); typing = false; });
  field.addEventListener("input", () => {
    keuze.q = field.value.trim();
    stap(!typing);
    typing = true;
  });
  sorting.addEventListener("change", () => {
    keuze.sorteer = sorting.value === (keuze.q ? "relevantie" : "titel") ? "" : sorting.value;
    stap();
  });
  for (const view of views) view.addEventListener("change", () => { keuze.weergave = view.value === "raster" ? "" : view.value; stap(); });
  more.addEventListener("click", async () => {
    const first = getoond;
    getoond += PAGE;
    history.replaceState({ getoond }, "");
    await toonKaarten(turn);
    list.children[first]?.querySelector("a")?.focus();
    spoken.textContent = `${Math.min(getoond, rijen.length)} van ${inWoorden(rijen.length)} staan er nu`;
  });
  // back from an entry to the same place in a list that was made longer
  list.addEventListener("click", () => history.replaceState({ getoond, hoogte: scrollY }, ""));
  addEventListener("popstate", leesAdres);
}

async function start() {
  if (location.search) root.classList.add("pw-cat--wacht");
  try {
    const answer = await fetch(`${root.dataset.bron}tabel.json`);
    if (!answer.ok) throw new Error(answer.statusText);
    tabel = new Tabel(await answer.json());
  } catch {
    root.classList.remove("pw-cat--wacht", "pw-cat--vol");
    meld("De filters zijn niet geladen. Alle voorbeelden staan hieronder, per bladzijde. Laad de pagina opnieuw om het nog eens te proberen.");
    return;
  }
  kaarten = kaartlezer(/** @type {string} */ (root.dataset.bron), tabel.perBestand, [...list.children]);
  filters = maakFilters(root, tabel.facetten, (name, ids) => { typing = false; keuze.gekozen[name] = ids; stap(); }, wis);
  const height = history.state?.hoogte;
  if (height) history.scrollRestoration = "manual";
  luister();
  root.classList.add("pw-cat--klaar");
  await leesAdres();
  if (height) scrollTo({ top: height, behavior: "instant" });
}

start();

// The search page: a question → the engine → results, with everything in the address.
// Without this script the page points to the complete lists; nothing else depends on it.

import { get } from "./bestanden.js";
import { maak } from "./elementen.js";
import { voorzie } from "./kies.js";
import { fold, laadSoorten, stem, words, zoekAlles } from "./zoekkern.js";

const root = document.getElementById("zoekvlak");
const form = root.querySelector("form");
const field = form.querySelector("input[type=search]");
const kinds = /** @type {HTMLFieldSetElement} */ (form.querySelector("[data-soorten]"));
const outcome = root.querySelector("[data-uitkomst]");
const status = root.querySelector("[role=status]");
const hint = root.querySelector("[data-hulp]");
const direct = root.querySelector("[data-direct]");
const list = root.querySelector("[data-resultaten]");
const more = root.querySelector("[data-meer]");
const begin = root.querySelector("[data-begin]");
const PAGE = 12;
const AT_ONCE = 4;
const MOST_DIRECT = 5;
const PAUSE = 400;

/** @type {Record<string, string[]>} what each choice of kind holds; "" is everything */
const KINDS = {
  voorbeelden: ["Voorbeeld"],
  kennis: ["Kennis"],
  verzamelingen: ["Verzameling"],
  onderwerpen: ["Thema", "Doelgroep", "Werkvorm", "Wet", "Begrip"],
  organisaties: ["Organisatie"],
  plaatsen: ["Gemeente", "Provincie"],
  paginas: ["Pagina"],
};
const READING = ["Voorbeeld", "Kennis", "Verzameling", "Pagina"];

/** @typedef {import("./zoekkern.js").Vondst & {soort: string}} Resultaat */

/** @type {Resultaat[]} */ let results = [];
/** @type {Set<string>} */ let forms = new Set();
/** @type {string[]} */ let asked = [];
let shown = 0;
let turn = 0;
let pending = 0;

const chosenKind = () => /** @type {HTMLInputElement | null} */ (kinds.querySelector("input:checked"))?.value ?? "";

/** Read question and kind from the address into the form. */
function readAddress() {
  const wanted = new URLSearchParams(location.search);
  field.value = wanted.get("q") ?? "";
  const kind = wanted.get("soort") ?? "";
  for (const box of kinds.querySelectorAll("input")) box.checked = box.value === (kind in KINDS ? kind : "");
}

/** @returns {string} the address that leads back to exactly this search */
function address() {
  const wanted = new URLSearchParams();
  if (field.value.trim()) wanted.set("q", field.value.trim());
  if (chosenKind()) wanted.set("soort", chosenKind());
  return location.pathname + (wanted.size ? `?${wanted}` : "");
}

/**
 * Search for what the form holds and show it; an older search that ends later is dropped.
 * @param {boolean} [typing] whether more letters may follow
 */
async function search(typing = false) {
  const mine = ++turn;
  clearTimeout(pending);
  const text = field.value.trim();
  begin.hidden = Boolean(text);
  outcome.hidden = !text;
  if (!text) return say("");
  try {
    const found = await zoekAlles(text, { typend: typing });
    if (mine !== turn) return;
    // the kinds are one more small file: what needs no kind is shown without waiting for it
    if (typing && !found.voorbeelden.length && !found.overig.length) {
      // a word that isn't finished yet; only when it stays as it is there is nothing
      pending = setTimeout(() => search(), PAUSE);
      return;
    }
    const entries = found.voorbeelden.map((hit) => ({ ...hit, soort: "Voorbeeld" }));
    const soorten = found.overig.length || chosenKind() ? await laadSoorten() : new Map();
    if (mine !== turn) return;
    const others = found.overig.map((hit) => ({ ...hit, soort: soorten.get(hit.id) ?? "Pagina" }));
    forms = new Set(found.vormen);
    asked = found.gevraagd;
    await show(text, found, entries, others, mine, typing);
    // once the typing stops, the rest: more results, links and where they were found
    if (typing && mine === turn) pending = setTimeout(() => search(), PAUSE);
  } catch (error) {
    if (mine !== turn) return;
    list.replaceChildren(copy("kapot"));
    for (const part of [hint, direct, more, kinds]) part.hidden = true;
    say("Zoeken lukt nu niet");
    throw error;
  }
}

/**
 * @param {string} text
 * @param {import("./zoekkern.js").Antwoord} found
 * @param {Resultaat[]} entries
 * @param {Resultaat[]} others
 * @param {number} mine
 * @param {boolean} typing show only the best, for more letters may follow
 */
async function show(text, { bedoeld: meant, los }, entries, others, mine, typing) {
  const all = [...entries, ...others].sort((a, b) => b.score - a.score);
  const kind = chosenKind();
  countKinds(all);
  results = kind ? all.filter(({ soort }) => KINDS[kind].includes(soort)) : all.filter(({ soort }) => READING.includes(soort));
  const top = all[0]?.score ?? 0;
  const named = kind || typing ? [] : others.filter(({ soort, score }) => !READING.includes(soort) && score > top * 0.35).slice(0, MOST_DIRECT);
  const linked = Promise.all(named.map(async (hit) => ({ ...(await hit.data()), soort: hit.soort })));
  // what the first cards need comes with the links, not after them
  const [links] = await Promise.all([linked, ...results.slice(0, AT_ONCE).map((hit) => hit.data())]);
  if (mine !== turn) return;
  shown = 0;
  list.replaceChildren();
  direct.hidden = !links.length;
  direct.querySelector("ul").replaceChildren(...links.map(directLink));
  const number = results.length === 1 ? "1 resultaat" : `${results.length} resultaten`;
  say(`${number} voor ‘${meant || text}’`);
  await help(text, meant, los, mine);
  await showMore(AT_ONCE, typing);
  if (!typing && mine === turn) await showMore(PAGE - AT_ONCE);
}

/** @param {string} text */
function say(text) {
  if (status.textContent !== text) status.textContent = text;
}

/** How many results each kind has; a kind without any can't be chosen. @param {Resultaat[]} all */
function countKinds(all) {
  for (const box of kinds.querySelectorAll("input")) {
    const held = box.value ? KINDS[box.value] : READING;
    const number = all.filter(({ soort }) => held.includes(soort)).length;
    const label = /** @type {HTMLElement} */ (box.closest("label"));
    label.querySelector("[data-aantal]").textContent = String(number);
    label.hidden = !number && !box.checked;
  }
  kinds.hidden = !all.length && !chosenKind();
}

/**
 * What helps on when the question is spelled otherwise, or finds nothing.
 * @param {string} text
 * @param {string} meant
 * @param {string[]} loose the words, each apart
 * @param {number} mine
 */
async function help(text, meant, loose, mine) {
  hint.replaceChildren();
  hint.hidden = !meant && results.length > 0;
  if (meant) {
    const part = copy("bedoeld");
    part.querySelector("[data-getypt]").textContent = text;
    const link = part.querySelector("a");
    link.href = `?${new URLSearchParams({ q: meant })}`;
    link.textContent = meant;
    hint.append(part);
  }
  if (results.length) return;
  const part = copy("niets");
  const known = loose.length > 1 ? await Promise.all(loose.map(async (word) => ((await zoekAlles(word)).voorbeelden.length ? word : ""))) : [];
  if (mine !== turn) return;
  const links = known.filter(Boolean).map((word) => maak("a", { href: `?${new URLSearchParams({ q: word })}` }, word));
  const shorter = part.querySelector("[data-korter]");
  if (links.length) shorter.append(...links.flatMap((link, at) => (at ? [", ", link] : [link])));
  else shorter.remove();
  const wider = part.querySelector("[data-breder]");
  if (chosenKind()) wider.querySelector("a").href = `?${new URLSearchParams({ q: text })}`;
  else wider.remove();
  hint.append(part);
}

/** Add the next results, counted at once so that a second click asks for those after them. @param {boolean} [typing] */
async function showMore(number = PAGE, typing = false) {
  const source = results;
  const batch = source.slice(shown, shown + number);
  shown += batch.length;
  const next = await Promise.all(batch.map(async (hit) => card(await hit.data(), hit.soort)));
  if (source !== results) return;
  list.append(...next);
  voorzie(list);
  more.hidden = shown >= source.length || (!typing && shown < PAGE);
  if (!typing) for (const item of next) whereFound(item);
}

/** @param {any} data what Pagefind keeps of a page @param {string} kind */
function card({ url, meta }, kind) {
  const item = copy("resultaat");
  const link = item.querySelector("[data-link]");
  link.href = pageOf(url, meta);
  link.append(...marked(meta.title));
  const picture = item.querySelector("[data-beeld]");
  if (kind === "Voorbeeld") {
    item.dataset.voorbeeld = /([^/]+)\/$/.exec(url)?.[1] ?? "";
    picture.src = `${url}omslag.svg`;
  } else picture.remove();
  const label = item.querySelector("[data-soort]");
  label.textContent = meta.type ?? meta.soort;
  label.classList.add(`pw-soort--${meta.soort.toLowerCase()}`);
  item.querySelector("[data-samenvatting]").append(...marked(meta.samenvatting ?? ""));
  for (const name of ["thema", "plaats", "fase", "datum", "verouderd"]) {
    const part = item.querySelector(`[data-${name}]`);
    if (meta[name]) part.textContent = name === "datum" ? `stand ${meta[name]}` : meta[name];
    else part.remove();
  }
  return item;
}

/** The sentence in which a result holds the question, when title and summary don't. @param {HTMLElement} item */
async function whereFound(item) {
  const place = item.querySelector("[data-vindplaats]");
  const slug = /\/voorbeelden\/([a-z0-9-]+)\/$/.exec(/** @type {HTMLAnchorElement} */ (item.querySelector("[data-link]")).href)?.[1];
  const seen = `${item.querySelector("[data-link]").textContent} ${item.querySelector("[data-samenvatting]").textContent}`;
  if (!slug || !asked.some((word) => !matches(seen, [word]))) return place.remove();
  const text = await get(`zoek/teksten/${slug}.txt`).then((answer) => answer.text(), () => "");
  const sentences = text.split(/(?<=[.!?])\s+|\n/).filter((sentence) => sentence.length > 20);
  const missing = asked.filter((word) => !matches(seen, [word]));
  const best = sentences.map((sentence) => ({ sentence, score: missing.filter((word) => matches(sentence, [word])).length }))
    .reduce((a, b) => (b.score > a.score ? b : a), { sentence: "", score: 0 });
  if (!best.score) return place.remove();
  place.append("… ", ...marked(best.sentence.length > 220 ? `${best.sentence.slice(0, 217)}…` : best.sentence));
  place.hidden = false;
}

/** @param {string} text @param {string[]} stems */
function matches(text, stems) {
  return words(text).flat().some((word) => stems.some((wanted) => stem(word) === wanted || (wanted.length > 4 && word.includes(wanted))));
}

/** A text with the words that were found marked. @param {string} text @returns {(string | HTMLElement)[]} */
function marked(text) {
  return text.split(/([\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)/u).map((piece, at) => {
    const word = at % 2 ? fold(piece) : "";
    if (!word || !(forms.has(word) || asked.includes(stem(word)) || asked.some((wanted) => wanted.length > 4 && word.includes(wanted)))) return piece;
    return maak("mark", {}, piece);
  });
}

/** @param {any} data */
function directLink({ url, meta, soort }) {
  return maak("li", {}, maak("a", { href: pageOf(url, meta) }, meta.title), ` ${soort.toLowerCase()}`);
}

/** A term of the glossary has no page of its own but a place on one. @param {string} url @param {any} meta */
function pageOf(url, meta) {
  return meta.adres ? url.replace(meta.adres.replace("#", "") + "/", meta.adres) : url;
}

/** The form changed. @param {boolean} asStep whether the browser's back button undoes it @param {boolean} [typing] */
function change(asStep, typing) {
  const next = address();
  if (next !== location.pathname + location.search) history[asStep ? "pushState" : "replaceState"](null, "", next);
  search(typing);
}

/** @param {string} id */
function copy(id) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById(id));
  return /** @type {HTMLElement} */ (template.content.firstElementChild.cloneNode(true));
}

function start() {
  const wanted = new URLSearchParams(location.search);
  // filters on theme, place and phase belong to the catalogue; old addresses still lead there
  if ([...wanted.keys()].some((name) => name !== "q" && name !== "soort")) {
    wanted.delete("soort");
    return location.replace(`../voorbeelden/?${wanted}`);
  }
  readAddress();
  root.querySelector("[data-zonder]").hidden = true;
  form.hidden = false;
  form.addEventListener("submit", (event) => { event.preventDefault(); change(true); });
  field.addEventListener("input", () => change(false, true));
  kinds.addEventListener("change", () => change(true));
  more.addEventListener("click", async () => {
    const first = shown;
    await showMore();
    list.children[first]?.querySelector("a")?.focus();
  });
  addEventListener("popstate", () => { readAddress(); search(); });
  search();
}

start();

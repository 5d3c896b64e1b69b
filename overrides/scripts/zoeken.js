// The search page: query and filters → Pagefind → results, with everything in the address.
// Without this script the page points to the complete lists; nothing else depends on it.

import { voorzie } from "./kies.js";

const root = document.getElementById("zoekvlak");
const form = root.querySelector("form");
const outcome = root.querySelector(".pw-zoek__uitkomst");
const field = form.querySelector("input[type=search]");
const boxes = [...form.querySelectorAll("input[type=checkbox]")];
const status = root.querySelector("[role=status]");
const list = root.querySelector("[data-resultaten]");
const more = root.querySelector("[data-meer]");
const choices = root.querySelector(".pw-zoek__keuzes");
const PAGE = 12;
const PAUSE = 150;
// Our own search words count, but less than the title and the text itself.
const RANKING = { metaWeights: { title: 6, samenvatting: 2, trefwoorden: 1.2 } };

/** @type {any} */ let pagefind = null;
/** @type {any[]} */ let results = [];
let shown = 0;
let latest = 0;
let pending = 0;

/** Read query and filters from the address into the form. */
function readAddress() {
  const wanted = new URLSearchParams(location.search);
  field.value = wanted.get("q") ?? "";
  for (const box of boxes) box.checked = wanted.getAll(box.name).includes(box.value);
}

/** @returns {string} the address that leads back to exactly this search */
function address() {
  const wanted = new URLSearchParams();
  if (field.value.trim()) wanted.set("q", field.value.trim());
  for (const box of boxes) if (box.checked) wanted.append(box.name, box.value);
  const text = wanted.toString();
  return location.pathname + (text ? `?${text}` : "");
}

/**
 * The chosen filters in Pagefind's form: any value within a group, all groups together.
 * @param {string} [without] the group to leave out
 */
function filters(without) {
  /** @type {Record<string, {any: string[]}>} */ const chosen = {};
  for (const box of boxes) {
    if (box.checked && box.name !== without) (chosen[box.name] ??= { any: [] }).any.push(box.value);
  }
  return chosen;
}

const FILLER = new Set("de het een en of van voor met naar bij op in uit om te die dat wat hoe wie waar welke ik wij we mijn onze je er is zijn kan kun help helpen niet meer".split(" "));

/**
 * A question without the words that say nothing; Pagefind wants every word to be there.
 * @param {string} query
 */
function withoutFiller(query) {
  const telling = query.split(/\s+/).filter((word) => !FILLER.has(word.toLowerCase()));
  return telling.length ? telling.join(" ") : query;
}

/**
 * What to ask Pagefind. It matches beginnings of words, so an abbreviation (wor, lvb) would find
 * "worden"; between quotes it is found as itself.
 */
function question() {
  const query = withoutFiller(field.value.trim());
  return /^[a-z]{2,3}$/i.test(query) ? `"${query}"` : query || null;
}

/** Search for what the form holds and show it; an older search that ends later is dropped. */
async function search() {
  const turn = ++latest;
  const query = field.value.trim();
  const asked = question();
  // without a question there is no relevance to sort by
  const found = await pagefind.search(asked, { filters: filters(), ...(asked ? {} : { sort: { titel: "asc" } }) });
  if (turn !== latest) return;
  results = found.results;
  shown = 0;
  list.replaceChildren();
  const words = results.length === 1 ? "1 resultaat" : `${results.length} resultaten`;
  status.textContent = query ? `${words} voor ‘${query}’` : words;
  if (!results.length) list.append(copy("niets"));
  await showMore();
  showChoices();
  await countBoxes(asked, turn);
}

/** Add the next page of results, counted at once so that a second click asks for the page after it. */
async function showMore() {
  const source = results;
  const batch = source.slice(shown, shown + PAGE);
  shown += batch.length;
  const next = await Promise.all(batch.map((result) => result.data()));
  if (source !== results) return;
  list.append(...next.map(card));
  voorzie(list);
  more.hidden = shown >= results.length;
}

/** One result as a list item. @param {any} data */
function card(data) {
  const item = copy("resultaat");
  const link = item.querySelector("[data-link]");
  link.href = data.url;
  link.textContent = data.meta.title;
  const picture = item.querySelector("[data-beeld]");
  const slug = /\/voorbeelden\/([^/]+)\/$/.exec(data.url)?.[1];
  if (slug) {
    item.dataset.voorbeeld = slug;
    picture.src = `${data.url}omslag.svg`;
  } else picture.remove();
  const kind = item.querySelector("[data-soort]");
  kind.textContent = data.meta.soort ?? "";
  kind.classList.add(`pw-soort--${(data.meta.soort ?? "").toLowerCase()}`);
  for (const name of ["samenvatting", "plaats", "fase", "verouderd"]) {
    const part = item.querySelector(`[data-${name}]`);
    if (data.meta[name]) part.textContent = data.meta[name];
    else part.remove();
  }
  return item;
}

/** Per filter how many results it would give, within the other groups. @param {string|null} query @param {number} turn */
async function countBoxes(query, turn) {
  const groups = [...new Set(boxes.map((box) => box.name))];
  for (const group of groups) {
    const found = await pagefind.search(query, { filters: filters(group) });
    if (turn !== latest) return;
    for (const box of boxes) {
      if (box.name !== group) continue;
      const number = found.filters?.[group]?.[box.value] ?? 0;
      const label = /** @type {HTMLElement} */ (box.closest("label"));
      label.querySelector("[data-aantal]").textContent = String(number);
      box.disabled = !number && !box.checked;
      label.toggleAttribute("data-leeg", box.disabled);
    }
  }
}

/** The chosen filters as buttons that take them away. */
function showChoices() {
  const chosen = boxes.filter((box) => box.checked);
  choices.replaceChildren(...chosen.map((box) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "pw-keuze";
    button.textContent = `${box.closest("label").querySelector("span").textContent} ×`;
    button.setAttribute("aria-label", `Haal het filter ${box.closest("label").querySelector("span").textContent} weg`);
    button.addEventListener("click", () => { box.checked = false; field.focus(); change(true); });
    return button;
  }));
  form.querySelector("[data-gekozen]").textContent = chosen.length ? `(${chosen.length} gekozen)` : "";
}

/** The form changed. @param {boolean} asStep whether the browser's back button undoes it */
function change(asStep) {
  const next = address();
  if (next !== location.pathname + location.search) history[asStep ? "pushState" : "replaceState"](null, "", next);
  search();
}

/** @param {string} id */
function copy(id) {
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById(id));
  return /** @type {HTMLElement} */ (template.content.firstElementChild.cloneNode(true));
}

async function start() {
  readAddress();
  outcome.hidden = false;
  try {
    pagefind = await import(new URL("../../pagefind/pagefind.js", import.meta.url).href);
    await pagefind.options({ ranking: RANKING });
    await pagefind.init();
    await pagefind.filters(); // counts stay empty until these are loaded
  } catch {
    outcome.append(copy("kapot"));
    return;
  }
  root.querySelector(".pw-zoek__zonder").hidden = true;
  form.hidden = false;
  if (matchMedia("(max-width: 50rem)").matches) form.querySelector("details").open = false;
  form.addEventListener("submit", (event) => { event.preventDefault(); change(true); });
  field.addEventListener("input", () => { clearTimeout(pending); pending = setTimeout(() => change(false), PAUSE); });
  for (const box of boxes) box.addEventListener("change", () => change(true));
  more.addEventListener("click", async () => {
    const first = shown;
    await showMore();
    list.children[first]?.querySelector("a")?.focus();
  });
  addEventListener("popstate", () => { readAddress(); search(); });
  search();
}

start();

// Suggestions under a search field, after the combobox pattern of the ARIA Authoring Practices: arrows
// choose, Enter goes there, Escape closes. Every suggestion is a link, so mouse and finger just follow it.

import { ROOT, lijnen, once } from "./bestanden.js";
import { maak } from "./elementen.js";
import { fold, words } from "./tekst.js";

const GROUPS = ["Onderwerpen", "Plaatsen", "Begrippen", "Verzamelingen", "Voorbeelden", "Kennis", "Organisaties"];
const PER_GROUP = 3;
const MOST = 9;

/** @type {WeakSet<HTMLInputElement>} */ const started = new WeakSet();

const loadStyle = () => once("stijl", async () => {
  const link = maak("link", { rel: "stylesheet", href: new URL("voorstellen.css", import.meta.url).href });
  const loaded = new Promise((done) => { link.onload = done; link.onerror = done; });
  document.head.append(link);
  await loaded;
});

/**
 * The suggestions for what somebody typed so far: every word begins a word of the name.
 * @param {string} text
 * @returns {Promise<{groep: number, naam: string, adres: string, ook: string}[]>}
 */
export async function voorstellen(text) {
  const typed = words(`${text} `).map(([word]) => word);
  const loose = fold(text).match(/[a-z0-9]$/) && !typed.length ? [fold(text).trim()] : typed;
  if (!loose.length) return [];
  const longest = [...loose].sort((a, b) => b.length - a.length)[0];
  const found = (await lijnen("namen", longest)).map((line) => {
    const [groep, naam, adres, ook = ""] = line.split("|");
    return { groep: Number(groep), naam, adres, ook };
  });
  const fits = found.filter(({ naam, adres, ook }) => {
    const inside = words(`${naam} ${ook} ${adres.replace(/[/#]/g, " ")}`).flat();
    return loose.every((word) => inside.some((other) => other.startsWith(word)));
  });
  /** @type {Map<string, typeof fits[0]>} */ const once = new Map();
  for (const one of fits) if (!once.has(one.adres)) once.set(one.adres, one);
  const number = new Map();
  return [...once.values()].filter(({ groep }) => {
    number.set(groep, (number.get(groep) ?? 0) + 1);
    return number.get(groep) <= PER_GROUP;
  }).slice(0, MOST);
}

/**
 * Give a search field its suggestions.
 * @param {HTMLInputElement} field
 */
export function start(field) {
  if (started.has(field)) return;
  started.add(field);
  const form = /** @type {HTMLFormElement} */ (field.closest("form"));
  const box = maak("div", { className: "pw-voorstellen", id: `${field.id}-voorstellen`, hidden: true });
  box.setAttribute("role", "listbox");
  box.setAttribute("aria-label", "Voorstellen");
  /** @type {HTMLElement} */ (field.parentElement).append(box);
  /** @type {HTMLElement} */ (field.parentElement).classList.add("pw-voorstellen-om");
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": box.id })) {
    field.setAttribute(name, value);
  }
  let turn = 0;
  let active = -1;
  const options = () => /** @type {HTMLAnchorElement[]} */ ([...box.querySelectorAll("a")]);

  const close = () => {
    turn++;
    active = -1;
    box.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };

  const open = async () => {
    const mine = ++turn;
    const text = field.value.trim();
    const found = text ? await Promise.all([voorstellen(text), loadStyle()]).then(([list]) => list, () => []) : [];
    if (mine !== turn) return;
    if (!found.length) return close();
    active = -1;
    field.removeAttribute("aria-activedescendant");
    box.replaceChildren(...grouped(found, box.id, text));
    box.hidden = false;
    field.setAttribute("aria-expanded", "true");
  };

  const move = (/** @type {number} */ step) => {
    const all = options();
    active = (active + step + all.length + 1) % (all.length + 1);
    if (active === all.length) active = step > 0 ? -1 : all.length - 1;
    for (const [at, option] of all.entries()) option.setAttribute("aria-selected", String(at === active));
    if (active < 0) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", all[active].id);
    all[active].scrollIntoView({ block: "nearest" });
  };

  field.addEventListener("input", open);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || (box.hidden && event.key !== "ArrowDown")) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (box.hidden) open();
      else move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      options()[active].click();
    } else if (event.key === "Escape" || event.key === "Tab") {
      if (event.key === "Escape") event.preventDefault();
      close();
    }
  });
  // a press on a suggestion must not take the focus away before the click arrives
  box.addEventListener("mousedown", (event) => event.preventDefault());
  box.addEventListener("click", close);
  field.addEventListener("blur", close);
  form.addEventListener("submit", close);
  if (document.activeElement === field && field.value) open();
}

/**
 * @param {Awaited<ReturnType<typeof voorstellen>>} found
 * @param {string} id
 * @param {string} text
 */
function grouped(found, id, text) {
  const groups = [...new Set(found.map(({ groep }) => groep))];
  let number = 0;
  return groups.map((groep) => {
    const part = maak("div");
    part.setAttribute("role", "group");
    part.setAttribute("aria-label", GROUPS[groep]);
    const head = maak("span", { className: "pw-voorstellen__kop" }, GROUPS[groep]);
    head.setAttribute("aria-hidden", "true");
    part.append(head, ...found.filter((one) => one.groep === groep).map(({ naam, adres, ook }) => {
      const link = maak("a", { href: new URL(adres, ROOT).href, id: `${id}-${number++}`, tabIndex: -1 }, ...marked(naam, text));
      link.setAttribute("role", "option");
      link.setAttribute("aria-selected", "false");
      if (ook && !words(naam).flat().some((word) => word.startsWith(fold(text)))) {
        link.append(maak("small", {}, ` ${ook}`));
      }
      return link;
    }));
    return part;
  });
}

/** A name with the typed beginnings in bold. @param {string} name @param {string} text */
function marked(name, text) {
  const typed = words(`${text} `).flat();
  return name.split(/(?<=[\s(-])/).map((piece) => {
    const hit = typed.filter((word) => fold(piece).startsWith(word)).sort((a, b) => b.length - a.length)[0];
    if (!hit) return piece;
    return maak("span", {}, maak("b", {}, piece.slice(0, hit.length)), piece.slice(hit.length));
  });
}

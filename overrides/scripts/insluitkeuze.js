// Choose what another site shows: the snippet and the preview follow the choice.

import { pagina } from "./elementen.js";
import { ROOT, SLUG } from "./kies.js";

const form = /** @type {HTMLFormElement} */ (document.querySelector(".pw-insluiten"));
const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("voorbeeld"));
const list = /** @type {HTMLSelectElement} */ (form.elements.namedItem("lijst"));
const also = /** @type {HTMLSelectElement} */ (form.elements.namedItem("ook"));
const code = /** @type {HTMLElement} */ (document.querySelector(".pw-kopieer code"));
const preview = /** @type {HTMLIFrameElement} */ (document.querySelector(".pw-proef"));
const [one, said, second] = ["een", "melding", "ook"].map((name) => /** @type {HTMLElement} */ (form.querySelector(`[data-plek=${name}]`)));
let asked = 0;

// the first of two lists, in the order in which their pages have them
const ORDER = ["themas", "doelgroepen", "werkvormen", "provincies"];

form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", toon);

/** Show what is chosen; a page that doesn't exist leaves everything as it was and says so. */
async function toon() {
  one.hidden = list.value !== "";
  tweede();
  const slug = field.value.trim().replace(/[?#].*$/, "").replace(/\/+$/, "").split("/").pop() ?? "";
  const path = paar() || list.value || `voorbeelden/${slug}`;
  const ours = ++asked;
  const title = SLUG.test(path.split("/")[1]) ? await titel(path) : null;
  if (ours !== asked) return;
  said.textContent = title === null ? "We kennen dit voorbeeld niet. Kopieer het hele adres van de pagina." : "";
  if (title !== null) schrijf(path, title);
}

/** Offer only what goes with the first choice. */
function tweede() {
  const first = list.value.split("/")[0];
  let fits = 0;
  for (const group of also.querySelectorAll("optgroup")) {
    group.disabled = group.hidden = !(group.dataset.bij ?? "").split(" ").includes(first);
    fits += Number(!group.disabled);
    if (group.disabled && group.contains(also.selectedOptions[0])) also.value = "";
  }
  second.hidden = fits === 0;
}

/** The page of two terms together; empty when there is only one. */
function paar() {
  if (!list.value || !also.value) return "";
  return [list.value, also.value].sort((a, b) => ORDER.indexOf(a.split("/")[0]) - ORDER.indexOf(b.split("/")[0])).join("/");
}

/** The title of what is shown; null when there is no such page. @param {string} path @returns {Promise<string|null>} */
async function titel(path) {
  try {
    const answer = await fetch(new URL(`insluiten/${path}.html`, ROOT));
    if (!answer.ok) return null;
    const page = pagina(await answer.text());
    return page.querySelector("h1")?.textContent?.trim() ?? null;
  } catch {
    return null;
  }
}

/** @param {string} path @param {string} title */
function schrijf(path, title) {
  const look = new FormData(form).get("uiterlijk");
  const part = look ? `#${look}` : "";
  const site = form.dataset.site;
  const page = path.split("/").slice(0, 2).join("/");
  const quoted = title.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  const frame = `<iframe src="${site}insluiten/${path}.html${part}" title="${quoted}" width="100%" height="540" style="border:0" loading="lazy"`;
  const safe = 'referrerpolicy="no-referrer" sandbox="allow-top-navigation-by-user-activation"></iframe>';
  code.textContent = `${frame} ${safe}\n<p>Uit de <a href="${site}${page}/">Praktijkwijzer Sociaal Werk</a>, CC BY 4.0</p>`;
  // a new frame: another fragment alone would not load the page anew
  const next = /** @type {HTMLIFrameElement} */ (preview.cloneNode());
  next.src = new URL(`insluiten/${path}.html${part}`, ROOT).href;
  document.querySelector(".pw-proef")?.replaceWith(next);
}

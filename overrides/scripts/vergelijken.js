// Two to four entries side by side, field by field. Which ones is in the address: `?v=a,b`.
// Fields and their words come from macros/views/comparison.py.

import { lees, ROOT } from "./kies.js";
import { adres, haal, plekken, uitAdres } from "./voorbeelden.js";

/** @typedef {string|[string, string]} Waarde text, or text with the address of its page */
/** @typedef {{titel: string, adres: string, velden: [string, string, Waarde[], string][]}} Vergelijking */

const MOST = 4;
const op = plekken(document);

/** An element with a role, as the table loses its own on a phone, and with text or elements in it. @param {string} tag @param {string} role @param {...(string|Node)} inside */
function maak(tag, role, ...inside) {
  const made = document.createElement(tag);
  if (role) made.setAttribute("role", role);
  made.append(...inside);
  return made;
}

/** @param {string} text @param {string} address from the root of the site */
function link(text, address) {
  const made = maak("a", "", text);
  made.href = ROOT + address;
  return made;
}

/** @param {Waarde} value */
const tekst = (value) => (Array.isArray(value) ? value[0] : value);

/** One field of all entries as a row; nothing when nobody fills it. @param {Vergelijking[]} shown @param {number} which */
function rij(shown, which) {
  const [, naam, , leeg] = shown[0].velden[which];
  const all = shown.map(({ velden }) => velden[which][2]);
  if (!leeg && all.every((values) => !values.length)) return "";
  const texts = all.map((values) => values.map(tekst));
  const same = new Set(texts.map((values) => [...values].sort().join("\n"))).size === 1;
  const shared = texts[0].filter((value) => texts.every((values) => values.includes(value)));
  const state = same ? "gelijk" : shared.length ? "deels gelijk" : "verschilt";
  const row = maak("tr", "row", maak("th", "rowheader", naam, " ", shown.length > 1 ? maak("small", "", state) : ""));
  row.dataset.stand = same ? "gelijk" : "anders";
  row.append(...all.map((values, place) => {
    const cell = maak("td", "cell", ...values.map((value) => {
      const line = maak("p", "", Array.isArray(value) ? link(...value) : value);
      line.classList.toggle("pw-vergelijk__eigen", state === "deels gelijk" && !shared.includes(tekst(value)));
      return line;
    }));
    if (!values.length) cell.append(maak("em", "", leeg || "niet vermeld"));
    cell.dataset.wie = shown[place].titel;
    return cell;
  }));
  return row;
}

/** The head of a column. @param {string} slug @param {Vergelijking} one */
function kop(slug, { titel, adres: address }) {
  const gone = maak("button", "", "Haal weg");
  gone.className = "pw-kies";
  gone.setAttribute("aria-label", `Haal weg: ${titel}`);
  gone.addEventListener("click", () => ga(uitAdres().filter((other) => other !== slug)));
  return maak("th", "columnheader", link(titel, address), gone);
}

/** Show these entries from now on; the back button leads to the ones before. @param {string[]} slugs */
function ga(slugs) {
  history.pushState(null, "", adres("vergelijken", slugs));
  toon();
  op.stand.focus();
}

let latest = 0;

async function toon() {
  const turn = ++latest;
  const asked = uitAdres() ?? [];
  const found = await Promise.all(asked.map((slug) => haal(slug, "vergelijking")));
  if (turn !== latest) return;
  const here = asked.map((slug, place) => [slug, found[place]]).filter(([, one]) => one);
  const shown = here.slice(0, MOST).map(([, one]) => one);
  op.tabel.dataset.aantal = shown.length;
  op.koppen.replaceChildren(maak("td", "cell"), ...here.slice(0, MOST).map(([slug, one]) => kop(slug, one)));
  op.regels.replaceChildren();
  shown[0]?.velden.forEach(([groep], which, all) => {
    if (groep !== all[which - 1]?.[0]) {
      const head = maak("th", "rowheader", groep);
      head.colSpan = shown.length + 1;
      op.regels.append(maak("tr", "row", head));
    }
    op.regels.append(rij(shown, which));
  });
  op.tabel.hidden = op.opties.hidden = !shown.length;
  op.aantal.textContent = String(shown.length);
  op.anders.textContent = String(op.regels.querySelectorAll("[data-stand=anders]").length);
  op.alle.textContent = String(op.regels.querySelectorAll("[data-stand]").length);
  op.weg.textContent = asked.filter((_, place) => found[place] === null).join(", ");
  op.later.textContent = asked.filter((_, place) => found[place] === undefined).join(", ");
  const said = [!shown.length, shown.length === 1, shown.length > 1, here.length > MOST, op.weg.textContent, op.later.textContent];
  said.forEach((holds, which) => { op.stand.children[which].hidden = !holds; });
  const more = (lees() ?? []).filter(({ slug }) => !asked.includes(slug));
  op.keuze.replaceChildren(...more.map(({ slug, titel }) => new Option(titel, slug)));
  op.toevoegen.hidden = shown.length >= MOST || !more.length;
  op.zoek.hidden = shown.length >= MOST || more.length > 0;
}

op.zonder.remove();
op.vlak.hidden = false;
op.verschillen.addEventListener("change", () => op.tabel.classList.toggle("pw-vergelijk--anders", op.verschillen.checked));
op.voegtoe.addEventListener("click", () => ga([...(uitAdres() ?? []), op.keuze.value]));
op.druk.addEventListener("click", () => print());
addEventListener("popstate", toon);
toon();

// The page with the map: choose a province or municipality in place, with the choice in the address.
// Without this script every mark and province is a plain link, and the page holds the same as a list.

import { gemeente, nogGeen, verbind } from "./gemeentezoeker.js";
import { maak, pagina } from "./elementen.js";
import { draw, hier, idOf, marks, provinceOf, toonAantallen, toonDeel } from "./kaartmerken.js";

export { landkaart } from "./catalogus-landkaart.js";
export { toonAantallen };

const MOST_CARDS = 6;

/** @param {HTMLElement} root */
function enhance(root) {
  const svg = /** @type {SVGSVGElement} */ (root.querySelector(".pw-landkaart"));
  const begin = /** @type {HTMLElement} */ (root.querySelector("[data-begin]"));
  const chosen = /** @type {HTMLElement} */ (root.querySelector("[data-keuze]"));
  const back = /** @type {HTMLButtonElement} */ (root.querySelector("[data-terug]"));
  const site = new URL("../", location.href);
  let turn = 0;

  /** @param {string} query @param {boolean} [above] whether it was chosen above the map, from where the answer may be out of sight */
  function go(query, above) {
    history.pushState(null, "", location.pathname + query);
    show(true, above);
  }

  /** Show what the address asks for. @param {boolean} [byUser] whether someone just chose it @param {boolean} [above] */
  async function show(byUser, above) {
    const mine = ++turn;
    const query = new URLSearchParams(location.search);
    const kind = query.has("plaats") ? "gemeenten" : "provincies";
    const asked = query.get("plaats") ?? query.get("provincie") ?? "";
    // what has no mark has no entries, or is another name
    const found = kind === "gemeenten" && !marks(svg).has(asked) ? await gemeente(asked).catch(() => undefined) : undefined;
    if (mine !== turn) return;
    const id = found?.id ?? asked;
    const mark = marks(svg).get(id);
    const province = kind === "provincies" ? id : mark ? provinceOf(mark) : found?.provincie;
    const shape = toonDeel(svg, province);
    hier(svg, found);
    svg.querySelector("[aria-current]")?.removeAttribute("aria-current");
    back.hidden = chosen.hidden = !shape && !found;
    begin.hidden = !chosen.hidden;
    if (found && !mark) {
      chosen.replaceChildren(heading(found.naam), ...note(found.noot), ...await nogGeen(found, site));
      if (byUser) chosen.querySelector("h2").focus({ preventScroll: !above });
      return;
    }
    if (!shape) {
      if (byUser) begin.querySelector("a").focus({ preventScroll: true });
      return;
    }
    (kind === "gemeenten" ? mark.link : shape).setAttribute("aria-current", "true");
    const address = new URL(`${kind}/${id}/`, site);
    try {
      const page = await read(address);
      if (mine !== turn) return;
      fill(page, address, `voorbeelden/?${kind === "gemeenten" ? "gemeente" : "provincie"}=${id}`, found?.noot);
      if (byUser) chosen.querySelector("h2").focus({ preventScroll: !above });
    } catch {
      if (mine === turn) location.href = address.href;
    }
  }

  /** The cards of the page of the place, and what is near. @param {Document} page @param {URL} address @param {string} filtered @param {string} [said] */
  function fill(page, address, filtered, said = "") {
    const name = page.querySelector("h1").textContent;
    const cards = page.querySelectorAll(".pw-kaart");
    const list = maak("ul", { className: "pw-kaarten" });
    const links = maak("p", { className: "pw-kaartpagina__verder" });
    list.append(...[...cards].slice(0, MOST_CARDS));
    links.append(
      maak("a", { href: address.href, textContent: cards.length > MOST_CARDS ? `Alles uit ${name}` : `De pagina van ${name}` }),
      maak("a", { href: new URL(filtered, site).href, textContent: "Kies verder in de catalogus" }),
    );
    for (const link of links.children) link.setAttribute("data-weg", "");
    const rest = [page.querySelector(".pw-lijstpagina__aantal"), list, links, page.querySelector(".pw-buurt")].filter(Boolean);
    chosen.replaceChildren(heading(name), ...note(said), ...rest);
  }

  root.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a");
    const href = link?.getAttribute("href") ?? "";
    if (!idOf(href) || link.hasAttribute("data-weg") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(`?${href.includes("gemeenten/") ? "plaats" : "provincie"}=${idOf(href)}`);
  });
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !back.hidden) go("");
  });
  back.addEventListener("click", () => go(""));
  verbind(document.querySelector("[data-gemeentezoeker]"), (id) => go(`?plaats=${id}`, true));
  addEventListener("popstate", () => show());
  addEventListener("resize", () => draw(svg));
  if (location.search) show();
}

/** A page of this site, with full addresses. @param {URL} address */
async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  const page = pagina(await answer.text());
  for (const name of ["href", "src"]) {
    for (const node of page.querySelectorAll(`main [${name}]`)) node.setAttribute(name, new URL(node.getAttribute(name), address).href);
  }
  return page;
}

/** @param {string} textContent */
const heading = (textContent) => maak("h2", { textContent, tabIndex: -1 });

/** @param {string} textContent */
const note = (textContent) => (textContent ? [maak("p", { textContent })] : []);

for (const root of document.querySelectorAll("[data-landkaart]")) enhance(/** @type {HTMLElement} */ (root));

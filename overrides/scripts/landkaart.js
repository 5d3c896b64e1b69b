// The page with the map: choose a province or municipality in place, with the choice in the address.
// Without this script every mark and province is a plain link, and the page holds the same as a list.

import { draw, idOf, marks, provinceOf, toonDeel } from "./kaartmerken.js";

export { toonAantallen } from "./kaartmerken.js";

const MOST_CARDS = 6;

/** @param {HTMLElement} root */
function enhance(root) {
  const svg = /** @type {SVGSVGElement} */ (root.querySelector(".pw-landkaart"));
  const begin = /** @type {HTMLElement} */ (root.querySelector("[data-begin]"));
  const chosen = /** @type {HTMLElement} */ (root.querySelector("[data-keuze]"));
  const back = /** @type {HTMLButtonElement} */ (root.querySelector("[data-terug]"));
  const site = new URL("../", location.href);
  let turn = 0;

  /** @param {string} query */
  function go(query) {
    history.pushState(null, "", location.pathname + query);
    show(true);
  }

  /** Show what the address asks for. @param {boolean} [byUser] whether someone just chose it */
  async function show(byUser) {
    const mine = ++turn;
    const query = new URLSearchParams(location.search);
    const kind = query.has("plaats") ? "gemeenten" : "provincies";
    const id = query.get("plaats") ?? query.get("provincie") ?? "";
    const mark = marks(svg).get(id);
    const province = kind === "provincies" ? id : mark && provinceOf(mark);
    const shape = toonDeel(svg, province);
    svg.querySelector("[aria-current]")?.removeAttribute("aria-current");
    back.hidden = chosen.hidden = !shape;
    begin.hidden = Boolean(shape);
    if (!shape) {
      if (byUser) begin.querySelector("a").focus({ preventScroll: true });
      return;
    }
    (kind === "gemeenten" ? mark.link : shape).setAttribute("aria-current", "true");
    const address = new URL(`${kind}/${id}/`, site);
    try {
      const page = await read(address);
      if (mine !== turn) return;
      fill(page, address, `voorbeelden/?${kind === "gemeenten" ? "gemeente" : "provincie"}=${id}`);
      if (byUser) chosen.querySelector("h2").focus({ preventScroll: true });
    } catch {
      if (mine === turn) location.href = address.href;
    }
  }

  /** The cards of the page of the place, and what is near. @param {Document} page @param {URL} address @param {string} filtered */
  function fill(page, address, filtered) {
    const name = page.querySelector("h1").textContent;
    const cards = page.querySelectorAll(".pw-kaart");
    const list = element("ul", { className: "pw-kaarten" });
    const links = element("p", { className: "pw-kaartpagina__verder" });
    list.append(...[...cards].slice(0, MOST_CARDS));
    links.append(
      element("a", { href: address.href, textContent: cards.length > MOST_CARDS ? `Alles uit ${name}` : `De pagina van ${name}` }),
      element("a", { href: new URL(filtered, site).href, textContent: "Kies verder in de catalogus" }),
    );
    for (const link of links.children) link.setAttribute("data-weg", "");
    const rest = [page.querySelector(".pw-lijstpagina__aantal"), list, links, page.querySelector(".pw-buurt")].filter(Boolean);
    chosen.replaceChildren(element("h2", { textContent: name, tabIndex: -1 }), ...rest);
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
  addEventListener("popstate", () => show());
  addEventListener("resize", () => draw(svg));
  if (location.search) show();
}

/** A page of this site, with full addresses. @param {URL} address */
async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const name of ["href", "src"]) {
    for (const node of page.querySelectorAll(`main [${name}]`)) node.setAttribute(name, new URL(node.getAttribute(name), address).href);
  }
  return page;
}

/** @param {string} tag @param {object} properties */
function element(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}

for (const root of document.querySelectorAll("[data-landkaart]")) enhance(/** @type {HTMLElement} */ (root));

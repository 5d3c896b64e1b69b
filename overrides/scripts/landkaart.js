// The map: choose a province or municipality in place, with the choice in the address.
// Without this script every mark and province is a plain link, and the page holds the same as a list.

const SVG = "http://www.w3.org/2000/svg";
const MOST_CARDS = 6;
const QUICK = 250;

/**
 * A municipality on a map. `own` is its own number, `leden` are those that its mark stands for on the whole map (itself included).
 * @typedef {{id: string, naam: string, link: SVGAElement, x: number, y: number, own: number, together: number, leden: Merk[]}} Merk
 */

/** @type {WeakMap<SVGSVGElement, Map<string, Merk>>} */
const known = new WeakMap();

/** What a link on the map leads to. @param {string} href */
const idOf = (href) => href.match(/(gemeenten|provincies)\/([a-z0-9-]+)\/$/)?.[2] ?? "";

/** The municipalities of a map; those that the page only names at their neighbour get a mark of their own. @param {SVGSVGElement} svg */
function marks(svg) {
  if (known.has(svg)) return known.get(svg);
  /** @type {Map<string, Merk>} */
  const found = new Map();
  for (const link of /** @type {NodeListOf<SVGAElement>} */ (svg.querySelectorAll("[data-provincie] > a"))) {
    const [naam, number] = link.getAttribute("aria-label").split(/(?: en omgeving)?: /);
    const [x, y] = link.getAttribute("transform").match(/\d+/g).map(Number);
    const mark = { id: idOf(link.href.baseVal), naam, link, x, y, own: Number(link.dataset.aantal ?? number), together: Number(number), leden: [] };
    mark.leden.push(mark);
    found.set(mark.id, mark);
    for (const part of link.dataset.bij?.split(";") ?? []) {
      const [id, name, left, top, own] = part.split("|");
      const copy = /** @type {SVGAElement} */ (link.cloneNode(true));
      copy.href.baseVal = link.href.baseVal.replace(`/${mark.id}/`, `/${id}/`);
      copy.dataset.lid = mark.id;
      delete copy.dataset.bij;
      link.parentNode.append(copy);
      const member = { id, naam: name, link: copy, x: Number(left), y: Number(top), own: Number(own), together: 0, leden: [] };
      mark.leden.push(member);
      found.set(id, member);
    }
  }
  known.set(svg, found);
  return found;
}

/** Draw all marks with their numbers, at the scale of what is shown. @param {SVGSVGElement} svg */
function draw(svg) {
  const near = svg.classList.contains("pw-landkaart--dichtbij");
  const { width, height } = svg.viewBox.baseVal;
  const scale = near ? Math.max(width / 1306, height / 1528) : 1;
  for (const mark of marks(svg).values()) {
    const number = near ? mark.own : mark.together;
    const { link } = mark;
    link.style.display = number ? "" : "none";
    link.setAttribute("transform", `translate(${mark.x} ${mark.y}) scale(${scale})`);
    link.setAttribute("aria-label", `${mark.naam}${!near && mark.leden.length > 1 ? " en omgeving" : ""}: ${number}`);
    const circle = link.querySelector("circle");
    circle.setAttribute("r", String(Math.round(22 + 6 * Math.sqrt(number)))); // as straal() in drawings/netherlands.py
    link.replaceChildren(circle, ...(number > 1 ? [text(String(number))] : []), ...(near ? [text(mark.naam, "pw-landkaart__naam", -30)] : []));
  }
  const dots = [...marks(svg).values()].filter((mark) => mark.own).map((mark) => `M${mark.x} ${mark.y}h0`);
  svg.querySelector(".pw-landkaart__stippen").setAttribute("d", dots.join(""));
}

/** @param {string} content @param {string} [name] @param {number} [y] */
function text(content, name, y) {
  const made = document.createElementNS(SVG, "text");
  made.textContent = content;
  if (name) made.setAttribute("class", name);
  if (y) made.setAttribute("y", String(y));
  return made;
}

/**
 * Show other numbers on a map, such as those of a selection; what has none disappears.
 * With the entries themselves instead of a number, an entry in two places counts once for a mark that stands for both.
 * @param {SVGSVGElement} svg @param {Map<string, number | Iterable<string>>} aantallen by id of the municipality
 */
export function toonAantallen(svg, aantallen) {
  /** @param {Merk[]} group */
  const count = (group) => {
    const values = group.map((mark) => aantallen.get(mark.id) ?? 0);
    const numbers = values.filter((value) => typeof value === "number");
    return numbers.reduce((sum, value) => sum + value, new Set(values.flatMap((value) => (typeof value === "number" ? [] : [...value]))).size);
  };
  const all = [...marks(svg).values()];
  for (const mark of all) {
    mark.own = count([mark]);
    mark.together = count(mark.leden);
  }
  for (const badge of /** @type {NodeListOf<SVGGElement>} */ (svg.querySelectorAll("[data-telling]"))) {
    const number = count(all.filter((mark) => mark.link.closest("[data-provincie]").getAttribute("data-provincie") === badge.dataset.telling));
    badge.style.display = number ? "" : "none";
    badge.querySelector("text").textContent = String(number);
  }
  draw(svg);
}

/** Show a part of the map, or all of it. @param {SVGSVGElement} svg @param {string} [box] */
export function toonDeel(svg, box) {
  svg.dataset.heel ??= svg.getAttribute("viewBox");
  const from = svg.getAttribute("viewBox").split(" ").map(Number);
  const to = (box ?? svg.dataset.heel).split(" ").map(Number);
  svg.classList.toggle("pw-landkaart--dichtbij", Boolean(box));
  svg.setAttribute("viewBox", to.join(" "));
  draw(svg);
  if (matchMedia("(prefers-reduced-motion: reduce)").matches || from.join() === to.join()) return;
  const start = performance.now();
  /** @param {number} now */
  const step = (now) => {
    const part = Math.min(1, (now - start) / QUICK);
    svg.setAttribute("viewBox", from.map((value, index) => value + (to[index] - value) * (1 - (1 - part) ** 3)).join(" "));
    if (part < 1) requestAnimationFrame(step);
  };
  step(start);
}

/** The page with the map. @param {HTMLElement} root */
function enhance(root) {
  const svg = /** @type {SVGSVGElement} */ (root.querySelector(".pw-landkaart"));
  const begin = /** @type {HTMLElement} */ (root.querySelector("[data-begin]"));
  const chosen = /** @type {HTMLElement} */ (root.querySelector("[data-keuze]"));
  const back = document.createElement("button");
  const site = new URL("../", location.href);
  let turn = 0;

  back.type = "button";
  back.className = "pw-knop pw-kaartpagina__terug";
  back.textContent = "Heel Nederland";
  back.hidden = true;
  back.addEventListener("click", () => go(""));
  svg.before(back);

  /** @param {string} query @param {boolean} [asStep] */
  function go(query, asStep = true) {
    if (asStep) history.pushState(null, "", location.pathname + query);
    return show(asStep);
  }

  /** Show what the address asks for. @param {boolean} byUser whether someone just chose it */
  async function show(byUser) {
    const mine = ++turn;
    const query = new URLSearchParams(location.search);
    const kind = query.has("plaats") ? "gemeenten" : "provincies";
    const id = query.get("plaats") ?? query.get("provincie") ?? "";
    const link = marks(svg).get(id)?.link;
    const province = kind === "provincies" ? id : link?.closest("[data-provincie]").getAttribute("data-provincie");
    const shape = [...svg.querySelectorAll("a[data-vak]")].find((one) => idOf(one.getAttribute("href")) === province);
    for (const one of svg.querySelectorAll("[aria-current]")) one.removeAttribute("aria-current");
    back.hidden = begin.hidden = !shape;
    back.hidden = !shape;
    begin.hidden = Boolean(shape);
    chosen.hidden = !shape;
    toonDeel(svg, shape?.getAttribute("data-vak"));
    if (!shape) return byUser ? /** @type {HTMLElement} */ (begin.querySelector("a")).focus({ preventScroll: true }) : undefined;
    (kind === "gemeenten" ? link : shape).setAttribute("aria-current", "true");
    const address = new URL(`${kind}/${id}/`, site);
    try {
      const page = await read(address);
      if (mine === turn) fill(page, kind, id, address, byUser);
    } catch {
      if (mine === turn) location.href = address.href;
    }
  }

  /** @param {Document} page @param {string} kind @param {string} id @param {URL} address @param {boolean} byUser */
  function fill(page, kind, id, address, byUser) {
    const heading = document.createElement("h2");
    heading.tabIndex = -1;
    heading.textContent = page.querySelector("h1").textContent;
    const number = page.querySelector(".pw-lijstpagina__aantal");
    const further = document.createElement("p");
    further.className = "pw-kaartpagina__verder";
    further.append(
      anchor(address.href, `Meer over ${heading.textContent}`),
      anchor(new URL(`voorbeelden/?${kind === "gemeenten" ? "gemeente" : "provincie"}=${id}`, site).href, "Verfijn in de catalogus"),
    );
    const cards = document.createElement("ul");
    cards.className = "pw-kaarten";
    const all = [...page.querySelectorAll(".pw-kaart")];
    for (const title of page.querySelectorAll(".pw-kaart__titel")) title.setAttribute("aria-level", "3");
    cards.append(...all.slice(0, MOST_CARDS));
    const near = page.querySelector(".pw-buurt");
    chosen.replaceChildren(heading, number, cards, further, ...(near ? [near] : []));
    if (byUser) heading.focus({ preventScroll: true });
  }

  root.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a");
    if (!link || link.hasAttribute("data-weg") || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const href = link.getAttribute("href");
    if (!idOf(href)) return;
    event.preventDefault();
    go(`?${href.includes("gemeenten/") ? "plaats" : "provincie"}=${idOf(href)}`);
  });
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !back.hidden) go("");
  });
  addEventListener("popstate", () => show(false));
  if (location.search) show(false);
}

/** A page of this site, with full addresses in what it shows. @param {URL} address */
async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const name of ["href", "src"]) {
    for (const node of page.querySelectorAll(`main [${name}]`)) node.setAttribute(name, new URL(node.getAttribute(name), address).href);
  }
  return page;
}

/** @param {string} href @param {string} label */
function anchor(href, label) {
  const made = document.createElement("a");
  made.href = href;
  made.dataset.weg = "";
  made.textContent = label;
  return made;
}

for (const root of document.querySelectorAll("[data-landkaart]")) enhance(/** @type {HTMLElement} */ (root));

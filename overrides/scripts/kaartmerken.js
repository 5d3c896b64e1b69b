// The marks on a map: how many each shows, which part of the map is shown. The server drew the whole map with all entries.

const SVG = "http://www.w3.org/2000/svg";
const QUICK = 250;

/**
 * A municipality on a map: its own number, and what its mark shows on the whole map for `leden`, itself included.
 * @typedef {{id: string, naam: string, link: SVGAElement, x: number, y: number, own: number, together: number, leden: Merk[]}} Merk
 */

/** @type {WeakMap<SVGSVGElement, Map<string, Merk>>} */
const known = new WeakMap();

/** The id in an address such as `../gemeenten/assen/`. @param {string} href */
export const idOf = (href) => href.match(/(?:gemeenten|provincies)\/([a-z0-9-]+)\/$/)?.[1] ?? "";

/** In which province a mark is drawn. @param {Merk} mark */
export const provinceOf = (mark) => /** @type {HTMLElement} */ (mark.link.parentNode).dataset.provincie;

/** The municipalities of a map by id; those that a neighbour stands for get a link of their own. @param {SVGSVGElement} svg */
export function marks(svg) {
  if (known.has(svg)) return known.get(svg);
  /** @type {Map<string, Merk>} */
  const found = new Map();
  for (const link of /** @type {NodeListOf<SVGAElement>} */ (svg.querySelectorAll("[data-provincie] > a"))) {
    const [naam, number] = link.getAttribute("aria-label").split(/(?: en omgeving)?: /);
    const [x, y] = link.getAttribute("transform").match(/\d+/g).map(Number);
    const mark = { id: idOf(link.href.baseVal), naam, link, x, y, own: Number(link.dataset.aantal ?? number), together: Number(number), leden: [] };
    for (const part of link.dataset.bij?.split(";") ?? []) {
      const [id, naam, x, y, own] = part.split("|");
      const copy = /** @type {SVGAElement} */ (link.cloneNode(true));
      copy.href.baseVal = link.href.baseVal.replace(`/${mark.id}/`, `/${id}/`);
      copy.dataset.lid = "";
      link.after(copy);
      mark.leden.push({ id, naam, link: copy, x: Number(x), y: Number(y), own: Number(own), together: 0, leden: [] });
    }
    mark.leden.unshift(mark);
    for (const member of mark.leden) found.set(member.id, member);
  }
  known.set(svg, found);
  return found;
}

/** Draw the marks with their numbers, as large as a finger needs; in a province, with the names there is room for. @param {SVGSVGElement} svg */
export function draw(svg) {
  const near = svg.dataset.deel;
  const { width, height } = svg.viewBox.baseVal;
  const scale = near ? 0.44 * Math.max(width / svg.clientWidth, height / svg.clientHeight) : 1;
  const shown = [...marks(svg).values()].filter((mark) => mark.own);
  for (const mark of marks(svg).values()) {
    const { link } = mark;
    const number = near ? mark.own : mark.together;
    const circle = link.querySelector("circle");
    link.style.display = number ? "" : "none";
    link.setAttribute("transform", `translate(${mark.x} ${mark.y}) scale(${scale})`);
    link.setAttribute("aria-label", `${mark.naam}${!near && mark.leden.some((one) => one !== mark && one.own) ? " en omgeving" : ""}: ${number}`);
    circle.setAttribute("r", String(Math.round(22 + 6 * Math.sqrt(number)))); // as straal() in drawings/netherlands.py
    link.replaceChildren(circle, ...(number > 1 ? [text(String(number))] : []));
  }
  svg.querySelector(".pw-landkaart__stippen").setAttribute("d", shown.map((mark) => `M${mark.x} ${mark.y}h0`).join(""));
  if (!near) return;
  const taken = shown.filter((mark) => mark.own > 1).map((mark) => mark.link.getBoundingClientRect());
  for (const { link, naam } of shown.filter((mark) => provinceOf(mark) === near)) {
    const name = text(naam, "pw-landkaart__naam");
    name.setAttribute("y", String(-Number(link.firstElementChild.getAttribute("r")) - 18));
    link.append(name);
    const box = name.getBoundingClientRect();
    const free = taken.every((one) => box.right < one.left || box.left > one.right || box.bottom - 4 < one.top || box.top > one.bottom);
    if (free) taken.push(box);
    name.toggleAttribute("data-dicht", !free);
  }
}

/** @param {string} content @param {string} [name] */
function text(content, name = "") {
  const made = document.createElementNS(SVG, "text");
  made.textContent = content;
  made.setAttribute("class", name);
  return made;
}

/**
 * Show other numbers, such as those of a selection; what has none disappears. Given the entries themselves instead of
 * their number, an entry in two places counts once in a mark that stands for both.
 * @param {SVGSVGElement} svg @param {Map<string, number | Iterable<string>>} aantallen by id of the municipality
 */
export function toonAantallen(svg, aantallen) {
  /** @param {Merk[]} group */
  const count = (group) => {
    const names = new Set();
    let sum = 0;
    for (const mark of group) {
      const value = aantallen.get(mark.id) ?? 0;
      if (typeof value === "number") sum += value;
      else for (const name of value) names.add(name);
    }
    return sum + names.size;
  };
  const all = [...marks(svg).values()];
  for (const mark of all) {
    mark.own = count([mark]);
    mark.together = count(mark.leden);
  }
  for (const badge of /** @type {NodeListOf<SVGGElement>} */ (svg.querySelectorAll("[data-telling]"))) {
    const number = count(all.filter((mark) => provinceOf(mark) === badge.dataset.telling));
    badge.style.display = number ? "" : "none";
    badge.lastElementChild.textContent = String(number);
  }
  draw(svg);
}

/** Show one province, or the whole map. @param {SVGSVGElement} svg @param {string} [province] */
export function toonDeel(svg, province) {
  const shape = [...svg.querySelectorAll("[data-vak]")].find((one) => idOf(one.getAttribute("href")) === province);
  svg.dataset.heel ??= svg.getAttribute("viewBox");
  svg.dataset.deel = shape ? province : "";
  svg.classList.toggle("pw-landkaart--dichtbij", Boolean(shape));
  const from = svg.getAttribute("viewBox").split(" ").map(Number);
  const to = (shape?.getAttribute("data-vak") ?? svg.dataset.heel).split(" ").map(Number);
  svg.setAttribute("viewBox", to.join(" "));
  draw(svg);
  if (!matchMedia("(prefers-reduced-motion: reduce)").matches) move(svg, from, to);
  return shape;
}

/** Mark a place that has no number, or no place at all. @param {SVGSVGElement} svg @param {{x?: number, y?: number}} [place] */
export function hier(svg, place) {
  svg.querySelector(".pw-landkaart__hier")?.remove();
  if (place?.x === undefined) return;
  const mark = document.createElementNS(SVG, "g");
  mark.setAttribute("class", "pw-landkaart__hier");
  for (let ring = 0; ring < 2; ring++) {
    const dot = mark.appendChild(document.createElementNS(SVG, "path"));
    dot.setAttribute("d", `M${place.x} ${place.y}h0`);
  }
  svg.append(mark);
}

/** @param {SVGSVGElement} svg @param {number[]} from @param {number[]} to */
function move(svg, from, to) {
  const start = performance.now();
  /** @param {number} now */
  const step = (now) => {
    const left = Math.max(0, 1 - Math.max(0, now - start) / QUICK) ** 3;
    svg.setAttribute("viewBox", to.map((value, index) => value + (from[index] - value) * left).join(" "));
    if (left) requestAnimationFrame(step);
  };
  step(start);
}

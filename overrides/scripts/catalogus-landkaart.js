// The map view of the catalogue: how many of the entries that fit are where; choosing a place filters.
// Loaded when somebody asks for the map.

import { maak, pagina } from "./elementen.js";
import { idOf, marks, provinceOf, toonAantallen, toonDeel } from "./kaartmerken.js";

/**
 * @param {HTMLElement} frame where the map comes @param {string} html the map as the build drew it
 * @param {(gekozen: {provincie: string[], gemeente: string[]}) => void} kies
 * @returns {(tabel: import("./catalogus-tabel.js").Tabel, gekozen: Record<string, string[]>, passend: import("./catalogus-tabel.js").Set32) => void}
 *   shows a set of rows, and which places are chosen
 */
export function landkaart(frame, html, kies) {
  frame.replaceChildren(...pagina(html).body.childNodes);
  const svg = /** @type {SVGSVGElement} */ (frame.querySelector("svg"));
  const back = maak("button", { type: "button", className: "pw-knop", hidden: true }, "Heel Nederland");
  const note = /** @type {HTMLElement} */ (frame.querySelector("[data-landelijk]"));
  frame.prepend(back);
  back.addEventListener("click", () => kies({ provincie: [], gemeente: [] }));
  svg.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const href = link.getAttribute("href") ?? "";
    const id = idOf(href);
    // Utrecht and Groningen are both a province and a municipality
    const mark = href.includes("gemeenten/") && marks(svg)?.get(id);
    // on the whole map a mark stands for its neighbours too
    const places = mark && (svg.dataset.deel ? [mark] : mark.leden).filter(({ own }) => own);
    if (places) kies({ provincie: svg.dataset.deel ? [provinceOf(places[0])] : [], gemeente: places.map((place) => place.id) });
    else kies({ provincie: [id], gemeente: [] });
  });
  return (tabel, { provincie, gemeente }, passend) => {
    const aantallen = new Map(tabel.facetten.gemeente.waarden.map((id, place) => [id, tabel.rijen(passend, tabel.facetten.gemeente.rijen[place]).map(String)]));
    toonAantallen(svg, aantallen);
    const province = provincie.length === 1 && provincie[0] !== "landelijk" ? provincie[0] : undefined;
    if ((svg.dataset.deel || undefined) !== province) toonDeel(svg, province);
    back.hidden = !province;
    for (const [id, { link }] of marks(svg) ?? []) {
      if (gemeente.includes(id)) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    const { waarden, rijen } = tabel.facetten.provincie;
    const everywhere = tabel.rijen(passend, rijen[waarden.indexOf("landelijk")] ?? tabel.leeg()).length;
    const words = everywhere === 1 ? "1 landelijk voorbeeld staat" : `${everywhere} landelijke voorbeelden staan`;
  note.textContent = everywhere ? `${words} niet op de kaart.` : "";
  };
}

// A selection as an address that people can read and mail:
// ?q=eenzaam&thema=eenzaamheid,mantelzorg&fase=pilot&sorteer=nieuwste&weergave=lijst

/** @typedef {{q: string, gekozen: Record<string, string[]>, sorteer: string, weergave: string}} Selectie */

/**
 * What an address asks for; values that don't exist are left out, so that an old address still works.
 * @param {string} search the part from the question mark
 * @param {Record<string, {waarden: string[]}>} facets
 * @returns {Selectie}
 */
export function lees(search, facets) {
  const asked = new URLSearchParams(search);
  /** @type {Record<string, string[]>} */ const gekozen = {};
  for (const [name, { waarden }] of Object.entries(facets)) {
    const ids = asked.getAll(name).flatMap((value) => value.split(","));
    gekozen[name] = waarden.filter((id) => ids.includes(id));
  }
  return { q: (asked.get("q") ?? "").trim(), gekozen, sorteer: asked.get("sorteer") ?? "", weergave: asked.get("weergave") ?? "" };
}

/** The address of a selection, from the question mark; empty when nothing is chosen. @param {Selectie} selection */
export function schrijf({ q, gekozen, sorteer, weergave }) {
  const parts = Object.entries({ q, ...gekozen, sorteer, weergave }).filter(([, value]) => value.length);
  const text = new URLSearchParams(parts.map(([name, value]) => [name, String(value)])).toString().replaceAll("%2C", ",");
  return text && `?${text}`;
}

// The search engine of this site: a Dutch question in, addresses with a score out. Pagefind holds the
// index; this module decides what to ask of it and how the answers add up. No page code in here.

/**
 * @typedef {object} Treffer
 * @property {string} adres the page, from the root of the site: "voorbeelden/leefgoed-veghel/"
 * @property {number} score higher is better; only the order within one answer means something
 */

const ROOT = new URL("../../", import.meta.url);
const FILLER = new Set("de het een en of van voor met naar bij op in uit om te die dat wat hoe wie waar welke ik wij we mijn onze je er is zijn kan kun help helpen niet meer".split(" "));

/** @type {Promise<any> | null} */ let engine = null;
/** @type {Promise<Record<string, string>> | null} */ let addresses = null;

/** Load Pagefind once. Rejects when the index is missing. */
function load() {
  engine ??= import(new URL("pagefind/pagefind.js", ROOT).href).then(async (module) => {
    const instance = module.createInstance({ noWorker: true });
    await instance.init();
    return instance;
  });
  return engine;
}

/** @returns {Promise<Record<string, string>>} Pagefind's id of a page → its address */
function loadAddresses() {
  addresses ??= fetch(new URL("pagefind/adressen.json", ROOT)).then((answer) => answer.json());
  return addresses;
}

/**
 * Everything that a question finds, best first. An empty question finds nothing. Rejects when the
 * search index is missing, and with an AbortError when `signal` aborts.
 *
 * @param {string} tekst what somebody typed
 * @param {{signal?: AbortSignal}} [options]
 * @returns {Promise<Treffer[]>}
 */
export async function zoek(tekst, { signal } = {}) {
  const words = tekst.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word && !FILLER.has(word));
  if (!words.length) return [];
  const [pagefind, adres] = await Promise.all([load(), loadAddresses()]);
  /** @type {Map<string, number>} */ const scores = new Map();
  for (const word of words) {
    const found = await pagefind.search(word);
    signal?.throwIfAborted();
    for (const { id, score } of found.results) scores.set(id, (scores.get(id) ?? 0) + score);
  }
  return [...scores].map(([id, score]) => ({ adres: adres[id], score })).sort((a, b) => b.score - a.score);
}

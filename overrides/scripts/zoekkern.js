// The search engine of this site: a Dutch question in, addresses with a score out. Pagefind holds the
// index; the dictionary (macros/finding) says which of its words to ask for; here the answers add up.
// No page code in here.

import { ROOT, fileLines, get, laadBegin, lijnen, once } from "./bestanden.js";
import { stem } from "./nederlands.js";
import { fold, words } from "./tekst.js";

export { fold, stem, words };

/**
 * @typedef {object} Treffer
 * @property {string} adres the page, from the root of the site: "voorbeelden/leefgoed-veghel/"
 * @property {number} score higher is better; only the order within one answer means something
 *
 * @typedef {object} Vondst what Pagefind has on a page, by its id
 * @property {string} id
 * @property {number} score
 * @property {() => Promise<any>} data
 *
 * @typedef {object} Antwoord
 * @property {Vondst[]} voorbeelden entries, best first
 * @property {Vondst[]} overig everything else, best first
 * @property {string} bedoeld the question as it was understood, where that differs in spelling; else ""
 * @property {string[]} vormen the words that count as found, for showing where
 * @property {string[]} gevraagd the stems of the words that were asked for
 * @property {string[]} los the words that were asked for, each apart
 *
 * @typedef {[string, number]} Keuze a word of the index and what it counts
 * @typedef {object} Term one thing that is asked for: the best of `keuzes`, or the sum of the best of each of `delen`
 * @property {Keuze[]} keuzes
 * @property {Keuze[][]} delen
 * @property {number} waarde what the whole term counts
 * @property {boolean} [extra] whether it only adds: a pair of words that are terms themselves too
 *
 * @typedef {object} Regel a line of the dictionary
 * @property {string} stam
 * @property {number} aantal
 * @property {string[]} vormen
 * @property {string[]} delen
 * @property {Keuze[]} begrippen
 * @property {Map<string, Keuze>} vervolg
 */

const WEIGHTS = { part: 0.2, completed: 0.8, corrected: 0.9, pair: 0.3, unknown: 0.6, coverage: 0.8, rare: 12, rarePart: 0.35, inName: 0.3, floor: 0.12, least: 10 };

/** @type {Map<string, Promise<Vondst[]>>} */ const asked = new Map();

const loadPagefind = () => once("pagefind", async () => {
  const { createInstance } = await import(new URL("pagefind/pagefind.js", ROOT).href);
  // where the head asked for the index already, its first file has this key instead of the time
  const named = /_(\w+)\.pf_meta$/.exec(document.querySelector("link[href$=pf_meta]")?.getAttribute("href") ?? "");
  const instance = createInstance({ noWorker: true, ...(named && { metaCacheTag: named[1] }) });
  await instance.init();
  // raw weights: all that Pagefind would add to them is in the weights already
  await instance.options({ ranking: { termFrequency: 0, termSaturation: 2, pageLength: 0, termSimilarity: 0, diacriticSimilarity: 0 } });
  return instance;
});

/** @returns {Promise<Record<string, string>>} Pagefind's id of an entry → its address */
const loadAddresses = () => once("adressen", async () => (await get("zoek/adressen.json")).json());

/** @param {string} text @returns {Keuze} "code*80" */
function choice(text) {
  const [code, percents] = text.split("*");
  return [code, Number(percents ?? 100) / 100];
}

/** @param {string} line @returns {Regel} */
function parse(line) {
  const [stam, aantal, ...fields] = line.split("|");
  const [vormen, delen, begrippen, vervolg] = [0, 1, 2, 3].map((at) => (fields[at] ? fields[at].split(",") : []));
  return {
    stam, vormen, delen,
    aantal: Number(aantal),
    begrippen: begrippen.map(choice),
    vervolg: new Map(vervolg.map((next) => {
      const [word, code] = next.split(">");
      if (word.endsWith("<")) return [word, [`${word.slice(0, -1)}_${stam}`, WEIGHTS.pair]];
      return [word, code ? choice(code) : /** @type {Keuze} */ ([`${stam}_${word}`, WEIGHTS.pair])];
    })),
  };
}

/** @param {string} word @returns {Promise<Regel | undefined>} what the dictionary says of a word in any of its forms */
async function lookUp(word) {
  const wanted = stem(word);
  const has = (/** @type {string} */ line) => line.startsWith(`${wanted}|`) || line.split("|")[2]?.split(",").includes(word);
  const line = (await lijnen("woorden", word)).find(has) ?? (await lijnen("woorden", wanted)).find(has);
  return line === undefined ? line : parse(line);
}

/** @param {string} word @returns {Promise<Regel[]>} the best known words that begin so; of a few letters only one, for each costs a file */
async function complete(word) {
  const found = (await lijnen("woorden", word)).map(parse);
  return found.filter((line) => line.vormen.some((form) => form.startsWith(word))).sort((a, b) => b.aantal - a.aantal).slice(0, word.length < 5 ? 1 : 3);
}

/** @param {string} word @returns {Promise<Regel[]>} the known parts of a compound that is itself unknown, the longest tail first */
async function takeApart(word) {
  for (let cut = 4; cut <= word.length - 4; cut++) {
    // the head first: it mostly stands in a file that is here already
    const heads = ["", "s", "en", "e", "n"].filter((joint) => word.slice(0, cut).endsWith(joint)).map((joint) => word.slice(0, cut - joint.length));
    const head = (await Promise.all(heads.map((base) => (base.length > 3 ? lookUp(base) : undefined)))).find((line) => line?.aantal);
    const tail = head && await lookUp(word.slice(cut));
    if (tail?.aantal) return [head, tail];
  }
  return [];
}

const SOUNDS = [["c", "k"], ["k", "c"], ["s", "z"], ["z", "s"], ["f", "v"], ["v", "f"], ["ei", "ij"], ["ij", "ei"], ["au", "ou"], ["ou", "au"], ["g", "ch"], ["q", "k"], ["i", "ie"]];

/** @param {string} word @returns {Promise<{regel: Regel, vorm: string} | undefined>} the known word that was probably meant */
async function correct(word) {
  if (word.length < 4) return undefined;
  const starts = new Set([word.slice(0, 2), word[1] + word[0], word[0] + word[2]]);
  for (const [from, to] of SOUNDS) if (word.startsWith(from)) starts.add((to + word.slice(from.length)).slice(0, 2));
  // the mistake is seldom in the first letters; if it is, all words with the first letter are tried
  return await nearest(word, [...starts]) ?? nearest(word, [word[0]]);
}

/** @param {string} word @param {string[]} starts @returns {Promise<{regel: Regel, vorm: string} | undefined>} */
async function nearest(word, starts) {
  const most = word.length < 6 ? 1 : word.length < 10 ? 2 : 3;
  const { woorden } = await laadBegin();
  const files = [...woorden].filter((/** @type {string} */ name) => starts.some((start) => name.startsWith(start) || start.startsWith(name)));
  /** @type {{regel: Regel, vorm: string, afstand: number} | undefined} */ let best;
  for (const line of (await Promise.all(files.map((name) => fileLines("woorden", name)))).flat()) {
    const regel = parse(line);
    for (const vorm of regel.vormen) {
      if (Math.abs(vorm.length - word.length) > most || !regel.aantal) continue;
      const afstand = distance(word, vorm, most) - Math.min(regel.aantal, 200) / 500;
      if (afstand <= most && (!best || afstand < best.afstand)) best = { regel, vorm, afstand };
    }
  }
  return best;
}

/**
 * Letters to change, add, drop or swap (Damerau-Levenshtein); letters that sound alike cost half.
 * @param {string} a
 * @param {string} b
 * @param {number} most
 */
function distance(a, b, most) {
  let before = /** @type {number[]} */ ([]);
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const pair = a[i - 1] + b[j - 1];
      const change = a[i - 1] === b[j - 1] ? 0 : "dt td sz zs fv vf ck kc iy yi gh hg".includes(pair) ? 0.5 : 1;
      next[j] = Math.min(row[j - 1] + change, row[j] + (a[i - 1] === a[i - 2] ? 0.5 : 1), next[j - 1] + (b[j - 1] === b[j - 2] ? 0.5 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return Infinity;
    [before, row] = [row, next];
  }
  return row[b.length];
}

/** @param {Regel} line @param {number} [factor] @returns {Term} */
function asTerm(line, factor = 1) {
  const own = line.aantal ? [/** @type {Keuze} */ ([line.stam, factor])] : [];
  return {
    keuzes: [...own, ...line.begrippen.map(([code, share]) => /** @type {Keuze} */ ([code, share * factor]))],
    delen: line.delen.map((part) => [[part, WEIGHTS.part * factor]]),
    waarde: 1,
  };
}

/**
 * What one word of the question asks for.
 * @param {string[]} readings the word, then the parts between its hyphens
 * @param {boolean} typing whether more letters may follow
 * @returns {Promise<{termen: Term[], regel?: Regel, vormen: string[], vorm?: string}>}
 */
async function understand([word, ...parts], typing) {
  const line = await lookUp(word);
  if (line && (line.aantal > WEIGHTS.rare || line.delen.length < 2)) return { termen: [asTerm(line)], regel: line, vormen: line.vormen };
  if (line) {
    // a compound that hardly any page has: its parts count, and what they are other words for
    const known = (await Promise.all(line.delen.map((part) => lookUp(part)))).filter((part) => part !== undefined);
    const whole = asTerm(line);
    if (!line.aantal) return { termen: [...(whole.keuzes.length ? [{ ...whole, delen: [] }] : []), ...known.map((part) => ({ ...asTerm(part), waarde: WEIGHTS.unknown }))], regel: line, vormen: [line, ...known].flatMap(({ vormen }) => vormen) };
    return {
      termen: [{ ...whole, delen: known.map((part) => asTerm(part, WEIGHTS.rarePart).keuzes) }],
      regel: line,
      vormen: [line, ...known].flatMap(({ vormen }) => vormen),
    };
  }
  if (parts.length) {
    const found = (await Promise.all(parts.map((part) => understand([part], false)))).filter(({ termen }) => termen.length);
    if (found.length) return { termen: found.flatMap(({ termen }) => termen), vormen: found.flatMap(({ vormen }) => vormen) };
  }
  const longer = word.length > (typing ? 2 : 3) ? await complete(word) : [];
  if (longer.length) {
    const keuzes = longer.flatMap((other) => asTerm(other, WEIGHTS.completed).keuzes.slice(0, 1));
    return { termen: [{ keuzes, delen: [], waarde: 1 }], vormen: longer.flatMap((other) => other.vormen) };
  }
  const apart = await takeApart(word);
  if (apart.length) {
    return { termen: apart.map((part) => ({ ...asTerm(part), waarde: WEIGHTS.unknown })), vormen: apart.flatMap((part) => part.vormen) };
  }
  const meant = typing ? undefined : await correct(word);
  if (meant) return { termen: [asTerm(meant.regel, WEIGHTS.corrected)], regel: meant.regel, vormen: meant.regel.vormen, vorm: meant.vorm };
  return { termen: [], vormen: [] };
}

/**
 * Names of several words in the question. Of a name that means something else than its words ("blauwe
 * envelop") the words themselves count for less from then on.
 * @param {Awaited<ReturnType<typeof understand>>[]} understood
 * @param {(string | undefined)[]} before the filler before each word
 * @returns {Term[]}
 */
function pairs(understood, before) {
  /** @type {Term[]} */ const found = [];
  for (const [at, { regel }] of understood.entries()) {
    const name = before[at] && regel?.vervolg.get(`${before[at]}<`);
    if (name) found.push({ keuzes: [name], delen: [], waarde: 1.5, extra: true });
    for (let length = 1; length <= 3; length++) {
      const after = understood.slice(at + 1, at + 1 + length);
      if (after.length < length || after.some((other) => !other.regel)) break;
      const next = regel?.vervolg.get(after.map((other) => other.regel?.stam).join("_"));
      if (!next) continue;
      const meaning = next[0].startsWith("xx");
      // a name of two words means as much as two words
      found.push({ keuzes: [next], delen: [], waarde: meaning ? length + 1 : 1, extra: !meaning });
      if (meaning) for (const { termen } of [understood[at], ...after]) for (const term of termen) term.waarde *= WEIGHTS.inName;
    }
  }
  return found;
}

/**
 * The pages with a word of the index, each with the weight of the word on that page.
 * @param {string} word
 * @param {"v" | "w"} kind entries, or everything else
 * @returns {Promise<Vondst[]>}
 */
function ask(word, kind) {
  const letters = word.replace(/\d/g, (digit) => "x" + "abcdefghij"[Number(digit)]).replaceAll("_", "x");
  const code = `q${kind}${letters}q`;
  const made = asked.get(code) ?? (async () => {
    const [pagefind, { voorbeelden, overig }] = await Promise.all([loadPagefind(), laadBegin()]);
    const { results } = await pagefind.search(code);
    // Pagefind multiplies by rarity among all pages; undo that, to count it among pages of this kind
    const worth = rarity(kind === "v" ? voorbeelden : overig, results.length) / rarity(voorbeelden + overig, results.length);
    return results.map((/** @type {any} */ { id, score, data }) => ({ id, data, score: score * worth }));
  })().catch((error) => { asked.delete(code); throw error; });
  asked.set(code, made);
  return made;
}

/** @param {number} all @param {number} having */
const rarity = (all, having) => Math.log(1 + (all - having + 0.5) / (having + 0.5));


/**
 * @param {Term[]} terms
 * @param {"v" | "w"} kind
 * @returns {Promise<Vondst[]>} best first, without what is far below the best
 */
async function rank(terms, kind) {
  /** @type {Map<string, Vondst & {dekking: number}>} */ const pages = new Map();
  let whole = 0;
  await Promise.all(terms.flatMap(({ keuzes, delen }) => [...keuzes, ...delen.flat()]).map(([word]) => ask(word, kind)));
  for (const term of terms) {
    /** @type {Map<string, Vondst>} */ const best = new Map();
    const put = (/** @type {Vondst} */ page, /** @type {number} */ score) => {
      if (score > (best.get(page.id)?.score ?? 0)) best.set(page.id, { ...page, score });
    };
    /** @type {Map<string, number>} */ const sums = new Map();
    for (const part of term.delen) {
      /** @type {Map<string, Vondst>} */ const most = new Map();
      for (const [word, share] of part) {
        for (const page of await ask(word, kind)) {
          if (page.score * share > (most.get(page.id)?.score ?? 0)) most.set(page.id, { ...page, score: page.score * share });
        }
      }
      for (const page of most.values()) {
        sums.set(page.id, (sums.get(page.id) ?? 0) + page.score);
        put(page, /** @type {number} */ (sums.get(page.id)));
      }
    }
    for (const [word, share] of term.keuzes) for (const page of await ask(word, kind)) put(page, page.score * share);
    const top = Math.max(0, ...[...best.values()].map(({ score }) => score));
    if (!term.extra) whole += top * term.waarde;
    for (const page of best.values()) {
      const sofar = pages.get(page.id) ?? { ...page, score: 0, dekking: 0 };
      sofar.score += page.score * term.waarde;
      if (!term.extra) sofar.dekking += top * term.waarde * Math.min(1, (2 * page.score) / top);
      pages.set(page.id, sofar);
    }
  }
  for (const page of pages.values()) page.score *= 1 - WEIGHTS.coverage + WEIGHTS.coverage * (whole ? page.dekking / whole : 1);
  const sorted = [...pages.values()].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const floor = sorted.length ? sorted[0].score * WEIGHTS.floor : 0;
  return sorted.filter(({ score }, at) => at < WEIGHTS.least || score >= floor);
}

/**
 * Everything that a question finds. Rejects when the search index is missing, and with an AbortError
 * when `signal` aborts.
 *
 * @param {string} tekst what somebody typed
 * @param {{signal?: AbortSignal, typend?: boolean}} [options] `typend`: more letters may follow the last word
 * @returns {Promise<Antwoord>}
 */
export async function zoekAlles(tekst, { signal, typend = false } = {}) {
  const all = words(tekst);
  const { vulwoorden } = await laadBegin();
  const telling = all.filter(([word]) => !vulwoorden.has(word));
  const question = telling.length ? telling : all;
  const understood = await Promise.all(question.map((word, at) => understand(word, typend && at === question.length - 1)));
  signal?.throwIfAborted();
  const names = pairs(understood, question.map((word) => all[all.indexOf(word) - 1]?.[0]));
  const terms = [...understood.flatMap(({ termen }) => termen), ...names];
  // of a word that isn't finished the entries are enough
  const half = typend && !understood.at(-1)?.regel;
  const [voorbeelden, overig] = await Promise.all([rank(terms, "v"), half ? [] : rank(terms, "w")]);
  signal?.throwIfAborted();
  const changed = understood.some(({ vorm }) => vorm);
  const bedoeld = changed ? all.map(([word]) => understood[question.findIndex(([other]) => other === word)]?.vorm ?? word).join(" ") : "";
  const los = question.map(([word]) => word);
  return { voorbeelden, overig, bedoeld, vormen: understood.flatMap(({ vormen }) => vormen), gevraagd: los.map(stem), los };
}

/**
 * What kind of thing every page is that is no entry. Loaded on its own, for a first result doesn't need it.
 * @returns {Promise<Map<string, string>>} Pagefind's id → "Kennis", "Organisatie" …
 */
export const laadSoorten = () => once("soorten", async () => {
  const { soorten } = await laadBegin();
  /** @type {Map<string, string>} */ const kinds = new Map();
  for (const soort of soorten) for (const { id } of await ask(`xxsoort${soort.toLowerCase()}`, "w")) kinds.set(id, soort);
  return kinds;
});

/**
 * The entries that a question finds, best first. An empty question finds nothing.
 *
 * @param {string} tekst what somebody typed
 * @param {{signal?: AbortSignal, typend?: boolean}} [options]
 * @returns {Promise<Treffer[]>}
 */
export async function zoek(tekst, options = {}) {
  const [{ voorbeelden }, addresses] = await Promise.all([zoekAlles(tekst, options), loadAddresses()]);
  return voorbeelden.map(({ id, score }) => ({ adres: addresses[id], score }));
}

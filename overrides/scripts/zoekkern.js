// The search engine of this site: a Dutch question in, addresses with a score out. Pagefind holds the
// index; the dictionary (macros/finding) says which of its words to ask for; here the answers add up.
// No page code in here.

import { ROOT, fileLines, get, laadBegin, lijnen, once } from "./bestanden.js";
import { stem } from "./nederlands.js";
import { fold, words } from "./tekst.js";

export { fold, stem, words };

/**
 * @typedef {object} Treffer
 * @property {number} rij the row of the entry in the table of the catalogue
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

/** What a word counts that was not typed so: completed, or spelled otherwise. */
const GUESSED = 0.8;
const PAIR = 0.3;
const UNKNOWN = 0.6;
const COVERAGE = 0.8;
const RARE = 12;
const RARE_PART = 0.35;
const IN_NAME = 0.8;
const FLOOR = 0.12;
const LEAST = 10;
/** How much rarity counts: less than Pagefind would have it, for by chance too a word is on one page only. */
const RARITY = 0.6;
/** What other ways to say the same add to the best one. */
const ALSO = 0.5;
/** What an entry gets of the scores of those most like it: less, the better it is found itself. */
const NEAR = 0.16;

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

/** @returns {Promise<number[][]>} per entry those most like it; all by their row in the catalogue */
const loadNear = () => once("buren", async () => (await get("zoek/buren.json")).json());
/** Pagefind's id of an entry → its row: a number that counts in its first sign, then a mark of eight on which all end. @param {string} id */
const row = (id) => parseInt([...id.slice(0, -8)].reverse().join(""), 36);

/** @param {string} text @returns {Keuze} "code*80" */
function choice(text) {
  const [code, percents] = text.split("*");
  return [code, Number(percents ?? 100) / 100];
}

/** @param {string} line @returns {Regel} */
function parse(line) {
  const [stam, aantal, ...fields] = line.split("|");
  const [vormen, delen = [], begrippen = [], vervolg = []] = fields.map((field) => field.split(",").filter(Boolean));
  return {
    stam, vormen, delen,
    aantal: Number(aantal),
    begrippen: begrippen.map(choice),
    vervolg: new Map(vervolg.map((next) => {
      const [word, code] = next.split(">");
      const pair = word.endsWith("<") ? `${word.slice(0, -1)}_${stam}` : `${stam}_${word}`;
      return [word, code ? choice(code) : /** @type {Keuze} */ ([pair, PAIR])];
    })),
  };
}

/** @param {string} word @returns {Promise<Regel | undefined>} what the dictionary says of a word in any of its forms */
async function lookUp(word) {
  const wanted = stem(word);
  const has = (/** @type {string} */ line) => line.startsWith(`${wanted}|`) || line.split("|")[2]?.split(",").includes(word);
  const line = (await lijnen("woorden", word)).find(has) ?? (await lijnen("woorden", wanted)).find(has);
  return line && parse(line);
}

/** @param {string} word @returns {Promise<Regel[]>} the best known words that begin so; of a few letters only one, for each costs a file */
async function complete(word) {
  return (await lijnen("woorden", word)).map(parse).filter((line) => line.vormen.some((form) => form.startsWith(word)))
    .sort((a, b) => b.aantal - a.aantal).slice(0, word.length < 5 ? 1 : 3);
}

/** @param {string} word @returns {Promise<Regel[]>} the known parts of a compound that is itself unknown, the longest tail first */
async function takeApart(word) {
  for (let cut = 4; cut <= word.length - 4; cut++) {
    // the head first: it mostly stands in a file that is here already
    const heads = ["", "s", "en", "e", "n"].filter((joint) => word.slice(0, cut).endsWith(joint)).map((joint) => word.slice(0, cut - joint.length));
    const head = (await Promise.all(heads.map((base) => (base.length > 3 ? lookUp(base) : undefined)))).find((line) => line?.aantal);
    // eenzaamheidsaanpak: such a tail says nothing
    if (head && (await laadBegin()).vulwoorden.has(word.slice(cut))) return [head];
    const tail = head && await lookUp(word.slice(cut));
    if (tail?.aantal) return [head, tail];
  }
  return [];
}

/** @param {string} word @returns {Promise<Regel[]>} the longest known tail of a compound, and what begins as the rest of it does */
async function takeTail(word) {
  for (let cut = 4; cut <= word.length - 4; cut++) {
    const tail = await lookUp(word.slice(cut));
    if (tail?.aantal) return [tail, ...await complete(word.slice(0, cut))];
  }
  return [];
}

const SOUNDS = "c-k k-c s-z z-s f-v v-f ei-ij ij-ei au-ou ou-au g-ch q-k i-ie".split(" ").map((pair) => pair.split("-"));

/** @param {string} word whether people use it, though no page does */
const isOrdinary = async (word) => (await laadBegin()).vulwoorden.has(word) || (await lijnen("gewoon", word)).includes(word);

/**
 * @param {string} word
 * @param {boolean} ordinary then it is no mistake, and at most another form is meant: nichtje → nicht, not opgeven → openen
 * @returns {Promise<{regel: Regel, vorm: string} | undefined>} the known word that was probably meant
 */
async function correct(word, ordinary) {
  if (word.length < 4) return undefined;
  if (ordinary) return nearest(word, [word.slice(0, 2)], word.slice(0, Math.max(Math.min(5, word.length - 1), word.length - 3)));
  const starts = new Set([word.slice(0, 2), word[1] + word[0], word[0] + word[2]]);
  for (const [from, to] of SOUNDS) if (word.startsWith(from)) starts.add((to + word.slice(from.length)).slice(0, 2));
  // the mistake is seldom in the first letters; if it is, all words with the first letter are tried
  return await nearest(word, [...starts]) ?? nearest(word, [word[0]]);
}

/** @param {string} word @param {string[]} starts @param {string} [same] what stays @returns {Promise<{regel: Regel, vorm: string} | undefined>} */
async function nearest(word, starts, same = "") {
  const most = word.length < 6 ? 1 : word.length < 10 ? 2 : 3;
  const { woorden } = await laadBegin();
  const files = [...woorden].filter((/** @type {string} */ name) => starts.some((start) => name.startsWith(start) || start.startsWith(name)));
  /** @type {{regel: Regel, vorm: string, afstand: number} | undefined} */ let best;
  for (const line of (await Promise.all(files.map((name) => fileLines("woorden", name)))).flat()) {
    const regel = parse(line);
    for (const vorm of regel.vormen) {
      if (Math.abs(vorm.length - word.length) > most || !regel.aantal || !vorm.startsWith(same)) continue;
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
  let row = [...Array(b.length + 1).keys()];
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

/** @param {Regel} line @param {number} [factor] @param {number} [waarde] @returns {Term} */
function asTerm(line, factor = 1, waarde = 1) {
  const own = line.aantal ? [/** @type {Keuze} */ ([line.stam, factor])] : [];
  return {
    keuzes: [...own, ...line.begrippen.map(([code, share]) => /** @type {Keuze} */ ([code, share * factor]))],
    delen: [],
    waarde,
  };
}

/** @param {{vormen: string[]}[]} lines @param {Term[]} termen @param {{regel?: Regel, vorm?: string}} [more] what is known of a word that was asked for */
const meaning = (lines, termen, more) => ({ termen, vormen: lines.flatMap(({ vormen }) => vormen), ...more });

/**
 * What one word of the question asks for.
 * @param {string[]} readings the word, then the parts between its hyphens
 * @param {boolean} typing whether more letters may follow
 * @returns {Promise<{termen: Term[], regel?: Regel, vormen: string[], vorm?: string}>}
 */
async function understand([word, ...parts], typing) {
  const regel = await lookUp(word);
  if (regel) {
    const whole = asTerm(regel);
    if (regel.aantal > RARE || regel.delen.length < 2) return meaning([regel], [whole], { regel });
    // a compound that hardly any page has: its parts count, and what they are other words for
    const known = (await Promise.all(regel.delen.map((part) => lookUp(part)))).filter((part) => part !== undefined);
    const termen = regel.aantal
      ? [{ ...whole, delen: known.map((part) => asTerm(part, RARE_PART).keuzes) }]
      : [whole, ...known.map((part) => asTerm(part, 1, UNKNOWN))].filter(({ keuzes }) => keuzes.length);
    return meaning([regel, ...known], termen, { regel });
  }
  if (parts.length) {
    const found = (await Promise.all(parts.map((part) => understand([part], false)))).filter(({ termen }) => termen.length);
    if (found.length) return meaning(found, found.flatMap(({ termen }) => termen));
  }
  const longer = word.length > (typing ? 2 : 3) ? await complete(word) : [];
  if (longer.length) {
    return meaning(longer, [{ keuzes: longer.flatMap((other) => asTerm(other, GUESSED).keuzes.slice(0, 1)), delen: [], waarde: 1 }]);
  }
  const apart = await takeApart(word);
  if (apart.length || typing) return meaning(apart, apart.map((part) => asTerm(part, 1, UNKNOWN)));
  const ordinary = await isOrdinary(word);
  const meant = await correct(word, ordinary);
  if (meant) return meaning([meant.regel], [asTerm(meant.regel, GUESSED)], meant);
  // a verb that no page has in this form: zwerft → zwerf
  const verb = word.endsWith("t") && await lookUp(word.slice(0, -1));
  const rest = verb ? [verb] : ordinary ? [] : await takeTail(word);
  return meaning(rest, rest.map((part) => asTerm(part, 1, UNKNOWN)));
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
  const add = (/** @type {Keuze | undefined | ""} */ name, /** @type {typeof understood} */ held, /** @type {number} */ waarde) => {
    if (!name) return;
    const extra = !name[0].startsWith("xq");
    found.push({ keuzes: [name], delen: [], waarde: extra ? 1 : waarde, extra });
    if (!extra) for (const { termen } of held) for (const term of termen) term.waarde *= IN_NAME;
  };
  for (const [at, { regel }] of understood.entries()) {
    add(before[at] && regel?.vervolg.get(`${before[at]}<`), [understood[at]], 1.5);
    for (let length = 1; length <= 3; length++) {
      const after = understood.slice(at + 1, at + 1 + length);
      if (after.length < length || after.some((other) => !other.regel)) break;
      // a name of two words means as much as two words
      add(regel?.vervolg.get(after.map((other) => other.regel?.stam).join("_")), [understood[at], ...after], length + 1);
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
  const letters = word.replace(/[\dq]/g, (sign) => `x${"abcdefghijk"["0123456789q".indexOf(sign)]}`).replaceAll("_", "x");
  const code = `q${kind}${letters}q`;
  const made = asked.get(code) ?? (async () => {
    const [pagefind, { voorbeelden, overig }] = await Promise.all([loadPagefind(), laadBegin()]);
    const { results } = await pagefind.search(code);
    // Pagefind multiplies by rarity among all pages; undo that, to count it among pages of this kind
    const worth = rarity(kind === "v" ? voorbeelden : overig, results.length) ** RARITY / rarity(voorbeelden + overig, results.length);
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
  const [near, ...answers] = await Promise.all([
    kind === "v" ? loadNear() : /** @type {number[][]} */ ([]),
    ...terms.flatMap(({ keuzes, delen }) => [...keuzes, ...delen.flat()]).map(([word]) => ask(word, kind)),
  ]);
  const pages = new Map(answers.flat().map((page) => [page.id, { ...page, score: 0, dekking: 0 }]));
  let whole = 0;
  for (const { keuzes, delen, waarde, extra } of terms) {
    /** @type {Map<string, number>} */ const best = new Map();
    const put = (/** @type {string} */ id, /** @type {number} */ score) => {
      const had = best.get(id) ?? 0;
      best.set(id, Math.max(had, score) + ALSO * Math.min(had, score));
    };
    /** @type {Map<string, number>} */ const sums = new Map();
    for (const part of delen) {
      /** @type {Map<string, number>} */ const most = new Map();
      for (const [word, share] of part) for (const { id, score } of await ask(word, kind)) most.set(id, Math.max(most.get(id) ?? 0, score * share));
      for (const [id, score] of most) sums.set(id, score + (sums.get(id) ?? 0));
    }
    for (const [id, score] of sums) put(id, score);
    for (const [word, share] of keuzes) for (const { id, score } of await ask(word, kind)) put(id, score * share);
    const top = Math.max(0, ...best.values());
    if (!extra) whole += top * waarde;
    for (const [id, score] of best) {
      const page = /** @type {Vondst & {dekking: number}} */ (pages.get(id));
      page.score += score * waarde;
      if (!extra) page.dekking += waarde * Math.min(top, 2 * score);
    }
  }
  for (const page of pages.values()) page.score *= 1 - COVERAGE + COVERAGE * (whole ? page.dekking / whole : 1);
  const own = near.length ? new Map([...pages.values()].map(({ id, score }) => [row(id), score])) : new Map();
  const top = Math.max(0, ...own.values());
  if (near.length) {
    for (const page of pages.values()) {
      const shared = NEAR * (1 - page.score / top);
      for (const other of near[row(page.id)] ?? []) page.score += shared * (own.get(other) ?? 0);
    }
  }
  return [...pages.values()].sort((a, b) => b.score - a.score || row(a.id) - row(b.id))
    .filter(({ score }, at, [best]) => at < LEAST || score >= best.score * FLOOR);
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
  const bedoeld = understood.some(({ vorm }) => vorm) ? all.map(([word]) => understood[question.findIndex(([other]) => other === word)]?.vorm ?? word).join(" ") : "";
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
 * The entries that a question finds, best first. An empty question finds nothing. Rejects when the index is that of
 * another table, for then its rows are others: the site was renewed under an open page.
 *
 * @param {string} tekst what somebody typed
 * @param {{signal?: AbortSignal, typend?: boolean, tabel?: string}} [options] `tabel`: the version of the table
 * @returns {Promise<Treffer[]>}
 */
export async function zoek(tekst, { tabel, ...options } = {}) {
  const [{ voorbeelden }, begin] = await Promise.all([zoekAlles(tekst, options), laadBegin()]);
  if (tabel && tabel !== begin.tabel) throw new Error(`tabel ${tabel}: ${begin.tabel}`);
  return voorbeelden.map(({ id, score }) => ({ rij: row(id), score }));
}

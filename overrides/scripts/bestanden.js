// The small files with which search works, each fetched once: names and words by their first letters.

export const ROOT = new URL("../../", import.meta.url);

/** @type {Map<string, Promise<any>>} */ const loading = new Map();

/**
 * What `make` gives, made once; a failure is forgotten, so that the next question tries again.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} make
 * @returns {Promise<T>}
 */
export function once(name, make) {
  const made = loading.get(name) ?? make().catch((error) => { loading.delete(name); throw error; });
  loading.set(name, made);
  return made;
}

/** @param {string} path below the root of the site @returns {Promise<Response>} */
export async function get(path) {
  const answer = await fetch(new URL(path, ROOT));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
}

/** Sizes of the catalogue, the names of the small files, and the words that say nothing. */
export const laadBegin = () => once("begin", async () => {
  const { woorden, gewoon, namen, vulwoorden, ...rest } = await (await get("zoek/begin.json")).json();
  const [words, ordinary, names, filler] = [woorden, gewoon, namen, vulwoorden].map(gelezen);
  return { ...rest, woorden: words, gewoon: ordinary, namen: names, vulwoorden: filler };
});

/** Words as what each adds to the one before: a capital for how much of that stays, then the rest. @param {string} text */
function gelezen(text) {
  let word = "";
  return new Set(Array.from(text.matchAll(/([A-Z])([^A-Z]*)/g), ([, same, rest]) => (word = word.slice(0, same.charCodeAt(0) - 65) + rest)));
}

/**
 * The lines of the small file for a word, by as many of its first letters as there is a file for.
 * @param {"woorden" | "gewoon" | "namen"} folder
 * @param {string} word
 * @returns {Promise<string[]>}
 */
export async function lijnen(folder, word) {
  const names = (await laadBegin())[folder];
  let prefix = word.slice(0, 5);
  while (prefix && !names.has(prefix)) prefix = prefix.slice(0, -1);
  return prefix ? fileLines(folder, prefix) : [];
}

/** @param {string} folder @param {string} prefix @returns {Promise<string[]>} */
export const fileLines = (folder, prefix) => once(`${folder}/${prefix}`, async () => (await (await get(`zoek/${folder}/${prefix}.txt`)).text()).split("\n"));

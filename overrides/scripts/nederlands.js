// The one form of a Dutch word. The other half of macros/finding/language.py; a test holds the two together.

/**
 * The one form of a word: eenzame, eenzaamheid → eenzam; huizen → huis. The dictionary knows the exceptions.
 * @param {string} word folded
 */
export function stem(word) {
  if (word.length < 4) return word;
  const found = porter(word).replace(/[zv]$/, (end) => (end === "z" ? "s" : "f"));
  // gezinnen → gezinn → gezin, and relaties → relatie
  return found.replace(/(?<=..)([^aeiou])\1$/, "$1").replace(/(?:(?<=.[^aeiou][ay])|(?<=.[^aeioul]o)|(?<=[^aeiou]ie))s$/, "");
}

/**
 * Porter's algorithm for Dutch: https://snowballstem.org/algorithms/dutch_porter/stemmer.html
 * @param {string} word folded
 */
function porter(word) {
  let w = word.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y").replace(/([aeiouy])i(?=[aeiouy])/g, "$1I");
  const region = (/** @type {number} */ from) => {
    const at = w.slice(from).search(/[aeiouy][^aeiouy]/);
    return at < 0 ? w.length : from + at + 2;
  };
  const first = region(0);
  const r1 = Math.max(3, first);
  const r2 = region(first);
  const ends = (/** @type {string} */ end, /** @type {number} */ start) => w.endsWith(end) && w.length - end.length >= start;
  const drop = (/** @type {number} */ count) => { w = w.slice(0, -count); };
  const undouble = () => { if (/(kk|dd|tt)$/.test(w)) drop(1); };
  const en = (/** @type {string} */ end) => {
    const rest = w.slice(0, -end.length);
    if (ends(end, r1) && /[^aeiouy]$/.test(rest) && !rest.endsWith("gem")) { w = rest; undouble(); }
  };
  const finalE = () => {
    if (ends("e", r1) && /[^aeiouy]e$/.test(w)) { drop(1); undouble(); return true; }
    return false;
  };

  if (w.endsWith("heden")) { if (ends("heden", r1)) w = `${w.slice(0, -5)}heid`; }
  else if (w.endsWith("ene")) en("ene");
  else if (w.endsWith("en")) en("en");
  else if (w.endsWith("se")) { if (ends("se", r1) && /[^aeiouyj]se$/.test(w)) drop(2); }
  else if (ends("s", r1) && /[^aeiouyj]s$/.test(w)) drop(1);

  const hadE = finalE();
  if (ends("heid", r2) && !w.endsWith("cheid")) { drop(4); if (w.endsWith("en")) en("en"); }
  if (w.endsWith("end") || w.endsWith("ing")) {
    if (w.length - 3 >= r2) {
      drop(3);
      if (ends("ig", r2) && !w.endsWith("eig")) drop(2);
      else undouble();
    }
  } else if (w.endsWith("lijk")) { if (ends("lijk", r2)) { drop(4); finalE(); } }
  else if (w.endsWith("baar")) { if (ends("baar", r2)) drop(4); }
  else if (w.endsWith("bar")) { if (ends("bar", r2) && hadE) drop(3); }
  else if (ends("ig", r2) && !w.endsWith("eig")) drop(2);

  return w.replace(/([^aeiouy])(aa|ee|oo|uu)([^aeiouyI])$/, (_, a, b, c) => a + b[0] + c).toLowerCase();
}

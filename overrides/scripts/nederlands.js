// Dutch words as search sees them. The other half of macros/finding/language.py; a test holds the two together.

const FILLER = new Set(`
  de het een en of van voor met naar bij op in uit om te die dat wat hoe wie waar welke ik wij we mijn onze ons je er is
  zijn was wordt worden werd kan kun kunt kunnen wil willen moet moeten mag help helpen helpt niet meer geen aan als dan
  door maar nog ook over tot tussen tegen u uw jullie jouw hun hen haar hem zij ze hij dit deze zo zich heeft heb hebben
  had al alle wel veel weinig iets iemand daar hier toe onder zonder omdat want zoek zoeken gezocht voorbeeld voorbeelden
  graag doen doe doet gaat gaan komt komen krijgen krijgt krijg maakt maken laat laten mensen mens af per via etc bijv
  binnen rond rondom waarom wanneer hoeveel men mij me zelf heel erg beter goed goede nieuwe nieuw andere ander aantal
  altijd anders apart bijna blijf blijft blijven beste bieden biedt breng brengen brengt bijvoorbeeld beetje begin
  beginnen daarna daarom dus echt eens eerst eigen eigenlijk elk elke elkaar geef geeft geven ging gewoon groot grote haal
  halen hadden hebt heen hoor hele houden houdt iedere iedereen inzetten ja juist ken kennen kent kon konden kwam lang
  lange leuk leuke liefst lukt lukken minder misschien moest mogen na nee neemt nemen nooit nou nu ooit opzetten
  organiseren paar pas plaats precies project projecten redt regelen sinds slecht soms soort staan staat starten start
  steeds stellen sta terug toch toen twee drie vier vaak vanaf verder vind vindt vol volgens vooral voorbij vroeger
  waarbij waardoor waarmee ver vraag vragen weer weet weten welk werkt weg zal ziet zit zitten zou zouden zulke ervoor
  ermee eraan erbij eruit erover hiervan daarvan best makkelijk moeilijk lastig aanpak aanpakken manier manieren idee
  ideeen tips succesvol succesvolle praktijken praktijk inspiratie overzicht`.trim().split(/\s+/));

/** @type {Record<string, string>} words that the stemmer takes to the wrong form */
const ONE_FORM = {
  ouderen: "ouderen", oudere: "ouderen", kinderen: "kind", kids: "kind", kleinkinderen: "kleinkind",
  leden: "lid", steden: "stad", jongeren: "jongeren", jongere: "jongeren", gemeenten: "gemeent",
  ervaren: "ervaren", zorgen: "zorgen", huizen: "huis", eieren: "ei", buren: "buur", werkers: "werker",
  ouders: "ouder", ouder: "ouder", vrijwillige: "vrijwill", vrijwillig: "vrijwill",
};

/**
 * Whether a word says nothing about what somebody looks for.
 * @param {string} word
 */
export function isFiller(word) {
  return FILLER.has(word);
}

/**
 * The one form of a word: eenzame, eenzaamheid → eenzam.
 * @param {string} word
 */
export function stem(word) {
  if (ONE_FORM[word]) return ONE_FORM[word];
  if (word.length < 4) return word;
  for (const plural in ONE_FORM) {
    if (plural.length > 5 && plural !== ONE_FORM[plural] && word.endsWith(plural)) return word.slice(0, -plural.length) + ONE_FORM[plural];
  }
  return porter(word).replace(/[zv]$/, (end) => (end === "z" ? "s" : "f"));
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

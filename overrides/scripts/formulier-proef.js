// The page as readers will see it, in a window of its own with the real style, so that it has the width of a phone beside the form.

import { maak } from "./formulier-dom.js";
import { bestand, kennis, label, termen } from "./formulier-kennis.js";
import { proza, zin } from "./formulier-proza.js";

const VERHAAL = [["aanleiding", "Aanleiding"], ["aanpak", "Aanpak"], ["eigen_aanpassing", "Anders dan de werkwijze"], ["context", "De plek"], ["resultaten", "Resultaten"]];
const LESSEN = [["werkzame_elementen", "Wat volgens de bronnen helpt", "helpt"], ["randvoorwaarden", "Wat ervoor nodig is"]];
const MAANDEN = "januari februari maart april mei juni juli augustus september oktober november december".split(" ");

/** @param {any} value @returns {any[]} */
const lijst = (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
/** @param {any} value */
const tekst = (value) => (typeof value === "string" ? value : "");

/** `2024-03-26` → 26 maart 2024. @param {any} value */
function datum(value) {
  const [year, month, day] = tekst(value).split("-");
  return [day && Number(day), month && (MAANDEN[Number(month) - 1] ?? month), year].filter(Boolean).join(" ");
}

/** The drawings that were shown, so that none is fetched or drawn anew at every letter. @type {Map<string, HTMLElement>} */
const omslagen = new Map();

/** The drawing above the page: of the entry itself, or one for its kind and theme. @param {any} value @param {string} eigen */
function omslag(value, eigen) {
  const [thema] = lijst(value.themas);
  const known = termen("themas").some(({ id }) => id === thema);
  const src = eigen || (known ? bestand(`omslag/${value.type === "werkwijze" ? "werkwijze" : "praktijk"}-${thema}.svg`) : "");
  if (src && !omslagen.has(src)) omslagen.set(src, maak("img", { className: "pw-beeld", src, alt: "", width: 640, height: 280 }));
  return omslagen.get(src);
}

/** Fill the window with the page of a value. @param {HTMLIFrameElement} frame @param {any} value @param {string} [eigen] the drawing of an entry that is there already */
export function toonProef(frame, value, eigen = "") {
  const page = frame.contentDocument;
  if (!page) return;
  if (!page.head.querySelector("link")) {
    page.documentElement.lang = "nl";
    page.title = "Voorvertoning";
    page.head.append(maak("link", { rel: "stylesheet", href: new URL(frame.dataset.stijl ?? "", document.baseURI).href }), maak("meta", { name: "color-scheme", content: "light dark" }));
  }
  const top = page.documentElement.scrollTop;
  page.body.replaceChildren(maak("main", { className: "pw-inhoud" }, ...pagina(value, omslag(value, eigen))));
  page.documentElement.scrollTop = top;
}

/** @param {any} value @param {HTMLElement|undefined} beeld @returns {HTMLElement[]} */
function pagina(value, beeld) {
  /** @type {Map<string, number>} */ const numbers = new Map();
  const nummer = (/** @type {string} */ key) => {
    if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
    return numbers.get(key) ?? 0;
  };
  const bron = (/** @type {any} */ key) => tekst(key) && maak("sup", {}, maak("a", {}, String(nummer(key))));
  const thema = lijst(value.themas).find((one) => typeof one === "string") ?? "";
  const werkwijze = value.type === "werkwijze";
  const stop = tekst(value.gestopt?.reden);
  const article = maak("article", { className: `pw-voorbeeld pw-thema--${/^[a-z-]+$/.test(thema) ? thema : "samenwerking-regie"}` },
    maak("header", { className: "pw-voorbeeld__kop" },
      maak("p", { className: "pw-voorbeeld__soort" }, maak("span", { className: `pw-soort pw-soort--${werkwijze ? "werkwijze" : "praktijk"}` }, werkwijze ? "Werkwijze" : "Praktijk"), thema && [" ", maak("a", {}, label("themas", thema))]),
      maak("h1", {}, tekst(value.titel) || "De titel van je voorbeeld"),
      maak("p", { className: "pw-voorbeeld__samenvatting" }, tekst(value.samenvatting) || "Hier komt je samenvatting.")),
    maak("section", { className: "pw-kern" }, stop && maak("p", { className: "pw-melding" }, maak("strong", {}, "Dit voorbeeld is gestopt."), " ", ...zin(stop, nummer)), maak("dl", {}, ...kern(value)),
      value.peildatum && maak("p", { className: "pw-stand" }, `De feiten zijn van ${datum(value.peildatum)}.`)),
    beeld,
    maak("div", { className: "pw-voorbeeld__verhaal pw-tekst" }, ...verhaal(value, nummer), cijfers(value, bron), ...lessen(value, nummer), zeker(value, nummer, bron), geld(value, bron), wie(value)),
    feiten(value));
  for (const { sleutel } of lijst(value.bronnen)) if (tekst(sleutel)) nummer(sleutel);
  return [article, bronnen(value, numbers)];
}

/** @param {string} naam @param {any[]} parts */
const feit = (naam, parts, leeg = "") => (parts.length || leeg) && maak("div", {}, maak("dt", {}, naam), " ", maak("dd", {}, parts.length ? parts.join(", ") : leeg));
/** @param {any} value @param {string} veld @param {string} [naam] */
const labels = (value, veld, naam = veld) => lijst(value[veld]).map((one) => label(naam, tekst(one))).filter(Boolean);

/** @param {any} value */
function kern(value) {
  const { plaats = {}, kosten, inzet = {} } = value;
  const waar = value.landelijk === "ja" ? ["Landelijk"] : [plaats.wijk, plaats.plaats, ...labels(plaats, "gemeenten")].filter(Boolean);
  const [first, ...others] = lijst(value.organisaties).map((one) => one?.naam).filter(Boolean);
  const vraagt = [kosten?.jaarband && label("kostenbanden", kosten.jaarband), inzet.uren_per_week && `${inzet.uren_per_week} betaalde uren per week`, inzet.fte && `${inzet.fte} fte`, inzet.vrijwilligers && `${inzet.vrijwilligers} vrijwilligers`].filter(Boolean);
  const begin = value.start ? `, begon ${value.start.length > 7 ? "op" : "in"} ${datum(value.start)}` : "";
  const nog = "…";
  return [
    feit("Voor wie", labels(value, "doelgroepen"), nog), feit("Waar", waar, nog),
    feit("Wie", first ? [first + (others.length ? ` en ${others.length} andere${others.length > 1 ? "n" : ""}` : "")] : [], nog),
    feit("Fase", value.fase ? [label("fasen", value.fase) + begin] : [], nog), feit("Wat het vraagt", vraagt, "Nog onbekend"), feit("Steunt op", labels(value, "onderbouwing"), nog),
  ];
}

/** @param {any} value */
function feiten(value) {
  const list = maak("dl", { className: "pw-feiten" },
    feit("Ook over", labels(value, "themas").slice(1)), feit("Werkvorm", labels(value, "werkvormen")), feit("Bereikt via", lijst(value.doelgroep_intermediair)),
    feit("Wie betaalt", lijst(value.financiering).map((one) => one?.geldbron && label("financieringsbronnen", one.geldbron)).filter(Boolean)), feit("Wet", labels(value, "wetten")), feit("Beleid", labels(value, "beleidskaders")),
    feit("Samenwerking", labels(value, "netwerkvorm", "netwerkvormen")), feit("Inwoners zijn", labels(value, "rol_inwoners", "rollen-inwoners")), feit("Positieve Gezondheid", labels(value, "positieve_gezondheid", "positieve-gezondheid")));
  return list.children.length && maak("div", { className: "pw-zij" }, maak("h2", {}, "Meer feiten"), list);
}

/** @param {any} value @param {import("./formulier-proza.js").Nummer} nummer */
const verhaal = (value, nummer) => VERHAAL.filter(([veld]) => tekst(value[veld]) && value[veld] !== "onbekend").map(([veld, kop]) => maak("section", {}, maak("h2", {}, kop), ...proza(value[veld], nummer)));

/** @param {any} value @param {import("./formulier-proza.js").Nummer} nummer */
function lessen(value, nummer) {
  const { geleerd, overdraagbaarheid = {} } = value;
  const punten = (/** @type {any} */ all, /** @type {string} */ kop, kader = "") => lijst(all).length && maak("section", { className: kader && `pw-kader pw-kader--${kader}` }, maak("h2", {}, kop), maak("ul", {}, ...lijst(all).map((one) => maak("li", {}, ...zin(tekst(one), nummer)))));
  return [
    tekst(geleerd) && geleerd !== "onbekend" && maak("section", { className: "pw-kader pw-kader--les" }, maak("h2", {}, "Wat er geleerd is"), ...proza(geleerd, nummer)),
    ...LESSEN.map(([veld, kop, kader]) => punten(value[veld], kop, kader)),
    punten(overdraagbaarheid.vast, "Wat je niet moet weglaten"), punten(overdraagbaarheid.aanpassen, "Wat je mag aanpassen"),
  ];
}

/** @param {any} value @param {(key: any) => any} bron */
function cijfers(value, bron) {
  const all = lijst(value.kerncijfers).filter((one) => one?.waarde);
  return all.length && maak("section", {}, maak("h2", {}, "Kerncijfers"), maak("dl", { className: "pw-cijfers" }, ...all.map((one) => maak("div", {}, maak("dt", {}, tekst(one.omschrijving)),
    maak("dd", {}, one.nuance && maak("small", {}, `${label("nuances", one.nuance).toLowerCase()} `), maak("b", {}, one.waarde), ` ${tekst(one.eenheid)} `, maak("span", {}, datum(one.jaar), bron(one.bron)))))));
}

/** @param {any} value @param {import("./formulier-proza.js").Nummer} nummer @param {(key: any) => any} bron */
function zeker(value, nummer, bron) {
  const gronden = lijst(value.onderbouwing).map((one) => kennis.lijsten.onderbouwing[one]).filter(Boolean);
  const studies = lijst(value.onderzoek).filter((one) => one?.uitkomst);
  return gronden.length && maak("section", {}, maak("h2", {}, "Hoe zeker is dit?"), maak("p", {}, "Wat hier staat, steunt op:"),
    maak("ul", {}, ...gronden.map(({ label, uitleg }) => maak("li", {}, maak("strong", {}, label), uitleg && `: ${uitleg}`))),
    studies.length && [maak("h3", {}, "Onderzoek"), maak("ul", {}, ...studies.map((one) => maak("li", {}, one.jaar && maak("strong", {}, `${datum(one.jaar)}. `), ...zin(one.uitkomst, nummer), !one.uitkomst.includes(`@${one.bron}`) && bron(one.bron))))]);
}

/** @param {any} value @param {(key: any) => any} bron */
function geld(value, bron) {
  const all = lijst(value.financiering).filter((one) => one?.geldbron);
  if (!all.length) return null;
  const periode = (/** @type {any} */ one) => [[one.van && `vanaf ${datum(one.van)}`, one.tot && `tot ${datum(one.tot)}`].filter(Boolean).join(" "), { ja: "structureel", nee: "tijdelijk" }[tekst(one.structureel)]].filter(Boolean).join(", ") || "onbekend";
  return maak("section", {}, maak("h2", {}, "Geld en mensen"), maak("div", { className: "pw-schuif" }, maak("table", {}, maak("caption", {}, "Wie betaalt"),
    maak("thead", {}, maak("tr", {}, ...["Geldbron", "Wet", "Periode", "Toelichting"].map((kop) => maak("th", { scope: "col" }, kop)))),
    maak("tbody", {}, ...all.map((one) => maak("tr", {}, maak("th", { scope: "row" }, label("financieringsbronnen", one.geldbron), bron(one.bron)), maak("td", {}, one.wet ? label("wetten", one.wet) : "onbekend"), maak("td", {}, periode(one)), maak("td", {}, tekst(one.toelichting))))))));
}

/** @param {any} value */
function wie(value) {
  const all = lijst(value.organisaties).filter((one) => one?.naam);
  const meer = [value.contact?.website && "Website", value.contact?.email, value.bezoek && `Op bezoek: ${value.bezoek}`, ...lijst(value.materialen).map((one) => one?.titel)].filter(Boolean);
  return all.length && maak("section", {}, maak("h2", {}, "Wie doen mee"), maak("ul", { className: "pw-partijen" }, ...all.map((one) => maak("li", {}, maak("a", {}, one.naam), maak("span", {}, tekst(one.rol))))),
    meer.length && [maak("h3", {}, "Meer weten"), maak("ul", {}, ...meer.map((one) => maak("li", {}, one)))]);
}

/** @param {any} value @param {Map<string, number>} numbers */
function bronnen(value, numbers) {
  const by = new Map(lijst(value.bronnen).map((one) => [one?.sleutel, one]));
  const rows = [...numbers.keys()].map((key) => {
    const one = by.get(key);
    if (!one) return maak("li", {}, maak("strong", {}, `De bron ‘${key}’ staat nog niet in je lijst.`));
    const auteurs = lijst(one.auteurs).join(", ");
    return maak("li", {}, auteurs && `${auteurs}. `, maak(one.url ? "a" : "cite", { lang: tekst(one.taal) }, tekst(one.titel)), `. ${tekst(one.uitgever)}, ${datum(one.datum) || "zonder datum"}${one.soort ? ` (${label("bronsoorten", one.soort).toLowerCase()})` : ""}.`);
  });
  return maak("section", { className: "pw-bronnen" }, maak("h2", {}, "Bronnen"), rows.length ? maak("ol", {}, ...rows) : maak("p", { className: "pw-leeg" }, "Nog geen bronnen."));
}

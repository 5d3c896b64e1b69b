// Rules about the text itself: small Markdown, nothing left open, easy to read.
// The other half of macros/rules/writing.py and macros/rules/unfinished.py, as far as they are about entries.

import { naamVan } from "./toets-document.js";
import { woordenPerZin } from "./toets-proza.js";
import { betekentOnbekend } from "./toets-remedies.js";
import { alle, kort, tabel, vervang, vouw } from "./toets-tabel.js";
import { adres } from "./toets-waarden.js";

/** @typedef {import("./toets-regels-bronnen.js").Regel} Regel */
/** @typedef {import("./toets-voorstel.js").Voorstel} Voorstel */

/** @type {Regel[]} */
export const TEKSTREGELS = [kleinMarkdown, gewoneRegels, geenHtml, veiligeLinks, onbekendAlleen, nietsOpen, zegtMeerDanTitel, leestMakkelijk];

/** The first signs of a piece, to find it by. @param {string} piece */
const eerste = (piece, size = 20) => ({ bij: [...piece].slice(0, size).join("") });

/** @type {Regel} */
function* kleinMarkdown(v) {
  for (const { pad, waarde } of v.proza) {
    for (const [, pattern, what, remedie] of tabel(v.kennis, "writing").NOT_IN_PROSE) {
      const match = pattern.exec(waarde);
      if (match) yield v.document.probleem(pad, `In '${pad[0]}' staat ${what}: dat kan hier niet.`, remedie, eerste(match[0].trim()));
    }
  }
}

/** @type {Regel} */
function* gewoneRegels(v) {
  const groep = (/** @type {import("./toets-document.js").Pad} */ pad) => naamVan(pad.slice(0, -1));
  const beside = new Set(v.verwijzingen("bron").map(({ pad }) => groep(pad)));
  for (const { pad, waarde } of v.vanSoort("regel")) {
    for (const [, pattern, what, withSource, without] of tabel(v.kennis, "writing").NOT_IN_LINE) {
      const match = pattern.exec(waarde), name = naamVan(pad);
      // `samenvatting` in toets-regels-bronnen.js tells of a citation there
      if (!match || (what === "een bronverwijzing" && name === "samenvatting")) continue;
      const remedie = beside.has(groep(pad)) ? withSource : without;
      yield v.document.probleem(pad, `In '${name}' staat ${what}: dat kan hier niet.`, remedie, eerste(match[0]));
    }
  }
}

/** @type {Regel} */
function* geenHtml(v) {
  const t = tabel(v.kennis, "writing");
  for (const { pad, waarde, soort } of [...v.proza, ...v.vanSoort("regel")]) {
    for (const [match] of alle(t.HTML, vervang(t.AUTOLINK, waarde, ""))) {
      const remedie = soort === "tekst" ? "Gebruik gewone tekst; voor nadruk *sterretjes*." : "Gebruik gewone tekst.";
      yield v.document.probleem(pad, `Hier staat HTML: '${kort(match, 40)}'.`, remedie, eerste(match));
    }
  }
}

/** @type {Regel} */
function* veiligeLinks(v) {
  const t = tabel(v.kennis, "writing");
  for (const { pad, waarde } of v.proza) {
    for (const [match] of alle(t.CITATION_IN_LINK, waarde)) {
      yield v.document.probleem(pad, "In de tekst van een link staat een bronverwijzing.", "Zet haar achter de link.", eerste(match));
    }
    for (const [match, target] of alle(t.LINK, waarde)) {
      if (adres(target) && /^https?:\/\/[^/]+\./.test(target)) continue;
      yield v.document.probleem(pad, `De link '${kort(target, 40)}' gaat niet naar een webadres.`, "Begin met https://.", eerste(match));
    }
  }
}

/** @type {Regel} */
function* onbekendAlleen(v) {
  const { ONBEKEND } = tabel(v.kennis, "scalars");
  for (const { pad, waarde } of v.proza) {
    const typed = waarde.trim(), field = String(pad[0]);
    // `ingezondenMetAkkoord` asks for this field, so that leaving it out is no remedy
    const mustTell = field === "geleerd" && v.tekst("herkomst") === "ingezonden";
    if (betekentOnbekend(typed, v.kennis) && typed !== ONBEKEND) {
      yield v.document.probleem(pad, `'${field}' is '${kort(waarde)}'.`, "Schrijf 'onbekend', zonder hoofdletter of punt.");
    } else if (typed === ONBEKEND && !["aanleiding", "aanpak", "resultaten"].includes(field) && !mustTell) {
      yield v.document.probleem(pad, `'${field}' is 'onbekend', maar dit veld is niet verplicht.`, "Haal het veld weg.");
    }
  }
}

/** @type {Regel} */
function* nietsOpen(v) {
  const t = tabel(v.kennis, "unfinished");
  if (!t.HINTS.some((/** @type {string} */ hint) => v.klein.includes(hint))) return;
  for (const { pad, waarde, soort } of v.bladen.filter(({ soort: kind, naar }) => kind && !naar)) {
    if (soort === "tekst" && betekentOnbekend(waarde, v.kennis)) continue;
    const open = t.LEFT_OPEN.exec(waarde)?.[0].trim(), host = t.EXAMPLE_HOST.exec(waarde)?.[0].replace(/^[/@.]+|[/@.]+$/g, "");
    if (open !== undefined) {
      yield v.document.probleem(pad, `Hier staat nog iets om in te vullen: '${kort(open)}'.`, "Vul het in, of haal het weg.", { bij: open });
    } else if (host !== undefined) {
      const remedie = "Vul het echte adres in, of haal de regel weg.";
      yield v.document.probleem(pad, `'${host}' is een verzonnen adres uit een voorbeeld.`, remedie, { bij: host });
    }
  }
}

/** @type {Regel} */
function* zegtMeerDanTitel(v) {
  const word = tabel(v.kennis, "unfinished").WORD;
  const [title, summary] = ["titel", "samenvatting"].map((key) => alle(word, vouw(v.tekst(key))).map(([found]) => found));
  if (!title.length || !summary.length || !summary.every((found) => title.includes(found))) return;
  const remedie = "Schrijf wat het is, voor wie het is en wat mensen eraan hebben.";
  yield v.document.probleem(["samenvatting"], "De samenvatting zegt niets meer dan de titel.", remedie);
}

/**
 * The length of its sentences only: the length of words takes a dictionary of hyphens that is larger than the form.
 * @type {Regel}
 */
function* leestMakkelijk(v) {
  const length = woordenPerZin(v.tekst("samenvatting"), v.kennis);
  if (length <= 15) return;
  const bericht = `De zinnen in de samenvatting zijn lang: gemiddeld ${rond(length)} woorden.`;
  yield v.document.probleem(["samenvatting"], bericht, "Maak er kortere zinnen van, hoogstens 15 woorden.", { niveau: "advies" });
}

/** As Python rounds: a half goes to the even number. @param {number} value */
const rond = (value) => (value % 1 === 0.5 ? 2 * Math.round(value / 2) : Math.round(value));

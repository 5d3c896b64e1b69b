// Rules about fields of one entry that depend on each other. The other half of macros/rules/fields.py.

import { eersteDag, laatsteDag } from "./toets-data.js";
import { isGroep, kolomVan, naamVan, probleem } from "./toets-document.js";
import { lijst } from "./toets-lijsten.js";
import { alle, tabel } from "./toets-tabel.js";

/** @typedef {import("./toets-document.js").Pad} Pad */
/** @typedef {import("./toets-regels-bronnen.js").Regel} Regel */

/** @type {Regel[]} */
export const VELDREGELS = [
  plaatsOfLandelijk, nietOpgeslokt, gestoptMetReden, ingezondenMetAkkoord, aanpassingMetWerkwijze, contactLeidtErgensHeen,
  nietUitDeToekomst, periodes, fasePastBijDatums, erkenningIsOfficieel, nietDubbel,
];

/** @type {Regel} */
function* plaatsOfLandelijk(v) {
  const hasPlace = v.heeft("plaats"), nationwide = v.tekst("landelijk") === "ja";
  if (hasPlace && nationwide) {
    yield v.document.sleutelprobleem(["landelijk"], "'plaats' en 'landelijk: ja' kunnen niet samen.", "Haal een van de twee weg.");
  } else if (!hasPlace && !nationwide) {
    yield v.document.probleem([], "Het veld 'plaats' ontbreekt.", "Voeg 'plaats' met 'gemeenten' toe, of 'landelijk: ja'.");
  }
}

/** @type {Regel} */
function* nietOpgeslokt(v) {
  const { tekst } = v.document;
  for (const match of alle(tabel(v.kennis, "fields").INDENTED_FIELD, tekst)) {
    const name = match[1], at = match[0].indexOf(name);
    if (v.heeft(name) || !v.velden.some((/** @type {{ naam: string }} */ { naam }) => naam === name)) continue;
    const line = tekst.slice(0, match.index + at).split("\n").length;
    for (const { pad } of v.proza) {
      const place = v.document.plaatsen.get(naamVan(pad));
      if (!place || line <= place.regel || line > place.eind) continue;
      const bericht = `'${name}' staat te ver naar rechts: het is nu een deel van '${naamVan(pad)}'.`;
      yield probleem(line, kolomVan(match[0].slice(1), at - 1), name, bericht, "Spring de regel minder in.");
    }
  }
}

/** @type {Regel} */
function* gestoptMetReden(v) {
  const stopped = v.heeft("gestopt"), phase = v.tekst("fase");
  if (stopped && phase && phase !== "gestopt") {
    const remedie = "Maak er 'fase: gestopt' van, of haal 'gestopt' weg.";
    yield v.document.probleem(["fase"], `'fase' is '${phase}', maar het veld 'gestopt' is ingevuld.`, remedie);
  } else if (phase === "gestopt" && !stopped) {
    const remedie = "Voeg 'gestopt' toe met 'reden' en, als je die weet, 'datum'.";
    yield v.document.probleem(["fase"], "'fase' is 'gestopt', maar de reden ontbreekt.", remedie);
  }
}

/** @type {Regel} */
function* ingezondenMetAkkoord(v) {
  if (v.tekst("herkomst") !== "ingezonden") return;
  if (!v.heeft("akkoord")) {
    const bericht = "'akkoord' ontbreekt, maar is verplicht bij 'herkomst: ingezonden'.";
    yield v.document.probleem(["herkomst"], bericht, "Voeg 'akkoord' toe met 'datum' en 'rol'.");
  }
  const learned = v.tekst("geleerd").trim();
  if (v.heeft("geleerd") && learned !== tabel(v.kennis, "scalars").ONBEKEND) return;
  const bericht = `'geleerd' ${learned ? "is 'onbekend'" : "ontbreekt"}, maar is verplicht bij 'herkomst: ingezonden'.`;
  yield v.document.probleem([learned ? "geleerd" : "herkomst"], bericht, "Schrijf wat tegenviel, of wat je anders zou doen.");
}

/** @type {Regel} */
function* aanpassingMetWerkwijze(v) {
  if (!v.heeft("eigen_aanpassing") || v.heeft("werkwijze")) return;
  const remedie = "Noem de werkwijze, of zet de tekst in 'aanpak'.";
  yield v.document.sleutelprobleem(["eigen_aanpassing"], "'eigen_aanpassing' staat er zonder 'werkwijze'.", remedie);
}

/** @type {Regel} */
function* contactLeidtErgensHeen(v) {
  const contact = v.document.waarde.contact;
  if (!isGroep(contact) || "email" in contact || "website" in contact) return;
  yield v.document.probleem(["contact"], "'contact' heeft een 'email' of een 'website' nodig.", "Vul er een in, of haal 'contact' weg.");
}

/** @type {Regel} */
function* nietUitDeToekomst(v) {
  /** @type {[Pad, any][]} */
  const dated = [[["peildatum"], v.tekst("peildatum")]];
  for (const key of ["gecontroleerd", "akkoord"]) dated.push([[key, "datum"], v.groep(key).datum]);
  for (const key of ["bronnen", "wijzigingen"]) for (const [pad, { datum }] of v.onderdelen(key)) dated.push([[...pad, "datum"], datum]);
  for (const [pad, value] of dated) {
    if (typeof value !== "string" || eersteDag(value) <= v.kennis.vandaag) continue;
    const remedie = "Vul de datum van de feiten zelf in, niet later dan vandaag.";
    yield v.document.probleem(pad, `'${pad.at(-1)}' ligt in de toekomst: ${value}.`, remedie);
  }
}

/** @type {Regel} */
function* periodes(v) {
  /** @type {[Pad, Record<string, any>, string, string][]} */
  const pairs = [[[], v.document.waarde, "start", "einde"]];
  for (const [pad, item] of v.onderdelen("financiering")) pairs.push([pad, item, "van", "tot"]);
  for (const [pad, fields, first, last] of pairs) {
    const begin = fields[first], end = fields[last];
    if (typeof begin === "string" && typeof end === "string" && laatsteDag(end) < eersteDag(begin)) {
      yield v.document.probleem([...pad, last], `'${last}' (${end}) ligt voor '${first}' (${begin}).`, "Wissel ze om, of verbeter de datum.");
    }
  }
}

/** @type {Regel} */
function* fasePastBijDatums(v) {
  const { BEGUN, RUNNING } = tabel(v.kennis, "fields"), today = v.kennis.vandaag;
  const [phase, facts, start, end] = ["fase", "peildatum", "start", "einde"].map((key) => v.tekst(key));
  // one of the two is wrong
  if (start && end && laatsteDag(end) < eersteDag(start)) return;
  const latest = laatsteDag(facts) < today ? laatsteDag(facts) : today;
  if (BEGUN.includes(phase) && start && eersteDag(start) > latest) {
    const bericht = `'start' (${start}) ligt na de peildatum, maar 'fase' is '${phase}'.`;
    yield v.document.probleem(["fase"], bericht, "Maak er 'voorbereiding' van, of verbeter de datum.");
  } else if (RUNNING.includes(phase) && end && laatsteDag(end) < eersteDag(facts)) {
    const bericht = `'einde' (${end}) ligt voor de peildatum, maar 'fase' is '${phase}'.`;
    yield v.document.probleem(["fase"], bericht, "Maak er 'gestopt' van met een reden, of verbeter de datum.");
  } else if (RUNNING.includes(phase) && end && laatsteDag(end) < today) {
    yield v.document.probleem(["fase"], `'einde' (${end}) is voorbij, maar 'fase' is '${phase}'.`, "Kijk na of het nog loopt.", { niveau: "advies" });
  }
}

/** @type {Regel} */
function* erkenningIsOfficieel(v) {
  for (const [pad, { databank, url }] of v.onderdelen("erkenningen")) {
    const domains = lijst(v.kennis, "databanken").get(String(databank))?.domeinen;
    if (!domains || typeof url !== "string") continue;
    const host = (url.split("/")[2] ?? "").split(":")[0].toLowerCase();
    if (domains.some((domain) => host === domain || host.endsWith(`.${domain}`))) continue;
    const bericht = `Het adres van een erkenning moet op ${domains.join(" of ")} staan, niet op '${host}'.`;
    yield v.document.probleem([...pad, "url"], bericht, "Geef de pagina van de databank zelf, of haal de erkenning weg.");
  }
}

/** @type {Regel} */
function* nietDubbel(v) {
  for (const [key, value] of Object.entries(v.document.waarde)) {
    if (!Array.isArray(value)) continue;
    for (const [index, item] of value.entries()) {
      if (typeof item !== "string" || value.indexOf(item) === index) continue;
      yield v.document.probleem([key, index], `'${key}' noemt '${[...item].slice(0, 60).join("")}' twee keer.`, "Haal er een weg.");
    }
  }
}

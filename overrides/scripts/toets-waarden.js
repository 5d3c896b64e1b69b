// What a single text may be, per kind. The other half of macros/model/scalars.py.

import { dagen, maand } from "./toets-data.js";
import { adresdeel, geheel, kort, tabel } from "./toets-tabel.js";

/** @typedef {import("./toets-tabel.js").Kennis} Kennis */
/** @typedef {[string, string] | null} Oordeel what is wrong and what to do, or nothing */

/** @type {Record<string, (value: string, kennis: Kennis) => Oordeel>} */
export const OORDELEN = { regel, datum, dag, url, mail, slug, waarde };

/** @type {(value: string) => Oordeel} */
function regel(value) {
  return value.includes("\n") ? ["moet op één regel staan", "Haal de regeleinden weg of gebruik een lange-tekstveld."] : null;
}

/** @type {(value: string, kennis: Kennis) => Oordeel} */
function datum(value, kennis) {
  const match = geheel(tabel(kennis, "scalars").DATE, value);
  if (!match) {
    const remedie = `Schrijf ${bedoeld(value, kennis) || "bijvoorbeeld 2024-03-26, 2024-03 of 2024"}.`;
    return [`moet een datum zijn als jjjj-mm-dd, jjjj-mm of jjjj, niet '${value}'`, remedie];
  }
  const [year, month, day] = match.slice(1).map(Number);
  const exists = `moet een bestaande datum zijn, niet '${value}'`;
  if (year < 1800 || year > 2100 || (match[2] && !dagen(year, month))) return [exists, "Controleer jaar en maand."];
  return match[3] && (day < 1 || day > dagen(year, month)) ? [exists, "Controleer de dag van de maand."] : null;
}

/** A date that is written as people do, `15-3-2026` or `maart 2026`, in our way; nothing when it is none. @type {(value: string, kennis: Kennis) => string} */
function bedoeld(value, kennis) {
  const [, day, name, year] = geheel(tabel(kennis, "scalars").WRITTEN_DATE, value) ?? [];
  const month = year >= "1800" && year <= "2100" ? maand(name) : 0;
  if (!dagen(Number(year), month) || (day && (Number(day) < 1 || Number(day) > dagen(Number(year), month)))) return "";
  return [year, String(month).padStart(2, "0"), ...(day ? [day.padStart(2, "0")] : [])].join("-");
}

/** @type {(value: string, kennis: Kennis) => Oordeel} */
function dag(value, kennis) {
  const wrong = datum(value, kennis);
  if (wrong || value.length === 10) return wrong;
  return [`moet een volledige datum zijn (jjjj-mm-dd), niet '${value}'`, "Vul ook maand en dag in."];
}

/** @type {(value: string) => Oordeel} */
function url(value) {
  const parts = adres(value);
  if (!parts || !/^https?$/.test(parts.schema) || !parts.host.includes(".")) {
    const bericht = `moet een webadres zijn dat met https:// begint, niet '${kort(value)}'`;
    return [bericht, "Kopieer het hele adres uit de adresbalk van de browser."];
  }
  if (parts.wie) return ["mag geen gebruikersnaam of wachtwoord in het webadres hebben", "Haal het deel voor de @ weg."];
  return /[\s<>"'`{}|\\^]/.test(value) ? ["bevat een teken dat niet in een webadres hoort", "Kopieer het adres opnieuw uit de browser."] : null;
}

/**
 * The parts of an address as Python's urlsplit sees them; null when it can't read it.
 * @param {string} value
 */
export function adres(value) {
  const bare = value.replace(/^[\0- ]+/, "").replace(/[\t\r\n]/g, "");
  const schema = /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1] ?? "";
  const rest = bare.slice(schema ? schema.length + 1 : 0);
  const net = rest.startsWith("//") ? (/^\/\/([^/?#]*)/.exec(rest)?.[1] ?? "") : "";
  if (net.includes("[") !== net.includes("]")) return null;
  // full-width and other forms of / ? # @ : would make another host of it
  if (/[/?#@:]/.test(net.replace(/[@:#?]/g, "").normalize("NFKC"))) return null;
  // between brackets stands an IPv6 address, or v1.something
  const inside = /\[([^\]]*)\]?/.exec(net)?.[1];
  if (inside !== undefined && !/^(?:[\da-f:.]*:[\da-f:.]*|v[\da-f]+\..+)$/i.test(inside)) return null;
  const at = net.lastIndexOf("@"), host = net.slice(at + 1), bracketed = /\[([^\]]*)\]?[^:]*:?(.*)$/.exec(host);
  const [, name, port] = bracketed ?? /^([^:]*):?(.*)$/s.exec(host) ?? [];
  if (port && (!/^\d+$/.test(port) || Number(port) > 65535)) return null;
  return { schema: schema.toLowerCase(), host: (name ?? "").toLowerCase(), wie: /[^:]/.test(net.slice(0, Math.max(at, 0))) };
}

/** @type {(value: string, kennis: Kennis) => Oordeel} */
function mail(value, kennis) {
  if (geheel(tabel(kennis, "scalars").EMAIL, value.toLowerCase())) return null;
  return [`moet een e-mailadres zijn, niet '${kort(value)}'`, "Schrijf bijvoorbeeld info@voorbeeld.nl."];
}

/** @type {(value: string, kennis: Kennis) => Oordeel} */
function slug(value, kennis) {
  if (geheel(tabel(kennis, "scalars").SLUG, value)) return null;
  const bericht = `mag alleen kleine letters, cijfers en streepjes hebben, niet '${kort(value)}'`;
  return [bericht, `Schrijf '${adresdeel(value)}', ook waar je ernaar verwijst.`];
}

/** @type {(value: string, kennis: Kennis) => Oordeel} */
function waarde(value, kennis) {
  if (geheel(tabel(kennis, "scalars").VALUE, value)) return null;
  const bericht = `moet een getal zijn zoals 70, 1.250 of 1,6, of een bereik zoals 50-60, niet '${kort(value)}'`;
  return [bericht, "Zet woorden als 'ruim' of 'ongeveer' in 'nuance' en de eenheid in 'eenheid'."];
}

/**
 * Yes or no; anything may have been typed.
 * @param {any} value
 * @returns {Oordeel}
 */
export function janee(value) {
  if (value === "ja" || value === "nee") return null;
  const found = typeof value === "string" ? `'${kort(value)}'` : "een lijst of groep velden";
  return [`moet ja of nee zijn, niet ${found}`, "Schrijf ja of nee, zonder aanhalingstekens."];
}

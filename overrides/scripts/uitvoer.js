// The selection to take along: citations as text, everything as JSON, a table as CSV. Nothing is sent anywhere.

import { ROOT } from "./kies.js";

/** @typedef {import("./kies.js").Keuze & {data?: Record<string, any>|null}} Regel */

/** @param {Regel[]} rows */
export function alsTekst(rows) {
  const lines = rows.map(({ titel, notitie, data }, place) => {
    const note = notitie ? `\nNotitie: ${notitie}`.replaceAll("\n", "\n   ") : "";
    return `${place + 1}. ${data?.citaat ?? titel + " (niet gevonden)"}${note}\n`;
  });
  return `Selectie uit de Praktijkwijzer Sociaal Werk, ${new Date().toLocaleDateString("nl-NL", { dateStyle: "long" })}\n\n${lines.join("\n")}`;
}

/** @param {Regel[]} rows @param {string} adres where the selection can be seen */
export function alsJson(rows, adres) {
  const voorbeelden = rows.map(({ slug, titel, notitie = "", data }) => ({ notitie, ...(data ?? { slug, titel }) }));
  return JSON.stringify({ bron: "Praktijkwijzer Sociaal Werk", adres, datum: new Date().toISOString().slice(0, 10), licentie: "CC BY 4.0", voorbeelden }, null, 1);
}

/** The citations in a form that has a file beside every entry. @param {Regel[]} rows @param {string} vorm the end of its name: `bib` */
export async function alsVerwijzingen(rows, vorm) {
  const found = await Promise.all(
    rows.filter(({ data }) => data).map(async ({ slug }) => {
      const answer = await fetch(`${ROOT}voorbeelden/${slug}/voorbeeld.${vorm}`);
      if (!answer.ok) throw Error();
      return answer.text();
    }),
  );
  return vorm === "csl.json" ? JSON.stringify(found.flatMap((text) => JSON.parse(text)), null, 1) : found.join("\n");
}

/** For Dutch spreadsheets: UTF-8 with its mark, semicolons. @param {Regel[]} rows */
export function alsCsv(rows) {
  const lines = rows.map(({ slug, titel, notitie, data }) => {
    const { soort, plaats, fase } = data?.in_woorden ?? {};
    const terms = (/** @type {string} */ lijst) => data?.[lijst].map((/** @type {string} */ id) => data.labels[lijst][id]).join(", ");
    return {
      slug, titel, soort, plaats, fase, themas: terms("themas"), doelgroepen: terms("doelgroepen"), werkvormen: terms("werkvormen"),
      samenvatting: data?.samenvatting, peildatum: data?.peildatum, adres: data?.adres, bronvermelding: data?.citaat, notitie,
    };
  });
  return "\ufeff" + [Object.keys(lines[0]), ...lines.map(Object.values)].map((line) => line.map(cel).join(";") + "\r\n").join("");
}

/** A cell that a spreadsheet shows and never runs. @param {string} [value] */
const cel = (value = "") => `"${/^\s*[=+\-@]|^[\t\r\n]/.test(value) ? "'" : ""}${value.replaceAll('"', '""')}"`;

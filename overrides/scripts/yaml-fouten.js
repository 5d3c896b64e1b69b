// What is wrong with broken YAML → a problem in Dutch, with a remedy. The other half of macros/yaml_faults.py.

import { probleem } from "./toets-document.js";
import { begin, tabel } from "./toets-tabel.js";
import { YamlFout } from "./yaml-cursor.js";
import { Lezer } from "./yaml-tekens.js";

/** @typedef {import("./toets-tabel.js").Kennis} Kennis */
/** @typedef {[number, number, string, string]} Uitleg line, column, what is wrong, what to do */

/**
 * The problem at the place where a contributor can mend it.
 * @param {any} fout a YamlFout
 * @param {string} text what was parsed
 * @param {Kennis} kennis
 */
export function legUit(fout, text, kennis) {
  const woorden = tabel(kennis, "yaml_faults"), lines = [...text.split("\n"), ""];
  const found = openCitaat(text, lines, woorden) ?? zonderStreepje(fout, lines, woorden) ?? zonderInspringen(fout, lines, woorden);
  const [line, column, bericht, remedie] = found ?? gezegd(fout, lines, woorden);
  return probleem(line + 1, column + 1, "", bericht, remedie);
}

/**
 * @param {any} fout
 * @param {string[]} lines
 * @param {Record<string, any>} woorden
 * @returns {Uitleg}
 */
function gezegd(fout, lines, woorden) {
  const said = `${fout.context} ${fout.problem}`;
  const known = woorden.EXPLANATIONS.find((/** @type {string[]} */ [part]) => said.includes(part));
  let [, where, bericht, remedie] = known ?? ["", "problem", "Dit is geen geldige YAML.", "Vergelijk deze regel met een bestaand voorbeeld."];
  const { line, column } = (where === "context" && fout.contextMark) || fout.mark;
  const signs = [...lines[line]], sign = signs[column] ?? "";
  bericht = bericht.replace("{teken}", `'${sign}'`);
  if (sign === "\t") [bericht, remedie] = ["Hier staat een tab.", "Gebruik spaties: twee per niveau."];
  if (/expected key|expected '-'/.test(said)) {
    if (/[^ -]/.test(signs.slice(0, column).join(""))) {
      bericht = "Hier staat nog iets achter een waarde die al afgesloten was.";
      remedie = "Zet de hele waarde tussen dubbele aanhalingstekens, of tussen enkele als er dubbele in de tekst staan.";
    } else if (signs.slice(column, column + 2).join("") === "- ") {
      bericht = "Hier staat een lijststreepje dat hier niet past.";
      remedie = "Zet het recht onder de andere streepjes van de lijst, of haal het weg.";
    }
  }
  return [line, column, bericht, remedie];
}

/**
 * A quoted text that ran on over other fields, up to a quote that was meant for another.
 * @param {string} text
 * @param {string[]} lines
 * @param {Record<string, any>} woorden
 * @returns {Uitleg | undefined}
 */
function openCitaat(text, lines, woorden) {
  const lezer = new Lezer(text);
  let nested = 0;
  try {
    for (let token = lezer.next(); token.soort !== "slot"; token = lezer.next()) {
      if ("[{".includes(token.soort) && ++nested > woorden.MANY_BRACKETS) break;
      const runs = /^['"]$/.test(token.style ?? "") && lines.slice(token.start.line + 1, token.end.line + 1);
      // the quotes after it pair up wrongly
      if (runs && runs.some((line) => begin(woorden.FIELD_LINE, line))) return [token.start.line, token.start.column, woorden.OPEN_QUOTE[0], woorden.OPEN_QUOTE[1]];
    }
  } catch (error) {
    if (!(error instanceof YamlFout)) throw error;
  }
  return undefined;
}

/**
 * A hyphen that fits nowhere, below a list field whose first item stands there without one.
 * @param {any} fout
 * @param {string[]} lines
 * @param {Record<string, any>} woorden
 * @returns {Uitleg | undefined}
 */
function zonderStreepje({ mark }, lines, woorden) {
  if ([...lines[mark.line]].slice(mark.column, mark.column + 2).join("") !== "- ") return undefined;
  /** @type {number | undefined} */
  let first;
  for (let number = mark.line - 1; number >= 0; number--) {
    const line = lines[number], depth = line.search(/[^ ]|$/);
    if (line.trim() && depth <= mark.column) {
      if (first === undefined || depth === mark.column || !line.trimEnd().endsWith(":")) return undefined;
      break;
    }
    if (begin(woorden.FIELD_LINE, line)) first = number;
  }
  if (first === undefined) return undefined;
  const key = lines[first].trim().split(":")[0];
  return [first, lines[first].search(/[^ ]|$/), "Hier begint een lijst, maar zonder streepje.", `Zet er een streepje voor: '- ${key}: …'.`];
}

/**
 * A colon in a text, above which a line of that text stands at the margin, so that a new value began there.
 * @param {any} fout
 * @param {string[]} lines
 * @param {Record<string, any>} woorden
 * @returns {Uitleg | undefined}
 */
function zonderInspringen({ mark, problem }, lines, woorden) {
  if (!problem.includes("mapping values are not allowed")) return undefined;
  let number = mark.line;
  while (number >= 0 && !lines[number].slice(0, 1).trim()) number--;
  if (number < 0 || number === mark.line || begin(woorden.FIELD_LINE, lines[number]) || /^[#-]/.test(lines[number])) return undefined;
  return [number, 0, woorden.NO_COLON[0], woorden.NO_COLON[1]];
}

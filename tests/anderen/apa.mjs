/**
 * What citeproc-js, the engine of Zotero and Mendeley, makes of our CSL-JSON in the APA style in Dutch.
 *
 * Takes a list of items on standard input, gives an object on standard output: id → line of a list of references.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const CSL = require("citeproc");
const style = require("@citation-js/plugin-csl/lib/styles.json").apa;
const languages = require("@citation-js/plugin-csl/lib/locales.json");

const items = new Map(JSON.parse(readFileSync(0, "utf8")).map((item) => [item.id, item]));
const engine = new CSL.Engine(
  { retrieveLocale: (language) => languages[language], retrieveItem: (id) => items.get(id) },
  style,
  "nl-NL",
  true,
);
engine.setOutputFormat("text");

const lines = {};
for (const id of items.keys()) {
  engine.updateItems([id]);
  lines[id] = engine.makeBibliography()[1].join("").trim();
}
process.stdout.write(JSON.stringify(lines));

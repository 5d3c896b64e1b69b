// From tokens to events: what a YAML text holds, piece by piece. Follows libyaml's parser.c.

import { YamlFout } from "./yaml-cursor.js";
import { Lezer } from "./yaml-tekens.js";

/** @typedef {import("./yaml-cursor.js").Plek} Plek */
/**
 * @typedef {object} Gebeurtenis
 * @property {"document" | "tekst" | "verwijzing" | "lijst" | "groep" | "einde"} soort
 * @property {Plek} start
 * @property {Plek} end
 * @property {string} [value]
 * @property {string} [style]
 * @property {string} [anchor]
 * @property {string} [tag]
 */

/**
 * @param {string} text
 * @returns {Generator<Gebeurtenis, void, void>}
 */
export function* gebeurtenissen(text) {
  const s = new Lezer(text);
  for (let first = true; ; first = false) {
    if (!first) while (is(s, "...")) s.next();
    if (is(s, "slot")) return;
    const { start } = s.peek();
    const bare = first && !is(s, "%", "---");
    if (!bare) {
      while (is(s, "%")) s.next();
      expect(s, "", null, "did not find expected <document start>", "---");
    }
    yield { soort: "document", start, end: start };
    if (!bare) s.next();
    if (!bare && is(s, "%", "---", "...", "slot")) yield leeg(s.peek().start);
    else yield* knoop(s, true, false);
    if (is(s, "...")) s.next();
  }
}

/**
 * @param {Lezer} s
 * @param {...string} soorten
 */
function is(s, ...soorten) { return soorten.includes(s.peek().soort); }

/**
 * @param {Lezer} s
 * @param {string} context
 * @param {Plek | null} mark
 * @param {string} problem
 * @param {...string} soorten
 */
function expect(s, context, mark, problem, ...soorten) {
  if (!is(s, ...soorten)) throw new YamlFout(context, mark, problem, s.peek().start);
}

/**
 * Nothing, where something could have stood.
 * @param {Plek} mark
 * @returns {Gebeurtenis}
 */
const leeg = (mark) => ({ soort: "tekst", start: mark, end: mark, value: "", style: "" });

/**
 * @param {Lezer} s
 * @param {boolean} block
 * @param {boolean} indentless whether a list may stand as far to the left as its field
 * @returns {Generator<Gebeurtenis, void, void>}
 */
function* knoop(s, block, indentless) {
  let token = s.peek();
  if (token.soort === "*") {
    s.next();
    return yield { soort: "verwijzing", start: token.start, end: token.end, value: token.value };
  }
  const start = token.start;
  let end = start;
  /** @type {{ anchor?: string, tag?: string }} */
  const own = {};
  while ((token.soort === "&" && !own.anchor) || (token.soort === "!" && own.tag === undefined)) {
    if (token.soort === "&") own.anchor = token.value;
    else own.tag = `!${token.value}`;
    end = s.next().end;
    token = s.peek();
  }
  if (own.tag && /^![\w-]+!/.test(own.tag)) throw new YamlFout("while parsing a node", start, "found undefined tag handle", start);
  if (indentless && token.soort === "-") {
    yield { soort: "lijst", start, end: token.end, ...own };
    return yield* lijst(s, null);
  }
  const makes = /** @type {Record<string, [Gebeurtenis["soort"], () => Generator<Gebeurtenis, void, void>]>} */ ({
    "[": ["lijst", () => rij(s)],
    "{": ["groep", () => accolades(s)],
    ...(block && { lijst: ["lijst", () => lijst(s, s.next().start)], groep: ["groep", () => groep(s, s.next().start)] }),
  })[token.soort];
  if (token.soort === "tekst") {
    s.next();
    return yield { ...own, soort: "tekst", start, end: token.end, value: token.value, style: token.style };
  }
  if (makes) {
    yield { soort: makes[0], start, end: token.end, ...own };
    return yield* makes[1]();
  }
  if (!own.anchor && own.tag === undefined) {
    throw new YamlFout(`while parsing a ${block ? "block" : "flow"} node`, start, "did not find expected node content", token.start);
  }
  return yield { ...leeg(start), end, ...own };
}

/**
 * @param {Lezer} s
 * @param {Plek | null} opened null for a list that is not indented
 * @returns {Generator<Gebeurtenis, void, void>}
 */
function* lijst(s, opened) {
  const stops = opened ? ["-", "einde"] : ["-", "?", ":", "einde"];
  while (is(s, "-")) {
    const mark = s.next().end;
    if (is(s, ...stops)) yield leeg(mark);
    else yield* knoop(s, true, false);
  }
  if (opened) expect(s, "while parsing a block collection", opened, "did not find expected '-' indicator", "einde");
  yield { soort: "einde", start: s.peek().start, end: s.peek().start };
  if (opened) s.next();
}

/**
 * @param {Lezer} s
 * @param {Plek} opened
 * @returns {Generator<Gebeurtenis, void, void>}
 */
function* groep(s, opened) {
  while (!is(s, "einde")) {
    // a value without a key is refused here too: libyaml says the same
    expect(s, "while parsing a block mapping", opened, "did not find expected key", "?");
    const mark = s.next().end;
    if (is(s, "?", ":", "einde")) yield leeg(mark);
    else yield* knoop(s, true, true);
    if (!is(s, ":")) { yield leeg(s.peek().start); continue; }
    const after = s.next().end;
    if (is(s, "?", ":", "einde")) yield leeg(after);
    else yield* knoop(s, true, true);
  }
  const { start, end } = s.next();
  yield { soort: "einde", start, end };
}

/**
 * A list between square brackets.
 * @param {Lezer} s
 * @returns {Generator<Gebeurtenis, void, void>}
 */
function* rij(s) {
  const opened = s.next().start;
  for (let first = true; !is(s, "]"); first = false) {
    if (!first) {
      expect(s, "while parsing a flow sequence", opened, "did not find expected ',' or ']'", ",");
      s.next();
    }
    if (is(s, "?")) {
      const { start, end } = s.peek();
      yield { soort: "groep", start, end };
      s.next();
      if (is(s, ":", ",", "]")) yield leeg(s.next().end);
      else yield* knoop(s, false, false);
      yield* waarde(s, "]");
      yield { soort: "einde", start: s.peek().start, end: s.peek().start };
    } else if (!is(s, "]")) yield* knoop(s, false, false);
  }
  const { start, end } = s.next();
  yield { soort: "einde", start, end };
}

/**
 * A group of fields between braces.
 * @param {Lezer} s
 * @returns {Generator<Gebeurtenis, void, void>}
 */
function* accolades(s) {
  const opened = s.next().start;
  for (let first = true; !is(s, "}"); first = false) {
    if (!first) {
      expect(s, "while parsing a flow mapping", opened, "did not find expected ',' or '}'", ",");
      s.next();
    }
    if (is(s, "?")) {
      s.next();
      if (is(s, ":", ",", "}")) yield leeg(s.peek().start);
      else yield* knoop(s, false, false);
      yield* waarde(s, "}");
    } else if (!is(s, "}")) {
      yield* knoop(s, false, false);
      yield leeg(s.peek().start);
    }
  }
  const { start, end } = s.next();
  yield { soort: "einde", start, end };
}

/**
 * @param {Lezer} s
 * @param {string} close
 * @returns {Generator<Gebeurtenis, void, void>}
 */
function* waarde(s, close) {
  if (is(s, ":")) {
    s.next();
    if (!is(s, ",", close)) return yield* knoop(s, false, false);
  }
  return yield leeg(s.peek().start);
}

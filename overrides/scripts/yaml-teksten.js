// The texts in a YAML file: block (| and >), quoted and plain. Follows libyaml's scanner.c, which reads the same files at build.

/** @typedef {import("./yaml-tekens.js").Lezer} Lezer */

const SCALAR = "while scanning a block scalar";
const QUOTED = "while scanning a quoted scalar";
const PLAIN = "while scanning a plain scalar";
/** @type {Record<string, string>} */
const ESCAPES = {
  0: "\0", a: "\x07", b: "\b", t: "\t", "\t": "\t", n: "\n", v: "\v", f: "\f", r: "\r", e: "\x1b", " ": " ",
  '"': '"', "/": "/", "\\": "\\", N: "\x85", _: "\xa0", L: "\u2028", P: "\u2029",
};
/** @type {Record<string, number>} */
const HEX = { x: 2, u: 4, U: 8 };

/**
 * The lines after `|` or `>`.
 * @param {Lezer} s
 */
export function blok(s) {
  const start = s.plek(), style = s.char();
  s.skip();
  let chomp = "", more = 0;
  for (let turn = 0; turn < 2; turn++) {
    if (!chomp && /[+-]/.test(s.char())) { chomp = s.char(); s.skip(); }
    else if (!more && /\d/.test(s.char())) {
      more = Number(s.char());
      if (!more) s.fail(SCALAR, start, "found an indentation indicator equal to 0");
      s.skip();
    }
  }
  while (s.blank()) s.skip();
  if (s.char() === "#") while (!s.breakz()) s.skip();
  if (!s.breakz()) s.fail(SCALAR, start, "did not find expected comment or line break");
  if (s.char() === "\n") s.skip();
  let indent = more ? Math.max(s.indent, 0) + more : 0;
  let text = "", leading = "", wasBlank = false;
  let { breaks, end, depth } = leegte(s, indent, start);
  indent = depth;
  while (s.column === indent && s.char()) {
    const blank = s.blank();
    if (style === ">" && leading && !wasBlank && !blank) text += breaks ? "" : " ";
    else text += leading;
    text += breaks;
    wasBlank = blank;
    text += s.rest();
    leading = s.char();
    if (leading) s.skip();
    ({ breaks, end } = leegte(s, indent, start));
  }
  if (chomp !== "-") text += leading;
  if (chomp === "+") text += breaks;
  return { soort: "tekst", start, end, value: text, style };
}

/**
 * Empty lines and indentation before the next line of a block.
 * @param {Lezer} s
 * @param {number} indent 0 when the first line of text must tell
 * @param {import("./yaml-cursor.js").Plek} start
 */
function leegte(s, indent, start) {
  let deepest = 0, breaks = "", end = s.plek();
  for (;;) {
    while ((!indent || s.column < indent) && s.char() === " ") s.skip();
    deepest = Math.max(deepest, s.column);
    if ((!indent || s.column < indent) && s.char() === "\t") s.fail(SCALAR, start, "found a tab character where an indentation space is expected");
    if (s.char() !== "\n") break;
    breaks += "\n";
    s.skip();
    end = s.plek();
  }
  return { breaks, end, depth: indent || Math.max(deepest, s.indent + 1, 1) };
}

/**
 * A text between quotes.
 * @param {Lezer} s
 */
export function citaat(s) {
  const start = s.plek(), quote = s.char();
  let text = "";
  s.skip();
  for (;;) {
    if (s.atDocument()) s.fail(QUOTED, start, "found unexpected document indicator");
    if (!s.char()) s.fail(QUOTED, start, "found unexpected end of stream");
    let joined = false;
    while (!s.blankz()) {
      if (quote === "'" && s.char() === "'" && s.char(1) === "'") { text += "'"; s.skip(2); }
      else if (s.char() === quote) break;
      else if (quote === '"' && s.char() === "\\" && s.char(1) === "\n") { s.skip(2); joined = true; break; }
      else if (quote === '"' && s.char() === "\\") text += escape(s, start);
      else { text += s.char(); s.skip(); }
    }
    if (s.char() === quote) break;
    text += witruimte(s, joined)[0];
  }
  s.skip();
  return { soort: "tekst", start, end: s.plek(), value: text, style: quote };
}

/**
 * @param {Lezer} s
 * @param {import("./yaml-cursor.js").Plek} start
 */
function escape(s, start) {
  const sign = s.char(1), length = HEX[sign];
  const doing = "while parsing a quoted scalar";
  if (!length) {
    if (ESCAPES[sign] === undefined) s.fail(doing, start, "found unknown escape character");
    s.skip(2);
    return ESCAPES[sign];
  }
  s.skip(2);
  let code = "";
  for (let at = 0; at < length; at++) code += /[\da-f]/i.test(s.char(at)) ? s.char(at) : s.fail(doing, start, "did not find expected hexdecimal number");
  const value = parseInt(code, 16);
  if ((value >= 0xd800 && value <= 0xdfff) || value > 0x10ffff) s.fail(doing, start, "found invalid Unicode character escape code");
  s.skip(length);
  return String.fromCodePoint(value);
}

/**
 * Space between words, as it is read: a line break is a space, empty lines stay; and whether a line ended.
 * @param {Lezer} s
 * @param {boolean} ended whether the line ended before (escaped)
 * @param {() => void} [check] called at every blank
 * @returns {[string, boolean]}
 */
function witruimte(s, ended, check) {
  let spaces = "", leading = "", trailing = "";
  while (s.blank() || s.char() === "\n") {
    if (s.blank()) {
      if (ended) check?.();
      else spaces += s.char();
    } else if (!ended) {
      spaces = "";
      leading = "\n";
      ended = true;
    } else trailing += "\n";
    s.skip();
  }
  if (!ended) return [spaces, false];
  return [leading && !trailing ? " " : trailing, true];
}

/**
 * A text without quotes.
 * @param {Lezer} s
 */
export function gewoon(s) {
  const start = s.plek(), indent = s.indent + 1;
  let end = start, text = "", space = "", ended = false;
  const noTab = () => {
    if (s.column < indent && s.char() === "\t") s.fail(PLAIN, start, "found a tab character that violates indentation");
  };
  for (;;) {
    if (s.atDocument() || s.char() === "#") break;
    while (!s.blankz()) {
      if (s.flow && s.char() === ":" && /[,?[\]{}]/.test(s.char(1))) s.fail(PLAIN, start, "found unexpected ':'");
      if ((s.char() === ":" && s.blankz(1)) || (s.flow && /[,[\]{}]/.test(s.char()))) break;
      text += space + s.char();
      space = "";
      ended = false;
      s.skip();
      end = s.plek();
    }
    if (!s.blank() && s.char() !== "\n") break;
    [space, ended] = witruimte(s, false, noTab);
    if (!s.flow && s.column < indent) break;
  }
  if (ended) s.allowed = true;
  return { soort: "tekst", start, end, value: text, style: "" };
}

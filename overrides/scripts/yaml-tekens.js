// From YAML text to tokens. Follows libyaml's scanner.c, which reads the same files at build, so that a fault has one place and one name.

import { blok, citaat, gewoon } from "./yaml-teksten.js";

/** @typedef {{ index: number, line: number, column: number }} Plek all from 0 */
/** @typedef {{ soort: string, start: Plek, end: Plek, value?: string, style?: string }} Teken */
/** @typedef {{ possible: boolean, required: boolean, number: number, mark: Plek }} Sleutel what may turn out to be a key */

/** What is wrong with YAML, as libyaml says it. */
export class YamlFout extends Error {
  /**
   * @param {string} context
   * @param {Plek | null} contextMark
   * @param {string} problem
   * @param {Plek} mark
   */
  constructor(context, contextMark, problem, mark) {
    super(problem);
    Object.assign(this, { context, contextMark, problem, mark });
  }
}

export class Lezer {
  /** @param {string} text with plain line feeds */
  constructor(text) {
    this.text = text;
    this.index = this.line = this.column = 0;
    this.indent = -1;
    /** @type {number[]} */
    this.indents = [];
    this.flow = 0;
    this.allowed = true;
    /** @type {Teken[]} */
    this.tokens = [];
    this.taken = 0;
    this.ended = false;
    /** @type {(Sleutel | null)[]} */
    this.keys = [null];
  }

  /** @returns {Plek} */
  plek() { return { index: this.index, line: this.line, column: this.column }; }

  /** The sign at hand, or further on; empty at the end. */
  char(ahead = 0) { return this.text.charAt(this.index + ahead); }

  blank(ahead = 0) { const sign = this.char(ahead); return sign === " " || sign === "\t"; }

  breakz(ahead = 0) { const sign = this.char(ahead); return !sign || sign === "\n"; }

  blankz(ahead = 0) { return this.blank(ahead) || this.breakz(ahead); }

  skip(count = 1) {
    for (; count > 0; count--) {
      const code = this.text.charCodeAt(this.index++);
      if (code === 10) { this.line++; this.column = 0; }
      else if ((code & 0xfc00) !== 0xdc00) this.column++;
    }
  }

  /** The rest of this line. */
  rest() {
    const from = this.index;
    while (!this.breakz()) this.skip();
    return this.text.slice(from, this.index);
  }

  atDocument() { return this.column === 0 && /^(?:---|\.\.\.)$/.test(this.text.substr(this.index, 3)) && this.blankz(3); }

  /**
   * @param {string} context
   * @param {Plek | null} mark
   * @param {string} problem
   * @returns {never}
   */
  fail(context, mark, problem) { throw new YamlFout(context, mark, problem, this.plek()); }

  /** The next token, which stays. */
  peek() {
    while (!this.tokens.length || (this.stale(), this.keys.some((key) => key?.possible && key.number === this.taken))) this.fetch();
    return this.tokens[0];
  }

  /** The next token. */
  next() {
    const token = this.peek();
    this.tokens.shift();
    this.taken++;
    return token;
  }

  stale() {
    for (const key of this.keys) {
      if (key?.possible && (key.mark.line < this.line || key.mark.index + 1024 < this.index)) this.drop(key);
    }
  }

  /** @param {Sleutel | null | undefined} key that is none after all */
  drop(key) {
    if (key?.possible && key.required) this.fail("while scanning a simple key", key.mark, "could not find expected ':'");
    if (key) key.possible = false;
  }

  saveKey() {
    if (!this.allowed) return;
    const required = !this.flow && this.indent === this.column;
    this.drop(this.keys.at(-1));
    this.keys[this.keys.length - 1] = { possible: true, required, number: this.taken + this.tokens.length, mark: this.plek() };
  }

  /**
   * @param {number} column
   * @param {string} soort
   * @param {Plek} mark
   */
  roll(column, soort, mark, at = this.tokens.length) {
    if (this.flow || this.indent >= column) return;
    this.indents.push(this.indent);
    this.indent = column;
    this.tokens.splice(at, 0, { soort, start: mark, end: mark });
  }

  /** @param {number} column */
  unroll(column) {
    while (!this.flow && this.indent > column) {
      this.tokens.push({ soort: "einde", start: this.plek(), end: this.plek() });
      this.indent = /** @type {number} */ (this.indents.pop());
    }
  }

  /** @param {string} soort */
  sign(soort, length = 1) {
    const start = this.plek();
    this.skip(length);
    this.tokens.push({ soort, start, end: this.plek() });
  }

  toNext() {
    for (;;) {
      while (this.char() === " " || ((this.flow || !this.allowed) && this.char() === "\t")) this.skip();
      if (this.char() === "#") this.rest();
      if (this.char() !== "\n") return;
      this.skip();
      if (!this.flow) this.allowed = true;
    }
  }

  fetch() {
    this.toNext();
    this.stale();
    this.unroll(this.column);
    const sign = this.char();
    if (!sign) return this.finish();
    if (this.column === 0 && sign === "%") return this.directive();
    if (this.atDocument()) {
      this.close();
      return this.sign(sign === "-" ? "---" : "...", 3);
    }
    if (sign === "[" || sign === "{") {
      this.saveKey();
      this.keys.push(null);
      this.flow++;
      this.allowed = true;
      return this.sign(sign);
    }
    if (sign === "]" || sign === "}") {
      this.drop(this.keys.at(-1));
      if (this.flow) { this.flow--; this.keys.pop(); }
      this.allowed = false;
      return this.sign(sign);
    }
    if (sign === ",") return this.indicator(",", true);
    if (sign === "-" && this.blankz(1)) return this.opens("-", "lijst", "block sequence entries are not allowed in this context", true);
    if (sign === "?" && (this.flow || this.blankz(1))) return this.opens("?", "groep", "mapping keys are not allowed in this context", !this.flow);
    if (sign === ":" && (this.flow || this.blankz(1))) return this.value();
    if ("*&!".includes(sign)) return this.property(sign);
    if ("|>".includes(sign) && !this.flow) {
      this.drop(this.keys.at(-1));
      this.allowed = true;
      this.tokens.push(blok(this));
      return undefined;
    }
    const quoted = sign === "'" || sign === '"';
    const starts = !/[\s\-?:,[\]{}#&*!|>%@`]/.test(sign) || (sign === "-" && !this.blank(1)) || (!this.flow && /[?:]/.test(sign) && !this.blankz(1));
    if (!quoted && !starts) this.fail("while scanning for the next token", this.plek(), "found character that cannot start any token");
    this.saveKey();
    this.allowed = false;
    this.tokens.push(quoted ? citaat(this) : gewoon(this));
    return undefined;
  }

  close() {
    this.unroll(-1);
    this.drop(this.keys.at(-1));
    this.allowed = false;
  }

  finish() {
    if (this.column) { this.column = 0; this.line++; }
    this.close();
    this.ended = true;
    this.sign("slot", 0);
  }

  directive() {
    this.close();
    const start = this.plek(), doing = "while scanning a directive";
    this.skip();
    const from = this.index;
    while (/[\w-]/.test(this.char())) this.skip();
    const name = this.text.slice(from, this.index);
    if (!name) this.fail(doing, start, "could not find expected directive name");
    if (!this.blankz()) this.fail(doing, start, "found unexpected non-alphabetical character");
    if (name !== "YAML" && name !== "TAG") this.fail(doing, start, "found unknown directive name");
    this.rest();
    this.skip();
    this.tokens.push({ soort: "%", start, end: this.plek() });
  }

  /**
   * @param {string} soort
   * @param {boolean} allowed
   */
  indicator(soort, allowed) {
    this.drop(this.keys.at(-1));
    this.allowed = allowed;
    this.sign(soort);
  }

  /**
   * @param {string} soort
   * @param {string} block what starts here
   * @param {string} refusal
   * @param {boolean} allowed
   */
  opens(soort, block, refusal, allowed) {
    if (!this.flow) {
      if (!this.allowed) this.fail("", null, refusal);
      this.roll(this.column, block, this.plek());
    }
    this.indicator(soort, allowed);
  }

  value() {
    const key = this.keys.at(-1);
    if (!key?.possible) return this.opens(":", "groep", "mapping values are not allowed in this context", !this.flow);
    const at = key.number - this.taken;
    this.tokens.splice(at, 0, { soort: "?", start: key.mark, end: key.mark });
    this.roll(key.mark.column, "groep", key.mark, at);
    key.possible = this.allowed = false;
    return this.sign(":");
  }

  /** An anchor (&), alias (*) or tag (!). @param {string} sign */
  property(sign) {
    this.saveKey();
    this.allowed = false;
    const start = this.plek();
    this.skip();
    const from = this.index;
    const inside = sign !== "!" ? /[A-Za-z0-9_-]/ : this.char() === "<" ? /[^\s>]/ : /[A-Za-z0-9_;/?:@&=+$.%!~*'()-]/;
    while (inside.test(this.char())) this.skip();
    if (sign === "!" && this.text[from] === "<") {
      if (this.char() !== ">") this.fail("while scanning a tag", start, "did not find the expected '>'");
      this.skip();
    }
    const value = this.text.slice(from, this.index);
    if (sign === "!") {
      if (!this.blankz() && !(this.flow && this.char() === ",")) this.fail("while scanning a tag", start, "did not find expected whitespace or line break");
    } else if (!value || !(this.blankz() || "?:,]}%@`".includes(this.char()))) {
      this.fail(`while scanning an ${sign === "&" ? "anchor" : "alias"}`, start, "did not find expected alphabetic or numeric character");
    }
    this.tokens.push({ soort: sign, start, end: this.plek(), value });
  }
}

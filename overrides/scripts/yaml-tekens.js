// From YAML text to tokens. Follows libyaml's scanner.c, which reads the same files at build, so that a fault has one place and one name.

import { Cursor } from "./yaml-cursor.js";
import { blok, citaat, gewoon } from "./yaml-teksten.js";

/** @typedef {import("./yaml-cursor.js").Plek} Plek */
/** @typedef {{ soort: string, start: Plek, end: Plek, value?: string, style?: string }} Teken */
/** @typedef {{ possible: boolean, required: boolean, number: number, mark: Plek }} Sleutel what may turn out to be a key */

export class Lezer extends Cursor {
  /** @param {string} text with plain line feeds */
  constructor(text) {
    super(text);
    this.indent = -1;
    /** @type {number[]} */
    this.indents = [];
    this.flow = 0;
    this.allowed = true;
    /** @type {Teken[]} */
    this.tokens = [];
    this.taken = 0;
    /** @type {(Sleutel | null)[]} */
    this.keys = [null];
  }

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

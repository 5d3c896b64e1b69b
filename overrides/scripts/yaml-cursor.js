// A place in a YAML text that goes forward, and what is found wrong there.

/** @typedef {{ index: number, line: number, column: number }} Plek all from 0 */

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

export class Cursor {
  /** @param {string} text with plain line feeds */
  constructor(text) {
    this.text = text;
    this.index = this.line = this.column = 0;
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
}

// The table of the catalogue as sets of rows: who is left after a choice, and how many each choice would leave.
// Rows stand in alphabetical order. A set is a row of bits, so ten thousand entries are counted in a few milliseconds.

/**
 * @typedef {Uint32Array} Set32 a set of rows, one bit each
 * @typedef {Record<string, string[]>} Gekozen per facet the chosen ids
 * @typedef {{waarden: string[], labels?: string[], rijen: string}} Kolom
 * @typedef {{aantal: number, kaarten_per_bestand: number, facetten: Record<string, Kolom>, peildatum: number[], gecontroleerd: number[]}} Ruw
 */

const FIRST_SIGN = 48;

/** @param {number} bits */
function ones(bits) {
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many rows two sets share. @param {Set32} one @param {Set32} [other] */
export function tel(one, other = one) {
  let number = 0;
  for (let place = 0; place < one.length; place++) number += ones(one[place] & other[place]);
  return number;
}

export class Tabel {
  /** @param {Ruw} raw */
  constructor(raw) {
    this.aantal = raw.aantal;
    this.perBestand = raw.kaarten_per_bestand;
    this.dagen = { nieuwste: raw.peildatum, gecontroleerd: raw.gecontroleerd };
    /** @type {Record<string, {waarden: string[], labels?: string[], rijen: Set32[]}>} */ this.facetten = {};
    for (const [name, column] of Object.entries(raw.facetten)) {
      const sets = column.waarden.map(() => this.leeg());
      let row = 0;
      for (let place = 0; place < column.rijen.length; place++) {
        const sign = column.rijen.charCodeAt(place);
        if (sign < FIRST_SIGN) row++;
        else sets[sign - FIRST_SIGN][row >> 5] |= 1 << (row & 31);
      }
      this.facetten[name] = { waarden: column.waarden, labels: column.labels, rijen: sets };
    }
  }

  /** @returns {Set32} */
  leeg() {
    return new Uint32Array((this.aantal + 31) >> 5);
  }

  /** A set from row numbers. @param {Iterable<number>} rows */
  van(rows) {
    const made = this.leeg();
    for (const row of rows) made[row >> 5] |= 1 << (row & 31);
    return made;
  }

  /** The rows with any of these values. @param {string} name @param {string[]} ids */
  #vereniging(name, ids) {
    const made = this.leeg();
    const { waarden, rijen } = this.facetten[name];
    for (const id of ids) rijen[waarden.indexOf(id)]?.forEach((bits, place) => { made[place] |= bits; });
    return made;
  }

  /**
   * The rows that fit every facet, but for one that is left out.
   * @param {Gekozen} chosen @param {Set32 | null} found the rows that the question finds, null without a question
   * @param {string} [without]
   */
  passend(chosen, found, without) {
    const left = found ? found.slice() : this.leeg().fill(-1);
    // the bits past the last row are no rows
    if (this.aantal & 31) left[left.length - 1] &= (1 << (this.aantal & 31)) - 1;
    for (const [name, ids] of Object.entries(chosen)) {
      if (name !== without && ids.length) {
        const any = this.#vereniging(name, ids);
        for (let place = 0; place < left.length; place++) left[place] &= any[place];
      }
    }
    return left;
  }

  /** Per facet and value how many rows it would give beside the other facets. @param {Gekozen} chosen @param {Set32 | null} found */
  aantallen(chosen, found) {
    const all = this.passend(chosen, found);
    return Object.fromEntries(Object.entries(this.facetten).map(([name, { rijen }]) => {
      const base = chosen[name]?.length ? this.passend(chosen, found, name) : all;
      return [name, rijen.map((set) => tel(set, base))];
    }));
  }

  /** The row numbers that two sets share. @param {Set32} one @param {Set32} [other] */
  rijen(one, other = one) {
    const rows = [];
    for (let row = 0; row < this.aantal; row++) if ((one[row >> 5] & other[row >> 5]) >>> (row & 31) & 1) rows.push(row);
    return rows;
  }

  /**
   * The rows of a set in the order asked for.
   * @param {Set32} set @param {string} order titel, nieuwste, gecontroleerd or relevantie @param {number[]} best the rows that the question finds, best first
   */
  opVolgorde(set, order, best) {
    if (order === "relevantie") return best.filter((row) => (set[row >> 5] >>> (row & 31)) & 1);
    const rows = this.rijen(set);
    const { nieuwste, gecontroleerd } = this.dagen;
    if (order === "nieuwste") rows.sort((one, other) => nieuwste[other] - nieuwste[one]);
    if (order === "gecontroleerd") rows.sort((one, other) => gecontroleerd[other] - gecontroleerd[one] || nieuwste[other] - nieuwste[one]);
    return rows;
  }
}

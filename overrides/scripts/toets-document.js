// One mapping read from a file, with the place of every key and value in it; and problems with it.

/** @typedef {(string | number)[]} Pad the keys and list positions (from 0) that lead to a value */
/** @typedef {{ pad: Pad, regel: number, kolom: number, eind: number }} Plaats from 1 */
/** @typedef {{ regel: number, kolom: number, sleutel: string, bericht: string, remedie: string, niveau: "fout" | "let op" | "advies" }} Probleem */

/**
 * The path as contributors read it, counting from 1: `bronnen[1].url`.
 * @param {Pad} pad
 */
export const naamVan = (pad) => pad.map((step, at) => (typeof step === "number" ? `[${step + 1}]` : at ? `.${step}` : step)).join("");

/**
 * @param {number} regel
 * @param {number} kolom
 * @param {string} sleutel
 * @param {string} bericht
 * @param {string} [remedie]
 * @param {Probleem["niveau"]} [niveau]
 * @returns {Probleem}
 */
export const probleem = (regel, kolom, sleutel, bericht, remedie = "", niveau = "fout") => ({ regel, kolom, sleutel, bericht, remedie, niveau });

/** The column of a place in a line, from 1: a sign counts once, however it is stored. @param {string} line @param {number} at */
export const kolomVan = (line, at) => [...line.slice(0, at)].length + 1;

/** @param {unknown} value @returns {value is Record<string, any>} */
export const isGroep = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

export class Document {
  /**
   * @param {Record<string, any>} waarde
   * @param {string} tekst
   * @param {Map<string, Plaats>} plaatsen of the values, by name
   * @param {Map<string, Plaats>} sleutels the places of the keys
   */
  constructor(waarde, tekst, plaatsen, sleutels) {
    Object.assign(this, { waarde, tekst, plaatsen, sleutels });
    this.waarde = waarde;
    this.tekst = tekst;
    this.plaatsen = plaatsen;
    this.sleutels = sleutels;
    this.regels = tekst.split("\n");
  }

  /**
   * A problem with the value at a path, at the line that holds `bij` when that is given.
   * @param {Pad} pad
   * @param {string} bericht
   * @param {string} [remedie]
   * @param {{ bij?: string, niveau?: Probleem["niveau"] }} [more]
   */
  probleem(pad, bericht, remedie = "", { bij = "", niveau = "fout" } = {}) {
    const { regel, kolom } = this.plaats(pad, bij);
    return probleem(regel, kolom, naamVan(pad), bericht, remedie, niveau);
  }

  /**
   * A problem with the key itself.
   * @param {Pad} pad
   * @param {string} bericht
   * @param {string} [remedie]
   */
  sleutelprobleem(pad, bericht, remedie = "") {
    const { regel, kolom } = this.sleutels.get(naamVan(pad)) ?? this.plaats(pad, "");
    return probleem(regel, kolom, naamVan(pad), bericht, remedie);
  }

  /**
   * @param {Pad} pad
   * @param {string} bij
   */
  plaats(pad, bij) {
    let at = pad;
    while (at.length && !this.plaatsen.has(naamVan(at))) at = at.slice(0, -1);
    const place = this.plaatsen.get(naamVan(at)) ?? { regel: 1, kolom: 1, eind: 1 };
    for (let regel = place.regel; bij && regel <= place.eind; regel++) {
      const line = this.regels[regel - 1] ?? "";
      const found = line.indexOf(bij);
      if (found >= 0) return { regel, kolom: kolomVan(line, found) };
    }
    return place;
  }
}

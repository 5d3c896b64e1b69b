// What the rules look at: one entry as it was typed, perhaps with mistakes. The other half of macros/rules/draft.py.

import { isGroep } from "./toets-document.js";
import { tabel, vervang, woorden } from "./toets-tabel.js";

/** @typedef {import("./toets-document.js").Document} Document */
/** @typedef {import("./toets-document.js").Pad} Pad */
/** @typedef {import("./toets-document.js").Probleem} Probleem */
/** @typedef {import("./toets-tabel.js").Kennis} Kennis */
/** @typedef {{ pad: Pad, waarde: string, soort: string, naar: string }} Blad one text, its kind (`tekst`, `regel`, `url`, `mail` or none) or what it names */

export class Voorstel {
  /**
   * @param {string} slug the name of the file without extension; empty for a new entry
   * @param {string} model
   * @param {Document} document
   * @param {Kennis} kennis
   */
  constructor(slug, model, document, kennis) {
    this.slug = slug;
    this.document = document;
    this.kennis = kennis;
    this.velden = kennis.modellen[model];
    /** @type {Blad[]} */
    this.bladen = [...loop(this.velden, document.waarde, [], kennis)];
    this.klein = document.tekst.toLowerCase();
    const { HINTS, WEB } = tabel(kennis, "identifiers");
    const bare = woorden(vervang(WEB, document.tekst, " ")).join(" ");
    this.misschienPersoonlijk = HINTS.some((/** @type {RegExp} */ hint) => hint.test(bare));
  }

  /** @param {string} soort */
  vanSoort(soort) { return this.bladen.filter((blad) => blad.soort === soort); }

  /** All narrative text. */
  get proza() { return this.vanSoort("tekst"); }

  /** The texts that name something of one sort. @param {string} naar */
  verwijzingen(naar) { return this.bladen.filter((blad) => blad.naar === naar); }

  /** The text of a field at the top, or nothing. @param {string} key */
  tekst(key) {
    const value = this.heeft(key) ? this.document.waarde[key] : "";
    return typeof value === "string" ? value : "";
  }

  /** @param {string} key */
  heeft(key) { return Object.hasOwn(this.document.waarde, key); }

  /** The fields below a key at the top, or none. @param {string} key @returns {Record<string, any>} */
  groep(key) { return isGroep(this.document.waarde[key]) ? this.document.waarde[key] : {}; }

  /**
   * The mappings in a list at the top, each with its path; a single one may lack its hyphen.
   * @param {string} key
   * @returns {[Pad, Record<string, any>][]}
   */
  onderdelen(key) {
    const value = this.document.waarde[key], items = isGroep(value) ? [value] : Array.isArray(value) ? value : [];
    return items.map((item, index) => /** @type {[Pad, any]} */ ([[key, index], item])).filter(([, item]) => isGroep(item));
  }

  /** Whether the file ends in the middle of its sources, so that more of them may be missing. */
  get afgebroken() { return Object.keys(this.document.waarde).at(-1) === "bronnen" && !this.heeft("peildatum"); }
}

/**
 * @param {Record<string, any>[]} velden
 * @param {Record<string, any>} value
 * @param {Pad} pad
 * @param {Kennis} kennis
 * @returns {Generator<Blad, void, void>}
 */
function* loop(velden, value, pad, kennis) {
  for (const [key, item] of Object.entries(value)) {
    const veld = velden.find(({ naam }) => naam === key);
    if (veld) yield* blad(veld, item, [...pad, key], kennis);
  }
}

/**
 * @param {Record<string, any>} veld
 * @param {any} value
 * @param {Pad} pad
 * @param {Kennis} kennis
 * @returns {Generator<Blad, void, void>}
 */
function* blad(veld, value, pad, kennis) {
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* blad(veld, item, [...pad, index], kennis);
  else if (isGroep(value)) {
    if (veld.delen) yield* loop(kennis.modellen[veld.delen], value, pad, kennis);
  } else {
    // "zwolle, kampen" where a list belongs is told as that, and is not also the id of nothing
    const naar = veld.lijst && typeof pad.at(-1) !== "number" ? "" : (veld.naar ?? "");
    const soort = !veld.naar && /^(?:tekst|regel|url|mail)$/.test(veld.soort) ? veld.soort : "";
    yield { pad, waarde: value, soort, naar };
  }
}

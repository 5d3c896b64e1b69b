// YAML events → plain values with their places; what YAML may do but we refuse is a problem. The other half of macros/yaml_values.py.

import { naamVan, probleem } from "./toets-document.js";
import { begin, geheel, tabel } from "./toets-tabel.js";
import { YamlFout } from "./yaml-cursor.js";

/** @typedef {import("./yaml-gebeurtenissen.js").Gebeurtenis} Gebeurtenis */
/** @typedef {import("./toets-document.js").Pad} Pad */
/** @typedef {import("./toets-document.js").Plaats} Plaats */
/** @typedef {{ event: Gebeurtenis, key: string, inner: Pad, value: any }} Paar */

export class Bouwer {
  /**
   * @param {string} text what is parsed
   * @param {import("./toets-tabel.js").Kennis} kennis
   */
  constructor(text, kennis) {
    this.text = text;
    this.lines = text.split("\n");
    this.tabel = tabel(kennis, "yaml_values");
    /** @type {import("./toets-document.js").Probleem[]} */
    this.problemen = [];
    /** @type {Map<string, Plaats>} */
    this.plaatsen = new Map();
    /** @type {Map<string, Plaats>} */
    this.sleutels = new Map();
    this.fataal = false;
  }

  /**
   * The value of the first document. Throws what the parser throws.
   * @param {Generator<Gebeurtenis, void, void>} events
   */
  bouw(events) {
    /** @type {any} */
    let value;
    let documents = 0;
    for (let turn = events.next(); !turn.done; turn = events.next()) {
      if (turn.value.soort !== "document") value = this.knoop(turn.value, events, []);
      else if (++documents > 1) {
        this.weiger(turn.value, [], "Er staat meer dan één document in dit bestand ('---').", "Maak er twee bestanden van.");
        this.fataal = true;
        break;
      }
    }
    return value;
  }

  /**
   * @param {Gebeurtenis} event
   * @param {Generator<Gebeurtenis, void, void>} events
   * @param {Pad} pad
   * @returns {any}
   */
  knoop(event, events, pad) {
    if (event.soort === "groep") return this.groepen(event, events, pad)[0];
    this.open(event, pad);
    if (event.soort === "verwijzing") {
      const remedie = "Schrijf de tekst voluit, of zet hem tussen aanhalingstekens.";
      this.weiger(event, pad, "Hier staat een verwijzing (*): die gebruiken we niet.", remedie);
      return `*${event.value}`;
    }
    return event.soort === "tekst" ? this.tekst(event, pad) : this.lijst(events, pad);
  }

  /**
   * @param {Gebeurtenis} event
   * @param {Pad} pad
   */
  open(event, pad) {
    if (!this.plaatsen.has(naamVan(pad))) this.plaatsen.set(naamVan(pad), plaats(event, pad));
    if (event.soort !== "verwijzing") this.eigenschappen(event, pad);
    if (pad.length > this.tabel.MAX_DEPTH) throw new YamlFout("", null, "te diep genest", event.start);
  }

  /**
   * @param {Gebeurtenis} event
   * @param {Pad} pad
   */
  tekst(event, pad) {
    const text = event.value ?? "", name = naamVan(pad);
    if (!event.style && this.tabel.EMPTY.includes(text)) {
      this.weiger(event, pad, pad.length ? `'${name}' is leeg.` : "Het bestand is leeg.", "Vul het in, of haal de regel weg.");
    } else if (!event.style && geheel(this.tabel.SMART_QUOTED, text)) {
      this.weiger(event, pad, `'${name}' staat tussen gekrulde aanhalingstekens.`, 'Gebruik rechte: "…".');
    } else this.verlies(event, pad);
    return text;
  }

  /**
   * What YAML drops without a word: text after a `#`, and the lines of a list in a folded text.
   * @param {Gebeurtenis} event
   * @param {Pad} pad
   */
  verlies(event, pad) {
    const first = event.start.line, last = event.end.line;
    const lineStart = this.text.lastIndexOf("\n", event.end.index - 1) + 1;
    const instead = "Schrijf '|' in plaats van '>-'.";
    if (!event.style && last < this.lines.length && begin(this.tabel.LOST, this.lines[last], event.end.index - lineStart)) {
      this.weiger(event, pad, "Alles na '#' valt hier weg.", 'Zet de hele waarde tussen aanhalingstekens ("…"), of haal het deel na # weg.');
    } else if (event.style === ">" && this.lines.slice(first + 1, last).some((line) => begin(this.tabel.LIST_LINE, line))) {
      this.weiger(event, pad, `'${naamVan(pad)}' heeft een lijst, maar na '>' worden alle regels aan elkaar geplakt.`, instead);
    } else if (event.style === ">" && (event.value ?? "").trim().includes("\n")) {
      this.weiger(event, pad, `'${naamVan(pad)}' heeft een witregel, maar na '>' vallen alinea's weg.`, instead);
    }
  }

  /**
   * @param {Generator<Gebeurtenis, void, void>} events
   * @param {Pad} pad
   */
  lijst(events, pad) {
    /** @type {any[]} */
    const items = [];
    for (let turn = events.next(); !turn.done && turn.value.soort !== "einde"; turn = events.next()) {
      const inner = [...pad, items.length];
      if (turn.value.soort === "groep") items.push(...this.groepen(turn.value, events, inner));
      else items.push(this.knoop(turn.value, events, inner));
    }
    return items;
  }

  /**
   * The mapping that starts here; more than one when an item of a list runs on into the next.
   * @param {Gebeurtenis} event
   * @param {Generator<Gebeurtenis, void, void>} events
   * @param {Pad} pad
   * @returns {Record<string, any>[]}
   */
  groepen(event, events, pad) {
    this.open(event, pad);
    /** @type {Paar[]} */
    const pairs = [];
    for (let turn = events.next(); !turn.done && turn.value.soort !== "einde"; turn = events.next()) {
      const key = this.sleutel(turn.value, pad);
      let name = key;
      while (this.sleutels.has(naamVan([...pad, name]))) name += " (dubbel)";
      const inner = [...pad, name];
      this.sleutels.set(naamVan(inner), plaats(turn.value, inner));
      const value = this.knoop(/** @type {Gebeurtenis} */ (events.next().value), events, inner);
      pairs.push({ event: turn.value, key, inner, value });
    }
    const doubles = pairs.filter((pair) => pair.key !== pair.inner.at(-1));
    if (doubles.length && this.isTweede(pad, pairs, doubles)) return this.splits(pad, pairs);
    for (const { event: at, key } of doubles) {
      const inner = [...pad, key], other = this.sleutels.get(naamVan(inner))?.regel;
      this.weiger(at, inner, `'${naamVan(inner)}' staat er twee keer; ook op regel ${other}.`, "Haal een van de twee weg.");
    }
    return [groepVan(pairs.filter((pair) => pair.key === pair.inner.at(-1)).map(({ key, value }) => [key, value]))];
  }

  /**
   * Whether double keys are a next item of a list: its first key comes again after others, or several do.
   * @param {Pad} pad
   * @param {Paar[]} pairs
   * @param {Paar[]} doubles
   */
  isTweede(pad, pairs, doubles) {
    const last = pad.at(-1), again = new Set(doubles.map((pair) => pair.key));
    const inList = typeof last === "number" || (last !== undefined && Object.hasOwn(this.tabel.ONE_OF, last));
    return inList && (again.size > 1 || (again.has(pairs[0].key) && !again.has(pairs[1].key)));
  }

  /**
   * The items of a list that miss their hyphen, each from its first double key on.
   * @param {Pad} pad
   * @param {Paar[]} pairs
   */
  splits(pad, pairs) {
    /** @type {[string, any][][]} */
    const found = [[]];
    for (const { event, key, inner, value } of pairs) {
      if (found.at(-1)?.some(([known]) => known === key)) {
        found.push([]);
        const one = this.tabel.ONE_OF[pad[0]] ?? "onderdeel", which = found.length === 2 ? "een tweede" : "nog een";
        const remedie = `Zet er een streepje voor, recht onder het vorige: '- ${key}: …'.`;
        this.weiger(event, pad, `Hier begint ${which} ${one}, maar zonder streepje.`, remedie);
        const last = pad.at(-1);
        if (typeof last === "number") {
          pad = [...pad.slice(0, -1), last + 1];
          this.plaatsen.set(naamVan(pad), plaats(event, pad));
        }
      }
      found.at(-1)?.push([key, value]);
      this.verplaats(inner, [...pad, key]);
    }
    return found.map(groepVan);
  }

  /**
   * @param {Pad} old
   * @param {Pad} now
   */
  verplaats(old, now) {
    const name = naamVan(old);
    for (const places of [this.plaatsen, this.sleutels]) {
      const moving = [...places.values()].filter(({ pad }) => pad.length >= old.length && naamVan(pad.slice(0, old.length)) === name);
      for (const place of moving) {
        places.delete(naamVan(place.pad));
        const pad = [...now, ...place.pad.slice(old.length)];
        places.set(naamVan(pad), { ...place, pad });
      }
    }
  }

  /**
   * @param {Gebeurtenis} event
   * @param {Pad} pad
   */
  sleutel(event, pad) {
    if (event.soort !== "verwijzing") this.eigenschappen(event, pad);
    if (event.soort !== "tekst") throw new YamlFout("", null, "sleutel is geen tekst", event.start);
    if (event.value === "<<" && !event.style) {
      this.weiger(event, pad, "Hier staat '<<': samenvoegen gebruiken we niet.", "Schrijf de velden voluit.");
    }
    return event.value ?? "";
  }

  /**
   * @param {Gebeurtenis} event
   * @param {Pad} pad
   */
  eigenschappen(event, pad) {
    const remedie = "Haal het weg, of zet de tekst tussen aanhalingstekens.";
    if (event.anchor) this.weiger(event, pad, "Hier staat een anker (&): dat gebruiken we niet.", remedie);
    if (event.tag) this.weiger(event, pad, "Hier staat een uitroepteken-label (!): dat gebruiken we niet.", remedie);
  }

  /**
   * @param {Gebeurtenis} event
   * @param {Pad} pad
   * @param {string} bericht
   * @param {string} remedie
   */
  weiger(event, pad, bericht, remedie) {
    this.problemen.push(probleem(event.start.line + 1, event.start.column + 1, naamVan(pad), bericht, remedie));
  }
}

/**
 * @param {Gebeurtenis} event
 * @param {Pad} pad
 * @returns {Plaats}
 */
function plaats({ start, end }, pad) {
  // a block ends at the start of the line below it
  const last = end.column ? end.line : end.line - 1;
  return { pad, regel: start.line + 1, kolom: start.column + 1, eind: Math.max(last, start.line) + 1 };
}

/**
 * A mapping in the order of the file; a name from the prototype is a name like any other.
 * @param {[string, any][]} pairs
 */
const groepVan = (pairs) => Object.fromEntries(pairs);

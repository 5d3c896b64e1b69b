// Rules that keep private persons and their addresses, numbers and names off the pages.
// The other half of macros/rules/privacy.py and macros/rules/identifiers.py.

import { alle, begin, geheel, kort, tabel, vervang } from "./toets-tabel.js";

/** @typedef {import("./toets-regels-bronnen.js").Regel} Regel */
/** @typedef {import("./toets-tabel.js").Kennis} Kennis */
/** @typedef {import("./toets-voorstel.js").Voorstel} Voorstel */

/** @type {Regel[]} */
export const PRIVACYREGELS = [nietPersoonlijk, postvakken, geenNamen, geenAdressen, rollen];

/**
 * Each address or number of a person in a text, with what it is and what a contributor does about it.
 * @param {string} text
 * @param {Kennis} kennis
 * @returns {[string, string, string][]}
 */
function persoonlijk(text, kennis) {
  const t = tabel(kennis, "identifiers");
  /** @type {[string, string, string][]} */
  const found = alle(t.MAIL, text).map(([mail]) => [mail, "een e-mailadres", "Zet een algemeen postvak bij 'contact', of haal het weg."]);
  let rest = vervang(t.WEB, text, " ");
  for (const [pattern, what, remedie] of [
    [t.IBAN, "een rekeningnummer", "Haal het weg."],
    [t.PHONE, "een telefoonnummer", "Haal het weg; verwijs naar de website."],
    [t.NINE_DIGITS, "een burgerservicenummer", "Haal het weg: dat nummer is van één persoon."],
  ]) {
    for (const [match] of alle(pattern, rest)) {
      const number = match.trim();
      if (pattern === t.NINE_DIGITS && !elfproef(number)) continue;
      found.push([number, what, remedie]);
      rest = rest.replaceAll(number, " ");
    }
  }
  return found;
}

/** The check that every burgerservicenummer passes: 9a + 8b + … + 2h - i is a multiple of eleven. @param {string} number */
function elfproef(number) {
  const digits = [...number].filter((sign) => /\d/.test(sign)).map(Number);
  const sum = digits.reduce((total, digit, at) => total + digit * (at === 8 ? -1 : 9 - at), 0);
  return digits.some(Boolean) && sum % 11 === 0;
}

/**
 * The text without what leads to one person.
 * @param {string} text
 * @param {Kennis} kennis
 */
export const zonderPersoonlijk = (text, kennis) => persoonlijk(text, kennis).reduce((rest, [found]) => rest.replaceAll(found, " "), text);

/** @param {Voorstel} v */
const teksten = (v) => v.bladen.filter(({ soort }) => soort === "tekst" || soort === "regel");

/** @type {Regel} */
function* nietPersoonlijk(v) {
  if (!v.misschienPersoonlijk) return;
  for (const { pad, waarde } of teksten(v)) {
    for (const [found, what, remedie] of persoonlijk(waarde, v.kennis)) {
      yield v.document.probleem(pad, `Hier staat ${what}: '${kort(found)}'.`, remedie, { bij: found });
    }
  }
}

/** @type {Regel} */
function* postvakken(v) {
  const t = tabel(v.kennis, "identifiers");
  for (const { pad, waarde } of v.vanSoort("mail")) {
    const [local, ...rest] = waarde.toLowerCase().split("@"), domain = rest.join("@");
    const isFunction = t.ROLES.some((/** @type {string} */ role) => local.startsWith(role));
    const personal = geheel(/[a-z]+[._][a-z]+(?:[._][a-z]+)*/, local) || t.PERSONAL_DOMAINS.some((/** @type {string} */ host) => domain.startsWith(host));
    if (personal && !isFunction) {
      yield v.document.probleem(pad, `'${waarde}' lijkt het adres van een persoon.`, "Gebruik een algemeen postvak, zoals info@…");
    }
  }
  const { website } = v.groep("contact");
  if (typeof website === "string" && website.toLowerCase().includes("linkedin.com/in/")) {
    const bericht = "'contact.website' is het profiel van een persoon.";
    yield v.document.probleem(["contact", "website"], bericht, "Geef de contactpagina van de organisatie.");
  }
}

/** @type {Regel} */
function* geenNamen(v) {
  const t = tabel(v.kennis, "privacy");
  if (!t.FORMS_OF_ADDRESS.some((/** @type {string} */ word) => v.klein.includes(word))) return;
  for (const { pad, waarde } of teksten(v)) {
    // the title of a source stays as the source gives it
    for (const [name] of pad[0] === "bronnen" ? [] : alle(t.ADDRESSED, waarde)) {
      const bericht = `Hier staat de naam van een persoon: '${kort(name)}'.`;
      yield v.document.probleem(pad, bericht, "Schrijf de rol: 'een deelnemer', 'de coördinator'.", { bij: name });
    }
  }
}

/** @type {Regel} */
function* geenAdressen(v) {
  const t = tabel(v.kennis, "privacy");
  if (!t.HINT_OF_HOUSE.test(v.document.tekst)) return;
  for (const { pad, waarde } of v.proza) {
    for (const [house] of alle(t.HOUSE, vervang(t.POST_BOX, vervang(t.WEB, waarde, ""), ""))) {
      yield v.document.probleem(pad, `Hier staat een adres: '${kort(house)}'.`, "Noem de wijk of de naam van de plek.", { bij: house });
    }
  }
}

/** @type {Regel} */
function* rollen(v) {
  const t = tabel(v.kennis, "privacy");
  for (const [key, field, example] of [["akkoord", "rol", "teamleider"], ["gecontroleerd", "door", "redactie"]]) {
    const value = v.groep(key)[field], name = typeof value === "string" && begin(t.FULL_NAME, value.trim());
    if (name && !t.WORDS_OF_ROLES.test(name[0])) {
      const bericht = `'${key}.${field}' lijkt de naam van een persoon: '${kort(value)}'.`;
      yield v.document.probleem([key, field], bericht, `Schrijf de functie, zoals '${example}'.`);
    }
  }
}

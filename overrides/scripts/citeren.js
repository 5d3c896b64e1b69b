// Buttons that copy the citation of the page in the form that the reader needs, and say what they did.

const citation = /** @type {HTMLElement} */ (document.querySelector(".pw-citaat"));
const forms = /** @type {HTMLElement} */ (document.querySelector(".pw-vormen"));
const line = document.createElement("p");
const said = document.createElement("p");
const shown = document.createElement("pre");

line.className = "pw-vormen__knoppen";
said.setAttribute("role", "status");
shown.className = "pw-vormen__tekst";
shown.hidden = true;
knop("APA", "De verwijzing", async () => citation.innerText.trim());
for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (forms.querySelectorAll("a[href^='voorbeeld.'], a[href^='kennispagina.'], a[href^='verzameling.']"))) {
  knop(link.text, `De verwijzing (${link.text})`, () => haal(link.href));
}
knop("adres", "Het adres", async () => (citation.innerText.match(/https?:\/\/\S+$/) ?? [location.href])[0]);
forms.before(line, said, shown);

/** @param {string} naam @param {string} wat @param {() => Promise<string>} tekst */
function knop(naam, wat, tekst) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "pw-knop";
  button.textContent = `Kopieer ${naam}`;
  button.addEventListener("click", () => kopieer(wat, tekst));
  line.append(button, " ");
}

/** @param {string} adres */
async function haal(adres) {
  const answer = await fetch(adres);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return (await answer.text()).trim();
}

/** Copy a text; where the browser does not allow that, show and select it so that one key does. @param {string} wat @param {() => Promise<string>} tekst */
async function kopieer(wat, tekst) {
  shown.hidden = true;
  let found = "";
  try {
    found = await tekst();
  } catch {
    said.textContent = `${wat} is niet op te halen. Is er verbinding?`;
    return;
  }
  try {
    await navigator.clipboard.writeText(found);
    said.textContent = `${wat} is gekopieerd.`;
  } catch {
    shown.textContent = found;
    shown.hidden = false;
    getSelection()?.selectAllChildren(shown);
    said.textContent = `${wat} is geselecteerd. Kopieer met Ctrl+C of Cmd+C.`;
  }
}

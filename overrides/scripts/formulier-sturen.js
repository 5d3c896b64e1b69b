// The end of the form: the text of the file, and the ways in which it reaches the editors.

import { download } from "./meegeven.js";
import { bezet, slug } from "./formulier-kennis.js";
import { lees, schoon } from "./formulier-staat.js";
import { haalRegels, isKlaar, schrijf } from "./formulier-regels.js";

const LANGST = 8000;
const UITLEG = {
  nieuw: "Je voorstel opent als nieuw bestand op een site voor samenwerken, zoals GitHub. Daar heb je een gratis account nodig. Kies er onderaan de groene knop; de rest gaat vanzelf.",
  plak: "Met deze knop kopieer je de tekst, en opent een leeg bestand op een site voor samenwerken, zoals GitHub of GitLab. Plak de tekst daar in het grote vak (Ctrl+V) en sla het op als voorstel. Je hebt er een gratis account nodig.",
  bewerk: "Met deze knop kopieer je de nieuwe tekst, en opent het bestand van dit voorbeeld op een site voor samenwerken. Vervang daar de hele tekst: kies alles (Ctrl+A), plak (Ctrl+V), en sla het op als voorstel. Je hebt er een gratis account nodig.",
};

/** @param {Record<string, any>} op the places on the page @param {string} bestaand the entry that is amended, or nothing */
export function maakSlot(op, bestaand) {
  const { nieuw, bewerk, vultIn, redactie } = op.vlak.dataset;
  const text = () => schrijf(schoon());
  const file = () => `${bestaand || vrij(slug(String(lees(["titel"]) ?? "")) || "mijn-voorbeeld")}.yml`;

  const kopieer = async () => {
    try {
      if (!isKlaar()) await haalRegels();
      await navigator.clipboard.writeText(text());
      op.stand.textContent = "De tekst is gekopieerd.";
    } catch {
      const details = op.tekst.closest("details");
      details.open = true;
      getSelection()?.selectAllChildren(op.tekst);
      op.stand.textContent = "Kopiëren mag niet van je browser. De tekst is uitgekozen: druk op Ctrl+C.";
    }
  };
  const bewaarBestand = async () => {
    if (!isKlaar()) await haalRegels();
    download(file(), text());
    op.stand.textContent = `Bewaard als ${file()}. Open het later weer met ‘Open een bestand’.`;
  };
  let plakken = false;
  op.kopieer.addEventListener("click", kopieer);
  op.download.addEventListener("click", bewaarBestand);
  op.slotdownload.addEventListener("click", bewaarBestand);
  op.forge.addEventListener("click", () => { if (plakken) kopieer(); });

  /** Bring the last step in line with the value. */
  return () => {
    const now = text();
    const whole = `${nieuw}?filename=${encodeURIComponent(file())}&value=${encodeURIComponent(now)}`;
    const fits = !bestaand && vultIn && whole.length <= LANGST;
    plakken = !fits;
    op.tekst.textContent = now;
    op.naam.textContent = `(${file()})`;
    op["weg-forge"].hidden = !(bestaand ? bewerk : nieuw);
    op.forge.href = bestaand ? `${bewerk}${bestaand}.yml` : fits ? whole : `${nieuw}?${vultIn ? "filename" : "file_name"}=${encodeURIComponent(file())}`;
    op.forge.textContent = plakken ? "Kopieer en open" : "Verstuur je voorstel";
    op.forgetekst.textContent = bestaand ? UITLEG.bewerk : fits ? UITLEG.nieuw : UITLEG.plak;
    op["weg-mail"].hidden = !redactie;
    op["weg-zelf"].hidden = !op["weg-forge"].hidden || !!redactie;
    op.mail.href = brief(redactie ?? "", file(), now);
  };
}

/** A name that no entry has: with its municipality, else with a number. @param {string} naam */
function vrij(naam) {
  const [place] = [lees(["plaats", "gemeenten"]) ?? []].flat();
  const more = [naam, ...(place ? [`${naam}-${place}`] : [])];
  let found = more.find((one) => !bezet(one));
  for (let number = 2; !found; number++) found = bezet(`${naam}-${number}`) ? undefined : `${naam}-${number}`;
  return found;
}

/** A letter with the text in it; when that is too long, a letter that asks to add the file. @param {string} to @param {string} name @param {string} text */
function brief(to, name, text) {
  const head = `mailto:${to}?subject=${encodeURIComponent(`Voorbeeld: ${name}`)}&body=`;
  const whole = head + encodeURIComponent(`Dag redactie,\n\nHierbij mijn voorbeeld.\n\n${text}`);
  return whole.length <= LANGST ? whole : head + encodeURIComponent(`Dag redactie,\n\nHierbij mijn voorbeeld. Het bestand ${name} zit als bijlage bij deze mail.\n\n(Bewaar je voorbeeld eerst als bestand, en voeg het hier toe.)`);
}

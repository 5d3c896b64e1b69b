// The contribution form: steps, drafts, files and the checks, all in this browser.

import { toonProef } from "./formulier-proef.js";
import { kennis, leerLijsten, leerNamen, teLeren } from "./formulier-kennis.js";
import { bezocht, ganaar, meldingen, naamBezet, toonBijVelden, vatSamen, zag } from "./formulier-meldingen.js";
import { biedAan } from "./formulier-organisaties.js";
import { haalLezer, haalRegels, isKlaar, lees, toetsWaarde } from "./formulier-regels.js";
import * as staat from "./formulier-staat.js";
import { maakSlot } from "./formulier-sturen.js";
import { benoem, pasAan, toonAlles, toonBronnen, velden, verbind } from "./formulier-velden.js";
import { ROOT, SLUG } from "./kies.js";
import { plekken } from "./voorbeelden.js";

const op = plekken(document);
const query = new URLSearchParams(location.search);
const bestaand = SLUG.test(query.get("voorbeeld") ?? "") ? query.get("voorbeeld") ?? "" : "";
const vakken = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-stapvak]")]);
const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll("[data-stap]")]);
const titels = new Map(vakken.map((vak) => [vak.dataset.stapvak ?? "", vak.querySelector("h2")?.textContent ?? ""]));
const verlaten = new Set();
/** @type {import("./formulier-meldingen.js").Melding[]} */ let gevonden = [];
const eigenOmslag = bestaand && `${ROOT}voorbeelden/${bestaand}/omslag.svg`;
let nu = "wat";
let timer = 0;
let frame = 0;
let bronnenAnders = false;
let toonSlot = () => {};

/** Everything that follows from the value: messages, counts, summary, file. */
function toets() {
  clearTimeout(timer);
  timer = 0;
  const waarde = staat.schoon();
  if (!isKlaar()) return wacht(waarde);
  const names = teLeren(waarde);
  if (names !== undefined) return haalDan(() => leerNamen(names));
  // of an empty file the rules say only that it is empty
  const found = toetsWaarde(staat.leeg(waarde) ? { landelijk: "nee" } : waarde, bestaand);
  if (!found) return haalDan(haalLezer);
  gevonden = [...meldingen(found.perVeld), ...(bestaand ? [] : naamBezet())];
  gevonden.sort(({ veld: a }, { veld: b }) => (a && b && a !== b ? (a.el.compareDocumentPosition(b.el) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1) : Number(!!b) - Number(!!a)));
  toonBijVelden(gevonden);
  for (const link of links) toonTal(link);
  for (const vak of vakken) {
    const own = gevonden.filter(({ stap, niveau }) => stap === vak.dataset.stapvak && niveau === "fout");
    if (vak.dataset.stapvak !== "verstuur") vatSamen(deel(vak), verlaten.has(vak.dataset.stapvak) ? own : [], own.length === 1 ? "Nog één ding in deze stap" : `Nog ${own.length} dingen in deze stap`, spring);
  }
  if (nu === "verstuur") toonVerstuur();
}

/** The rules come once there is something to check: a value, or a step that the visitor is done with. @param {Record<string, any>} waarde */
function wacht(waarde) {
  if (!staat.leeg(waarde) || verlaten.size || nu === "verstuur") haalDan(haalRegels);
}

/** Check once what it takes is here. @param {() => Promise<unknown>} haal */
function haalDan(haal) {
  haal().then(toets, (error) => {
    op.stand.textContent = "Nakijken lukt nu niet: er is geen verbinding. Wat je typt, blijft bewaard.";
    reportError(error);
  });
}

/** Check and show once the visitor pauses. */
function volg() {
  clearTimeout(timer);
  timer = setTimeout(toets, 350);
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(() => {
    if (bronnenAnders) toonBronnen();
    bronnenAnders = false;
    pasAan();
    if (op.proefvak.checkVisibility()) toonProef(op.proef, staat.schoon(), eigenOmslag);
    toonBewaard();
  });
}

/** @param {HTMLElement} vak */
const deel = (vak) => /** @type {HTMLElement} */ (vak.querySelector("[data-deel=fouten]"));

function toonVerstuur() {
  const fouten = gevonden.filter(({ niveau }) => niveau === "fout");
  const rest = gevonden.filter(({ niveau }) => niveau !== "fout");
  const kop = fouten.length ? (fouten.length === 1 ? "Er is nog één ding te doen" : `Er zijn nog ${fouten.length} dingen te doen`) : "Een tip voor je het verstuurt";
  vatSamen(deel(vakken[vakken.length - 1]), fouten.length ? fouten : rest, kop, spring);
  op.goed.hidden = !!fouten.length;
  op.nietgoed.hidden = !fouten.length;
  toonSlot();
}

/** How far a step is. @param {HTMLAnchorElement} link */
function toonTal(link) {
  const id = link.dataset.stap ?? "";
  const vak = vakken.find((one) => one.dataset.stapvak === id);
  const open = gevonden.filter(({ stap, niveau }) => niveau === "fout" && (stap === id || (id === "verstuur" && !stap))).length;
  const filled = [...velden.values()].some((veld) => veld.pad.length === 1 && vak?.contains(veld.el) && !veld.el.hidden && !staat.leeg(staat.lees(veld.pad)));
  const state = filled && !open && id !== "verstuur" ? "klaar" : verlaten.has(id) && open ? "open" : "";
  link.dataset.staat = state;
  const small = link.querySelector("small");
  if (small) small.textContent = state === "klaar" ? "klaar" : state === "open" ? `nog ${open}` : "";
}

/** Show a step. @param {string} id */
function toon(id, focus = true) {
  if (!titels.has(id)) return;
  if (id !== nu) verlaat(nu);
  nu = id;
  for (const vak of vakken) vak.hidden = vak.dataset.stapvak !== id;
  for (const link of links) {
    if (link.dataset.stap === id) link.setAttribute("aria-current", "step");
    else link.removeAttribute("aria-current");
  }
  const needed = vakken.filter((vak) => !("extra" in vak.dataset) && vak.dataset.stapvak !== "verstuur");
  const place = needed.findIndex((vak) => vak.dataset.stapvak === id);
  op.nu.textContent = place >= 0 ? `Stap ${place + 1} van ${needed.length}` : id === "verstuur" ? "De laatste stap" : "Verdieping, mag je overslaan";
  toets();
  if (!focus) return;
  const head = /** @type {HTMLElement} */ (document.getElementById(`kop-${id}`));
  head.focus({ preventScroll: true });
  op.vlak.scrollIntoView();
}

/** @param {string} id */
function verlaat(id) {
  const vak = vakken.find((one) => one.dataset.stapvak === id);
  if (!vak || id === "verstuur") return;
  verlaten.add(id);
  if (!("extra" in vak.dataset)) zag(vak);
}

/** Go to a field, in its step. @param {import("./formulier-velden.js").Veld} veld */
function spring(veld) {
  const vak = /** @type {HTMLElement|null} */ (veld.el.closest("[data-stapvak]"));
  if (vak) ga(vak.dataset.stapvak ?? "", false);
  ganaar(veld);
}

/** Go to a step, so that the back key of the browser goes back. @param {string} id */
function ga(id, focus = true) {
  if (uitAdres() !== id) history.pushState(null, "", `#stap-${id}`);
  toon(id, focus);
}

/** The step that the address names. */
const uitAdres = () => location.hash.replace(/^#(?:stap-)?/, "");

/** @param {number} step */
const buur = (step) => vakken[vakken.findIndex((vak) => vak.dataset.stapvak === nu) + step]?.dataset.stapvak ?? nu;

/** @param {Uint8Array} bytes @param {string} name */
function neemBytes(bytes, name) {
  const { tekst, problemen } = lees().leesBytes(bytes);
  if (!problemen.length) return neem(tekst, `${name} is geopend.`);
  op.stand.textContent = `${name} is niet te lezen. ${problemen.map(({ bericht, remedie }) => `${bericht} ${remedie}`).join(" ")}`;
  return false;
}

/** Take a file; what could not be read is told. @param {string} text @param {string} said */
function neem(text, said) {
  const { waarde, problemen } = lees().leesBestand(text, kennis);
  if (!waarde) {
    op.stand.textContent = `Dit bestand is niet te lezen. ${problemen.map(({ regel, bericht, remedie }) => `Regel ${regel}: ${bericht} ${remedie}`).join(" ")}`;
    return false;
  }
  staat.begin(waarde);
  toonAlles();
  const weg = [...staat.verborgen].filter((field) => !staat.leeg(staat.lees([field])));
  op.stand.textContent = `${said}${weg.length ? ` Niet gebruikt, omdat het niet bij de andere antwoorden past: ${weg.join(", ")}.` : ""}`;
  return true;
}

/** Open an entry to amend it, at the field that the reader came for. */
async function haalVoorbeeld() {
  const kept = staat.concept(bestaand);
  const [answer] = await Promise.all([fetch(`${ROOT}voorbeelden/${bestaand}/voorbeeld.yml`), haalLezer()]);
  if (!answer.ok) throw new Error(`voorbeeld: ${answer.status}`);
  neem(await answer.text(), "");
  const titel = String(staat.lees(["titel"]) ?? bestaand);
  if (kept) herstel(kept);
  op.kop.textContent = `Vul aan: ${titel}`;
  op.inleiding.textContent = "Verander wat niet klopt, vul in wat je weet, en laat de rest staan. Zet bij iets nieuws ook de bron, in de stap ‘Waar staat het?’.";
  document.title = `Vul aan: ${titel}`;
}

/** Put a kept draft back and say so. @param {{waarde: any, dag: string}} kept */
function herstel({ waarde, dag }) {
  staat.begin(waarde);
  toonAlles();
  op.concept.hidden = false;
  op.concepttekst.textContent = `Je concept van ${new Date(dag).toLocaleDateString("nl-NL", { dateStyle: "long" })} staat er weer. Het stond in deze browser.`;
}

/** At the field that the address names; a list without rows gets its first. */
function naarVeld() {
  const veld = velden.get(query.get("veld") ?? "");
  if (!veld) return false;
  spring(veld);
  const { erbij, rijen } = veld.deel;
  if (erbij && rijen && !rijen.children.length) erbij.click();
  return true;
}

function wisAlles() {
  if (!confirm("Wil je alles wissen wat je hier intypte?")) return;
  staat.wis();
  location.assign(location.pathname + location.search);
}

function toonBewaard() {
  op.bewaard.textContent = staat.isBewaard() ? "Je concept staat in deze browser, op dit apparaat. Wij zien er niets van."
    : "Je browser laat deze site niets onthouden. Bewaar je concept als bestand voordat je weggaat.";
}

/** Show the preview, instead of the form where there is no room for both. @param {boolean} on */
function proef(on) {
  document.body.classList.toggle("pw-metproef", on);
  toonProef(op.proef, staat.schoon(), eigenOmslag);
  const head = on ? document.getElementById("proefkop") : document.getElementById(`kop-${nu}`);
  head?.focus({ preventScroll: true });
  op[on ? "proefvak" : "vlak"].scrollIntoView();
}

function luister() {
  addEventListener("pw-wijzig", (event) => {
    const pad = /** @type {CustomEvent} */ (event).detail;
    benoem(pad);
    bronnenAnders ||= pad[0] === "bronnen";
    volg();
  });
  op.formulier.addEventListener("submit", (/** @type {Event} */ event) => event.preventDefault());
  op.formulier.addEventListener("focusout", ({ target, relatedTarget }) => {
    const field = target.closest("[data-veld]");
    if (!field || field.contains(relatedTarget)) return;
    const veld = [...velden].find(([, one]) => one.el === field);
    if (veld) bezocht.add(veld[0]);
    if (timer) return;
    timer = setTimeout(toets, 50);
  });
  biedAan(op.formulier);
  op.formulier.addEventListener("click", ({ target }) => {
    const what = target.closest("[data-doe]")?.dataset.doe;
    if (what) ga(what === "slot" ? "verstuur" : buur(what === "vorige" ? -1 : 1));
  });
  op.proefopen.addEventListener("click", () => proef(true));
  op.slotproef.addEventListener("click", () => proef(true));
  op.proefdicht.addEventListener("click", () => proef(false));
  op.wis.addEventListener("click", wisAlles);
  op.wisalles.addEventListener("click", wisAlles);
  op.open.addEventListener("click", () => op.bestand.click());
  op.bestand.addEventListener("change", async () => {
    const [file] = op.bestand.files;
    if (file) await haalLezer();
    if (file && neemBytes(new Uint8Array(await file.arrayBuffer()), file.name)) {
      staat.bewaar();
      volg();
    }
    op.bestand.value = "";
  });
  addEventListener("hashchange", () => toon(uitAdres()));
  addEventListener("popstate", () => toon(uitAdres() || "wat"));
}

async function begin() {
  await leerLijsten();
  verbind(op.formulier, []);
  pasAan();
  if (bestaand) await haalVoorbeeld();
  else {
    const kept = staat.concept();
    if (kept) herstel(kept);
  }
  toonSlot = maakSlot(op, bestaand);
  luister();
  op.zonder.remove();
  op.vlak.hidden = false;
  toon(titels.has(uitAdres()) ? uitAdres() : "wat", false);
  if (bestaand) naarVeld();
  toonProef(op.proef, staat.schoon(), eigenOmslag);
}

begin().catch((error) => {
  op.zonder.hidden = false;
  op.kapot.hidden = false;
  reportError(error);
});

// The source of a reference beside its number, on hover, focus and tap; read from the source list.
// It can be pointed at, stays until the reader leaves, and Escape closes it (WCAG 1.4.13).

const card = document.createElement("div");
card.className = "pw-noot";
card.id = "noot";
card.hidden = true;
if (card.showPopover) card.popover = "manual";

/** @type {HTMLAnchorElement | null} */
let shown = null;
let timer = 0;

/** @param {Event} event @returns {HTMLAnchorElement | null} */
const reference = (event) => /** @type {Element} */ (event.target).closest('sup a[href^="#b"]');
/** @param {EventTarget | null} place */
const within = (place) => place instanceof Node && (card.contains(place) || shown?.contains(place));

/** @param {() => void} action @param {number} wait */
function later(action, wait) {
  clearTimeout(timer);
  timer = setTimeout(action, wait);
}

/** @param {HTMLAnchorElement} link */
function show(link) {
  clearTimeout(timer);
  const source = document.getElementById(link.hash.slice(1));
  if (shown === link || !source) return;
  hide();
  shown = link;
  const copy = /** @type {Element} */ (source.cloneNode(true));
  copy.querySelector('a[href^="#n"]')?.remove();
  const onward = Object.assign(document.createElement("a"), { href: link.hash, textContent: "Alle bronnen" });
  const text = document.createElement("span");
  text.append(...copy.childNodes);
  card.replaceChildren(text, onward);
  // right behind its number, so that the Tab key goes there next
  link.closest("sup")?.after(card);
  link.setAttribute("aria-describedby", card.id);
  card.hidden = false;
  if (card.popover) card.showPopover();
  place(link);
}

/** @param {HTMLAnchorElement} link */
function place(link) {
  const number = link.getBoundingClientRect();
  const root = card.popover ? document.documentElement : /** @type {Element} */ (card.offsetParent ?? document.documentElement);
  const from = root.getBoundingClientRect();
  const room = document.documentElement.clientWidth;
  const left = Math.max(16, Math.min(number.left - 24, room - card.offsetWidth - 16));
  const above = number.bottom + card.offsetHeight > innerHeight && number.top > card.offsetHeight;
  card.style.left = `${left - from.left}px`;
  card.style.top = `${(above ? number.top - card.offsetHeight : number.bottom) - from.top}px`;
}

function hide() {
  clearTimeout(timer);
  if (!shown) return;
  shown.removeAttribute("aria-describedby");
  shown = null;
  if (card.popover) card.hidePopover();
  card.hidden = true;
}

addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  const link = reference(event);
  if (link) later(() => show(link), 150);
  else if (within(event.target)) clearTimeout(timer);
  else if (shown && !within(document.activeElement)) later(hide, 300);
  else if (!shown) clearTimeout(timer);
});
addEventListener("focusin", (event) => {
  const link = reference(event);
  if (link?.matches(":focus-visible")) show(link);
  else if (!within(event.target)) hide();
});
addEventListener("click", (event) => {
  const link = reference(event);
  // the first tap shows the source, the second goes to the list
  if (link && /** @type {PointerEvent} */ (event).pointerType === "touch" && shown !== link) {
    event.preventDefault();
    show(link);
  } else if (!within(event.target) || /** @type {Element} */ (event.target).matches('a[href^="#"]')) hide();
});
addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !shown) return;
  const link = shown;
  if (card.contains(document.activeElement)) link.focus();
  hide();
});

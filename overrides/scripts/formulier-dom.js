// Elements made without ever reading text as HTML.

/** An element with properties and children; text becomes a text node, nothing stays nothing.
 * @param {string} name @param {Record<string, any>} [props] @param {...any} children @returns {any} */
export function maak(name, props = {}, ...children) {
  const made = Object.assign(document.createElement(name), props);
  made.append(...children.flat(2).filter(Boolean));
  return made;
}

/** A small button; `said` is what a screen reader says. @param {string} text @param {string} said @param {() => void} action */
export function knop(text, said, action) {
  const button = maak("button", { type: "button", className: "pw-klik", textContent: text });
  button.setAttribute("aria-label", said);
  button.addEventListener("click", action);
  return button;
}

/** The parts of an element by their name, without those of a field inside it. @param {Element} el @returns {Record<string, any>} */
export function delen(el) {
  const own = [...el.querySelectorAll("[data-deel]")].filter((part) => part.closest("[data-veld], [data-rij]") === el);
  return Object.fromEntries(own.map((part) => [part.dataset.deel, part]));
}

// Elements that scripts make. The only place where text becomes HTML: the policy of every page
// (macros/content_policy.py) forbids it elsewhere.

const policy = globalThis.trustedTypes?.createPolicy("pw", { createHTML: (/** @type {string} */ html) => html });

/** A page of this site, or a part of one. @param {string} html as the build made and escaped it @returns {Document} */
export const pagina = (html) => new DOMParser().parseFromString(/** @type {string} */ (policy?.createHTML(html) ?? html), "text/html");

/** An element with what is in it. @param {string} tag @param {Record<string, unknown>} [properties] @param {(Node | string)[]} inside @returns {any} */
export function maak(tag, properties, ...inside) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...inside);
  return made;
}

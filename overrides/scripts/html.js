// Text of our own build that becomes elements. The only place where scripts make HTML: the policy of every page
// (macros/content_policy.py) forbids it elsewhere.

const policy = globalThis.trustedTypes?.createPolicy("pw", { createHTML: (/** @type {string} */ html) => html });

/** @param {string} html as the build made and escaped it @returns {DocumentFragment} */
export function elementen(html) {
  const frame = document.createElement("template");
  frame.innerHTML = policy?.createHTML(html) ?? html;
  return frame.content;
}

// A button that copies the citation of the page, and says what it did.

const citation = /** @type {HTMLElement} */ (document.querySelector(".pw-citaat"));
const line = document.createElement("p");
const button = document.createElement("button");
const said = document.createElement("span");

button.type = "button";
button.className = "pw-knop";
button.textContent = "Kopieer de verwijzing";
said.setAttribute("role", "status");
button.addEventListener("click", copy);
line.append(button, " ", said);
citation.after(line);

/** Copy the citation; where the browser does not allow that, select it so that one key does. */
async function copy() {
  try {
    await navigator.clipboard.writeText(citation.innerText.trim());
    said.textContent = "De verwijzing is gekopieerd.";
  } catch {
    getSelection()?.selectAllChildren(citation);
    said.textContent = "De verwijzing is geselecteerd. Kopieer haar met Ctrl+C of Cmd+C.";
  }
}

// Under every text to take along a button that copies it, and says what it did.

for (const box of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".pw-kopieer"))) voegToe(box);

/** @param {HTMLElement} box */
function voegToe(box) {
  const button = document.createElement("button");
  const said = document.createElement("span");
  button.type = "button";
  button.className = "pw-knop";
  button.textContent = "Kopieer";
  // a page may have more of them
  button.ariaLabel = `Kopieer: ${box.dataset.wat?.toLowerCase()}`;
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => { said.textContent = `${box.dataset.wat} is ${await kopieer(box)}`; });
  const line = document.createElement("div");
  line.className = "pw-kopieer__knop";
  line.append(button, " ", said);
  box.append(line);
}

/** Copy the text as it is now; where the browser does not allow that, select it so that one key does. @param {HTMLElement} box */
async function kopieer(box) {
  const text = /** @type {HTMLElement} */ (box.firstElementChild);
  try {
    await navigator.clipboard.writeText(text.innerText.trim());
    return "gekopieerd.";
  } catch {
    getSelection()?.selectAllChildren(text);
    return "geselecteerd. Kopieer met Ctrl+C of Cmd+C.";
  }
}

// A file for the reader, made in the browser.

/** Give the reader a file. @param {string} naam @param {string} tekst */
export function download(naam, tekst) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([tekst]));
  link.download = naam;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

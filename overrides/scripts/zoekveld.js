// On every page: fetches the suggestions when somebody points at a search field or types in it, and not before.
// Who only passes by with the Tab key needs none.

for (const event of ["pointerdown", "input"]) {
  document.addEventListener(event, ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === "search" && target.closest("form[role=search]")) {
      import("./voorstellen.js").then(({ start }) => start(target));
    }
  });
}

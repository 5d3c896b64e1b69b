// On every page: fetches the suggestions when somebody goes to a search field, and not before.

document.addEventListener("focusin", ({ target }) => {
  if (target instanceof HTMLInputElement && target.type === "search" && target.closest("form[role=search]")) {
    import("./voorstellen.js").then(({ start }) => start(target));
  }
});

// The contents of a long page beside its story, where there is room; the part that is being read is marked.

const headings = [...document.querySelectorAll(".pw-voorbeeld__verhaal h2, .pw-bronnen h2")];
const beside = document.querySelector(".pw-zij");

if (beside && headings.length > 5 && matchMedia("(min-width: 62rem)").matches) {
  const nav = document.createElement("nav");
  const list = document.createElement("ol");
  const links = headings.map((heading) => Object.assign(document.createElement("a"), { href: `#${heading.id}`, textContent: heading.textContent }));
  for (const link of links) {
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  nav.className = "pw-opdezepagina";
  nav.setAttribute("aria-label", "Op deze pagina");
  nav.append(Object.assign(document.createElement("h2"), { textContent: "Op deze pagina" }), list);
  beside.append(nav);

  const mark = () => {
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3).length;
    links.forEach((link, index) => (index === passed - 1 ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current")));
  };
  const seen = new IntersectionObserver(mark, { rootMargin: "0px 0px -66%" });
  headings.forEach((heading) => seen.observe(heading));
}

// What a page looks like as readers set it, for test_adapting.py.
({

  spread: () => {
  const sheet = new CSSStyleSheet();
  // the four of WCAG 1.4.12
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }");
  document.adoptedStyleSheets = [sheet];
},

  cutOff: () => [...document.querySelectorAll("body *")].filter((el) => {
  if (el.closest("svg, .pw-verborgen, textarea, select, iframe, pre") || !el.checkVisibility() || !el.textContent.trim()) return false;
  const style = getComputedStyle(el), { scrollWidth, clientWidth, scrollHeight, clientHeight } = el;
  const tall = /hidden|clip/.test(style.overflowY) && scrollHeight > clientHeight + 3;
  const wide = /hidden|clip/.test(style.overflowX) && scrollWidth > clientWidth + 3;
  return clientHeight > 3 && (tall || wide);
}).map((el) => `${el.tagName}.${el.className}: ${el.textContent.trim().slice(0, 30)}`),

  stuck: () => {
  const covered = () => [...document.querySelectorAll("body *")].filter((el) => {
    if (!/fixed|sticky/.test(getComputedStyle(el).position) || !el.checkVisibility()) return false;
    const { top, bottom, width } = el.getBoundingClientRect();
    const within = Math.min(bottom, innerHeight) - Math.max(top, 0);
    return width > innerWidth / 2 && within > innerHeight / 3 && getComputedStyle(el).position === "fixed" || top <= 1 && within > innerHeight / 3 && width > innerWidth / 2;
  }).map((el) => `${el.tagName}.${el.className}`);
  scrollTo(0, document.documentElement.scrollHeight / 2);
  return covered();
},

  moving: () => [
  ...document.getAnimations().filter((one) => one.playState === "running").map((one) => one.animationName ?? one.transitionProperty),
  ...(getComputedStyle(document.documentElement).scrollBehavior === "smooth" ? ["scroll-behavior"] : []),
],

  borderless: () => {
  const line = (style, side) => parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== "none";
  const drawn = (el) => { const style = getComputedStyle(el); return ["Top", "Right", "Bottom", "Left"].some((side) => line(style, side)) || style.outlineStyle !== "none" || style.textDecorationLine.includes("underline"); };
  const own = (el) => ["radio", "checkbox"].includes(el.type) && getComputedStyle(el).appearance !== "none";
  return [...document.querySelectorAll("button, input:not([type=hidden]), select, textarea")]
    .filter((el) => el.checkVisibility() && el.getBoundingClientRect().width > 3 && !own(el) && !drawn(el) && ![...el.labels ?? []].some(drawn) && !(el.parentElement && drawn(el.parentElement)))
    .map((el) => `${el.tagName}.${el.className}: ${el.textContent.trim().slice(0, 30)}`);
},

  unseen: () => {
  const kinds = new Map([...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
    .filter((el) => el.checkVisibility() && !el.disabled && el.tabIndex >= 0).map((el) => [`${el.tagName}.${el.className}<${el.parentElement?.className}`, el]));
  const seen = (el, part) => { const style = getComputedStyle(el, part); return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && (!part || style.content !== "none"); };
  const lines = (el) => { const style = getComputedStyle(el.firstElementChild ?? el); return style.stroke + style.strokeWidth; };
  return [...kinds].filter(([, el]) => {
    const before = lines(el);
    el.focus({ preventScroll: true });
    return !(seen(el) || seen(el, "::after") || el.nextElementSibling && seen(el.nextElementSibling) || el.closest("svg") && lines(el) !== before);
  }).map(([kind]) => kind);
},
})

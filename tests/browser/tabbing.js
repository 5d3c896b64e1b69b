// Watches where the focus comes, for tabbing.py.
() => {
  const trip = window.reis = { elements: [], back: null, faults: [], ended: false };
  const name = (el) => `${el.tagName.toLowerCase()}.${el.className?.baseVal ?? el.className} “${(el.getAttribute("aria-label") || el.textContent || el.value || el.id).trim().slice(0, 30)}”`;

  // what one sees of the focus: an outline of the element, of what is drawn over all of it, or other lines on a map
  const outlined = (el, part) => {
    const style = getComputedStyle(el, part);
    return (!part || style.content !== "none") && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && !/rgba.*, 0\)$/.test(style.outlineColor);
  };
  const lines = (el) => { const style = getComputedStyle(el.firstElementChild ?? el); return [style.stroke, style.strokeWidth].join(); };
  const usual = new Map([...document.querySelectorAll("svg a")].map((el) => [el, lines(el)]));
  const seen = (el) => outlined(el) || outlined(el, "::after") || usual.has(el) && usual.get(el) !== lines(el);

  const box = (el) => [...el.getClientRects()].find((rect) => rect.width && rect.height) ?? el.getBoundingClientRect();
  const steps = [.5, .1, .25, .4, .6, .75, .9];
  const reached = (el, rect) => steps.some((x) => steps.some((y) => {
    const there = document.elementFromPoint(rect.x + rect.width * x, rect.y + rect.height * y);
    return there && (el.contains(there) || there.tagName === "LABEL" && there.contains(el));
  }));
  const onPage = (el, rect) => {
    let [x, y] = [rect.x + scrollX, rect.y + scrollY];
    for (let up = el.parentElement; up && up !== document.documentElement; up = up.parentElement) [x, y] = [x + up.scrollLeft, y + up.scrollTop];
    return { x, y, right: x + rect.width, bottom: y + rect.height };
  };

  // what is wrong with how one sees an element that has the focus, and where it is seen
  const look = (el) => {
    // a round or square of our own making stands in the label of its hidden field
    const rect = box(el), small = rect.width < 3 || getComputedStyle(el).opacity === "0";
    const face = small ? [el.nextElementSibling, el.closest("label")].find((one) => one && box(one).width > 3) ?? el : el;
    const place = box(face);
    if (!seen(el) && !seen(face)) trip.faults.push(`geen rand: ${name(el)}`);
    if (place.bottom <= 0 || place.top >= innerHeight || place.right <= 0 || place.left >= innerWidth) trip.faults.push(`buiten beeld: ${name(el)}`);
    else if (!reached(face, place)) {
      const over = document.elementFromPoint(place.x + place.width / 2, place.y + place.height / 2);
      trip.faults.push(`bedekt: ${name(el)} door ${over && name(over)}`);
    }
    return { face, place };
  };

  // the page's own listeners are on the window too, and were there before
  addEventListener("focusin", ({ target: el }) => {
    const way = trip.back ?? trip.elements;
    if (way.includes(el)) return trip.ended = true;
    const last = way.at(-1);
    way.push(el);
    const { face, place } = look(el);
    if (trip.back) return;
    // the card with a source moves along with the number that it belongs to
    if (last?.isConnected && !trip.free && !(last.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING)) trip.faults.push(`terug: ${name(last)} → ${name(el)}`);
    const now = onPage(face, place);
    // what opens over the text, a list beside it and the places on a map have lines of their own
    const part = el.closest("[popover], svg, nav, aside, main");
    if (last && !trip.free && part === trip.part && part?.tagName !== "svg" && now.bottom <= trip.place.y && now.right <= trip.place.x) trip.faults.push(`omhoog naar links: ${name(last)} → ${name(el)}`);
    trip.place = now;
    trip.part = part;
    trip.free = !!el.closest("[popover]");
  });

  const waits = (el) => el.type === "radio" && !el.checked && [...document.getElementsByName(el.name)].some((other) => other !== el && other.form === el.form);
  const can = (el) => !el.disabled && el.tabIndex >= 0 && el.checkVisibility({ visibilityProperty: true }) && !el.closest("[inert]");
  trip.wanted = () => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not(iframe)")].filter((el) => can(el) && !waits(el));

  // back through the page: the same in the other order. A card with a source opens at its number, so that one has passed it;
  // of rounds that none is chosen of, one comes to the last instead of the first
  trip.turn = () => Object.assign(trip, { back: [], ended: false });
  trip.wayBack = () => {
    const same = (el) => (el.type === "radio" ? document.getElementsByName(el.name)[0] : el);
    const there = trip.elements.filter((el) => can(el) && !el.closest("[popover]")).map(same);
    const back = trip.back.filter((el) => !el.closest("[popover]")).map(same);
    const wrong = back.slice(1).filter((el, at) => (there.indexOf(back[at]) - there.indexOf(el) + there.length) % there.length !== 1);
    return [...there.filter((el) => !back.includes(el)).map((el) => `niet terug: ${name(el)}`), ...wrong.map((el) => `andere volgorde terug: ${name(el)}`)];
  };
  trip.missed = () => trip.wanted().filter((el) => !trip.elements.includes(el)).map(name);
}

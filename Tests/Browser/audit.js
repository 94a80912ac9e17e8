// What an accessibility checker looks at, in the page: returns sentences about what is wrong.
(() => {
  const problems = [];
  const say = (text, element) =>
    problems.push(text + (element ? ": " + element.outerHTML.replace(/\s+/g, " ").slice(0, 120) : ""));
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const isSeen = (element) => element.checkVisibility({ checkVisibilityCSS: true }) && element.getClientRects().length > 0;

  // Landmarks, language, headings, ids.
  for (const [selector, count] of [["main", 1], ["body > header", 1], ["body > footer", 1], ["h1", 1], ["nav", 1]]) {
    if (all(selector).length !== count) say(`${all(selector).length} of ${selector}, expected ${count}`);
  }
  if (!document.documentElement.lang) say("no language");
  if (!document.title) say("no title");
  if (!document.querySelector("nav").getAttribute("aria-label")) say("nav without a name");
  let level = 0;
  for (const heading of all("h1,h2,h3,h4,h5,h6")) {
    const next = Number(heading.tagName[1]);
    if (next > level + 1) say(`h${next} after h${level}`, heading);
    if (!heading.textContent.trim()) say("empty heading", heading);
    level = next;
  }
  const ids = all("[id]").map((element) => element.id);
  for (const id of new Set(ids)) if (ids.filter((other) => other === id).length > 1) say(`id ${id} stands twice`);
  for (const name of ["aria-labelledby", "aria-describedby"]) {
    for (const element of all(`[${name}]`)) {
      if (!document.getElementById(element.getAttribute(name))) say(`${name} leads nowhere`, element);
    }
  }
  for (const link of all("a[href^='#']")) {
    if (!document.getElementById(link.getAttribute("href").slice(1))) say("link leads nowhere", link);
  }

  // Names.
  for (const link of all("a,button,summary")) {
    const name = link.getAttribute("aria-label") || link.textContent.trim() || link.querySelector("title")?.textContent;
    if (!name) say("no name", link);
  }
  for (const control of all("input,select")) if (!control.labels.length) say("no label", control);
  for (const svg of all("svg:not([aria-hidden])")) {
    if (!svg.getAttribute("role") || !svg.getAttribute("aria-label")) say("drawing without a role or name", svg);
  }
  for (const table of all("table")) {
    for (const head of all("th", table)) if (!head.scope) say("th without scope", head);
  }
  for (const region of all("[role=region],section[aria-label]")) {
    if (!region.getAttribute("aria-labelledby") && !region.getAttribute("aria-label")) say("region without a name", region);
  }
  for (const element of all("*")) {
    const style = getComputedStyle(element);
    const scrolls = /auto|scroll/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    if (scrolls && element.tabIndex < 0) say("scrolls but cannot be focused", element);
    if (element.getAttribute("style") !== null) say("style attribute", element);
    for (const attribute of element.attributes) if (/^on/i.test(attribute.name)) say("inline handler", element);
  }

  // Contrast (WCAG 2.2, 1.4.3).
  const channels = (text) => {
    const parts = text.match(/[\d.]+/g).map(Number);
    return text.startsWith("color(srgb") ? [...parts.slice(0, 3).map((c) => c * 255), parts[3] ?? 1] : [...parts.slice(0, 3), parts[3] ?? 1];
  };
  const over = (top, bottom) => [0, 1, 2].map((i) => top[i] * top[3] + bottom[i] * (1 - top[3])).concat(1);
  const ground = (element) => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) {
      layers.push(channels(getComputedStyle(e).backgroundColor));
      if (layers[layers.length - 1][3] === 1) break;
    }
    let colour = [255, 255, 255, 1];
    for (const layer of layers.reverse()) colour = over(layer, colour);
    return colour;
  };
  const luminance = (colour) => {
    const [r, g, b] = colour.slice(0, 3).map((c) => {
      const v = c / 255;
      return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const seen = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (seen.has(element) || !walker.currentNode.data.trim()) continue;
    seen.add(element);
    if (/^(SCRIPT|STYLE|OPTION|title)$/.test(element.tagName) || !isSeen(element)) continue;
    const style = getComputedStyle(element);
    const isDrawn = element.namespaceURI.endsWith("svg");
    const bottom = ground(isDrawn ? element.closest("svg").parentElement : element);
    const top = over(channels(isDrawn ? style.fill : style.color), bottom);
    const [light, dark] = [luminance(top), luminance(bottom)].sort((a, b) => b - a);
    const ratio = (light + 0.05) / (dark + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (isLarge ? 3 : 4.5)) say(`contrast ${ratio.toFixed(2)} at ${size}px`, element);
  }
  return problems.slice(0, 20);
})();

"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const body = byId("rows");
  const controls = byId("controls");
  const rows = body ? [...body.rows] : [];

  // Sorting and filtering the agenda.
  const state = { key: "rank", isDown: false };
  const texts = new Map();
  const field = (name) => byId("f-" + name);

  const textOf = (row) => {
    // Built when first asked for: the part of a topic holds all its words.
    let text = texts.get(row);
    if (text === undefined) {
      const topic = byId("topic-" + row.dataset.topic);
      text = (row.textContent + " " + (topic ? topic.textContent : "")).normalize("NFKC").toLowerCase();
      texts.set(row, text);
    }
    return text;
  };

  const isShown = (row) => {
    const theme = field("theme").value, place = field("place").value;
    const tier = field("tier").value, lens = field("lens").value;
    if (theme && row.dataset.theme !== theme) return false;
    if (tier && row.dataset.tier !== tier) return false;
    if (lens && !(Number(row.dataset[lens]) > 0)) return false;
    if (place && !JSON.parse(row.dataset.places).includes(place)) return false;
    const words = field("text").value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
    return words.every((word) => textOf(row).includes(word));
  };

  const update = () => {
    const lens = field("lens").value;
    const isByLens = lens !== "" && state.key === "rank";
    const key = isByLens ? lens : state.key;
    const sign = isByLens !== state.isDown ? -1 : 1;
    const order = [...rows].sort((a, b) =>
      sign * (Number(a.dataset[key]) - Number(b.dataset[key])) || a.dataset.rank - b.dataset.rank);
    let count = 0;
    for (const row of order) {
      row.hidden = !isShown(row);
      if (!row.hidden) count += 1;
    }
    if (order.some((row, i) => row !== body.rows[i])) body.append(...order);
    for (const head of document.querySelectorAll("th[data-sort]")) {
      if (head.dataset.sort === state.key) {
        head.setAttribute("aria-sort", state.isDown ? "descending" : "ascending");
      } else {
        head.removeAttribute("aria-sort");
      }
    }
    const status = byId("count");
    const wording = count === rows.length ? "all" : count ? "some" : "none";
    status.textContent = status.dataset[wording].replace("{n}", count).replace("{m}", rows.length);
  };

  const sortBy = (key) => {
    // Ranks begin with the first, everything else with the most.
    state.isDown = state.key === key ? !state.isDown : key !== "rank";
    state.key = key;
    field("sort").value = key;
    update();
  };

  if (rows.length) {
    controls.hidden = false;
    controls.addEventListener("submit", (event) => event.preventDefault());
    controls.addEventListener("reset", () => {
      state.key = "rank";
      state.isDown = false;
      setTimeout(update);
    });
    for (const name of ["text", "theme", "place", "tier", "lens"]) field(name).addEventListener("input", update);
    field("sort").addEventListener("input", () => {
      state.key = field("sort").value;
      state.isDown = state.key !== "rank";
      update();
    });
    for (const head of document.querySelectorAll("th[data-sort]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sortBy(head.dataset.sort));
      head.append(button);
    }
    for (const button of document.querySelectorAll("button[data-only]")) {
      button.parentElement.hidden = false;
      button.addEventListener("click", () => {
        field("theme").value = button.dataset.only;
        update();
        byId("agenda").scrollIntoView();
        field("theme").focus({ preventScroll: true });
      });
    }
    update();
  }

  // The map: the pointer and the arrow keys show the text of a point.
  const map = document.querySelector("svg.map");
  if (map) {
    const caption = byId("map-text");
    const points = [...map.querySelectorAll("circle")].map((circle) => ({
      circle, x: Number(circle.getAttribute("cx")), y: Number(circle.getAttribute("cy")),
    }));
    let current = null;
    const show = (point) => {
      if (current) current.circle.classList.remove("at");
      current = point;
      if (!point) return;
      point.circle.classList.add("at");
      const text = document.createElement("bdi");
      text.textContent = point.circle.querySelector("title").textContent;
      caption.replaceChildren(text);
    };
    const directions = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
    map.tabIndex = 0;
    map.setAttribute("aria-describedby", "map-text");
    map.addEventListener("keydown", (event) => {
      const direction = directions[event.key];
      if (!direction || !points.length) return;
      event.preventDefault();
      const from = current || { x: 480, y: 300 };
      let best = null, least = Infinity;
      for (const point of points) {
        if (point === current) continue;
        const dx = point.x - from.x, dy = point.y - from.y;
        const along = dx * direction[0] + dy * direction[1];
        if (along <= 0) continue;
        const aside = Math.abs(dx * direction[1] + dy * direction[0]);
        const cost = along + 2 * aside;
        if (cost < least) { least = cost; best = point; }
      }
      if (best) show(best);
    });
    map.addEventListener("focus", () => { if (!current && points.length) show(points[0]); });
    map.addEventListener("pointerover", (event) => {
      if (event.target.tagName === "circle") show(points.find((point) => point.circle === event.target));
    });
  }
})();

// Moving, lighting and filtering; nothing here writes text that it did not read from the page.
(() => {
  "use strict";
  const $ = (id) => document.getElementById(id);
  const all = (what, where = document) => [...where.querySelectorAll(what)];
  const wide = matchMedia("(min-width: 70rem)");
  const card = $("card"), notes = $("card-notes"), help = $("help");
  const find = $("find"), who = $("who"), how = $("how");
  const reports = $("reports");
  const segments = new Map();
  let lit = [];
  let came = null; // where the reader was before going to a report
  let here = null; // the claim that j and k count from

  document.querySelector(".tools").hidden = false;

  // ---- lighting

  function segmentsOf(report) {
    if (!segments.has(report)) {
      const found = all("[data-s]", $("r" + report));
      segments.set(report, { found, starts: found.map((one) => Number(one.dataset.s)) });
    }
    return segments.get(report);
  }

  function firstFrom(starts, place) {
    let low = 0, high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle] < place) low = middle + 1; else high = middle;
    }
    return low;
  }

  function putOut() {
    for (const one of lit) one.classList.remove("lit");
    lit = [];
  }

  function light(report, ranges) {
    putOut();
    const { found, starts } = segmentsOf(report);
    for (const range of ranges.split(" ")) {
      const [start, end] = range.split("-").map(Number);
      for (let at = firstFrom(starts, start); at < found.length && starts[at] < end; at++) {
        found[at].classList.add("lit");
        lit.push(found[at]);
      }
    }
    current(report);
    return lit[0];
  }

  function current(report) {
    for (const link of all(".switch a")) {
      if (link.hash === "#r" + report) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  function openAround(one) {
    for (let up = one.closest("details"); up; up = up.parentElement.closest("details")) up.open = true;
  }

  // ---- who says this

  function show(ids) {
    const known = ids.map((id) => $("n-" + id)).filter(Boolean);
    notes.replaceChildren(...known.map(copyOf));
    card.hidden = known.length === 0;
    $("back").hidden = came === null;
  }

  function copyOf(note) {
    const copy = note.cloneNode(true);
    copy.removeAttribute("id");
    copy.hidden = false;
    return copy;
  }

  function announce(id) {
    const note = $("n-" + id);
    const says = note && note.querySelector(".says");
    const words = lit.map((one) => one.textContent).join("");
    $("announce").textContent = (says ? says.textContent : "").replace(/\s+/g, " ") + ": " + words;
  }

  // ---- moving

  function goTo(link, stay) {
    const target = link.getAttribute("href").slice(1);
    const first = light(link.dataset.report, link.dataset.ranges);
    if (!first) return;
    show([target]);
    first.scrollIntoView({ block: "center" });
    if (!stay) {
      came = link;
      $("back").hidden = false;
      const focus = $(target);
      if (focus) focus.focus({ preventScroll: true });
      history.pushState(null, "", "#" + target);
      here = focus;
    }
    announce(target);
  }

  function back() {
    if (!came) return;
    const to = came;
    came = null;
    close();
    openAround(to);
    to.focus();
    to.scrollIntoView({ block: "center" });
    mark(to);
  }

  function close() {
    putOut();
    card.hidden = true;
  }

  function mark(one) {
    for (const old of all(".here")) old.classList.remove("here");
    here = one;
    if (one && !reports.contains(one)) one.classList.add("here");
  }

  function visible(one) {
    return one.getClientRects().length > 0;
  }

  function step(by) {
    const inside = reports.contains(document.activeElement) || (here && reports.contains(here));
    const every = inside ? all(".note-mark:not(.off)", reports) : all(".findings .voice .go");
    const found = every.filter(visible);
    if (!found.length) return;
    const at = found.indexOf(here);
    const next = at < 0 ? (by > 0 ? 0 : found.length - 1) : Math.max(0, Math.min(found.length - 1, at + by));
    const one = found[next];
    mark(one);
    one.focus({ preventScroll: true });
    if (inside) {
      fromMark(one);
    } else {
      one.scrollIntoView({ block: "center" });
      if (wide.matches) goTo(one, true);
    }
  }

  function fromMark(one) {
    const note = $("n-" + one.id);
    const first = light(note.dataset.report, note.dataset.ranges);
    show([one.id]);
    first.scrollIntoView({ block: "center" });
    announce(one.id);
  }

  function fromText(segment) {
    const report = segment.closest(".report").id;
    const ids = segment.dataset.f.split(" ").reverse().map((fact) => report + fact);
    const note = ids.map((id) => $("n-" + id)).find(Boolean);
    if (!note) return;
    light(note.dataset.report, note.dataset.ranges);
    here = $(note.id.slice(2));
    show(ids);
    announce(note.id.slice(2));
  }

  // ---- filtering

  function filter() {
    const words = find.value.trim().toLowerCase();
    const speaker = who.value, stance = how.value;
    const counted = new Set(), kept = new Set();
    for (const voice of all(".voice[data-claim]")) {
      if (card.contains(voice)) continue;
      const good = (!speaker || voice.dataset.who.split(" ").includes(speaker)) &&
        (!stance || voice.dataset.stance === stance) &&
        (!words || voice.textContent.toLowerCase().includes(words));
      voice.hidden = !good;
      for (const claim of voice.dataset.claim.split(" ")) {
        counted.add(claim);
        if (good) kept.add(claim);
      }
    }
    const on = Boolean(words || speaker || stance);
    for (const group of all("[data-group]")) {
      const voices = all(".voice[data-claim]", group);
      group.hidden = on && voices.length
        ? voices.every((voice) => voice.hidden)
        : on && !voices.length && !(words && group.textContent.toLowerCase().includes(words));
    }
    for (const side of all(".side")) side.hidden = all(".voice", side).every((voice) => voice.hidden);
    for (const section of all("main > section")) {
      const voices = all(".voice[data-claim], [data-group]", section);
      section.classList.toggle("empty", on && voices.every((one) => one.closest("[hidden]")));
    }
    unfold(on);
    dim(kept, on);
    $("clear").hidden = !on;
    $("shown").textContent = on ? kept.size + " of " + counted.size : "";
  }

  // While a filter is on, what it keeps is not hidden in a fold; afterwards the folds are as before.
  function unfold(on) {
    for (const fold of all("details[data-fold]")) {
      if (on && fold.dataset.was === undefined) fold.dataset.was = fold.open;
      if (on) fold.open = Boolean(fold.querySelector(".voice[data-claim]:not([hidden])"));
      else if (fold.dataset.was !== undefined) {
        fold.open = fold.dataset.was === "true";
        delete fold.dataset.was;
      }
    }
  }

  function dim(kept, on) {
    for (const segment of all(".text [data-f]")) {
      const report = segment.closest(".report").id;
      const facts = segment.dataset.f.split(" ");
      segment.classList.toggle("off", on && !facts.some((fact) => kept.has(report + fact)));
    }
    for (const one of all(".note-mark")) one.classList.toggle("off", on && !kept.has(one.id));
  }

  function clear() {
    find.value = who.value = how.value = "";
    filter();
  }

  let waiting;
  find.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 120);
  });
  for (const choice of [who, how]) choice.addEventListener("change", filter);
  $("clear").addEventListener("click", clear);
  $("close").addEventListener("click", close);
  $("back").addEventListener("click", back);
  $("keys").addEventListener("click", () => help.showModal());

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const link = event.target.closest("a.go, a.note-mark, a.to-point");
    if (link) {
      if (link.matches(".to-point")) return;
      event.preventDefault();
      if (link.matches(".note-mark")) { here = link; fromMark(link); } else { mark(link); goTo(link); }
      return;
    }
    const segment = event.target.closest(".text [data-f]");
    if (segment && getSelection().isCollapsed && !segment.classList.contains("off")) fromText(segment);
  });

  // ---- keys

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    n: () => step(1),
    p: () => step(-1),
    b: back,
    "/": () => find.focus(),
    s: () => who.focus(),
    "?": () => help.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const typing = event.target.closest("input, select, textarea, [contenteditable]");
    if (event.key === "Escape") {
      if (typing) typing.blur();
      if (!card.hidden || lit.length) close(); else clear();
      return;
    }
    if (typing || !$("single").checked || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  // ---- arriving

  function arrive() {
    const note = $("n-" + location.hash.slice(1));
    if (!note) return;
    const first = light(note.dataset.report, note.dataset.ranges);
    show([location.hash.slice(1)]);
    if (first) first.scrollIntoView({ block: "center" });
  }
  addEventListener("popstate", () => (location.hash ? arrive() : close()));
  addEventListener("beforeprint", () => all("details").forEach((one) => { one.open = true; }));
  arrive();
})();

// Who says this, and the way to the words and back.

const wide = matchMedia("(min-width: 70rem)");
const reports = $("reports");
let came = null; // where the reader was before going to a report
let here = null; // the claim that j and k count from

function show(ids) {
  const known = ids.map(packedNote).filter(Boolean);
  $("card-notes").replaceChildren(...known.map(copyOf));
  $("card").hidden = known.length === 0;
  $("back").hidden = came === null;
}

function copyOf(note) {
  const copy = grow(note);
  copy.removeAttribute("id");
  return copy;
}

function announce(id) {
  const note = packedNote(id);
  const words = lit.map((one) => one.textContent).join("");
  $("announce").textContent = (note ? saying(note) : "") + ": " + words;
}

// Lights what a link leads to. A link to a fact has its places in the fact's note.
function lightLink(link) {
  const id = link.hash.slice(1);
  return link.dataset.ranges ? light(reportOf(id), link.dataset.ranges) : lightNote(id);
}

function goTo(link, stay) {
  const target = link.hash.slice(1);
  const first = lightLink(link);
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
  $("card").hidden = true;
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
  const first = lightNote(one.id);
  show([one.id]);
  first.scrollIntoView({ block: "center" });
  announce(one.id);
}

function fromText(segment) {
  const report = segment.closest(".report").id;
  const ids = segment.dataset.f.split(" ").reverse().map((fact) => report + fact);
  const id = ids.find(packedNote);
  if (!id) return;
  lightNote(id);
  here = $(id);
  show(ids);
  announce(id);
}

// The place that an address names: a fact in a report, or anything on the page.
function arrive() {
  const id = location.hash.slice(1);
  if (packedNote(id)) {
    const first = lightNote(id);
    show([id]);
    if (first) first.scrollIntoView({ block: "center" });
    return;
  }
  const target = reach(id);
  if (!target) return;
  if (target.matches(".report")) {
    drawReport(reportOf(id));
    unfold(target.querySelector("details"));
  }
  openAround(target);
  target.scrollIntoView();
}

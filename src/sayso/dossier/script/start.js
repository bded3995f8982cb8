// Clicks, keys, arriving and printing.

const help = $("help");
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
  const link = event.target.closest("a[href^='#']");
  if (!link) {
    const segment = event.target.closest(".text [data-f]");
    if (segment && getSelection().isCollapsed && !segment.classList.contains("off")) fromText(segment);
    return;
  }
  if (link.matches(".go, .note-mark")) {
    event.preventDefault();
    if (link.matches(".note-mark")) { here = link; fromMark(link); } else { mark(link); goTo(link); }
  } else {
    reach(link.hash.slice(1));
    if (link.hash === location.hash) arrive();
  }
});

document.addEventListener("toggle", (event) => {
  const fold = event.target;
  if (!fold.matches("details") || !fold.open) return;
  draw(fold);
  if (fold.matches(".report > details")) drawReport(reportOf(fold.parentElement.id));
}, true);

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
    if (!$("card").hidden || lit.length) close(); else clear();
    return;
  }
  if (typing || !$("single").checked || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});

addEventListener("popstate", () => (location.hash ? arrive() : close()));
addEventListener("beforeprint", () => {
  drawAll();
  Object.keys(data.texts).forEach(drawReport);
  for (const one of all("details")) one.open = true;
  numberQuotations();
});

// On paper a quotation has the number of its report, and that of its note there.
function numberQuotations() {
  for (const link of all(".findings a.go:not([data-foot])")) {
    const [, report, note] = /^#r(\d+)(?:c(\d+))?/.exec(link.hash) ?? [];
    if (report) link.dataset.foot = note ? report + "." + note : report;
  }
}

for (const fold of all("details[open][data-draw]")) draw(fold);
fillSpeakers();
document.querySelector(".tools").hidden = false;
for (const fold of all(".report > details[open]")) drawReport(reportOf(fold.parentElement.id));
arrive();

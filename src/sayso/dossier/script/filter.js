// Filtering by text, speaker and stance. What is not drawn is looked for in the data.

const MOST_UNFOLDED = 300; // voices in folds that a filter opens
const find = $("find"), who = $("who"), how = $("how");
let kept = null; // the claims and figures that the filter keeps; null where it is off
let words = "";
let facts = null;
const insides = new Map();

// Every claim and figure with its speakers, its stance, and its text in small letters.
function allFacts() {
  if (facts) return facts;
  facts = [];
  for (const report of Object.keys(data.texts)) {
    const day = $("r" + report).querySelector(".when")?.textContent ?? "";
    for (const [id, note] of notesOf(report)) {
      const speakers = valueOf(note, "data-who");
      if (speakers === undefined) continue;
      const text = (textOf(note) + " " + day).toLowerCase();
      facts.push({ id, speakers: speakers.split(" "), stance: valueOf(note, "data-stance"), text });
    }
  }
  return facts;
}

// The claims within a packed part and the folds in it, and the texts of its groups without claims.
function insideOf(part) {
  if (insides.has(part)) return insides.get(part);
  const inside = { claims: [], texts: [], folds: [] };
  walk(parts[part], (packed) => {
    const claims = valueOf(packed, "data-claim");
    if (claims) inside.claims.push(...claims.split(" "));
    else if (valueOf(packed, "data-draw")) inside.folds.push(valueOf(packed, "data-draw"));
    else if (valueOf(packed, "class") === "happening") inside.texts.push(textOf(packed).toLowerCase());
    return Boolean(claims);
  });
  insides.set(part, inside);
  return inside;
}

function keepsInside(part) {
  const { claims, texts, folds } = insideOf(part);
  return claims.some((claim) => kept.has(claim)) || (words && texts.some((text) => text.includes(words))) ||
    folds.some(keepsInside);
}

function keepsFold(fold) {
  return fold.dataset.draw !== undefined && keepsInside(fold.dataset.draw);
}

function filter() {
  words = find.value.trim().toLowerCase();
  const speaker = who.value, stance = how.value, on = Boolean(words || speaker || stance);
  kept = null;
  if (on) {
    kept = new Set(allFacts()
      .filter((one) => (!speaker || one.speakers.includes(speaker)) && (!stance || one.stance === stance) &&
        (!words || one.text.includes(words)))
      .map((one) => one.id));
  }
  apply(document);
  if (on) unfoldKept(); else restoreFolds();
  for (const section of all("main > section")) {
    section.classList.toggle("empty", on && !keepsSomething(section, ".voice[data-claim], [data-group]"));
  }
  for (const report of segments.keys()) dim(report);
  $("clear").hidden = !on;
  $("shown").textContent = on ? kept.size + " of " + allFacts().length : "";
}

// Hides the voices and groups that the filter does not keep, within what is drawn.
function apply(place) {
  for (const voice of all(".voice[data-claim]", place)) {
    if (!$("card").contains(voice)) {
      voice.hidden = kept !== null && !voice.dataset.claim.split(" ").some((claim) => kept.has(claim));
    }
  }
  for (const group of all("[data-group]", place)) group.hidden = kept !== null && !keepsGroup(group);
  for (const side of all(".side", place)) {
    side.hidden = all(".voice", side).every((voice) => voice.hidden);
  }
}

function keepsGroup(group) {
  const voices = all(".voice[data-claim], [data-draw]", group);
  return keepsSomething(group, ".voice[data-claim]") || (group.matches("[data-draw]") && keepsFold(group)) ||
    (!voices.length && Boolean(words) && group.textContent.toLowerCase().includes(words)) ||
    (Boolean(words) && all(".happening", group).some((one) => one.textContent.toLowerCase().includes(words)));
}

function keepsSomething(place, what) {
  return all(what, place).some((one) => !one.closest("[hidden]") || (one.matches(".voice") && !one.hidden)) ||
    all("[data-draw]", place).some(keepsFold);
}

function filterWithin(fold) {
  if (kept) apply(fold);
}

// While a filter is on, what it keeps is not hidden in a fold, up to a number of voices.
function unfoldKept() {
  let unfolded = 0;
  const waiting = all("details[data-fold]").reverse();
  while (waiting.length) {
    const fold = waiting.pop();
    if (fold.dataset.was === undefined) fold.dataset.was = fold.open;
    if (fold.closest("[hidden]") || fold.parentElement.closest("details:not([open])")) continue;
    const undrawn = fold.dataset.draw !== undefined;
    const open = unfolded < MOST_UNFOLDED && (keepsFold(fold) || keepsSomething(fold, ".voice[data-claim]"));
    if (!open) { fold.open = false; continue; }
    unfold(fold);
    unfolded += all(".voice[data-claim]:not([hidden])", fold).length;
    if (undrawn) waiting.push(...all("details[data-fold]", fold).reverse());
  }
}

// Afterwards the folds are as before.
function restoreFolds() {
  for (const fold of all("details[data-was]")) {
    fold.open = fold.dataset.was === "true";
    delete fold.dataset.was;
  }
}

function dim(report) {
  for (const segment of all(".text [data-f]", $("r" + report))) {
    const ids = segment.dataset.f.split(" ").map((fact) => "r" + report + fact);
    segment.classList.toggle("off", kept !== null && !ids.some((id) => kept.has(id)));
  }
  for (const one of all(".note-mark", $("r" + report))) {
    one.classList.toggle("off", kept !== null && !kept.has(one.id));
  }
}

function clear() {
  find.value = who.value = how.value = "";
  filter();
}

function fillSpeakers() {
  for (const [heading, speakers] of data.speakers) {
    const group = document.createElement("optgroup");
    group.label = heading;
    group.append(...speakers.map(([key, name]) => new Option(name, key)));
    who.append(group);
  }
}

// Words of a report are chosen, by mouse, touch or keys; a claim or a figure is added with them, or the
// words of a claim that is there are mended.

import { does } from "./acts.js";
import { about } from "./asking.js";
import { chosenNames, makePoint } from "./choosing.js";
import { decide, decideAtOnce } from "./decisions.js";
import { openForm } from "./dialogs.js";
import { button, make, quoted } from "./making.js";
import { newFact } from "./newfacts.js";
import { characterAfter, characterBefore, findAll, trimmed, wordAfter, wordBefore } from "./places.js";
import { textOfPage } from "./textmap.js";
import { focusOn, named, reportOf } from "./things.js";
import { complain, say } from "./toasts.js";

const bar = make("div", { class: "words-bar", role: "region", "aria-label": "Chosen words", hidden: true });
let mending = null; // the claim whose words are mended: {name, words, report, others}
let caret = null; // the span that the arrows move
let turns = Promise.resolve(); // keys that mend wait for the desk to say what the claim is
let waiting = 0;

export function startSelecting() {
  document.getElementById("toasts").before(bar);
  for (const act of Object.keys(MENDED)) does(act, (thing) => inTurn(() => mend(act, thing)));
  does("caret", enter);
  does("add", () => addWhat());
  document.addEventListener("desk:shown", leave);
  document.addEventListener("selectionchange", show);
  document.addEventListener("keydown", move, { capture: true });
}

// What is chosen now: [start, end] in code points, without blanks at the ends; null if nothing is.
function span() {
  const chosen = getSelection();
  const text = chosen.rangeCount && !chosen.isCollapsed ? textOfPage() : null;
  const found = text?.span(chosen.getRangeAt(0));
  return found ? trimmed(text.points, found) : null;
}

function choose(wanted) {
  const range = textOfPage().range(wanted);
  const { startContainer, startOffset, endContainer, endOffset } = range;
  getSelection().setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  const at = range.getBoundingClientRect();
  if (at.top < 80 || at.bottom > innerHeight - 80) range.startContainer.parentElement.scrollIntoView({ block: "center" });
}

function show() {
  const chosen = span();
  bar.hidden = !chosen;
  if (!chosen) {
    if (!caret && !document.querySelector("dialog[open]")) mending = null;
    return;
  }
  const acts = mending
    ? [button("Save the words", save), button("Cancel", leave)]
    : [button("Add a claim…", () => add("claim")), button("Add a figure…", () => add("figure"))];
  bar.replaceChildren(make("span", { role: "status" }, quoted(textOfPage().words(chosen), 90)), ...acts);
}

// Choosing words by arrows

function enter(thing) {
  const text = textOfPage();
  if (!text) return say("Words are chosen on the page of a report.");
  const start = placeOf(thing, text);
  caret = [start, wordAfter(text.points, start)];
  return choose(caret);
}

// The words of the focused thing, the ones chosen already, or else the first in sight.
function placeOf(thing, text) {
  const inside = (one) => text.runs.find((run) => one?.contains(run.node));
  const seen = () => text.runs.find((run) => !run.isMark && run.node.parentElement.getBoundingClientRect().top > 80);
  return span()?.[0] ?? (inside(document.activeElement?.closest("[data-start]")) ?? inside(thing) ?? seen() ?? text.runs[0]).start;
}

function move(event) {
  if (!(caret || mending || waiting) || event.ctrlKey || event.metaKey || document.querySelector("dialog[open], [role=menu]")) return;
  if (event.key === "Escape") leave();
  else if ((mending || waiting) && event.key === "Enter" && !event.target.closest?.("button")) inTurn(save);
  else if (caret && MOVES[event.key]) {
    const { points } = textOfPage();
    const now = continued(caret, points);
    caret = (event.shiftKey ? STRETCH : MOVES)[event.key]?.(now, points, event.altKey) ?? now;
    choose(trimmed(points, caret) ?? caret);
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

// The span as the keys left it, blanks included, unless something else was chosen since by mouse.
function continued(kept, points) {
  const chosen = span();
  return chosen && String(chosen) !== String(trimmed(points, kept)) ? chosen : kept;
}

const wordAt = (points, start) => {
  const end = wordAfter(points, start);
  return [wordBefore(points, end), end];
};

const MOVES = {
  ArrowRight: ([, end], points) => (end < points.length ? wordAt(points, end) : null),
  ArrowLeft: ([start], points) => (start > 0 ? wordAt(points, wordBefore(points, start)) : null),
  ArrowDown: ([start], points) => beside(start, points, 1),
  ArrowUp: ([start], points) => beside(start, points, -1),
};

const STRETCH = {
  ArrowRight: ([start, end], points, byOne) => [start, byOne ? characterAfter(points, end) : wordAfter(points, end)],
  ArrowLeft: ([start, end], points, byOne) => [start, Math.max(start + 1, byOne ? characterBefore(points, end) : wordBefore(points, end))],
};

// The first word of the next paragraph, or of the one before.
function beside(start, points, by) {
  const text = textOfPage();
  const [first, last] = text.paragraph(start);
  if (by > 0) return last < points.length ? wordAt(points, last) : null;
  return first > 0 ? wordAt(points, text.paragraph(wordBefore(points, first))[0]) : null;
}

function leave() {
  caret = null;
  mending = null;
  if (span()) getSelection().removeAllRanges();
}

// Adding

function addWhat() {
  const chosen = span();
  if (!chosen && chosenNames().length > 1) return makePoint();
  if (!chosen) return say("Choose words of the report first: by mouse, or press v and use the arrows.");
  return add(/\d/u.test(textOfPage().words(chosen)) && textOfPage().words(chosen).length < 40 ? "figure" : "claim");
}

async function add(what) {
  const text = textOfPage();
  const chosen = span();
  if (!text || !chosen) return;
  const words = text.words(chosen);
  try {
    const { fields, value } = await newFact(what, text.report, chosen, words);
    openForm({
      title: `Add a ${what}`, about: words, send: `Add the ${what}`, fields,
      submit: async (values) => {
        const found = await value(values);
        await decide("add", [text.report], { value: found, reason: values.reason ?? "", words });
      },
    });
  } catch (error) {
    complain(error);
  }
}

// Mending the words of a claim

function inTurn(work) {
  waiting += 1;
  turns = turns.then(work).catch(complain).finally(() => { waiting -= 1; });
}

async function mend(act, thing) {
  const text = textOfPage();
  if (!thing || thing.dataset.thing !== "claim") return say("Choose a claim first: its words are mended.");
  const { name } = thing.dataset;
  if (text?.report !== reportOf(name)) return say(ELSEWHERE);
  try {
    if (mending?.name !== name && !(await begin(text, name))) return say(ELSEWHERE);
  } catch (error) {
    return complain(error);
  }
  mending.span = MENDED[act](continued(mending.span, text.points), text.points);
  return choose(trimmed(text.points, mending.span) ?? mending.span);
}

const ELSEWHERE = "The words of a claim are mended where they stand in its report: press o.";

// A content may have parts that stand apart: the last one is mended, the others stay.
async function begin(text, name) {
  const facts = await about(name);
  const spans = findAll(text.points.join(""), facts.words, facts.start) ?? [[facts.start, facts.end]];
  if (!text.has(spans.at(-1))) return false;
  mending = { name, words: facts.words, span: spans.at(-1), others: spans.slice(0, -1) };
  choose(mending.span);
  return true;
}

const MENDED = {
  shrink: ([start, end], points) => [start, Math.max(start + 1, wordBefore(points, end))],
  grow: ([start, end], points) => [start, wordAfter(points, end)],
  "grow-start": ([start, end], points) => [wordBefore(points, start), end],
  "shrink-start": ([start, end], points) => [Math.min(end - 1, wordAfter(points, start)), end],
  "shrink-character": ([start, end], points) => [start, Math.max(start + 1, characterBefore(points, end))],
  "grow-character": ([start, end], points) => [start, characterAfter(points, end)],
  "grow-start-character": ([start, end], points) => [characterBefore(points, start), end],
  "shrink-start-character": ([start, end], points) => [Math.min(end - 1, characterAfter(points, start)), end],
};

async function save() {
  const chosen = span();
  const claim = mending;
  if (!chosen || !claim) return;
  leave();
  await decideAtOnce("correct", [claim.name], { value: { content: [...claim.others, chosen] }, words: claim.words });
  const now = named(claim.name)[0];
  if (now) focusOn(now);
}

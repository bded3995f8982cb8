// One report: its notes beside their lines, from words to their notes and back, and passage to passage.

import { ask } from "./asking.js";

const wide = matchMedia("(min-width: 64rem)");
const SPACE = 6; // pixels between notes
let text, beside, segments; // of the page as it is shown now

function start() {
  text = document.querySelector(".report-text");
  beside = document.querySelector("#beside");
  segments = [...text.querySelectorAll("[data-start]")].map((element) => ({
    element,
    start: Number(element.dataset.start),
    end: Number(element.dataset.start) + characters(element),
  }));
  for (const form of document.querySelectorAll("[data-report-act]")) form.hidden = false;
  placeNotes();
}

// How many code points stand in a segment; one that is drawn as a mark has no text, and is one.
function characters(element) {
  return element.querySelector(".mark") ? 1 : [...element.textContent].length;
}

function rangesOf(link) {
  return link.dataset.ranges.split(" ").map((range) => range.split("-").map(Number));
}

function segmentsIn(ranges) {
  return segments.filter((one) => ranges.some(([start, end]) => one.start < end && start < one.end));
}

function light(ranges) {
  for (const one of text.querySelectorAll(".lit")) one.classList.remove("lit");
  document.querySelector("#at")?.removeAttribute("id");
  const found = segmentsIn(ranges).map((one) => one.element);
  for (const one of found) one.classList.add("lit");
  if (found.length) {
    found[0].id = "at";
    found[0].scrollIntoView({ block: "center" });
  }
  return found.length > 0;
}

// Every note is moved down to its line, as far as the notes above it leave room.
function placeNotes() {
  for (const margin of text.querySelectorAll(".margin")) {
    const notes = [...margin.querySelectorAll(".margin-note")];
    for (const note of notes) note.style.marginTop = "";
    if (!wide.matches || beside) continue;
    for (const note of notes) {
      const link = note.querySelector(".to-words");
      const first = link && segmentsIn(rangesOf(link))[0];
      if (!first) continue;
      const line = first.element.getClientRects()[0];
      const gap = line ? line.top - note.getBoundingClientRect().top : 0;
      if (gap > 0) note.style.marginTop = `${gap + (note === notes[0] ? 0 : SPACE)}px`;
    }
  }
}

function toNote(name) {
  const note = document.getElementById(`n-${name}`);
  note?.focus({ preventScroll: true });
  note?.scrollIntoView({ block: "nearest" });
  return Boolean(note);
}

// The innermost fact of the words first; the same words again lead to the next.
function noteOfWords(element) {
  const facts = element.dataset.facts.split(" ").filter((name) => document.getElementById(`n-${name}`)).reverse();
  const now = facts.findIndex((name) => document.activeElement?.id === `n-${name}`);
  if (facts.length) toNote(facts[(now + 1) % facts.length]);
}

function toPassage(number) {
  const [here, there] = ["here", "there"].map((side) => document.getElementById(`${side}-${number}`));
  here?.scrollIntoView({ block: "center" });
  if (there && beside) beside.scrollTop += there.getBoundingClientRect().top - beside.getBoundingClientRect().top - beside.clientHeight / 3;
}

document.addEventListener("click", (event) => {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest("a");
  if (link?.matches(".note-mark")) {
    if (toNote(`c${link.dataset.n}`)) event.preventDefault();
  } else if (link?.matches(".to-words")) {
    if (light(rangesOf(link))) {
      event.preventDefault();
      history.pushState({ ranges: rangesOf(link) }, "", link.href);
    }
  } else if (!link && document.getSelection().isCollapsed) {
    const words = event.target.closest("[data-facts]");
    if (words && text.contains(words)) noteOfWords(words);
  }
});

addEventListener("popstate", () => {
  const asked = new URLSearchParams(location.search).get("at");
  if (!location.hash || location.hash === "#at") light(asked ? [asked.split("-").map(Number)] : []);
});

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("[data-report-act]")) return;
  event.preventDefault();
  try {
    await ask("POST", form.action, { reason: form.elements.reason?.value ?? "" });
    location.reload();
  } catch (error) {
    const told = form.querySelector("[role=alert]");
    told.textContent = error.message;
    told.hidden = false;
  }
});

start();
document.addEventListener("desk:shown", start);
addEventListener("resize", placeNotes);
document.fonts.ready.then(placeNotes);
const passage = new URLSearchParams(location.search).get("passage");
if (passage) toPassage(passage);
else document.querySelector("#at")?.scrollIntoView({ block: "center" });

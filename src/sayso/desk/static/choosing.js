// Several things are chosen by the space key, and decided on together after a look at all of them.

import { ACTS, does, single, start } from "./acts.js";
import { CREDIBILITY, RELIABILITY, SIDES } from "./choices.js";
import { decide } from "./decisions.js";
import { openForm } from "./dialogs.js";
import { button, make, quoted } from "./making.js";
import { named, wordsOf } from "./things.js";
import { say } from "./toasts.js";

const chosen = new Map(); // name to {kind, words}
const bar = make("div", { class: "chosen-bar", role: "region", "aria-label": "Chosen things", hidden: true });

export const chosenNames = () => [...chosen.keys()];

export function startChoosing() {
  document.getElementById("toasts").before(bar);
  does("choose", toggle);
  document.addEventListener("desk:shown", mark);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chosen.size && !event.defaultPrevented && !document.querySelector("dialog[open], [role=menu]")) clear();
  });
}

function toggle(thing) {
  if (!thing) return say("Choose a thing first: j and k move to the next and the previous one.");
  const { name } = thing.dataset;
  if (!chosen.delete(name)) chosen.set(name, { kind: thing.dataset.thing, words: wordsOf(thing) });
  return mark();
}

function clear() {
  chosen.clear();
  mark();
}

function mark() {
  for (const one of document.querySelectorAll(".thing.chosen")) one.classList.remove("chosen");
  for (const name of chosen.keys()) named(name).forEach((one) => one.classList.add("chosen"));
  bar.hidden = chosen.size === 0;
  bar.replaceChildren(make("span", { role: "status" }, `${chosen.size} chosen`), ...acts(), button("Clear", clear));
}

const kinds = () => new Set([...chosen.values()].map((one) => one.kind));

function acts() {
  if (chosen.size < 2) return [];
  const suit = ["accept", "reject", "merge", "note", "reliability", "credibility"].filter(
    (act) => [...kinds()].every((kind) => ACTS[act].on.includes(kind)),
  );
  const made = suit.map((act) => button(ACTS[act].words.replace(" with", ""), () => start(act)));
  if (isOnlyClaims()) made.push(button("Make a point…", makePoint));
  return made;
}

const isOnlyClaims = () => [...kinds()].join() === "claim";

// What is asked of several things, by what is done to them: a title, the word that sends it, and fields.
const SEVERAL = {
  accept: (all) => ({ title: `Accept ${all}?`, send: "Accept" }),
  reject: (all) => ({ title: `Reject ${all}?`, send: "Reject" }),
  merge: (all) => ({ title: `Make one of ${all}?`, send: "Merge", fields: isPairOfPoints() ? [OPPOSITE] : [] }),
  note: (all) => ({
    title: `Write a note on ${all}`, send: "Keep the note", reason: false,
    fields: [{ name: "text", kind: "long", label: "Note on each", required: true }],
  }),
  side: (all) => ({ title: `The side that ${all} speak for`, send: "Keep", fields: [{ name: "text", label: "Side", required: true }] }),
  reliability: (all) => ({
    title: `Mark the reliability of ${all}`, send: "Mark",
    fields: [{ name: "mark", kind: "mark", label: "Reliability", choices: RELIABILITY }],
  }),
  credibility: (all) => ({
    title: `Mark the credibility of ${all}`, send: "Mark",
    fields: [{ name: "mark", kind: "mark", label: "Credibility", choices: CREDIBILITY }],
  }),
};

const OPPOSITE = { name: "turned", kind: "check", label: "They say the opposite: what is for the one is against the other" };

const isPairOfPoints = () => chosen.size === 2 && [...kinds()].join() === "point";

const kindOfDecision = (act) => (act === "reject-why" ? "reject" : act);

export const suitsSeveral = (act) => kindOfDecision(act) in SEVERAL;

// One decision on all that is chosen: it is undone as one.
export function decideOnChosen(act) {
  const kind = kindOfDecision(act);
  const wrong = [...kinds()].find((one) => !ACTS[act].on.includes(one));
  if (wrong) return say(`Not all that is chosen can have this decision: a ${single(wrong)} cannot.`);
  const all = numbered();
  return openSeveral({
    fields: [], ...SEVERAL[kind](all),
    submit: ({ reason, turned, ...value }) => decide(
      kind, chosenNames(), { value: turned ? { ...value, turned } : value, reason: reason ?? "", words: all },
    ),
  });
}

// "3 points"; "3 things" where they are of several kinds.
function numbered() {
  const nouns = new Set([...kinds()].map(single));
  return `${chosen.size} ${nouns.size === 1 ? [...nouns][0] : "thing"}s`;
}

export function makePoint() {
  if (!isOnlyClaims()) return say("A point is made of claims alone: choose claims by the space key.");
  const fields = [...chosen].map(([name, one]) => ({ name, kind: "choice", label: one.words, value: "for", choices: SIDES }));
  return openSeveral({
    title: "Make a point of these claims", send: "Make the point", fields,
    submit: ({ reason, ...sides }) => decide("add", chosenNames(), { value: { what: "point", sides }, reason: reason ?? "", words: "a point" }),
  });
}

function openSeveral({ submit, ...rest }) {
  const form = openForm({ ...rest, submit: async (values) => { await submit(values); clear(); } });
  const list = [...chosen.values()].map((one) => make("li", {}, make("small", {}, `${single(one.kind)} `), quoted(one.words)));
  form.before(make("ol", { class: "preview", tabindex: "0", "aria-label": "What is decided on" }, ...list));
}

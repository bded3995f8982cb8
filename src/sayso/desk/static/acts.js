// All that can be done by a key or from a menu: its words, its keys, the kinds of thing it suits.

const FACTS = ["claim", "figure", "event", "speaker"];
const SHARED = ["shared event", "shared speaker"];
const SOURCES = ["speaker", "shared speaker", "outlet"];
const JUDGED = [...FACTS, ...SHARED, "point"];
const MERGED = ["speaker", "event", ...SHARED, "point"];
const ALL = [...JUDGED, "toll", "report", "outlet"];

export const ACTS = {
  next: { group: "Move", words: "Next thing", keys: ["j"] },
  previous: { group: "Move", words: "Previous thing", keys: ["k"] },
  open: { group: "Move", words: "Open", keys: ["Enter", "o"], on: ALL },
  menu: { group: "Move", words: "Menu of the thing", keys: ["."] },
  go: { group: "Move", words: "Go to a view: then its letter", keys: ["g"] },
  search: { group: "Move", words: "Search", keys: ["/"] },
  accept: { group: "Decide", words: "Accept", keys: ["a"], on: JUDGED },
  reject: { group: "Decide", words: "Reject", keys: ["x"], on: JUDGED },
  "reject-why": { group: "Decide", words: "Reject with a reason…", keys: ["X"], on: JUDGED },
  correct: { group: "Decide", words: "Correct…", keys: ["c", "e"], on: [...FACTS, "point", "report"] },
  merge: { group: "Decide", words: "Merge with…", keys: ["m"], on: MERGED },
  split: { group: "Decide", words: "Split…", keys: ["s"], on: MERGED },
  turn: { group: "Decide", words: "Move to the other side", keys: ["t"], on: ["claim"], inPoint: true },
  leave: { group: "Decide", words: "Take out of the point", keys: ["b"], on: ["claim"], inPoint: true },
  note: { group: "Decide", words: "Note…", keys: ["n"], on: ALL },
  reliability: { group: "Decide", words: "Reliability, A to F…", keys: ["r"], on: [...SOURCES, "report"] },
  credibility: { group: "Decide", words: "Credibility, 1 to 6…", keys: ["y"], on: ["claim", "figure", "event", "shared event", "point", "toll"] },
  side: { group: "Decide", words: "The side that it speaks for…", keys: ["p"], on: SOURCES },
  choose: { group: "Decide", words: "Choose several", keys: ["Space"], on: ALL },
  undo: { group: "Decide", words: "Undo", keys: ["u"] },
  redo: { group: "Decide", words: "Redo", keys: ["U"] },
  caret: { group: "Words of a report", words: "Choose words by arrows; Escape leaves", keys: ["v"] },
  add: { group: "Words of a report", words: "Add the chosen words, or a point of the chosen claims", keys: ["+"] },
  shrink: { group: "Words of a report", words: "End a word earlier", keys: ["["], on: ["claim"] },
  grow: { group: "Words of a report", words: "End a word later", keys: ["]"], on: ["claim"] },
  "grow-start": { group: "Words of a report", words: "Begin a word earlier", keys: ["{"], on: ["claim"] },
  "shrink-start": { group: "Words of a report", words: "Begin a word later", keys: ["}"], on: ["claim"] },
  "shrink-character": { group: "Words of a report", words: "End a character earlier", keys: ["Alt+["], on: ["claim"] },
  "grow-character": { group: "Words of a report", words: "End a character later", keys: ["Alt+]"], on: ["claim"] },
  "grow-start-character": { group: "Words of a report", words: "Begin a character earlier", keys: ["Alt+{"], on: ["claim"] },
  "shrink-start-character": { group: "Words of a report", words: "Begin a character later", keys: ["Alt+}"], on: ["claim"] },
  help: { group: "Desk", words: "Show and change the keys", keys: ["?"] },
};

// The past forms, for messages and badges.
export const DONE = {
  accept: "accepted", reject: "rejected", correct: "corrected", merge: "merged", split: "split",
  add: "added", note: "note", reliability: "reliability", credibility: "credibility", side: "side",
};

export const suits = (act, kind, inPoint) =>
  Boolean(ACTS[act].on?.includes(kind)) && (inPoint || !ACTS[act].inPoint);

// A kind of thing in plain words: what is shared is of several reports.
export const single = (kind) => kind.replace("shared ", "");

const run = {}; // the act's name to what does it: (thing or null, event) => …

export const does = (act, work) => { run[act] = work; };

export const start = (act, thing, event) => run[act]?.(thing, event);

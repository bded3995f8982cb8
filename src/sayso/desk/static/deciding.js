// What the keys and menus do to a thing: at once, or after a dialog.

import { ACTS, does, single, suits } from "./acts.js";
import { about, candidates } from "./asking.js";
import { CREDIBILITY, RELIABILITY, SIDES } from "./choices.js";
import { chosenNames, decideOnChosen, suitsSeveral } from "./choosing.js";
import { decide, decideAtOnce } from "./decisions.js";
import { openForm } from "./dialogs.js";
import { draftOf } from "./drafts.js";
import { correction } from "./forms.js";
import { shortened } from "./making.js";
import { pointOf, reportOf, wordsOf } from "./things.js";
import { complain, say } from "./toasts.js";

export function startDeciding() {
  for (const [act, work] of Object.entries(WORK)) does(act, (thing) => begin(act, thing, work));
}

// The parts of a thing that its dialogs need; they hold when the page is shown again meanwhile.
const known = (thing) => ({
  name: thing.dataset.name,
  kind: thing.dataset.thing,
  words: wordsOf(thing),
  point: pointOf(thing),
  side: thing.dataset.side,
});

async function begin(act, thing, work) {
  const several = chosenNames().length;
  if (several > 1) return suitsSeveral(act) ? decideOnChosen(act) : say(`“${wordsOfAct(act)}” works on one thing. Escape lets go of the ${several} that are chosen.`);
  if (!thing) return say("Choose a thing first: j and k move to the next and the previous one.");
  const one = known(thing);
  if (!suits(act, one.kind, one.point)) return say(unsuited(act, one));
  try {
    return await work(one);
  } catch (error) {
    return complain(error);
  }
}

function unsuited(act, { kind }) {
  const words = wordsOfAct(act);
  if (ACTS[act].on.includes(kind)) return `“${words}” is for a claim that is shown in a point.`;
  const suited = [...new Set(ACTS[act].on.map(single))];
  if (suited.includes(single(kind))) return `“${words}” works in one report. This ${single(kind)} is of several: go to its words in one of them.`;
  return `“${words}” is for: ${suited.join(", ")}. This is a ${single(kind)}.`;
}

const wordsOfAct = (act) => ACTS[act].words.replace("…", "");

// A dialog that ends in one decision on a thing.
function form(one, { kind, value, subjects = () => [one.name], ...rest }) {
  return openForm({
    about: one.words,
    thing: one.name,
    ...rest,
    submit: async (values, changed) => {
      const found = value ? await value(values, changed) : {};
      await decide(kind, subjects(values), { value: found, reason: values.reason ?? "", words: one.words });
    },
  });
}

async function correct(one) {
  const { fields, value } = await correction(one.kind, one.name, await about(one.name));
  form(one, { kind: "correct", title: `Correct the ${one.kind}`, send: "Correct", fields, value });
}

// What a thing can be one with: things of its kind, and speakers or events of a single report or of
// several alike.
const others = (one) => async (q) => {
  const isOfOne = one.kind === single(one.kind);
  const report = isOfOne && one.name.includes("/") ? reportOf(one.name) : "";
  const asked = [candidates({ kind: one.kind, report, q })];
  if (["speaker", "event"].includes(single(one.kind))) {
    asked.push(candidates({ kind: isOfOne ? `shared ${one.kind}` : single(one.kind), q }));
  }
  const found = new Map((await Promise.all(asked)).flat().map((other) => [other.name, other.words]));
  found.delete(one.name);
  return [...found];
};

// Speakers with the same last name come first.
async function likely(one, search) {
  const name = single(one.kind) === "speaker" ? one.words.split(/\s+/u).at(-1) : "";
  const found = await Promise.all([...new Set([name, ""])].map((q) => search(q)));
  return [...new Map(found.flat())];
}

async function merge(one) {
  const search = others(one);
  const fields = [{ name: "others", kind: "several", label: "Is one with", choices: await likely(one, search), search }];
  if (one.kind === "point") fields.push({ name: "turned", kind: "check", label: "This point says the opposite of those: what is for it is against them" });
  form(one, {
    kind: "merge", title: `Merge the ${single(one.kind)}`, send: "Merge", fields,
    subjects: (values) => [one.name, ...values.others],
    value: (values) => (values.turned ? { turned: true } : {}),
  });
}

async function split(one) {
  if (one.kind === "point") return splitPoint(one);
  const search = others(one);
  return form(one, {
    kind: "split", title: `Split the ${single(one.kind)}`, send: "Split",
    fields: [{ name: "others", kind: "several", label: "Is none of", choices: await search(""), search }],
    subjects: (values) => [one.name, ...values.others],
  });
}

async function splitPoint(one) {
  const { claims } = await about(one.name);
  const choices = claims.map((claim) => [
    `${claim.report}/${claim.id}`, `${claim.speaker ?? claim.outlet ?? "The outlet"}: ${shortened(claim.words)}`,
  ]);
  form(one, {
    kind: "split", title: "Split the point", send: "Take them out",
    fields: [{ name: "claims", kind: "several", label: "These claims do not belong to it", choices }],
    value: ({ claims: leaving }) => ({ claims: leaving }),
  });
}

async function turn(one) {
  const side = { for: "against", against: "for" }[one.side];
  if (side) return decideAtOnce("correct", [one.point], { value: { sides: { [one.name]: side } }, words: one.words });
  return form(one, {
    kind: "correct", title: "The side of the claim", send: "Move",
    fields: [{ name: "side", kind: "choice", label: "Side", value: one.side ?? "for", choices: SIDES }],
    subjects: () => [one.point],
    value: (values) => ({ sides: { [one.name]: values.side } }),
  });
}

const leave = (one) => decideAtOnce("split", [one.point], { value: { claims: [one.name] }, words: one.words });

function note(one) {
  const draft = draftOf(one.name);
  form(one, {
    kind: "note", title: "Note", send: "Keep the note", reason: false, draft,
    fields: [{ name: "text", kind: "long", label: "Note", rows: 6, value: draft.text, required: true, hint: "Ctrl+Enter keeps it. What you type here stays until it is sent." }],
    value: ({ text }) => ({ text }),
  });
}

const marked = (kind, label, choices) => (one) => form(one, {
  kind, title: label, send: "Mark", fields: [{ name: "mark", kind: "mark", label, choices }], value: ({ mark }) => ({ mark }),
});

function side(one) {
  form(one, {
    kind: "side", title: "The side that it speaks for", send: "Keep",
    fields: [{ name: "text", label: "Side", required: true, hint: "A word or two, such as the name of a party." }],
    value: ({ text }) => ({ text }),
  });
}

const atOnce = (kind) => (one) => decideAtOnce(kind, [one.name], { words: one.words });

const WORK = {
  accept: atOnce("accept"),
  reject: atOnce("reject"),
  "reject-why": (one) => form(one, { kind: "reject", title: `Reject the ${single(one.kind)}`, send: "Reject", fields: [] }),
  correct, merge, split, turn, leave, note, side,
  reliability: marked("reliability", "Reliability of the source", RELIABILITY),
  credibility: marked("credibility", "Credibility of what is said", CREDIBILITY),
};

// A decision is sent: shown at once, told to others of the same thing, put back where it is refused.

import { DONE } from "./acts.js";
import { tell } from "./asking.js";
import { look } from "./looks.js";
import { make, quoted } from "./making.js";
import { refresh } from "./refreshing.js";
import { complain, say } from "./toasts.js";
import { takeBack } from "./undoing.js";

// Raises Refused. `words` are those of the thing, for the message.
export async function decide(kind, subjects, { value = {}, reason = "", words = "" } = {}) {
  const shown = kind === "add" ? [] : subjects;
  const restore = shown.map((one) => look(one, kind, value));
  let answer;
  try {
    answer = await tell("/api/decisions", { kind, subjects, value, reason });
  } catch (error) {
    restore.forEach((one) => one());
    throw error;
  }
  say([said(kind, value), " ", quoted(words, 80)], { act: { words: "Undo", run: () => takeBack(answer.number) } });
  answer.others.forEach(tellOfOther);
  document.dispatchEvent(new Event("desk:decided"));
  await refresh(answer.renamed);
  return answer;
}

// The same, where no dialog is open to show what the desk refuses.
export async function decideAtOnce(...given) {
  try {
    return await decide(...given);
  } catch (error) {
    complain(error);
    return null;
  }
}

function said(kind, value) {
  const words = value.mark ? `${DONE[kind]} ${value.mark}` : DONE[kind];
  return `${words[0].toUpperCase()}${words.slice(1)}:`;
}

// Nothing is lost where two decide on one thing: both decisions are kept, and each is told.
function tellOfOther(other) {
  const when = (other.at ?? "").replace("T", " ").slice(0, 16);
  say([
    quoted(other.author, 60), ` decided on the same (${when} UTC): ${DONE[other.kind] ?? other.kind} `, quoted(other.words, 80),
    ". Both decisions are kept. ",
    make("a", { href: `/decisions?number=${other.number}` }, `Decision ${other.number}`),
  ], { stays: true });
}

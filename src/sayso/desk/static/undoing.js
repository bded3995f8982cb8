// Undo and redo: what they would take back is said by the desk, so it outlives a reload.

import { DONE, does } from "./acts.js";
import { ask, tell } from "./asking.js";
import { quoted } from "./making.js";
import { refresh } from "./refreshing.js";
import { complain, say } from "./toasts.js";

export function startUndoing() {
  for (const [act, run] of [["undo", undo], ["redo", redo]]) {
    does(act, run);
    buttonOf(act)?.addEventListener("click", run);
  }
  document.addEventListener("desk:decided", showHistory);
  document.addEventListener("desk:shown", showHistory);
  showHistory();
}

const undo = () => go("undo", "Taken back", { words: "Redo", run: () => redo() });
const redo = () => go("redo", "Decided again", { words: "Undo", run: () => undo() });

async function go(act, words, back) {
  try {
    const { of } = await tell(`/api/${act}`, {});
    say([`${words}: ${DONE[of.kind] ?? of.kind} `, quoted(of.words, 80)], { act: back });
    document.dispatchEvent(new Event("desk:decided"));
    await refresh();
  } catch (error) {
    complain(error);
  }
}

// Take back one decision, whichever came after it.
export async function takeBack(number) {
  try {
    await tell(`/api/decisions/${number}/undo`, {});
    document.dispatchEvent(new Event("desk:decided"));
    await refresh();
  } catch (error) {
    complain(error);
  }
}

const buttonOf = (act) => document.querySelector(`.desk-tools [data-act=${act}]`);

async function showHistory() {
  try {
    const history = await ask("GET", "/api/history");
    show("undo", history.can_undo, history.undo);
    show("redo", history.can_redo, history.redo);
  } catch {
    show("undo", false);
    show("redo", false);
  }
}

function show(act, can, words) {
  const button = buttonOf(act);
  if (!button) return;
  button.disabled = !can;
  button.title = can && words ? `${button.textContent.trim()}: ${words}` : "";
}

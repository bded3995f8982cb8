// The buttons of the queue. Once something is decided the page is shown again without it, and the focus
// is on what follows.

import { start } from "./acts.js";
import { decideAtOnce } from "./decisions.js";
import { focusOn, wordsOf } from "./things.js";
import { takeBack } from "./undoing.js";

const shown = () => {
  for (const one of document.querySelectorAll(".queue-acts")) one.hidden = false;
};

const pair = (kind, entry) => {
  const both = [...entry.querySelectorAll("[data-pair] > .thing")];
  return decideAtOnce(kind, both.map((one) => one.dataset.name), { words: both.map(wordsOf).join(" · ") });
};

document.addEventListener("click", (event) => {
  const button = event.target.closest?.(".queue-acts button");
  const entry = button?.closest(".queue-entry");
  if (!entry) return;
  const { does, takesBack } = button.dataset;
  const thing = entry.querySelector(".thing");
  if (thing) focusOn(thing); // once it is decided, the focus is on what stands there next
  if (takesBack) return takeBack(Number(takesBack));
  if (does === "merge-pair") return pair("merge", entry);
  if (does === "split-pair") return pair("split", entry);
  return start(does, thing, event);
});
document.addEventListener("desk:shown", shown);
shown();
